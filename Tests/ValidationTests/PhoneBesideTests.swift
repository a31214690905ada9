import LeadModel
import Phone
import Testing

@Suite("What stands beside a telephone number")
struct PhoneBesideTests {
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
