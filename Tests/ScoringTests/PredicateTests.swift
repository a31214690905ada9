import Bytes
import Testing

@testable import Scoring

@Suite("Conditions of rules")
struct PredicateTests {
  @Test(
    "patterns match whole folded words, with a star for any text",
    arguments: [
      ("ceo", "CEO", true), ("ceo", "CEO of all", false), ("head of *", "Head of Sales", true),
      ("head of *", "Head office", false), ("*director*", "Managing Director", true),
      ("*director*", "director", true), ("*leiter*", "Abteilungsleiterin", true),
      ("geschäftsführer*", "GESCHAFTSFUHRER", true), ("a*b*c", "axxbyyc", true),
      ("a*b*c", "axxcyyb", false), ("*", "anything", true), ("*", "", true),
      ("ab*ba", "aba", false),
      ("", "", true), ("", "x", false),
    ])
  func patterns(_ pattern: String, _ text: String, _ expected: Bool) {
    let folded = Array(TextFold.words(of: text).utf8)
    let matches = folded.withUnsafeBufferPointer { WordPattern(pattern).matches($0) }
    #expect(matches == expected)
  }

  private func holds(_ predicate: Predicate, _ values: [ScoreField: String]) -> Bool {
    var compiled = CompiledRules([ScoringRule(id: "rule", predicate: predicate, points: 1)])
    func next(_ rest: ArraySlice<(ScoreField, [UInt8])>, _ row: ScoreRow) -> Bool {
      guard let first = rest.first else { return compiled.applied(to: row) == 1 }
      return first.1.withUnsafeBufferPointer { text in
        var row = row
        row[first.0] = Int64(String(decoding: text, as: UTF8.self)).map { .int($0) } ?? .text(text)
        return next(rest.dropFirst(), row)
      }
    }
    return next(values.map { ($0.key, Array($0.value.utf8)) }[...], ScoreRow())
  }

  @Test("values are compared without case, numbers by their bounds, absence is no value")
  func tests() {
    let country = Predicate.test(.country, .isOneOf(TextSet(["DE", "at"])))
    #expect(holds(country, [.country: "de"]))
    #expect(holds(country, [.country: "AT"]))
    #expect(!holds(country, [.country: "CH"]))
    #expect(!holds(country, [:]))
    #expect(holds(.test(.employees, .atLeast(50)), [.employees: "50"]))
    #expect(!holds(.test(.employees, .atMost(49)), [.employees: "50"]))
    #expect(!holds(.test(.employees, .atMost(49)), [:]))
    #expect(holds(.test(.employees, .isOneOf(TextSet(["50"]))), [.employees: "50"]))
    #expect(holds(.test(.city, .present(false)), [:]))
    #expect(holds(.test(.city, .present(true)), [.city: "Bonn"]))
    #expect(!holds(.test(.city, .present(true)), [:]))
  }

  @Test("conditions combine")
  func combined() {
    let german = Predicate.test(.country, .isOneOf(TextSet(["DE"])))
    let big = Predicate.test(.employees, .atLeast(100))
    let values: [ScoreField: String] = [.country: "DE", .employees: "5"]
    #expect(!holds(.all([german, big]), values))
    #expect(holds(.any([german, big]), values))
    #expect(holds(.all([german, .not(big)]), values))
    #expect(Predicate.all([german, .not(big)]).fields == [.country, .employees])
  }

  @Test("nested conditions hold as written, whatever stands beside them")
  func nested() {
    func flag(_ field: ScoreField) -> Predicate { .test(field, .present(true)) }
    let fields: [ScoreField] = [.city, .country, .region, .language]
    let predicate = Predicate.any([
      .all([flag(.city), .not(.any([flag(.country), flag(.region)]))]),
      .all([flag(.language), .all([]), .not(.any([]))]),
    ])
    for mask in 0..<16 {
      let set = fields.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      let values = Dictionary(uniqueKeysWithValues: set.map { ($0, "x") })
      let expected =
        set.contains(.city) && !set.contains(.country) && !set.contains(.region)
        || set.contains(.language)
      #expect(holds(predicate, values) == expected, "\(set)")
    }
  }

  @Test("a field with more conditions than can be had is noticed")
  func overburdened() {
    func rules(_ count: Int) -> [ScoringRule] {
      (0..<count).map {
        ScoringRule(id: "r\($0)", predicate: .test(.city, .present(true)), points: 1)
      }
    }
    #expect(ScoringRules.overburdenedField(in: rules(64)) == nil)
    #expect(ScoringRules.overburdenedField(in: rules(65)) == .city)
  }

  @Test("every field has a name of its own")
  func names() {
    #expect(ScoreField.names.count == ScoreField.allCases.count)
    #expect(Set(ScoreField.names).count == ScoreField.names.count)
    for field in ScoreField.allCases { #expect(ScoreField(name: field.name) == field) }
    #expect(ScoreField(name: "shoe_size") == nil)
  }
}
