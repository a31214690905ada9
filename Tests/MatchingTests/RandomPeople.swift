import LeadModel

@testable import Matching

/// A base of invented people with slips, and who is whom.
enum RandomPeople {
  private static func word(_ seed: UInt64, _ random: inout SplitMix64) -> String {
    let syllables = ["ka", "ri", "mo", "len", "sta", "vo", "ber", "tu", "nis", "gar", "el", "dro"]
    var inner = SplitMix64(seed: seed)
    return (0..<3).map { _ in syllables[Int(inner.next() % 12)] }.joined()
  }

  private static func slip(_ text: String, _ random: inout SplitMix64) -> String {
    guard text.count > 3, random.next() % 5 == 0 else { return text }
    var letters = Array(text)
    let place = Int(random.next() % UInt64(letters.count - 1))
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  /// Every third record repeats the person of two records before.
  static func records(_ count: Int, _ random: inout SplitMix64) -> LinkRecords {
    var people = People()
    for record in 0..<count {
      let person = UInt64(self.person(record))
      var other = SplitMix64(seed: person &* 7_919)
      func maybe(_ text: String) -> String {
        random.next() % 10 == 0 ? "" : slip(text, &random)
      }
      let (first, last) = (word(other.next() % 150, &random), word(other.next() % 400, &random))
      let number = other.next() % 90 + 1
      people.add(
        Person(
          first: maybe(first), last: maybe(last),
          email: record % 2 == 0 ? "p\(record)@\(word(other.next() % 9, &random)).example" : "",
          street: maybe("\(number) \(word(other.next() % 300, &random)) street"),
          city: maybe(word(other.next() % 60, &random)),
          postcode: maybe("\(10_000 + other.next() % 900)"),
          website: record % 3 == 2 ? "www.\(word(other.next() % 9, &random)).example" : ""))
    }
    return people.records
  }

  private static func person(_ record: Int) -> Int { record % 3 == 2 ? record - 2 : record }

  static func quality(
    of model: LinkModel, _ records: LinkRecords, _ candidates: CandidatePairs
  ) -> (precision: Double, f1: Double) {
    let weights = PairWeights(model, records: records)
    let least = LinkModel.weight(of: model.linkThreshold)
    var found = 0.0
    var right = 0.0
    for rule in BlockingRule.allCases {
      candidates.forEach(of: rule) { left, other, isCandidate in
        guard isCandidate, weights.weight(left, other, atLeast: least) != nil else { return true }
        found += 1
        if person(left) == person(other) { right += 1 }
        return true
      }
    }
    let truth = Double(records.count / 3)
    return (found == 0 ? 1 : right / found, 2 * right / (found + truth))
  }
}
