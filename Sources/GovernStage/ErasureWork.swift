import Bytes
import Governance
import LeadModel
import StageKit
import Store

/// Carries out orders to erase people: from registries and from the file of `--erase`.
struct ErasureWork {
  let context: StageContext

  /// Orders do not depend on the configuration: each is carried out once.
  private static let markHash = "orders-1"
  private static let batchSize = 200
  /// An erasure order names a number that several people share.
  private static let sharedNumber = "GOV001"

  func run(_ requested: [ErasureOrder], _ tally: inout Tally) throws {
    let mark = try context.mark("suppression", configHash: Self.markHash)
    let last = try context.database.query("govern-last-suppression").first { $0.int(0) } ?? 0
    let orders = requested + (try registryOrders(from: mark, to: last))
    if !orders.isEmpty {
      // Deleted content is overwritten in the file, not only let go of.
      try context.database.execute("PRAGMA secure_delete = ON")
      let index = try PersonIndex(orders, context: context)
      for first in stride(from: 0, to: orders.count, by: Self.batchSize) {
        try context.transaction {
          var eraser = Eraser(context: context)
          for order in orders[first..<min(first + Self.batchSize, orders.count)] {
            try carryOut(order, index, &eraser, &tally)
          }
          try eraser.finish()
        }
      }
    }
    try context.transaction {
      try context.database.query("govern-clear-suppressions").run()
      try context.setMark("suppression", to: last, configHash: Self.markHash)
    }
  }

  private func registryOrders(from mark: Int64, to last: Int64) throws -> [ErasureOrder] {
    var orders: [ErasureOrder] = []
    try context.database.query("govern-erasure-requests").rows(.int(mark), .int(last)) { row in
      let requests =
        [
          row.optionalText(2).map(ErasureRequest.email),
          row.optionalText(3).map(ErasureRequest.phone),
        ]
        .compactMap { $0 }
      orders.append(
        ErasureOrder(
          origin: .suppression(id: row.int(0), sourceRow: row.optionalInt(1)), requests: requests,
          emailDigest: row.optionalText(4), phoneDigest: row.optionalText(5)))
    }
    return orders
  }

  private func carryOut(
    _ order: ErasureOrder, _ index: PersonIndex, _ eraser: inout Eraser, _ tally: inout Tally
  ) throws {
    context.counts.rowsIn += 1
    let requests = index.requests(of: order)
    var entities: Set<Int64> = []
    var emails: Set<String> = []
    var phones: Set<String> = []
    for request in requests {
      let reached = index.entities(request)
      switch request {
      case .email(let address): emails.insert(address)
      case .phone(let number):
        guard reached.count <= 1 else {
          try refuse(order, reaching: reached.count)
          return
        }
        phones.insert(number)
      }
      entities.formUnion(reached)
    }
    var isKnown = true
    for request in requests {
      try context.database.query("govern-erasure-insert").run(
        .text(SHA256Digest.hex(request.text)), .int(context.asOf.seconds), .text("request"))
      if context.database.changes > 0 { isKnown = false }
    }
    var blanked = try eraser.blankRecords(emails: emails, phones: phones, for: .request)
    for entity in entities.sorted() {
      try forbid(addressesOf: entity)
      try eraser.erase(entity: entity, reason: .request)
      tally.erased += 1
      blanked += 1
    }
    record(blanked > 0 ? .updated : isKnown ? .unchanged : .inserted, order)
  }

  /// Keeps the fingerprints of a person's other addresses, so that none of them comes back. Numbers
  /// are left out: a colleague may have the same.
  private func forbid(addressesOf entity: Int64) throws {
    var emails: [String] = []
    try context.database.query("govern-entity-leads").rows(.int(entity)) { row in
      if let email = row.optionalText(1) { emails.append(email) }
    }
    for email in Set(emails).sorted() {
      try context.database.query("govern-erasure-insert").run(
        .text(SHA256Digest.hex(ErasureRequest.email(email).text)), .int(context.asOf.seconds),
        .text("request"))
    }
  }

  /// A number that several people share does not say whom to erase.
  private func refuse(_ order: ErasureOrder, reaching count: Int) throws {
    let message =
      "the number reaches \(count) people, expected one; name the person by e-mail address"
    switch order.origin {
    case .line(let line):
      context.log.warning(Self.sharedNumber, "line \(line): \(message)")
    case .suppression(_, let sourceRow):
      context.log.warning(Self.sharedNumber, message)
      if let sourceRow {
        try context.record(
          Finding(code: Self.sharedNumber, severity: .reject, field: "phone", message: message),
          sourceRow: sourceRow)
      }
    }
    record(.rejected, order)
  }

  private func record(_ disposition: Disposition, _ order: ErasureOrder) {
    switch order.origin {
    case .line(let line): context.record(disposition, row: Int64(line), scope: Scope.request)
    case .suppression(let id, _): context.record(disposition, row: id, scope: Scope.suppression)
    }
  }
}
