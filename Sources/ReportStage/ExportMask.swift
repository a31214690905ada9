import Definitions
import LeadModel
import StageKit

/// The policy on personal values in exports.
enum ExportMask {
  static let file = "policies.yaml"

  /// The `export_masking` of the policies: catalogue field to style; without policies, the standard.
  ///
  /// - Throws: `DefinitionError`.
  static func load(_ configuration: ConfigurationFolder) throws(DefinitionError)
    -> PersonalDataMask
  {
    guard configuration.contains(file) else { return .standard }
    guard let node = try configuration.load(file)["export_masking"] else { return .standard }
    var styles: [String: MaskStyle] = [:]
    for entry in try node.entries() {
      styles[entry.key] = try entry.value.choice(MaskStyle.self)
    }
    return PersonalDataMask(styles: styles)
  }
}
