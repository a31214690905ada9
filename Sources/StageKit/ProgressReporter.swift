internal import Glibc

/// Shows how far long work is, on standard error: a bar on a terminal, now and then a line
/// elsewhere, nothing for work that is over within a second.
package final class ProgressReporter {
  enum Style { case bar, lines, none }

  private let program: String
  private let style: Style
  private let start = Clock.milliseconds()
  private var lastShown: Int64
  private var isBarShown = false

  package init(program: String, choice: String?) {
    self.program = program
    style =
      switch choice {
      case "none": .none
      case "plain": .lines
      default: isatty(STDERR_FILENO) == 1 ? .bar : .lines
      }
    lastShown = start
  }

  /// Milliseconds between two showings: a bar should look alive, lines should not fill a log.
  private var interval: Int64 { style == .bar ? 200 : 10_000 }

  package func update(done: Int, of total: Int?, unit: String) {
    guard style != .none else { return }
    let now = Clock.milliseconds()
    guard now - start >= 1000, now - lastShown >= interval else { return }
    lastShown = now
    let rate = done * 1000 / Int(max(1, now - start))
    let share = total.map { total in total > 0 ? " (\(done * 100 / total) %)" : "" } ?? ""
    let text = "\(program): \(done) \(unit)\(share), \(rate) a second"
    if style == .bar {
      Output.write("\r\u{1B}[K\(bar(done: done, of: total))\(text)", to: STDERR_FILENO)
      isBarShown = true
    } else {
      Output.error(text)
    }
  }

  /// Clears the bar, so that what follows starts on a line of its own.
  package func finish() {
    if isBarShown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
    isBarShown = false
  }

  private func bar(done: Int, of total: Int?) -> String {
    guard let total, total > 0 else { return "" }
    let width = 20
    let filled = min(width, done * width / total)
    return "[\(String(repeating: "#", count: filled))"
      + "\(String(repeating: ".", count: width - filled))] "
  }
}
