import Definitions
import Foundation
import LeadModel
import ValidateStage

/// Times what one hostile record costs, field by field; run by Tests/Benchmarks/validators.
///
///     validator-times PIPELINES [--all] [FIELD...]
///
/// Each field of a lead in turn holds a megabyte of one piece, alone, behind a good value and before
/// one. A line a field: the worst time, how long the same row takes when nobody reads the cell, which
/// is what its JSON costs, and the piece. Worst is what takes the most beyond that.
@main
enum ValidatorTimes {
  static let size = 1 << 20
  /// The least of so many looks: the machine does other things too.
  static let rounds = 3

  static func main() throws {
    let words = CommandLine.arguments
    guard words.count > 1 else {
      print("usage: validator-times PIPELINES [--all] [FIELD...]")
      return
    }
    var check = try checker(words[1])
    let names = check.fieldNames
    print("field              worst ms   unread ms   piece")
    var worst: [(field: String, time: Duration)] = []
    let unreadRows = HostilePiece.all.map { Row.unread(names, cell: $0.cell(of: size)) }
    let unread = unreadRows.map { times(of: $0, beside: nil, &check).read }
    let chosen = words.dropFirst(2).filter { $0 != "--all" }
    for field in chosen.isEmpty ? names : chosen {
      var results: [(time: Duration, unread: Duration, piece: HostilePiece, way: String)] = []
      for (index, piece) in HostilePiece.all.enumerated() {
        let cell = piece.cell(of: size)
        let good = Row.good[field, default: "Ann Bell"]
        for (way, text) in [
          ("alone", cell), ("behind", Array(good.utf8) + cell), ("before", cell + Array(good.utf8)),
        ] {
          let row = Row(names: names, field: field, cell: text).json
          let (read, alone) = times(
            of: row, beside: unread[index] > .microseconds(500) ? unreadRows[index] : nil, &check)
          results.append((read, alone ?? unread[index], piece, way))
        }
      }
      // What the row costs anyhow is no validator's.
      results.sort { $0.time - $0.unread > $1.time - $1.unread }
      for result in results.prefix(words.contains("--all") ? results.count : 1) {
        print(
          field.padding(toLength: 18, withPad: " ", startingAt: 0), milliseconds(result.time),
          milliseconds(result.unread), "  \(result.piece.name) \(result.way)")
      }
      if let first = results.first { worst.append((field, first.time - first.unread)) }
    }
    let slow = worst.filter { $0.time > .milliseconds(1) }.map(\.field)
    let reading = unread.max() ?? .zero
    print("the row alone, read from the store: up to\(milliseconds(reading)) ms")
    print(
      slow.isEmpty
        ? "no field takes a millisecond beyond that"
        : "over a millisecond beyond that: \(slow.joined(separator: ", "))")
  }

  /// The least time of a row; with another row beside it, those of the look where they were closest.
  private static func times(
    of row: [UInt8], beside other: [UInt8]?, _ check: inout RecordCheck
  ) -> (read: Duration, other: Duration?) {
    var least: (read: Duration, other: Duration?) = (.seconds(60), nil)
    for _ in 0..<rounds {
      let read = time(of: row, &check)
      let beside = other.map { time(of: $0, &check) }
      if read - (beside ?? .zero) < least.read - (least.other ?? .zero) { least = (read, beside) }
    }
    return least
  }

  private static func time(of row: [UInt8], _ check: inout RecordCheck) -> Duration {
    let start = processorTime()
    _ = check.findings(ofRow: row)
    return processorTime() - start
  }

  /// What this thread has had of a core: what else runs does not count.
  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func milliseconds(_ time: Duration) -> String {
    let value = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
    return String(format: "%11.3f", value)
  }

  private static func checker(_ folder: String) throws -> RecordCheck {
    func load(_ name: String) throws -> DefinitionNode {
      try DefinitionNode.parse(
        String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8), file: name)
    }
    return RecordCheck(
      kind: .lead, defaultCountry: "DE", asOf: Timestamp(seconds: 1_793_599_200),
      policy: try PolicyFile.read(load(PolicyFile.name)),
      channels: try ChannelFile.read(load(ChannelFile.name)),
      law: try MarketingLawFile.read(load(MarketingLawFile.name)))
  }
}
