/// Names of cells as spreadsheets show them.
package enum CellName {
  /// `C12` for row 11 and column 2, counted from 0.
  package static func of(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest /= 26
    }
    return letters + String(row + 1)
  }
}
