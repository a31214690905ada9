import Bytes

/// Words for what mail tools and web sites log beside the events that are taken up: `processed`,
/// `page_view`, `Filled Out Form`. A row with one is of no use, and nobody refuses anything by it.
package enum OtherEvents {
  /// Whether an event that no vocabulary knows consists of such words, apart from what it is about.
  package static func isOne(_ text: String) -> Bool {
    let words = TextFold.words(of: parted(text)).split(separator: " ").map(String.init)
    guard words.contains(where: doings.contains) else { return false }
    return words.allSatisfy { doings.contains($0) || things.contains($0) }
  }

  /// With a space where a small letter stands before a capital one: `uniqueOpened`.
  private static func parted(_ text: String) -> String {
    var parted = ""
    var wasSmall = false
    for character in text {
      if wasSmall, character.isUppercase { parted.append(" ") }
      parted.append(character)
      wasSmall = character.isLowercase
    }
    return parted
  }

  private static let doings: Set<String> = [
    "processed", "process", "deferred", "deferral", "defer", "delayed", "delay", "delivered",
    "delivery", "sent", "send", "queued", "queue", "scheduled", "schedule", "request", "requested",
    "received", "receive", "rendered", "open", "opened", "click", "clicked", "forward", "forwarded",
    "print", "printed", "view", "viewed", "views", "pageview", "visit", "visited", "visits",
    "session", "impression", "scroll", "search", "searched", "submission", "submitted", "submit",
    "filled", "fill", "completed", "download", "downloaded", "register", "registered",
    "registration", "signup", "subscribe", "subscribed", "resubscribe", "resubscribed", "login",
    "attend", "attended", "booked", "watched", "watch", "played", "purchase", "purchased",
    "ordered", "placed", "added", "created", "updated", "started", "share", "shared", "like",
    "liked", "reply", "replied", "autoreply", "office", "call", "called", "note", "meeting",
    "webinar", "gesendet", "versendet", "versandt",
    "zugestellt", "geoffnet", "geklickt", "besucht", "besuch", "seitenaufruf", "angemeldet",
    "anmeldung", "registriert", "heruntergeladen", "envoye", "delivre", "ouvert", "clique",
    "visite", "inscription", "enviado", "entregado", "abierto", "visita", "inviato", "consegnato",
    "aperto", "verzonden", "bezorgd", "geopend", "geklikt", "bezocht", "entregue", "aberto",
    "clicado",
  ]
  private static let things: Set<String> = [
    "email", "e", "mail", "message", "sms", "link", "page", "web", "webpage", "website", "site",
    "form", "newsletter", "campaign", "list", "group", "lead", "contact", "person", "profile",
    "product", "cart", "checkout", "order", "demo", "trial", "file", "whitepaper", "video", "event",
    "ad", "social", "activity", "moment", "interesting", "new", "first", "unique", "total", "proxy",
    "machine", "auto", "automatic", "automated", "privacy", "pixel", "loaded", "to", "in", "on",
    "out", "up", "a", "an", "the", "of",
    "from", "by", "for", "with", "and",
  ]
}
