/// What is wrong with a template, and where in its text.
package struct TemplateError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case unknownPlaceholder(String)
    /// `{` without its `}`.
    case unclosed
    /// A `}` that closes nothing; written twice it would be one.
    case strayBrace
  }

  package let problem: Problem
  /// Line of the text, from 1.
  package let line: Int

  /// What was found, what was expected and what to do.
  package var message: String {
    switch problem {
    case .unknownPlaceholder(let name):
      let known = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      return
        "line \(line) of the text has unknown placeholder '{\(name)}', expected one of \(known)"
    case .unclosed:
      return "line \(line) of the text has '{' without '}'; close it, or write '{{' for a brace"
    case .strayBrace:
      return "line \(line) of the text has '}' without '{'; write '}}' for a brace"
    }
  }
}

/// A text with places for values: `{first_name}` must have a value, `{first_name|there}` falls back
/// to what follows the bar (which may be nothing). `{{` and `}}` are braces.
package struct MessageTemplate: Equatable, Sendable {
  enum Piece: Equatable, Sendable {
    case text(String)
    case value(Placeholder, fallback: String?)
  }

  /// How values are put into the text.
  package enum Form: Sendable {
    case plain
    /// Values, not the template, are escaped for HTML.
    case html
  }

  /// A placeholder without a default has no value.
  package struct MissingValue: Error, Equatable, Sendable {
    package let placeholder: Placeholder
  }

  /// The template as it was written.
  package let source: String
  let pieces: [Piece]
  /// The placeholders that must have a value, in the order of the text.
  package let requiredPlaceholders: [Placeholder]

  package init(_ source: String) throws(TemplateError) {
    self.source = source
    pieces = try Self.parse(source)
    requiredPlaceholders = pieces.compactMap {
      if case .value(let placeholder, fallback: nil) = $0 { placeholder } else { nil }
    }
  }

  /// The first placeholder that must have a value and has none.
  package func missingValue(in values: [Placeholder: String]) -> Placeholder? {
    requiredPlaceholders.first { Self.cleaned(values[$0] ?? "").isEmpty }
  }

  /// The text with its values.
  ///
  /// - Parameters:
  ///   - values: an empty or blank value counts as none.
  ///   - form: how values are escaped.
  /// - Returns: the text; control characters in values have become spaces.
  /// - Throws: `MissingValue` for the first placeholder that has neither value nor default.
  package func render(
    _ values: [Placeholder: String], form: Form = .plain
  ) throws(MissingValue) -> String {
    var output = ""
    for piece in pieces {
      switch piece {
      case .text(let text): output += text
      case .value(let placeholder, let fallback):
        let given = Self.cleaned(values[placeholder] ?? "")
        guard let value = given.isEmpty ? fallback : given else {
          throw MissingValue(placeholder: placeholder)
        }
        output += form == .html ? Self.escaped(value) : value
      }
    }
    return output
  }

  private static func parse(_ source: String) throws(TemplateError) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var line = 1
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\n" { line += 1 }
      guard scalar == "{" || scalar == "}" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == scalar {
        rest.removeFirst()
        text.unicodeScalars.append(scalar)
        continue
      }
      if scalar == "}" { throw TemplateError(problem: .strayBrace, line: line) }
      guard let end = rest.firstIndex(where: { "{}\n".unicodeScalars.contains($0) }),
        rest[end] == "}"
      else { throw TemplateError(problem: .unclosed, line: line) }
      let inside = rest[..<end]
      let bar = inside.firstIndex(of: "|")
      let name = String(inside[..<(bar ?? end)])
      guard let placeholder = Placeholder(rawValue: name) else {
        throw TemplateError(problem: .unknownPlaceholder(name), line: line)
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      let fallback = bar.map { String(inside[inside.index(after: $0)...]) }
      pieces.append(.value(placeholder, fallback: fallback))
      rest = rest[rest.index(after: end)...]
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// A value on one line, without blanks around it; runs of blanks and control characters are one
  /// space.
  private static func cleaned(_ value: String) -> String {
    var previous = UInt8(ascii: " ")
    let isClean = value.utf8.allSatisfy { byte in
      defer { previous = byte }
      return (33...126).contains(byte) || (byte == 32 && previous != 32)
    }
    if isClean, previous != 32 { return value }
    var output = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if !isBlank(scalar) {
        output.append(scalar)
      } else if let last = output.last, last != " " {
        output.append(" ")
      }
    }
    if output.last == " " { output.removeLast() }
    return String(output)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 32 || (127...160).contains(scalar.value)
      || (scalar.value >= 0x1680 && scalar.properties.isWhitespace)
  }

  private static func escaped(_ value: String) -> String {
    var output = ""
    for character in value {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.append(character)
      }
    }
    return output
  }
}
