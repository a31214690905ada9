import Bytes
import LeadModel
import Testing
import Validation

@Suite("What holds for any text in an e-mail cell")
struct EmailPropertyTests {
  static let policy: ValidationPolicy = {
    var policy = ValidationPolicy()
    policy.email.providers = MailProviders(["gmail.com", "hotmail.com", "yahoo.co.uk"])
    policy.domainTypos = WordMap([("gmial.com", "gmail.com"), ("wbe.de", "web.de")])
    return policy
  }()

  static func read(
    _ text: [UInt8], _ reader: inout EmailReader
  ) -> (address: [UInt8], notes: EmailReader.Notes)? {
    var output: [UInt8] = []
    let read = text.withUnsafeBufferPointer { try? reader.read($0, into: &output) }
    return read.map { (output, $0.notes) }
  }

  /// Texts out of what addresses are made of, and out of any bytes.
  static func text(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    if Int.random(in: 0..<4, using: &random) == 0 {
      return (0..<Int.random(in: 0..<80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    let parts = [
      "ann", "b", ".", "@", "example.com", "\"", "\\", "(", ")", "<", ">", " ", ",", ";", "mailto:",
      "gmial.com", "hotmial.com", "yahoo.co.uk", ".con", "xn--", "-", "bücher", "ｇ", "。", "[",
      "]", "IPv6:", "::", "1", "192.0.2.1", "\u{200D}", "e\u{301}", "😀", "+tag", "?subject=x", "/",
      "\n", "wbe.de", "at", "(at)", "co.uk", "\0", "'", "＠",
    ]
    return (0..<Int.random(in: 1..<14, using: &random)).flatMap { _ in
      Array((parts.randomElement(using: &random) ?? "").utf8)
    }
  }

  @Test(
    "an address that was read is read again as itself, and a suggestion leaves nothing to suggest",
    arguments: [
      EmailSyntax(), EmailSyntax(quotedNames: true, comments: true, addressLiterals: true),
    ])
  func stable(syntax: EmailSyntax) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    var reader = EmailReader(syntax: syntax)
    for _ in 0..<3_000 {
      let text = Self.text(&random)
      if let (address, notes) = Self.read(text, &reader) {
        let again = Self.read(address, &reader)
        #expect(again?.address == address, "seed \(seed): \(text)")
        #expect(
          again?.notes.isDisjoint(with: [.unwrapped, .firstOfSeveral, .commentRemoved]) == true)
        #expect(notes.contains(.quotedName) || address.count <= 254)
      } else if let meant = text.withUnsafeBufferPointer({
        EmailSuggestion.of($0, policy: Self.policy, reader: &reader)
      }) {
        let again = Self.read(Array(meant.utf8), &reader)
        #expect(again?.address == Array(meant.utf8), "seed \(seed): \(text)")
      }
    }
  }

  /// How long it takes is measured by Tests/Benchmarks/validators.
  @Test("a cell of a megabyte is no address, whatever it is made of")
  func hugeCells() {
    var reader = EmailReader(
      syntax: EmailSyntax(quotedNames: true, comments: true, addressLiterals: true))
    for unit in [
      "a", "@", "a@", ".", "a.", "@a.", "\"", "(", ")", "((", " ", ",", ";", "/",
      "<", "<>", "mailto:", "ü", "e\u{301}", "@ü.", "[", "\\", "-", "[a](mailto:", "?",
    ] {
      let cell = Array(
        String(repeating: unit, count: (1 << 20) / unit.utf8.count).utf8)
      #expect(Self.read(cell, &reader) == nil, "'\(unit)'")
      for way in [cell, Array("ann@example.com".utf8) + cell, cell + Array("@example.com".utf8)] {
        let address = Self.read(way, &reader)?.address
        #expect((address?.count ?? 0) <= 254, "'\(unit)'")
        let meant = way.withUnsafeBufferPointer {
          EmailSuggestion.of($0, policy: Self.policy, reader: &reader)
        }
        #expect((meant?.utf8.count ?? 0) <= 254, "'\(unit)'")
      }
    }
  }
}

/// Numbers that follow from a seed (Steele, Lea & Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
