import LeadModel
import Phone
import Testing

struct PhoneExaminerTests {
  struct Case: CustomTestStringConvertible {
    let id: String
    let input: String
    let region: String?
    let outcome: PhoneVerdict.Outcome
    var e164 = ""
    var type: PhoneVerdict.NumberType = .unknown
    var found: String?
    var repairs: PhoneVerdict.Repairs = []

    var testDescription: String { id }
  }

  @Test(
    "a number is read as the person meant it, and the verdict says what was assumed",
    arguments: [
      Case(
        id: "international", input: "+44 20 7946 0018", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "national", input: "030 23125-042", region: "DE", outcome: .valid,
        e164: "+493023125042", type: .fixedLine, found: "DE"),
      Case(
        id: "slash and brackets", input: "(030)/23125 042", region: "DE", outcome: .valid,
        e164: "+493023125042", type: .fixedLine, found: "DE"),
      Case(
        id: "American", input: "(212) 555-0123", region: "US", outcome: .valid,
        e164: "+12125550123", type: .fixedLineOrMobile, found: "US"),
      Case(
        id: "Canadian under a shared code", input: "+1 613-555-0123", region: "US",
        outcome: .valid, e164: "+16135550123", type: .fixedLineOrMobile, found: "CA"),
      Case(
        id: "British trunk zero in brackets", input: "+44 (0)20 7946 0018", region: nil,
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "zero zero for plus", input: "0044 20 7946 0018", region: "DE", outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "zero zero without a region", input: "00442079460018", region: nil,
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "zero zero where it is not dialled so", input: "00442079460018", region: "US",
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "lost plus, own country", input: "442079460018", region: "GB", outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "lost plus, no country", input: "442079460018", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB", repairs: .lostPlus),
      Case(
        id: "lost plus of a mobile where numbers have any length", input: "4915123456789",
        region: "DE", outcome: .valid, e164: "+4915123456789", type: .mobile, found: "DE",
        repairs: .lostPlus),
      Case(
        id: "lost plus of a fixed line where numbers have any length", input: "49 221 471-0123",
        region: "DE", outcome: .valid, e164: "+492214710123", type: .fixedLine, found: "DE",
        repairs: .lostPlus),
      Case(
        id: "lost plus in Indonesia", input: "62215551234", region: "ID", outcome: .valid,
        e164: "+62215551234", type: .fixedLine, found: "ID", repairs: .lostPlus),
      Case(
        id: "lost plus of another country, longer than numbers are", input: "442079460018",
        region: "DE", outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .lostPlus),
      Case(
        id: "perhaps a lost plus of another country", input: "33142685300", region: "DE",
        outcome: .valid, e164: "+4933142685300", type: .fixedLine, found: "DE",
        repairs: .plusMayFit),
      Case(
        id: "an area that looks like the country's code, with its trunk zero",
        input: "04921 5551234", region: "DE", outcome: .valid, e164: "+4949215551234",
        type: .fixedLine, found: "DE"),
      Case(
        id: "an area that looks like the country's code, its trunk zero lost",
        input: "4921555123", region: "DE", outcome: .valid, e164: "+494921555123",
        type: .fixedLine, found: "DE", repairs: .plusWouldChange),
      Case(
        id: "an area that looks like the country's code, abroad", input: "468615242",
        region: "SE", outcome: .valid, e164: "+46468615242", type: .fixedLine, found: "SE"),
      Case(
        id: "scientific notation and lost plus", input: "4.915123456789E+12", region: "DE",
        outcome: .valid, e164: "+4915123456789", type: .mobile, found: "DE",
        repairs: [.scientificNotation, .lostPlus]),
      Case(
        id: "one digit too many is not Egypt", input: "20155501237", region: "US",
        outcome: .tooLong, repairs: .plusWouldFit),
      Case(
        id: "scientific notation, whole", input: "4.42079460018E+11", region: "GB",
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .scientificNotation),
      Case(
        id: "scientific notation with a comma", input: "4,42079460018E+11", region: "GB",
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .scientificNotation),
      Case(
        id: "scientific notation, digits lost", input: "4.477E+11", region: "GB",
        outcome: .notANumber, repairs: .lostDigits),
      Case(
        id: "scientific notation, zeros at the end", input: "4.9302312504200E+11", region: "DE",
        outcome: .valid, e164: "+493023125042", type: .fixedLine, found: "DE",
        repairs: .scientificNotation),
      Case(
        id: "scientific notation, a zero for the last digit", input: "4.420794600180E+11",
        region: "GB", outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .scientificNotation),
      Case(
        id: "scientific notation of a short number", input: "4.91696000000E+05", region: "DE",
        outcome: .valid, e164: "+49491696", type: .fixedLine, found: "DE",
        repairs: .scientificNotation),
      Case(
        id: "scientific notation of a number with decimals", input: "4.91696123E+05", region: "DE",
        outcome: .notANumber),
      Case(
        id: "scientific notation of nearly nothing", input: "4.93023125042E-11", region: "DE",
        outcome: .notANumber),
      Case(
        id: "begins as a prefix does, at home", input: "88101832984", region: "BY",
        outcome: .valid, e164: "+3758101832984", type: .premiumRate, found: "BY"),
      Case(
        id: "begins as a prefix does, behind its code", input: "+3758101832984", region: "BY",
        outcome: .valid, e164: "+3758101832984", type: .premiumRate, found: "BY"),
      Case(
        id: "a program's decimal", input: "442079460018.0", region: "GB", outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "two numbers", input: "030 23125042 / 0171 1234567", region: "DE",
        outcome: .valid, e164: "+493023125042", type: .fixedLine, found: "DE",
        repairs: .firstOfSeveral),
      Case(
        id: "extension", input: "030 23125042 ext. 7", region: "DE", outcome: .valid,
        e164: "+493023125042", type: .fixedLine, found: "DE", repairs: .droppedExtension),
      Case(
        id: "two numbers, the first with a slash of its own",
        input: "030/23125042 / 0171/1234567", region: "DE", outcome: .valid,
        e164: "+493023125042", type: .fixedLine, found: "DE", repairs: .firstOfSeveral),
      Case(
        id: "two numbers and a word", input: "020 7946 0018 or 020 7946 0019", region: "GB",
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .firstOfSeveral),
      Case(
        id: "a second number that could be an extension", input: "02079460018;02079460019",
        region: "GB", outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB",
        repairs: .firstOfSeveral),
      Case(
        id: "a word behind", input: "020 7946 0018 (office)", region: "GB", outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB", repairs: .ignoredWords),
      Case(
        id: "an extension in German", input: "+49 30 23125 Durchwahl 42", region: nil,
        outcome: .valid, e164: "+493023125", type: .fixedLine, found: "DE",
        repairs: .droppedExtension),
      Case(
        id: "plus and zero zero", input: "+0044 20 7946 0018", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "a program's decimals with a comma", input: "442079460018,00", region: "GB",
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "full width", input: "＋４４　２０　７９４６　００１８", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "Arabic digits, plus lost", input: "٤٤٢٠٧٩٤٦٠٠١٨", region: "GB", outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "marks of writing direction", input: "\u{202A}+44 20 7946 0018\u{202C}",
        region: nil, outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "a URI", input: "tel:020-7946-0018;phone-context=+44", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "letters of a vanity number", input: "1-800-FLOWERS", region: "US",
        outcome: .valid, e164: "+18003569377", type: .tollFree, found: "US"),
      Case(
        id: "number of no country", input: "+800 1234 5678", region: nil, outcome: .valid,
        e164: "+80012345678", type: .tollFree, found: nil),
      Case(
        id: "Excel's apostrophe", input: "'+442079460018", region: nil, outcome: .valid,
        e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "no-break spaces", input: "+44\u{A0}20\u{A0}79460018", region: nil,
        outcome: .valid, e164: "+442079460018", type: .fixedLine, found: "GB"),
      Case(
        id: "range not in use", input: "+49 1005 12345678", region: nil, outcome: .possible,
        e164: "+49100512345678"),
      Case(id: "no country", input: "030 23125042", region: nil, outcome: .noCountry),
      Case(id: "too short", input: "+44 20", region: nil, outcome: .tooShort),
      Case(id: "without its area code", input: "0171/55", region: "GB", outcome: .localOnly),
      Case(id: "too long", input: "+44 20 7946 0018 99999", region: nil, outcome: .tooLong),
      Case(id: "words", input: "call reception", region: "GB", outcome: .notANumber),
    ])
  func examines(_ test: Case) {
    let examiner = PhoneExaminer(cacheSlots: 4)
    // The second time comes from the cache and must not differ.
    for _ in 0..<2 {
      let verdict = examiner.examine(test.input, region: test.region.flatMap { CountryCode($0) })
      #expect(verdict.outcome == test.outcome)
      #expect(verdict.e164 == test.e164)
      #expect(verdict.type == test.type)
      #expect(verdict.region.map(\.description) == test.found)
      #expect(verdict.repairs == test.repairs)
    }
  }

  @Test("a cache of few slots gives the same verdicts as one that never forgets")
  func cacheIsExact() {
    let small = PhoneExaminer(cacheSlots: 2)
    let large = PhoneExaminer(cacheSlots: 1 << 12)
    for round in 0..<2 {
      for suffix in 0..<200 {
        let number = "+4420794\(60000 + suffix)"
        let region = suffix % 2 == round ? CountryCode("GB") : nil
        let left = small.examine(number, region: region)
        let right = large.examine(number, region: region)
        #expect(left.e164 == right.e164 && left.outcome == right.outcome, "\(number)")
      }
    }
  }

  @Test("the same digits mean different numbers in different countries")
  func cacheKnowsTheRegion() {
    let examiner = PhoneExaminer()
    let german = examiner.examine("030 23125042", region: CountryCode("DE"))
    let none = examiner.examine("030 23125042", region: nil)
    #expect(german.isValid)
    #expect(none.outcome == .noCountry)
  }

  @Test("a number that was normalised is the same when it is read again")
  func normalisingTwice() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let examiner = PhoneExaminer(cacheSlots: 16)
    let stems = [
      "+375810", "+4420", "+4930", "+1212", "+39066", "+3906", "+5411", "+54911", "+5255", "+5511",
    ]
    for _ in 0..<3_000 {
      var text = stems[Int.random(in: 0..<stems.count, using: &random)]
      for _ in 0..<Int.random(in: 4...9, using: &random) {
        text += String(Int.random(in: 0...9, using: &random))
      }
      let once = examiner.examine(text, region: nil)
      guard once.isValid else { continue }
      let twice = examiner.examine(once.e164, region: nil)
      #expect(once.e164 == twice.e164 && twice.repairs.isEmpty, "\(text), seed \(seed)")
      #expect(once.region == twice.region && once.type == twice.type, "\(text), seed \(seed)")
    }
  }

  @Test("no bytes are too wild to be read")
  func wildBytes() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let examiner = PhoneExaminer(cacheSlots: 16)
    let pieces = Array("+0123456789 ()-./,;:#x~ext=tel:phone-context=\u{FF11}\u{661}\u{0}\n\\".utf8)
    for _ in 0..<5_000 {
      let cell = (0..<Int.random(in: 1...300, using: &random)).map { _ in
        Bool.random(using: &random)
          ? pieces[Int.random(in: 0..<pieces.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      let verdict = cell.withUnsafeBufferPointer {
        examiner.examine($0, region: CountryCode("GB"))
      }
      #expect(verdict.e164Length <= 22, "seed \(seed)")
    }
  }

  @Test(
    "digits of every script are digits",
    arguments: (UInt32(0x80)...0x1FFFF).filter {
      Unicode.Scalar($0)?.properties.numericType == .decimal
        && Unicode.Scalar($0)?.properties.numericValue == 0
    })
  func digitsOfScripts(zero: UInt32) {
    func written(_ digits: String) -> String {
      var text = String.UnicodeScalarView()
      for scalar in digits.unicodeScalars {
        let value = scalar.value &- 48
        text.append(value < 10 ? Unicode.Scalar(zero + value) ?? "?" : scalar)
      }
      return String(text)
    }
    let examiner = PhoneExaminer(cacheSlots: 16)
    let country = CountryCode("GB")
    #expect(examiner.examine(written("020 7946 0018"), region: country).e164 == "+442079460018")
    let two = examiner.examine(written("020 7946 0018, 020 7946 0019"), region: country)
    #expect(two.e164 == "+442079460018")
    #expect(!examiner.examine(written("0"), region: country).isValid)
  }

  @Test("what stands far behind a number counts")
  func longCells() {
    let gap = String(repeating: " ", count: 2_000)
    let examiner = PhoneExaminer(cacheSlots: 16)
    let country = CountryCode("GB")
    #expect(examiner.examine("020 7946 0018" + gap + "99", region: country).outcome == .tooLong)
    let several = examiner.examine("020 7946 0018;" + gap + "020 7946 0019", region: country)
    #expect(several.e164 == "+442079460018")
  }

  /// How long it takes is measured by Tests/Benchmarks/validators.
  @Test(
    "a cell of a megabyte is no number, or the first of several",
    arguments: [
      ("1", nil), ("1 2-", nil), (",", nil), (" x1", nil), ("tel:", nil), ("\u{FF11}", nil),
      ("+", nil), ("020 7946 0018; ", "+442079460018"),
    ] as [(String, String?)])
  func megabyteCells(piece: String, expected: String?) {
    let cell = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
    let examiner = PhoneExaminer(cacheSlots: 16)
    let verdict = cell.withUnsafeBufferPointer {
      examiner.examine($0, region: CountryCode("GB"))
    }
    #expect(verdict.isValid == (expected != nil))
    if let expected { #expect(verdict.e164 == expected) }
  }
}
