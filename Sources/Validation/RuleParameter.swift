/// A whole number that a rule is tuned by, as the days after which something counts as old.
package struct RuleParameter: Sendable {
  /// As `validation.yaml` has it beside `severity`: snake case, with its unit.
  package let name: String
  package let defaultValue: Int
  package let range: ClosedRange<Int>
  /// What the number decides.
  package let summary: String

  init(_ name: String, default value: Int, in range: ClosedRange<Int>, _ summary: String) {
    self.name = name
    defaultValue = value
    self.range = range
    self.summary = summary
  }
}
