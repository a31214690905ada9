import LeadmillTestSupport
import Testing

/// A workspace whose leads' domains are asked for over some nights.
private struct Base {
  let workspace: TestWorkspace
  let config: String
  let server: ScriptedDNS

  static let mx = #""mx.example.com": {"A": ["198.41.0.1"]}"#
  static let good =
    #""good.example.com": {"MX": [[10, "mx.example.com"]]}, "# + mx
  /// Without mail: by declaration, and because there is no such domain.
  static let none = #""null.example.com": {"MX": [[0, ""]]}, "# + good
  static let all =
    #""null.example.com": {"MX": [[10, "mx.example.com"]]}, "#
    + #""gone.example.com": {"MX": [[10, "mx.example.com"]]}, "# + good

  init(rules: String) throws {
    workspace = try TestWorkspace()
    config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules: {VAL109: off, \(rules)}")
    server = try ScriptedDNS(zone: Self.zone(Self.none))
  }

  static func zone(_ records: String, _ behaviour: String = "") -> String {
    #"{"zones": {"example.com": 3600}, "ttl": 3600, "soa_ttl": 3600, "records": {\#(records)}, "#
      + #""behaviour": {\#(behaviour)}}"#
  }

  func take(_ file: String, _ text: String, asOf: String) throws {
    let path = try workspace.write(file, text)
    let ingested = try workspace.runStage("ingest", [path, "--as-of", asOf])
    #expect(ingested.status == 0, "\(ingested)")
  }

  @discardableResult
  func night(asOf: String, dns: String? = nil) throws -> ProgramResult {
    let options = ["--config", config, "--as-of", asOf]
    let result = try workspace.runStage("validate", options + ["--dns", dns ?? server.address])
    for stage in ["dedupe", "enrich", "score"] {
      let after = try workspace.runStage(stage, options)
      #expect([0, 99].contains(after.status), "\(after)")
    }
    return result
  }

  /// What is in the end, apart from how it came about.
  func state() throws -> [String] {
    try [
      """
      SELECT id, source_row_id, external_id, email, mx_status, quarantined, quality FROM lead
      ORDER BY id
      """,
      """
      SELECT source_row_id, code, severity, value FROM finding WHERE source_row_id IS NOT NULL
      ORDER BY 1, 2
      """,
      "SELECT id, email, phone, company FROM entity ORDER BY id",
      "SELECT lead_id, entity_id FROM entity_link ORDER BY 1",
      "SELECT key_hash, lead_id FROM match_key ORDER BY 1, 2",
      "SELECT entity_id, grade FROM entity_score ORDER BY 1",
      "SELECT entity_id FROM entity_enrichment ORDER BY 1",
    ].map { try workspace.table($0) }
  }

  /// The rows of the workbook of rejected rows, by their ids.
  func rejected() throws -> [String] {
    try RejectsBook(workspace: workspace, source: "leads-web.csv", by: "id").names()
  }
}

@Suite("A row that is rejected only when it is looked at again ends as if it had been at once")
struct LaterRejectionTests {
  private static let first = "2026-11-02T06:00:00Z"
  private static let second = "2026-11-03T06:00:00Z"
  private static let third = "2026-11-04T06:00:00Z"
  private static let fourth = "2026-11-05T06:00:00Z"
  private static let rejecting = "VAL016: reject, VAL017: reject"

  /// W2 and W3 stand alone, W4 founds a person whom W5 is too, W6 is one of W1.
  private static let leads = """
    id,email,full_name,company,country,phone
    W1,ann.smith@good.example.com,Ann Smith,Acme,DE,+4930123451
    W2,bob.jones@null.example.com,Bob Jones,Bolt,DE,+4930123452
    W3,cem.kaya@gone.example.com,Cem Kaya,Cog,DE,+4930123453
    W4,dora.lind@null.example.com,Dora Lind,Dot,DE,+4930123454
    W5,dora.lind@good.example.com,Dora Lind,Dot,DE,+4930123454
    W6,ann.smith@gone.example.com,Ann Smith,Acme,DE,+4930123451

    """
  private static let silent =
    #""null.example.com": "servfail", "gone.example.com": "servfail""#

  /// Has the leads taken up while nothing is known of their domains, or at once with what is known.
  private func base(rules: String, knows: Knowledge) throws -> Base {
    let base = try Base(rules: rules)
    try base.take("leads-web.csv", Self.leads, asOf: Self.first)
    if knows == .nothingFails {
      try base.server.change(zone: Base.zone(Base.good, Self.silent))
    }
    let night = try base.night(asOf: Self.first, dns: knows == .notAsked ? "off" : nil)
    #expect([0, 10].contains(night.status), "\(night)")
    try base.server.change(zone: Base.zone(Base.none))
    return base
  }

