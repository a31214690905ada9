import Delivery
import LeadModel
import Sequencing
import StageKit
import Store

/// Takes up the messages that are due: asks the gates, hands over what they let through.
///
/// A message is claimed (`sending`) in a committed transaction before its transport sees it, and
/// settled in the next one, which also claims what follows. So whatever a kill interrupts was
/// either never claimed, or can be looked up, or is one message in doubt.
final class Dispatcher {
  /// Messages looked at in one transaction, however few of them go out.
  private static let lookLimit = 200

  private let work: SendWork
  /// Nil: nothing is handed over, the gates are only asked.
  private let transport: (any Transport)?
  private let limit: Int
  private var context: StageContext { work.context }
  private var database: Database { work.context.database }

  private var queue: [(dueAt: Int64, id: Int64)] = []
  private var cursor: (dueAt: Int64, id: Int64) = (.min, 0)
  private var isExhausted = false
  private var claimedCount = 0

  init(_ work: SendWork, transport: (any Transport)?, limit: Int?) {
    self.work = work
    self.transport = transport
    self.limit = limit ?? .max
  }

  private struct Claim {
    let message: DueMessage
    let outgoing: OutgoingMessage
  }

  func run() throws {
    let total = try database.query("send-due-count").first(.int(context.asOf.seconds)) {
      Int($0.int(0))
    }
    var results: [(claim: Claim, outcome: DeliveryOutcome?)] = []
    while true {
      let claims = try context.transaction {
        for result in results { try settle(result.claim, result.outcome) }
        return work.tally.outage == nil ? try claimNext() : []
      }
      let hadWork = !results.isEmpty || !claims.isEmpty
      results = try handOver(claims)
      context.progress(
        done: context.counts.rowsIn - work.tally.planned, of: total, unit: "due messages")
      if !hadWork, isFinished { return }
    }
  }

  private var isFinished: Bool {
    work.tally.outage != nil || claimedCount >= limit || (isExhausted && queue.isEmpty)
  }

  // MARK: Claiming

  private func claimNext() throws -> [Claim] {
    var claims: [Claim] = []
    let size = min(transport?.batchSize ?? Self.lookLimit, limit - claimedCount)
    for _ in 0..<Self.lookLimit where claims.count < size {
      guard let id = try nextDue() else { break }
      guard let message = try DueMessage.read(id, in: database) else { continue }
      if let claim = try consider(message) { claims.append(claim) }
    }
    claimedCount += claims.count
    return claims
  }

  private func nextDue() throws -> Int64? {
    if queue.isEmpty, !isExhausted {
      let wanted = 500
      try database.query("send-due").rows(
        .int(context.asOf.seconds), .int(cursor.dueAt), .int(cursor.id), .int(Int64(wanted))
      ) { queue.append(($0.int(0), $0.int(1))) }
      isExhausted = queue.count < wanted
      queue.reverse()
    }
    guard let next = queue.popLast() else { return nil }
    cursor = next
    return next.id
  }

  /// Asks the gates about a message.
  ///
  /// - Returns: the message to hand over; nil when it was decided otherwise.
  private func consider(_ message: DueMessage) throws -> Claim? {
    guard let sequence = work.sequences[message.sequence],
      let step = sequence.steps.first(where: { $0.number == message.step })
    else {
      try wait(message, GateDecision(.stepRemoved, "the sequence has no such step any more"))
      return nil
    }
    let person = try work.people.read(entity: message.entity)
    if person.entityID != message.entity, try hasOwnEnrolment(person.entityID, message.sequence) {
      try stop(message, GateDecision(.merged, "merged into a person who is in the sequence"))
      return nil
    }
    let address = person.facts.address(for: message.channel) ?? ""
    var facts = MessageFacts(
      channel: message.channel, purpose: sequence.purpose, enrolledAt: message.enrolledAt,
      stopsOn: sequence.stopsOn)
    facts.missingValue = work.letters.missingValue(step, for: person)
    if !address.isEmpty { try addHistory(of: address, to: &facts, for: message) }
    try addTurn(to: &facts, of: message, address: address)
    let decision = work.keeper.decide(person.facts, facts, at: .handOver)
    switch decision.gate.effect {
    case .allow: return try claim(message, step, person, address)
    case .wait: try wait(message, decision, since: facts.notBefore)
    case .block, .duplicate: try block(message, decision)
    case .stop: try stop(message, decision)
    }
    return nil
  }

  private func addHistory(
    of address: String, to facts: inout MessageFacts, for message: DueMessage
  ) throws {
    let after = context.asOf.adding(days: -work.policy.capDays).seconds
    facts.recentMessageCount =
      try database.query("send-recent-count").first(.text(address), .int(after)) {
        Int($0.int(0))
      } ?? 0
    facts.wasSentToSameAddress =
      try database.query("send-same-message").first(
        .text(address), .text(message.sequence), .int(Int64(message.step)), .int(message.id)
      ) { _ in true } ?? false
  }

