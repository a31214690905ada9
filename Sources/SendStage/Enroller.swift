import LeadModel
import Sequencing
import StageKit
import Store

/// Enrols entities in sequences and plans their messages.
struct Enroller {
  private static let subject = "entity"
  /// The mark does not depend on the definitions: a corrected text must not bring people of years
  /// ago back to the start, and a new sequence begins with whoever comes from now on.
  private static let markVersion = "enrolment 1"
  /// Entities of one transaction. Message ids are random, so each message dirties a page of their
  /// index: small transactions would write most of the index again and again.
  private static let batchSize = 2000

  let work: SendWork
  private var context: StageContext { work.context }
  private var database: Database { work.context.database }

  /// Looks at new entities and at those that changed, or at every one again.
  func run(all: Bool) throws {
    var mark =
      all ? 0 : try context.mark(Self.subject, configHash: Self.markVersion)
    let revisits = try context.revisits(Self.subject)
    let known = revisits.filter { $0 <= mark }
    for start in stride(from: 0, to: known.count, by: Self.batchSize) {
      let batch = known[start..<min(start + Self.batchSize, known.count)]
      try context.transaction {
        for id in batch {
          try look(at: id)
          try context.clearRevisit(Self.subject, id: id)
        }
      }
      context.progress(done: start + batch.count, of: known.count, unit: "changed entities")
    }
    var done = 0
    while true {
      let batch = try nextBatch(after: mark)
      guard let last = batch.last else { break }
      mark = last
      try context.transaction {
        for id in batch {
          try look(at: id)
        }
        for id in revisits where id >= batch[0] && id <= last {
          try context.clearRevisit(Self.subject, id: id)
        }
        try context.setMark(Self.subject, to: mark, configHash: Self.markVersion)
      }
      done += batch.count
      context.progress(done: done, of: nil, unit: "entities")
    }
  }

  private func nextBatch(after mark: Int64) throws -> [Int64] {
    var ids: [Int64] = []
    try database.query("send-new-entities").rows(.int(mark), .int(Int64(Self.batchSize))) {
      ids.append($0.int(0))
    }
    return ids
  }

  private struct Enrolment {
    let id: Int64
    let sequence: String
    let isActive: Bool
    let enrolledAt: Timestamp
  }

  private func look(at entity: Int64) throws {
    let trigger = try database.query("send-trigger").first(.int(entity)) {
      (createdAt: $0.optionalInt(0).map(Timestamp.init(seconds:)), score: $0.optionalInt(1))
    }
    // Merged away or erased: its messages find that out when they are due.
    guard let trigger else { return }
    var enrolments: [Enrolment] = []
    try database.query("send-enrolments").rows(.int(entity)) { row in
      enrolments.append(
        Enrolment(
          id: row.int(0), sequence: row.text(1), isActive: row.text(2) == "active",
          enrolledAt: Timestamp(seconds: row.int(3))))
    }
    let wanted = work.sequences.values
      .filter { sequence in
        !enrolments.contains { $0.sequence == sequence.name }
          && sequence.enrols(
            score: trigger.score.map(Int.init), createdAt: trigger.createdAt, asOf: context.asOf)
      }
      .sorted { $0.name < $1.name }
    let active = enrolments.filter(\.isActive)
    guard !wanted.isEmpty || !active.isEmpty else { return }
    let person = try work.people.read(entity: entity)
    for enrolment in active { try stopIfOver(enrolment, person) }
    for sequence in wanted { try enrol(person, in: sequence) }
  }

  /// A reply or an unsubscription ends a sequence when it is known, not when the next message is
  /// due.
  private func stopIfOver(_ enrolment: Enrolment, _ person: Person) throws {
    guard let sequence = work.sequences[enrolment.sequence] else { return }
    let facts = MessageFacts(
      channel: sequence.steps.first?.channel ?? .email, purpose: sequence.purpose,
      enrolledAt: enrolment.enrolledAt, stopsOn: sequence.stopsOn)
    guard let decision = work.keeper.stopGate(person.facts, facts) else { return }
    try work.stop(enrolment: enrolment.id, because: decision)
  }

  private func enrol(_ person: Person, in sequence: SequenceDefinition) throws {
    try database.query("send-enrol").run(
      .int(person.entityID), .text(sequence.name), .text(sequence.version),
      .int(context.asOf.seconds), .text(sequence.trigger.name))
    let enrolment = database.lastInsertID
    work.tally.enrolled[sequence.name, default: 0] += 1
    let due = sequence.dueDates(
      enrolledAt: context.asOf, zone: person.facts.zone ?? .utc, windows: work.policy.windows)
    for (step, dueAt) in zip(sequence.steps, due) {
      try plan(step, dueAt: dueAt, of: sequence, enrolment: enrolment, person)
    }
  }

  private func plan(
    _ step: SequenceStep, dueAt: Timestamp, of sequence: SequenceDefinition, enrolment: Int64,
    _ person: Person
  ) throws {
    let recipient = person.facts.address(for: step.channel) ?? ""
    let messageID = try freeMessageID { attempt in
      MessageIdentity.messageID(
        entityID: person.entityID, recipient: recipient, sequence: sequence.name,
        step: step.number, enrolledAt: context.asOf, domain: work.settings.domain,
        attempt: attempt)
    }
    var facts = MessageFacts(
      channel: step.channel, purpose: sequence.purpose, enrolledAt: context.asOf,
      stopsOn: sequence.stopsOn)
    facts.missingValue = work.letters.missingValue(step, for: person)
    let preview = work.keeper.decide(person.facts, facts, at: .planning)
    try database.query("send-plan-message").run(
      .int(enrolment), .int(Int64(step.number)), .text(step.channel.rawValue),
      .int(dueAt.seconds), .text(recipient),
      .text(work.letters.subject(step, to: person, messageID: messageID)), .text(messageID),
      .text(preview.gate.rawValue), .text(preview.detail), .int(context.asOf.seconds))
    work.count(.inserted, message: database.lastInsertID, scope: SendWork.Scope.planning)
    work.tally.planned += 1
  }

  /// A person whose import was taken back may be enrolled again under the same id on the same day:
  /// the message that was cancelled keeps its own.
  private func freeMessageID(_ make: (Int) -> String) throws -> String {
    let taken = try database.query("send-message-id-taken")
    var attempt = 0
    while true {
      let id = make(attempt)
      if try taken.first(.text(id), read: { _ in true }) == nil { return id }
      attempt += 1
    }
  }
}
