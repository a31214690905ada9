import Bytes
import Testing

@Suite("What a spreadsheet would compute")
struct FormulaGuardTests {
  private func check(_ text: String) -> (isFormula: Bool, needsEscape: Bool) {
    Array(text.utf8).withUnsafeBufferPointer {
      (FormulaGuard.isFormula($0), FormulaGuard.needsEscape($0))
    }
  }

  @Test(
    "is told from what it leaves alone",
    arguments: [
      ("=1+1", true), ("@SUM(1)", true), ("+A1", true), ("-2+3", true), ("\t=1", true),
      ("\r=1", true), ("\n=1", true), ("＝1+1", true), ("＠x", true), ("－1", true), ("＋1", true),
      ("=", true), ("@", true), ("-cmd|' /C calc'!A0", true), ("+49-30-1234", true),
      ("-1.5E+3", true), ("+49 30 1234", false), ("+49301234", false), ("+1 (555) 0100", false),
      ("-5", false), ("-5.25", false), ("-1,234.50", false), ("+5 %", false), ("-5%", false),
      ("-", false), ("+", false), ("", false), ("x=1", false), ("a@b", false), (" =1", false),
      ("ï¼", false), ("'x", false),
    ])
  func formulas(text: String, expected: Bool) {
    #expect(check(text).isFormula == expected)
  }

  @Test("the apostrophe is taken back exactly, however many there were before")
  func roundTrip() {
    let cores = ["=1+1", "@x", "-5", "x", "", "+49 30", "-a", "\tx", "'", "＝1"]
    for core in cores {
      for count in 0...3 {
        let text = String(repeating: "'", count: count) + core
        let escaped = check(text).needsEscape ? "'" + text : text
        #expect(!check(escaped).isFormula, "\(text)")
        let back = Array(escaped.utf8).withUnsafeBufferPointer {
          String(decoding: FormulaGuard.unescaped($0), as: UTF8.self)
        }
        #expect(back == text)
      }
    }
  }
}
