import Bytes

/// What stands in a cell of a name that is no name.
package enum NameDoubt: Equatable, Sendable {
  /// Nothing but digits and marks, `asdf`, `Vorname`: nobody is called that.
  case standIn
  /// `test`: hardly anybody is.
  case suspect
  /// `Max Mustermann`: an example in a form.
  case example
  /// An e-mail address, a telephone number, a web address; with what is left without it.
  case email(rest: String?)
  case phone(rest: String?)
  case webAddress
  /// `{{first_name}}`: a form letter's own words, or markup.
  case template
  /// Text too long for a name.
  case tooLong
  case company
  /// Digits within a name.
  case digits

  /// - Parameters:
  ///   - name: a cell without white space at its ends.
  ///   - isBesideName: whether it is a part of a name whose other part is a name: `Doe`, `Last` and
  ///     `Donald` are called so, and the whole name tells whether it is an example.
  /// - Returns: nil for a name.
  package static func of(
    _ name: UnsafeBufferPointer<UInt8>, isBesideName: Bool = false
  ) -> NameDoubt? {
    guard name.count <= NameReader.longestName else { return .tooLong }
    var digits = 0
    var letters = 0
    var pictures = 0
    var at: Int?
    var hasMarkup = false
    var hasAddress = false
    for (index, byte) in name.enumerated() {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if byte == 0xF0, index + 1 < name.count, name[index + 1] == 0x9F {
        // Pictures are no letters.
        pictures += 4
      } else if ASCII.isLetter(byte) || byte >= 0x80 {
        letters += 1
      } else if byte == UInt8(ascii: "@") {
        at = index
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
        || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: "$")
      {
        hasMarkup = true
      } else if byte == UInt8(ascii: ":"), index + 2 < name.count,
        name[index + 1] == UInt8(ascii: "/"), name[index + 2] == UInt8(ascii: "/")
      {
        hasAddress = true
      }
    }
    if let at, at > 0, name[at...].prefix(while: { $0 != 32 }).contains(UInt8(ascii: ".")) {
      return .email(rest: rest(name))
    }
    if hasAddress || name.count > 4 && name.prefix(4).elementsEqual("www.".utf8) {
      return .webAddress
    }
    if digits >= 7 { return .phone(rest: rest(name)) }
    if letters <= pictures - pictures / 4 { return .standIn }
    if hasMarkup || name[0] == UInt8(ascii: "=") || TemplateField.isOne(name) { return .template }
    if let doubt = ofWords(name, isBesideName) { return doubt }
    // An initial is one beside a name only.
    if letters == 1, !isBesideName { return .suspect }
    return digits > 0 ? .digits : nil
  }

  package static func of(_ name: String) -> NameDoubt? {
    var name = name
    return name.withUTF8 { of($0) }
  }

  private static func ofWords(
    _ name: UnsafeBufferPointer<UInt8>, _ isBesideName: Bool
  ) -> NameDoubt? {
    var all: NameWordKind = [.walk, .suspect]
    var any: NameWordKind = []
    var isOdd = true
    var last: NameWordKind = []
    var count = 0
    for word in name.split(whereSeparator: { " -,_".utf8.contains($0) }) {
      last = NameWords.kind(of: UnsafeBufferPointer(rebasing: word))
      all.formIntersection(last)
      any.formUnion(last)
      isOdd = isOdd && !last.isDisjoint(with: [.walk, .suspect])
      count += 1
    }
    if count > 1, last.contains(.company) { return .company }
    if count == 0 || all.contains(.walk) { return .standIn }
    guard any.contains(.suspect) else { return nil }
    if any.contains(.trial) { return .suspect }
    if isBesideName, count < 2 { return nil }
    let key = TextFold.words(of: String(decoding: name, as: UTF8.self))
    if headers.contains(key) || nothings.contains(key) { return .standIn }
    if examples.contains(key) { return .example }
    return isOdd && !isBesideName ? .suspect : nil
  }

  /// The words without those that hold digits or an address, where a name is left.
  private static func rest(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    let words = String(decoding: name, as: UTF8.self).split(separator: " ").filter { word in
      word.contains(where: \.isLetter)
        && !word.contains { $0 == "@" || $0.isASCII && $0.isNumber || $0 == ":" || $0 == "/" }
    }
    let text = words.map { $0.filter { !"<>()[],;\"".contains($0) } }.filter { !$0.isEmpty }
      .joined(separator: " ")
    guard text.filter(\.isLetter).count >= 2, of(text) == nil else { return nil }
    return text
  }

  /// Names of columns, folded, in the languages of ingest.
  static let headers: Set<String> = [
    "first name", "firstname", "last name", "lastname", "full name", "fullname", "your name",
    "first last", "first name last name", "firstname lastname", "vorname", "nachname",
    "familienname", "vorname nachname", "vorname name", "prenom", "nom", "prenom nom", "nom prenom",
    "nombre", "apellido", "apellidos", "nombre apellido", "nombre apellidos", "nombre y apellidos",
    "nome", "cognome", "nome cognome", "sobrenome", "apelido", "nome sobrenome", "nome apelido",
    "voornaam", "achternaam", "voornaam achternaam", "no name", "noname", "name", "username",
    "kein name", "sin nombre", "anonymous", "anonym", "anonyme", "anonimo", "unknown", "unbekannt",
    "inconnu", "desconocido", "desconhecido", "sconosciuto", "onbekend", "null", "undefined",
    "null null", "undefined undefined", "none none", "abc", "abcd", "abcde", "abcdef", "abc abc",
    "xyz", "abc xyz", "lorem ipsum", "deleted", "deleted user", "unknown unknown", "xx", "yy", "zz",
    "qq", "first", "last",
  ]

  /// What is written for a name that nobody gave, folded, in the languages of ingest.
  private static let nothings: Set<String> = [
    "nicht angegeben", "nicht bekannt", "nicht vorhanden", "ohne angabe", "ohne angaben",
    "keine angabe", "keine angaben", "ohne namen", "ohne name", "not specified", "not provided",
    "not available", "not applicable", "not disclosed", "undisclosed", "to be confirmed",
    "to be determined", "non renseigne", "sans nom", "non disponible", "no especificado",
    "no informado", "no disponible", "non specificato", "non disponibile", "senza nome",
    "nao informado", "nao especificado", "nao disponivel", "sem nome", "niet opgegeven",
    "niet bekend", "geen naam", "name unknown", "unknown name",
  ]

  /// Persons who stand for anybody.
  static let examples: Set<String> = [
    "max mustermann", "erika mustermann", "maria mustermann", "martin mustermann", "mustermann",
    "mustermann max", "musterfrau", "erika musterfrau", "maria musterfrau", "max muster",
    "john doe", "jane doe", "doe john", "jonny doe", "johnny doe", "joe bloggs", "john q public",
    "jane q public", "mickey mouse", "micky maus", "donald duck", "fulano de tal", "fulana de tal",
    "ola nordmann", "kari nordmann", "medelsvensson", "jan modaal", "otto normalverbraucher",
    "madame michu", "pinco pallino", "tizio caio", "muster max", "foo bar", "john public",
  ]
}
