/// How many open violations of the worst severity the pipeline goes on with.
package struct GovernanceGate: Equatable, Sendable {
  /// Most violations; nil for no such limit.
  package let atMost: Int?
  /// Most violations as a share of all people, in percent; nil for no such limit.
  package let atMostPercent: Double?

  package init(atMost: Int?, atMostPercent: Double?) {
    self.atMost = atMost
    self.atMostPercent = atMostPercent
  }

  /// Why the gate is shut; nil when it is open.
  package func refusal(blocking: Int, people: Int) -> String? {
    if let atMost, blocking > atMost {
      return "\(blocking) open violations of severity 'block', expected at most \(atMost)"
    }
    if let atMostPercent, people > 0 {
      let percent = Double(blocking) * 100 / Double(people)
      if percent > atMostPercent {
        let shown = (percent * 10).rounded(.up) / 10
        return "open violations of severity 'block' for \(shown) % of \(people) people "
          + "(\(blocking)), expected at most \(atMostPercent) %"
      }
    }
    return nil
  }
}
