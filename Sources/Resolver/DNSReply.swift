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
    /// Whether one of them is reached from everywhere.
    package fileprivate(set) var isPublic = false
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

  private let isAuthoritative: Bool
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
    for _ in 0..<questions {
      guard reader.skipName(), reader.skip(4) else { return nil }
    }
    for position in 0..<(answerCount + authorities) {
      guard let record = reader.record() else { return nil }
      if position < answerCount {
        guard readAnswer(record, reader) else { return nil }
      } else {
        readAuthority(record, reader)
      }
    }
    // What is beyond the answer may be cut.
    for _ in 0..<further {
      guard let record = reader.record() else { break }
      if record.type == 1 || record.type == 28 {
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
    if record.type == 1 ? isPublic4(bytes) : isPublic6(bytes) { known.isPublic = true }
    owners[record.owner] = known
    return true
  }

  /// Networks that nobody outside reaches. Those set aside for documentation count as public: what
  /// is written down is not what is done.
  ///
  /// - Source: IANA IPv4 Special-Purpose Address Registry: RFC 1122 (0/8, 127/8), RFC 1918,
  ///   RFC 3927, RFC 6598; RFC 5771 and RFC 1112 (224/3 is not for hosts).
  private static func isPublic4(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127),
      (224..., _):
      false
    default: true
    }
  }

  /// - Source: IANA IPv6 Special-Purpose Address Registry: RFC 4291 (unspecified, loopback, mapped
  ///   IPv4, link-local, multicast), RFC 4193.
  private static func isPublic6(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      return bytes[10] == 0xFF && bytes[11] == 0xFF
        && isPublic4(UnsafeBufferPointer(rebasing: bytes[12...]))
    }
    return bytes[0] & 0xFE != 0xFC && bytes[0] != 0xFF
      && !(bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
  }
}
