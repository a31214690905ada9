import Bytes
import LeadModel
import Testing

@Suite("Legal forms are told from the name, and called as their country calls them")
struct CompanyFormTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let country: String
    let text: String
    let name: String
    let form: String?

    init(_ country: String, _ text: String, _ name: String, _ form: String?) {
      self.country = country
      self.text = text
      self.name = name
      self.form = form
    }

    var testDescription: String { "\(country) \(text)" }
  }

  @Test(
    "in every country",
    arguments: [
      // One spelling, several forms.
      Case("CL", "Bell SpA", "Bell", "SpA"), Case("IT", "Bell SpA", "Bell", "S.p.A."),
      Case("BE", "Bell SRL", "Bell", "SRL"), Case("IT", "Bell SRL", "Bell", "S.r.l."),
      Case("AR", "Bell SRL", "Bell", "S.R.L."), Case("BE", "Bell SPRL", "Bell", "SPRL"),
      Case("IT", "Bell S.a.s.", "Bell", "S.a.s."), Case("FR", "Bell S.A.S.", "Bell", "SAS"),
      Case("CN", "Bell Co., Ltd.", "Bell", "Co., Ltd."), Case("GB", "Bell Co. Ltd.", "Bell", "Ltd"),
      Case("CZ", "Bell a.s.", "Bell", "a.s."), Case("DK", "Bell A/S", "Bell", "A/S"),
      Case("MX", "Bell SAPI de CV", "Bell", "SAPI de CV"),
      Case("MX", "Bell S.A.B. de C.V.", "Bell", "SAB de CV"),
      Case("ID", "PT Bell Tbk", "Bell", "PT Tbk"),
      Case("US", "Bell Ltd. Liability Co.", "Bell", "LLC"),
      Case("US", "Bell Limited Partnership", "Bell", "LP"), Case("DE", "Bell eGbR", "Bell", "eGbR"),
      // Short forms that are words elsewhere.
      Case("GR", "Bell O.E.", "Bell", "O.E."), Case("GR", "Bell EE", "Bell", "E.E."),
      Case("NO", "Bell DA", "Bell", "DA"), Case("PT", "Casa DA", "Casa DA", nil),
      Case("US", "Bell, P.C.", "Bell", "P.C."), Case("US", "Bell P.A.", "Bell", "P.A."),
      Case("US", "Bell, PA", "Bell, PA", nil), Case("VE", "Bell C.A.", "Bell", "C.A."),
      Case("EC", "Bell CA", "Bell", "C.A."), Case("US", "Bell CA", "Bell CA", nil),
      Case("MX", "Bell S. A. de C. V.", "Bell", "SA de CV"),
      Case("MX", "Bell S.A. P.I. de C.V.", "Bell", "SAPI de CV"),
      Case("MX", "Bell S.A.P.I.B. de C.V.", "Bell", "SAPIB de CV"),
      Case("MX", "Bell S. de R. L. de C. V.", "Bell", "S de RL de CV"),
      Case("US", "Bell Professional Limited Liability Company", "Bell", "PLLC"),
      Case("US", "Bell Public Benefit Corporation", "Bell", "PBC"),
      Case("US", "Bell N.A.", "Bell", "N.A."), Case("US", "Bell NA", "Bell NA", nil),
      Case("ES", "Bell y Cía", "Bell", "Cía."), Case("BR", "Bell e Cia Ltda", "Bell", "Cía. Ltda."),
      Case("IN", "Bell (P) Limited", "Bell", "Pvt Ltd"), Case("ZA", "Bell CC", "Bell", "CC"),
      Case("US", "Bell CC", "Bell CC", nil), Case("GR", "Μπελ Α.Β.Ε.Ε.", "Μπελ", "A.B.E.E."),
      Case("GR", "Μπελ ΑΕ", "Μπελ", "A.E."), Case("RS", "Бел д.о.о.", "Бел", "DOO"),
      Case("UA", "Белл ТзОВ", "Белл", "TOV"), Case("AM", "Բել ՍՊԸ", "Բել", "LLC (AM)"),
      Case("IL", "נורד בע״מ", "נורד", "Ltd (IL)"), Case("EE", "Bell TÜ", "Bell", "TÜ"),
      Case("LT", "Bell IĮ", "Bell", "IĮ"), Case("DE", "Bell G. m. b. H.", "Bell", "GmbH"),
      Case("RU", "Общество с ограниченной ответственностью Белл", "Белл", "OOO"),
      // In front.
      Case("ID", "PT Bell", "Bell", "PT"), Case("US", "PT Barnum", "PT Barnum", nil),
      Case("GB", "CV Library", "CV Library", nil), Case("US", "Too Faced", "Too Faced", nil),
      Case("KZ", "ТОО «Белл»", "Белл", "TOO"), Case("LV", "SIA Bell", "Bell", "SIA"),
      Case("FR", "SAS Bell", "Bell", "SAS"), Case("FR", "SCI Bell", "Bell", "SCI"),
      Case("US", "SAS Institute", "SAS Institute", nil), Case("SE", "AB Bell", "Bell", "AB"),
      Case("GB", "AB Foods", "AB Foods", nil), Case("FI", "Oy Bell Ab", "Bell", "Oy"),
      Case("DK", "A/S Bell", "Bell", "A/S"), Case("RU", "AO \"Bell\"", "Bell", "AO"),
      // Quotation marks.
      Case("LT", "UAB „Bell“", "Bell", "UAB"), Case("LV", "SIA \"Bell\"", "Bell", "SIA"),
      Case("RU", "ООО «Белл»", "Белл", "OOO"), Case("LV", "\"Bell\" SIA", "Bell", "SIA"),
      Case("US", "Bell \"Best\" Inc.", "Bell \"Best\"", "Inc."),
      // The form is the name.
      Case("US", "The Limited", "The Limited", nil),
      Case("US", "The Coca-Cola Company", "The Coca-Cola Company", "Co."),
      Case("US", "The Gap Inc.", "The Gap", "Inc."),
      // What it was called, and what becomes of it.
      Case("DE", "Bell GmbH (vormals Acme GmbH)", "Bell", "GmbH"),
      Case("GB", "Bell Ltd (formerly Acme Ltd)", "Bell", "Ltd"),
      Case("DE", "Bell GmbH i. G.", "Bell", "GmbH"),
      Case("CH", "Bell AG in Liquidation", "Bell", "AG"),
      Case("IT", "Bell S.p.A. in liquidazione", "Bell", "S.p.A."),
      Case("HR", "Bell d.o.o. u stečaju", "Bell", "d.o.o."),
      Case("DE", "Bell e.K. Inh. Max Huber", "Bell", "e.K."),
      Case("GB", "Bell in Administration", "Bell in Administration", nil),
    ])
  func described(_ test: Case) {
    let found = CompanyName.described(test.text, country: CountryCode(test.country))
    #expect(found.name == test.name)
    #expect(found.legalForm == test.form)
    // What is left is the name.
    #expect(CompanyName.described(found.name, country: CountryCode(test.country)).name == test.name)
  }

  @Test("a company of no known country keeps what only a country tells")
  func unknownCountry() {
    #expect(CompanyName.described("Bell DA", country: nil).legalForm == nil)
    #expect(CompanyName.described("Bell Co., Ltd.", country: nil).legalForm == "Ltd")
  }

  @Test("a name of a megabyte and bytes that are no text do no harm")
  func hostile() throws {
    let country = try #require(CountryCode("FR"))
    for bytes in [
      [UInt8](repeating: 32, count: 1 << 20), [0xFF, 32, 0xC3], [32], [], [32, 65, 66],
    ] {
      #expect(
        bytes.withUnsafeBufferPointer { LocalForms.form(of: $0, in: country) }?.rest.isEmpty != true
      )
    }
  }
}
