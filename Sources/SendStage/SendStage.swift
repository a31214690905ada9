import CommandLineKit
import Delivery
import LeadModel
import Sequencing
package import StageKit
import Store

/// Enrols entities in sequences, plans their messages, and sends those that are due.
package enum SendStage {
  package static let declaration = StageDeclaration(
    name: "send",
    summary: "enrol people in sequences, plan their messages and send those that are due",
    options: [
      OptionDeclaration(
        "plan-only", summary: "enrol and plan, ask the gates, but hand nothing over"),
      OptionDeclaration(
        "transport", value: "HOW",
        summary: "maildir, smtp://host:port or smtps://host:port; default: as send.yaml says"),
      OptionDeclaration(
        "limit", value: "N", summary: "hand over at most so many messages in this run"),
      OptionDeclaration(
        "enrol-existing", summary: "look at all entities again, as after adding a sequence"),
    ],
    examples: [
      "leadmill-send --workspace ws --as-of 2026-11-02T06:00:00Z --plan-only",
      "leadmill-send --workspace ws --transport smtp://localhost:2525 --limit 100",
    ]
  ) { context in
    let limit = try context.arguments.integer("limit", in: 0...Int(Int32.max))
    let work = try SendWork(context)
    let isPlanOnly = context.isDryRun || context.arguments.flag("plan-only")
    if !isPlanOnly {
      try WaitingRefusals(
        context: context, withheld: "nothing is sent", preview: "--plan-only"
      ).check()
    }
    let transport =
      isPlanOnly
      ? nil : try TransportChoice.make(context.arguments, work.settings, context.workspace)
    if !context.isDryRun { try Settler(work: work).run() }
    try work.noteRegistries()
    try Enroller(work: work).run(all: context.arguments.flag("enrol-existing"))
    if transport != nil {
      // A claim must outlive a loss of power, or its message would go out a second time.
      try context.database.execute("PRAGMA synchronous = FULL")
    }
    try Dispatcher(work, transport: transport, limit: limit).run()
    try work.noteSharedGrants()
    SendReport(work: work, transportName: transport?.name).write()
    if let outage = work.tally.outage { throw StageFailure(.internalFault, outage) }
  }
}
