import LeadModel
import Testing

@testable import Matching

@Suite("What people decided about pairs goes before what keys and models say")
struct DecisionTests {
  private func decisions(_ pairs: [(Int64, Int64, Bool)]) -> LeadDecisions {
    var decisions = LeadDecisions()
    for (left, right, isSame) in pairs { decisions.add(left, right, isSame: isSame) }
    return decisions
  }

  private func cluster(
    _ records: [LeadRecord], _ pairs: [(Int64, Int64, Bool)]
  ) -> [[Int64]] {
    var maker = KeyMaker(rules: Samples.rules)
    return EntityClusters(
      of: records.map { maker.lead($0) }, context: [], blocked: [], rules: Samples.rules,
      decisions: decisions(pairs)
    ).clusters.map(\.leads)
  }

  @Test("two leads that have nothing in common are one person if somebody says so")
  func same() {
    let records = [
      Samples.record(1, email: "ann@example.com"), Samples.record(2, email: "bob@example.com"),
      Samples.record(3, email: "bob@example.com"),
    ]
    #expect(cluster(records, [(1, 2, true)]) == [[1, 2, 3]])
    #expect(cluster(records, [(1, 2, true), (1, 3, false)]) == [[1, 2], [3]])
  }

  @Test("a key that would bring two people together joins only those whose names agree")
  func sharedKey() {
    let records = ["Ann Lee", "Bob Ray", "Bob Ray", nil, nil].enumerated().map {
      Samples.record(Int64($0 + 1), email: "office@example.com", name: $1)
    }
    #expect(cluster(records, []) == [[1, 2, 3, 4, 5]])
    #expect(cluster(records, [(1, 2, false)]) == [[1], [2, 3], [4], [5]])
  }

  @Test("of leads alike in all, those go together that may go with every other")
  func alike() {
    let records = (1...4).map {
      Samples.record(Int64($0), email: "ann@example.com", name: "Ann Lee")
    }
    #expect(cluster(records, [(1, 2, false)]) == [[1], [2], [3, 4]])
  }

  @Test("over a chain of keys the weaker one gives way")
  func chain() {
    let records = [
      Samples.record(1, email: "ann@example.com", name: "Ann Lee"),
      Samples.record(2, email: "ann@example.com", phone: "+447700900123", name: "Ann Lee"),
      Samples.record(3, phone: "+447700900123", name: "Ann Lee"),
    ]
    #expect(cluster(records, [(1, 3, false)]) == [[1, 2], [3]])
    #expect(cluster(records, [(2, 3, true), (1, 3, false)]) == [[1], [2, 3]])
  }

  @Test("the surest link is taken, and none that would bring two people together")
  func model() {
    let weights: [[Int]: Double] = [[0, 1]: 9, [1, 2]: 7, [0, 2]: 6]
    let clusters = LinkClusters(
      sure: [], edges: weights.map { LinkEdge(left: $0[0], right: $0[1], weight: $1) },
      apart: [0: [2], 2: [0]], weight: { weights[[$0, $1]] ?? 0 })
    #expect(clusters.links.map { [$0.left, $0.right] } == [[0, 1]])
  }

  @Test("a decision that contradicts those taken before is left out")
  func contradictions() {
    let decisions: [(Int64, Int64, isSame: Bool, isTaken: Bool)] = [
      (1, 2, true, true), (2, 3, true, true), (1, 3, false, false), (3, 4, false, true),
      (4, 1, true, false), (4, 5, true, true), (5, 2, true, false), (6, 5, false, true),
      (6, 1, true, true), (7, 8, true, true), (7, 8, false, false),
    ]
    var people = DecidedPeople()
    for (left, right, isSame, isTaken) in decisions {
      let result = people.take(left, right, isSame: isSame)
      #expect(result == isTaken, "\(left) \(right) \(isSame)")
    }
  }

  @Test("training takes decided pairs for what was said of them")
  func training() {
    var random = SplitMix64(seed: 3)
    let records = RandomPeople.records(60, &random)
    func model(_ pairs: [(Int, Int)], isSame: Bool) -> LinkModel {
      var decided = DecidedPairs()
      for (left, right) in pairs { decided.add(left, right, isSame: isSame) }
      return LinkTraining(records, start: .initial, seed: 1, decided: decided)
        .model(candidates: CandidatePairs(BlockKeys(records)), version: 2)
    }
    let plain = model([], isSame: true)
    let all = (0..<60).flatMap { left in ((left + 1)..<60).map { (left, $0) } }
    #expect(model(all, isSame: false).prior < plain.prior)
    let family = LinkComparison.familyName.rawValue
    let taught = model((0..<20).map { ($0, $0 + 30) }, isSame: true)
    #expect((taught.levels[family].last?.m ?? 0) > 2 * (plain.levels[family].last?.m ?? 1))
    #expect(abs(taught.levels[family].reduce(0) { $0 + $1.m } - 1) < 1e-4)
  }

  @Test("keys join the same people in whatever order leads come", arguments: [1, 2, 3])
  func anyOrder(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = ["Ann Lee", "Bob Ray", "Cy Fox", nil]
    let emails = ["a@example.com", "b@example.com", "c@example.com", nil]
    let phones = ["+447700900121", "+447700900122", "+447700900123", nil]
    for _ in 1...150 {
      let leads = (0..<9).map { _ in
        (
          name: names[Int(random.next() % 4)], email: emails[Int(random.next() % 4)],
          phone: phones[Int(random.next() % 4)]
        )
      }
      var people = DecidedPeople()
      var pairs: [(Int, Int, Bool)] = []
      for _ in 0..<4 {
        let (left, right) = (Int(random.next() % 9), Int(random.next() % 9))
        let isSame = random.next() % 3 == 0
        guard left != right, people.take(Int64(left), Int64(right), isSame: isSame) else {
          continue
        }
        pairs.append((left, right, isSame))
      }
      let order = (0..<9).shuffled(using: &random)
      func clusters(_ id: (Int) -> Int64) -> Set<Set<Int>> {
        let places = Dictionary(uniqueKeysWithValues: (0..<9).map { (id($0), $0) })
        let found = cluster(
          leads.enumerated().map {
            Samples.record(id($0), email: $1.email, phone: $1.phone, name: $1.name)
          }.sorted { $0.id < $1.id }, pairs.map { (id($0), id($1), $2) })
        return Set(found.map { Set($0.compactMap { places[$0] }) })
      }
      let sets = clusters { Int64($0 + 1) }
      #expect(sets == clusters { Int64(order[$0] + 1) }, "seed \(seed)")
      for (left, right, isSame) in pairs {
        #expect(sets.contains { $0.contains(left) && $0.contains(right) } == isSame)
      }
    }
  }
}
