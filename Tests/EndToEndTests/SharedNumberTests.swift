import LeadmillTestSupport
import Testing

@Suite("A consent by a number that several people have counts for nobody")
struct SharedNumberTests {
  private static let header = "id,phone,channel,purpose,status,at,source\n"

  private func bench() throws -> SendBench {
    try SendBench([
      SendBench.lead(1, "ann@works.co.uk", "Ann Bell", phone: "+442079460500", consent: false),
      SendBench.lead(2, "bob@works.co.uk", "Bob Croft", phone: "+442079460500", consent: false),
      SendBench.lead(3, "eva@drake.co.uk", "Eva Drake", phone: "+442079460501", consent: false),
    ])
  }

  @Test("a grant says so in a finding, once; one by a number of one person counts")
  func grant() throws {
    let bench = try bench()
    try bench.load(
      2,
      [
        "consent-1.csv": Self.header
          + "C1,+442079460500,any,marketing,granted,2026-10-01,call with Ann\n"
          + "C2,+442079460501,any,marketing,granted,2026-10-01,call\n"
      ])
    let result = try bench.send(2)
    #expect(try bench.sent() == ["eva@drake.co.uk"], "\(result)")
    #expect(result.output.contains("consents by numbers of several people: 1"), "\(result)")
    #expect(
      try bench.workspace.rows(
        "SELECT DISTINCT gate_detail FROM message WHERE gate = 'no_consent' AND step = 1")
        == [["granted by a number that several people have, which does not say who"]])
    try bench.send(3)
    #expect(
      try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'SND005'") == 1)
  }

  @Test("a refusal counts for everybody who has the number")
  func refusal() throws {
    let bench = try bench()
    let grants = ["ann@works.co.uk", "bob@works.co.uk"].enumerated().map {
      "G\($0.offset),\($0.element),,email,marketing,granted,2026-10-01,form\n"
    }.joined()
    try bench.load(
      2,
      [
        "consent-1.csv": "id,email,phone,channel,purpose,status,at,source\n" + grants
          + "C1,,+442079460500,any,any,withdrawn,2026-10-20,call\n"
      ])
    let result = try bench.send(2)
    #expect(try bench.sent() == [], "\(result)")
  }
}
