import Bytes

/// Words by which somebody says no to messages, whatever is around them.
package enum RefusalWords {
  /// Whether a text that no vocabulary knows speaks of an unsubscription or a complaint.
  package static func isOne(_ text: String) -> Bool {
    let letters = TextFold.words(of: text).filter { $0 != " " }
    return stems.contains { letters.contains($0) }
  }

  /// Beginnings of words in the languages that columns are read in, without accents.
  private static let stems = [
    "unsub", "optout", "optedout", "spam", "complain", "abuse", "donotcontact", "donotemail",
    "donotmail", "donotcall", "donotphone", "dontcall", "dontcontact", "keinewerbung",
    "nichtkontaktieren", "nichtanrufen", "nepascontacter", "nocontactar", "noncontattare",
    "naocontactar", "nietbenaderen", "suppress", "blacklist", "blocklist", "abmeld", "abgemeldet",
    "austrag", "abbestell", "widerspr", "widerruf", "werbesperre", "beschwerde", "desabon",
    "desinscr", "plainte", "desuscri", "dadodebaja", "disiscri", "descadastr", "afmeld",
    "afgemeld", "uitschrij", "uitgeschr",
  ]
}
