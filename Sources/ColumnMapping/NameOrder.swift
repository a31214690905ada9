import Bytes

/// Whether the names below "first name" and "last name" are each other's.
package enum NameOrder {
  /// Names that a column needs before it is judged.
  private static let enough = 8

  /// True when most of the last names are given names, and hardly any of the first names is one.
  ///
  /// The list of given names has the common ones of seven languages, so that what it does not know
  /// proves nothing; both columns together do.
  package static func areSwapped(first: ValueProfile, last: ValueProfile) -> Bool {
    guard first.sample.count >= enough, last.sample.count >= enough else { return false }
    return givenShare(last.sample) >= 0.6 && givenShare(first.sample) <= 0.15
  }

  private static func givenShare(_ names: [String]) -> Double {
    let given = names.count { name in
      // The first of several: 'Anna Maria', 'Jean-Paul'.
      let word = name.prefix { $0 != " " && $0 != "-" }
      return Names.given.contains(TextFold.words(of: String(word)))
    }
    return Double(given) / Double(names.count)
  }
}
