/// A word that a program puts before the names of its columns: `IMP Voornaam`, `cf_city`.
enum TablePrefix {
  /// The unknown word that at least half of the headers begin with; nil: none.
  static func of(_ headers: [HeaderWords], _ vocabulary: Vocabulary) -> String? {
    var counts: [String: Int] = [:]
    for header in headers where header.words.count > 1 { counts[header.words[0], default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let most, most.value >= leastColumns, most.value * 2 >= headers.count,
      vocabulary.find(most.key).isEmpty, Compound.parts(of: most.key, vocabulary) == nil
    else { return nil }
    return most.key
  }

  /// Fewer columns may begin alike by chance.
  private static let leastColumns = 4
}
