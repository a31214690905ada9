import Bytes

@testable import Tabular

/// Small limits: a run must be short, and what lies beyond a limit is refused the sooner.
let fuzzLimits: TabularLimits = {
  var limits = TabularLimits()
  limits.partBytes = 1 << 20
  limits.sharedStringBytes = 1 << 20
  limits.totalFloorBytes = 8 << 20
  limits.cellBytes = 1 << 12
  limits.filledCells = 1 << 12
  return limits
}()

/// Any bytes as a ZIP container: every part is unpacked.
let fuzzContainer: FuzzCallback = { bytes, count in
  let path = FuzzFile.shared.fill(fuzzInput(bytes, count))
  do throws(TabularError) {
    let archive = try ZipArchive(path: path, limits: fuzzLimits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 5000, alignment: 16)
    defer { buffer.deallocate() }
    for name in archive.names {
      // One bad part does not hide the others.
      do throws(TabularError) {
        let part = try archive.open(name)
        while try part.read(into: buffer) > 0 {}
      } catch {}
    }
  } catch {}
  return 0
}

/// Texts of the parts around the sheets, separated by 0xFF, in a container that is in order.
let fuzzWorkbook: FuzzCallback = { bytes, count in
  let texts = fuzzInput(bytes, count).split(separator: 0xFF, omittingEmptySubsequences: false)
  let names = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml",
    "xl/styles.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/tables/table1.xml",
  ]
  var zip = ZipBuilder()
  for (name, text) in zip2(names, texts) where !text.isEmpty {
    zip.add(ZipBuilder.Part(name, Array(text)))
  }
  zip.add(
    "xl/worksheets/sheet1.xml",
    "<worksheet><sheetData><row r='2'><c r='B2'><v>1</v></c></row></sheetData></worksheet>")
  let path = FuzzFile.shared.fill(zip.finished())
  for choice in 0..<4 {
    var options = XLSXOptions()
    if choice == 1 { options.table = "T" }
    if choice == 2 { options.range = "N" }
    if choice == 3 { options.mergedCells = .fill }
    readAll(path, TabularOptions(xlsx: options, limits: fuzzLimits))
  }
  return 0
}

/// Any bytes as a file: what it is, its sheets and all of their rows.
let fuzzXLSX: FuzzCallback = { bytes, count in
  readAll(FuzzFile.shared.fill(fuzzInput(bytes, count)), TabularOptions(limits: fuzzLimits))
  return 0
}

private func zip2(_ names: [String], _ texts: [ArraySlice<UInt8>]) -> [(String, ArraySlice<UInt8>)]
{
  Array(zip(names, texts))
}

private func readAll(_ path: String, _ options: TabularOptions) {
  do throws(TabularError) {
    let file = try TableFile(path: path, options: options)
    for index in file.sheets.indices {
      do throws(TabularError) {
        let reader = try file.makeReader(sheet: index)
        var batch = CellBatch()
        while try reader.next(&batch) {}
        _ = reader.notices
      } catch {}
    }
  } catch {}
}
