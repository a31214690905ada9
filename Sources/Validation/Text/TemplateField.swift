import Bytes

/// A field of a form letter that nobody filled in, or what a script writes for nothing: `{{company}}`,
/// `%COMPANY%`, `*|COMPANY|*`, `«Firma»`, `[First Name]`, `[object Object]`, `NaN`.
///
/// Braces in pairs and the like are nobody's name. A single pair of brackets or guillemets may be a
/// company's, so that what stands between has to be the name of a field.
enum TemplateField {
  /// Whether a cell without white space at its ends is one.
  static func isOne(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 2, text.count <= longest, let first = text.first, let last = text.last
    else { return false }
    if ASCII.isLetter(first), !isSign(last) { return mayBeDebris(text) && isDebris(text) }
    // All others have a sign at one end: most cells are told by that.
    let hasBoth = isSign(first) && isSign(last) || first == 0xC2 && last == 0xBB
    guard hasBoth || (isSign(first) || isSign(last)) && text.contains(where: isOfMark) else {
      return false
    }
    if marks.contains(where: { stands($0, in: text) }) { return true }
    let text = String(decoding: text, as: UTF8.self)
    guard let pair = pairs.first(where: { text.hasPrefix($0.start) && text.hasSuffix($0.end) }),
      text.count > pair.start.count + pair.end.count
    else { return false }
    let inner = text.dropFirst(pair.start.count).dropLast(pair.end.count)
    return isField(inner) || pair.start == "[" && inner == "object Object"
      || pair.isForWords && isWord(inner)
  }

  /// Bytes; what is longer tells more than a field's name.
  private static let longest = 200

  private static func mayBeDebris(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text[0] == UInt8(ascii: "N") && text[2] == UInt8(ascii: "N")
      || text[0] | 0x20 == UInt8(ascii: "u") && text[2] | 0x20 == UInt8(ascii: "d")
  }

  /// `NaN` as scripts write it, which `Nan` is not, and `undefined`, once or for each part.
  private static func isDebris(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.split(separator: 32).allSatisfy { word in
      word.elementsEqual("NaN".utf8)
        || word.count == 9 && word.lazy.map(ASCII.lowercased).elementsEqual("undefined".utf8)
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "@"),
      UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a byte is one that each of the marks has.
  private static func isOfMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "%")
  }

  /// Signs that nothing but templates has, wherever they stand.
  private static let marks: [(start: String, end: String)] = [
    ("{{", "}}"), ("${", "}"), ("*|", "|*"), ("<%", "%>"), ("{%", "%}"), ("{ MERGEFIELD", "}"),
  ]

  private static func stands(
    _ mark: (start: String, end: String), in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let start = ASCII.position(of: mark.start, in: text) else { return false }
    let rest = UnsafeBufferPointer(rebasing: text[(start + mark.start.utf8.count)...])
    return ASCII.position(of: mark.end, in: rest) != nil
  }

  /// Signs around a whole cell, the longer first; whether any one word between them makes a field.
  private static let pairs: [(start: String, end: String, isForWords: Bool)] = [
    ("%%", "%%", true), ("%", "%", true), ("[[", "]]", false), ("<<", ">>", false),
    ("@@", "@@", false), ("##", "##", false), ("__", "__", false), ("[", "]", false),
    ("(", ")", false), ("<", ">", false), ("{", "}", false), ("\u{AB}", "\u{BB}", false),
    ("~", "~", false), ("#", "#", false), ("$", "$", false), ("@", "@", false),
  ]

  private static func isWord(_ text: Substring) -> Bool {
    text.utf8.allSatisfy {
      ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    } && text.utf8.contains(where: ASCII.isLetter)
  }

  /// Whether a text is what fields are called, with or without the record before it:
  /// `Contact.FirstName`, `your company`.
  private static func isField(_ text: Substring) -> Bool {
    let name = text.split(separator: ".").last ?? ""
    let key = TextFold.words(of: String(name)).filter { $0 != " " }
    if fields.contains(key) { return true }
    guard let owner = owners.first(where: key.hasPrefix) else { return false }
    return fields.contains(String(key.dropFirst(owner.count)))
  }

  /// Before the name of a field, folded.
  private static let owners = [
    "your", "contact", "lead", "customer", "account", "recipient", "user", "insert", "enter",
    "kontakt", "kunde", "empfanger", "ihre", "ihr",
  ]

  /// Names of fields, folded and without spaces, in the languages of ingest.
  private static let fields: Set<String> = [
    "firstname", "lastname", "fullname", "name", "surname", "fname", "lname", "givenname",
    "familyname", "middlename", "salutation", "company", "companyname", "organization",
    "organisation", "organizationname", "organisationname", "accountname", "jobtitle", "job",
    "title", "position", "role", "city", "town", "street", "address", "streetaddress", "email",
    "phone", "vorname", "nachname", "familienname", "anrede", "firma", "firmenname", "unternehmen",
    "berufsbezeichnung", "funktion", "strasse", "ort", "stadt", "adresse", "prenom", "nom",
    "societe", "entreprise", "fonction", "poste", "ville", "rue", "nombre", "apellido", "apellidos",
    "empresa", "cargo", "ciudad", "calle", "nome", "cognome", "azienda", "ruolo", "citta",
    "sobrenome", "apelido", "cidade", "rua", "voornaam", "achternaam", "bedrijf", "bedrijfsnaam",
    "functie", "plaats", "straat",
  ]
}
