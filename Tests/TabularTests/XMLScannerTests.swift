import LeadModel
import Testing

@testable import Tabular

@Suite("The XML scanner")
struct XMLScannerTests {
  static let wellFormed = [
    "<a/>", "<a></a>", "<a >\n</a >", "<a b='1' c=\"2\"/>", "<x:a xmlns:x='u'><x:b x:c='1'/></x:a>",
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<a>x</a>\n<!-- end -->\n",
    "\u{FEFF}<?xml version=\"1.0\"?><a/>", "<!-- a - b --><?p i?><a/><?p?>",
    "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;&#10;</a>", "<a b='&amp;&#9;&#xA; \t\n\r\n\r|'/>",
    "<a>one\r\ntwo\rthree\n</a>", "<a><![CDATA[<b> & ]] ]> \r\n]]></a>", "<a><![CDATA[]]></a>",
    "<a>]] > ]&gt; ]</a>", "<a>Zoë 東京 😀</a>", "<a b='Zoë'>_x000D_</a>", "<a b = '1'\n\tc\r=\n'2'/>",
    "<a><!-- <b> & -- --></a>".replacing("-- --", with: "- - --"), "<a b='>' c=\"'\"/>",
    "<a><b><c/></b><b/>t<b>u</b></a>", "<a-1.b _c:d='x'/>", "<a>&#x00000000000041;</a>",
    "<?xml version='1.0' encoding='US-ASCII'?><a>x</a>", "<a><?p ? > ??></a>", "<é/>",
  ]

  static let damaged = [
    "<a>", "<a></b>", "<a", "<a b>", "<a b=>", "<a b=1/>", "<a b='1'c='2'/>", "<a b='1' b='2'/>",
    "<a b='<'/>", "<a>&nope;</a>", "<a>&amp</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#;</a>",
    "<a>&;</a>", "<a/><b/>", "<a/>x", "x<a/>", "<a/>&amp;", "<a>]]></a>", "<a>\u{1}</a>",
    "<a b='\u{1}'/>", "<a><!-- -- --></a>", "<a><!-- x</a>", "<a><![CDATA[x</a>", "<a><?p x</a>",
    "<1a/>", "<a 1b='x'/>", "< a/>", "<a><?xml version='1.0'?></a>", "<a/><![CDATA[x]]>", "</a>",
    "<a>\u{FFFF}</a>", "<a><!--\u{2}--></a>", "<a></a", "<a><!x></a>", "<a></a b>", "",
    "        ", "<a><!---></a>", "<a><??></a>", "<a><?1?></a>", "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a b='&x;'/>", "<a/ >", "<a b='1'/ >",
  ]

