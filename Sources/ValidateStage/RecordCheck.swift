package import Bytes
package import Definitions
package import LeadModel
import Phone
package import Validation

/// Judges single records outside of a workspace: what `leadmill check` shows.
///
/// It normalises a record's fields and states what is wrong with them, exactly as the stage would.
package struct RecordCheck {
  /// What became of a record.
  package struct Result: Sendable {
    /// The columns of the conformed record that have a value, in the store's order; none when a
    /// finding rejects the record.
    package let normalised: [(field: String, value: String)]
    /// The same as a file has it: dates and times by ISO 8601, amounts with two decimals, under the
    /// names of the fields. Checked again, it stays as it is.
    package let written: [(field: String, value: String)]
    package let findings: [Finding]
    package let quality: QualityScore
  }

  /// The version of the numbering plans that telephone numbers are judged by.
  package static var numberingPlansVersion: String { NumberingPlans.version }

  private let plan: TablePlan
  private let layout: SheetLayout
  /// That of records which say nothing of the evidence for consent, as most files do.
  private let plainLayout: SheetLayout
  private let weights: QualityWeights
  private let channels: ChannelGroups
  private let asOf: Timestamp
  private let mailDomains: MailDomainCheck?
  private var conformer: RowConformer
  private var postcodes = PostcodeCheck()

  /// - Parameters:
  ///   - kind: what the records are about.
  ///   - defaultCountry: ISO 3166-1 alpha-2, for telephone numbers of records without a country.
  ///   - asOf: the date that nothing that has happened may lie after.
  ///   - policy: of `validation.yaml`, as `PolicyFile` reads it.
  ///   - source: the supplier whose rules count, by the name of its mapping.
  ///   - mapping: the source's, which says how it writes values; what is stated besides goes before.
  ///   - zone: of times without an offset.
  ///   - dateOrder: of dates in figures; nil: only dates that are one day in any order are read.
  ///   - channels: how visits are grouped.
  ///   - mailDomains: how the domains of leads are looked up; nil: they are not.
  ///   - law: what the law of each country asks for.
  package init(
    kind: RecordKind, defaultCountry: String?, asOf: Timestamp,
    policy: ValidationPolicy = ValidationPolicy(), source: String = "",
    mapping: SourceMapping? = nil, zone: ZoneRules = .utc, dateOrder: DateOrder? = nil,
    channels: ChannelGroups = ChannelGroups(),
    mailDomains: MailDomainCheck? = nil,
    law: MarketingLaw = MarketingLaw()
  ) {
    var settings = ConformSettings(policy: policy, asOf: asOf)
    settings.law = law
    settings.channels = channels
    self.channels = channels
    self.asOf = asOf
    self.mailDomains = mailDomains
    plan = TablePlan.plan(of: kind)
    let plan = plan
    func layout(_ fields: [String]) -> SheetLayout {
      SheetLayout(
        sheetID: 1, supplier: source, plan: plan, sheetFields: fields,
        derived: mapping.map {
          DerivedField.all(
            of: $0, header: fields, fields: fields, names: plan.fields.map(\.name))
        } ?? [],
        constants: mapping?.constants ?? [:],
        dateOrder: dateOrder ?? mapping.flatMap { $0.statesDateOrder ? $0.dateOrder : nil },
        decimal: mapping?.decimal ?? .point,
        defaultCountry: (defaultCountry ?? mapping?.defaultCountry).flatMap { CountryCode($0) },
        zone: zone,
        sourceRules: policy.rules.rules(ofSource: source))
    }
    let names = plan.fields.map(\.name)
    self.layout = layout(names)
    plainLayout = layout(names.map { Self.evidence.contains($0) ? "" : $0 })
    weights = policy.quality
    conformer = RowConformer(settings: settings, plan: plan, layout: self.layout)
  }

  private static let evidence: Set<String> = [
    "consent_wording", "consent_ip", "consent_confirmed_at",
  ]

  /// `fields` are catalogue fields with their texts as they were received.
  package mutating func check(_ fields: [String: String]) -> Result {
    var batch = conformed(fields)
    lookUp(&batch) { _ in nil }
    return result(of: batch, fields)
  }

  /// The same, with the lead looked for in the do-not-contact registries of a base, and its mail
  /// domain in what the base knows of those.
  ///
  /// - Throws: `DatabaseError` of the base.
  package mutating func check(
    _ fields: [String: String], in registries: RegistryLookup, known domains: KnownMailDomains
  ) throws -> Result {
    var batch = conformed(fields)
    if plan.kind == .lead {
      func text(_ column: Int) -> String? { batch.string(batch.value(row: 0, column: column)) }
      func list(_ column: Int) -> [String] {
        text(column).flatMap { try? CellJSON.decode($0) } ?? []
      }
      let emails = [text(LeadRules.email)].compactMap { $0 } + list(LeadRules.otherEmails)
      let phones = [text(LeadRules.phone)].compactMap { $0 } + list(LeadRules.otherPhones)
      let entries = try registries.entries(emails: emails, phones: phones)
      if !entries.isEmpty {
        conformer.settings.suppressions = entries
        batch = conformed(fields)
        conformer.settings.suppressions = SuppressionIndex()
      }
      for refusal in try registries.refusals(emails: emails, phones: phones) {
        let what = refusal.channel == "any" ? "all messages" : "messages by \(refusal.channel)"
        let since = refusal.at.map { " on \($0.date)" } ?? ""
        batch.insert(
          ValidationRule.optedOut.finding(
            field: "email", message: "the base knows that \(what) were refused\(since)"), row: 0)
      }
    }
    try lookUp(&batch) { try domains.answer($0) }
    return result(of: batch, fields)
  }

  private mutating func result(of batch: ConformedBatch, _ fields: [String: String]) -> Result {
    var values: [(field: String, value: String)] = []
    var written: [(field: String, value: String)] = []
    for (index, column) in plan.columns.enumerated() where index != qualityColumn {
      let stored = batch.value(row: 0, column: index)
      if let value = batch.string(stored) {
        values.append((column.name, value))
        written.append(Self.written(column, of: plan, stored) ?? (column.name, value))
      }
    }
    let present = Set(values.map(\.field))
    let findings = batch.findings.map(\.finding)
    let quality = weights.explained(findings: findings) { field in
      plan.kind == .lead && !present.contains(field)
    }
    let isTaken = batch.rows[0].fate == .conform
    if isTaken {
      let derived = DerivedValues.of(
        values, received: fields, channels: channels, postcodes: &postcodes)
      values += derived
      written += derived
    }
    return Result(
      normalised: isTaken ? values : [], written: isTaken ? written : [], findings: findings,
      quality: quality)
  }

  /// A number of the store as a file has it; nil for one that is the same there, and for texts.
  private static func written(
    _ column: TablePlan.Column, of plan: TablePlan, _ value: ConformedValue
  ) -> (field: String, value: String)? {
    guard case .int(let number) = value, let field = column.field else { return nil }
    let declaration = plan.fields[field]
    switch declaration.type {
    case .date: return (column.name, Timestamp(seconds: number).date.description)
    case .timestamp: return (column.name, Timestamp(seconds: number).description)
    case .money where column.name.hasSuffix("_cents"):
      let cents = number.magnitude % 100
      return (
        declaration.name,
        "\(number < 0 ? "-" : "")\(number.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
      )
    default: return nil
    }
  }

  /// The fields of the kind, in the order of a row's cells.
  package var fieldNames: [String] { plan.fields.map(\.name) }

  /// What is wrong with a row as the store keeps it: the bytes of a JSON array of its cells. No domain
  /// is looked up.
  package mutating func findings(ofRow row: [UInt8]) -> [Finding] {
    conformed(row: row, layout).findings.map(\.finding)
  }

  private mutating func conformed(_ fields: [String: String]) -> ConformedBatch {
    let row = Array(CellJSON.encode(plan.fields.map { fields[$0.name] ?? "" }).utf8)
    let hasEvidence = plan.kind != .lead || fields.contains { Self.evidence.contains($0.key) }
    return self.conformed(row: row, hasEvidence ? layout : plainLayout)
  }

  private mutating func conformed(row: [UInt8], _ layout: SheetLayout) -> ConformedBatch {
    var raw = RawBatch(plan: plan, layouts: [layout])
    raw.bytes = row
    raw.rows = [RawBatch.Row(id: 1, recordID: 1, sheet: 0, json: 0..<row.count)]
    return conformer.conform(raw)
  }

  /// Adds what is said of the mail domain of a lead: by the base while that holds, else by servers,
  /// else by the base when it asked last.
  private func lookUp(
    _ batch: inout ConformedBatch, _ last: (_ domain: String) throws -> DomainAnswer?
  ) rethrows {
    guard plan.kind == .lead else { return }
    batch.set(
      try DomainChecks.domains(of: batch).compactMap { row, domain in
        var answer = try last(domain)
        if let mailDomains, answer.map({ $0.expiresAt <= asOf }) ?? true {
          answer = mailDomains.answer(domain, asOf: asOf, last: answer)
        }
        return answer.map { ConformedBatch.MailCheck(row: row, domain: domain, answer: $0) }
      })
  }

  private var qualityColumn: Int { plan.kind == .lead ? LeadRules.quality : -1 }

  /// Judges one record, which no base is asked about.
  package static func check(
    kind: RecordKind, fields: [String: String], defaultCountry: String?, asOf: Timestamp,
    policy: ValidationPolicy = ValidationPolicy(), source: String = ""
  ) -> Result {
    var check = RecordCheck(
      kind: kind, defaultCountry: defaultCountry, asOf: asOf, policy: policy, source: source)
    return check.check(fields)
  }
}
