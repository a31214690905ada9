import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage

@Suite("Who may be too young to consent alone")
struct MinorTests {
  private static let law = Result {
    try MarketingLawFile.read(
      DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/marketing-law.yaml"))
  }

  private static func check(
    _ kind: RecordKind, _ birth: String, _ more: [String: String] = [:]
  ) throws -> RecordCheck.Result {
    var fields =
      kind == .lead
      ? [
        "consent_status": "granted", "consent_at": "2026-03-01", "consent_source": "f",
        "country": "DE",
      ]
      : [
        "status": "granted", "at": "2026-03-01", "source": "f", "channel": "email",
        "phone": "+493023125042",
      ]
    fields["email"] = "ann@acme.com"
    fields["born_on"] = birth
    var check = RecordCheck(
      kind: kind, defaultCountry: "DE", asOf: Timestamp(seconds: 1_790_000_000),
      law: try law.get())
    return check.check(fields.merging(more) { $1 })
  }

  @Test(
    "a date of birth in doubt holds back whoever may have been too young",
    arguments: [
      ("2012-06-05", true), ("05/06/2012", true), ("2012", true), ("summer of 2011", true),
      ("soon", true), ("2031-01-01", true), ("1990-06-05", false), ("05/06/1990", false),
      ("1990", false), ("", false), ("12/05/2010", true), ("01/02/2010", false),
    ])
  func doubt(birth: String, isHeld: Bool) throws {
    let lead = try Self.check(.lead, birth)
    #expect(lead.findings.contains { $0.code == "VAL177" } == isHeld, "\(lead.findings)")
    let guarded = try Self.check(.lead, birth, ["guardian_consent": "granted"])
    #expect(!guarded.findings.contains { $0.code == "VAL177" })
    let record = try Self.check(.consent, birth)
    #expect(record.findings.contains { $0.code == "VAL177" } == isHeld)
    if isHeld, birth != "2012-06-05" {
      #expect(record.findings.contains { $0.severity == .reject }, "no record without its date")
      // A record of consent may grant what the lead does not.
      for status in ["", "declined", "not_asked"] {
        let other = try Self.check(.lead, birth, ["consent_status": status])
        #expect(other.findings.contains { $0.code == "VAL177" }, "\(status): \(other.findings)")
      }
    }
  }

  @Test(
    "a country without an age of its own has that of all others, and consent older than the law meets it",
    arguments: [
      ("CH", "2018-01-01", "2026-03-01", true), ("JP", "2018-01-01", "2026-03-01", true),
      ("IN", "2018-01-01", "2026-03-01", true), ("IT", "2010-01-01", "2018-07-01", true),
      ("DE", "2012-04-01", "2010-05-01", true), ("GB", "2012-04-01", "2012-04-02", true),
      ("CH", "1990-01-01", "2026-03-01", false), ("DE", "1990-01-01", "2010-05-01", false),
    ])
  func ages(country: String, birth: String, at: String, isMinor: Bool) throws {
    let result = try Self.check(.lead, birth, ["country": country, "consent_at": at])
    #expect(result.findings.contains { $0.code == "VAL177" } == isMinor, "\(result.findings)")
  }
}