  static let damagedBytes: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE],
    [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], [0],
  ]

  @Test(
    "Well-formed documents say what they say to expat, however they are cut", arguments: wellFormed)
  func sameAsExpat(text: String) {
    let bytes = Array(text.utf8)
    let expected = XMLOutcome.expat(bytes)
    if case .failure = expected { Issue.record("expat refuses it") }
    #expect(XMLOutcome.scanner(bytes) == expected)
    for length in [1, 2, 3, 7] {
      let padded = Array(repeating: UInt8(ascii: " "), count: 90) + bytes
      // A declaration may only stand at the very beginning.
      if !text.contains("<?xml"), !text.hasPrefix("\u{FEFF}") {
        #expect(XMLOutcome.scanner(padded, lengths: { length }) == XMLOutcome.expat(padded))
      }
      #expect(XMLOutcome.scanner(bytes, lengths: { length }) == expected)
    }
  }

  @Test("What is not well-formed is refused, however it is cut", arguments: damaged)
  func refused(text: String) {
    refuse(Array(text.utf8))
  }

  @Test("Bytes that are no UTF-8 are refused wherever they stand", arguments: damagedBytes)
  func refusedBytes(bytes: [UInt8]) {
    for (head, tail) in [
      ("<a>", "</a>"), ("<a b='", "'/>"), ("<a><!--", "--></a>"), ("<a><![CDATA[", "]]></a>"),
      ("<a><?p ", "?></a>"), ("<a b", "='1'/>"), ("<a>", ""), ("<?p", "?><a/>"),
      ("<a", "/>"),
    ] {
      refuse(Array(head.utf8) + bytes + Array(tail.utf8))
    }
  }

  private func refuse(_ bytes: [UInt8]) {
    let padded = Array(repeating: UInt8(ascii: " "), count: 90) + bytes
    for document in [bytes, padded] {
      for length in [Int.max, 1, 3] {
        for outcome in [
          XMLOutcome.scanner(document, lengths: { length }), XMLOutcome.expat(document),
        ] {
          guard case .failure(.corrupt) = outcome else {
            Issue.record("'\(String(decoding: document, as: UTF8.self))' gives \(outcome)")
            continue
          }
        }
      }
    }
  }

  @Test("Elements too deep, tags too long and attributes too many are beyond a limit")
  func limits() {
    let deep = String(repeating: "<a>", count: 65)
    let long = "<a b='" + String(repeating: "x", count: 2 << 20) + "'/>"
    let many = "<a " + (0..<300).map { "b\($0)='' " }.joined() + "/>"
    for text in [deep, long, many, "<a " + String(repeating: "x", count: 2 << 20)] {
      #expect(XMLOutcome.scanner(Array(text.utf8)) == .failure(.limit), "\(text.prefix(10))")
    }
    let fits = String(repeating: "<a>", count: 64) + String(repeating: "</a>", count: 64)
    #expect(XMLOutcome.scanner(Array(fits.utf8)) == XMLOutcome.expat(Array(fits.utf8)))
  }

  @Test("Random documents, whole and damaged, are to the scanner what they are to expat")
  func random() {
    var source = RandomXML(seed: .random(in: 0...UInt64.max))
    for _ in 0..<3000 {
      let document = source.next()
      var lengths = SplitMix64(seed: source.draw())
      let seen = XMLOutcome.scanner(document) { Int(lengths.next() % 9) + 1 }
      let expected = XMLOutcome.expat(document)
      #expect(
        seen == expected, "seed \(source.seed): \(String(decoding: document, as: UTF8.self))")
      if seen != expected { return }
    }
  }
}

/// Makes small documents of everything that XML has, half of them with something changed.
struct RandomXML {
  let seed: UInt64
  private var generator: SplitMix64
  private var output: [UInt8] = []

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
  }

  mutating func draw() -> UInt64 { generator.next() }

  private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

  private mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  private mutating func put(_ text: String) { output += Array(text.utf8) }

  mutating func next() -> [UInt8] {
    output = []
    put(pick(["", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!-- x -->", "\n"]))
    // The declaration stays as it is: of encodings the two know different names.
    let start = output.count
    element(depth: 0)
    put(pick(["", "\n", "<?p q?>"]))
    if below(2) == 0 { damage(from: start) }
    return output
  }

  private mutating func element(depth: Int) {
    let name = pick(["a", "x:b", "row", "c"])
    put("<" + name)
    for key in ["r", "x:s", "t"] where below(3) == 0 {
      put(pick([" ", "\n", "  "]) + key + pick(["=", " = "]))
      put(pick(["\"A1\"", "'a\"b'", "\"&lt;&#x41; \t\r\n'\"", "''", "'é>'"]))
    }
    if below(4) == 0 {
      put(pick(["/>", " />"]))
      return
    }
    put(">")
    for _ in 0..<below(depth > 3 ? 2 : 5) {
      switch below(8) {
      case 0: put(pick(["<!-- - -->", "<?p x?>", "<![CDATA[<&]] ]]>", "<![CDATA[\r\n]]>"]))
      case 1...4:
        put(pick(["x", "&amp;", "\r\n", "\r", "]", "é東😀", "_x41_", "&#65;", "long text "]))
      default: element(depth: depth + 1)
      }
    }
    put("</" + name + pick([">", " >"]))
  }

  private mutating func damage(from start: Int) {
    let index = start + below(output.count - start)
    switch below(4) {
    case 0: output.remove(at: index)
    case 1: output.insert(pick(Array("<>&;'\"/!?-[]= \r\u{1}x".utf8)), at: index)
    case 2: output.removeLast(output.count - index)
    // Of names beyond ASCII expat knows which are letters, and the scanner does not.
    default: output[index] = pick(Array("<>&;'\"/!?-[]= \r_x".utf8))
    }
  }
}
