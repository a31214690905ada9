import LeadModel
import Testing

@testable import ColumnMapping

@Suite("A column is held against all that came under its header")
struct DriftTests {
  private static func layout(_ header: String, _ field: String, _ values: [String]) -> [ColumnShape]
  {
    [ColumnShape(header: header, field: field, profile: ValueProfile(values))]
  }

  private static func change(_ history: [[String]], _ now: [String]) -> String? {
    LayoutDrift.against(
      history.map { layout("c", "email", $0) }, layout("c", "email", now))?
      .items.first?.change.rawValue
  }

  private static func mails(_ count: Int) -> [String] {
    (0..<count).map { "p\($0)@example.com" }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let history: [[String]]
    let now: [String]
    let change: String?
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "three names where hundreds were addresses", history: [mails(200), mails(150)],
      now: ["Ada", "Grace", "Alan"], change: "retyped"),
    Case(
      name: "three of four", history: [mails(300)], now: ["Ada", "Grace", "Alan", "x@example.com"],
      change: "retyped"),
    Case(
      name: "one odd value among four", history: [mails(300)], now: mails(3) + ["unknown"],
      change: nil),
    Case(
      name: "two odd values among four", history: [mails(300)], now: mails(2) + ["none", "-"],
      change: nil),
    Case(
      name: "two values are hardly anything", history: [mails(300)], now: ["Ada", "Grace"],
      change: nil),
    Case(
      name: "twenty small files together are as much as a large one",
      history: (0..<20).map { _ in mails(4) }, now: ["Ada", "Grace", "Alan"], change: "retyped"),
    Case(
      name: "one small file proves nothing", history: [mails(4)], now: ["Ada", "Grace", "Alan"],
      change: nil),
    Case(
      name: "a file before looked like that",
      history: [mails(300), ["Ada", "Bob", "Cy", "Di", "Ed"]],
      now: ["Ada", "Grace", "Alan"], change: nil),
    Case(
      name: "a column that is often something else",
      history: [mails(200) + (0..<40).map { "asked \($0)" }], now: ["Ada", "Grace", "Alan"],
      change: nil),
    Case(
      name: "days for telephone numbers", history: [(0..<200).map { "+44 20 7946 0\(100 + $0)" }],
      now: ["2026-01-01", "2026-01-02", "2026-02-03", "2026-04-01"], change: "retyped"),
    Case(
      name: "numbers are written like telephone numbers",
      history: [(0..<200).map { "+44 20 7946 0\(100 + $0)" }],
      now: ["4420794612", "4420794613", "4420794614"], change: nil),
    Case(
      name: "four empty cells where none ever was", history: [mails(300)], now: ["", "", "", ""],
      change: "emptied"),
    Case(
      name: "four empty cells where a tenth was",
      history: [mails(270) + [String](repeating: "", count: 30)], now: ["", "", ""], change: nil),
    Case(
      name: "days that prove nothing do not keep others from proving an order",
      history: [(1...12).map { "0\($0 % 9 + 1).02.2026" }, (13...28).map { "\($0).02.2026" }],
      now: (13...28).map { "02/\($0)/2026" }, change: "retyped"),
  ]

  @Test("Values of another kind are proof where chance cannot have brought them", arguments: cases)
  func proof(_ item: Case) {
    #expect(Self.change(item.history, item.now) == item.change)
  }

  @Test("Small files of the same sender as before are hardly ever taken for others")
  func honest() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let odd = ["n/a", "unknown", "2026-01-01", "12", "example.com", "see notes"]
    var stops = 0
    var files = 0
    for _ in 0..<400 {
      // A sender whose columns have their own shares of odd and of empty cells.
      let shares = (0..<8).map { _ in
        (
          odd: Double.random(in: 0...0.2, using: &random) * (Bool.random(using: &random) ? 1 : 0.1),
          empty: Double.random(in: 0...0.4, using: &random)
        )
      }
      func file(_ rows: Int) -> [ColumnShape] {
        shares.enumerated().map { column, share in
          var profile = ValueProfile()
          for row in 0..<rows {
            if Double.random(in: 0..<1, using: &random) < share.empty {
              profile.add("")
            } else if Double.random(in: 0..<1, using: &random) < share.odd {
              profile.add(odd[Int.random(in: 0..<odd.count, using: &random)])
            } else {
              profile.add("p\(row)@example.com")
            }
          }
          return ColumnShape(header: "c\(column)", field: "email", profile: profile)
        }
      }
      let history = (0..<20).map { _ in file(Int.random(in: 1...40, using: &random)) }
      for _ in 0..<5 {
        files += 1
        let now = file(Int.random(in: 1...12, using: &random))
        if LayoutDrift.against(history, now)?.isDrift == true { stops += 1 }
      }
    }
    // 2,000 files of eight columns each.
    #expect(stops * 500 <= files, "\(stops) of \(files) stopped, seed \(seed)")
  }

  @Test("A chance is that of the beta-binomial distribution")
  func chance() {
    #expect(Chance.ofAtLeast(0, of: 4, before: 0, of: 100) == 1)
    // (1/2 * 3/2 * 5/2) / (201 * 202 * 203), and 3 of 4 added to it.
    let all = 1.875 / (201.0 * 202 * 203)
    #expect(abs(Chance.ofAtLeast(3, of: 3, before: 0, of: 200) - all) < 1e-12)
    let some = Chance.ofAtLeast(1, of: 4, before: 20, of: 100)
    // One less four values in a row of the usual kind.
    let none = (80.5 / 101) * (81.5 / 102) * (82.5 / 103) * (83.5 / 104)
    #expect(abs(some - (1 - none)) < 1e-12)
  }

  @Test("What is kept of a layout comes back, and what older versions kept is understood")
  func kept() throws {
    let shape = try #require(Self.layout("Mail | x", "email", Self.mails(7) + ["a", ""]).first)
    #expect(ColumnShape(texts: shape.texts) == shape)
    let old = try #require(ColumnShape(texts: ["Mail", "email", "email", "300", "0", "", ""]))
    #expect(
      LayoutDrift.against([[old]], Self.layout("Mail", "email", ["Ada", "Grace", "Alan"]))?.isDrift
        == true)
  }
}
