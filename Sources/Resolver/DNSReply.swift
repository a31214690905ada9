package import LeadModel

/// The records of a reply that matter for mail.
///
/// - Source: RFC 1035 section 4 (messages), RFC 2308 (negative answers).
package struct DNSReply: Sendable, Equatable {
  package struct MailExchange: Sendable, Equatable {
    package let owner: String
    package let preference: Int
    /// Without the root's dot; empty for the root itself.
    package let host: String
    package let timeToLiveSeconds: Int
  }

  /// One step of a chain of aliases.
  package struct Alias: Sendable, Equatable {
    package let target: String
    package let timeToLiveSeconds: Int
  }

  /// 0 no error, 2 server failure, 3 no such name, 5 refused ...
  package let responseCode: Int
  package private(set) var exchanges: [MailExchange] = []
  /// CNAME records by owner.
  package private(set) var aliases: [String: Alias] = [:]
  /// The A and AAAA records of one owner.
  package struct Addresses: Sendable, Equatable {
    /// The smallest of them.
    package fileprivate(set) var timeToLiveSeconds = Int.max
    /// That of the one that is reached best.
    package fileprivate(set) var reach = AddressReach.nowhere
  }

  /// Addresses among the answers, by owner.
  package private(set) var addresses: [String: Addresses] = [:]
  /// The same among the additional records: the mail servers' own, where the server knows them.
  package private(set) var furtherAddresses: [String: Addresses] = [:]
  /// How long the absence of an answer holds, from the SOA record of the authority section.
  package private(set) var negativeTimeToLiveSeconds: Int?
  /// Whether the reply says nothing but who else may know: no answer, no SOA record, name servers.
  package var isReferral: Bool {
    responseCode == 0 && answerCount == 0 && negativeTimeToLiveSeconds == nil && hasNameServers
      && !isAuthoritative
  }

  /// Whether the answers are all about something else than the question: another name, or another
  /// class than the internet's. That says nothing, not even that there is nothing.
  package var isBesideThePoint: Bool { answerCount > 0 && !hasOwnAnswer }

  private let isAuthoritative: Bool
  private var hasOwnAnswer = false
  private let answerCount: Int
  private var hasNameServers = false

  /// Reads a message; nil when it is damaged. One broken answer spoils it all: without that record
  /// the rest would say that there is less than there is.
  package init?(_ message: UnsafeBufferPointer<UInt8>) {
    var reader = MessageReader(message: message)
    guard message.count >= 12, message[2] & 0x80 != 0 else { return nil }
    responseCode = Int(message[3] & 0x0F)
    isAuthoritative = message[2] & 0x04 != 0
    answerCount = reader.number(at: 6)
    let questions = reader.number(at: 4)
    let authorities = reader.number(at: 8)
    let further = reader.number(at: 10)
    reader.index = 12
    let asked = reader.name()
    for _ in 0..<questions {
      guard reader.skipName(), reader.skip(4) else { return nil }
    }
    for position in 0..<(answerCount + authorities) {
      guard let record = reader.record() else { return nil }
      guard record.isInternet else { continue }
      if position < answerCount {
        if record.owner == asked { hasOwnAnswer = true }
        guard readAnswer(record, reader) else { return nil }
      } else {
        readAuthority(record, reader)
      }
    }
    // What is beyond the answer may be cut.
    for _ in 0..<further {
      guard let record = reader.record() else { break }
      if record.isInternet, record.type == 1 || record.type == 28 {
        _ = Self.add(record, reader, to: &furtherAddresses)
      }
    }
  }

  /// - Returns: whether the record is whole; of types that nobody asked for all are.
  private mutating func readAnswer(_ record: MessageReader.Record, _ reader: MessageReader) -> Bool
  {
    var reader = reader
    reader.index = record.data.lowerBound
    switch record.type {
    case 1, 28: return Self.add(record, reader, to: &addresses)
    case 5:
      guard let target = reader.name(endingAt: record.data.upperBound) else { return false }
      if aliases[record.owner] == nil {
        aliases[record.owner] = Alias(
          target: target, timeToLiveSeconds: record.timeToLiveSeconds)
      }
    case 15:
      guard reader.skip(2), let host = reader.name(endingAt: record.data.upperBound) else {
        return false
      }
      exchanges.append(
        MailExchange(
          owner: record.owner, preference: reader.number(at: record.data.lowerBound), host: host,
          timeToLiveSeconds: record.timeToLiveSeconds))
    default: break
    }
    return true
  }

  private mutating func readAuthority(_ record: MessageReader.Record, _ reader: MessageReader) {
    if record.type == 2 { hasNameServers = true }
    guard record.type == 6 else { return }
    var reader = reader
    reader.index = record.data.lowerBound
    // MNAME, RNAME, four numbers, then MINIMUM.
    guard reader.skipName(), reader.skipName(), reader.index + 20 <= record.data.upperBound
    else { return }
    let minimum = reader.longNumber(at: reader.index + 16)
    negativeTimeToLiveSeconds = min(
      minimum > 0x7FFF_FFFF ? 0 : minimum, record.timeToLiveSeconds)
  }

  /// - Returns: whether the record holds as many bytes as an address has.
  private static func add(
    _ record: MessageReader.Record, _ reader: MessageReader, to owners: inout [String: Addresses]
  ) -> Bool {
    guard record.data.count == (record.type == 1 ? 4 : 16) else { return false }
    var known = owners[record.owner] ?? Addresses()
    known.timeToLiveSeconds = min(known.timeToLiveSeconds, record.timeToLiveSeconds)
    let bytes = UnsafeBufferPointer(rebasing: reader.message[record.data])
    known.reach = max(known.reach, AddressReach(bytes))
    owners[record.owner] = known
    return true
  }
}
