import Bytes

/// Addresses that somebody typed to have typed one: `test@test.com`, `noemail@example.org`.
package enum EmailStandIn {
  /// Whether an address is nobody's: its name says so, it is a form letter's own word such as
  /// `{{email}}`, or a stand-in's word is both its name and its domain's.
  package static func isOne(
    local: UnsafeBufferPointer<UInt8>, domain: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if local.first == UInt8(ascii: "{"), local.last == UInt8(ascii: "}") { return true }
    if names.contains(local) { return true }
    guard domain.count > local.count, domain[local.count] == UInt8(ascii: "."),
      local.elementsEqual(domain[..<local.count], by: { ASCII.lowercased($0) == $1 })
    else { return false }
    return !NameWords.kind(of: local).isDisjoint(with: [.walk, .suspect, .trial])
      || words.contains(local)
  }

  private static let names = WordSet([
    "noemail", "no-email", "no_email", "no.email", "nomail", "no-mail", "no_mail", "no.mail",
    "noemailaddress", "keinemail", "keine-email", "keine.email", "keine_email", "keinemailadresse",
    "sinemail", "sin-email", "sincorreo", "pasdemail", "pas-de-mail", "pasdemel", "geenemail",
    "geen-email", "semmail", "sememail", "senzaemail",
  ])

  /// Words that are nobody's name and domain at once.
  private static let words = WordSet(["none", "no", "na", "email", "mail", "a", "x", "abc", "aaa"])
}
