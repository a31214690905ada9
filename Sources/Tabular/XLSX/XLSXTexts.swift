/// The finished text table of a workbook.
struct XLSXTexts {
  /// Keeps the bytes.
  private let owner: XLSXSharedStrings
  private let ends: [UInt32]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(owner: XLSXSharedStrings, ends: [UInt32], bytes: UnsafeBufferPointer<UInt8>) {
    self.owner = owner
    self.ends = ends
    self.bytes = bytes
  }

  var count: Int { ends.count }

  /// A text, good as long as this is; nil when there is none of that number.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[index])])
  }
}
