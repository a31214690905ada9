import Tabular
import Store
import Bytes
import Definitions
import LeadModel
import StageKit

/// Counts the entries of each do-not-contact registry in a file, for the staleness gate.
struct RegistryCount {
  private let constant: String
  private var counts: [String: Int] = [:]

  /// Entries that name no registry belong to the mapping's, else to the supplier's own.
  init(mapping: SourceMapping) {
    constant = mapping.constants["registry"] ?? mapping.supplier
  }

  mutating func add(_ json: UnsafeBufferPointer<UInt8>, fields: [String]) throws {
    guard let column = fields.firstIndex(of: "registry") else {
      counts[constant, default: 0] += 1
      return
    }
    var cells = CellBatch()
    try CellJSON.decode(json, into: &cells, number: 1)
    let name = cells.withCell(0, column) {
      String(decoding: ASCII.trimmed($0), as: UTF8.self)
    }
    counts[name.isEmpty ? constant : name, default: 0] += 1
  }

  /// Notes of when the registries are; never back in time.
  func save(file: OpenedFile, record: Int64, in context: StageContext) throws {
    let time = SnapshotDate.time(name: file.name, asOf: context.asOf)
    if time < context.asOf, !counts.isEmpty {
      context.say("\(file.name): its registries are of \(time.date), as its name says")
    }
    for (registry, count) in counts.sorted(by: { $0.key < $1.key }) {
      try context.database.query("ingest-registry-save").run(
        .text(registry), .int(time.seconds), .text(file.table.contentHash),
        .int(Int64(count)))
      try context.database.query("ingest-snapshot-save").run(
        .text(registry), .int(record), .int(time.seconds), .int(Int64(count)))
    }
  }
}
