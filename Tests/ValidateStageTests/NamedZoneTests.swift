import Definitions
import LeadModel
import Testing
import ValidateStage
import Validation

@Suite("A time may name its time zone")
struct NamedZoneTests {
  private static func check(_ text: String) -> (at: String?, message: String?) {
    var check = RecordCheck(
      kind: .lead, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
    let result = check.check(["email": "ann@acme.com", "created_at": text])
    let said = result.findings.first { $0.field == "created_at" }
    return (result.written.first { $0.field == "created_at" }?.value, said?.message)
  }

  @Test(
    "which counts where no offset is stated",
    arguments: [
      ("2026-01-05T10:00:00[Europe/Berlin]", "2026-01-05T09:00:00Z"),
      ("2026-07-05T10:00:00[Europe/Berlin]", "2026-07-05T08:00:00Z"),
      ("2026-07-05T10:00[America/New_York]", "2026-07-05T14:00:00Z"),
      ("2026-01-05T10[Asia/Kolkata]", "2026-01-05T04:30:00Z"),
      ("2026-01-05T24:00[Europe/Berlin]", "2026-01-05T23:00:00Z"),
      ("2026-01-05T10:00:00[!Europe/Berlin][u-ca=gregory]", "2026-01-05T09:00:00Z"),
      ("2026-01-05T10:00:00[u-ca=gregory]", "2026-01-05T10:00:00Z"),
      ("2026-01-05T10:00:00[+02:00]", "2026-01-05T08:00:00Z"),
      ("2026-01-05T10:00:00[UTC]", "2026-01-05T10:00:00Z"),
      ("2026-01-05 10:00:00 Europe/Berlin", "2026-01-05T09:00:00Z"),
      ("2026-01-05 10:00:00 PST8PDT", "2026-01-05T18:00:00Z"),
      ("2026-01-05 10:00 (CET)", "2026-01-05T09:00:00Z"),
      // The offset that is stated counts, also where the zone is not known.
      ("2026-01-05T10:00:00+01:00[Europe/Berlin]", "2026-01-05T09:00:00Z"),
      ("2026-01-05T10:00:00Z[Europe/Berlin]", "2026-01-05T10:00:00Z"),
      ("2026-01-05T10:00:00+01:00[Nowhere/Land]", "2026-01-05T09:00:00Z"),
      (
        "Mon Jan 05 2026 10:00:00 GMT+0100 (Central European Standard Time)", "2026-01-05T09:00:00Z"
      ),
    ])
  func named(text: String, expected: String) {
    let result = Self.check(text)
    #expect(result.at == expected)
    #expect(result.message == nil)
  }

  @Test(
    "and one that nobody knows makes it no moment",
    arguments: [
      ("2026-01-05T10:00:00[Nowhere/Land]", "Nowhere/Land"), ("2026-01-05 10:00 IST", "IST"),
      ("2026-01-05 10:00 XYZ", "XYZ"), ("2026-01-05T10:00:00[localtime]", "localtime"),
      ("2026-01-05T10:00:00[../Europe/Berlin]", "../Europe/Berlin"),
      ("2026-01-05T10:00:00[right/Europe/Berlin]", "right/Europe/Berlin"),
    ])
  func unknown(text: String, name: String) {
    let result = Self.check(text)
    #expect(result.at == nil)
    #expect(result.message?.contains("time zone, '\(name)',") == true, "\(result)")
    #expect(result.message?.contains("write its offset") == true)
  }
}
