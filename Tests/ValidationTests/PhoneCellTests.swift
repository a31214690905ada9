import LeadModel
import Phone
import Testing

@Suite("A telephone cell with more than a number")
struct PhoneCellTests {
  struct Case: CustomTestStringConvertible {
    let cell: String
    let region: String
    /// Empty where no number may be taken.
    let taken: String
    var repairs: PhoneVerdict.Repairs = []
    var testDescription: String { "\(cell) in \(region)" }
  }

  private static func lists(_ region: String, _ cells: [(String, String)]) -> [Case] {
    cells.map { Case(cell: $0.0, region: region, taken: $0.1, repairs: .firstOfSeveral) }
  }

  @Test(
    "endings of a number that stand behind a slash are numbers of their own",
    arguments: lists(
      "DE",
      [
        ("030 1234567/-68", "+49301234567"), ("030 1234567-0/-12", "+493012345670"),
        ("030-12345-67/68", "+49301234567"), ("0551 / 39-0 / 39-22", "+49551390"),
        ("0551/39-0, -22", "+49551390"), ("030 1234567/8", "+49301234567"),
        ("030/1234567/68", "+49301234567"), ("+49 30 1234567 / -68", "+49301234567"),
      ])
      + lists(
        "CH",
        [
          ("+41 44 668 18 00/01", "+41446681800"), ("044 668 18 00 / 01 / 02", "+41446681800"),
        ])
      + lists(
        "BE", [("02 512 45 67/68", "+3225124567")])
      + lists(
        "IT",
        [
          ("02 1267 0083 / 02-8495-1327", "+390212670083"),
          ("02 1162 5215 - 312 354 4705", "+390211625215"),
        ])
      + lists(
        "AT",
        [
          ("123 / 0664108651", "+43664108651"),
          ("0664 129552-01/395049005", "+43664129552"),
          ("0664 126025 – 0732/8415", "+43664126025"), ("0664 126025 - 0732/8415", "+43664126025"),
          ("01 51433 - 0100/0200", "+431514330100"),
        ])
      + lists(
        "GB", [("020 7946 0018/9", "+442079460018")]))
  func endings(_ test: Case) { expect(test) }

  @Test(
    "a slash that stands in one number divides no list",
    arguments: [
      Case(cell: "030/1234567", region: "DE", taken: "+49301234567"),
      Case(cell: "0171/123 45 67", region: "DE", taken: "+491711234567"),
      Case(cell: "06221/54 77/11", region: "DE", taken: "+496221547711"),
      Case(cell: "0732/7720/12345", region: "AT", taken: "+43732772012345"),
      Case(cell: "+43 1 51433/501234", region: "AT", taken: "+43151433501234"),
      Case(cell: "+49 (0) 30 / 1234567", region: "DE", taken: "+49301234567"),
      Case(cell: "0049/30/1234567", region: "DE", taken: "+49301234567"),
    ])
  func oneNumber(_ test: Case) { expect(test) }

  @Test(
    "of whole numbers with or without a mark between them the first valid one is taken",
    arguments: lists(
      "US",
      [
        ("212-736-5000 212-736-5001", "+12127365000"),
        ("(212) 736-5000(212) 736-5001", "+12127365000"),
        ("212.736.5000-212.736.5001", "+12127365000"),
        ("21273650002127365001", "+12127365000"),
        ("555-123-4567 or 212-736-5000", "+12127365000"), ("123; 212-736-5000", "+12127365000"),
        ("212-736-5000 x12 / 212-736-5001", "+12127365000"),
        ("212-736-5000 212-736-5001 212-736-5002", "+12127365000"),
      ])
      + lists(
        "FR",
        [
          ("01 42 68 53 00 - 06 12 34 56 78", "+33142685300"),
          ("01 42 68 53 00 06 12 34 56 78", "+33142685300"),
          ("01426853000612345678", "+33142685300"),
        ])
      + lists(
        "GB",
        [
          ("+442079460018+447912345678", "+442079460018"),
          ("M: +44 7700 900123 T: +44 20 7946 0018", "+442079460018"),
        ])
      + lists(
        "DE",
        [
          ("030 1234567 030 1234568", "+49301234567"), ("0551 39123/0551 39124", "+4955139123"),
          ("030 1234567 (privat) 0171 2345678", "+49301234567"),
          ("0171 2345678\n030 1234567", "+491712345678"),
        ]))
  func several(_ test: Case) { expect(test) }

  @Test("numbers that no range has are told apart all the same", arguments: ["BE", "US"])
  func possibleOnes(region: String) {
    let cell = region == "BE" ? "02 123 45 67/68" : "555-123-4567 555-123-4568"
    let verdict = PhoneExaminer(cacheSlots: 4).examine(cell, region: CountryCode(region))
    #expect(verdict.outcome == .possible)
    #expect(verdict.e164 == (region == "BE" ? "+3221234567" : "+15551234567"))
    #expect(verdict.repairs == .firstOfSeveral)
  }

