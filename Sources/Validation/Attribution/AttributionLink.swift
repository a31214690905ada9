import Bytes

/// Finds what the address of a page says about the campaign that led there. One per worker, used
/// again and again.
package struct AttributionLink: Sendable {
  /// UTM parameters, in the order of a lead's columns.
  package static let names: [StaticString] = [
    "source", "medium", "campaign", "term", "content", "id",
  ]

  /// What is odd about the address.
  package struct Notes: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Parameters are divided by `&amp;`, as in HTML.
    package static let escapedSeparator = Notes(rawValue: 1)
    /// A value stands behind the `#`, where most analytics tools do not look.
    package static let inFragment = Notes(rawValue: 2)
    /// A `;` or another `?` stands in the place of `&`.
    package static let otherSeparator = Notes(rawValue: 4)
    /// A `&` or `=` between parameters is encoded, as `%26` or `%3D`.
    package static let encodedSeparator = Notes(rawValue: 8)
  }

  /// Parameters that the address has, as bits of their positions.
  package private(set) var found: UInt8 = 0
  private var ranges = [Range<Int>](repeating: 0..<0, count: 6)
  package private(set) var notes: Notes = []
  /// Parameters with more than one value, as bits of their positions.
  package private(set) var repeated: UInt8 = 0
  /// The position of the click id that is in the address, in the policy's list.
  package private(set) var clickID: Int?
  /// A click id that says nothing, in the policy's list: its template was never filled in.
  package private(set) var unfilledClickID: Int?

  package init() {}

  package var isEmpty: Bool { clickID == nil && found == 0 }

  package func has(_ position: Int) -> Bool { found & 1 << UInt8(position) != 0 }

  /// Where the value of a parameter stands in the address, not decoded; empty without one.
  package func value(_ position: Int) -> Range<Int> { has(position) ? ranges[position] : 0..<0 }

  /// Forgets the last address.
  package mutating func clear() {
    found = 0
    notes = []
    repeated = 0
    clickID = nil
    unfilledClickID = nil
  }

  /// Looks through an address: its query, then its fragment for what the query does not have.
  ///
  /// Where `;` or another `?` stands before a parameter that is known, it was meant as `&`; elsewhere
  /// both are part of a value, as in the address of a page that is one. So it is with the `%26`, `%3D`
  /// and `%3F` of a query that was encoded as a whole.
  ///
  /// - Source: WHATWG URL 5.1: names are decoded as values are, and `&` alone divides; RFC 3986 3.4.
  package mutating func read(_ url: UnsafeBufferPointer<UInt8>, clickIDs: ClickIDs) {
    clear()
    guard var index = Self.startOfQuery(url, clickIDs) else { return }
    var isFragment = url[index] == UInt8(ascii: "#")
    while index < url.count {
      index += url[index] == UInt8(ascii: "%") ? 3 : 1
      let start = index
      var equals = -1
      /// Where the value begins.
      var valueStart = -1
      var isAddress = false
      search: while index < url.count {
        switch url[index] {
        case UInt8(ascii: "="):
          if equals < 0 { (equals, valueStart) = (index, index + 1) }
        case UInt8(ascii: "&"):
          break search
        case UInt8(ascii: "#"):
          if !isFragment { break search }
        case UInt8(ascii: "/"):
          isAddress =
            isAddress || url[index - 1] == UInt8(ascii: "/") || index == equals + 1
        case UInt8(ascii: "%"):
          switch Self.encodedSign(url, at: index) {
          case UInt8(ascii: "="):
            if equals < 0, Self.isParameter(url, start..<index, clickIDs) {
              notes.insert(.encodedSeparator)
              (equals, valueStart) = (index, index + 3)
            }
          case UInt8(ascii: "&"):
            if !isAddress, Self.beginsParameter(url, at: index + 3, clickIDs) {
              notes.insert(.encodedSeparator)
              break search
            }
          case UInt8(ascii: "/"):
            isAddress =
              isAddress || index == valueStart
              || index >= 3 && Self.encodedSign(url, at: index - 3) == UInt8(ascii: "/")
          default: break
          }
        case UInt8(ascii: "?"), UInt8(ascii: ";"):
          let isQuestion = url[index] == UInt8(ascii: "?")
          if isFragment, isQuestion { break search }
          // A semicolon before any `=` is that of `&amp;`.
          if isQuestion || equals >= 0, !isAddress,
            Self.beginsParameter(url, at: index + 1, clickIDs)
          {
            notes.insert(.otherSeparator)
            break search
          }
        default: break
        }
        index += 1
      }
      if equals > start, valueStart < index {
        note(url, name: start..<equals, value: valueStart..<index, isFragment, clickIDs)
      }
      if index < url.count, url[index] == UInt8(ascii: "#") { isFragment = true }
    }
  }

  /// Where the query or the fragment begins: at its sign, or at the `%3F` of one that was encoded.
  private static func startOfQuery(
    _ url: UnsafeBufferPointer<UInt8>, _ clickIDs: ClickIDs
  ) -> Int? {
    if let plain = url.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      return plain
    }
    return url.indices.first { index in
      url[index] == UInt8(ascii: "%") && encodedSign(url, at: index) == UInt8(ascii: "?")
        && beginsParameter(url, at: index + 3, clickIDs)
    }
  }

  /// The sign that an escape stands for, where it is one that parts an address; 0 for others.
  private static func encodedSign(_ url: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8 {
    guard index + 2 < url.count, url[index] == UInt8(ascii: "%"),
      let high = ASCII.hexDigit(url[index + 1]), let low = ASCII.hexDigit(url[index + 2])
    else { return 0 }
    let sign = high << 4 | low
    return "?&=/".utf8.contains(sign) ? sign : 0
  }

  /// Where the first value ends in a text that has several parameters in it, as a link was cut into
  /// columns at other places than these: `google&utm_medium=cpc`; nil where there is one.
  package static func endOfFirst(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    text.indices.first { index in
      switch text[index] {
      case UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "?"):
        beginsParameter(text, at: index + 1, ClickIDs())
      case UInt8(ascii: "%"):
        encodedSign(text, at: index) == UInt8(ascii: "&")
          && beginsParameter(text, at: index + 3, ClickIDs())
      default: false
      }
    }
  }

  /// Whether a UTM parameter or a click id with its `=` begins at an index.
  private static func beginsParameter(
    _ url: UnsafeBufferPointer<UInt8>, at start: Int, _ clickIDs: ClickIDs
  ) -> Bool {
    var end = start
    while end < url.count, url[end] != UInt8(ascii: "="),
      encodedSign(url, at: end) != UInt8(ascii: "=")
    {
      guard end < start + longestKnown, isOfName(url[end]) else { return false }
      end += 1
    }
    return end < url.count && isParameter(url, start..<end, clickIDs)
  }

  /// Whether a name is that of a UTM parameter or a click id.
  private static func isParameter(
    _ url: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ clickIDs: ClickIDs
  ) -> Bool {
    if matches(url, name.prefix(4), "utm_") {
      let rest = (name.lowerBound + 4)..<name.upperBound
      return names.contains { matches(url, rest, $0) }
    }
    return clickIDs.position(of: UnsafeBufferPointer(rebasing: url[name])) != nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Bytes of the longest name of a parameter that is known.
  private static let longestKnown = 64

  private mutating func note(
    _ url: UnsafeBufferPointer<UInt8>, name: Range<Int>, value: Range<Int>, _ isFragment: Bool,
    _ clickIDs: ClickIDs
  ) {
    var name = name
    var isEscaped = false
    while Self.matches(url, name.prefix(4), "amp;") {
      name = (name.lowerBound + 4)..<name.upperBound
      isEscaped = true
    }
    if url[name].contains(UInt8(ascii: "%")) {
      guard name.count < Self.longestName else { return }
      var decoded: [UInt8] = []
      _ = FormDecoding.decode(UnsafeBufferPointer(rebasing: url[name]), to: &decoded)
      decoded.withUnsafeBufferPointer {
        note(url, name: $0, value: value, isFragment, isEscaped, clickIDs)
      }
      return
    }
    note(
      url, name: UnsafeBufferPointer(rebasing: url[name]), value: value, isFragment, isEscaped,
      clickIDs)
  }

  /// Bytes of an encoded name: three for each letter of the longest that is known.
  private static let longestName = 256

  private mutating func note(
    _ url: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>, value: Range<Int>,
    _ isFragment: Bool, _ isEscaped: Bool, _ clickIDs: ClickIDs
  ) {
    if Self.matches(name, name.indices.prefix(4), "utm_") {
      let rest = 4..<name.count
      guard let position = Self.names.firstIndex(where: { Self.matches(name, rest, $0) }) else {
        return
      }
      if isEscaped { notes.insert(.escapedSeparator) }
      if !has(position) {
        found |= 1 << UInt8(position)
        ranges[position] = value
        if isFragment { notes.insert(.inFragment) }
      } else {
        repeated |= 1 << UInt8(position)
      }
    } else if clickID == nil, let position = clickIDs.position(of: name) {
      if Self.isUnfilled(UnsafeBufferPointer(rebasing: url[value]), named: name) {
        unfilledClickID = unfilledClickID ?? position
      } else {
        clickID = position
      }
    }
  }

  /// Whether the value of a click id, encoded still, is none.
  private static func isUnfilled(
    _ value: UnsafeBufferPointer<UInt8>, named name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Ids may be longer, templates are not.
    guard value.count <= longestTemplate else { return false }
    guard value.contains(UInt8(ascii: "%")), !UTMValue.isServerMacro(value) else {
      return UTMValue.isUnfilledClick(value, named: name)
    }
    var decoded: [UInt8] = []
    _ = FormDecoding.decode(value, to: &decoded)
    return decoded.withUnsafeBufferPointer { UTMValue.isUnfilledClick($0, named: name) }
  }

  /// Bytes of an encoded template that is looked at.
  private static let longestTemplate = 128

  private static func matches(
    _ url: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString
  ) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where ASCII.lowercased(url[range.lowerBound + offset]) != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

/// Parameters that advertisers' systems put into links, and what each says about a visit.
package struct ClickIDs: Sendable {
  package struct Meaning: Sendable {
    package let name: String
    package let source: String
    package let medium: String

    package init(name: String, source: String, medium: String) {
      self.name = name
      self.source = source
      self.medium = medium
    }
  }

  package let meanings: [Meaning]
  private let sources: WordSet
  private var positions: [UInt64: Int] = [:]
  private var starts = [Bool](repeating: false, count: 256)

  package init(_ meanings: [Meaning] = []) {
    self.meanings = meanings
    sources = WordSet(meanings.map(\.source))
    for (position, meaning) in meanings.enumerated() {
      var name = meaning.name
      name.withUTF8 { name in
        positions[WordSet.hash(name)] = position
        guard let first = name.first else { return }
        starts[Int(ASCII.lowercased(first))] = true
        starts[Int(ASCII.uppercased(first))] = true
      }
    }
  }

  /// Whether a click id comes with each click on an advertisement, and nothing else.
  package func isPaid(_ position: Int) -> Bool {
    ["cpc", "display", "paid_social"].contains(meanings[position].medium)
  }

  /// Whether a source is one that a click id tells of.
  package func isSource(_ source: UnsafeBufferPointer<UInt8>) -> Bool { sources.contains(source) }

  func position(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = name.first, name.count < 64, starts[Int(first)] else { return nil }
    return positions[WordSet.hash(name)]
  }
}
