import Testing
import Validation

struct EmailReaderTests {
  struct Case: CustomTestStringConvertible {
    let id: String
    let input: String
    /// The normalised address, or the fault.
    let expected: Result<String, EmailFault>
    var notes: EmailReader.Notes = []

    var testDescription: String { id }

    init(
      _ id: String, _ input: String, _ address: String, notes: EmailReader.Notes = []
    ) {
      self.id = id
      self.input = input
      expected = .success(address)
      self.notes = notes
    }

    init(_ id: String, _ input: String, fault: EmailFault) {
      self.id = id
      self.input = input
      expected = .failure(fault)
    }
  }

  static let longLabel = String(repeating: "a", count: 63)

  @Test(
    "an address is read, or refused for the reason that a person can act on",
    arguments: [
      Case("plain", "ann@example.com", "ann@example.com"),
      Case(
        "source route", "<@a.com,@b.org:ann@example.com>", "ann@example.com",
        notes: .unwrapped),
      Case(
        "source route without brackets", "@a.com:ann@example.com", "ann@example.com",
        notes: .unwrapped),
      Case(
        "source route behind a name", "Ann <@a.com:ann@example.com>", "ann@example.com",
        notes: .unwrapped),
      Case("domain in capitals, name kept", "Ann.B@EXAMPLE.Com", "Ann.B@example.com"),
      Case("all of atext", "!#$%&'*+-/=?^_`.{|}~@example.com", "!#$%&'*+-/=?^_`.{|}~@example.com"),
      Case("spaces around", " \tann@example.com \n", "ann@example.com"),
      Case("no-break spaces around", "\u{A0}ann@example.com\u{202F}", "ann@example.com"),
      Case("marks of direction around", "\u{202A}ann@example.com\u{202C}", "ann@example.com"),
      Case(
        "blanks inside brackets", "Ann <\u{A0}ann@example.com\u{200B}>", "ann@example.com",
        notes: .unwrapped),
      Case(
        "a no-break space before the next", "ann@example.com\u{A0}; bob@example.com",
        "ann@example.com", notes: .firstOfSeveral),
      Case("domain with umlaut", "ann@bücher.example.com", "ann@xn--bcher-kva.example.com"),
      Case("A-label stays", "ann@xn--bcher-kva.example.com", "ann@xn--bcher-kva.example.com"),
      Case("capital sharp s", "a@STRAẞE.example.com", "a@xn--strae-oqa.example.com"),
      Case("sharp s is kept", "a@straße.example.com", "a@xn--strae-oqa.example.com"),
      Case(
        "umlaut in the name", "jürgen@example.com", "jürgen@example.com",
        notes: .internationalName),
      Case("angle brackets", "Ann B <ann@example.com>", "ann@example.com", notes: .unwrapped),
      Case("mailto", "MAILTO:ann@example.com", "ann@example.com", notes: .unwrapped),
      Case(
        "two addresses", "ann@example.com; bob@example.com", "ann@example.com",
        notes: .firstOfSeveral),
      Case(
        "two addresses beside each other", "ann@example.com / bob@example.com", "ann@example.com",
        notes: .firstOfSeveral),
      Case(
        "two addresses with a word between", "ann@example.com and bob@example.com",
        "ann@example.com", notes: .firstOfSeveral),
      Case(
        "mailto with a subject", "mailto:ann@example.com?subject=Hi", "ann@example.com",
        notes: .unwrapped),
      Case(
        "mailto with escapes", "mailto:ann%2Bx@example.com", "ann+x@example.com", notes: .unwrapped),
      Case(
        "mailto with an escaped sign", "mailto:ann%25b%40example.com?subject=a%20b",
        "ann%b@example.com", notes: .unwrapped),
      Case("mailto like a page", "mailto://ann@example.com", "ann@example.com", notes: .unwrapped),
      Case("an escape outside a link", "ann%2Bx@example.com", "ann%2Bx@example.com"),
      Case(
        "link of Markdown", "[Ann](mailto:ann@example.com)", "ann@example.com", notes: .unwrapped),
      Case(
        "quotes that are not needed", "\"ann.b\"@example.com", "ann.b@example.com",
        notes: .unwrapped),
      Case(
        "composed letters", "s\u{307}\u{323}@example.com", "\u{1E69}@example.com",
        notes: .internationalName),
      Case("trailing semicolon", "ann@example.com;", "ann@example.com"),
      Case(
        "comma in a quoted name", "\"B, Ann\" <ann@example.com>", "ann@example.com",
        notes: .unwrapped),
      Case(
        "brackets in a name and in a quoted local part", "\"<a>\" <\"b.<c>\"@example.com>",
        fault: .quotedLocalPart),
      Case(
        "brackets in a display name", "\"<Ann>\" <ann@example.com>", "ann@example.com",
        notes: .unwrapped),
      Case("reserved domain", "ann@host.invalid", "ann@host.invalid", notes: .specialUse),
      Case("example.com is no warning", "ann@example.org", "ann@example.org"),
      Case(
        "local part of 64", String(repeating: "a", count: 64) + "@example.com",
        String(repeating: "a", count: 64) + "@example.com"),
      Case("label of 63", "a@\(longLabel).com", "a@\(longLabel).com"),
      Case(
        "local part of 65", String(repeating: "a", count: 65) + "@example.com",
        fault: .localPartTooLong(octets: 65)),
      Case(
        "octets, not letters", String(repeating: "ü", count: 33) + "@example.com",
        fault: .localPartTooLong(octets: 66)),
      Case("label of 64", "a@\(longLabel)a.com", fault: .labelTooLong(octets: 64)),
      Case(
        "254 octets at most",
        "abcdef@" + Array(repeating: longLabel, count: 3).joined(separator: ".")
          + "." + String(repeating: "b", count: 53) + ".com",
        fault: .addressTooLong(octets: 256)),
      Case("no at", "ann.example.com", fault: .noAt),
      Case("full-width at", "ann＠example.com", fault: .noAt),
      Case("two ats", "ann@b@example.com", fault: .severalAts),
      Case("nothing before", "@example.com", fault: .emptyLocalPart),
      Case("nothing after", "ann@", fault: .emptyDomain),
      Case("leading dot", ".ann@example.com", fault: .misplacedDot),
      Case("trailing dot", "ann.@example.com", fault: .misplacedDot),
      Case("two dots", "ann..b@example.com", fault: .misplacedDot),
      Case("space inside", "an n@example.com", fault: .badLocalCharacter("a space")),
      Case("quoted", "\"ann b\"@example.com", fault: .quotedLocalPart),
      Case("open quote", "\"ann@example.com", fault: .openQuote),
      Case("text behind the quotes", "\"ann\"b@example.com", fault: .afterQuote),
      Case("comment", "ann(work)@example.com", fault: .comment),
      Case("zero width space", "an\u{200B}n@example.com", fault: .badLocalCharacter("U+200B")),
      Case("damaged letter", "a\u{FFFD}b@example.com", fault: .badLocalCharacter("U+FFFD")),
      Case("comment in the domain", "ann@(work)example.com", fault: .comment),
      Case("comment behind the domain", "ann@example.com (Ann Bell)", fault: .comment),
      Case(
        "blank in the domain", "ann@example.com Ann)", fault: .badDomainCharacter("a space")),
      Case(
        "a symbol, composed or not", "ann@a=\u{338}b.com",
        fault: .notIDNA("string contains a disallowed character")),
      Case("Greek question mark", "ann\u{37E}@example.com", fault: .badLocalCharacter("';'")),
      Case("address literal", "ann@[192.0.2.1]", fault: .addressLiteral),
      Case("single label", "ann@localhost", fault: .singleLabelDomain),
      Case("bare IP address", "ann@192.0.2.1", fault: .badTopLevel),
      Case("top level with a digit", "ann@example.c0m", fault: .badTopLevel),
      Case("domain dots", "ann@example..com", fault: .emptyDomainLabel),
      Case("domain ends in a dot", "ann@example.com.", fault: .emptyDomainLabel),
      Case("hyphen at a label's end", "ann@example-.com", fault: .labelHyphen),
      Case("underscore in domain", "ann@exa_mple.com", fault: .badDomainCharacter("'_'")),
      Case("comma for a dot", "ann@example,com", fault: .badDomainCharacter("','")),
      Case(
        "broken punycode", "ann@xn--0.com",
        fault: .notIDNA("string contains invalid punycode data")),
    ])
  func reads(_ test: Case) {
    var reader = EmailReader()
    var output: [UInt8] = Array("before".utf8)
    var input = test.input
    let result: Result<EmailReader.Address, EmailFault> = input.withUTF8 { cell in
      do throws(EmailFault) {
        return .success(try reader.read(cell, into: &output))
      } catch {
        return .failure(error)
      }
    }
    switch (result, test.expected) {
    case (.success(let address), .success(let expected)):
      #expect(String(decoding: output[address.range], as: UTF8.self) == expected)
      #expect(address.notes == test.notes)
      #expect(output[address.domainStart - 1] == UInt8(ascii: "@"))
    case (.failure(let fault), .failure(let expected)):
      #expect(fault == expected)
      #expect(output == Array("before".utf8), "a refused address leaves nothing behind")
      #expect(!fault.explanation.isEmpty)
    default: Issue.record("\(test.input): got \(result), expected \(test.expected)")
    }
  }

  @Test("bytes that are not UTF-8 are a fault of the encoding")
  func refusesBrokenEncoding() {
    var reader = EmailReader()
    var output: [UInt8] = []
    for text: [UInt8] in [Array("j\u{FC}".unicodeScalars.map { UInt8($0.value) })] {
      let cell = text + Array("@example.com".utf8)
      let fault: EmailFault? = cell.withUnsafeBufferPointer { cell in
        do throws(EmailFault) {
          _ = try reader.read(cell, into: &output)
          return nil
        } catch {
          return error
        }
      }
      #expect(fault == .notUTF8)
    }
  }
}