  @Test(
    "digits that could be anything are no second number",
    arguments: [
      Case(cell: "030 | 2345678", region: "DE", taken: ""),
      Case(cell: "4111111111111111", region: "DE", taken: ""),
    ])
  func nothing(_ test: Case) {
    expect(test)
  }

  @Test(
    "words and stand-ins beside a number are not read as its digits",
    arguments: [
      Case(
        cell: "0 / 020 7946 0018", region: "GB", taken: "+442079460018", repairs: .ignoredWords),
      Case(
        cell: "020 7946 0018 (after 6pm)", region: "GB", taken: "+442079460018",
        repairs: .ignoredWords),
      Case(
        cell: "030 1234567 Herr Meier", region: "DE", taken: "+49301234567", repairs: .ignoredWords),
      Case(
        cell: "030 1234567 DW 12", region: "DE", taken: "+49301234567", repairs: .droppedExtension),
      Case(
        cell: "030 1234567 Durchwahl 12", region: "DE", taken: "+49301234567",
        repairs: .droppedExtension),
      Case(
        cell: "01 42 68 53 00 poste 12", region: "FR", taken: "+33142685300",
        repairs: .droppedExtension),
      Case(
        cell: "02 1234567 int. 12", region: "IT", taken: "+39021234567", repairs: .droppedExtension),
      Case(
        cell: "22 123 45 67 w. 12", region: "PL", taken: "+48221234567", repairs: .droppedExtension),
      Case(
        cell: "22 123 45 67 wew. 12", region: "PL", taken: "+48221234567",
        repairs: .droppedExtension),
      Case(
        cell: "8 (495) 123-45-67 вн. 12", region: "RU", taken: "+74951234567",
        repairs: .droppedExtension),
      Case(
        cell: "210 123 4567 ΕΣΩΤ. 12", region: "GR", taken: "+302101234567",
        repairs: .droppedExtension),
      Case(cell: "1-800-FLOWERS", region: "US", taken: "+18003569377"),
      Case(cell: "212\u{B7}736\u{B7}5000", region: "US", taken: "+12127365000"),
    ])
  func words(_ test: Case) { expect(test) }

  @Test(
    "a letter for a digit loses no digit, and zeros alone are no number",
    arguments: [
      Case(cell: "020 7946 0O18", region: "GB", taken: ""),
      Case(cell: "+44 2O 7946 0018", region: "GB", taken: ""),
      Case(cell: "030 1234O67", region: "DE", taken: ""),
      Case(cell: "000000000", region: "DE", taken: ""),
    ])
  func lookalikes(_ test: Case) { expect(test) }

  @Test(
    "a slash behind an area code makes no number of its own of what is behind it",
    arguments: [
      ("+46 254/12345118", "SE"), ("+353 855/10245611", "IE"), ("+359 800/213407", "BG"),
      ("(+44) 153/445678", "JE"), ("+33 6/0123456789", "FR"), ("65/6502530000", "US"),
    ])
  func areaCode(_ cell: String, _ region: String) {
    let verdict = PhoneExaminer(cacheSlots: 4).examine(cell, region: CountryCode(region))
    #expect(!verdict.isValid)
    #expect(!verdict.repairs.contains(.firstOfSeveral))
  }

  static let hostile = [
    "1/", "1E+", "5 Jan 2026 ", "2026年1月5日 ", "10:30 ", "1-800-GOT-JUNK ", "1234 abcd ", "ext 1 ",
    "030 23125042 oder ", "tel 030 / ", "(0) 1, ",
  ]

  @Test("no cell is tried to be more than so much, however long it is", arguments: hostile)
  func bounded(_ unit: String) {
    let examiner = PhoneExaminer(cacheSlots: 4)
    // The last part that was begun may go over what is allowed.
    let longestPart = 300
    for count in [20, 100, 10_000] {
      let cell = String(repeating: unit, count: count)
      _ = examiner.examine(cell, region: CountryCode("DE"))
      #expect(examiner.spent <= PhoneExaminer.mostSpent + longestPart)
    }
  }

  @Test("who is named in a list is found however many readings the rest has", arguments: hostile)
  func listed(_ unit: String) {
    let examiner = PhoneExaminer(cacheSlots: 4)
    let noise = String(repeating: unit, count: 500)
    var cell = "+49 30 23125042; \(noise); +44 20 7946 0018; 030 23125043"
    let numbers = cell.withUTF8 { examiner.numbers(in: $0, region: CountryCode("DE")) }
    #expect(Set(["+493023125042", "+442079460018", "+493023125043"]).isSubset(of: numbers))
    #expect(examiner.spent <= PhoneExaminer.mostSpentOnPart + 300)
  }

  private func expect(_ test: Case) {
    let examiner = PhoneExaminer(cacheSlots: 4)
    // The second time comes from the cache, where the cell may be kept.
    for _ in 0..<2 {
      let verdict = examiner.examine(test.cell, region: CountryCode(test.region))
      #expect(verdict.e164 == test.taken)
      #expect(verdict.repairs == test.repairs)
      #expect(verdict.isValid == !test.taken.isEmpty)
    }
  }
}
