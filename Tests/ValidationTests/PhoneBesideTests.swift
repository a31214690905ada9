import LeadModel
import Phone
import Testing

@Suite("What stands beside a telephone number")
struct PhoneBesideTests {
  @Test(
    "a date with a time is no number",
    arguments: ["US", "DE", "GB", "FR", "IT", "AT", "IN", "BR", "AU", "CH", "ES", "NL", "PL"])
  func timeStamps(region: String) {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let examiner = PhoneExaminer(cacheSlots: 4)
    func two(_ range: ClosedRange<Int>) -> String {
      let value = String(Int.random(in: range, using: &random))
      return value.count < 2 ? "0" + value : value
    }
    for _ in 0..<40 {
      let (year, month, day) = (
        Int.random(in: 1950...2026, using: &random), two(1...12), two(1...28)
      )
      let time = "\(two(0...23)):\(two(0...59))"
      for stamp in [
        "\(year)-\(month)-\(day) \(time)", "\(year)/\(month)/\(day) \(time)",
        "\(day).\(month).\(year) \(time)", "\(month)/\(day)/\(year), \(time) PM",
        "\(year)-\(month)-\(day)T\(time):00", "\(year)-\(month)-\(day) \(time):00.000", time,
      ] {
        let verdict = examiner.examine(stamp, region: CountryCode(region))
        #expect(verdict.e164.isEmpty, "\(stamp), seed \(seed)")
      }
    }
  }

  @Test("of a number with a date and a time beside it the number is read")
  func numberWithTime() {
    expect("030 2312504 (2026-11-22 14:49)", "DE", "+49302312504", .ignoredWords)
    expect("01:42:68:53:00", "FR", "")
    expect("Tel 2:01 42 68 53 00", "FR", "+33142685300", .ignoredWords)
  }

  @Test("a day, month and year are no list of numbers", arguments: ["18/02/1983", "22/01/2010"])
  func dates(date: String) {
    for region in ["IT", "AT", "DE", "US"] {
      #expect(PhoneExaminer(cacheSlots: 4).examine(date, region: CountryCode(region)).repairs == [])
    }
  }

  @Test(
    "digits of a remark are not added to the number",
    arguments: [
      "# (9-17 Uhr)", "# (9-17h)", "# (9am-5pm)", "# (9 to 5)", "# (9:00-17:00)", "# 9:00-17:00",
      "# 9-17 Uhr", "# (2)", "# [2]", "# (2. OG)", "# (2024)", "# (bis 31.12.2026)", "# (1. Wahl)",
      "# - 1. Nummer", "# *2", "# (24h)", "# 24h", "# 24 Std.", "# (0,14 €/Min)", "# (14 ct/min)",
      "# 0.50€/min", "# 2. OG", "# 6pm", "# – 9–17 Uhr",
    ])
  func remarks(_ form: String) {
    for (number, region, taken) in Self.numbers {
      expect(form.replacing("#", with: number), region, taken, .ignoredWords)
    }
  }

  @Test(
    "a list's counting and the hours before a number are no part of it",
    arguments: ["1. #", "(2) #", "3) #", "24/7 #", "24h: #", "9-17 Uhr: #"])
  func before(_ form: String) {
    for (number, region, taken) in Self.numbers where number.first != "2" {
      // Brackets around the area follow a counting as well as they follow a country's code.
      if region == "US", !form.contains("24"), !form.contains("Uhr") { continue }
      expect(form.replacing("#", with: number), region, taken, .ignoredWords)
    }
  }

  private static let numbers = [
    ("030 2312504", "DE", "+49302312504"), ("+49 89 1234567", "DE", "+49891234567"),
    ("0151 12345678", "DE", "+4915112345678"), ("(212) 736-5000", "US", "+12127365000"),
    ("020 7946 0018", "GB", "+442079460018"), ("01 42 68 53 00", "FR", "+33142685300"),
    ("01 5150050", "AT", "+4315150050"), ("26 12 34 56", "LU", "+35226123456"),
  ]

  @Test("what looks like a remark and belongs to the number stays with it")
  func noRemarks() {
    expect("01 42 68 53 12 h", "FR", "+33142685312", .ignoredWords)
    expect("+44 20 7946 (0018)", "GB", "+442079460018")
    expect("030 23125(042)", "DE", "+493023125042")
    expect("(11) 3456-7890", "BR", "+551134567890")
    expect("06221 54 24/7", "DE", "+4962215424", .firstOfSeveral)
    expect("030 1234567 (0171 2345678)", "DE", "+49301234567", .firstOfSeveral)
    expect("030 1234567 (DW 12)", "DE", "+49301234567", .droppedExtension)
  }

