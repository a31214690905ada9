import Foundation
import LeadModel
import Testing
import Workbook

@testable import Tabular

@Suite("Files that are no tables, or dangerous")
struct UnusableFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let name: String
    let bytes: [UInt8]
    let reason: TabularError.Reason
    let says: String

    var testDescription: String { id }

    init(
      _ id: String, name: String = "t.csv", _ bytes: [UInt8], _ reason: TabularError.Reason,
      says: String
    ) {
      self.id = id
      self.name = name
      self.bytes = bytes
      self.reason = reason
      self.says = says
    }
  }

  /// An OLE file whose directory holds one name.
  private static func compound(_ name: String) -> [UInt8] {
    let entry: [UInt8] = name.utf8.flatMap { [$0, UInt8(0)] }
    return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
      + entry + Array(repeating: 0, count: 512 - entry.count)
  }

  private static func zip(_ parts: [(String, String)]) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, text) in parts { zip.add(name, text) }
    return zip.finished()
  }

  private static func workbook(_ change: (inout XLSXBuilder) -> Void) -> [UInt8] {
    var builder = XLSXBuilder()
    change(&builder)
    return builder.bytes()
  }

  static let cases = [
    Case("empty", [], .empty, says: "empty"),
    Case("old workbook", compound("Workbook"), .format, says: ".xls"),
    Case("older workbook", compound("Book"), .format, says: "save it as .xlsx"),
    Case(
      "encrypted workbook", name: "t.xlsx", compound("EncryptedPackage"), .encrypted,
      says: "password"),
    Case("Word document", name: "t.xls", compound("WordDocument"), .format, says: "Word"),
    Case(
      "workbook of 1987", name: "t.xls", [9, 0, 4, 0, 2, 0, 0x10, 0], .format, says: "old Excel"),
    Case("workbook of 1992", name: "t.xls", [9, 4, 6, 0, 0, 4, 0, 1], .format, says: "old Excel"),
    Case(
      "Excel 2003 XML", name: "t.xls",
      Array(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>".utf8),
      .format, says: "2003 XML"),
    Case(
      "HTML named .xls", name: "t.xls", Array("<html><table><tr><td>a".utf8), .format,
      says: "only named .xls"),
    Case("web archive", name: "t.xls", Array("MIME-Version: 1.0\n".utf8), .format, says: ".mht"),
    Case("Parquet", Array("PAR1\u{15}\u{4}".utf8), .format, says: "Parquet"),
    Case("PDF", Array("%PDF-1.7\n".utf8), .format, says: "PDF"),
    Case("bzip2", Array("BZh91AY".utf8), .format, says: "gzip or zstd"),
    Case("damaged gzip", [0x1F, 0x8B, 8, 0, 0], .corrupt, says: "packed data"),
    Case("HTML", Array("\n <!DOCTYPE html><table>".utf8), .format, says: "HTML"),
    Case("binary", (0..<500).map { UInt8($0 % 7) }, .format, says: "neither text"),
    Case(
      "text named like a workbook", name: "t.xlsx", Array("a,b\n1,2\n".utf8), .format,
      says: "workbook"),
    Case(
      "OpenDocument", name: "t.ods", zip([("mimetype", "x"), ("content.xml", "<x/>")]), .format,
      says: "OpenDocument"),
    Case("other ZIP", name: "t.zip", zip([("a.txt", "x")]), .format, says: "no workbook"),
    Case(
      "half a workbook", name: "t.xlsx", Array(workbook { _ in }.prefix(700)), .corrupt,
      says: "damaged"),
    Case(
      "part with an unsafe name", name: "t.xlsx",
      workbook { $0.extraParts = [("../../etc/x", "x")] }, .corrupt, says: "unsafe"),
    Case(
      "document type with entities", name: "t.xlsx",
      workbook {
        $0.prolog = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
        $0.sheetData = "<row><c t='str'><v>&b;</v></c></row>"
      }, .corrupt, says: "document type"),
    Case(
      "elements too deep", name: "t.xlsx",
      workbook { $0.sheetData = String(repeating: "<row>", count: 100) }, .limit, says: "nests"),
    Case(
      "broken XML", name: "t.xlsx", workbook { $0.sheetData = "<row><c></row>" }, .corrupt,
      says: "damaged"),
    Case(
      "column beyond the last", name: "t.xlsx",
      workbook { $0.sheetData = "<row><c r='ZZZZZ1'><v>1</v></c></row>" }, .limit,
      says: "columns"),
  ]

  @Test("An unusable file gets a clear answer", arguments: cases)
  func unusable(row: Case) throws {
    let scratch = try Scratch()
    let path = try scratch.write(row.name, row.bytes)
    let error = #expect(throws: TabularError.self) { try readAll(try TableFile(path: path)) }
    #expect(error?.reason == row.reason)
    #expect(error?.path == path)
    #expect(error?.message.contains(row.says) == true, "\(error?.message ?? "")")
  }

  @Test("A text that is only named .xls is read as the text that it is")
  func textNamedXLS() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.xls", Array("a\tb\n1\t2\n".utf8))
    #expect(try readAll(try TableFile(path: path)).rows.map(\.cells) == [["a", "b"], ["1", "2"]])
  }

  @Test("Texts repeated to many times a sheet's size stop the reading")
  func growth() throws {
    var builder = XLSXBuilder()
    builder.sharedStrings = "<si><t>\(String(repeating: "a", count: 5000))</t></si>"
    let cells = String(repeating: "<c t='s'><v>0</v></c>", count: 40)
    builder.sheetData = String(repeating: "<row>\(cells)</row>", count: 100)
    let scratch = try Scratch()
    var options = TabularOptions()
    options.limits.totalFloorBytes = 10_000_000
    let path = try scratch.write("t.xlsx", builder.bytes())
    let error = #expect(throws: TabularError.self) {
      try readAll(try TableFile(path: path, options: options))
    }
    #expect(error?.reason == .limit)
    #expect(error?.message.contains("repeats its texts") == true, "\(error?.message ?? "")")
  }

  @Test("A missing file, a folder and a pipe")
  func noFile() throws {
    let scratch = try Scratch()
    let missing = #expect(throws: TabularError.self) {
      try TableFile(path: scratch.path("none.csv"))
    }
    #expect(missing?.reason == .missing)
    let folder = #expect(throws: TabularError.self) { try TableFile(path: scratch.folder) }
    #expect(folder?.reason == .unreadable)
    #expect(folder?.message.contains("folder") == true)
    mkfifo(scratch.path("pipe.csv"), 0o600)
    let pipe = #expect(throws: TabularError.self) { try TableFile(path: scratch.path("pipe.csv")) }
    #expect(pipe?.reason == .unreadable)
  }

  @Test("A part that unpacks to too much, or to too many times its size, stops the reading")
  func bombs() throws {
    let scratch = try Scratch()
    let path = scratch.path("t.xlsx")
    let properties = WorkbookProperties(title: "t", asOf: Timestamp(seconds: 1))
    let book = try Workbook(path: path, properties: properties, streaming: true)
    let sheet = try book.addSheet("S")
    for row in 0..<5000 { try sheet.write(row, 0, .text(String(repeating: "a", count: 200))) }
    try book.close()
    var size = TabularOptions()
    size.limits.partBytes = 100_000
    var ratio = TabularOptions()
    ratio.limits.ratioFloorBytes = 100_000
    ratio.limits.ratio = 10
    for options in [size, ratio] {
      let error = #expect(throws: TabularError.self) {
        try readAll(try TableFile(path: path, options: options))
      }
      #expect(error?.reason == .limit)
    }
    #expect(try readAll(try TableFile(path: path)).rows.count == 5000)
  }
}
