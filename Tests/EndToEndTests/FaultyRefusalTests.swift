import LeadmillTestSupport
import Testing

@Suite("A refusal counts although its address has a fault")
struct FaultyRefusalTests {
  /// Slips and blanks, and how the address that is meant looks with them.
  private static let slips: [@Sendable (String) -> String] = [
    { "\u{A0}" + $0 }, { $0 + "\u{A0}" }, { $0.replacing("@", with: "\u{200B}@") },
    { $0.replacing("@", with: "\u{FF20}") }, { $0 + "." }, { $0.replacing("@", with: "@ ") },
    { $0.replacing("@", with: " [at] ") }, { "\"" + $0.replacing(".co.uk", with: ",co.uk") + "\"" },
    { $0 + "\u{202F}" }, { "<" + $0 + "\u{A0}>" },
  ]

  private static func address(_ number: Int) -> String { "p\(number)@bellworks\(number).co.uk" }

  private static func rows(_ row: (String) -> String) -> String {
    slips.enumerated().map { row($0.element(address($0.offset))) }.joined(separator: "\n")
  }

  private func base() throws -> ImportBench {
    let bench = try ImportBench()
    let leads = Self.slips.indices.map { "\($0 + 1),\(Self.address($0)),GB" }
    try load(
      bench, "leads-web-1.csv", "id,email,country\n" + leads.joined(separator: "\n"))
    return bench
  }

  private func load(_ bench: ImportBench, _ name: String, _ text: String) throws {
    let path = try bench.workspace.write(name, text + "\n")
    try bench.run(["import", path, "--accept-drift"], asOf: "2026-11-02T06:00:00Z")
  }

  @Test("a do-not-contact entry")
  func entry() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      "email,channel,registry\n" + Self.rows { "\($0),email,robinson" })
    let blocked = try bench.workspace.rows("SELECT email, dnd_channels FROM lead ORDER BY id")
    #expect(blocked == Self.slips.indices.map { [Self.address($0), "email"] })
  }

  @Test("a withdrawal among records of consent")
  func withdrawal() throws {
    let bench = try base()
    try load(
      bench, "consent-2.csv",
      "email,channel,purpose,status,at,source\n"
        + Self.rows { "\($0),email,marketing,withdrawn,2026-10-20,form" })
    let said = try bench.workspace.rows("SELECT email, status FROM consent ORDER BY id")
    #expect(said == Self.slips.indices.map { [Self.address($0), "withdrawn"] })
  }

  @Test("an unsubscription among events, and no click")
  func unsubscription() throws {
    let bench = try base()
    try load(
      bench, "engagement-2.csv",
      "email,event,timestamp\n" + Self.rows { "\($0),unsubscribe,2026-10-20T10:00:00Z" }
        + "\nq @bellworks1.co.uk,click,2026-10-20T10:00:00Z")
    let events = try bench.workspace.rows("SELECT email, event FROM engagement ORDER BY id")
    #expect(events == Self.slips.indices.map { [Self.address($0), "unsubscribe"] })
  }
}
