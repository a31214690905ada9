import Bytes
import Foundation
import LeadModel
import Testing

@Suite struct BytesTests {
  @Test("cells of a batch come back by row and column, and nothing beyond a row's end")
  func batch() {
    var batch = CellBatch()
    for cell in ["a", "", "ccc"] { batch.appendCell(cell) }
    batch.endRow(number: 2)
    batch.endRow(number: 3)
    batch.appendCell("d")
    batch.endRow(number: 7)
    #expect(batch.rowCount == 3)
    #expect(batch.strings(0) == ["a", "", "ccc"])
    #expect(batch.strings(1) == [])
    #expect(batch.string(2, 0) == "d")
    #expect(batch.string(0, 3) == "")
    #expect(batch.rowNumber(2) == 7)
    batch.appendCell("lost")
    batch.discardOpenRow()
    #expect(batch.openCellCount == 0)
    #expect(batch.byteCount == 5)
  }

  @Test("cells survive the way through JSON, and Foundation reads the same")
  func cellJSON() throws {
    var random = SplitMix64(seed: 11)
    let scalars = Array("ab\"\\/\n\r\t\u{0}\u{1F}é日🎌,[]".unicodeScalars)
    for _ in 0..<300 {
      let cells = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).reduce(into: "") { text, _ in
          text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "x")
        }
      }
      let json = CellJSON.encode(cells)
      #expect(try CellJSON.decode(json) == cells)
      let outside = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
      #expect(outside == cells)
    }
    #expect(try CellJSON.decode(#"["\u00e9\ud83c\udf8c\/","\b\f"]"#) == ["é🎌/", "\u{8}\u{C}"])
  }

  @Test(
    "what is no array of strings is refused with the offset",
    arguments: [
      ("", 0), ("[", 1), ("[\"a\"", 4), ("[\"a\",]", 5), ("[1]", 1), ("[\"a\"]x", 5),
      ("[\"\\q\"]", 3), ("[\"a", 3),
    ])
  func badJSON(text: String, offset: Int) {
    let error = #expect(throws: CellJSONError.self) { try CellJSON.decode(text) }
    #expect(error?.byteOffset == offset)
  }

  @Test("SHA-256 agrees with the examples of FIPS 180")
  func sha256() throws {
    #expect(
      SHA256Digest.hex("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest.hex("")
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let path = NSTemporaryDirectory() + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("abc".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try SHA256Digest.hex(fileAt: path) == SHA256Digest.hex("abc"))
    #expect(throws: UnreadableFileError.self) { try SHA256Digest.hex(fileAt: path + ".none") }
  }

  @Test("match keys fold the case of e-mail addresses and tell types apart")
  func keys() {
    #expect(KeyHash.email("Ann@Example.com") == KeyHash.email("ann@example.com"))
    #expect(KeyHash.email("+442079460018") != KeyHash.phone("+442079460018"))
    #expect(
      KeyHash.companyAndName(company: "ab", name: "c")
        != KeyHash.companyAndName(company: "a", name: "bc"))
    // The value is part of what is stored: it may never change.
    #expect(Hash64.of("") == 0x2D06_8005_38D3_94C2)
  }

  @Test(
    "addresses of one mailbox have one key where their provider says so, and nowhere else",
    arguments: [
      ("Ann.B@gmail.com", "annb@gmail.com", true),
      ("a.n.n.b+fair@googlemail.com", "annb@gmail.com", true),
      ("annb+x@outlook.com", "annb@outlook.com", true),
      ("ann.b@outlook.com", "annb@outlook.com", false),
      ("annb@hotmail.com", "annb@outlook.com", false),
      ("annb+x@me.com", "annb@icloud.com", true),
      ("annb@mac.com", "annb@icloud.com", true),
      ("annb+1@protonmail.com", "annb@proton.me", true),
      ("ann.b@protonmail.ch", "an_n-b@pm.me", true),
      ("-_@proton.me", "_@proton.me", false),
      ("shop@annb.fastmail.com", "annb+news@fastmail.com", true),
      ("shop@annb.fastmail.fm", "annb@fastmail.com", false),
      ("shop@a.annb.fastmail.com", "annb@fastmail.com", false),
      ("ann.b@fastmail.com", "annb@fastmail.com", false),
      ("annb-shop@yahoo.com", "annb-news@yahoo.com", true),
      ("annb-shop@yahoo.com", "annb@yahoo.com", false),
      ("ann-b@yahoo.co.jp", "ann-c@yahoo.co.jp", false),
      ("ann.b@yahoo.com", "annb@yahoo.com", false),
      ("annb+x@hotmail.co.uk", "annb@hotmail.co.uk", true),
      ("ann-b@yandex.com", "ann.b@ya.ru", true),
      ("ann.b@example.com", "annb@example.com", false),
      ("annb+x@example.com", "annb@example.com", false),
      ("ann.b@gmail.com.example", "annb@gmail.com.example", false),
      ("ann.b@mail.gmail.com", "annb@mail.gmail.com", false),
      ("+x@gmail.com", "+y@gmail.com", false),
      ("\"a.b\"@gmail.com", "\"ab\"@gmail.com", false),
    ])
  func mailboxes(left: String, right: String, isOne: Bool) {
    #expect((KeyHash.email(left) == KeyHash.email(right)) == isOne)
    var text = left
    let once = text.withUTF8 { MailboxName.of($0) }
    #expect(once.withUnsafeBufferPointer { MailboxName.of($0) } == once)
  }

  @Test("trimming takes ASCII white space off both ends only")
  func trimming() {
    func trimmed(_ text: String) -> String {
      var text = text
      return text.withUTF8 { String(decoding: ASCII.trimmed($0), as: UTF8.self) }
    }
    #expect(trimmed(" \t a b\r\n") == "a b")
    #expect(trimmed("  ") == "")
    #expect(trimmed("\u{A0}x") == "\u{A0}x")
  }

  @Test("each of 256 bytes is trimmed off a long cell as off a short one")
  func longTrimming() {
    for byte in UInt8.min...UInt8.max {
      // Eight at a time only from so many bytes on, and where one of another kind is among them.
      let ends = [UInt8](repeating: 32, count: 150) + [9, 10, 11, 12, 13, byte, 32, 32, 32]
      let cell = ends + Array("x y".utf8) + ends.reversed()
      let isSpace = byte == 32 || (9...13).contains(byte)
      let trimmed = cell.withUnsafeBufferPointer { Array(ASCII.trimmed($0)) }
      let inner = [byte, 32, 32, 32] + Array("x y".utf8) + [32, 32, 32, byte]
      #expect(trimmed == (isSpace ? Array("x y".utf8) : inner))
    }
  }

  @Test("two spaces on end are found wherever they stand")
  func twoSpaces() {
    func mayHave(_ text: [UInt8]) -> Bool {
      text.withUnsafeBufferPointer { ASCII.mayHaveTwoSpaces($0) }
    }
    let single = Array("a b c d e f g h i j k l m n o p".utf8)
    #expect(!mayHave(single))
    #expect(!mayHave([32]))
    for place in single.indices {
      var text = single
      text.replaceSubrange(place..<place, with: [32, 32])
      #expect(mayHave(text))
    }
  }

  @Test("every hash of a table is found with its place, the first of equal ones, and no other")
  func hashTable() {
    // Many share their lowest bits, and one is the mark of a free slot.
    let hashes: [UInt64] = [0] + (1...500).map { $0 << 32 } + [5 << 32]
    let table = HashTable(hashes)
    for (position, hash) in hashes.dropLast().enumerated() {
      #expect(table.position(of: hash) == position)
    }
    #expect(!table.contains(501 << 32))
    #expect(!table.contains(7))
    #expect(!HashTable().contains(0))
  }

  @Test(
    "rows are read from JSON alike with an escape and without one, and broken ones leave nothing",
    arguments: [
      (#"[]"#, []), (#"[""]"#, [""]), (#"["a","","b c"]"#, ["a", "", "b c"]),
      (#"["\u0061","","b c"]"#, ["a", "", "b c"]), (#"["ü","[]",",","]"]"#, ["ü", "[]", ",", "]"]),
      (#"["a""#, nil), (#"["a",]"#, nil), (#"["a"]x"#, nil), (#"["a" ,"b"]"#, nil),
      (#"{"a"}"#, nil),
      (#"["a","b]"#, nil), ("", nil),
    ] as [(String, [String]?)])
  func rows(json: String, cells: [String]?) {
    var batch = CellBatch()
    var (before, json) = (#"["before"]"#, json)
    before.withUTF8 { try? CellJSON.decode($0, into: &batch, number: 1) }
    json.withUTF8 { try? CellJSON.decode($0, into: &batch, number: 2) }
    #expect(batch.strings(0) == ["before"])
    #expect(batch.rowCount == (cells == nil ? 1 : 2))
    if let cells, batch.rowCount == 2 { #expect(batch.strings(1) == cells) }
    #expect(batch.openCellCount == 0)
  }
}

@Suite("Parts of words are found anywhere in a text")
struct WordStemsTests {
  private static let stems: WordStems = ["unsub", "optout", "o"]

  @Test(
    "a part is found at the beginning, inside and at the end, and only whole",
    arguments: [
      ("unsubscribed", true), ("hasunsubscribed", true), ("lastunsub", true), ("unsu", false),
      ("", false), ("uunsub", true), ("opt", true), ("ünsub", false), ("unsuunsub", true),
    ])
  func found(text: String, isFound: Bool) {
    #expect(Self.stems.areIn(text) == isFound)
  }
}
