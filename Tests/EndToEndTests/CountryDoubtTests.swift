import LeadmillTestSupport
import Testing

@Suite("The law of a country counts where the country is known")
struct CountryDoubtTests {
  @Test(
    "a country that is not understood, or only told by a number against other traces, is not known")
  func doubts() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/send.yaml", "required: true                             #",
      by: "required: false                             #")
    // A number of the United States, where nobody has to consent to e-mail.
    let people: [(name: String, row: String, isWritten: Bool)] = [
      ("plain", "US,,,", true),
      ("number", ",,,", true),
      ("agreeing", ",New York,10001,", true),
      ("vienna", ",Vienna,22180,", true),
      ("unlisted", ",Smalltown,,", true),
      ("atlantis", "Atlantis,,,", false),
      ("berlin", ",Berlin,10115,", false),
      ("toronto", ",Toronto,,", false),
      ("postcode", ",,SW1A 1AA,", false),
      ("website", ",,,https://www.acme.fr/en", false),
      ("stated", "US,Berlin,10115,https://www.acme.fr/en", true),
    ]
    var text = "id,email,phone,full_name,company,country,city,postcode,website\n"
    for (number, person) in people.enumerated() {
      text += "\(number),\(person.name)@\(person.name)-works.com,+1 212 736 50\(10 + number),"
      text += "Ann \(person.name),\(person.name) Works Inc,\(person.row)\n"
    }
    text += "90,ann@ann-works.de,+1 212 736 5090,Ann Works,Ann Works Inc,,,,\n"
    try workspace.write("in/leads-web.csv", text)
    try workspace.write(
      "in/do-not-contact.csv", "email,channel,registry\nzoe@example.com,any,own\n")
    for stage in ["ingest", "validate", "dedupe", "enrich", "score", "send"] {
      let input = stage == "ingest" ? [workspace.path("in")] : []
      let result = try workspace.runStage(stage, config + input)
      #expect([0, 10].contains(result.status), "\(stage): \(result)")
    }
    let rows = try workspace.rows(
      """
      SELECT m.recipient, m.gate, m.gate_detail FROM message m
      JOIN enrolment e ON e.id = m.enrolment_id
      WHERE m.step = 1 AND e.sequence = 'welcome'
      """)
    let gates = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ($0[1], $0[2])) })
    for person in people {
      let gate = gates["\(person.name)@\(person.name)-works.com"]
      #expect(
        gate.map { $0.0 != "no_consent" } == person.isWritten,
        "\(person.name): \(gate.map { "\($0)" } ?? "none")")
    }
    #expect(gates["ann@ann-works.de"]?.0 == "no_consent")
    #expect(
      gates["berlin@berlin-works.com"]?.1.contains("(US by the number, not by the city)") == true)
    #expect(
      gates["atlantis@atlantis-works.com"]?.1.contains("(stated and not understood)") == true)
  }
}
