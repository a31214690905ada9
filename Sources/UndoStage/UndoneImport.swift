import LeadModel
import StageKit
import Store

/// An import as the store knows it, found by its number or its file's name.
struct UndoneImport {
  enum State: String {
    case kept, undoing, undone
  }

  let id: Int64
  let name: String
  let kind: RecordKind
  let asOf: Timestamp
  let state: State
  let undoneAsOf: Timestamp?

  /// - Throws: `StageFailure` when there is no such import, or several.
  static func find(_ text: String, in database: Database) throws -> UndoneImport {
    if let number = Int64(text),
      let found = try database.query("undo-find-number").first(
        .int(number), read: { try UndoneImport($0) })
    {
      return found
    }
    let name = text.split(separator: "/").last.map(String.init) ?? text
    var named: [UndoneImport] = []
    try database.query("undo-find-name").rows(.text(name)) { named.append(try UndoneImport($0)) }
    let there = named.filter { $0.state != .undone }
    if there.count > 1 {
      let list = there.map { "\($0.id) of \($0.asOf.date)" }.joined(separator: ", ")
      throw StageFailure(
        .badConfiguration,
        "'\(name)' was imported \(there.count) times (\(list)); name the import by its number")
    }
    if let one = there.first ?? named.first { return one }
    throw try unknown(text, in: database)
  }

  private static func unknown(_ text: String, in database: Database) throws -> StageFailure {
    var names: [String] = []
    try database.query("undo-names").rows { names.append($0.text(0)) }
    let hint = NearestName.hint(for: text, among: names)
    return StageFailure(
      .badConfiguration,
      "there is no import '\(text)'\(hint.isEmpty ? ";" : "\(hint)") 'leadmill imports' lists them "
        + "with their numbers")
  }

  private init(_ row: Statement) throws {
    guard let kind = RecordKind(rawValue: row.text(2)) else {
      throw StageFailure(
        .badConfiguration,
        "import \(row.int(0)) is of the kind '\(row.text(2))', which this program does not know; "
          + "use the Leadmill that loaded it")
    }
    id = row.int(0)
    name = row.text(1)
    self.kind = kind
    asOf = Timestamp(seconds: row.int(4))
    state = State(rawValue: row.text(5)) ?? .kept
    undoneAsOf = row.optionalInt(6).map(Timestamp.init(seconds:))
  }
}
