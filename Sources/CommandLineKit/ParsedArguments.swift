/// What a command line said, checked against its declaration.
package struct ParsedArguments: Sendable, Equatable {
  /// Something asked for instead of the command's work.
  package enum Request: Sendable, Equatable {
    case help, version
  }

  /// Names of the subcommands chosen, outermost first; empty for the command itself.
  package let command: [String]
  package let operands: [String]
  /// Set when help or the version was asked for; operands and required options are then unchecked.
  package let request: Request?
  private let declarations: [OptionDeclaration]
  private let given: [String: [String]]

  init(
    command: [String], operands: [String], request: Request?, declarations: [OptionDeclaration],
    given: [String: [String]]
  ) {
    self.command = command
    self.operands = operands
    self.request = request
    self.declarations = declarations
    self.given = given
  }

  /// The last value given, else the default, else nil.
  package func value(_ option: String) -> String? {
    given[option]?.last ?? declaration(option)?.defaultValue
  }

  /// All values given, in order, else the default alone, else none.
  package func values(_ option: String) -> [String] {
    if let values = given[option] { return values }
    return declaration(option)?.defaultValue.map { [$0] } ?? []
  }

  /// Whether a flag was given.
  package func flag(_ option: String) -> Bool {
    isGiven(option)
  }

  /// Whether the option was on the command line, default or not.
  package func isGiven(_ option: String) -> Bool {
    given[option] != nil
  }

  /// The value of an option as a whole number within limits.
  ///
  /// - Throws: `UsageError` naming the option, the value and the limits.
  package func integer(_ option: String, in limits: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), limits.contains(number) else {
      throw UsageError(
        "option '--\(option)': '\(text)' is not a whole number"
          + " from \(limits.lowerBound) to \(limits.upperBound)")
    }
    return number
  }

  private func declaration(_ option: String) -> OptionDeclaration? {
    let found = declarations.first { $0.name == option }
    assert(found != nil, "option '\(option)' is not declared")
    return found
  }
}
