import Governance
import LeadModel
import StageKit
import Store

/// Stops the pipeline when too much of the worst severity is open.
struct Gatekeeper {
  let context: StageContext
  let gate: GovernanceGate

  func check() throws {
    var open: [String: Int] = [:]
    try context.database.query("govern-open-by-severity").rows { open[$0.text(0)] = Int($0.int(1)) }
    if context.counts.rowsIn > 0 {
      let counts = PolicySeverity.allCases.map { "\(open[$0.rawValue] ?? 0) \($0.rawValue)" }
      context.result("violations_open", .string(counts.joined(separator: ", ")))
    }
    let blocking = open[PolicySeverity.block.rawValue] ?? 0
    guard blocking > 0 else { return }
    let people = try context.database.query("govern-people").first { Int($0.int(0)) } ?? 0
    if let refusal = gate.refusal(blocking: blocking, people: people) {
      throw StageFailure(
        .gateFailed,
        "the governance gate is shut: \(refusal); resolve them, or change "
          + "\(PolicyDefinition.fileName)")
    }
  }
}
