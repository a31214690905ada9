/// How people call the columns of a sheet.
package enum SheetColumn {
  /// `A` for 0, `AB` for 27.
  package static func letters(_ index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
