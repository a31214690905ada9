import StageKit
import Testing

@Suite struct ParallelBatchesTests {
  struct Broken: Error, Equatable { let part: String }

  @Test("results come in the order of production, whatever the workers do", arguments: [1, 2, 7])
  func order(workers: Int) throws {
    var next = 0
    var results: [Int] = []
    try ParallelBatches.run(
      workers: workers,
      produce: {
        guard next < 500 else { return nil }
        next += 1
        return next
      },
      transform: { (number: Int) in
        // Work of very different lengths, so that later batches finish first.
        (0..<((number * 7919) % 2000)).reduce(number) { total, _ in total }
      },
      consume: { results.append($0) })
    #expect(results == Array(1...500))
  }

  @Test("an empty input ends at once")
  func empty() throws {
    var count = 0
    try ParallelBatches.run(
      workers: 2, produce: { nil as Int? }, transform: { $0 }, consume: { _ in count += 1 })
    #expect(count == 0)
  }

  @Test("never more batches are in flight than two for each worker, and one")
  func bounded() throws {
    var produced = 0
    var consumed = 0
    var most = 0
    try ParallelBatches.run(
      workers: 2,
      produce: {
        guard produced < 100 else { return nil }
        produced += 1
        most = max(most, produced - consumed)
        return produced
      },
      transform: { (number: Int) in number }, consume: { _ in consumed += 1 })
    #expect(most <= 5)
    #expect(consumed == 100)
  }

  @Test(
    "the first error of any part ends the work", arguments: ["produce", "transform", "consume"])
  func errors(part: String) {
    var next = 0
    #expect(throws: Broken(part: part)) {
      try ParallelBatches.run(
        workers: 2,
        produce: {
          next += 1
          if part == "produce", next == 5 { throw Broken(part: part) }
          return next < 1000 ? next : nil
        },
        transform: { (number: Int) in
          if part == "transform", number == 5 { throw Broken(part: part) }
          return number
        },
        consume: { number in
          if part == "consume", number == 5 { throw Broken(part: part) }
        })
    }
    #expect(next < 100)
  }
}
