import Tabular
import Store
import Bytes
import Definitions
import LeadModel
import StageKit

/// Counts the entries of each do-not-contact registry in a file, for the staleness gate.
struct RegistryCount {
  /// The registry of entries that state none: the mapping's, else the supplier's own.
  private let constant: String
  private let isConstantStated: Bool
  private var counts: [String: Int] = [:]
  /// Entries whose registry is stated neither by them nor by the mapping.
  private var unnamed = 0

  init(mapping: SourceMapping) {
    let stated = mapping.constants["registry"]
    constant = stated ?? mapping.supplier
    isConstantStated = stated != nil
  }

  mutating func add(_ json: UnsafeBufferPointer<UInt8>, fields: [String]) throws {
    guard let column = fields.firstIndex(of: "registry") else {
      addUnstated()
      return
    }
    var cells = CellBatch()
    try CellJSON.decode(json, into: &cells, number: 1)
    let name = cells.withCell(0, column) {
      String(decoding: ASCII.trimmed($0), as: UTF8.self)
    }
    if name.isEmpty { addUnstated() } else { counts[name, default: 0] += 1 }
  }

  private mutating func addUnstated() {
    counts[constant, default: 0] += 1
    if !isConstantStated { unnamed += 1 }
  }

  /// Notes of when the registries are; never back in time.
  func save(file: OpenedFile, record: Int64, in context: StageContext) throws {
    let contents = SQLValue.text(file.table.contentHash)
    let first = try context.database.query("ingest-contents-since").first(contents) {
      $0.optionalInt(0).map(Timestamp.init(seconds:))
    }
    let time = SnapshotDate.time(
      name: file.name, asOf: context.asOf, first: first?.flatMap { $0 } ?? context.asOf)
    if !counts.isEmpty { tell(of: file.name, time, in: context) }
    if unnamed > 0 {
      context.say(
        "\(file.name): \(unnamed) of its entries name no registry, so they only add to those of "
          + "'\(constant)'; for a list that is always sent whole, state `registry` in its mapping")
    }
    for (registry, count) in counts.sorted(by: { $0.key < $1.key }) {
      try context.database.query("ingest-registry-save").run(
        .text(registry), .int(time.seconds), contents, .int(Int64(count)))
      try context.database.query("ingest-snapshot-save").run(
        .text(registry), .int(record), .int(time.seconds), .int(Int64(count)),
        .int(unnamed > 0 && registry == constant ? 0 : 1))
    }
  }

  /// Says what the file's name was taken to say about its date, where it says something.
  private func tell(of name: String, _ time: Timestamp, in context: StageContext) {
    switch SnapshotDate.statement(in: name) {
    case .date(let date) where date > context.asOf.date:
      context.log.warning(
        "",
        "\(name): the date in its name, \(date), has not come yet; its registries are taken as of "
          + "\(time.date)")
    case .date(let date):
      if date < context.asOf.date {
        context.say("\(name): its registries are of \(date), as its name says")
      }
    case .unreadable:
      context.log.warning(
        "",
        "\(name): no date can be read from the numbers in its name; its registries are taken as of "
          + "\(time.date). Name the day of the list as in tps-2026-11-01.csv")
    case .nothing: break
    }
  }
}
