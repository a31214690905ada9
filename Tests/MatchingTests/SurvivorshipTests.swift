import Testing

@testable import Matching

@Suite("The values that survive when leads become one entity")
struct SurvivorshipTests {
  private func entity(
    _ leads: [LeadRecord], _ change: (inout SurvivorshipRules) -> Void = { _ in }
  ) throws -> SurvivingEntity {
    var rules = SurvivorshipRules()
    change(&rules)
    return try #require(Survivorship(rules: rules).entity(of: leads))
  }

  @Test("a lone lead keeps its own values, without provenance")
  func lone() throws {
    let lead = Samples.record(4, email: "a@example.com", [.dndChannels: .text("sms,email")])
    let entity = try entity([lead])
    #expect(entity.values == lead.values)
    #expect(entity.provenance == nil)
    #expect(entity.id == 4)
    #expect(entity.leadCount == 1)
  }

  @Test("a valid e-mail beats an invalid one, and comes with its status")
  func validEmail() throws {
    let entity = try entity([
      Samples.record(1, email: "a@", [.emailStatus: .text("invalid"), .createdAt: .int(9)]),
      Samples.record(2, email: "a@example.com", [.createdAt: .int(1)]),
    ])
    #expect(entity.values[EntityField.email.rawValue] == .text("a@example.com"))
    #expect(entity.values[EntityField.emailStatus.rawValue] == .text("valid"))
    #expect(entity.provenance == #"{"email":2,"email_status":2,"created_at":2}"#)
  }

  @Test("a domain without mail is worth less than any other valid address")
  func deadDomain() throws {
    let entity = try entity([
      Samples.record(1, email: "a@example.org", [.mxStatus: .text("no_domain")]),
      Samples.record(2, email: "a@example.com"),
    ])
    #expect(entity.values[EntityField.email.rawValue] == .text("a@example.com"))
  }

  @Test("the trusted supplier comes before the more recent lead")
  func trusted() throws {
    let leads = [
      Samples.record(1, [.jobTitle: .text("Buyer"), .createdAt: .int(1)], supplier: "crm"),
      Samples.record(2, [.jobTitle: .text("CEO"), .createdAt: .int(2)], supplier: "fair"),
    ]
    #expect(try entity(leads).values[EntityField.jobTitle.rawValue] == .text("CEO"))
    let trusting = try entity(leads) { $0.trustedSuppliers = ["crm"] }
    #expect(trusting.values[EntityField.jobTitle.rawValue] == .text("Buyer"))
  }

  struct PreferenceCase: Sendable {
    let preferences: [Preference]
    let titles: [String?]
    let expected: String
  }

