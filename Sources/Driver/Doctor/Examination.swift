/// What the doctor found about one thing.
struct Examination: Equatable {
  enum Verdict: String {
    case ok, warn, fail
  }

  let subject: String
  let verdict: Verdict
  /// What was found.
  let finding: String
  /// What to do about it; empty when nothing.
  let advice: String

  static func ok(_ subject: String, _ finding: String) -> Examination {
    Examination(subject: subject, verdict: .ok, finding: finding, advice: "")
  }

  static func warn(_ subject: String, _ finding: String, _ advice: String) -> Examination {
    Examination(subject: subject, verdict: .warn, finding: finding, advice: advice)
  }

  static func fail(_ subject: String, _ finding: String, _ advice: String) -> Examination {
    Examination(subject: subject, verdict: .fail, finding: finding, advice: advice)
  }
}
