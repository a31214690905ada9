import CommandLineKit
package import Definitions
package import LeadModel
package import StageKit
package import Store

/// The sources whose rules can be told apart: the suppliers of mappings, those that validation.yaml
/// has rules for, and those of files that a base has loaded.
package enum KnownSources {
  /// Refuses the name of a source that there is not.
  ///
  /// - Parameters:
  ///   - name: the source.
  ///   - option: the option that names it, without hyphens.
  ///   - configuration: the folder with the mappings.
  ///   - database: the base to ask, too.
  ///   - command: as a person types it.
  /// - Throws: `UsageError` with the names that there are, `DefinitionError`, `DatabaseError`.
  package static func require(
    _ name: String, option: String, configuration: ConfigurationFolder, database: Database?,
    command: String
  ) throws {
    var known = try suppliers(configuration)
    if configuration.contains(PolicyFile.name) {
      let rules = try configuration.load(PolicyFile.name)["rules"]
      for entry in try rules?["sources"]?.entries() ?? [] { known.insert(entry.key) }
    }
    if let database { try add(&known, of: database) }
    guard !known.contains(name) else { return }
    let names = known.sorted()
    let hint = NearestName.hint(for: name, among: names)
    throw UsageError(
      "option '--\(option)': found no source '\(name)'"
        + (names.isEmpty
          ? "; the configuration has no mappings, which name sources"
          : hint.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : hint),
      command: command)
  }

  /// Refuses rules in validation.yaml for sources that there are not, as the stage does.
  ///
  /// - Throws: `DefinitionError` at the name, `DatabaseError`.
  package static func checkRules(
    in configuration: ConfigurationFolder, database: Database?
  ) throws {
    guard configuration.contains(PolicyFile.name) else { return }
    let policy = try configuration.load(PolicyFile.name)
    guard policy["rules"]?["sources"] != nil else { return }
    var known = try suppliers(configuration)
    if let database { try add(&known, of: database) }
    try RuleFile.checkSources(policy, known: known)
  }

  /// The mapping of a source's files of a kind; nil where no mapping is for them.
  ///
  /// - Throws: `DefinitionError` for a mapping that cannot be understood.
  package static func mapping(
    of source: String, kind: RecordKind, in configuration: ConfigurationFolder
  ) throws -> SourceMapping? {
    try mappings(configuration).mapping(kind: kind, supplier: source)
  }

  /// The suppliers of a configuration's mappings.
  private static func suppliers(_ configuration: ConfigurationFolder) throws -> Set<String> {
    Set(try mappings(configuration).all.map(\.supplier))
  }

  private static func mappings(_ configuration: ConfigurationFolder) throws -> SourceMappings {
    let documents = try configuration.files(in: "mappings").map { file in
      (
        name: String(file.dropFirst("mappings/".count).dropLast(".yaml".count)),
        node: try configuration.load(file)
      )
    }
    return try SourceMappings(documents)
  }

  /// Adds the suppliers of the files that a base has loaded.
  static func add(_ known: inout Set<String>, of database: Database) throws {
    try database.query("validate-suppliers").rows { known.insert($0.text(0)) }
  }
}
