import LeadModel
import Store
import Synchronization

/// The conformers of a run: a worker takes one, with its caches, and gives it back.
///
/// Unchecked: a conformer is in one worker's hands at a time; the mutex guards the list.
final class ConformerPool: @unchecked Sendable {
  private let idle = Mutex<[Box]>([])
  private let settings: ConformSettings
  private let readers: ReaderPool

  private final class Box: @unchecked Sendable {
    var conformer: RowConformer
    init(_ conformer: RowConformer) { self.conformer = conformer }
  }

  init(settings: ConformSettings, database path: String) {
    self.settings = settings
    readers = ReaderPool(path: path)
  }

  /// Reads and conforms the rows that stand in a range of ids.
  func conform(_ rows: SourceRows, in ids: ClosedRange<Int64>) throws -> ConformedBatch {
    conform(try readers.read { try rows.read(ids, from: $0) })
  }

  /// Conforms rows that were read.
  func conform(_ batch: RawBatch) -> ConformedBatch {
    guard let layout = batch.layouts.first else {
      return ConformedBatch(plan: batch.plan, capacity: 0, quality: settings.quality)
    }
    let box =
      idle.withLock { $0.popLast() }
      ?? Box(RowConformer(settings: settings, plan: batch.plan, layout: layout))
    defer { idle.withLock { $0.append(box) } }
    return box.conformer.conform(batch)
  }
}
