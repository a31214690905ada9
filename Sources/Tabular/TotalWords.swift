/// The words that a row begins with that adds up others, or counts them.
package enum TotalWords {
  private static let words: Set<Substring> = [
    "total", "totals", "subtotal", "sum", "summe", "zwischensumme", "count", "anzahl", "rows",
    "records", "end", "ende", "totale", "totaal", "somme", "suma", "totaux",
    "soma", "subtotale", "subtotaal", "moyenne", "average", "mittelwert",
  ]
  private static let adjectives: Set<Substring> = ["grand", "sub", "overall", "sous", "grande"]

  package static func begin(_ text: String) -> Bool {
    let parts = text.lowercased().split { !$0.isLetter }.prefix(2)
    guard let first = parts.first else { return false }
    if words.contains(first) || first.hasPrefix("gesamt") { return true }
    return adjectives.contains(first) && parts.count > 1 && words.contains(parts[1])
  }
}
