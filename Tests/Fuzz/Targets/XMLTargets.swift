import Bytes

@testable import Tabular

/// Bytes handed out in pieces, so that every seam between two pieces is met. The first has room for an
/// XML declaration, by which it is decided who reads the document.
private final class Pieces: XMLSource {
  let name = "fuzz.xml"
  private let bytes: [UInt8]
  private let length: Int
  private var offset = 0

  init(_ bytes: [UInt8], length: Int) {
    self.bytes = bytes
    self.length = length
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    let count = min(bytes.count - offset, buffer.count, offset == 0 ? max(length, 300) : length)
    bytes.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
    }
    offset += count
    return count
  }
}

/// A sheet's XML by our scanner and by expat: where both read it, they read the same.
let fuzzSheet: FuzzCallback = { bytes, count in
  let input = fuzzInput(bytes, count)
  let strings = XLSXSharedStrings()
  do throws(TabularError) {
    let table = Array("<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>".utf8)
    try strings.load(Pieces(table, length: 1000), path: "")
  } catch {}
  let environment = XLSXSheetEnvironment(
    path: "", formats: ["General", "yyyy-mm-dd", "[h]:mm", "00000"].map { NumberFormat(code: $0) },
    strings: strings, usesDates1904: false, decimalMark: UInt8(ascii: "."), hiddenRows: .include,
    limits: fuzzLimits)
  func rows(length: Int, usesExpat: Bool) -> [[String]]? {
    do throws(TabularError) {
      let reader = try XLSXSheetReader(
        Pieces(input, length: length), environment: environment, usesExpat: usesExpat)
      var batch = CellBatch()
      var rows: [[String]] = []
      while try reader.next(&batch) {
        rows += (0..<batch.rowCount).map { ["\(batch.rowNumber($0))"] + batch.strings($0) }
      }
      return rows
    } catch {
      return nil
    }
  }
  let whole = rows(length: .max, usesExpat: false)
  let pieces = rows(length: 7, usesExpat: false)
  precondition(whole == pieces, "pieces of another length read otherwise")
  // Where expat refuses, ours may be more lenient, but never the other way about in what is read.
  if let expat = rows(length: .max, usesExpat: true), let whole {
    precondition(expat == whole, "expat reads otherwise")
  }
  return 0
}

/// A text table by our scanner and by expat.
let fuzzStrings: FuzzCallback = { bytes, count in
  let input = fuzzInput(bytes, count)
  func texts(usesExpat: Bool) -> [String]? {
    do throws(TabularError) {
      let strings = XLSXSharedStrings()
      try strings.load(Pieces(input, length: .max), path: "", usesExpat: usesExpat)
      let texts = strings.texts
      return (0..<texts.count).compactMap { index in
        texts[index].map { String(decoding: $0, as: UTF8.self) }
      }
    } catch {
      return nil
    }
  }
  if let ours = texts(usesExpat: false), let expat = texts(usesExpat: true) {
    precondition(ours == expat, "expat reads otherwise")
  }
  return 0
}

/// A number and a format code, separated by a zero.
let fuzzFormat: FuzzCallback = { bytes, count in
  let texts = fuzzInput(bytes, count).split(
    separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let format = NumberFormat(code: String(decoding: texts.last ?? [], as: UTF8.self))
  for usesDates1904 in [false, true] {
    var numbers = NumberText(usesDates1904: usesDates1904, decimalMark: UInt8(ascii: ","))
    texts[0].withUnsafeBufferPointer { numbers.render($0, as: format) }
    precondition(numbers.output.count <= texts[0].count + 4096, "the text of a number grows")
  }
  return 0
}
