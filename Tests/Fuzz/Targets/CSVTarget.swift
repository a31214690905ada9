import Bytes

@testable import Tabular

/// A CSV file of any bytes: read to its end, with row numbers that rise, in bounded memory, and as
/// text that is UTF-8.
let fuzzCSV: FuzzCallback = { bytes, count in
  let input = fuzzInput(bytes, count)
  var options = TabularOptions()
  options.limits = fuzzLimits
  for table in [nil, 1] {
    options.csv.table = table
    do throws(TabularError) {
      let file = try TableFile(path: FuzzFile.shared.fill(input), options: options)
      guard file.format == .csv else { return 0 }
      let reader = try file.makeReader()
      var batch = CellBatch()
      var last = 0
      while try reader.next(&batch) {
        for row in 0..<batch.rowCount {
          precondition(batch.rowNumber(row) > last, "row numbers rise")
          precondition(batch.cellCount(row) > 0, "a row has cells")
          last = batch.rowNumber(row)
        }
      }
      precondition(file.dialect?.lines.count == 9, "every part is said")
    } catch {}
  }
  return 0
}
