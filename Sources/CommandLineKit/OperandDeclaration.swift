/// An argument that is known by its place rather than by a name.
package struct OperandDeclaration: Sendable, Equatable {
  /// What usage and help call it, as `FILE`.
  package let name: String
  /// One sentence for help, without a full stop.
  package let summary: String
  /// Whether it takes all remaining operands; only for the last one of a command.
  package let repeats: Bool
  package let isRequired: Bool

  package init(_ name: String, summary: String, repeats: Bool = false, required: Bool = true) {
    self.name = name
    self.summary = summary
    self.repeats = repeats
    isRequired = required
  }

  /// As in a usage line: `FILE`, `[FILE]`, `FILE...` or `[FILE...]`.
  var usage: String {
    let text = repeats ? "\(name)..." : name
    return isRequired ? text : "[\(text)]"
  }
}
