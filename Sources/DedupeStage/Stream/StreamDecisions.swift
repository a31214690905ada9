import Matching
import StageKit

/// What people decided about pairs of records of a stream.
///
/// Lines of a stream have no order: of decisions that contradict each other, `different` counts, and
/// what else is left out follows from the ids.
struct StreamDecisions {
  private struct Decision: Hashable {
    /// The lesser first.
    let one: String
    let other: String
    let isSame: Bool
  }

  private var decisions: Set<Decision> = []
  /// Decisions that contradict others, and those about records that are not here.
  private var contradicted = 0
  private var absent = 0

  /// - Throws: `StageFailure` for anything but a decision about two records.
  mutating func add(_ left: String, _ right: String, _ word: String) throws {
    guard ["same", "different", "unsure"].contains(word) else {
      throw StageFailure(
        .unusableInput, "found '\(word)' as 'decision', expected same, different or unsure")
    }
    guard left != right else {
      throw StageFailure(.unusableInput, "found a decision that names one record twice")
    }
    guard word != "unsure" else { return }
    decisions.insert(
      Decision(one: min(left, right), other: max(left, right), isSame: word == "same"))
  }

  /// The decisions that hold, by the positions of the records.
  mutating func pairs(_ position: (String) -> Int?) -> DecidedPairs {
    var known: [(left: Int, right: Int, isSame: Bool)] = []
    for decision in decisions {
      guard let one = position(decision.one), let other = position(decision.other) else {
        absent += 1
        continue
      }
      known.append((min(one, other), max(one, other), decision.isSame))
    }
    known.sort { ($0.isSame ? 1 : 0, $0.left, $0.right) < ($1.isSame ? 1 : 0, $1.left, $1.right) }
    var people = DecidedPeople()
    var pairs = DecidedPairs()
    for (left, right, isSame) in known {
      if people.take(Int64(left), Int64(right), isSame: isSame) {
        pairs.add(left, right, isSame: isSame)
      } else {
        contradicted += 1
      }
    }
    return pairs
  }

  /// Tells of decisions that do not count.
  func say(_ lines: StreamLines) {
    if contradicted > 0 {
      lines.warn(
        DecisionFinding.contradicted.code,
        "\(contradicted) decisions contradict others and do not count")
    }
    if absent > 0 {
      lines.warn(
        DecisionFinding.leadsGone.code, "\(absent) decisions are about records that are not here")
    }
  }
}
