package import LeadModel

/// One record that another program wrote: a JSON object of texts, numbers and booleans.
package struct JSONObject {
  /// What a member's value is.
  package enum Value: Equatable {
    case text(String)
    /// As it was written: `4.93e11` has lost digits that `493000000000` has.
    case number(String)
    case bool(Bool)
    case null
    case list
    case object
  }

  package let members: [(name: String, value: Value)]

  /// Reads a text that holds one object and nothing else. Of values within values only the end is
  /// looked for: no record has any.
  ///
  /// - Throws: `StageFailure` that says what was found at which character, for anything that RFC 8259
  ///   does not allow.
  package init(_ text: String) throws(StageFailure) {
    members = try JSONScanner.members(of: text)
  }

  /// The members by name; null is an empty text, numbers and booleans are their text.
  ///
  /// - Throws: `StageFailure` for a list or an object as a value, and for a name that comes twice.
  package func fields() throws(StageFailure) -> [String: String] {
    var fields: [String: String] = [:]
    for (name, value) in members {
      let text: String
      switch value {
      case .text(let string): text = string
      case .number(let digits): text = digits
      case .bool(let isTrue): text = isTrue ? "true" : "false"
      case .null: text = ""
      case .list, .object:
        throw StageFailure(
          .unusableInput,
          "found \(value == .list ? "array" : "object") for '\(name)', expected a text")
      }
      // Which of two values counts, every reader decides differently (RFC 8259 section 4).
      guard fields.updateValue(text, forKey: name) == nil else {
        throw StageFailure(.unusableInput, "found '\(name)' twice, expected it once")
      }
    }
    return fields
  }

  /// The members with some names that are texts or whole numbers, in the order of the names.
  package func scalars(named names: [String]) -> [(key: String, value: JSONValue)] {
    names.compactMap { name in
      switch members.last(where: { $0.name == name })?.value {
      case .text(let text): (key: name, value: .string(text))
      case .number(let digits): Int64(digits).map { (key: name, value: .int($0)) }
      default: nil
      }
    }
  }
}
