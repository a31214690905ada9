import Bytes
import LeadModel

/// Headers of columns that say who is not to be written to: `Unsubscribed from all email`,
/// `HasOptedOutOfEmail`, `Do Not Call`, `Werbesperre`, `Fecha de baja`.
enum RefusalHeader {
  /// The field that such a column gives; nil for any other header, and for refusals of what is not
  /// sent here, as letters and faxes.
  static func field(_ header: String) -> String? {
    let words = HeaderWords(header).words
    let letters = words.joined()
    guard speaksOfRefusal(header, words, letters), !isAside(words, letters) else { return nil }
    if speaks(of: letters, words, otherChannels) { return nil }
    let isEmail = speaks(of: letters, words, email)
    let isPhone = speaks(of: letters, words, phone)
    let isSMS = speaks(of: letters, words, sms)
    return switch (isEmail, isPhone, isSMS) {
    case (true, false, false): "email_opted_out"
    case (false, true, false): "phone_opted_out"
    case (false, false, true): "sms_opted_out"
    default: "opted_out"
    }
  }

  /// What is only said about a refusal, and where it can be made: `Unsubscribe reason`, `UNSUB_LINK`.
  static func isAside(_ header: String) -> Bool {
    let words = HeaderWords(header).words
    return isAside(words, words.joined())
  }

  private static func speaksOfRefusal(
    _ header: String, _ words: [String], _ letters: String
  ) -> Bool {
    RefusalWords.isOne(header) || ConsentHeader.isRefusal(header)
      || stems.areIn(letters) || words.contains(where: wholeWords.contains)
  }

  private static func isAside(_ words: [String], _ letters: String) -> Bool {
    words.contains(where: asides.contains) || asideStems.areIn(letters)
  }

  private static func speaks(of letters: String, _ words: [String], _ list: [String]) -> Bool {
    list.contains { $0.utf8.count < 6 ? words.contains($0) : letters.contains($0) }
  }

  /// Beginnings and parts of words beside those of `RefusalWords`.
  private static let stems: WordStems = [
    "sperrvermerk", "kontaktsperre", "mailingsperre", "mailsperre", "newslettersperre",
    "anrufsperre", "robinson", "fechadebaja", "deaktiviertam", "righttobeforgotten",
    "loschungbeantragt", "loschantrag", "notoptedin", "noemailmarketing", "nomarketing",
  ]
  private static let wholeWords: Set<String> = ["gesperrt", "dnc", "dne", "dnd"]

  private static let otherChannels = [
    "fax", "post", "postal", "letter", "brief", "print", "courrier",
  ]
  private static let email = [
    "email", "mail", "emails", "mails", "mailing", "newsletter", "donotemail",
    "optedoutofemail", "emailopt", "mailingsperre", "mailsperre", "newslettersperre", "courriel",
    "correo", "dne",
  ]
  private static let phone = [
    "call", "calls", "phone", "telefon", "telephone", "telefono", "anruf", "anrufe", "donotcall",
    "donotphone", "nichtanrufen", "anrufsperre", "dnc",
  ]
  private static let sms = ["sms", "text", "texts", "whatsapp"]

  private static let asides: Set<String> = [
    "link", "url", "uri", "token", "campaign", "campaigns", "count", "rate", "number", "ip", "page",
    "form", "method", "via", "by", "id",
  ]
  private static let asideStems: WordStems = [
    "reason", "grund", "motif", "motivo", "reden", "comment", "kampagne",
  ]
}

/// Names of files and sheets that list people who are not to be written to.
package enum RefusalName {
  /// Whether a name is called after them: `Do not contact`, `unsubscribes.json`, `Abgemeldet`, `DNC`;
  /// `not unsubscribed` is the contrary.
  package static func speaks(_ name: String) -> Bool {
    if RefusalWords.isDenied(name) { return false }
    if KindNames.kind(in: name) == .suppression { return true }
    // Whoever only declined may have declined an invitation.
    return RefusalHeader.field(name) != nil
      && (!ConsentHeader.isRefusal(name) || ConsentHeader.speaksOfConsent(name)
        || RefusalWords.isOne(name))
  }
}

extension ColumnProposal {
  /// The field of refusals that a header speaks of; nil for others.
  package static func refusalField(ofHeader header: String) -> String? {
    RefusalHeader.field(header)
  }

  /// Whether the column speaks of who is not to be written to, or no longer, and nothing is made of it.
  package var isLostRefusal: Bool {
    guard fieldRead.isEmpty, !RefusalHeader.isAside(header) else { return false }
    return holdsRefusals || RefusalHeader.field(header) != nil || ConsentHeader.endsConsent(header)
  }
}
