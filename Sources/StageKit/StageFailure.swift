/// How a program ended: its exit code and what that means.
package enum Outcome: Int32, CaseIterable, Sendable {
  case done = 0
  case rejectedRows = 10
  case gateFailed = 20
  case unusableInput = 30
  case badConfiguration = 40
  case internalFault = 50
  case workspaceBusy = 75
  case nothingToDo = 99

  /// What the exit code means, for help and for `status`.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .rejectedRows: "done, some rows rejected"
    case .gateFailed: "a quality or governance gate failed"
    case .unusableInput: "unusable input"
    case .badConfiguration: "bad configuration or usage"
    case .internalFault: "internal fault"
    case .workspaceBusy: "another run holds the workspace"
    case .nothingToDo: "nothing to do"
    }
  }
}

/// The reason why a program cannot do what it was asked to, and the exit code that goes with it.
package struct StageFailure: Error, CustomStringConvertible {
  package let outcome: Outcome
  /// What was found, where, what was expected and what to do.
  package let message: String

  package init(_ outcome: Outcome, _ message: String) {
    self.outcome = outcome
    self.message = message
  }

  package var description: String { message }
}