  @Test(
    "a value survives by what its field's rule prefers",
    arguments: [
      PreferenceCase(
        preferences: [.mostFrequent], titles: ["CEO", "Buyer", "buyer", nil], expected: "Buyer"),
      PreferenceCase(
        preferences: [.mostFrequent, .mostRecent], titles: ["CEO", "Buyer"], expected: "Buyer"),
      PreferenceCase(
        preferences: [.longest], titles: ["VP", "Vice President", "VP"], expected: "Vice President"),
      PreferenceCase(preferences: [.longest], titles: ["CTO", "CEO"], expected: "CTO"),
      PreferenceCase(
        preferences: [.mostFrequent, .longest], titles: ["VP", "Vice President"],
        expected: "Vice President"),
    ])
  func preferences(example: PreferenceCase) throws {
    let leads = example.titles.enumerated().map { index, title in
      Samples.record(Int64(index + 1), [.jobTitle: title.map { .text($0) } ?? .null])
    }
    let entity = try entity(leads) { $0.preferences[.jobTitle] = example.preferences }
    #expect(entity.values[EntityField.jobTitle.rawValue] == .text(example.expected))
    // Provenance leads back to the lead that says so.
    let source = example.titles.firstIndex { $0 == example.expected }
    #expect(
      entity.provenance == (source == 0 ? nil : source.map { #"{"job_title":\#($0 + 1)}"# }))
  }

  @Test("an address is taken whole, from the lead that has most of it")
  func address() throws {
    let entity = try entity([
      Samples.record(1, [.city: .text("Bonn"), .createdAt: .int(9)]),
      Samples.record(
        2, [.city: .text("Berlin"), .postcode: .text("10115"), .country: .text("DE")]),
    ])
    #expect(entity.values[EntityField.city.rawValue] == .text("Berlin"))
    #expect(entity.values[EntityField.postcode.rawValue] == .text("10115"))
  }

  struct AddressCase: Sendable {
    /// Street, city, postcode and country of each lead, the most recent last.
    let leads: [[String?]]
    let expected: [String?]
  }

  @Test(
    "what says less of an address never empties one, and two are never mixed",
    arguments: [
      AddressCase(
        leads: [["Mill Lane 1", "Leeds", "LS1", "GB"], [nil, nil, nil, "GB"]],
        expected: ["Mill Lane 1", "Leeds", "LS1", "GB"]),
      AddressCase(
        leads: [[nil, "Leeds", nil, nil], ["High Street 5", nil, nil, "FR"]],
        expected: [nil, "Leeds", nil, nil]),
      AddressCase(
        leads: [["Mill Lane 1", "Leeds", "LS1", "GB"], [nil, "leeds", nil, "GB"]],
        expected: ["Mill Lane 1", "Leeds", "LS1", "GB"]),
      // Of a move only the town is known.
      AddressCase(
        leads: [["Mill Lane 1", "Leeds", "LS1", "GB"], [nil, "York", nil, "GB"]],
        expected: [nil, "York", nil, "GB"]),
      AddressCase(
        leads: [["High Street 5", nil, nil, nil], [nil, nil, nil, "GB"]],
        expected: ["High Street 5", nil, nil, nil]),
      AddressCase(
        leads: [[nil, nil, nil, "FR"], [nil, nil, nil, "GB"]],
        expected: [nil, nil, nil, "GB"]),
    ])
  func addressWorth(example: AddressCase) throws {
    let fields: [EntityField] = [.street, .city, .postcode, .country]
    for preference in [Preference.mostRecent, .trustedSupplier, .mostFrequent] {
      let leads = example.leads.enumerated().map { index, texts in
        var values: [EntityField: RecordValue] = [.createdAt: .int(Int64(index + 1))]
        for (field, text) in zip(fields, texts) { values[field] = text.map { .text($0) } ?? .null }
        return Samples.record(Int64(index + 1), values, supplier: index == 0 ? "web" : "crm")
      }
      let entity = try entity(leads) {
        $0.preferences[.address] = [preference, .mostRecent]
        $0.trustedSuppliers = ["crm"]
      }
      #expect(fields.map { entity.values[$0.rawValue].text } == example.expected)
    }
  }

  @Test("where a lead came from is told by the first touch")
  func origin() throws {
    let entity = try entity([
      Samples.record(1, [.utmSource: .text("late"), .createdAt: .int(9)]),
      Samples.record(2, [.utmSource: .text("early"), .createdAt: .int(3)]),
    ])
    #expect(entity.values[EntityField.utmSource.rawValue] == .text("early"))
    #expect(entity.values[EntityField.createdAt.rawValue] == .int(3))
  }

  struct ConsentCase: Sendable {
    let rule: ConsentRule
    let statements: [(status: String, at: Int64?)]
    let expected: String
  }

  @Test(
    "consent fails closed",
    arguments: [
      ConsentCase(
        rule: .restrictive, statements: [("granted", 9), ("withdrawn", 5)], expected: "withdrawn"),
      ConsentCase(
        rule: .restrictive, statements: [("granted", 9), ("not_asked", nil)], expected: "granted"),
      ConsentCase(
        rule: .restrictive, statements: [("granted", 9), ("expired", 5)], expected: "expired"),
      ConsentCase(
        rule: .restrictive, statements: [("declined", 5), ("expired", 9)], expected: "declined"),
      ConsentCase(
        rule: .restrictive, statements: [("declined", 9), ("withdrawn", nil)],
        expected: "withdrawn"),
      ConsentCase(
        rule: .latest, statements: [("granted", 9), ("withdrawn", 5)], expected: "granted"),
      ConsentCase(
        rule: .latest, statements: [("granted", 5), ("withdrawn", 9)], expected: "withdrawn"),
      ConsentCase(
        rule: .latest, statements: [("granted", 9), ("declined", nil)], expected: "declined"),
      ConsentCase(
        rule: .latest, statements: [("granted", nil), ("declined", 1)], expected: "declined"),
      ConsentCase(
        rule: .latest, statements: [("granted", 5), ("withdrawn", 5)], expected: "withdrawn"),
    ])
  func consent(_ example: ConsentCase) throws {
    let leads = example.statements.enumerated().map { index, statement in
      Samples.record(
        Int64(index + 1),
        [
          .consentStatus: .text(statement.status),
          .consentAt: statement.at.map { .int($0) } ?? .null,
        ])
    }
    for order in [
      leads,
      leads.reversed().enumerated().map { index, lead in
        LeadRecord(
          id: Int64(index + 1), sourceRow: Int64(index + 1), supplier: "web", values: lead.values)
      },
    ] {
      let entity = try entity(order) { $0.consent = example.rule }
      #expect(entity.values[EntityField.consentStatus.rawValue] == .text(example.expected))
    }
  }

  @Test("blocked channels are united, and one quarantined lead holds back the entity")
  func rights() throws {
    let entity = try entity([
      Samples.record(1, [.dndChannels: .text("sms")]),
      Samples.record(2, [.dndChannels: .text("phone,email"), .quarantined: .int(1)]),
    ])
    #expect(entity.values[EntityField.dndChannels.rawValue] == .text("email,phone,sms"))
    #expect(entity.values[EntityField.quarantined.rawValue] == .int(1))
    #expect(entity.provenance == #"{"dnd_channels":2,"quarantined":2}"#)
  }
}
