/// How much of a personal value an export shows.
package enum MaskStyle: String, CaseIterable, Sendable, Hashable {
  /// The whole value.
  case clear
  /// Enough to recognise a value that one knows: `a***@example.com`, `+49*******00`, `A***`.
  case partial
  /// The first letter of each word: `A. S.`
  case initials
  /// Whether there is a value, nothing more.
  case hidden
}

/// Masks personal values in exports, by the policy's style for each field.
///
/// A masked value is for people to look at: it never goes back into the store and is never compared.
package struct PersonalDataMask: Equatable, Sendable {
  /// Catalogue field -> style. A field that is not listed is shown in clear.
  package let styles: [String: MaskStyle]

  /// Masks nothing.
  package static let none = PersonalDataMask(styles: [:])

  /// What is shown when the policy says nothing: no personal value in full.
  package static let standard = PersonalDataMask(styles: [
    "email": .partial, "phone": .partial, "full_name": .initials, "first_name": .initials,
    "last_name": .initials, "street": .hidden, "notes": .hidden, "ip": .hidden,
  ])

  package init(styles: [String: MaskStyle]) {
    self.styles = styles
  }

  package func style(of field: String) -> MaskStyle {
    styles[field] ?? .clear
  }

  /// The value as an export may show it; an empty value stays empty.
  package func masked(_ value: String, field: String) -> String {
    Self.masked(value, style: style(of: field))
  }

  package static func masked(_ value: String, style: MaskStyle) -> String {
    if value.isEmpty { return value }
    switch style {
    case .clear: return value
    case .hidden: return "***"
    case .initials: return initials(value)
    case .partial: return partial(value)
    }
  }

  private static func initials(_ value: String) -> String {
    let letters = value.split(whereSeparator: \.isWhitespace).compactMap(\.first)
    return letters.isEmpty ? "***" : letters.map { "\($0)." }.joined(separator: " ")
  }

  private static func partial(_ value: String) -> String {
    if let at = value.lastIndex(of: "@"), let first = value.first, at > value.startIndex {
      return "\(first)***\(value[at...])"
    }
    let digitCount = value.utf8.count { (48...57).contains($0) }
    if value.first == "+", digitCount >= 7 {
      let hiddenCount = value.count - 5
      return value.prefix(3) + String(repeating: "*", count: hiddenCount) + value.suffix(2)
    }
    return value.prefix(1) + "***"
  }
}
