import Bytes
import Foundation
import LeadModel
import Testing

@testable import Tabular

@Suite("CSV files")
struct CSVTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let text: String
    let rows: [Row]

    var testDescription: String { id }

    init(_ id: String, _ text: String, _ rows: [[String]]) {
      self.id = id
      self.text = text
      self.rows = rows.enumerated().map { Row($0 + 1, $1) }
    }

    init(_ id: String, _ text: String, numbered rows: [Row]) {
      self.id = id
      self.text = text
      self.rows = rows
    }
  }

  static let cases = [
    Case("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("no line end at the end", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Case("CR LF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    Case("CR only", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    Case("comma in quotes", "a,b\n\"x, y\",2\n", [["a", "b"], ["x, y", "2"]]),
    Case("doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", [["a", "b"], ["say \"hi\"", "2"]]),
    Case(
      "line break in quotes", "a,b\n\"x\ny\",2\n3,4\n", [["a", "b"], ["x\ny", "2"], ["3", "4"]]),
    Case("CR LF in quotes", "a,b\r\n\"x\r\ny\",2\r\n", [["a", "b"], ["x\r\ny", "2"]]),
    Case("stray quote in a cell", "a,b\n5\" pipe,2\n", [["a", "b"], ["5\" pipe", "2"]]),
    Case(
      "quotes inside quotes that are not doubled", "a,b\n\"Smith \"Bob\" Ltd\",2\n",
      [["a", "b"], ["Smith \"Bob\" Ltd", "2"]]),
    Case("white space stays", "a,b\n  x , \"y\"\n", [["a", "b"], ["  x ", " \"y\""]]),
    Case("empty cells", "a,b,c\n,,3\n1,,\n", [["a", "b", "c"], ["", "", "3"], ["1", "", ""]]),
    Case("quoted empty cell", "a,b\n\"\",2\n", [["a", "b"], ["", "2"]]),
    Case("one column", "a\n1\n2\n", [["a"], ["1"], ["2"]]),
    Case("ragged rows", "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
    Case(
      "blank lines are left out and counted", "a,b\n\n1,2\n , \n\n3,4\n",
      numbered: [Row(1, ["a", "b"]), Row(3, ["1", "2"]), Row(6, ["3", "4"])]),
    Case(
      "blank CR LF lines", "\r\n\r\na,b\r\n\r\n1,2\r\n",
      numbered: [Row(3, ["a", "b"]), Row(5, ["1", "2"])]),
    Case("Excel's separator line", "sep=;\r\na;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
    Case("formulas are text", "a,b\n=1+1,@x\n", [["a", "b"], ["=1+1", "@x"]]),
    Case("leading zeros stay", "zip,b\n01234,1e5\n", [["zip", "b"], ["01234", "1e5"]]),
    Case("NUL in a cell", "a,b\nx\0y,2\n", [["a", "b"], ["x\0y", "2"]]),
  ]

  @Test("Cells and row numbers come out as a person sees them", arguments: cases)
  func cells(row: Case) throws {
    #expect(try readCSV(row.text) == row.rows)
  }

  static let delimiters: [(String, Character)] = [
    ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1,5;2,5;3,5\n4,5;5;6\n", ";"), ("a\tb\n1,2\t3\n", "\t"),
    ("a|b|c\n1|2|3\n", "|"), ("only\none\ncolumn\n", ","),
    ("name;note\nx;\"a, b, c, d\"\ny;\"e, f\"\n", ";"),
    ("a,b\n\"x;y;z\",1\n\"p;q;r\",2\n", ","),
    // Punctuation of the texts that is as even as the delimiter, and more of it.
    ("id;note\n1;a, b, c, d\n2;e, f, g, h\n3;i, j, k, l\n", ";"),
    ("Leads, October\nid;x;place\n1;y;Main Street 1, Town\n2;y;Side Street 2, Town\n", ";"),
    ("id,tags\n1,a|b|c\n2,d|e|f\n", ","),
  ]

  @Test("The delimiter is the one that splits the rows evenly", arguments: delimiters)
  func delimiter(text: String, expected: Character) throws {
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", text.utf8))
    #expect(file.delimiter == String(expected))
  }

  @Test("A given delimiter wins over the guess")
  func givenDelimiter() throws {
    var options = TabularOptions()
    options.csv.delimiter = ";"
    #expect(try readCSV("a,b;c\n1,2;3\n", options: options)[1].cells == ["1,2", "3"])
  }

  // MARK: Cut off

  @Test("A file that ends inside quotes keeps its last row and says so")
  func unclosedQuote() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", "a,b\n1,2\n3,\"cut of".utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.last == Row(3, ["3", "cut of"]))
    #expect(notices == [TabularNotice(kind: .unclosedQuote, rowNumber: 3)])
  }

  @Test("A last line without an end is noted, a closed quote there is not an open one")
  func unendedLine() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", "a,b\n1,\"2\"".utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.last == Row(2, ["1", "2"]))
    #expect(notices == [TabularNotice(kind: .unendedLine, rowNumber: 2)])
  }

  @Test("A file that ends well has no notice")
  func noNotice() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.csv", "a,b\n1,2\n".utf8)
    #expect(try readAll(try TableFile(path: path)).notices.isEmpty)
  }

  @Test("A quote that is never closed spoils its own row only")
  func endlessCell() throws {
    let text = "a,b\n1,\"" + String(repeating: "2,3\n", count: 100_000)
    let rows = try readCSV(text)
    #expect(rows.count == 100_001)
    #expect(rows[1] == Row(2, ["1", "\"2", "3"]))
    #expect(rows.last == Row(100_001, ["2", "3"]))
  }

  @Test("A cell beyond the limit is refused")
  func longCell() throws {
    var options = TabularOptions()
    options.limits.cellBytes = 1000
    let text = "a,b\n1,\"" + String(repeating: "x", count: 2000) + "\"\n"
    let error = #expect(throws: TabularError.self) { try readCSV(text, options: options) }
    #expect(error?.reason == .limit)
    #expect(error?.message.contains("row 2") == true)
  }

  @Test("More columns than a sheet can have are refused")
  func columns() throws {
    let text = "a,b\n" + String(repeating: ",x", count: 20_000) + "\n"
    let error = #expect(throws: TabularError.self) { try readCSV(text) }
    #expect(error?.reason == .limit)
  }

  @Test("rows with hardly anything in them do not keep the reader from reading on")
  func sparseRows() throws {
    let scratch = try Scratch()
    // Quotes inside of cells: every row takes the careful way.
    let full = String(repeating: "Ann \"A\" Lee,ann@example.com,Leeds\n", count: 20)
    let sparse = (0..<60_000).map { "x \"y\" \($0 % 7),,\n" }.joined()
    let file = try TableFile(
      path: try scratch.write("t.csv", Array("name,mail,city\n\(full)\(sparse)\(full)".utf8)))
    #expect(try readAll(file).rows.count == 1 + 20 + 60_000 + 20)
  }

  // MARK: Any content

  @Test("What was written comes back, whatever it is and however it is written")
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let delimiters: [Character] = [",", ";", "\t", "|"]
    let pieces = ["a", "Ö", "\"", "\n", "\r\n", ",", ";", "\t", "|", " ", "名", "😀", "0", "="]
    for round in 0..<24 {
      let delimiter = delimiters[round % 4]
      let encoding = [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian][round / 4 % 3]
      let rowCount = round < 20 ? Int.random(in: 2...40, using: &random) : 20_000
      var rows = [["first", "second", "third"]]
      for _ in 0..<rowCount {
        let cells = (0..<3).map { _ in
          (0..<Int.random(in: 0...6, using: &random))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
        }
        rows.append(["x" + cells[0], cells[1], cells[2]])
      }
      let text = rows.map { cells in
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
          .joined(separator: String(delimiter)) + "\r\n"
      }.joined()
      let scratch = try Scratch()
      let data = try #require(("\u{FEFF}" + text).data(using: encoding))
      let file = try TableFile(path: try scratch.write("t.csv", data))
      let got = try readAll(file).rows
      #expect(file.delimiter == String(delimiter), "seed \(seed) round \(round)")
      #expect(got.count == rows.count, "seed \(seed) round \(round)")
      let wrong = zip(got, rows).first { $0.cells != $1 }
      #expect(wrong == nil, "seed \(seed) round \(round)")
    }
  }
}
