import Definitions
import LeadModel
import StageKit
import Store

/// Keeps the text of each mapping that has read a file, as it was then.
enum MappingHistory {
  /// Call it in the transaction that notes the hash with the file.
  static func note(_ hash: String, of file: OpenedFile, in context: StageContext) throws {
    let name = "mappings/\(file.mapping.name).yaml"
    // Exports are read by what their header says, not by a file.
    guard file.proposedText != nil || context.configuration.contains(name) else { return }
    let text = try file.proposedText ?? context.configuration.load(text: name)
    try context.database.query("ingest-mapping-version").run(
      .text(hash), .text(file.mapping.name), .text(file.mapping.kind.rawValue),
      .text(file.mapping.supplier), .text(text), .int(file.proposedText == nil ? 0 : 1),
      .int(context.asOf.seconds))
  }
}
