import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("What stands in for a value makes data no better than an honest blank")
struct StandInScoreTests {
  private static let policy = Result {
    try PolicyFile.read(DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml"))
  }
  private static let sound = [
    "email": "ann.weber@weber-bau.de", "full_name": "Ann Weber", "company": "Weber Bau GmbH",
    "job_title": "CEO", "phone": "+493023125042", "country": "DE", "city": "Berlin",
    "postcode": "10115", "street": "Torstr. 1",
  ]

  private static func check(_ fields: [String: String]) throws -> RecordCheck.Result {
    var check = RecordCheck(
      kind: .lead, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
      policy: try policy.get())
    return check.check(sound.merging(fields) { $1 })
  }

  @Test(
    "whatever it is",
    arguments: [
      (
        "full_name",
        ["x", "A", "-x-", "Guest", "Gast", "Firma", "Test", "Kunde", "asdf", "Besucher"]
      ),
      (
        "company",
        [
          "x", "XX", "abc", "Privat", "PRIVAT", "Privatperson", "keine Firma", "selbstständig",
          "none of your business", "student", "Firma", "Musterfirma GmbH", "Example Inc", "Demo AG",
          "self-employed", "Particulier", "Privé", "Étudiante", "test",
        ]
      ),
      ("job_title", ["x", "Job", "Title", "Position", "Beruf", "Job Title", "Fonction"]),
      ("city", ["x", "City", "Stadt", "Musterstadt", "Anytown", "Ort", "Ville", "Città"]),
      ("street", ["Street", "Straße", "Adresse", "Musterstraße 1"]),
    ])
  func standIns(field: String, values: [String]) throws {
    let blank = try Self.check([field: ""]).quality.score
    for value in values {
      let result = try Self.check([field: value])
      #expect(result.quality.score <= blank, "\(value): \(result.findings)")
      #expect(result.findings.contains { $0.field == field }, "\(value)")
    }
  }

  @Test(
    "and what is a value stays one",
    arguments: [
      ("full_name", ["A. Weber", "Li", "李", "Ann Guest", "Klaus Gast"]),
      (
        "company",
        [
          "AAA", "3M", "X", "AB", "Private Eye Ltd", "Independent News", "Student Union",
          "Test AG Bau",
          "Firma Müller", "Privatbank Berlin", "City Bank", "Example Bridge Works Ltd",
          "Ich & Du OHG",
        ]
      ),
      ("job_title", ["Student", "Freelancer", "Rentner", "Position Lead", "Title Clerk", "PA"]),
      ("city", ["Cityville", "Ort im Innkreis", "Stadthagen", "Orte"]),
      ("street", ["Straße des 17. Juni 1", "Street Road 5", "Via Roma 1"]),
    ])
  func values(field: String, values: [String]) throws {
    for value in values {
      let result = try Self.check([field: value])
      #expect(!result.findings.contains { $0.field == field }, "\(value): \(result.findings)")
    }
  }

  @Test("a status of consent that is misspelt hides nothing that is missing")
  func misspeltStatus() throws {
    for evidence in [
      [:], ["consent_at": "2026-09-01"], ["consent_at": "2026-09-01", "consent_source": "form"],
      ["consent_at": "2019-09-01", "consent_source": "form", "born_on": "2015-01-01"],
    ] {
      let misspelt = try Self.check(evidence.merging(["consent_status": "grantd"]) { $1 })
      let finding = try #require(misspelt.findings.first { $0.code == "VAL030" })
      #expect(finding.suggestion == "granted")
      let mended = try Self.check(evidence.merging(["consent_status": "granted"]) { $1 })
      #expect(mended.quality.score > misspelt.quality.score, "\(misspelt)")
      let told = Set(misspelt.findings.map(\.code)).subtracting(["VAL030"])
      #expect(Set(mended.findings.map(\.code)) == told)
    }
  }
}
