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
      Case("Maersk A/S", "maersk", "A/S"),
      Case("Żubr Sp. z o.o.", "zubr", "Sp. z o.o."),
      Case("Škoda Auto a.s.", "skoda auto", "A/S"),
      Case("Krka d.o.o.", "krka", "d.o.o."),
      Case("Telstra Pty. Ltd.", "telstra", "Pty Ltd"),
      Case("Grupo Sol, S.A. de C.V.", "grupo sol", "SA de CV"),
      Case("PT Nusantara Tbk", "nusantara", "Tbk"),
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
    ])
  func standardised(_ example: Case) {
    var name = CompanyName()
    name.read(example.name)
    #expect(String(decoding: name.key, as: UTF8.self) == example.key)
    #expect(name.legalForm == example.form)
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