  /// The messages of a sequence go out one after the other, however late the run is, and also where
  /// two people share an address.
  private func addTurn(
    to facts: inout MessageFacts, of message: DueMessage, address: String
  ) throws {
    var turns: [Timestamp] = []
    func add(dueAt: Int64, sentAt: Int64?) {
      guard let sentAt else { return }
      turns.append(
        SequenceDefinition.turn(
          of: message.dueAt, previousDueAt: Timestamp(seconds: dueAt),
          previousSentAt: Timestamp(seconds: sentAt)))
    }
    let step = SQLValue.int(Int64(message.step))
    try database.query("send-previous-step").rows(.int(message.enrolment), step) { row in
      facts.isBeforeItsTurn = row.text(0) == "planned"
      add(dueAt: row.int(1), sentAt: row.optionalInt(2))
    }
    try database.query("send-previous-to-address").rows(
      .text(address), .text(message.sequence), step, .int(message.enrolment)
    ) { add(dueAt: $0.int(0), sentAt: $0.optionalInt(1)) }
    facts.notBefore = turns.max()
  }

  private func hasOwnEnrolment(_ entity: Int64, _ sequence: String) throws -> Bool {
    try database.query("send-has-enrolment").first(.int(entity), .text(sequence)) { _ in true }
      ?? false
  }

  private func claim(
    _ message: DueMessage, _ step: SequenceStep, _ person: Person, _ address: String
  ) throws -> Claim? {
    let letter: (subject: String, message: OutgoingMessage)
    do {
      letter = try work.letters.write(
        step, to: person, address: address, messageID: message.messageID)
    } catch let error as CompositionError {
      try block(message, GateDecision(.addressInvalid, error.reason))
      return nil
    }
    guard let transport else {
      try remain(message, GateDecision(.allowed, ""))
      work.tally.ready += 1
      return nil
    }
    try database.query("send-claim").run(
      .text(address), .text(letter.subject), .int(context.asOf.seconds), .text(transport.name),
      .int(message.id))
    return Claim(message: message, outgoing: letter.message)
  }

  // MARK: Holding back

  private func wait(
    _ message: DueMessage, _ decision: GateDecision, since turn: Timestamp? = nil
  ) throws {
    let lastDay = (turn ?? message.dueAt).adding(days: work.settings.waitDays)
    guard context.asOf > lastDay else {
      try remain(message, decision)
      work.tally.waiting[decision.gate, default: 0] += 1
      return
    }
    try block(
      message,
      GateDecision(
        decision.gate, "\(decision.detail); given up after \(work.settings.waitDays) days"))
  }

  /// The message stays planned; the plan says what holds it back.
  private func remain(_ message: DueMessage, _ decision: GateDecision) throws {
    if decision != message.decision {
      try work.decide(message.id, state: "planned", decision)
    }
    work.count(.unchanged, message: message.id, scope: SendWork.Scope.handling)
  }

  private func block(_ message: DueMessage, _ decision: GateDecision) throws {
    work.tally.blocked[decision.gate, default: 0] += 1
    if transport == nil { return try remain(message, decision) }
    try work.decide(message.id, state: "blocked", decision)
    work.count(
      decision.gate.effect == .duplicate ? .duplicate : .suppressed, message: message.id,
      scope: SendWork.Scope.handling)
    try work.complete(message.enrolment)
  }

  private func stop(_ message: DueMessage, _ decision: GateDecision) throws {
    try block(message, decision)
    if transport != nil { try work.stop(enrolment: message.enrolment, because: decision) }
  }

  // MARK: Handing over

  /// - Returns: what is known of each claim; nil for those that were never tried.
  private func handOver(_ claims: [Claim]) throws -> [(Claim, DeliveryOutcome?)] {
    guard let transport, !claims.isEmpty else { return [] }
    let outcomes = transport.deliver(claims.map(\.outgoing))
    if case .unavailable(let detail) = outcomes.last { work.tally.outage = detail }
    do {
      try transport.flush()
    } catch {
      throw StageFailure(.internalFault, error.message)
    }
    return claims.enumerated().map { index, claim in
      (claim, index < outcomes.count ? outcomes[index] : nil)
    }
  }

  private func settle(_ claim: Claim, _ outcome: DeliveryOutcome?) throws {
    let message = claim.message
    switch outcome {
    case .accepted:
      try work.settle(message.id, enrolment: message.enrolment, as: .sent)
    case .refusedPermanently(let detail):
      try work.settle(message.id, enrolment: message.enrolment, as: .failed(detail))
    case .inDoubt(let detail):
      try work.settle(
        message.id, enrolment: message.enrolment, as: .inDoubt(detail),
        messageID: message.messageID)
    case .refusedTemporarily(let detail):
      try work.release(message.id, GateDecision(.deferred, detail))
      guard context.asOf <= message.dueAt.adding(days: work.settings.waitDays) else {
        try work.settle(
          message.id, enrolment: message.enrolment,
          as: .failed("\(detail); given up after \(work.settings.waitDays) days"))
        return
      }
      work.count(.unchanged, message: message.id, scope: SendWork.Scope.handling)
      work.tally.waiting[.deferred, default: 0] += 1
    case .unavailable, nil:
      try work.release(message.id, GateDecision(.deferred, "no transport could be reached"))
      work.count(.unchanged, message: message.id, scope: SendWork.Scope.handling)
      work.tally.waiting[.deferred, default: 0] += 1
    }
  }
}
