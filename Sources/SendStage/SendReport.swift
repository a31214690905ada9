import LeadModel
import Sequencing
import StageKit

/// Says what a run did.
struct SendReport {
  let work: SendWork
  /// Nil when nothing was to be handed over.
  let transportName: String?

  func write() {
    let (tally, context) = (work.tally, work.context)
    guard context.counts.rowsIn > 0 else { return }
    for name in tally.enrolled.keys.sorted() {
      context.result("enrolled_in_\(name)", .int(Int64(tally.enrolled[name] ?? 0)))
    }
    context.result("planned", .int(Int64(tally.planned)))
    if let transportName {
      context.result("sent", .int(Int64(tally.sent)))
      context.result("transport", .string(transportName))
      if transportName == "maildir", tally.sent > 0 {
        context.result("maildir", .string(context.workspace.maildirFolder))
      }
    } else {
      context.result("ready_to_send", .int(Int64(tally.ready)))
    }
    list("blocked", tally.blocked)
    list("waiting", tally.waiting)
    if tally.waiting[.registryStale] != nil {
      context.result(
        "waiting_for_registries", .array(work.registryFindings.map { .string($0.message) }))
    }
    if tally.cancelled > 0 { context.result("cancelled", .int(Int64(tally.cancelled))) }
    if tally.failed > 0 { context.result("failed", .int(Int64(tally.failed))) }
    if tally.inDoubt > 0 { context.result("in_doubt", .int(Int64(tally.inDoubt))) }
  }

  /// Counts by gate, in the order in which the gates are asked.
  private func list(_ key: String, _ counts: [Gate: Int]) {
    let lines = Gate.allCases.compactMap { gate in
      counts[gate].map { JSONValue.string("\(gate.rawValue) \($0)") }
    }
    if !lines.isEmpty { work.context.result(key, .array(lines)) }
  }
}
