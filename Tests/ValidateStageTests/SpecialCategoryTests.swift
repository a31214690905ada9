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
    "notes name the category that they tell of, in the languages of ingest",
    arguments: [
      ("carries the BRCA1 mutation", "genetic data"), ("Gentest war positiv", "genetic data"),
      ("test g\u{E9}n\u{E9}tique positif", "genetic data"),
      ("prueba gen\u{E9}tica", "genetic data"),
      ("test genetico", "genetic data"), ("teste gen\u{E9}tico", "genetic data"),
      ("genetische test", "genetic data"), ("fingerprint on file", "biometric data"),
      ("Fingerabdruck hinterlegt", "biometric data"),
      ("ses empreintes digitales", "biometric data"), ("huella dactilar", "biometric data"),
      ("impronta digitale", "biometric data"), ("a sua impress\u{E3}o digital", "biometric data"),
      ("vingerafdrukken", "biometric data"), ("asked about his sex life", "sex life"),
      ("hat eine Aff\u{E4}re", "sex life"), ("sa vie sexuelle", "sex life"),
      ("vida sexual", "sex life"), ("vita sessuale", "sex life"), ("seksleven", "sex life"),
      ("has a criminal record", "criminal convictions"), ("vorbestraft", "criminal convictions"),
      ("un casier judiciaire", "criminal convictions"),
      ("antecedentes penales", "criminal convictions"),
      ("precedenti penali", "criminal convictions"),
      ("antecedentes criminais", "criminal convictions"), ("strafblad", "criminal convictions"),
      ("was born blind", "health"), ("ist geh\u{F6}rlos", "health"),
      ("sourde de naissance", "health"), ("es ciego", "health"), ("\u{E8} cieco", "health"),
      ("\u{E9} surdo", "health"), ("is doof geboren", "health"), ("has Covid", "health"),
      ("sie liegt im Krankenhaus", "health"), ("est hospitalis\u{E9}e", "health"),
      ("est\u{E1} hospitalizada", "health"), ("ricoverata in ospedale", "health"),
      ("ligt in het ziekenhuis", "health"), ("s\u{E9}ropositif", "health"),
      ("seropositivo", "health"), ("esclerose m\u{FA}ltipla", "health"),
      ("een hartinfarct", "health"), ("con disabilit\u{E0}", "health"),
      ("sofre de depress\u{E3}o", "health"),
      ("langzeitkrank", "health"), ("de baixa m\u{E9}dica", "health"),
      ("omosessuale", "sexual orientation"), ("is homo", "sexual orientation"),
      ("personne transgenre", "sexual orientation"), ("ist trans", "sexual orientation"),
      ("Zeuge Jehovas", "religion"), ("testemunha de Jeov\u{E1}", "religion"),
      ("religione ebraica", "religion"), ("\u{E9} ateu", "religion"),
      ("w\u{E4}hlt die Gr\u{FC}nen", "politics"), ("vota a Vox", "politics"),
      ("vota no PS", "politics"), ("stemt op de PVV", "politics"),
      ("miembro del Partido Popular", "politics"), ("lid van de VVD", "politics"),
      ("votes for the Greens", "politics"), ("Mitglied der IG Metall", "trade union"),
      ("d\u{E9}l\u{E9}gu\u{E9} CGT", "trade union"), ("delegato CGIL", "trade union"),
      ("delegado de CCOO", "trade union"), ("lid van de FNV", "trade union"),
      ("sindicalizado", "trade union"), ("of African descent", "ethnic origin"),
      ("afrikanischer Abstammung", "ethnic origin"), ("de origen africano", "ethnic origin"),
      ("d\u{2019}origine africaine", "ethnic origin"), ("di origine africana", "ethnic origin"),
      ("van Turkse afkomst", "ethnic origin"),
    ])
  func named(notes: String, category: String) throws {
    let told = try Self.told(notes)
    #expect(told.contains { $0.contains("tell of \(category)") || $0.contains(", \(category)") })
  }

  @Test("a phrase with choices stands for each of them, and an empty one for none")
  func choices() {
    let words = SpecialCategories([("x", ["{red|dark blue|} {old|new*} car", "e {1|2} z"])])
    func holds(_ text: String) -> Bool {
      var scratch: [UInt8] = []
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBufferPointer { words.categories(in: $0, scratch: &scratch) } != 0
    }
    for text in ["a red old car", "dark blue newest car today", "new car", "old car", "E 2 Z"] {
      #expect(holds(text), "\(text)")
    }
    for text in ["red car", "blue newcar", "red old", "", "car", "e 3 z", "e z", "old carpet"] {
      #expect(!holds(text), "\(text)")
    }
  }

  @Test("what is told of a task or a refusal is told as of a lead")
  func otherTexts() throws {
    let policy = try Self.policy.get()
    for (kind, fields) in [
      (RecordKind.task, ["title": "call her: she has cancer"]),
      (.suppression, ["email": "ann@acme.com", "reason": "cancer, in treatment"]),
    ] {
      let result = RecordCheck.check(
        kind: kind, fields: fields, defaultCountry: nil,
        asOf: Timestamp(seconds: 1_790_000_000), policy: policy)
      #expect(result.findings.contains { $0.code == "VAL170" }, "\(kind)")
    }
  }

  @Test(
    "notes in which the same words tell nothing",
    arguments: [
      "the feature is disabled", "disabled the newsletter", "EU Union members only",
      "Syndicat de copropri\u{E9}t\u{E9} Les Lilas", "M. Gay rappelle lundi",
      "Enceinte acoustique", "sails along the Tropic of Cancer", "works for Cancer Research UK",
      "four-stroke engine", "Krankenkasse", "has MS Office", "Jude Bell", "ufficio di Roma",
      "12 Cancer Road", "our handicap at golf is 12", "flew over the Hindu Kush",
      "Kirchensteuer-Software", "Director of Psychiatry", "HIV test kits vendor", "Roma office",
      "fingerprint scanner vendor", "browser fingerprint", "SSH fingerprint",
      "disabilita la newsletter", "Herr Moslem", "Jewish Museum", "lecteur d'empreintes digitales",
      "Fingerabdruck-Scanner", "platform-agnostic software", "is blind to the numbers",
      "sales fell after Covid", "hatte Corona-bedingt geschlossen", "delivery to the hospital",
      "d\u{E9}l\u{E9}gu\u{E9} du Sud", "email invalide", "member of the board",
      "Mitglied der Gesch\u{E4}ftsf\u{FC}hrung", "membre du conseil", "vote par procuration",
      "lid van de directie", "goods of Chinese origin", "trans-Atlantic flights",
      "criminal records check software", "impress\u{E3}o digital de grande formato",
      "Quaker Oats", "blind copied", "is trans-European",
      "Betriebsrat muss zustimmen", "dans l\u{2019}enceinte du salon", "black box",
    ])
  func harmless(notes: String) throws {
    #expect(try Self.told(notes) == [])
  }
}
