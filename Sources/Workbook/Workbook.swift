import CXLSXWriter
import Glibc
import LeadModel

/// An XLSX file being written.
///
/// The file appears under its name only when `close()` succeeds: it is written beside it and
/// renamed, so a reader never meets half a workbook. The same calls give the same bytes.
package final class Workbook {
  let path: String
  private let temporaryPath: String
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  /// In this mode a row is on disk once the next row is begun.
  let isStreaming: Bool

  /// Begins a workbook; its folder must exist, and an older file is replaced at `close()`.
  ///
  /// Streaming is for large sheets: rows must be written in ascending order and leave memory as
  /// they come; tables and merged cells are not to be had then.
  package init(path: String, properties: WorkbookProperties, streaming: Bool = false)
    throws(WorkbookError)
  {
    self.path = path
    temporaryPath = path + ".part"
    isStreaming = streaming
    var options = lxw_workbook_options(
      constant_memory: streaming ? 1 : 0, tmpdir: nil, use_zip64: 1)
    handle = workbook_new_opt(temporaryPath, &options)
    guard handle != nil else { throw WorkbookError(path: path, message: "out of memory") }
    setProperties(properties)
  }

  deinit {
    // Not closed: the content is given up. Only lxw_workbook_free releases without writing.
    if let handle { lxw_workbook_free(handle) }
  }

  /// Adds a sheet; the first one is what the reader sees on opening.
  ///
  /// Throws for a name that Excel refuses (see `SheetName.valid(_:)`) or that is taken.
  package func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let handle else { throw WorkbookError(path: path, message: "already closed") }
    guard !name.isEmpty else { throw WorkbookError(path: path, message: "a sheet without a name") }
    let code = workbook_validate_sheet_name(handle, name)
    guard code == LXW_NO_ERROR, let sheet = workbook_add_worksheet(handle, name) else {
      throw WorkbookError(path: path, message: "sheet name '\(name)': \(Self.message(code))")
    }
    return Sheet(workbook: self, name: name, handle: sheet)
  }

  /// Writes the file out and gives it its name.
  ///
  /// - Throws: `WorkbookError` when the folder is missing, the disk is full, or the like.
  package func close() throws(WorkbookError) {
    guard let open = handle else { return }
    handle = nil
    errno = 0
    let code = workbook_close(open)
    let reason = errno
    guard code == LXW_NO_ERROR else {
      unlink(temporaryPath)
      let detail = reason == 0 ? Self.message(code) : String(cString: strerror(reason))
      throw WorkbookError(path: path, message: "cannot write the workbook: \(detail)")
    }
    if let damage = FinishedWorkbook.damage(at: temporaryPath) {
      unlink(temporaryPath)
      throw WorkbookError(path: path, message: "cannot write the workbook: \(damage)")
    }
    guard rename(temporaryPath, path) == 0 else {
      let detail = String(cString: strerror(errno))
      unlink(temporaryPath)
      throw WorkbookError(path: path, message: "cannot write the workbook: \(detail)")
    }
  }

  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain { return nil }
    if let known = formats[style] { return known }
    guard let handle, let format = workbook_add_format(handle) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  func makeChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    guard let handle else { return nil }
    return workbook_add_chart(handle, UInt8(type.rawValue))
  }

  static func message(_ code: lxw_error) -> String {
    lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
  }

  private func setProperties(_ properties: WorkbookProperties) {
    withMutableCStrings([
      properties.title, properties.subject, properties.author, properties.comments,
    ]) { texts in
      var record = lxw_doc_properties()
      record.title = texts[0]
      record.subject = texts[1]
      record.author = texts[2]
      record.comments = texts[3]
      // 0 means "now" to the library; one second later is as good a fixed time.
      let created = properties.asOf.seconds
      record.created = time_t(created == 0 ? 1 : created)
      _ = workbook_set_properties(handle, &record)
    }
  }
}

/// Lends texts as the non-const C strings that the library's option records ask for.
func withMutableCStrings<R>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
  let copies = texts.map { $0.isEmpty ? nil : strdup(XMLText.safe($0)) }
  defer { for copy in copies { free(copy) } }
  return body(copies)
}
