import Bytes

/// Large mail providers, and the ways in which their domains are misspelt.
///
/// A domain is taken for a misspelling when one slip of the hand makes it of a provider's: two
/// letters swapped, one left out, doubled, or hit beside its neighbour on the keyboard. Only
/// distinctive names of five letters and more are looked at (`aol`, `gmx` and `web` have too many
/// real neighbours), short ones only with their first letter right, and never a domain that is known
/// as a mail provider of its own. Of each, also of one with a short name, the ending may have lost a
/// letter, where what is left is a country's: `.cm` and `.om` for `.com`.
package struct MailProviders: Sendable {
  private struct Provider: Sendable {
    let domain: [UInt8]
    /// Octets before the first dot.
    let nameCount: Int
    let letters: UInt64
  }

  private let providers: [Provider]
  /// Whether some provider has so many octets, one more or one less.
  private let fits: [Bool]
  private let real: WordSet
  private let domains: [[UInt8]]

  /// - Parameters:
  ///   - domains: in lower case; those whose name is shorter than five letters are passed over.
  ///   - real: domains that look like misspellings and are none.
  package init(_ domains: [String] = [], real: [String] = []) {
    providers = domains.compactMap { domain in
      let bytes = Array(domain.utf8.map(ASCII.lowercased))
      guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot >= 5, bytes.count < 62 else {
        return nil
      }
      return Provider(domain: bytes, nameCount: dot, letters: Self.letters(of: bytes[...]))
    }
    var fits = [Bool](repeating: false, count: 64)
    for provider in providers {
      for count in (provider.domain.count - 1)...(provider.domain.count + 1) { fits[count] = true }
    }
    self.fits = fits
    self.real = WordSet(real + domains)
    self.domains = domains.map { $0.utf8.map(ASCII.lowercased) }
  }

  /// The provider's domain whose ending was misspelt, `gmx.de` for `gmx.d`, or given twice; nil when
  /// it is none's or several'.
  package func meant(byEndingOf domain: UnsafeBufferPointer<UInt8>) -> String? {
    guard domain.count < 62, let dot = domain.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let head = domain[...dot]
    let ending = Array(domain[(dot + 1)...])
    let found = domains.filter { provider in
      if provider.elementsEqual(domain[..<dot]) { return provider.hasSuffix(of: domain[dot...]) }
      return provider.starts(with: head) && provider.count > head.count
        && !provider.elementsEqual(domain)
        && TopLevelSlip.isNear(ending, Array(provider[head.count...]))
    }
    return found.count == 1 ? found.first.map { String(decoding: $0, as: UTF8.self) } : nil
  }

  /// The provider's domain that one in lower case was meant for; nil when it is none's or several'.
  package func meant(by domain: UnsafeBufferPointer<UInt8>) -> String? {
    // What lacks a letter of three ends in two.
    if domain.count > 3, domain[domain.count - 3] == UInt8(ascii: "."),
      let whole = domains.first(where: { Self.lostLetter(ofEnding: $0, domain) })
    {
      return real.contains(domain) ? nil : String(decoding: whole, as: UTF8.self)
    }
    guard domain.count < fits.count, fits[domain.count] else { return nil }
    let letters = Self.letters(of: domain[...])
    var found: Provider?
    for provider in providers where (provider.letters ^ letters).nonzeroBitCount <= 2 {
      guard abs(provider.domain.count - domain.count) <= 1,
        Self.isSlip(domain, of: provider.domain, nameCount: provider.nameCount)
      else { continue }
      if found != nil { return nil }
      found = provider
    }
    guard let found, !real.contains(domain) else { return nil }
    return String(decoding: found.domain, as: UTF8.self)
  }

  /// Whether a domain is a provider's but for a letter of its ending of three.
  private static func lostLetter(
    ofEnding meant: [UInt8], _ typed: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = meant.count - 3
    guard typed.count == meant.count - 1, start > 4, meant[start - 1] == UInt8(ascii: "."),
      typed[..<start].elementsEqual(meant[..<start])
    else { return false }
    let (ending, left) = (meant[start...], typed[start...])
    return (0..<3).contains { skipped in
      ending.enumerated().lazy.filter { $0.offset != skipped }.map(\.element).elementsEqual(left)
    }
  }

  private static func letters(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Whether one slip in the name makes `typed` of `meant`; the endings are equal.
  private static func isSlip(
    _ typed: UnsafeBufferPointer<UInt8>, of meant: [UInt8], nameCount: Int
  ) -> Bool {
    let shorter = min(typed.count, meant.count)
    var start = 0
    while start < shorter, typed[start] == meant[start] { start += 1 }
    var end = 0
    while end < shorter - start, typed[typed.count - 1 - end] == meant[meant.count - 1 - end] {
      end += 1
    }
    guard end >= meant.count - nameCount else { return false }
    let extra = typed.count - start - end
    let missing = meant.count - start - end
    // Short names are only believed when they begin right; nobody leaves out a first letter.
    let mayBegin = nameCount >= 7
    switch (extra, missing) {
    case (2, 2):
      return typed[start] == meant[start + 1] && typed[start + 1] == meant[start]
    case (1, 1):
      guard start > 0 || mayBegin else { return false }
      return areSlips(typed[start], meant[start])
    case (1, 0):
      // Of a doubled letter, the run ends after it.
      let letter = typed[start]
      let before = start > 0 ? typed[start - 1] : 0
      let after = typed[start + 1]
      guard start > 0 || letter == after else { return false }
      return letter == before || letter == after || areNeighbours(letter, before)
        || areNeighbours(letter, after)
    case (0, 1): return start > 0
    default: return false
    }
  }

  /// Letters that are taken for each other: beside each other on a keyboard, or both vowels.
  private static func areSlips(_ left: UInt8, _ right: UInt8) -> Bool {
    areNeighbours(left, right) || "aeiou".utf8.contains(left) && "aeiou".utf8.contains(right)
      || left == UInt8(ascii: "0") && right == UInt8(ascii: "o")
      || left == UInt8(ascii: "1") && (right == UInt8(ascii: "l") || right == UInt8(ascii: "i"))
  }

  private static let rows = [
    Array("qwertyuiop".utf8), Array("asdfghjkl".utf8), Array("zxcvbnm".utf8),
  ]

  private static func areNeighbours(_ left: UInt8, _ right: UInt8) -> Bool {
    for (number, row) in rows.enumerated() {
      guard let place = row.firstIndex(of: left) else { continue }
      for (other, otherRow) in rows.enumerated() {
        guard let otherPlace = otherRow.firstIndex(of: right) else { continue }
        // Each row begins half a key further to the right.
        let offset = otherPlace - place
        switch other - number {
        case 0: return abs(offset) == 1
        case 1: return offset == 0 || offset == -1
        case -1: return offset == 0 || offset == 1
        default: return false
        }
      }
    }
    return false
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(of other: some Collection<UInt8>) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}
