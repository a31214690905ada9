import Bytes
import Synchronization
import Tabular

/// The rows of one sheet, read and encoded chunk by chunk on a worker thread.
///
/// Unchecked: the reader holds C handles and is not Sendable; the mutex lets one thread at a time
/// come near it.
final class ChunkSource: @unchecked Sendable {
  private let mutex = Mutex(())
  private let reader: any TableReader
  private var batch = CellBatch()
  private var encoder: RowEncoder
  private var ended = false
  private var noticesPassed = 0
  private var failure: TabularError?
  private var unread: UnreadRefusals

  /// Rows of one transaction.
  static let chunkRows = 20_000
  /// Of JSON; rows with long notes make smaller chunks.
  static let chunkBytes = 16 << 20

  init(reader: any TableReader, layout: RowLayout, unread: UnreadRefusals) {
    self.reader = reader
    self.unread = unread
    encoder = RowEncoder(layout)
  }

  var notices: [TabularNotice] { mutex.withLock { _ in reader.notices } }

  /// A refusal in a column that nothing reads, among the rows so far.
  var unreadRefusal: UnreadRefusals.Refusal? { mutex.withLock { _ in unread.found } }

  /// The next chunk; one without rows at the end.
  func next() throws -> EncodedChunk {
    try mutex.withLock { _ in
      var chunk = EncodedChunk()
      while !ended, chunk.rows.count < Self.chunkRows, chunk.bytes.count < Self.chunkBytes {
        do throws(TabularError) {
          ended = try !reader.next(&batch)
          unread.look(at: batch)
          encoder.encode(batch, to: &chunk)
        } catch {
          // The rows before the damage are good; the error follows them.
          encoder.encode(batch, to: &chunk)
          failure = error
          ended = true
        }
      }
      if chunk.rows.isEmpty, let failure { throw failure }
      chunk.bytesRead = reader.bytesRead
      let aboutRows = reader.notices.filter(\.isAboutContent)
      chunk.notices = Array(aboutRows.dropFirst(noticesPassed))
      noticesPassed = aboutRows.count
      return chunk
    }
  }
}
