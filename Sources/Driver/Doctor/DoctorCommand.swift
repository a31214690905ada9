import CommandLineKit
import LeadModel
import StageKit

/// `leadmill doctor`: what is wrong with an installation or a workspace, and what to do.
enum DoctorCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "doctor",
    summary: "examine the installation and a workspace, and say what to do",
    discussion: """
      Changes nothing. Exit 0 when nothing failed, 50 otherwise; warnings do not count.
      """,
    options: [
      OptionDeclaration(
        StageOptions.workspace.name, short: "w", value: "DIR",
        summary: "the workspace to examine; default: the installation only"),
      StageOptions.config,
      OptionDeclaration(
        "thorough", summary: "compare every index with its table, which takes longer"),
      StageOptions.json,
    ],
    examples: ["leadmill doctor --workspace ws"])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    var examinations = InstallationDoctor.examine(CommonArguments.configuration(arguments))
    if arguments.isGiven(StageOptions.workspace.name) {
      examinations += WorkspaceDoctor.examine(
        CommonArguments.workspace(arguments), isThorough: arguments.flag("thorough"))
    }
    if arguments.flag(StageOptions.json.name) {
      let values: [JSONValue] = examinations.map { examination in
        [
          "subject": .string(examination.subject),
          "verdict": .string(examination.verdict.rawValue),
          "finding": .string(examination.finding), "advice": .string(examination.advice),
        ]
      }
      Output.line(JSONValue.array(values).text(indented: true))
    } else {
      for line in lines(examinations) { Output.line(line) }
    }
    return examinations.contains { $0.verdict == .fail } ? .internalFault : .done
  }

  private static func lines(_ examinations: [Examination]) -> [String] {
    let width = examinations.map(\.subject.count).max() ?? 0
    return examinations.flatMap { examination in
      let padding = String(repeating: " ", count: width - examination.subject.count)
      let verdict = examination.verdict.rawValue.padding(to: 4)
      let line = "\(verdict)  \(examination.subject)\(padding)  \(examination.finding)"
      guard !examination.advice.isEmpty else { return [line] }
      return [line, String(repeating: " ", count: width + 8) + examination.advice]
    }
  }
}

extension String {
  /// Filled with spaces to a width.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
