/// Where in a container the workbook is, or what else the container holds.
enum XLSXWorkbookPlace {
  private static let usual = "xl/workbook.xml"

  /// - Returns: name of the workbook's main part.
  /// - Throws: `TabularError` for a container that holds none, with what it holds and what to do.
  static func find(in archive: ZipArchive) throws(TabularError) -> String {
    if let other = otherFormat(archive) { throw other }
    let root = try XLSXRelations(archive: archive, ofPart: "")
    let candidates = [
      root.target(ofType: "officeDocument"), try XLSXContentTypes(archive: archive).workbook, usual,
    ].compactMap(\.self)
    guard let part = candidates.first(where: { archive.contains($0) }) else {
      throw notAWorkbook(archive)
    }
    if part.lowercased().hasSuffix(".bin") {
      throw failure(archive, "is a binary workbook (.xlsb); open it and save it as .xlsx")
    }
    if part.lowercased().hasSuffix("document.xml") || part.lowercased().hasPrefix("word/") {
      throw failure(archive, "is a Word document; send a CSV or XLSX file")
    }
    if part.lowercased().hasPrefix("ppt/") {
      throw failure(archive, "is a PowerPoint presentation; send a CSV or XLSX file")
    }
    return part
  }

  private static func otherFormat(_ archive: ZipArchive) -> TabularError? {
    if archive.contains("mimetype"), archive.contains("content.xml") {
      return failure(
        archive, "is an OpenDocument file (.ods or the like); open it and save it as .xlsx or .csv")
    }
    if archive.contains("index/document.iwa") || archive.contains("index.zip") {
      return failure(archive, "is an Apple Numbers file; export it as Excel (.xlsx) or CSV")
    }
    if archive.contains("word/document.xml") {
      return failure(archive, "is a Word document; send a CSV or XLSX file")
    }
    if archive.contains("ppt/presentation.xml") {
      return failure(archive, "is a PowerPoint presentation; send a CSV or XLSX file")
    }
    if archive.contains("xl/workbook.bin") {
      return failure(archive, "is a binary workbook (.xlsb); open it and save it as .xlsx")
    }
    return nil
  }

  private static func notAWorkbook(_ archive: ZipArchive) -> TabularError {
    let tables = archive.names.filter { name in
      [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"].contains {
        name.lowercased().hasSuffix($0)
      }
    }
    if let first = tables.first {
      let more = tables.count > 1 ? " and \(tables.count - 1) more" : ""
      return failure(
        archive,
        "is a ZIP archive and no workbook; unpack it and send the files in it "
          + "('\(ZipDirectory.shown(first))'\(more))")
    }
    return failure(archive, "is a ZIP file but no workbook; send CSV or XLSX")
  }

  private static func failure(_ archive: ZipArchive, _ message: String) -> TabularError {
    TabularError(.format, archive.path, message)
  }
}
