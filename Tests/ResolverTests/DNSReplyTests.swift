import LeadModel
import Resolver
import Testing

struct DNSReplyTests {
  /// A reply to a question about `example.com`, with compressed names.
  static func message(answers: [[UInt8]], authorities: [[UInt8]] = []) -> [UInt8] {
    let header: [UInt8] = [
      0, 1, 0x81, 0x80, 0, 1, 0, UInt8(answers.count), 0, UInt8(authorities.count), 0, 0,
    ]
    let question: [UInt8] = [7] + "example".utf8 + [3] + "com".utf8 + [0, 0, 15, 0, 1]
    return header + question + answers.flatMap { $0 } + authorities.flatMap { $0 }
  }

  static func record(type: UInt8, seconds: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xC0, 12, 0, type, 0, 1, 0, 0, 0, seconds, 0, UInt8(data.count)] + data
  }

  static let mx = record(type: 15, seconds: 60, [0, 10, 2] + Array("mx".utf8) + [0xC0, 12])

  static func parse(_ bytes: [UInt8]) -> DNSReply? {
    bytes.withUnsafeBufferPointer { DNSReply($0) }
  }

  @Test("mail servers are read with preference and time to live, pointers followed")
  func exchanges() {
    let reply = Self.parse(Self.message(answers: [Self.mx]))
    #expect(reply?.exchanges.map(\.host) == ["mx.example.com"])
    #expect(reply?.exchanges.map(\.preference) == [10])
    #expect(reply?.exchanges.map(\.timeToLiveSeconds) == [60])
  }

  @Test("the root as mail server is an empty name")
  func root() {
    let null = Self.record(type: 15, seconds: 60, [0, 0, 0])
    #expect(Self.parse(Self.message(answers: [null]))?.exchanges.map(\.host) == [""])
  }

  @Test("a negative answer holds as long as the smaller of the SOA's two numbers")
  func negative() {
    let numbers: [UInt8] = Array(repeating: 0, count: 16) + [0, 0, 0, 30]
    let soa = Self.record(type: 6, seconds: 90, [0xC0, 12, 0xC0, 12] + numbers)
    let reply = Self.parse(Self.message(answers: [], authorities: [soa]))
    #expect(reply?.negativeTimeToLiveSeconds == 30)
    #expect(reply?.exchanges.isEmpty == true)
  }

  @Test("a name that points at itself is damage")
  func loop() {
    let start = Self.message(answers: []).count
    let own = UInt8(start + 12 + 2)
    let bad = Self.record(type: 15, seconds: 60, [0, 10, 0xC0, own])
    #expect(Self.parse(Self.message(answers: [bad])) == nil)
  }

  @Test(
    "an answer whose data are broken makes the message damaged: it does not say that there is none",
    arguments: [
      (type: 15, data: [0]), (15, [0, 10]), (15, [0, 10, 5, 120]), (15, [0, 10, 0xC0, 12, 0]),
      (15, [0, 10, 0x40, 0]), (5, []), (5, [3, 97]), (1, [192, 0, 2]), (28, [32, 1, 13, 184]),
    ] as [(type: UInt8, data: [UInt8])])
  func brokenAnswer(type: UInt8, data: [UInt8]) {
    let bad = Self.record(type: type, seconds: 60, data)
    #expect(Self.parse(Self.message(answers: [bad])) == nil)
    #expect(Self.parse(Self.message(answers: [Self.mx, bad])) == nil)
  }

  @Test("an answer of a type that nobody asked for may hold anything")
  func furtherType() {
    let text = Self.record(type: 16, seconds: 60, [200])
    #expect(Self.parse(Self.message(answers: [text, Self.mx]))?.exchanges.count == 1)
  }

  @Test("a message cut or changed anywhere is refused or read, never a trap")
  func damage() {
    let whole = Self.message(answers: [Self.mx, Self.mx])
    for length in 0..<whole.count {
      #expect(Self.parse(Array(whole[..<length])) == nil)
    }
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      var broken = whole
      for _ in 0..<3 {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = Self.parse(broken)
    }
  }
}
