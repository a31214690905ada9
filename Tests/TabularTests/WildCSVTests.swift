import Foundation
import Testing

@testable import Tabular

/// A supplier's customers, all invented, and how to write them.
enum WildTable {
  static let header = ["Nr", "Vorname", "Nachname", "E-Mail", "Telefon", "Umsatz", "Datum"]
  static let people = (1...20).map { number -> [String] in
    let first = ["Anna", "Ben", "Cleo", "Dora", "Emil"][number % 5]
    return [
      "\(number)", first, "Berg", "p\(number)@example.com", "+49 30 231250\(number % 10)",
      "\(1000 + number),5", "0\(number % 9 + 1).03.2026",
    ]
  }
  static let all = [header] + people

  static func text(_ rows: [[String]] = all, _ delimiter: String = ";", end: String = "\r\n")
    -> String
  {
    rows.map { $0.joined(separator: delimiter) + end }.joined()
  }
}

@Suite("CSV files as suppliers send them")
struct WildCSVTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let text: String
    let delimiter: String
    /// The whole table with its header, unless it is the usual one.
    var rows: [[String]] = WildTable.all
    /// How sure the delimiter has to be at least.
    var confidence = 0.6

    var testDescription: String { id }
  }

  private static let title = [
    "Kundenauswertung", "Zeitraum: 01.01.2026 - 31.03.2026", "", "Firma: Example; Abt. 5",
    "Erstellt: 01.04.2026 08:15", "Seite 1", "",
  ]
  private static func padded(_ line: String) -> String {
    line + String(repeating: ";", count: 6 - line.count { $0 == ";" })
  }
  private static let mails = (0..<12).map { "m\($0)@example.com" }
  private static func three(_ middle: (Int) -> String) -> [[String]] {
    [["id", "text", "mail"]] + mails.indices.map { ["\($0)", middle($0), mails[$0]] }
  }

  static let cases = [
    Case(id: "decimal commas", text: WildTable.text(), delimiter: ";", confidence: 0.9),
    Case(id: "tabs", text: WildTable.text(WildTable.all, "\t"), delimiter: "\t", confidence: 0.9),
    Case(id: "pipes", text: WildTable.text(WildTable.all, "|"), delimiter: "|", confidence: 0.85),
    Case(
      id: "Excel's line 'sep=;'", text: "sep=;\r\n" + WildTable.text(), delimiter: ";",
      confidence: 0.9),
    Case(id: "the same in quotes", text: "\"sep=;\"\r\n" + WildTable.text(), delimiter: ";"),
    Case(
      id: "seven lines of title", text: title.map { $0 + "\r\n" }.joined() + WildTable.text(),
      delimiter: ";"),
    Case(
      id: "the same with delimiters to the full width",
      text: title.map { padded($0) + "\r\n" }.joined() + WildTable.text(), delimiter: ";"),
    Case(
      id: "a sum below",
      text: WildTable.text(WildTable.all + [["Summe", "", "", "", "", "20210,0", ""]]),
      delimiter: ";"),
    Case(id: "a count below", text: WildTable.text() + "(20 rows affected)\r\n", delimiter: ";"),
    Case(
      id: "blank rows of delimiters",
      text: WildTable.text(WildTable.all.flatMap { [$0, Array(repeating: "", count: 7)] }),
      delimiter: ";"),
    Case(
      id: "CR only", text: WildTable.text(WildTable.all, ";", end: "\r"), delimiter: ";",
      confidence: 0.9),
    Case(id: "two pipes", text: WildTable.text(WildTable.all, "||"), delimiter: "||"),
    Case(id: "two semicolons", text: WildTable.text(WildTable.all, ";;"), delimiter: ";;"),
    Case(id: "a semicolon and a space", text: WildTable.text(WildTable.all, "; "), delimiter: "; "),
    Case(id: "full-width commas", text: WildTable.text(WildTable.all, "，"), delimiter: "，"),
    Case(id: "Arabic semicolons", text: WildTable.text(WildTable.all, "؛"), delimiter: "؛"),
    Case(id: "the sign that ended DOS files", text: WildTable.text() + "\u{1A}", delimiter: ";"),
    Case(
      id: "commas with spaces on both sides",
      text: WildTable.text(three { _ in "Ann" }, " , ").replacing(" ,", with: ","), delimiter: ", ",
      rows: three { _ in "Ann" }),
    Case(
      id: "spaces around some commas", text: WildTable.text(three { _ in " Ann  " }, ","),
      delimiter: ",",
      rows: three { _ in " Ann  " }),
    Case(
      id: "a comma after a backslash", text: WildTable.text(three { _ in "Smith\\, John" }, ","),
      delimiter: ",", rows: three { _ in "Smith, John" }),
    Case(
      id: "a backslash at the end of a path",
      text: WildTable.text(three { _ in "C:\\leads\\" }, ","),
      delimiter: ",", rows: three { _ in "C:\\leads\\" }),
    Case(
      id: "JSON in cells",
      text: WildTable.text(three { "\"{\"\"a\"\": [1,2,\($0)], \"\"b\"\": \"\"x,y\"\"}\"" }, ","),
      delimiter: ",", rows: three { "{\"a\": [1,2,\($0)], \"b\": \"x,y\"}" }),
    Case(
      id: "inches", text: WildTable.text(three { "\($0)\"" }, ","), delimiter: ",",
      rows: three { "\($0)\"" }),
    Case(
      id: "apostrophes", text: WildTable.text(three { $0 % 2 == 0 ? "O'Brien" : "D'Arcy" }, ","),
      delimiter: ",", rows: three { $0 % 2 == 0 ? "O'Brien" : "D'Arcy" }),
    Case(
      id: "times", text: WildTable.text((0..<12).map { ["2026-01-01T10:\($0 + 10):00", "open"] }),
      delimiter: ";", rows: (0..<12).map { ["2026-01-01T10:\($0 + 10):00", "open"] }),
  ]

  @Test("The table is what a person sees", arguments: cases)
  func read(row: Case) throws {
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", row.text.utf8))
    let dialect = try #require(file.dialect)
    #expect(dialect.delimiter.value == row.delimiter, "\(dialect.lines)")
    #expect(dialect.delimiter.confidence >= row.confidence, "\(dialect.lines)")
    let above = dialect.preambleRows.value
    let rows = try readAll(file).rows.filter { $0.number > above }.map(\.cells)
    #expect(rows == row.rows, "\(dialect.lines)")
  }

  // MARK: One column

  @Test(
    "Punctuation of a single column splits nothing",
    arguments: ["Example \u{1}, Berlin", "Example \u{1} KG", "p\u{1}@example.com", "10:\u{1}"])
  func oneColumn(value: String) throws {
    let lines =
      ["Firma"]
      + (0..<20).map {
        $0 % 3 == 0 ? value.replacing("\u{1}", with: "\($0)") : "Example \($0)"
      }
    #expect(try readCSV(lines.joined(separator: "\n")).map(\.cells) == lines.map { [$0] })
  }

  @Test("Columns of a fixed width are not taken for columns between spaces")
  func fixedWidth() throws {
    let lines = ["ID   NAME      MAIL"] + (10..<30).map { "\($0)   Ann       a\($0)@example.com" }
    #expect(try readCSV(lines.joined(separator: "\n")).allSatisfy { $0.cells.count == 1 })
  }

  // MARK: Mended rows

  @Test("A line break without quotes does not cut a row in two")
  func lineBreak() throws {
    var lines = WildTable.all.map { $0.joined(separator: ";") }
    let parts = ["9;An", "na;Be", "rg;p9@example.com;+49 30 2312509;1009,5;01.03.2026"]
    lines[9] = parts.joined(separator: "\n")
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", lines.joined(separator: "\n").utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.count == WildTable.all.count)
    #expect(
      rows[9].cells == [
        "9", "An\nna", "Be\nrg", "p9@example.com", "+49 30 2312509", "1009,5", "01.03.2026",
      ])
    #expect(notices.first == TabularNotice(kind: .mended([.lineBreak(column: 2)]), rowNumber: 10))
    var given = TabularOptions()
    given.csv.repairs = false
    #expect(try readAll(try TableFile(path: path, options: given)).rows.count == 23)
  }

  @Test("Rows that end early are not put together")
  func endEarly() throws {
    let short = WildTable.all.enumerated().map { $0 % 3 == 0 && $0 > 0 ? Array($1.prefix(4)) : $1 }
    #expect(try readCSV(WildTable.text(short)).map(\.cells) == short)
    let shorter = WildTable.all.enumerated().map { $0 > 15 ? Array($1.prefix(4)) : $1 }
    #expect(try readCSV(WildTable.text(shorter)).map(\.cells) == shorter)
  }

  @Test("A quote that is never closed in the middle of 10,000 rows spoils none of them")
  func unbalanced() throws {
    var rows = [WildTable.header]
    for number in 0..<10_000 { rows.append(WildTable.people[number % 20]) }
    rows[5_000][2] = "\"Berg"
    rows[7_000][2] = "Be\"rg"
    #expect(try readCSV(WildTable.text(rows)).map(\.cells) == rows)
  }

  @Test("A header that comes again between the rows is the header all the same")
  func repeatedHeader() throws {
    let again =
      Array(WildTable.all[..<8]) + [WildTable.header] + WildTable.all[8...] + [WildTable.header]
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", WildTable.text(again).utf8))
    #expect(file.dialect?.headerRows.value == 1)
  }

  // MARK: NUL

  @Test("NUL characters are said: those in cells by row, others by the first one's place")
  func zeros() throws {
    let text = "a,b,c\n1,x\0,2\n\0,\0,\0\n3,y,4\0\0\n" + String(repeating: "5,z,6\n", count: 20)
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", text.utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.map(\.number) == [1, 2] + Array(4...24))
    #expect(
      notices == [
        TabularNotice(kind: .zeroBytes(columns: [1]), rowNumber: 2),
        TabularNotice(kind: .zeroBytes(columns: [2]), rowNumber: 4),
        TabularNotice(kind: .strayZeroBytes(count: 3, firstOffset: 9), rowNumber: 0),
      ])
  }

  // MARK: Packed files

  @Test("A gzip file of several members, or a zstd file of several frames, is one text")
  func members() throws {
    let scratch = try Scratch()
    let halves = [WildTable.all.prefix(10), WildTable.all.dropFirst(10)]
      .map { Array(WildTable.text(Array($0)).utf8) }
    for packed in [halves.flatMap(Packed.gzip), halves.flatMap(Packed.zstd)] {
      let file = try TableFile(path: try scratch.write("t.csv.gz", packed))
      #expect(try readAll(file).rows.map(\.cells) == WildTable.all)
    }
  }

  @Test("A zstd file that is cut off, and a gzip file with a damaged byte, say so")
  func damaged() throws {
    let scratch = try Scratch()
    let text = Array(WildTable.text(WildTable.all + WildTable.all).utf8)
    var gzip = Packed.gzip(text)
    gzip[gzip.count / 2] ^= 0x55
    for packed in [Packed.zstd(text).dropLast(9), gzip[...]] {
      let path = try scratch.write("t.csv.zst", packed)
      let error = #expect(throws: TabularError.self) {
        _ = try readAll(try TableFile(path: path))
      }
      #expect(error?.reason == .corrupt)
    }
  }
}
