import Foundation
import LeadmillTestSupport
import Testing

@Suite("What no source file may hold")
struct SourceRuleTests {
  /// A word that only some modules may use.
  struct Rule: Sendable, CustomTestStringConvertible {
    let id: String
    let words: [String]
    /// Modules that may.
    let except: [String]
    let advice: String

    var testDescription: String { id }
  }

  static let rules = [
    Rule(
      id: "only entry functions exit", words: ["exit(", "_exit(", "quick_exit("],
      except: ["StageKit/StageProgram.swift", "Driver/Driver.swift", "Driver/ChildProcess.swift"],
      advice: "throw a StageFailure; StageKit decides the exit code"),
    Rule(
      id: "nothing crashes on purpose",
      words: ["fatalError(", "preconditionFailure(", "abort(", "try!", " as!"], except: [],
      advice: "throw, or make the state impossible"),
    Rule(
      id: "only StageKit reads the clock",
      words: [
        "clock_gettime(", "gettimeofday(", "time(nil", "Date()", "Date.now", "ContinuousClock",
        "SuspendingClock", "localtime", "timespec_get(",
      ],
      except: ["StageKit/Clock.swift", "Resolver/QueryEngine.swift", "LeadmillTestSupport"],
      advice: "take the as-of date from the stage context"),
    Rule(
      id: "nothing waits for time to pass", words: ["usleep(", "nanosleep(", "sleep("],
      except: ["LeadmillTestSupport"], advice: "wait for the event itself"),
    Rule(
      id: "nothing is random without a seed",
      words: [
        ".random(", ".randomElement(", ".shuffled()", "SystemRandomNumberGenerator", "arc4random",
        "UUID()", "hashValue", "Hasher()",
      ],
      except: ["LeadmillTestSupport"], advice: "use SplitMix64 with a seed that is recorded"),
    Rule(
      // The compiler inlines a package function in another module only when its type is public.
      id: "nothing is public", words: ["public ", "open class "],
      except: ["Bytes/ASCII.swift", "Bytes/CellView.swift"],
      advice: "package across modules, internal otherwise"),
    Rule(
      id: "only the edges and the contract know the environment", words: ["getenv(", "setenv("],
      except: [
        "StageKit", "Driver", "CommandLineKit", "LeadmillTestSupport", "SendStage",
        "ReportStage/ReportFolder.swift",
      ],
      advice: "make it an option or a setting"),
  ]

  @Test("A word is used only where it belongs", arguments: rules)
  func words(rule: Rule) {
    for file in SourceTree.sources {
      if rule.except.contains(where: { file.isCovered(by: $0) }) { continue }
      for line in file.codeLines {
        for word in rule.words where line.text.containsWord(word) {
          Issue.record("\(file):\(line.number) '\(word)': \(rule.advice)")
        }
      }
    }
  }

  @Test("Kernels and values touch no file, network or process")
  func pureKernels() {
    let words = [
      "open(", "fopen(", "socket(", "connect(", "popen(", "system(", "fork(", "stat(", "unlink(",
      "FileManager", "URLSession", "print(",
    ]
    for file in SourceTree.sources
    where AllowedImports.kernels.contains(file.module) || file.module == "LeadModel" {
      for line in file.codeLines {
        for word in words where line.text.containsWord(word) && !line.text.contains("func ") {
          Issue.record("\(file):\(line.number) '\(word)' in a pure module")
        }
      }
    }
  }

  @Test("SQL is never built from data: statements are literals or named queries")
  func noBuiltSQL() {
    for file in SourceTree.sources where file.module != "Store" {
      for (index, line) in file.lines.enumerated()
      where line.contains("\\(") && line.containsSQLKeyword {
        Issue.record("\(file):\(index + 1) builds SQL: \(line)")
      }
    }
  }

  @Test("No file names the machine, the workplace or unfinished work")
  func noTraces() {
    let machine = ["/wo" + "rk/", "/tmp/" + "lm", "/ro" + "ot/", "/ho" + "me/"]
    let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "place" + "holder, replaced"]
    let files =
      SourceTree.swift
      + SourceTree.files(under: ["Sources"], suffix: ".sql")
      + SourceTree.files(under: ["Sources", "sample-data", "pipelines", "reports"], suffix: ".md")
      + SourceTree.files(under: ["pipelines", "reports"], suffix: ".yaml")
      + SourceTree.files(under: ["Tests", "sample-data"], suffix: ".py")
      + ["README.md", "pipelines/quickstart", "Tests/run", ".ci/run"].compactMap(SourceTree.read)
    for file in files {
      for (index, line) in file.lines.enumerated() {
        for word in machine + unfinished where line.contains(word) {
          Issue.record("\(file):\(index + 1) holds '\(word)'")
        }
      }
    }
  }
}

extension SourceFile {
  /// Whether an exception, a module or a module and file, is about this file.
  func isCovered(by exception: String) -> Bool {
    let parts = exception.split(separator: "/")
    guard parts.count == 2 else { return module == exception }
    return module == parts[0] && name == parts[1]
  }
}

extension String {
  /// Whether the word occurs, not as the end of a longer name or as somebody's member function.
  func containsWord(_ word: String) -> Bool {
    var rest = self[...]
    while let range = rest.range(of: word) {
      let before = range.lowerBound == startIndex ? " " : self[index(before: range.lowerBound)]
      let isMember = before == "." && !word.hasPrefix(".")
      let isLonger = before.isLetter || before.isNumber || before == "_"
      if word.hasPrefix(".") || word.hasPrefix(" ") || (!isMember && !isLonger) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  var containsSQLKeyword: Bool {
    ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE "].contains {
      contains($0)
    }
  }
}
