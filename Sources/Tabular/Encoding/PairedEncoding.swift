/// How usual the characters are that a text in an East Asian encoding has, by the areas of its code
/// table: a text in another one has pairs everywhere.
enum PairedEncoding {
  /// Areas that hold the everyday characters, as lead bytes, and the least trail byte there.
  ///
  /// - Source: GB 2312 rows 16-55, Big5 level 1, JIS X 0208 rows 4, 5 and 16-47, KS X 1001 rows 16-40.
  private static let usual: [String: (leads: [ClosedRange<UInt8>], trail: UInt8)] = [
    "GB18030": ([0xB0...0xD7], 0xA1), "BIG5": ([0xA4...0xC6], 0x40),
    "EUC-JP": ([0xA4...0xA5, 0xB0...0xCF], 0xA1), "CP932": ([0x82...0x83, 0x88...0x97], 0x40),
    "CP949": ([0xB0...0xC8], 0xA1),
  ]

  static let names = ["CP932", "GB18030", "BIG5", "CP949", "EUC-JP"]

  /// Share of the pairs that are everyday characters; nil for an encoding of another kind.
  static func usualShare(_ sample: [UInt8], _ name: String) -> Double? {
    guard let area = usual[name] else { return nil }
    var pairs = 0
    var found = 0
    var index = 0
    while index + 1 < sample.count {
      let lead = sample[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      if name == "CP932", (0xA1...0xDF).contains(lead) {
        // Half-width katakana are single bytes.
        index += 1
        continue
      }
      pairs += 1
      if area.leads.contains(where: { $0.contains(lead) }), sample[index + 1] >= area.trail {
        found += 1
      }
      index += 2
    }
    return pairs == 0 ? nil : Double(found) / Double(pairs)
  }

  /// The encoding that reads a text in everyday characters where the guessed one does not.
  static func better(than name: String, _ sample: [UInt8], isValid: (String) -> Bool) -> String? {
    guard let share = usualShare(sample, name), share < 0.8 else { return nil }
    let others = names.filter { $0 != name && (usualShare(sample, $0) ?? 0) > 0.95 && isValid($0) }
    return others.count == 1 ? others[0] : nil
  }
}
