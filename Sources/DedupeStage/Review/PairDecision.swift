import LeadModel
import Store

/// What somebody said of a pair.
package struct PairDecision: Sendable {
  /// `same`, `different` or `unsure`.
  package let word: String
  /// Whether it holds: it is the latest, and agrees with later ones about other pairs.
  package let isInForce: Bool
  package let reviewer: String?
  package let comment: String?
  /// As-of date of the import that brought it, its file and the row in it.
  package let date: String?
  package let file: String?
  package let row: Int?

  /// The decisions about two leads, the latest first.
  static func all(
    _ left: Int64, _ right: Int64, in database: Database
  ) throws -> [PairDecision] {
    var decisions: [PairDecision] = []
    try database.query("dedupe-pair-decisions").rows(.int(left), .int(right)) { row in
      decisions.append(
        PairDecision(
          word: row.text(0), isInForce: row.int(1) != 0, reviewer: row.optionalText(2),
          comment: row.optionalText(3),
          date: row.optionalInt(4).map { "\(Timestamp(seconds: $0).date)" },
          file: row.optionalText(5), row: row.optionalInt(6).map { Int($0) }))
    }
    return decisions
  }

  var sentence: String {
    let what =
      switch word {
      case "same": "Decided to be one person"
      case "different": "Decided to be two people"
      default: "Somebody was not sure"
      }
    let who = reviewer.map { " by \($0)" } ?? ""
    let when = date.map { " on \($0)" } ?? ""
    let place = file.map { file in " (\(file)\(row.map { " row \($0)" } ?? ""))" } ?? ""
    let why = comment.map { ": \($0)" } ?? ""
    let standing = isInForce || word == "unsure" ? "" : " It does not count: later decisions do."
    return "\(what)\(who)\(when)\(place)\(why).\(standing)"
  }
}