  @Test("what follows a word for extensions is never the number")
  func extensions() {
    let examiner = PhoneExaminer(cacheSlots: 4)
    for region in ["DE", "LU", "AC", "FK", "NO", "FI", "SH", "SI", "US", "VU", "WS", "IT", "AT"] {
      for (cell, ending) in [
        ("(915)723-7343x3170", "3170"), ("0000000 x 30221", "30221"), ("+47 1 ext. 54321", "54321"),
        ("12345 ext 6543210", "6543210"), ("1 Durchwahl 54321", "54321"),
        ("1 / ext. 654321", "654321"),
      ] {
        let verdict = examiner.examine(cell, region: CountryCode(region))
        #expect(!verdict.e164.hasSuffix(ending), "\(cell) in \(region)")
        #expect(!verdict.isValid || !cell.hasPrefix("1 "), "\(cell) in \(region)")
      }
    }
    expect("212-736-5000 x12 / 212-736-5001", "US", "+12127365000", .firstOfSeveral)
    expect("12 int +49 30 23125042", "DE", "+493023125042", .ignoredWords)
  }

  @Test(
    "a link to a chat holds an international number",
    arguments: [
      ("https://wa.me/4915643038804", "DE", "+4915643038804"),
      ("https://wa.me/491377112257", "DE", "+491377112257"),
      ("wa.me/3758101832984", "BY", "+3758101832984"), ("wa.me/+358509939", "FI", "+358509939"),
      ("WhatsApp: wa.me/491377112257", "US", "+491377112257"),
      ("https://api.whatsapp.com/send?phone=4915643038804&text=1+2", "DE", "+4915643038804"),
      ("https://api.whatsapp.com/send/?phone=%2B4915643038804", "AT", "+4915643038804"),
      ("whatsapp://send?phone=4915643038804", "DE", "+4915643038804"),
      ("https://wa.me/message/4AB3CDEF25042", "DE", ""), ("https://wa.me/qr/030231250", "DE", ""),
      ("https://chat.whatsapp.com/0302312504a", "DE", ""),
    ])
  func chatLinks(cell: String, region: String, taken: String) { expect(cell, region, taken) }

  @Test("of a number and a link to a chat the first is taken")
  func numberAndLink() {
    expect("030 2312504, https://wa.me/4915643038804", "DE", "+49302312504", .firstOfSeveral)
    expect("https://wa.me/4915643038804 030 2312504", "DE", "+4915643038804", .firstOfSeveral)
    expect("https://wa.me/message/4AB3CDEF25042 030 2312504", "DE", "+49302312504", .ignoredWords)
  }

  @Test(
    "a masked number is none",
    arguments: [
      ("+49 30 XXXXXXX", "DE"), ("030 1234xxxx", "DE"), ("****5042", "DE"), ("XXX-XXX-XXXX", "US"),
      ("+49 30 23****42", "DE"), ("030 123**", "DE"), ("+1 (***) ***-5042", "US"),
      ("###-###-5042", "US"), ("+49 30 ••••5042", "DE"), ("212-736-NNNN", "US"),
      ("+49 30 12345xx", "DE"), ("+49 30 XX XX XX", "DE"),
    ])
  func masks(cell: String, region: String) { expect(cell, region, "") }

  @Test("repeated letters and signs that hide nothing are no mask")
  func noMasks() {
    expect("1-800-AAA-HELP", "US", "+18002224357")
    expect("**030 23125042**", "DE", "+493023125042")
    expect("(0xx11) 2345-6789", "BR", "+551123456789")
    expect("(0xx) 1187654321", "AR", "+541187654321")
    expect("+55 0xx11 2345-6789", "BR", "+551123456789")
    expect("+49 30 • 23125042", "DE", "+493023125042")
    expect("030 1234xxxx, 0171 2345678", "DE", "+491712345678", .ignoredWords)
  }

  @Test(
    "of a telephone and a fax the telephone is taken",
    arguments: [
      "Fax: 030 23125043, Tel: 030 23125042", "F +49 30 23125043 T +49 30 23125042",
      "Telefax 030/23125043\nTelefon 030/23125042", "030 23125043 (Fax), 030 23125042 (Tel)",
      "030 23125043 Fax / 030 23125042", "Tel: 030 23125042, Fax: 030 23125043",
    ])
  func faxes(cell: String) { expect(cell, "DE", "+493023125042", .firstOfSeveral) }

  @Test("a fax alone is a number, as is one that is both")
  func onlyFax() {
    expect("Fax 030 23125043", "DE", "+493023125043")
    expect("Tel./Fax: 030 23125043", "DE", "+493023125043")
  }

  private func expect(
    _ cell: String, _ region: String, _ taken: String, _ repairs: PhoneVerdict.Repairs = []
  ) {
    let examiner = PhoneExaminer(cacheSlots: 4)
    // The second time comes from the cache, where the cell may be kept.
    for _ in 0..<2 {
      let verdict = examiner.examine(cell, region: CountryCode(region))
      #expect(verdict.e164 == taken, "\(cell) in \(region)")
      #expect(verdict.repairs == repairs, "\(cell) in \(region)")
      #expect(verdict.isValid == !taken.isEmpty, "\(cell) in \(region)")
    }
  }
}
