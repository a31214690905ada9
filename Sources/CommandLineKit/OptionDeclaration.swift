/// One option of a command: parsing, help and completion follow from it.
package struct OptionDeclaration: Sendable, Equatable {
  /// Long name without dashes, as `as-of`.
  package let name: String
  package let short: Character?
  /// What help calls the option's value, as `DIR`; nil for a flag.
  package let value: String?
  /// One sentence for help, without a full stop.
  package let summary: String
  /// The value of an option that was not given, also shown in help.
  package let defaultValue: String?
  /// The only values allowed; empty allows all.
  package let choices: [String]
  /// Whether every occurrence counts; otherwise the last one does.
  package let repeats: Bool
  /// Whether a command line without it is a usage error.
  package let isRequired: Bool

  package init(
    _ name: String, short: Character? = nil, value: String? = nil, summary: String,
    default defaultValue: String? = nil, choices: [String] = [], repeats: Bool = false,
    required: Bool = false
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
    self.defaultValue = defaultValue
    self.choices = choices
    self.repeats = repeats
    isRequired = required
  }

  static let help = OptionDeclaration("help", short: "h", summary: "show this help")
  static let version = OptionDeclaration("version", summary: "show the version")

  /// Options that every command has.
  static let everywhere = [help, version]
}

/// What kind of path an option or operand names, for completion.
enum PathKind {
  case file, directory

  /// Recognises the placeholders that mean paths.
  init?(placeholder: String) {
    switch placeholder.uppercased() {
    case "DIR", "FOLDER", "WORKSPACE": self = .directory
    case "FILE", "PATH", "PIPELINE": self = .file
    default: return nil
    }
  }
}
