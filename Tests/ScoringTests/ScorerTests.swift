import Testing

@testable import Scoring

@Suite("Scores are made of parts that add up")
struct ScorerTests {
  private static let rules = ScoringRules(
    rules: [
      ScoringRule(
        id: "boss", predicate: .test(.jobTitle, .matches([WordPattern("head of *")])), points: 60),
      ScoringRule(id: "big", predicate: .test(.employees, .atLeast(100)), points: 30),
      ScoringRule(
        id: "refused", predicate: .test(.consentStatus, .isOneOf(TextSet(["withdrawn"]))),
        points: -50),
    ],
    eventPoints: [("open", 5), ("click", 10), ("reply", 15)], engagementMaximum: 40,
    grades: [
      GradeThreshold(grade: "A", minimum: 80), GradeThreshold(grade: "B", minimum: 40),
      GradeThreshold(grade: "C", minimum: 0),
    ])

  struct Case: Sendable {
    var title: String?
    var employees: Int64?
    var consent: String?
    var events: [Int] = []
    let score: Int
    let grade: String
    let parts: String
  }

  @Test(
    "a score is bounded, graded and explained",
    arguments: [
      Case(score: 0, grade: "C", parts: "{}"),
      Case(title: "Head of Sales", score: 60, grade: "B", parts: #"{"boss":60}"#),
      Case(
        title: "HEAD OF IT", employees: 100, score: 90, grade: "A",
        parts: #"{"boss":60,"big":30}"#),
      Case(
        consent: "Withdrawn", score: 0, grade: "C",
        parts: #"{"refused":-50,"score.minimum":50}"#),
      Case(
        employees: 99, events: [1, 1, 1], score: 30, grade: "C",
        parts: #"{"engagement.open":5,"engagement.click":10,"engagement.reply":15}"#),
      Case(
        events: [20, 0, 0], score: 40, grade: "B",
        parts: #"{"engagement.open":100,"engagement.maximum":-60}"#),
      Case(
        title: "Head of Sales", employees: 500, events: [0, 4, 0], score: 100, grade: "A",
        parts: #"{"boss":60,"big":30,"engagement.click":40,"score.maximum":-30}"#),
      Case(title: "Head office", score: 0, grade: "C", parts: "{}"),
    ])
  func scored(_ example: Case) throws {
    let outcome = try #require(score(example))
    #expect(outcome.score == example.score)
    #expect(outcome.grade == example.grade)
    #expect(String(decoding: outcome.parts, as: UTF8.self) == example.parts)
  }

  @Test("the parts add up to the score, whatever applies")
  func sums() throws {
    for title in ["Head of Sales", nil] {
      for employees in [Int64(5), 500, nil] {
        for consent in ["withdrawn", "granted"] {
          for opens in [0, 1, 7, 300] {
            let outcome = try #require(
              score(
                Case(
                  title: title, employees: employees, consent: consent, events: [opens, 0, 0],
                  score: 0, grade: "", parts: "")))
            let json = String(decoding: outcome.parts, as: UTF8.self).dropFirst().dropLast()
            let points = json.split(separator: ",").compactMap {
              $0.split(separator: ":").last.flatMap { Int($0) }
            }
            #expect(points.reduce(0, +) == outcome.score, "\(json)")
            #expect((0...100).contains(outcome.score))
          }
        }
      }
    }
  }

  @Test("the same combination of rules is worked out once, and not with another's events")
  func remembered() {
    var scorer = Scorer(rules: Self.rules)
    let first = scorer.score(ScoreRow())
    let withEvents = scorer.score(ScoreRow(), events: [1, 0, 0])
    #expect(scorer.score(ScoreRow(), events: [0, 0, 0]) == first)
    #expect(withEvents != first)
    #expect(scorer.outcomes.map(\.score) == [0, 5])
  }

  private func score(_ example: Case) -> ScoreOutcome? {
    var scorer = Scorer(rules: Self.rules)
    let title = Array((example.title ?? "").utf8)
    let consent = Array((example.consent ?? "").utf8)
    return title.withUnsafeBufferPointer { title in
      consent.withUnsafeBufferPointer { consent in
        var row = ScoreRow()
        row[.jobTitle] = title.isEmpty ? .null : .text(title)
        row[.consentStatus] = consent.isEmpty ? .null : .text(consent)
        row[.employees] = example.employees.map { .int($0) } ?? .null
        let index = scorer.score(row, events: example.events)
        return scorer.outcomes.indices.contains(index) ? scorer.outcomes[index] : nil
      }
    }
  }
}
