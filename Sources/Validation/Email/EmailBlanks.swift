import Bytes

/// Blanks that look like ordinary ones, and marks that nobody sees, around the addresses of a cell.
enum EmailBlanks {
  /// The cell with plain spaces, and without marks at its ends, beside spaces, and inside brackets and
  /// quotation marks; a mark within an address stays, for that may be another one.
  ///
  /// - Returns: nil where nothing of the kind is in it.
  static func plain(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard cell.contains(where: { $0 >= 0x80 }) else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(cell.count)
    var start = 0
    while start < cell.count {
      let end = cell[start...].firstIndex(where: isBetween) ?? cell.count
      append(UnsafeBufferPointer(rebasing: cell[start..<end]), to: &plain)
      if end < cell.count { plain.append(cell[end]) }
      start = end + 1
    }
    return plain.elementsEqual(cell) ? nil : plain
  }

  /// Appends what stands between two signs: white space as spaces, and each word without its unseen ends.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to plain: inout [UInt8]) {
    guard text.contains(where: { $0 >= 0x80 }) else {
      plain.append(contentsOf: text)
      return
    }
    let words = String(decoding: text, as: UTF8.self).unicodeScalars
      .split(omittingEmptySubsequences: false) { $0.properties.isWhitespace }
    for (number, word) in words.enumerated() {
      if number > 0 { plain.append(32) }
      var word = String(word)
      word.withUTF8 { plain.append(contentsOf: InvisibleEnds.trimmed($0)) }
    }
  }

  /// Signs around an address that are none of its own.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 32 || "<>()[]\";,|:".utf8.contains(byte)
  }
}
