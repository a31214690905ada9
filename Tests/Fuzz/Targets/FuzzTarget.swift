/// What is fuzzed: a reader each, fed with bytes that may be anything.
enum FuzzTarget: String, CaseIterable {
  case container, workbook, sheet, strings, format, xlsx, csv, record

  var callback: FuzzCallback {
    switch self {
    case .container: fuzzContainer
    case .workbook: fuzzWorkbook
    case .sheet: fuzzSheet
    case .strings: fuzzStrings
    case .format: fuzzFormat
    case .xlsx: fuzzXLSX
    case .csv: fuzzCSV
    case .record: fuzzRecord
    }
  }
}

/// The input of one run as an array.
func fuzzInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: bytes, count: count))
}
