/// The values that linkage reads of a lead, as bytes of the store; empty for none.
package struct LinkInput {
  package var fullName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var firstName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var lastName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var email = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// E.164, with its plus.
  package var phone = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var company = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var street = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var city = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var postcode = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var region = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var jobTitle = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var website = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Day of birth as `yyyymmdd`; nil for none.
  package var bornOn: Int?

  package init() {}
}

/// Records to be linked, by position. Equal texts have equal numbers, whatever fields they are in.
package struct LinkRecords: Sendable {
  static let width = LinkField.allCases.count

  package private(set) var ids: [Int64] = []
  /// The numbers of each record's values, `LinkField.allCases.count` a record.
  private(set) var numbers: [UInt32] = []
  private(set) var pool = ValuePool()

  package init() {}

  package var count: Int { ids.count }

  /// Makes room for some records in all: growing batch by batch would copy them each time.
  package mutating func reserve(_ records: Int) {
    ids.reserveCapacity(records)
    numbers.reserveCapacity(records * Self.width)
  }

  /// Appends the records of another table, after those of this one.
  package mutating func append(_ other: LinkRecords) {
    ids += other.ids
    let translated = pool.numbers(of: other.pool)
    for number in other.numbers { numbers.append(translated[Int(number)]) }
  }

  mutating func begin(_ id: Int64) {
    ids.append(id)
    for _ in 0..<Self.width { numbers.append(0) }
  }

  /// Bytes of a value that are looked at: no name or address is longer, and a cell may be.
  private static let longestValue = 128

  /// Sets a value of the record that was begun last.
  mutating func set(_ field: LinkField, to value: borrowing Span<UInt8>) {
    var end = min(value.count, Self.longestValue)
    // Not within a character.
    while end > 0, end < value.count, value[end] & 0xC0 == 0x80 { end -= 1 }
    let number = pool.number(of: value.extracting(first: end))
    numbers[numbers.count - Self.width + field.rawValue] = number
  }

  @inline(__always)
  func number(_ record: Int, _ field: LinkField) -> UInt32 {
    numbers[record * Self.width + field.rawValue]
  }

  package func text(_ record: Int, _ field: LinkField) -> String {
    pool.text(of: number(record, field))
  }

  /// Whether the values of a record come before those of another; nil when they are the same.
  /// The same whatever the order in which the records came.
  func isBefore(_ left: Int, _ right: Int) -> Bool? {
    for field in LinkField.allCases where number(left, field) != number(right, field) {
      return pool.bytes[range(left, field)].lexicographicallyPrecedes(
        pool.bytes[range(right, field)])
    }
    return nil
  }

  /// Some of the records, about as many as are asked for, in an order that depends on what they say
  /// alone: the same whatever the order in which the records came.
  func sample(of wanted: Int) -> [Int32] {
    let highest = count <= wanted ? .max : UInt64.max / UInt64(count) * UInt64(wanted)
    var chosen: [(hash: UInt64, record: Int32)] = []
    for record in 0..<count {
      var hash: UInt64 = 0
      for place in (record * Self.width)..<((record + 1) * Self.width) {
        hash = (hash ^ UInt64(pool.hash(of: numbers[place]))) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      if hash <= highest { chosen.append((hash, Int32(record))) }
    }
    // Those that say the same may stand for each other.
    return chosen.sorted { ($0.hash, $0.record) < ($1.hash, $1.record) }.map(\.record)
  }

  /// Where the value of a record stands in the pool's bytes.
  @inline(__always)
  func range(_ record: Int, _ field: LinkField) -> Range<Int> {
    pool.range(of: number(record, field))
  }
}
