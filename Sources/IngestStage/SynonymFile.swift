import ColumnMapping
import Definitions
import LeadModel
import StageKit

/// `synonyms.yaml` of the configuration folder: headers that mean a field, whoever sends them.
enum SynonymFile {
  static let name = "synonyms.yaml"

  /// A matcher that knows the folder's synonyms; without such a file, the one that comes along.
  ///
  /// - Throws: `DefinitionError` with the position of an unknown kind or field.
  static func matcher(_ configuration: ConfigurationFolder) throws -> ColumnMatcher {
    guard configuration.contains(name) else { return ColumnMatcher() }
    var synonyms: [RecordKind: [(header: String, field: String)]] = [:]
    for entry in try configuration.load(name).entries() {
      guard let kind = RecordKind(rawValue: entry.key) else {
        let kinds = RecordKind.allCases.map(\.rawValue)
        let hint = NearestName.hint(for: entry.key, among: kinds)
        throw entry.keyNode.failure(
          "'\(entry.key)' is no kind of record\(hint); there are: \(kinds.joined(separator: ", "))")
      }
      if entry.value.isNull { continue }
      for field in try entry.value.entries() {
        guard kind.field(named: field.key) != nil else {
          let names = kind.fields.map(\.name)
          let hint = NearestName.hint(for: field.key, among: names)
          throw field.keyNode.failure(
            "'\(field.key)' is not a field of kind '\(kind.rawValue)'\(hint)")
        }
        synonyms[kind, default: []] += try field.value.strings().map { ($0, field.key) }
      }
    }
    return ColumnMatcher(synonyms: synonyms)
  }
}
