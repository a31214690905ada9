import Definitions
import LeadModel
import Sequencing
import StageKit
import Store

/// What the parts of the stage share: the store, the definitions, the rules of this run.
final class SendWork {
  let context: StageContext
  let settings: SendSettings
  let sequences: [String: SequenceDefinition]
  let people: PersonReader
  let keeper: GateKeeper
  let letters: LetterWriter
  let policy: GatePolicy
  var tally = SendTally()

  init(_ context: StageContext) throws {
    self.context = context
    settings = try SendSettings(context.configuration.load(SendSettings.file))
    let loaded = try SequenceFile.loadAll(context.configuration)
    sequences = Dictionary(uniqueKeysWithValues: loaded.map { ($0.name, $0) })
    people = PersonReader(context.database)
    var policy = settings.policy
    let rules = policy.registryRules
    try context.database.query("send-registries").rows { row in
      let rule = rules[row.text(0).lowercased()]
      policy.registries.append(
        RegistryState(
          name: row.text(0), snapshotAt: Timestamp(seconds: row.int(1)),
          channels: rule?.channels ?? row.optionalText(2).map { Channel.list($0) },
          maxAgeDays: rule?.maxAgeDays ?? (row.int(3) == 0 ? Self.neverOld : nil)))
    }
    if settings.followsLaw, context.configuration.contains(MarketingLawFile.name) {
      policy.law = try MarketingLawFile.read(context.configuration.load(MarketingLawFile.name))
    }
    policy.purposes = Set(loaded.map { $0.purpose.lowercased() })
    self.policy = policy
    keeper = GateKeeper(policy: policy, asOf: context.asOf)
    letters = LetterWriter(settings: settings, date: context.asOf)
  }

  /// In days: longer than any date of the store is back.
  private static let neverOld = 1_000_000

  /// What is wrong with the registries: those that never came, those that are too old.
  var registryFindings: [Finding] {
    keeper.missingRegistries.map { SendFinding.neverReceived($0) }
      + keeper.staleRegistries.map {
        SendFinding.stale($0.registry, limitDays: $0.limitDays, asOf: context.asOf)
      }
  }

  /// Says once a date what is wrong with the registries.
  func noteRegistries() throws {
    let findings = registryFindings
    guard !findings.isEmpty else { return }
    try context.transaction {
      for finding in findings {
        let isKnown =
          try context.database.query("send-has-finding").first(
            .text(finding.code), .text(finding.value), .int(context.asOf.seconds)
          ) { _ in true } ?? false
        if !isKnown { try context.record(finding, sourceRow: nil) }
      }
    }
  }

  /// Says once of each consent that counts for nobody why.
  func noteSharedGrants() throws {
    let rows = people.sharedNumbers.rows.sorted()
    guard !rows.isEmpty else { return }
    try context.transaction {
      for row in rows {
        let isTold =
          try context.database.query("send-shared-grant-told").first(.int(row)) { _ in true }
          ?? false
        if !isTold { try context.record(SendFinding.shared(), sourceRow: row) }
      }
    }
    context.result("consents_by_numbers_of_several_people", .int(Int64(rows.count)))
  }

  /// The rows of the conservation equation are decisions about messages. Planning one and handling
  /// one that is due are told apart by their scope, so that a run that was killed between the two
  /// and the one that goes on from there leave what a single run would have left.
  enum Scope {
    static let planning: Int64 = 0
    static let handling: Int64 = 1
  }

  func count(_ disposition: Disposition, message id: Int64, scope: Int64) {
    context.counts.rowsIn += 1
    context.record(disposition, row: id, scope: scope)
  }

  /// Ends an enrolment: the messages still to come are cancelled for the same reason.
  func stop(enrolment: Int64, because decision: GateDecision) throws {
    let database = context.database
    try database.query("send-stop").run(.text(decision.gate.rawValue), .int(enrolment))
    var rest: [Int64] = []
    try database.query("send-rest").rows(.int(enrolment)) { rest.append($0.int(0)) }
    for id in rest {
      try database.query("send-decide").run(
        .text("cancelled"), .text(decision.gate.rawValue), .text(decision.detail), .int(id))
      count(.suppressed, message: id, scope: Scope.handling)
      tally.cancelled += 1
    }
  }
}

/// What a run did, for its report.
struct SendTally {
  var enrolled: [String: Int] = [:]
  var planned = 0
  var sent = 0
  var blocked: [Gate: Int] = [:]
  var waiting: [Gate: Int] = [:]
  /// With `--plan-only`: what would have been handed over.
  var ready = 0
  var cancelled = 0
  var failed = 0
  var inDoubt = 0
  /// Why the transport cannot be used, if it cannot.
  var outage: String?
}
