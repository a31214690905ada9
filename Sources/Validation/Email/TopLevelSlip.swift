import Bytes

/// The ending that was meant by one that does not exist.
enum TopLevelSlip {
  private static let usual = ["com", "net", "org", "info", "edu", "gov"].map { Array($0.utf8) }

  /// The domain with its ending put right, `example.com` for `example.cmo`; nil where no ending or
  /// several are one slip away.
  static func corrected(_ domain: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), domain.count <= 253 else { return nil }
    let ending = Array(domain[(dot + 1)...])
    guard (2...5).contains(ending.count) else { return nil }
    let near = usual.filter { isNear(ending, $0) }
    guard near.count == 1, let meant = near.first else { return nil }
    return Array(domain[...dot]) + meant
  }

  /// One letter swapped with its neighbour, replaced, left out or too many.
  static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    let leftRest = left[start...]
    let rightRest = right[start...]
    if leftRest.dropFirst().elementsEqual(rightRest.dropFirst()) { return true }
    if leftRest.dropFirst().elementsEqual(rightRest) { return true }
    if leftRest.elementsEqual(rightRest.dropFirst()) { return true }
    return leftRest.count == rightRest.count && leftRest.count >= 2
      && leftRest[start] == rightRest[start + 1] && leftRest[start + 1] == rightRest[start]
      && leftRest.dropFirst(2).elementsEqual(rightRest.dropFirst(2))
  }
}
