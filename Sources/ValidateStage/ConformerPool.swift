import LeadModel
import Synchronization

/// The conformers of a run: a worker takes one, with its caches, and gives it back.
///
/// Unchecked: a conformer is in one worker's hands at a time; the mutex guards the list.
final class ConformerPool: @unchecked Sendable {
  private let idle = Mutex<[Box]>([])
  private let settings: ConformSettings

  private final class Box: @unchecked Sendable {
    var conformer: RowConformer
    init(_ conformer: RowConformer) { self.conformer = conformer }
  }

  init(settings: ConformSettings) {
    self.settings = settings
  }

  func conform(_ batch: RawBatch) -> ConformedBatch {
    guard let layout = batch.layouts.first else {
      return ConformedBatch(plan: batch.plan, capacity: 0)
    }
    let box =
      idle.withLock { $0.popLast() }
      ?? Box(RowConformer(settings: settings, plan: batch.plan, layout: layout))
    let result = box.conformer.conform(batch)
    idle.withLock { $0.append(box) }
    return result
  }
}
