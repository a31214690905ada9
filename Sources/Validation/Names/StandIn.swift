import Bytes

/// What stands in a cell for a company or a job title that nobody wanted to tell.
package enum StandIn: Equatable, Sendable {
  /// `asdf`, `11111`, `---`: no company is called that.
  case nothing
  /// `test`, `Company name`: hardly one is.
  case suspect
  /// `{{company}}`, `NaN`: a form letter's own words, or a script's.
  case template

  /// What a cell is for: what means nothing there may be a good answer elsewhere.
  package enum Field: Sendable {
    case company, jobTitle, street, city
  }

  /// - Parameters:
  ///   - text: a cell without white space at its ends.
  ///   - field: what it is for.
  /// - Returns: nil for a text that may mean something. `AAA`, `3M` and `1822` are companies.
  package static func of(
    _ text: UnsafeBufferPointer<UInt8>, as field: Field = .company
  ) -> StandIn? {
    guard let first = text.first else { return nil }
    if TemplateField.isOne(text) { return .template }
    if !ASCII.isLetter(first), first < 0x80,
      !text.contains(where: { ASCII.isLetter($0) || $0 >= 0x80 })
    {
      let digits = text.filter(ASCII.isDigit)
      if isTyped(digits) { return .nothing }
      // A telephone number.
      return digits.count >= 7 ? .suspect : nil
    }
    if isRepeated(text) || isAddress(text) { return .suspect }
    let end = text.firstIndex { $0 == 32 || $0 == UInt8(ascii: ",") } ?? text.count
    let kind = NameWords.kind(of: UnsafeBufferPointer(rebasing: text[..<end]))
    let isWord = end == text.count
    guard text.count < 64,
      !kind.isDisjoint(with: [.walk, .suspect, .trial, .company])
        || (isWord ? StandInWords.single : openers)
          .contains(UnsafeBufferPointer(rebasing: text[..<end]))
        || isWord && openers.contains(text)
    else { return nil }
    let words = text.split(separator: 32)
    let isWalk = words.allSatisfy {
      $0.count > 3 && NameWords.kind(of: UnsafeBufferPointer(rebasing: $0)).contains(.walk)
    }
    if isWalk { return StandIn.nothing }
    let key = TextFold.words(of: String(decoding: text, as: UTF8.self))
    if suspects.contains(key) || NameDoubt.examples.contains(key) { return .suspect }
    if StandInWords.of(field).contains(key) { return .suspect }
    if field == .company, words.count == 2, isLegalForm(words[1]),
      StandInWords.trials.contains(TextFold.words(of: String(decoding: words[0], as: UTF8.self)))
    {
      return .suspect
    }
    // "ABC" and "XX" are companies' initials, "abc", "xx" and "asd" are not.
    let areInitials = text.count < 5 && text.allSatisfy { $0 &- 65 < 26 }
    if !areInitials, NameDoubt.headers.contains(key) { return .suspect }
    let isShortWalk =
      end == text.count && end == 3 && kind.contains(.walk)
      && text.allSatisfy { $0 &- 97 < 26 || ASCII.isDigit($0) }
    return isShortWalk ? .suspect : nil
  }

  private static func isLegalForm(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = UnsafeBufferPointer(rebasing: word)
    return NameWords.kind(of: word).contains(.company) || shortForms.contains(word)
  }

  /// Legal forms that are words or initials elsewhere.
  private static let shortForms = WordSet(["ag", "se", "sa", "co", "co.", "s.a."])

  /// Whether a text is one small letter again and again, or `X`s only: `aaa`, `x`, `XX`.
  private static func isRepeated(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, text.count < 64, ASCII.isLetter(first) else { return false }
    let isSmall = first &- 97 < 26
    let isX = ASCII.lowercased(first) == UInt8(ascii: "x")
    guard isSmall ? text.count > 1 || isX : isX && text.count > 1 else { return false }
    return text.allSatisfy { $0 == first }
  }

  /// Whether a text is an e-mail address.
  private static func isAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > 0, text.count < 255,
      !text.contains(32)
    else { return false }
    return text[at...].dropFirst(2).dropLast().contains(UInt8(ascii: "."))
  }

  /// The first words of those that no other list has.
  private static let openers = WordSet(
    (suspects.union(NameDoubt.examples).union(NameDoubt.headers).union(StandInWords.phrases))
      .compactMap { $0.split(separator: " ").first.map(String.init) } + [
        "gelöscht", "123", "musterstr.", "musterstraße", "unbek.",
      ])

  package static func of(_ text: String, as field: Field = .company) -> StandIn? {
    var text = text
    return text.withUTF8 { of($0, as: field) }
  }

  /// Nothing, one digit again and again, or digits in order.
  private static func isTyped(_ digits: [UInt8]) -> Bool {
    guard digits.count > 2 else { return digits.isEmpty }
    let steps = Set(zip(digits, digits.dropFirst()).map { Int($1) - Int($0) })
    return steps.count == 1 && (-1...1).contains(steps.first ?? 2)
  }

  /// Folded, in the languages of ingest.
  private static let suspects: Set<String> = [
    "test", "testing", "test1", "test123", "testtest", "test test", "test company", "test firma",
    "testfirma", "testcompany", "test gmbh", "test ltd", "test inc", "test llc", "test ag",
    "test account", "test lead", "test kunde", "testkunde", "company", "company name",
    "your company",
    "your company name", "firstname lastname", "firmenname", "muster", "musterfirma", "muster gmbh",
    "muster ag", "mustermann", "mustermann gmbh", "musterunternehmen", "demo", "demo company",
    "example", "example company", "sample", "sample company", "dummy", "dummy company",
    "fake company",
    "foo", "foobar", "foo bar", "abc xyz", "xyz abc", "lorem ipsum", "anonymous", "anonym",
    "anonyme",
    "prueba", "empresa prueba", "prova", "essai", "teste", "nobody", "niemand", "undefined", "user",
    "username", "name", "no name", "noname", "unknown unknown", "nicht angegeben", "nicht bekannt",
    "unbek", "to be confirmed", "to be determined", "to be defined", "dummy name", "delete me",
    "do not use", "geloscht", "deleted", "closed", "duplicate", "dublette", "siehe oben",
    "see above",
    "voir ci dessus", "ver arriba", "vedi sopra", "zie boven", "123 fake street", "fake street 123",
    "musterstr 1", "musterstrasse 1", "musterweg 1", "musterstadt", "musterort", "sin nombre",
    "sans nom", "senza nome", "sem nome", "geen naam", "non renseigne", "no especificado",
    "non specificato", "nao informado", "niet opgegeven", "not provided", "not specified",
    "not available", "not applicable", "kein eintrag", "ohne angabe", "keine firma", "no company",
    "qaz", "wsx", "edc", "1q2w3e", "1q2w3e4r", "q1w2e3",
    "nom", "nombre", "blah", "bla", "blabla", "bla bla",
  ]
}
