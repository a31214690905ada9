import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("What validation.yaml calls special categories")
struct SpecialCategoryTests {
  private static let policy = Result {
    try PolicyFile.read(
      DefinitionNode.load(path: "\(RepositoryPaths.pipelines)/validation.yaml"))
  }

  private static func told(_ notes: String) throws -> [String] {
    let policy = try policy.get()
    return RecordCheck.check(
      kind: .lead, fields: ["email": "ann@acme.com", "notes": notes], defaultCountry: nil,
      asOf: Timestamp(seconds: 1_790_000_000), policy: policy
    ).findings.filter { $0.code == "VAL170" }.map(\.message)
  }

  @Test(
    "notes that tell of them",
    arguments: [
      "had a stroke last year", "Ann is a member of the SPD", "ist krank", "converted to Islam",
      "is a Sikh", "is depressed", "suffers from MS", "goes to psychotherapy",
      "has mental health issues", "burn-out in May", "burnout", "speaks to the black woman",
      "is Roma", "a Roma woman", "had a heart attack", "she is disabled", "a disabled person",
      "ist schwanger", "est enceinte, rappeler", "enceinte de 5 mois", "has cancer", "is gay",
      "union member since 2019", "member of the Catholic Church", "leidet an Multipler Sklerose",
      "hatte einen Herzinfarkt", "a eu un infarctus", "tuvo un infarto", "ha la depressione",
      "heeft kanker", "CDU-Mitglied",
    ])
  func found(notes: String) throws {
    #expect(try Self.told(notes).count == 1)
  }

  @Test(
    "notes in which the same words tell nothing",
    arguments: [
      "the feature is disabled", "disabled the newsletter", "EU Union members only",
      "Syndicat de copropri\u{E9}t\u{E9} Les Lilas", "M. Gay rappelle lundi",
      "Enceinte acoustique", "sails along the Tropic of Cancer", "works for Cancer Research UK",
      "four-stroke engine", "Krankenkasse", "has MS Office", "Jude Bell", "ufficio di Roma",
      "Betriebsrat muss zustimmen", "dans l\u{2019}enceinte du salon", "black box",
    ])
  func harmless(notes: String) throws {
    #expect(try Self.told(notes) == [])
  }
}
