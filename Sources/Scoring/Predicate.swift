import Bytes

/// A question about one field.
package enum FieldTest: Sendable {
  /// Whether there is a value.
  case present(Bool)
  /// Whether the value is one of these; letters compare without case.
  case isOneOf(TextSet)
  /// Whether the folded text matches one of these patterns.
  case matches([WordPattern])
  case atLeast(Int64)
  case atMost(Int64)
}

/// When a rule applies.
package indirect enum Predicate: Sendable {
  case test(ScoreField, FieldTest)
  case all([Predicate])
  case any([Predicate])
  case not(Predicate)

  /// The fields that the predicate asks about.
  package var fields: Set<ScoreField> { Set(testedFields) }

  /// The field of each test, in order.
  var testedFields: [ScoreField] {
    switch self {
    case .test(let field, _): [field]
    case .all(let parts), .any(let parts): parts.flatMap(\.testedFields)
    case .not(let part): part.testedFields
    }
  }
}

extension FieldTest {
  func holds(for value: ScoreRow.Value, folded: inout [UInt8]) -> Bool {
    switch (self, value) {
    case (.present(let wanted), .null): return !wanted
    case (.present(let wanted), .text(let text)): return text.isEmpty != wanted
    case (.present(let wanted), .int): return wanted
    case (.isOneOf(let texts), .text(let text)): return texts.contains(text)
    case (.isOneOf(let texts), .int(let number)): return texts.contains(String(number))
    case (.matches(let patterns), .text(let text)):
      folded.removeAll(keepingCapacity: true)
      TextFold.appendWords(of: text, to: &folded)
      return folded.withUnsafeBufferPointer { words in
        patterns.contains { $0.matches(words) }
      }
    case (.atLeast(let bound), .int(let number)): return number >= bound
    case (.atMost(let bound), .int(let number)): return number <= bound
    default: return false
    }
  }
}

/// A set of texts compared without regard to the case of ASCII letters.
package struct TextSet: Sendable {
  private var members: [UInt64: [[UInt8]]] = [:]

  package init(_ texts: [String]) {
    for text in texts {
      let lower = text.utf8.map(ASCII.lowercased)
      members[Self.hash(lower), default: []].append(lower)
    }
  }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { lower in
      for index in 0..<text.count { lower[index] = ASCII.lowercased(text[index]) }
      return members[Hash64.of(UnsafeBufferPointer(lower))]?
        .contains { $0.elementsEqual(lower) } ?? false
    }
  }

  func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { contains($0) }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { Hash64.of($0) }
  }
}
