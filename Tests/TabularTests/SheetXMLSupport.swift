import Bytes
import LeadModel

@testable import Tabular

/// Reads worksheets without a container around them.
struct SheetXML {
  let environment: XLSXSheetEnvironment

  init(hiddenRows: XLSXHiddenRows = .include, area: XLSXCellRange? = nil) {
    self.init(texts: XLSXSharedStrings(), hiddenRows: hiddenRows, area: area)
  }

  /// With the items of a text table.
  init(strings: String, usesExpat: Bool = false) throws {
    let texts = XLSXSharedStrings()
    try texts.load(
      BytesSource(Array("<sst xmlns=\"m\">\(strings)</sst>".utf8)), path: "t.xlsx",
      usesExpat: usesExpat)
    self.init(texts: texts, hiddenRows: .include)
  }

  private init(texts: XLSXSharedStrings, hiddenRows: XLSXHiddenRows, area: XLSXCellRange? = nil) {
    environment = XLSXSheetEnvironment(
      path: "t.xlsx", formats: [.number, NumberFormat(code: "yyyy-mm-dd")], strings: texts,
      usesDates1904: false, decimalMark: UInt8(ascii: "."), hiddenRows: hiddenRows,
      area: area, limits: TabularLimits())
  }

  /// A whole document around the content of `sheetData`.
  func document(
    _ data: String, prefix: String = "", before: String = "", after: String = ""
  ) -> String {
    let inner = "<sheetData>\(data)</sheetData>"
    guard !prefix.isEmpty else {
      return "<worksheet xmlns=\"m\">\(before)\(inner)\(after)</worksheet>"
    }
    // Every name gets the prefix; texts of these tests have no `<` of their own but in CDATA.
    let names = inner.replacing("</", with: "\u{1}").replacing("<![", with: "\u{2}")
      .replacing("<!", with: "\u{3}").replacing("<?", with: "\u{4}").replacing(
        "<c>]", with: "\u{5}"
      )
      .replacing("<", with: "<\(prefix):").replacing("\u{1}", with: "</\(prefix):")
      .replacing("\u{2}", with: "<![").replacing("\u{3}", with: "<!")
      .replacing("\u{4}", with: "<?").replacing("\u{5}", with: "<c>]")
    return "<\(prefix):worksheet xmlns:\(prefix)=\"m\">\(names)</\(prefix):worksheet>"
  }

  func reader(_ xml: String) throws -> XLSXSheetReader {
    try XLSXSheetReader(BytesSource(Array(xml.utf8)), environment: environment)
  }

  func read(_ source: BytesSource) throws -> [Row] {
    try Self.rows(of: try XLSXSheetReader(source, environment: environment))
  }

  /// Reads a document, in pieces of given lengths.
  func read(
    _ xml: String, lengths: @escaping () -> Int = { .max }, usesExpat: Bool = false
  ) throws -> [Row] {
    var isFirst = true
    let source = BytesSource(Array(xml.utf8)) {
      defer { isFirst = false }
      return isFirst ? 20 : lengths()
    }
    return try Self.rows(
      of: try XLSXSheetReader(source, environment: environment, usesExpat: usesExpat))
  }

  static func rows(of reader: XLSXSheetReader) throws -> [Row] {
    var batch = CellBatch()
    var rows: [Row] = []
    while try reader.next(&batch) {
      rows += (0..<batch.rowCount).map { Row(batch.rowNumber($0), batch.strings($0)) }
    }
    return rows
  }
}

/// Makes the content of `sheetData` in all spellings that there are, some of them wrong.
struct RandomSheet {
  let seed: UInt64
  private var generator: SplitMix64

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
  }

  private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

  private mutating func pick(_ items: [String]) -> String { items[below(items.count)] }

  mutating func next() -> String {
    var number = 0
    return (0..<below(4)).map { _ in
      number += 1 + below(2)
      let numbered = below(5) > 0
      let cells = (0..<below(5)).map { cell($0 + below(2), numbered ? number : 0) }
      return "<row" + (numbered ? " r=\"\(number)\"" : "")
        + pick(["", " spans=\"1:3\"", " ht='1'"])
        + ">" + cells.joined(separator: pick(["", "", "\n", "<!-- x -->"]))
        + pick(["</row>", "</row >"])
    }.joined()
  }

  private mutating func cell(_ column: Int, _ row: Int) -> String {
    let letter = Array("ABCDEFGH")[column]
    let reference = row == 0 ? "" : " r=\"\(letter)\(row)\""
    let style = pick(["", "", " s=\"1\"", " s='0'", " s=\"77\""])
    let text = pick([
      "x", "12", "0.5", "46098.25", "a&amp;b", "_x0041_", "é東", " ", "", "]", "]]", "a\r\nb", "_x",
      "&#65;",
    ])
    switch below(9) {
    case 0: return "<c\(reference)\(style)/>"
    case 1: return "<c\(reference)\(style)><v>\(text)</v></c>"
    case 2: return "<c\(reference)\(style) t=\"s\"><v>\(pick(["0", "1", "2", "x", ""]))</v></c>"
    case 3: return "<c\(reference) t=\"inlineStr\"\(style)><is><t>\(text)</t></is></c>"
    case 4:
      return
        "<c\(reference)\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    case 5: return "<c\(reference) t=\"str\"><f>A1</f><v>\(text)</v></c>"
    case 6: return "<c\(reference) t=\"\(pick(["b", "e", "d", "n", "q"]))\"><v>\(text)</v></c>"
    case 7:
      return "<c\(reference) t=\"inlineStr\"><is><r><t>\(text)</t></r><rPh><t>z</t></rPh></is></c>"
    // Now and then something that is not well-formed.
    default:
      return below(12) == 0
        ? pick(["<c></v>", "<c r=\"A1\" r=\"B1\"/>", "<c>&x;</c>", "<c", "</row>", "<v>]]></v>"])
        : "<c\(reference)><v><![CDATA[\(pick(["1", "]", "<"]))]]></v></c>"
    }
  }
}
