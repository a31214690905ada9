import Bytes

/// What people and mail programs put around an address in a cell.
enum EmailWrapping {
  /// The first bare address of the cell.
  static func unwrap(
    _ cell: UnsafeBufferPointer<UInt8>, notes: inout EmailReader.Notes
  ) -> UnsafeBufferPointer<UInt8> {
    var text = ASCII.trimmed(cell)
    if let separator = firstSeparator(text) {
      let first = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<separator]))
      if first.contains(UInt8(ascii: "@")) {
        let rest = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[(separator + 1)...]))
        if !rest.isEmpty { notes.insert(.firstOfSeveral) }
        text = first
      }
    }
    if let last = text.last, last == UInt8(ascii: ">"),
      let open = text.lastIndex(of: UInt8(ascii: "<"))
    {
      text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[(open + 1)..<(text.count - 1)]))
      notes.insert(.unwrapped)
    }
    if text.count > 7, startsWithMailto(text) {
      text = UnsafeBufferPointer(rebasing: text[7...])
      notes.insert(.unwrapped)
    }
    return text
  }

  /// Where a second address may follow. A comma or semicolon inside a quoted name does not count.
  private static func firstSeparator(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var isQuoted = false
    var sawAt = false
    for index in 0..<text.count {
      switch text[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "@"): sawAt = true
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 10:
        if sawAt && !isQuoted { return index }
      default: continue
      }
    }
    return nil
  }

  private static func startsWithMailto(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme: StaticString = "mailto:"
    for index in 0..<7 where ASCII.lowercased(text[index]) != scheme.utf8Start[index] {
      return false
    }
    return true
  }
}