  enum Knowledge: String, CaseIterable { case notAsked, nothingFails, all }

  @Test(
    "a domain that turns out to take no mail rejects its leads on the next night",
    arguments: [Knowledge.notAsked, .nothingFails])
  func nextNight(_ knowledge: Knowledge) throws {
    let control = try base(rules: Self.rejecting, knows: .all)
    let base = try base(rules: Self.rejecting, knows: knowledge)
    #expect(try base.workspace.count("SELECT count(*) FROM lead") == 6)
    #expect(try base.workspace.count("SELECT count(*) FROM entity") == 4)
    #expect(try base.rejected().isEmpty)
    try control.night(asOf: Self.second)
    let second = try base.night(asOf: Self.second)
    #expect(second.status == 10, "\(second)")
    #expect(
      RejectsBook.equation(of: "validate", in: second)
        == (knowledge == .notAsked
          ? "6 in, 2 updated, 4 rejected" : "4 in, 4 rejected"),
      "\(second)")
    for (now, then) in zip(try base.state(), try control.state()) { #expect(now == then) }
    #expect(try base.rejected() == ["W2", "W3", "W4", "W6"])
    #expect(
      try base.workspace.rows(
        """
        SELECT DISTINCT reason FROM field_change WHERE subject = 'lead' AND field = 'id'
        """) == [
          [
            knowledge == .notAsked
              ? "row rejected when looked at again" : "mail domain asked again"
          ]
        ])
    let idle = try base.night(asOf: Self.second)
    #expect(idle.status == 99, "\(idle)")

