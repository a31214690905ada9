import Bytes
import Testing

@Suite("Company names are standardised")
struct CompanyNameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let key: String
    let form: String?

    init(_ name: String, _ key: String, _ form: String? = nil) {
      self.name = name
      self.key = key
      self.form = form
    }

    var testDescription: String { name }
  }

  @Test(
    "the key has no legal form, case, diacritics or punctuation, the form is told apart",
    arguments: [
      Case("Müller & Söhne GmbH & Co. KG", "muller and sohne", "GmbH & Co. KG"),
      Case("MÜLLER + SÖHNE GMBH", "muller and sohne", "GmbH"),
      Case("Acme, Inc.", "acme", "Inc."),
      Case("ACME INCORPORATED", "acme", "Inc."),
      Case("The Acme Company", "acme", "Co."),
      Case("Acme L.L.C.", "acme", "LLC"),
      Case("Société Générale S.A.", "societe generale", "SA"),
      Case("Dupont S.A.R.L.", "dupont", "SARL"),
      Case("Philips N.V.", "philips", "NV"),
      Case("Ferrero S.p.A.", "ferrero", "S.p.A."),
      Case("Eni Spa", "eni", "S.p.A."), Case("Hotel & Spa", "hotel and spa"),
      Case("Grand Hotel Spa", "grand hotel spa"), Case("Day Spa Ltd", "day spa", "Ltd"),
      Case("Maersk A/S", "maersk", "A/S"),
      Case("Żubr Sp. z o.o.", "zubr", "Sp. z o.o."),
      Case("Škoda Auto a.s.", "skoda auto", "a.s."),
      Case("Krka d.o.o.", "krka", "d.o.o."),
      Case("Telstra Pty. Ltd.", "telstra", "Pty Ltd"),
      Case("Grupo Sol, S.A. de C.V.", "grupo sol", "SA de CV"),
      Case("PT Nusantara Tbk", "nusantara", "PT Tbk"),
      Case("ООО Ромашка", "ромашка", "OOO"),
      Case("O'Neil Ltd", "oneil", "Ltd"),
      Case("J.P. Morgan & Co.", "jp morgan", "Co."),
      Case("Acme (UK) Limited", "acme uk", "Ltd"),
      Case("Ｆｕｌｌ Ｗｉｄｅ ＫＫ", "full wide", "KK"),
      Case("Limited", "limited"),
      Case("AG", "ag"),
      Case("  ", ""),
      Case("!!!", ""),
      Case("3M", "3m"),
      Case("Bell GmbH, Berlin", "bell", "GmbH"), Case("Bell GmbH (Berlin)", "bell", "GmbH"),
      Case("Bell, Inc., New York", "bell", "Inc."), Case("Bell AG | Ulm", "bell", "AG"),
      Case("Bell GmbH - Vertrieb", "bell", "GmbH"), Case("Bell GmbH – Ulm", "bell", "GmbH"),
      Case("Bell GmbH Niederlassung Ulm", "bell", "GmbH"),
      Case("Bell Ltd., Zweigniederlassung Deutschland", "bell", "Ltd"),
      Case("Bell SA succursale de Lyon", "bell", "SA"),
      Case("Bell Ltd t/a Acme", "bell", "Ltd"), Case("Bell Ltd T/A Acme Ltd", "bell", "Ltd"),
      Case("Bell LLC d/b/a Acme", "bell", "LLC"), Case("Bell LLC dba Acme", "bell", "LLC"),
      Case("Bell Ltd trading as Acme", "bell", "Ltd"),
      Case("c/o Bell GmbH", "bell", "GmbH"), Case("Acme c/o Bell GmbH", "acme"),
      Case("Acme Ltd c/o Bell GmbH", "acme", "Ltd"),
      // Commas, brackets and words are in names too.
      Case("Ó Sé, Ó Briain", "o se o briain"), Case("Moraes Sá - EI", "moraes sa ei"),
      Case("Bell e.V., Ulm", "bell", "e.V."), Case("Bell eG, Ulm", "bell", "eG"),
      Case("Ann Bell t/a Acme", "ann bell ta acme"),
      Case("Smith, Jones & Bell", "smith jones and bell"),
      Case("Bell & Co, Solicitors", "bell and co solicitors"),
      Case("The Bread Company, Bristol", "bread company bristol"),
      Case("Acme (UK)", "acme uk"), Case("Oracle DBA Services", "oracle dba services"),
      Case("Wellness & Spa, Ulm", "wellness and spa ulm"), Case("c/o", "co"),
      Case("GmbH, Berlin", "gmbh berlin"),
    ])
  func standardised(_ example: Case) {
    var name = CompanyName()
    name.read(example.name)
    #expect(String(decoding: name.key, as: UTF8.self) == example.key)
    #expect(name.legalForm == example.form)
  }

  @Test(
    "legal forms of forty countries and more are recognised and parted from the name",
    arguments: [
      Case("Berg GmbH & Co KG", "berg", "GmbH & Co. KG"),
      Case("Berg Stiftung & Co. KG", "berg", "Stiftung & Co. KG"), Case("Jahe ry", "jahe", "ry"),
      Case("Petrov KDA", "petrov", "KDA"), Case("Sol S.Com.", "sol", "S. Com."),
      Case("Kiel MTÜ", "kiel", "MTÜ"), Case("Demir Koll. Şti.", "demir", "Koll. Şti."),
      Case("Sol SAPI", "sol", "SAPI"), Case("Sol, S.P.R. de R.L.", "sol", "SPR de RL"),
      Case("Acme L3C", "acme", "L3C"), Case("Acme L.C.", "acme", "LC"), Case("SAP", "sap"),
      Case("Berg Ges.m.b.H.", "berg", "GmbH"),
      Case("Berg UG (haftungsbeschränkt)", "berg", "UG"),
      Case("Berg gGmbH", "berg", "gGmbH"),
      Case("Berg e.K.", "berg", "e.K."),
      Case("Berg & Tal OHG", "berg and tal", "OHG"),
      Case("Berg PartG mbB", "berg", "PartG"),
      Case("Berg OG", "berg", "OG"), Case("Berg KdöR", "berg", "KdöR"),
      Case("Berg AöR", "berg", "AöR"), Case("Dubois SAS unipersonnelle", "dubois", "SAS"),
      Case("Stichting De Berg", "de berg", "Stichting"),
      Case("Berg Sagl", "berg", "Sàrl"),
      Case("Dubois S.à r.l.", "dubois", "SARL"),
      Case("Dubois SASU", "dubois", "SASU"),
      Case("Dubois EURL", "dubois", "EURL"),
      Case("Dubois SCOP", "dubois", "SCOP"),
      Case("Peeters BVBA", "peeters", "BVBA"),
      Case("Peeters ASBL", "peeters", "ASBL"),
      Case("De Vries B.V.", "de vries", "BV"),
      Case("De Vries VOF", "de vries", "VOF"),
      Case("Conti S.r.l.s.", "conti", "S.r.l."),
      Case("Conti S.c.a r.l.", "conti", "S.c.a.r.l."),
      Case("Sol S.L.U.", "sol", "SL"),
      Case("Sol Soc. Coop.", "sol", "Coop."),
      Case("Mar Unipessoal Lda.", "mar", "Lda"),
      Case("Mar SGPS", "mar", "SGPS"),
      Case("Rio Ltda - ME", "rio", "Ltda"),
      Case("Rio EIRELI", "rio", "EIRELI"),
      Case("Luna S.A.P.I. de C.V.", "luna", "SAPI de CV"),
      Case("Luna S. de R.L. de C.V.", "luna", "S de RL de CV"),
      Case("Andes S.A.C.", "andes", "SAC"),
      Case("Andes E.I.R.L.", "andes", "EIRL"),
      Case("Cóndor Cía. Ltda.", "condor", "Cía. Ltda."),
      Case("Fjord AS", "fjord", "AS"),
      Case("Fjord ASA", "fjord", "ASA"),
      Case("Nord ApS", "nord", "ApS"),
      Case("Nord A.m.b.A.", "nord", "A.m.b.A."),
      Case("Ström AB (publ)", "strom", "AB"),
      Case("Ström Handelsbolag", "strom", "HB"),
      Case("Järvi Oy", "jarvi", "Oy"),
      Case("Järvi Oyj", "jarvi", "Oyj"),
      Case("Järvi Tmi", "jarvi", "Tmi"),
      Case("Hraun ehf.", "hraun", "ehf."),
      Case("Meri OÜ", "meri", "OÜ"),
      Case("SIA Jūra", "jura", "SIA"),
      Case("UAB Jūra", "jura", "UAB"),
      Case("Las Sp.z o.o.", "las", "Sp. z o.o."),
      Case("Las Sp. z o.o. Sp. k.", "las", "Sp. k."),
      Case("Las Spółka Akcyjna", "las", "SA"),
      Case("Les spol. s r.o.", "les", "s.r.o."),
      Case("Les v.o.s.", "les", "v.o.s."),
      Case("Les, k.s.", "les", "k.s."),
      Case("Erdő Kft.", "erdo", "Kft."),
      Case("Erdő Zrt.", "erdo", "Zrt."),
      Case("Munte S.R.L.", "munte", "S.r.l."),
      Case("Gora EOOD", "gora", "EOOD"),
      Case("Гора ЕООД", "гора", "EOOD"),
      Case("Gora d.o.o.", "gora", "d.o.o."),
      Case("Gora j.d.o.o.", "gora", "j.d.o.o."),
      Case("Mali Sh.p.k.", "mali", "Sh.p.k."),
      Case("Gora DOOEL", "gora", "DOOEL"),
      Case("Vouno A.E.", "vouno", "AE"),
      Case("Βουνό Α.Ε.", "βουνο", "AE"),
      Case("Vouno IKE", "vouno", "IKE"),
      Case("Dağ A.Ş.", "dag", "A.Ş."),
      Case("Dağ San. ve Tic. Ltd. Şti.", "dag", "Ltd. Şti."),
      Case("ТОВ Гора", "гора", "TOV"),
      Case("ТОО Гора", "гора", "TOO"),
      Case("ПАО Гора", "гора", "PAO"),
      Case("הר בע\"מ", "הר", "Ltd (IL)"),
      Case("株式会社山川", "山川", "KK"),
      Case("山川株式会社", "山川", "KK"),
      Case("(株)山川", "山川", "KK"),
      Case("山川有限公司", "山川", "Co., Ltd."),
      Case("주식회사 산천", "산천", "주식회사"),
      Case("(주)산천", "산천", "주식회사"),
      Case("Sankawa K.K.", "sankawa", "KK"),
      Case("Shan Co., Ltd.", "shan", "Co., Ltd."),
      Case("Bukit Sdn. Bhd.", "bukit", "Sdn Bhd"),
      Case("Bukit Pte. Ltd.", "bukit", "Pte Ltd"),
      Case("PT Gunung", "gunung", "PT"),
      Case("Parvat Pvt. Ltd.", "parvat", "Pvt Ltd"),
      Case("Parvat (P) Ltd.", "parvat", "Pvt Ltd"),
      Case("Jabal FZ-LLC", "jabal", "FZ-LLC"),
      Case("Jabal W.L.L.", "jabal", "WLL"),
      Case("Jabal S.A.E.", "jabal", "SAE"),
      Case("Công ty TNHH Núi", "nui", "TNHH"),
      Case("Kopje (Pty) Ltd", "kopje", "Pty Ltd"),
      Case("Hill Cyf", "hill", "Cyf"),
      Case("Hill CLG", "hill", "CLG"),
      Case("Hill DAC", "hill", "DAC"),
      Case("Hill PLLC", "hill", "PLLC"),
      Case("Colline Ltée", "colline", "Ltée"),
      Case("Hill LLP", "hill", "LLP"),
      Case("Hill plc", "hill", "PLC"),
      Case("Nautica", "nautica"),
      Case("Kandinsky Art", "kandinsky art"),
    ])
  func forms(_ example: Case) {
    standardised(example)
    // What is left is the name: reading it again changes nothing.
    #expect(CompanyName.key(of: example.key) == example.key)
  }

  @Test(
    "the trade name keeps its own spelling",
    arguments: [
      ("Müller & Söhne GmbH & Co. KG", "Müller & Söhne"), ("Acme, Inc.", "Acme"),
      ("ООО Ромашка", "Ромашка"), ("株式会社山川", "山川"), ("PT Gunung Tbk", "Gunung"),
      ("SC Exemplu SRL", "Exemplu"), ("SC Exemplu", "SC Exemplu"), ("บริษัท กขค จำกัด (มหาชน)", "กขค"),
      ("Công ty TNHH Mẫu", "Mẫu"), ("(유) 가온", "가온"), ("The Acme Company", "The Acme Company"),
      ("The Limited", "The Limited"),
      ("Limited", "Limited"), ("Nautica", "Nautica"),
    ])
  func tradeName(text: String, expected: String) {
    #expect(CompanyName.tradeName(of: text) == expected)
    #expect(CompanyName.tradeName(of: expected) == expected)
  }

  @Test("reading a name leaves nothing of the one before")
  func reused() {
    var name = CompanyName()
    name.read("Acme GmbH")
    name.read("Widget")
    #expect(String(decoding: name.key, as: UTF8.self) == "widget")
    #expect(name.legalForm == nil)
  }

  @Test("bytes that are no UTF-8 do no harm")
  func brokenBytes() {
    var name = CompanyName()
    let bytes: [UInt8] = [65, 0xFF, 0xC3]
    bytes.withUnsafeBufferPointer { name.read($0) }
    #expect(name.key.first == 97)
  }
}
