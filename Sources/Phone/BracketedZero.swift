/// The trunk zero that is written in brackets behind a country's code: `+34 (0) 912 345 678`.
///
/// It is dialled within the country alone. Where a country has none, what is read with it is another
/// number or none.
///
/// - Source: ITU-T E.123 7: brackets stand around what is not dialled from everywhere.
package enum BracketedZero {
  /// The cell without it; nil for a cell that does not begin with a plus or `00`, a code and `(0)`.
  package static func removed(from cell: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard cell.count <= DigitGroups.mostBytes, let open = cell.firstIndex(of: UInt8(ascii: "(")),
      open + 2 < cell.count, cell[open + 1] == 48, cell[open + 2] == UInt8(ascii: ")")
    else { return nil }
    var code = cell[..<open].filter { $0 != 32 && $0 != UInt8(ascii: "-") }[...]
    if code.first == UInt8(ascii: "+") {
      code.removeFirst()
    } else if code.starts(with: [48, 48]) {
      code.removeFirst(2)
    } else {
      return nil
    }
    // ITU-T E.164 6.2.1: a country's code has one to three digits.
    guard (1...3).contains(code.count), code.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Array(cell[..<open]) + Array(cell[(open + 3)...])
  }
}
