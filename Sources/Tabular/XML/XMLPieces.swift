/// The pieces of a document, one after another, each behind what was left over of the one before.
///
/// From the third piece on they are read ahead on a thread of their own, so that a sheet is inflated
/// while the rows before are parsed, and yet a file with hundreds of sheets can be looked into
/// without hundreds of threads.
final class XMLPieces {
  /// Zeros behind every window, so that a scanner may look ahead without asking for the end.
  static let padding = 64
  private static let piecesWithoutThread = 2

  let name: String
  /// Bytes handed out so far.
  private(set) var bytesRead = 0

  private let reader: XMLPieceReader
  private var current: UnsafeMutablePointer<UInt8>?
  /// A window with more left over than the headroom of a piece holds.
  private var large: UnsafeMutablePointer<UInt8>?
  private var piecesTaken = 0
  private var ended = false

  init(_ source: any XMLSource) {
    reader = XMLPieceReader(source)
    name = source.name
  }

  deinit {
    reader.stop()
    current?.deallocate()
    large?.deallocate()
  }

  /// The next window: what is left of the one before, and the next piece. It is good until the next
  /// call.
  ///
  /// - Returns: nil at the end; the window before then stays good.
  func next(
    after rest: UnsafeBufferPointer<UInt8>
  ) throws(TabularError) -> UnsafeBufferPointer<UInt8>? {
    guard !ended else { return nil }
    if piecesTaken == Self.piecesWithoutThread { reader.start() }
    piecesTaken += 1
    let piece = try reader.next()
    guard piece.count > 0 else {
      ended = true
      reader.give(piece.buffer)
      return nil
    }
    bytesRead += piece.count
    let start = piece.buffer + XMLPieceReader.headroom
    let count = rest.count + piece.count
    let window: UnsafeMutablePointer<UInt8>
    let previous = large
    large = nil
    if rest.count <= XMLPieceReader.headroom {
      window = start - rest.count
      if let base = rest.baseAddress { window.update(from: base, count: rest.count) }
    } else {
      window = .allocate(capacity: count + Self.padding)
      if let base = rest.baseAddress { window.update(from: base, count: rest.count) }
      (window + rest.count).update(from: start, count: piece.count)
      large = window
    }
    (window + count).update(repeating: 0, count: Self.padding)
    previous?.deallocate()
    if let current { reader.give(current) }
    current = piece.buffer
    return UnsafeBufferPointer(start: window, count: count)
  }
}
