import Foundation
import LeadModel
import Testing

@testable import Tabular

@Suite("How a CSV file is written")
struct DialectTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let text: String
    var delimiter = ","
    var quote = "\""
    var quoting = QuoteEscape.doubled
    var lineEnding = LineEnding.lf
    var preamble = 0
    var header = 1
    var columns = 3

    var testDescription: String { id }
  }

  private static let rows = [
    ["name", "mail", "day"], ["Ada Byron", "ada@example.com", "2026-01-03"],
    ["Grace Hopper", "grace@example.org", "2026-02-14"],
    ["Alan M. Turing", "alan@example.net", "2026-03-01"],
    ["Joan Clarke", "joan@example.com", "2026-04-09"],
  ]

  private static func text(_ delimiter: String, _ end: String = "\n", quote: String = "") -> String
  {
    rows.map { $0.map { quote + $0 + quote }.joined(separator: delimiter) + end }.joined()
  }

  static let cases = [
    Case(id: "comma", text: text(",")),
    Case(id: "semicolon", text: text(";"), delimiter: ";"),
    Case(id: "tab", text: text("\t"), delimiter: "\t"),
    Case(id: "pipe", text: text("|"), delimiter: "|"),
    Case(id: "colon", text: text(":"), delimiter: ":"),
    Case(id: "space and quotes", text: text(" ", quote: "\""), delimiter: " "),
    Case(id: "comma and space", text: text(", "), delimiter: ", "),
    Case(id: "two pipes", text: text("||"), delimiter: "||"),
    Case(id: "pipe, tilde, pipe", text: text("|~|"), delimiter: "|~|"),
    Case(id: "caret", text: text("^"), delimiter: "^"),
    Case(id: "a backslash and a t", text: text("\\t"), delimiter: "\\t"),
    Case(
      id: "unit and record separator", text: text("\u{1F}", "\u{1E}"), delimiter: "\u{1F}",
      lineEnding: .rs),
    Case(id: "CR LF", text: text(";", "\r\n"), delimiter: ";", lineEnding: .crlf),
    Case(id: "CR", text: text(";", "\r"), delimiter: ";", lineEnding: .cr),
    Case(id: "mixed line ends", text: text(",") + text(",", "\r\n"), lineEnding: .mixed),
    Case(
      id: "apostrophes as quotes", text: text(",", quote: "'").replacing("Ada", with: "Ada, née"),
      quote: "'"),
    Case(
      id: "quotes after a backslash",
      text: "a,b,c\n\"say \\\"hi\\\", he\",1,2\n\"x \\\"y\\\"\",3,4\n\"z\",5,6\n",
      quoting: .backslash),
    Case(
      id: "quotes not escaped",
      text: "a,b,c\n\"a 5\" pipe, long\",1,2\n\"a 6\" pipe\",3,4\n\"z\",5,6\n", quoting: .none),
    Case(
      id: "no header", text: rows.dropFirst().map { $0.joined(separator: ",") + "\n" }.joined(),
      header: 0),
    Case(
      id: "a header of two rows", text: "person,contact,entry\n" + text(","), header: 2),
    Case(
      id: "lines above", text: "Export of leads\nMade on 2026-05-01, by hand\n\n" + text(";"),
      delimiter: ";", preamble: 3),
  ]

  @Test(
    "Delimiter, quotes, line ends, header and lines above come from the bytes", arguments: cases)
  func detected(row: Case) throws {
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", row.text.utf8))
    let dialect = try #require(file.dialect)
    #expect(dialect.delimiter.value == row.delimiter, "\(dialect.lines)")
    #expect(dialect.quote.value == row.quote, "\(dialect.lines)")
    #expect(dialect.quoting.value == row.quoting, "\(dialect.lines)")
    #expect(dialect.lineEnding.value == row.lineEnding, "\(dialect.lines)")
    #expect(dialect.preambleRows.value == row.preamble, "\(dialect.lines)")
    #expect(dialect.columnCount.value == row.columns, "\(dialect.lines)")
    #expect(dialect.headerRows.value == row.header, "\(dialect.lines)")
    #expect(dialect.lines.allSatisfy { (0...1).contains($0.confidence) && !$0.evidence.isEmpty })
  }

  @Test("Each part can be given, and then is not guessed")
  func given() throws {
    var options = TabularOptions(encoding: "ISO-8859-15")
    options.csv.delimiter = "::"
    options.csv.quote = "'"
    options.csv.quoting = .backslash
    options.csv.headerRows = 0
    options.csv.preambleRows = 1
    options.csv.footerRows = 1
    let scratch = try Scratch()
    let text = "note\n'a\\'b'::2\nc::3\nthe end\n"
    let file = try TableFile(path: try scratch.write("t.csv", text.utf8), options: options)
    let dialect = try #require(file.dialect)
    #expect(dialect.delimiter == Detected("::", 1, dialect.delimiter.evidence))
    #expect(dialect.encoding.confidence == 1)
    let (rows, notices) = try readAll(file)
    #expect(rows == [Row(2, ["a'b", "2"]), Row(3, ["c", "3"])])
    #expect(notices == [TabularNotice(kind: .footer(rows: 1), rowNumber: 4)])
  }

  // MARK: Mending

  struct Mended: Sendable, CustomTestStringConvertible {
    let id: String
    /// Takes the place of the third row.
    let line: String
    let cells: [String]

    var testDescription: String { id }
  }

  private static let good = ["Grace Hopper", "grace@example.org", "2026-02-14"]

  static let mended = [
    Mended(
      id: "a quote before a cell", line: "\"Grace Hopper,grace@example.org,2026-02-14",
      cells: ["\"Grace Hopper"] + good.dropFirst()),
    Mended(
      id: "a quote before the last cell", line: "Grace Hopper,grace@example.org,\"2026-02-14",
      cells: good.dropLast() + ["\"2026-02-14"]),
    Mended(
      id: "no delimiter between two kinds", line: "Grace Hopper,grace@example.org2026-02-14",
      cells: ["Grace Hopper,grace@example.org2026-02-14"]),
    Mended(
      id: "a delimiter in a text without quotes",
      line: "Hopper, Grace,grace@example.org,2026-02-14",
      cells: ["Hopper, Grace"] + good.dropFirst()),
    Mended(
      id: "a delimiter too many", line: "Grace Hopper,,grace@example.org,2026-02-14", cells: good),
    Mended(
      id: "another delimiter in one row", line: "Grace Hopper;grace@example.org;2026-02-14",
      cells: good),
    Mended(
      id: "an open quote over several lines", line: "Grace,\"grace@example.org,2026-02-14",
      cells: ["Grace", "\"grace@example.org", "2026-02-14"]),
  ]

  @Test("A row with a slip is read as it was meant, and no other row suffers", arguments: mended)
  func mending(row: Mended) throws {
    var lines = Self.rows.map { $0.joined(separator: ",") }
    for number in 0..<20 { lines.append("Row \(number),row\(number)@example.com,2026-05-11") }
    lines[2] = row.line
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", (lines.joined(separator: "\n") + "\n").utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.count == lines.count)
    if row.cells.count == 3 {
      #expect(rows[2].cells == row.cells, "\(notices)")
      #expect(notices.map(\.rowNumber) == [3])
    }
    for (index, line) in lines.enumerated() where index != 2 {
      #expect(rows[index] == Row(index + 1, line.components(separatedBy: ",")))
    }
  }

  @Test("What could be meant in two ways stays as it came")
  func ambiguous() throws {
    let text =
      "name,city,mail\n" + String(repeating: "Acme,Bonn,a@example.com\n", count: 10)
      + "Acme, Inc,Bonn, am Rhein,a@example.com\n"
    let rows = try readCSV(text)
    #expect(rows.last?.cells.count == 5)
  }

  @Test("An empty cell is not given up for a comma that a sentence explains")
  func sentence() throws {
    var text = "id,title,country,city,notes\n"
    for number in 0..<20 { text += "\(number),Manager,GB,Leeds,\(number % 2 == 0 ? "" : "met")\n" }
    text += "20,Head of Sales, Marketing,GB,Leeds,\n"
    let rows = try readCSV(text)
    #expect(rows.last?.cells == ["20", "Head of Sales, Marketing", "GB", "Leeds", ""])
  }

  // MARK: Below the table

  @Test("Notes below the table are no rows, and are said")
  func footer() throws {
    let scratch = try Scratch()
    let text = Self.text(",") + "\nTotal: 4\nPrinted on a Monday\n"
    let (rows, notices) = try readAll(try TableFile(path: try scratch.write("t.csv", text.utf8)))
    #expect(rows.count == 5)
    #expect(notices == [TabularNotice(kind: .footer(rows: 2), rowNumber: 7)])
  }

  @Test("Of two tables the first is read, or the one that is asked for")
  func tables() throws {
    let scratch = try Scratch()
    let text = Self.text(",") + "\ncity,people\nBonn,330\nKiel,247\nUlm,128\n"
    let path = try scratch.write("t.csv", text.utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.count == 5)
    var people = OtherTable(header: ["city", "people"], headerRow: 7)
    (people.rows, people.lastRow) = (3, 10)
    #expect(notices == [TabularNotice(kind: .otherTable(people), rowNumber: 7)])
    var options = TabularOptions()
    options.csv.table = 2
    let wide =
      Self.text(",")
      + "name,mail,day,more\nX,x@example.com,2026-01-01,1\nY,y@example.com,2026-01-02,2\n"
    let second = try scratch.write("u.csv", wide.utf8)
    let other = try readAll(try TableFile(path: second, options: options)).rows
    #expect(other.map(\.cells.count) == [4, 4, 4])
  }

  // MARK: Packed files

  @Test("A file packed with gzip or zstd is read as it is", arguments: ["gzip", "zstd"])
  func packed(by tool: String) throws {
    let scratch = try Scratch()
    let plain = Self.text(";") + String(repeating: "Row,row@example.com,x\n", count: 20_000)
    let bytes = tool == "gzip" ? Packed.gzip(Array(plain.utf8)) : Packed.zstd(Array(plain.utf8))
    let file = try TableFile(path: try scratch.write("t.csv.gz", bytes))
    #expect(file.dialect?.compression.value == (tool == "gzip" ? .gzip : .zstd))
    #expect(file.byteCount == bytes.count)
    #expect(try readAll(file).rows.count == 20_005)
  }

  @Test("Frames of zstd that are to be skipped are", arguments: [UInt8(0x50), 0x5F])
  func skipped(kind: UInt8) throws {
    let scratch = try Scratch()
    let skipped: [UInt8] = [kind, 0x2A, 0x4D, 0x18, 4, 0, 0, 0] + Array("abcd".utf8)
    let packed = Packed.zstd(Array(Self.text(";").utf8))
    let file = try TableFile(path: try scratch.write("t.csv.zst", skipped + packed + skipped))
    #expect(file.dialect?.compression.value == .zstd)
    #expect(try readAll(file).rows.count == 5)
    let empty = try scratch.write("empty.csv.zst", skipped)
    #expect(throws: TabularError.self) { try TableFile(path: empty) }
  }

  @Test("A window that is too large is told as that")
  func window() throws {
    let scratch = try Scratch()
    // A frame's header with a window of 2^31 bytes and no content size, then a raw block of one byte.
    let bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3, 0x09, 0, 0, 97]
    let error = #expect(throws: TabularError.self) {
      try TableFile(path: try scratch.write("t.csv.zst", bytes))
    }
    #expect(error?.reason == .limit)
    #expect(error?.description.contains("pack it without --long") == true)
  }

  @Test("A packed file that unpacks to far more than its size is refused")
  func bomb() throws {
    let scratch = try Scratch()
    let bytes = Packed.gzip([UInt8](repeating: 97, count: 40 << 20))
    let path = try scratch.write("t.csv.gz", bytes)
    let error = #expect(throws: TabularError.self) { try TableFile(path: path) }
    #expect(error?.reason == .limit)
  }

  @Test("A packed file that is cut off says so")
  func cutOff() throws {
    let scratch = try Scratch()
    let bytes = Packed.gzip(Array(Self.text(",").utf8))
    let path = try scratch.write("t.csv.gz", bytes.dropLast(12))
    let error = #expect(throws: TabularError.self) { try TableFile(path: path) }
    #expect(error?.reason == .corrupt)
  }
}
