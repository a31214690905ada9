import Bytes

/// What stands in a cell for a company or a job title that nobody wanted to tell.
package enum StandIn: Equatable, Sendable {
  /// `asdf`, `11111`, `---`: no company is called that.
  case nothing
  /// `test`, `Company name`: hardly one is.
  case suspect
  /// `{{company}}`, `NaN`: a form letter's own words, or a script's.
  case template

  /// - Parameter text: a cell without white space at its ends.
  /// - Returns: nil for a text that may mean something. `AAA`, `3M` and `1822` are companies.
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> StandIn? {
    guard let first = text.first else { return nil }
    if TemplateField.isOne(text) { return .template }
    if !ASCII.isLetter(first), first < 0x80,
      !text.contains(where: { ASCII.isLetter($0) || $0 >= 0x80 })
    {
      return isTyped(text.filter(ASCII.isDigit)) ? StandIn.nothing : nil
    }
    let end = text.firstIndex { $0 == 32 || $0 == UInt8(ascii: ",") } ?? text.count
    let kind = NameWords.kind(of: UnsafeBufferPointer(rebasing: text[..<end]))
    guard !kind.isDisjoint(with: [.walk, .suspect, .trial, .company]), text.count < 64 else {
      return nil
    }
    let words = text.split(separator: 32)
    let isWalk = words.allSatisfy {
      $0.count > 3 && NameWords.kind(of: UnsafeBufferPointer(rebasing: $0)).contains(.walk)
    }
    if isWalk { return StandIn.nothing }
    let key = TextFold.words(of: String(decoding: text, as: UTF8.self))
    return suspects.contains(key) ? .suspect : nil
  }

  package static func of(_ text: String) -> StandIn? {
    var text = text
    return text.withUTF8 { of($0) }
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
    "username", "name", "nom", "nombre", "blah", "bla", "blabla", "bla bla",
  ]
}
