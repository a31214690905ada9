import Bytes
import LeadModel
import Validation

/// Names whose family name comes first by its capitals, and marks at the ends of names.
extension RowConformer {
  /// The name in a column as it is said with the given name first, in its case: `Elodie Dupont` of
  /// `DUPONT Elodie`. Once the capitals are gone nothing else tells the family name.
  ///
  /// What the column's country tells by itself, as of `Nagy János` in Hungary, keeps its order.
  mutating func turnedName(_ column: Int) -> String? {
    guard let text = out.string(out[column]) else { return nil }
    readName(column)
    guard names.isFamilyFirst else { return nil }
    let parts = (names.titles, names.given, names.family, names.suffixes)
    func joined(_ words: [Range<Int>]) -> String {
      words.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }.joined(separator: " ")
    }
    let (given, family) = (recased(joined(parts.1), .given), recased(joined(parts.2), .family))
    let before = parts.0.isEmpty ? "" : joined(parts.0) + " "
    let after = parts.3.isEmpty ? "" : " " + joined(parts.3)
    let plain = before + recased(joined((parts.2 + parts.1)), .full) + after
    let wanted = (given, family)
    let candidates = [plain, before + given + " " + family + after]
    return candidates.first { parted($0) == wanted } ?? before + family + ", " + given + after
  }

  /// Brings a name that begins with the family name into case, the given name first.
  mutating func recaseTurned(_ column: Int) -> Bool {
    guard let text = turnedName(column), text != out.string(out[column]) else { return false }
    return setRecased(column, to: Array(text.utf8))
  }

  private mutating func recased(_ text: String, _ part: NameCasing.Part) -> String {
    var text = text
    let country = self.country
    let bytes = text.withUTF8 { nameCasing.recased($0, as: part, country: country) }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  private mutating func parted(_ text: String) -> (String, String) {
    let name = PersonName(text, country: country)
    return (name.given, name.family)
  }

  // MARK: Marks

  /// Leaves out marks at the ends of a name: `Ann Bell;`, `- Ann Bell -`.
  mutating func dropMarks(_ column: Int) {
    guard case .text(let start, let count) = out[column] else { return }
    let kept = out.withText(column) { text -> Range<Int> in
      guard text.contains(where: { ASCII.isLetter($0) || $0 >= 0x80 }) else {
        return 0..<text.count
      }
      var (from, to) = (0, text.count)
      while from < to, Self.isMark(text[from], beside: text) { from += 1 }
      while to > from, Self.isMark(text[to - 1], beside: text) { to -= 1 }
      return from..<to
    }
    guard kept.count < count,
      !out.withText(column, { settings.policy.placeholders.contains(Self.part(of: $0, kept)) })
    else { return }
    out[column] = .text(start: start + Int32(kept.lowerBound), count: Int32(kept.count))
  }

  private static func part(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  /// Whether a mark at an end belongs to no name; the hyphen of `Rashid, Harun al-` does.
  private static func isMark(_ byte: UInt8, beside text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): !text.contains(UInt8(ascii: ","))
    case UInt8(ascii: ";"), UInt8(ascii: ":"), 32: true
    default: false
    }
  }
}
