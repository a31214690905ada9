/// The names of the elements that are open, the innermost last.
struct XMLOpenElements {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  var isEmpty: Bool { starts.isEmpty }
  var depth: Int { starts.count }

  mutating func push(_ name: UnsafePointer<UInt8>, _ length: Int) {
    starts.append(bytes.count)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: length))
  }

  /// Closes the innermost element.
  ///
  /// - Returns: false when it has another name, or none is open.
  mutating func pop(_ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard let start = starts.last, bytes.count - start == length else { return false }
    guard bytes[start...].elementsEqual(UnsafeBufferPointer(start: name, count: length)) else {
      return false
    }
    starts.removeLast()
    bytes.removeLast(length)
    return true
  }
}
