import Bytes
package import LeadModel

/// What a cell says in a column of refusals: a yes, or since when, is a refusal; a no is none.
package enum RefusalAnswer: Equatable {
  /// Nobody refuses anything.
  case none
  /// Since the date, where it is one that is the same in every order.
  case refused(since: Timestamp?)
  /// No answer that is known.
  case unknown

  /// Reads a cell below a header such as `Unsubscribed` or `Do not call`.
  package static func read(_ cell: UnsafeBufferPointer<UInt8>) -> RefusalAnswer {
    if cell.isEmpty { return .none }
    guard cell.count <= longest else { return .unknown }
    let text = String(decoding: cell, as: UTF8.self)
    // Whoever asked, or has not decided, may have refused.
    if cell.contains(UInt8(ascii: "?")) { return .unknown }
    let words = TextFold.words(of: text)
    if signs.contains(text.lowercased()) || yes.contains(words) { return .refused(since: nil) }
    if undecided.contains(words) { return .unknown }
    if words.isEmpty || RefusalWords.isNo(text) { return .none }
    switch status(text) {
    case .unknown: break
    case let known: return known
    }
    switch DateReader.read(cell) {
    case .plain(let reading), .only(let reading, _): return .refused(since: reading.instant)
    case .ambiguous: return .refused(since: nil)
    case .none: return .unknown
    }
  }

  /// Reads a word for the state of somebody on a list; most words say nothing of refusals.
  package static func status(_ text: String) -> RefusalAnswer {
    if text.utf8.count > longest { return .unknown }
    let words = TextFold.words(of: text)
    let known = Vocabulary.consentStatus.value(of: text)
    if yes.contains(words) || RefusalWords.isNo(text) { return .unknown }
    if RefusalWords.isOne(text) || known == "withdrawn" || known == "declined" {
      return RefusalWords.isDenied(text) ? .none : .refused(since: nil)
    }
    return known == nil ? .unknown : .none
  }

  /// In bytes; a word, a few of them or a date.
  private static let longest = 64

  private static let undecided: Set<String> = [
    "pending", "unknown", "unbekannt", "ausstehend", "inconnu", "en attente", "desconocido",
    "pendiente", "sconosciuto", "in attesa", "desconhecido", "pendente", "onbekend", "requested",
    "beantragt",
  ]
  private static let signs: Set<String> = ["x", "✓", "✔", "☑", "✗", "✘", "☒"]
  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "ja", "j", "oui", "o", "si", "s", "sim", "x", "wahr", "vrai",
    "verdadero", "vero", "verdadeiro", "waar", "on", "checked", "set", "tak", "ano", "kylla",
  ]
}
