import Bytes
import Governance
import StageKit
import Store

/// Whom the addresses and numbers of erasure orders reach, from one walk over the leads.
///
/// Match keys would be faster, but do not exist for every address and number.
struct PersonIndex {
  private var entitiesByText: [String: Set<Int64>] = [:]
  /// Text form of the address or number behind a digest.
  private var textByDigest: [String: ErasureRequest] = [:]

  init(_ orders: [ErasureOrder], context: StageContext) throws {
    let wanted = Set(orders.flatMap(\.requests).map(\.text))
    let emailDigests = Set(orders.compactMap(\.emailDigest))
    let phoneDigests = Set(orders.compactMap(\.phoneDigest))
    var entities: [String: Set<Int64>] = [:]
    var texts: [String: ErasureRequest] = [:]
    try context.database.query("govern-reachable-leads").rows { row in
      let entity = row.int(1)
      if let email = row.optionalText(2) {
        let request = ErasureRequest.email(email)
        if wanted.contains(request.text) { entities[request.text, default: []].insert(entity) }
        if !emailDigests.isEmpty {
          let digest = SHA256Digest.hex(email)
          if emailDigests.contains(digest) {
            texts[digest] = request
            entities[request.text, default: []].insert(entity)
          }
        }
      }
      if let phone = row.optionalText(3) {
        let request = ErasureRequest.phone(phone)
        if wanted.contains(request.text) { entities[request.text, default: []].insert(entity) }
        if !phoneDigests.isEmpty {
          let digest = SHA256Digest.hex(phone)
          if phoneDigests.contains(digest) {
            texts[digest] = request
            entities[request.text, default: []].insert(entity)
          }
        }
      }
    }
    entitiesByText = entities
    textByDigest = texts
  }

  /// What the order names the person by, digests resolved where somebody has them.
  func requests(of order: ErasureOrder) -> [ErasureRequest] {
    order.requests
      + [order.emailDigest, order.phoneDigest].compactMap { $0.flatMap { textByDigest[$0] } }
  }

  /// Entities that an address or number reaches, sorted.
  func entities(_ request: ErasureRequest) -> [Int64] {
    entitiesByText[request.text, default: []].sorted()
  }
}