    // Without the network, under another configuration, what is known goes on counting.
    try base.workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off, VAL016",
      by: "rules: {VAL109: off, VAL052: off, VAL016")
    let off = try base.night(asOf: Self.second, dns: "off")
    #expect(
      RejectsBook.equation(of: "validate", in: off) == "6 in, 2 unchanged, 4 rejected", "\(off)")
    for (now, then) in zip(try base.state(), try control.state()) { #expect(now == then) }
    // A night that fails takes nothing back either.
    try base.server.change(zone: Base.zone(Base.good, Self.silent))
    try base.night(asOf: Self.third)
    #expect(try base.rejected() == ["W2", "W3", "W4", "W6"])
    #expect(try base.workspace.count("SELECT count(*) FROM lead") == 2)

    // The domains recover.
    for each in [base, control] {
      try each.server.change(zone: Base.zone(Base.all))
      let third = try each.night(asOf: Self.fourth)
      #expect(third.status == 0, "\(third)")
      #expect(
        RejectsBook.equation(of: "validate", in: third) == "4 in, 4 inserted", "\(third)")
      #expect(try each.rejected().isEmpty)
      #expect(try each.workspace.count("SELECT count(*) FROM lead") == 6)
      #expect(try each.workspace.count("SELECT count(*) FROM entity") == 4)
    }
    for (now, then) in zip(try base.state(), try control.state()) { #expect(now == then) }
    let always = try self.base(rules: "VAL052: off", knows: .nothingFails)
    try always.server.change(zone: Base.zone(Base.all))
    try always.night(asOf: Self.fourth)
    for (now, then) in zip(try base.state(), try always.state()) { #expect(now == then) }
  }

  @Test("under quarantine the leads stay and are kept away from messages until the domain recovers")
  func quarantined() throws {
    let state = "SELECT external_id, mx_status, quarantined FROM lead ORDER BY id"
    for knowledge in Knowledge.allCases {
      let base = try base(rules: "VAL016: quarantine, VAL017: quarantine", knows: knowledge)
      let second = try base.night(asOf: Self.second)
      #expect([0, 99].contains(second.status), "\(second)")
      #expect(
        try base.workspace.table(state) == """
          W1 | deliverable | 0
          W2 | null_mx     | 1
          W3 | no_domain   | 1
          W4 | null_mx     | 1
          W5 | deliverable | 0
          W6 | no_domain   | 1
          """, "\(knowledge)")
      #expect(try base.rejected().isEmpty)
      try base.server.change(zone: Base.zone(Base.all))
      try base.night(asOf: Self.third)
      #expect(
        try base.workspace.rows("SELECT DISTINCT mx_status, quarantined FROM lead")
          == [["deliverable", "0"]], "\(knowledge)")
    }
  }

  @Test("of a lead of several rows only what the rejected ones brought goes, and it comes back")
  func severalRows() throws {
    let update = """
      id,email,full_name,company,country,phone
      W1,ann.smith@null.example.com,Ann Smith,Atom,DE,+4930123451
      W2,bob.jones@good.example.com,Bob Jones,Bulb,DE,+4930123452
      W3,cem.kaya@null.example.com,Cem Kaya,Cone,DE,+4930123453

      """
    func made(knows: Knowledge) throws -> Base {
      let made = try base(rules: Self.rejecting, knows: knows)
      try made.take("leads-web-2.csv", update, asOf: Self.first)
      if knows == .nothingFails {
        try made.server.change(zone: Base.zone(Base.good, Self.silent))
      }
      try made.night(asOf: Self.first, dns: knows == .notAsked ? "off" : nil)
      try made.server.change(zone: Base.zone(Base.none))
      try made.night(asOf: Self.second)
      return made
    }
    let leads = "SELECT external_id, email, company, source_row_id FROM lead ORDER BY id"
    let control = try made(knows: .all)
    #expect(
      try control.workspace.rows("SELECT external_id, company FROM lead ORDER BY id")
        == [["W1", "Acme"], ["W2", "Bulb"], ["W5", "Dot"]])
    for knowledge in [Knowledge.notAsked, .nothingFails] {
      let base = try made(knows: knowledge)
      #expect(try base.workspace.table(leads) == control.workspace.table(leads), "\(knowledge)")
      for (now, then) in zip(try base.state(), try control.state()) { #expect(now == then) }
      #expect(try base.rejected() == control.rejected(), "\(knowledge)")
      try base.server.change(zone: Base.zone(Base.all))
      try base.night(asOf: Self.third)
      #expect(
        try base.workspace.rows("SELECT external_id, company FROM lead ORDER BY id") == [
          ["W1", "Atom"], ["W2", "Bulb"], ["W3", "Cone"], ["W4", "Dot"], ["W5", "Dot"],
          ["W6", "Acme"],
        ], "\(knowledge)")
      #expect(try base.rejected().isEmpty)
    }
  }

  @Test("a night that is killed while it takes leads back is finished by the next run")
  func killed() throws {
    let control = try base(rules: Self.rejecting, knows: .notAsked)
    try control.night(asOf: Self.second)
    for milliseconds in [30, 60, 90, 120] {
      let base = try base(rules: Self.rejecting, knows: .notAsked)
      _ = try base.workspace.runStage(
        "validate",
        ["--config", base.config, "--as-of", Self.second, "--dns", base.server.address],
        killAfterMicroseconds: milliseconds * 1000)
      try base.night(asOf: Self.second)
      for (now, then) in zip(try base.state(), try control.state()) { #expect(now == then) }
      #expect(try base.rejected() == ["W2", "W3", "W4", "W6"])
    }
  }

  @Test("a rule that is graded to reject takes leads back, and returns them when it is graded down")
  func gradedAnew() throws {
    let base = try Base(rules: "VAL052: off")
    try base.take(
      "leads-web.csv",
      """
      id,email,full_name,company,country,phone
      W1,ann.smith@good.example.com,Ann Smith,Acme,DE,+4930123451
      W2,info@good.example.com,Bob Jones,Bolt,DE,+4930123452

      """, asOf: Self.first)
    try base.night(asOf: Self.first, dns: "off")
    let before = try base.state()
    try base.workspace.replace(in: "pipelines/validation.yaml", "VAL052: off", by: "VAL013: reject")
    let graded = try base.night(asOf: Self.second, dns: "off")
    #expect(
      RejectsBook.equation(of: "validate", in: graded) == "2 in, 1 unchanged, 1 rejected",
      "\(graded)")
    #expect(try base.workspace.rows("SELECT external_id FROM lead") == [["W1"]])
    #expect(try base.workspace.count("SELECT count(*) FROM entity") == 1)
    #expect(try base.rejected() == ["W2"])
    try base.workspace.replace(in: "pipelines/validation.yaml", "VAL013: reject", by: "VAL052: off")
    let back = try base.night(asOf: Self.third, dns: "off")
    #expect(
      RejectsBook.equation(of: "validate", in: back) == "2 in, 1 inserted, 1 unchanged", "\(back)")
    for (now, then) in zip(try base.state(), before) { #expect(now == then) }
    #expect(try base.rejected().isEmpty)
  }
}
