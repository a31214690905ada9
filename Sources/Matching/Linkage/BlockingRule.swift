import Bytes

/// Which pairs are compared: those that agree on all parts of one of the rules.
package enum BlockingRule: Int, CaseIterable, Sendable {
  case localPart, phone, wholeName, nameBeginnings
  case familyAndPostcode, givenAndPostcode, familyAndCity, givenAndCity
  case companyAndInitials, companyAndPlace, street, postcodeAndStreet
  case birthAndGiven, birthAndFamily, yearAndGiven, yearAndFamily

  /// Counts up when a record would get other keys, so that all are made again.
  package static let version = 4

  package var name: String { Self.names[rawValue] }

  private static let names = [
    "local_part", "phone", "whole_name", "name_beginnings", "family_name_and_postcode",
    "given_name_and_postcode", "family_name_and_city", "given_name_and_city",
    "company_and_initials", "company_and_place", "street", "postcode_and_street",
    "birth_date_and_given_initial", "birth_date_and_family_initial", "birth_year_and_given_name",
    "birth_year_and_family_name",
  ]

  /// Bits of a key that are its hash, and never all 0; above them stands the rule. Keys of the same
  /// hash are one block: of a million records with keys of their own, half a pair meets so.
  package static let hashBits: UInt64 = 40

  /// The rule of a key.
  package static func of(_ key: UInt64) -> BlockingRule? {
    BlockingRule(rawValue: Int(key >> hashBits))
  }

  /// Records that may share a key for each pair of them to be compared.
  package static let largestBlock = 50

  /// Records that may share a key of any rule for that alone to be worth a comparison.
  package static let smallBlock = 12

  /// Whether sharing one key of the rule is enough for a pair to be compared, however many share it.
  /// The others' keys have many strangers in common: in a larger block, who has nothing else in
  /// common, not even the beginning of a name, is one of these.
  package var isSufficient: Bool {
    switch self {
    case .localPart, .phone, .wholeName, .companyAndInitials, .companyAndPlace, .street,
      .birthAndGiven, .birthAndFamily:
      true
    case .nameBeginnings, .familyAndPostcode, .givenAndPostcode, .familyAndCity, .givenAndCity,
      .postcodeAndStreet, .yearAndGiven, .yearAndFamily:
      false
    }
  }

  /// The comparisons that a pair found by the rule agrees on by its nature: training learns nothing
  /// about them from it.
  package var settles: Set<LinkComparison> {
    switch self {
    case .localPart: [.email, .domain]
    case .phone: [.phone]
    case .wholeName, .nameBeginnings: [.givenName, .familyName]
    case .familyAndPostcode, .familyAndCity: [.familyName, .place]
    case .givenAndPostcode, .givenAndCity: [.givenName, .place]
    case .companyAndInitials: [.company, .domain, .givenName, .familyName]
    case .companyAndPlace: [.company, .domain, .place]
    case .street: [.street]
    case .postcodeAndStreet: [.place, .street]
    case .birthAndGiven, .yearAndGiven: [.birthDate, .givenName]
    case .birthAndFamily, .yearAndFamily: [.birthDate, .familyName]
    }
  }

  /// Letters of a name, or of a company, that a key takes: typing errors are rarer at its beginning
  /// (Pollock and Zamora 1984).
  private static let beginning = 3
  private static let companyBeginning = 4
  /// Digits of a birth date that are its year.
  private static let yearDigits = 4
  /// Local parts that are shorter are those of many people.
  private static let shortestLocalPart = 5
  /// Digits from the end of a number that are the same however it is written.
  private static let numberTail = 8
  private static let shortestNumber = 7

  /// A record's key; 0 when the rule does not reach the record.
  func key(of record: Int, in records: LinkRecords) -> UInt64 {
    let key = BlockKey(records: records, record: record)
    var isNameless: Bool { records.number(record, .familyName) == 0 }
    switch self {
    case .localPart:
      return records.range(record, .localPart).count >= Self.shortestLocalPart
        ? hash(key.whole(.localPart)) : hash(key.whole(.mailbox))
    case .phone:
      guard records.range(record, .phone).count >= Self.shortestNumber else { return 0 }
      return hash(key.end(.phone, Self.numberTail))
    case .wholeName: return hashEitherWay(key.whole(.givenName), key.whole(.familyName))
    case .nameBeginnings:
      return hashEitherWay(
        key.beginning(.givenName, Self.beginning), key.beginning(.familyName, Self.beginning))
    case .familyAndPostcode:
      return hash(key.beginning(.familyName, Self.beginning), key.whole(.postcode))
    case .givenAndPostcode:
      return hash(key.beginning(.givenName, Self.beginning), key.whole(.postcode))
    case .familyAndCity: return hash(key.beginning(.familyName, Self.beginning), key.whole(.city))
    case .givenAndCity: return hash(key.beginning(.givenName, Self.beginning), key.whole(.city))
    case .companyAndInitials:
      // A company itself goes by its name alone.
      if isNameless { return hash(key.whole(.company)) }
      return hash(
        key.whole(.company), key.formalInitial, key.beginning(.familyName, 1))
    case .companyAndPlace:
      // For records of companies: their people would be all of one house.
      guard isNameless else { return 0 }
      return hash(
        key.beginning(.company, Self.companyBeginning), key.whole(.city) ?? key.whole(.postcode))
    case .street: return hash(key.whole(.street))
    case .postcodeAndStreet:
      return hash(
        key.whole(.postcode) ?? key.whole(.city), key.beginning(.street, Self.beginning))
    case .birthAndGiven: return hash(key.whole(.bornOn), key.beginning(.givenName, 1))
    case .birthAndFamily: return hash(key.whole(.bornOn), key.beginning(.familyName, 1))
    case .yearAndGiven:
      return hash(
        key.beginning(.bornOn, Self.yearDigits), key.beginning(.givenName, Self.beginning))
    case .yearAndFamily:
      return hash(
        key.beginning(.bornOn, Self.yearDigits), key.beginning(.familyName, Self.beginning))
    }
  }

  /// The same for "Garcia Maria" and "Maria Garcia".
  private func hashEitherWay(_ one: UInt64?, _ other: UInt64?) -> UInt64 {
    guard let one, let other else { return 0 }
    return hash(min(one, other), max(one, other))
  }

  private func hash(_ parts: UInt64?...) -> UInt64 {
    var hash = UInt64(rawValue + 1) &* 0x9E37_79B9_7F4A_7C15
    for part in parts {
      guard let part else { return 0 }
      hash = (hash ^ part) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return UInt64(rawValue) << Self.hashBits | max(1, hash >> (64 - Self.hashBits))
  }
}

/// Parts of blocking keys; nil for a value that the record does not have.
private struct BlockKey {
  let records: LinkRecords
  let record: Int

  func whole(_ field: LinkField) -> UInt64? { hash(records.range(record, field)) }

  /// Letters, of whatever script, count by characters.
  func beginning(_ field: LinkField, _ letters: Int) -> UInt64? {
    let range = records.range(record, field)
    var end = range.lowerBound
    var count = 0
    while end < range.upperBound {
      if records.pool.bytes[end] & 0xC0 != 0x80 { count += 1 }
      if count > letters { break }
      end += 1
    }
    return hash(range.lowerBound..<end)
  }

  /// First letter of the given name, or of the name that it is a pet form of: Bob is a Robert.
  var formalInitial: UInt64? {
    let range = records.range(record, .givenName)
    guard let initial = NickNames.formalInitial(of: records.pool.bytes.span.extracting(range))
    else {
      return beginning(.givenName, 1)
    }
    return withUnsafeBytes(of: initial) { Hash64.of($0.bindMemory(to: UInt8.self)) }
  }

  func end(_ field: LinkField, _ letters: Int) -> UInt64? {
    let range = records.range(record, field)
    return hash(max(range.lowerBound, range.upperBound - letters)..<range.upperBound)
  }

  private func hash(_ range: Range<Int>) -> UInt64? {
    guard !range.isEmpty else { return nil }
    return records.pool.bytes.span.extracting(range).withUnsafeBufferPointer { Hash64.of($0) }
  }
}
