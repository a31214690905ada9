import Testing

@testable import Tabular

@Suite("Tables that other programs have put something around")
struct OddTableTests {
  private static let table = [
    ["id", "name", "city"], ["1", "Smith, Jo", "Leeds"], ["2", "Jones", "Ulm"],
    ["3", "Brown", "Graz"], ["4", "O\"Neil", "Bonn"],
  ]

  /// A row as a CSV file has it, and that as one quoted cell.
  private static func line(_ cells: [String], isWrapped: Bool) -> String {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let line = cells.map { $0.contains(",") || $0.contains("\"") ? quoted($0) : $0 }
      .joined(separator: ",")
    return isWrapped ? quoted(line) : line
  }

  @Test("Lines in quotes are rows, all of them or those that hold quotes themselves")
  func wrapped() throws {
    for isWrapped in [{ _ in true }, { $0 % 3 == 1 }] as [(Int) -> Bool] {
      let text = Self.table.enumerated().map {
        Self.line($1, isWrapped: isWrapped($0)) + "\r\n"
      }.joined()
      #expect(try readCSV(text).map(\.cells) == Self.table, "\(text)")
    }
  }

  @Test("A column of quoted names, last name first, stays one column")
  func names() throws {
    let names = ["name"] + (0..<20).map { "Berg, Anna \($0)" }
    let text = names.map { "\"\($0)\"\n" }.joined()
    #expect(try readCSV(text).map(\.cells) == names.map { [$0] })
    let bare = names.dropFirst().map { "\"\($0)\"\n" }.joined()
    #expect(try readCSV(bare).map(\.cells) == names.dropFirst().map { [$0] })
  }

  static let drawings = [
    """
    +----+-------+-------+
    | id | name  | city  |
    +----+-------+-------+
    |  1 | Smith | Leeds |
    |  2 |       | Ulm   |
    +----+-------+-------+
    """,
    """
    | id | name  | city  |
    |---:|:------|:-----:|
    |  1 | Smith | Leeds |
    |  2 |       | Ulm   |
    """,
    """
     id | name  | city
    ----+-------+-------
      1 | Smith | Leeds
      2 |       | Ulm
    """,
    """
    ┌────┬───────┬───────┐
    │ id │ name  │ city  │
    ├────┼───────┼───────┤
    │  1 │ Smith │ Leeds │
    │  2 │       │ Ulm   │
    └────┴───────┴───────┘
    """,
  ]

  @Test("A table drawn with lines is read without them", arguments: drawings)
  func drawn(text: String) throws {
    let expected = [["id", "name", "city"], ["1", "Smith", "Leeds"], ["2", "", "Ulm"]]
    #expect(try readCSV(text + "\n").map(\.cells) == expected)
    #expect(try readCSV(text).map(\.cells) == expected)
  }

  @Test("A file that ends inside of quotes keeps what stands in them, and says so")
  func unclosed() throws {
    let scratch = try Scratch()
    let text = "id,name,note\n1,Smith,x\n2,Jones,y\n3,Brown,\"first\nsecond\n"
    let (rows, notices) = try readAll(
      try TableFile(path: try scratch.write("t.csv", text.utf8)))
    #expect(rows.last?.cells == ["3", "Brown", "first\nsecond\n"])
    #expect(notices == [TabularNotice(kind: .unclosedQuote, rowNumber: 4)])
  }

  @Test("A title above a second table is no row of the first", arguments: ["", "\n"])
  func title(gap: String) throws {
    let scratch = try Scratch()
    let first = Self.table.map { Self.line($0, isWrapped: false) + "\n" }.joined()
    let second = "Orders of 2026\norder,item,count,price\n1,lamp,2,3.50\n2,chair,1,9.00\n"
    let path = try scratch.write("t.csv", (first + gap + second).utf8)
    let (rows, notices) = try readAll(try TableFile(path: path))
    #expect(rows.map(\.cells) == Self.table)
    let row = 6 + gap.utf8.count
    var other = OtherTable(header: ["order", "item", "count", "price"], headerRow: row + 1)
    (other.rows, other.lastRow) = (2, row + 3)
    #expect(notices == [TabularNotice(kind: .otherTable(other), rowNumber: row)])
  }
}
