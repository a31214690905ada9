import Foundation
import Testing

@testable import Tabular

@Suite("Encodings of text files")
struct EncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: [UInt8]
    let encoding: String
    let cell: String

    var testDescription: String { id }
  }

  private static func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding) ?? Data())
  }

  static let german = "name,city\nJürgen Größe,München\nJosé,Zürich\n"
  static let cases = [
    Case(id: "ASCII", bytes: Array("name,b\nAda,1\n".utf8), encoding: "UTF-8", cell: "Ada"),
    Case(id: "UTF-8", bytes: Array(german.utf8), encoding: "UTF-8", cell: "Jürgen Größe"),
    Case(
      id: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(german.utf8), encoding: "UTF-8",
      cell: "Jürgen Größe"),
    Case(
      id: "UTF-16 little endian with a mark",
      bytes: [0xFF, 0xFE] + encoded(german, .utf16LittleEndian), encoding: "UTF-16LE",
      cell: "Jürgen Größe"),
    Case(
      id: "UTF-16 big endian with a mark", bytes: [0xFE, 0xFF] + encoded(german, .utf16BigEndian),
      encoding: "UTF-16BE", cell: "Jürgen Größe"),
    Case(
      id: "UTF-16 little endian without a mark", bytes: encoded(german, .utf16LittleEndian),
      encoding: "UTF-16LE", cell: "Jürgen Größe"),
    Case(
      id: "UTF-16 big endian without a mark", bytes: encoded(german, .utf16BigEndian),
      encoding: "UTF-16BE", cell: "Jürgen Größe"),
    Case(
      id: "Windows-1252", bytes: encoded(german, .windowsCP1252), encoding: "WINDOWS-1252",
      cell: "Jürgen Größe"),
    Case(
      id: "Windows-1252 with a single accent",
      bytes: encoded("name,note\nRené,x – y\n", .windowsCP1252), encoding: "WINDOWS-1252",
      cell: "René"),
    Case(
      id: "Windows-1252 whose first accent comes late",
      bytes: Array("name,b\nAda,1\n".utf8) + Array(String(repeating: "x,1\n", count: 50_000).utf8)
        + encoded("Köln,2\n", .windowsCP1252), encoding: "WINDOWS-1252", cell: "Ada"),
    Case(
      id: "Cyrillic",
      bytes: encoded(
        "имя,город\n" + String(repeating: "Иван Петров,Санкт-Петербург и Москва\n", count: 40),
        .windowsCP1251), encoding: "WINDOWS-1251", cell: "Иван Петров"),
    Case(
      id: "UTF-8 damaged in one place",
      bytes: Array(
        ("name,b\n" + String(repeating: "Jürgen,1\n", count: 40)).utf8) + [0x78, 0xFF, 0x2C, 0x31],
      encoding: "UTF-8", cell: "Jürgen"),
  ]

  @Test(
    "An encoding is found by its marks, its zeros, its form, and last by statistics",
    arguments: cases)
  func detected(row: Case) throws {
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", row.bytes))
    #expect(file.encoding == row.encoding)
    #expect(try readAll(file).rows[1].cells[0] == row.cell)
  }

  @Test("The header's first cell does not keep the byte order mark")
  func mark() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", [0xEF, 0xBB, 0xBF] + Array("name,b\n1,2\n".utf8))
    #expect(try readAll(try TableFile(path: path)).rows[0].cells == ["name", "b"])
  }

  @Test("Bytes that the encoding does not have become U+FFFD, counted, and nothing else is lost")
  func invalid() throws {
    let scratch = try Scratch()
    let text = "name,b\n" + String(repeating: "Jürgen,1\n", count: 40)
    let path = try scratch.write("t.csv", Array(text.utf8) + [0x78, 0xFF, 0x79, 0x2C, 0x31, 0x0A])
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.last?.cells == ["x\u{FFFD}y", "1"])
    let offset = text.utf8.count + 1
    #expect(
      notices == [
        TabularNotice(kind: .invalidBytes(count: 1, offsets: [offset]), rowNumber: 42),
        TabularNotice(kind: .invalidBytes(count: 1, offsets: [offset]), rowNumber: 0),
      ])
  }

  @Test("A given encoding wins over the guess")
  func given() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", Array("name,b\n".utf8) + [0xA4, 0x2C, 0x31, 0x0A])
    let file = try TableFile(path: path, options: TabularOptions(encoding: "ISO-8859-15"))
    #expect(try readAll(file).rows[1].cells[0] == "€")
  }

  @Test("An encoding that does not exist is a clear error")
  func unknown() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", "a,b\n".utf8)
    let error = #expect(throws: TabularError.self) {
      try TableFile(path: path, options: TabularOptions(encoding: "KLINGON-8"))
    }
    #expect(error?.message.contains("KLINGON-8") == true)
  }
}
