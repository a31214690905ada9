/// Which of the encodings of another script with one byte a character a text is in: what the words
/// would be made of decides between those that have a letter for nearly every byte.
enum ScriptGuess {
  /// The encodings of a script; `uchardet` knows some of each.
  private static let families = [
    ["WINDOWS-1251", "KOI8-U", "CP866", "ISO-8859-5", "MAC-CYRILLIC", "CP855"],
    ["WINDOWS-1253", "ISO-8859-7", "CP737", "CP869"],
  ]
  private static let pages = families.map { $0.compactMap { CodePage($0, prior: 0) } }

  /// Fewer bytes say too little.
  private static let enough = 24
  private static let mostBytes = 8_000
  /// Bits a byte that a text in the right encoding may cost, and a wrong one has to.
  private static let plausible = 0.25

  /// The encoding of the same script in which the words make far more sense.
  ///
  /// - Returns: nil where the named one will do.
  static func sibling(of name: String, _ sample: [UInt8]) -> String? {
    // The guesser names code pages after the maker of the machine.
    let known = name.hasPrefix("IBM") ? "CP" + name.dropFirst(3) : name
    guard let family = pages.first(where: { $0.contains { $0.name == known } }),
      let named = family.first(where: { $0.name == known })
    else { return nil }
    let places = Self.places(sample)
    guard places.count >= enough else { return nil }
    let cost = Self.cost(named, sample, places)
    guard cost > plausible,
      let best = Self.best(family, sample, places), best.cost * 4 < cost
    else { return nil }
    return best.name
  }

  /// The encoding of another script that a text is in which the guesser does not know.
  static func any(_ sample: [UInt8]) -> String? {
    let places = Self.places(sample)
    guard places.count >= enough else { return nil }
    let found = pages.compactMap { best($0, sample, places) }.filter { $0.cost < plausible }
    guard let best = found.min(by: { $0.cost < $1.cost }),
      !found.contains(where: { $0.name != best.name && $0.cost < 2 * best.cost + 0.1 })
    else { return nil }
    return best.name
  }

  private static func places(_ sample: [UInt8]) -> [Int] {
    Array(sample.indices.lazy.filter { sample[$0] >= 0x80 }.prefix(mostBytes))
  }

  private static func best(
    _ family: [CodePage], _ sample: [UInt8], _ places: [Int]
  ) -> (name: String, cost: Double)? {
    family.map { ($0.name, cost($0, sample, places)) }.min { $0.1 < $1.1 }
  }

  /// What speaks against a reading, in bits a byte beyond ASCII.
  private static func cost(_ page: CodePage, _ sample: [UInt8], _ places: [Int]) -> Double {
    var bits = 0.0
    for place in places {
      let before = place > 0 ? page.kinds[Int(sample[place - 1])] : .other
      let after = place + 1 < sample.count ? page.kinds[Int(sample[place + 1])] : .other
      bits += page.cost(of: sample[place], between: before, and: after)
    }
    return bits / Double(max(1, places.count))
  }
}
