/// The records of a reply that matter for mail.
///
/// - Source: RFC 1035 section 4 (messages), RFC 2308 section 5 (time to live of negative answers).
package struct DNSReply: Sendable, Equatable {
  package struct MailExchange: Sendable, Equatable {
    package let preference: Int
    /// Without the root's dot; empty for the root itself.
    package let host: String
    package let timeToLiveSeconds: Int
  }

  package private(set) var exchanges: [MailExchange] = []
  /// The smallest time to live of the A and AAAA records, nil when there are none.
  package private(set) var addressTimeToLiveSeconds: Int?
  /// How long the absence of an answer holds, from the SOA record of the authority section.
  package private(set) var negativeTimeToLiveSeconds: Int?

  /// Reads a message; nil when it is damaged.
  package init?(_ message: UnsafeBufferPointer<UInt8>) {
    var reader = MessageReader(message: message)
    guard message.count >= 12 else { return nil }
    let questions = reader.number(at: 4)
    let answers = reader.number(at: 6)
    let authorities = reader.number(at: 8)
    reader.index = 12
    for _ in 0..<questions {
      guard reader.skipName(), reader.skip(4) else { return nil }
    }
    for position in 0..<(answers + authorities) {
      guard let record = reader.record() else { return nil }
      read(record, isAnswer: position < answers, reader: reader)
    }
  }

  private mutating func read(
    _ record: MessageReader.Record, isAnswer: Bool, reader: MessageReader
  ) {
    var reader = reader
    reader.index = record.data.lowerBound
    switch (record.type, isAnswer) {
    case (15, true):
      guard record.data.count > 2, reader.skip(2), let host = reader.name() else { return }
      exchanges.append(
        MailExchange(
          preference: reader.number(at: record.data.lowerBound), host: host,
          timeToLiveSeconds: record.timeToLiveSeconds))
    case (1, true), (28, true):
      addressTimeToLiveSeconds = min(
        addressTimeToLiveSeconds ?? .max, record.timeToLiveSeconds)
    case (6, false):
      // MNAME, RNAME, four numbers, then MINIMUM.
      guard reader.skipName(), reader.skipName(), reader.index + 20 <= record.data.upperBound
      else { return }
      let minimum =
        reader.number(at: reader.index + 16) << 16 | reader.number(at: reader.index + 18)
      negativeTimeToLiveSeconds = min(minimum, record.timeToLiveSeconds)
    default: return
    }
  }
}

/// Walks a DNS message; every access is checked.
private struct MessageReader {
  struct Record {
    let type: Int
    let timeToLiveSeconds: Int
    let data: Range<Int>
  }

  let message: UnsafeBufferPointer<UInt8>
  var index = 0

  /// Sixteen bits, big-endian; 0 beyond the end.
  func number(at offset: Int) -> Int {
    guard offset + 1 < message.count else { return 0 }
    return Int(message[offset]) << 8 | Int(message[offset + 1])
  }

  mutating func skip(_ count: Int) -> Bool {
    index += count
    return index <= message.count
  }

  mutating func record() -> Record? {
    guard skipName(), index + 10 <= message.count else { return nil }
    let start = index + 10
    let end = start + number(at: index + 8)
    guard end <= message.count else { return nil }
    let seconds = number(at: index + 4) << 16 | number(at: index + 6)
    let record = Record(
      type: number(at: index), timeToLiveSeconds: min(seconds, 0x7FFF_FFFF), data: start..<end)
    index = end
    return record
  }

  mutating func skipName() -> Bool {
    while index < message.count {
      let length = Int(message[index])
      if length == 0 { return skip(1) }
      if length & 0xC0 == 0xC0 { return skip(2) }
      guard length < 64, skip(length + 1) else { return false }
    }
    return false
  }

  /// A name with its pointers followed, at most as many as a name can have labels.
  mutating func name() -> String? {
    var labels: [String] = []
    var at = index
    var jumps = 0
    while at < message.count {
      let length = Int(message[at])
      if length == 0 { return labels.joined(separator: ".") }
      if length & 0xC0 == 0xC0 {
        jumps += 1
        guard jumps < 128 else { return nil }
        at = number(at: at) & 0x3FFF
        continue
      }
      guard length < 64, at + 1 + length <= message.count, labels.count < 128 else { return nil }
      let label = UnsafeBufferPointer(rebasing: message[(at + 1)...(at + length)])
      labels.append(String(decoding: label, as: UTF8.self))
      at += length + 1
    }
    return nil
  }
}
