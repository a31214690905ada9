import Bytes

/// Whether a whole name and a part of a name beside it can be those of one person.
///
/// Given names agree in all their forms: `Bob` is `Robert` (`NickNames`).
package struct NameAgreement: Sendable {
  package typealias Text = UnsafeBufferPointer<UInt8>

  private var whole: [UInt8] = []
  private var part: [UInt8] = []

  package init() {}

  /// Whether the family name has nothing of the whole name, however it is spelled: no word, no
  /// beginning, no initial, and no word that is a slip of two letters away.
  ///
  /// Names in different scripts, and a whole name of one word, contradict nothing.
  package mutating func contradicts(whole name: Text, family: Text) -> Bool {
    guard name.count <= NameReader.longestName, family.count <= NameReader.longestName,
      !Self.ends(name, with: family)
    else { return false }
    fold(name, into: &whole)
    fold(family, into: &part)
    let words = whole.split(separator: 32)
    let parts = part.split(separator: 32)
    guard words.count > 1, let first = part.first, let other = whole.first,
      (first < 0x80) == (other < 0x80)
    else { return false }
    let joined = whole.filter { $0 != 32 }
    if Self.contains(joined, part.filter { $0 != 32 }) { return false }
    return !parts.contains { part in words.contains { Self.agree($0, part) } }
  }

  /// Whether the given name has nothing of the whole name: no word, no beginning, no initial, no
  /// word that is a slip away, and no pet form.
  package mutating func contradicts(whole name: Text, given: Text) -> Bool {
    guard name.count > given.count || name.count > 2, !Self.begins(name, with: given),
      contradicts(whole: name, family: given)
    else { return false }
    let words = whole.split(separator: 32)
    return !part.split(separator: 32).contains { part in
      words.contains { word in
        // Spelled as elsewhere: Stephen and Steven, Juan and John begin alike.
        word.first == part.first && (part.count < 3 || word.count < 3)
          || NickNames.share(word, part)
      }
    }
  }

  /// Most given names stand at the beginning of the whole name.
  private static func begins(_ name: Text, with given: Text) -> Bool {
    name.count > given.count && name.starts(with: given) && name[given.count] == 32
  }

  /// Most family names stand at the end of the whole name.
  private static func ends(_ name: Text, with family: Text) -> Bool {
    name.count > family.count && name.suffix(family.count).elementsEqual(family)
      && name[name.count - family.count - 1] == 32
  }

  private func fold(_ text: Text, into words: inout [UInt8]) {
    words.removeAll(keepingCapacity: true)
    TextFold.appendWords(of: text, to: &words)
  }

  private static func agree(_ word: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
    let (shorter, longer) = word.count < part.count ? (word, part) : (part, word)
    if longer.starts(with: shorter) { return true }
    if shorter.count >= 3, contains(Array(longer), Array(shorter)) { return true }
    return distance(Array(shorter), Array(longer)) <= (shorter.count > 5 ? 3 : 2)
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard !word.isEmpty, word.count <= text.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
  }

  /// Letters to change, add or leave out.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for position in right.indices {
        let cost = min(
          row[position] + 1, row[position + 1] + 1, diagonal + (letter == right[position] ? 0 : 1))
        diagonal = row[position + 1]
        row[position + 1] = cost
      }
    }
    return row[right.count]
  }
}
