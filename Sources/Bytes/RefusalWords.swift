/// Words by which somebody says no to messages, whatever is around them.
package enum RefusalWords {
  /// Whether a text that no vocabulary knows speaks of an unsubscription or a complaint.
  package static func isOne(_ text: String) -> Bool {
    let letters = TextFold.words(of: text).filter { $0 != " " }
    return stems.areIn(letters)
  }

  /// Whether a word for the state of somebody on a list is a refusal: `unsubscribed`, `Do not contact`;
  /// `not unsubscribed` is the contrary.
  package static func isState(_ text: String) -> Bool {
    isOne(text) && !isDenied(text)
  }

  /// Whether a text begins by denying what it says.
  package static func isDenied(_ text: String) -> Bool {
    let first = TextFold.words(of: text).prefix { $0 != " " }
    return denials.contains(String(first))
  }

  /// Whether an answer is a no, in the languages that forms come in.
  package static func isNo(_ text: String) -> Bool { no.contains(TextFold.words(of: text)) }

  private static let no: Set<String> = [
    "no", "n", "false", "f", "0", "nein", "non", "nao", "nee", "falsch", "faux", "falso", "onwaar",
    "off", "unchecked", "never", "nie", "jamais", "nunca", "mai", "nooit", "ne",
  ]
  private static let denials: Set<String> = [
    "not", "never", "nicht", "kein", "keine", "pas", "non", "sin", "niet", "geen", "nao",
  ]

  /// Beginnings of words in the languages that columns are read in, without accents.
  private static let stems: WordStems = [
    "unsub", "optout", "optedout", "spam", "complain", "abuse", "donotcontact", "donotemail",
    "donotmail", "donotcall", "donotphone", "dontcall", "dontcontact", "keinewerbung",
    "nichtkontaktieren", "nichtanrufen", "nepascontacter", "nocontactar", "noncontattare",
    "naocontactar", "nietbenaderen", "suppress", "blacklist", "blocklist", "abmeld", "abgemeldet",
    "austrag", "abbestell", "widerspr", "widerruf", "werbesperre", "beschwerde", "desabon",
    "desinscr", "plainte", "desuscri", "dadodebaja", "disiscri", "descadastr", "afmeld",
    "afgemeld", "uitschrij", "uitgeschr",
  ]
}
