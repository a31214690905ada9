import Bytes
import CommandLineKit
import DedupeStage
import Definitions
import LeadModel
import StageKit
import Store
import ValidateStage
import Validation

/// Checks single records as the validate stage does, and asks a base about the person.
struct RecordChecker {
  let kind: RecordKind
  private let known: Set<String>
  private var check: RecordCheck
  private var base: BaseLookup?
  private let registries: RegistryLookup?
  private let domains: KnownMailDomains?

  /// `database` is that of the workspace to ask; nil asks none.
  ///
  /// - Throws: `DefinitionError` when a definition file cannot be read.
  init(
    kind: RecordKind, defaultCountry: String?, source: String, dateOrder: DateOrder?,
    asOf: Timestamp, dns: String?, configuration: ConfigurationFolder, database: Database?
  ) throws {
    self.kind = kind
    known = Set(kind.fields.map(\.name))
    let file =
      configuration.contains(PolicyFile.name) ? try configuration.load(PolicyFile.name) : nil
    let channels = ChannelFile.name
    let mapping =
      source.isEmpty
      ? nil : try KnownSources.mapping(of: source, kind: kind, in: configuration)
    check = RecordCheck(
      kind: kind, defaultCountry: defaultCountry, asOf: asOf,
      policy: file == nil ? ValidationPolicy() : try PolicyFile.policy(in: configuration),
      source: source,
      mapping: mapping, zone: try Self.zone(of: mapping), dateOrder: dateOrder,
      channels: configuration.contains(channels)
        ? try ChannelFile.read(try configuration.load(channels)) : ChannelGroups(),
      mailDomains: try MailDomainCheck(policy: file, dns: dns),
      law: configuration.contains(MarketingLawFile.name)
        ? try MarketingLawFile.read(try configuration.load(MarketingLawFile.name))
        : MarketingLaw())
    base = try database.map { try BaseLookup(database: $0, configuration: configuration) }
    registries = database.map { RegistryLookup(database: $0) }
    domains = database.map { KnownMailDomains(database: $0) }
  }

  private static func zone(of mapping: SourceMapping?) throws -> ZoneRules {
    do throws(ZoneFileError) {
      return try ZoneFile.load(mapping?.timeZone ?? "UTC")
    } catch {
      throw StageFailure(
        .badConfiguration, "mappings/\(mapping?.name ?? "").yaml: \(error.description)")
    }
  }

  /// Normalises a record and says what is wrong with it, and whether it is known.
  ///
  /// - Throws: `UsageError` for a field that the kind does not have, `DatabaseError`.
  mutating func check(_ fields: [String: String]) throws -> CheckedRecord {
    for name in fields.keys.sorted() where !known.contains(name) {
      let names = kind.fields.map(\.name)
      let hint = NearestName.hint(for: name, among: names)
      throw UsageError(
        "a \(kind.rawValue) has no field '\(name)'"
          + (hint.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : hint))
    }
    let result =
      if let registries, let domains {
        try check.check(fields, in: registries, known: domains)
      } else {
        check.check(fields)
      }
    guard kind == .lead, base != nil, !result.normalised.isEmpty else {
      return CheckedRecord(result: result, answer: nil)
    }
    let values = Dictionary(
      result.normalised.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
    return CheckedRecord(result: result, answer: try base?.find(values))
  }

  /// Lets go of the base: to be called before waiting for anything.
  func rest() throws { try base?.rest() }
}
