import Bytes

/// Compares pairs of records, level by level.
package struct PairComparer: Sendable {
  private let records: LinkRecords

  package init(_ records: LinkRecords) { self.records = records }

  /// The levels that two records reach.
  package func pattern(_ left: Int, _ right: Int) -> LinkPattern {
    var pattern = LinkPattern()
    for comparison in LinkComparison.allCases { compare(left, right, by: comparison, &pattern) }
    return pattern
  }

  /// Notes the level that two records reach in one comparison. That of family names may take back
  /// the one of given names, which therefore comes first; that of domains heeds what addresses and
  /// companies have said.
  @inline(__always)
  func compare(
    _ left: Int, _ right: Int, by comparison: LinkComparison, _ pattern: inout LinkPattern
  ) {
    switch comparison {
    case .givenName: pattern[.givenName] = given(left, right)
    case .familyName: compareFamilies(left, right, &pattern)
    case .birthDate:
      pattern[.birthDate] = birthDate(left, right)
      if pattern[.birthDate] == 4 {
        pattern.isGenerationApart = abs(birthYear(left) - birthYear(right)) >= Self.generation
      }
    case .email: pattern[.email] = email(left, right)
    case .phone: pattern[.phone] = phone(left, right)
    case .company: pattern[.company] = company(left, right)
    case .street: pattern[.street] = street(left, right)
    case .place: pattern[.place] = place(left, right)
    case .jobTitle: pattern[.jobTitle] = jobTitle(left, right)
    case .domain: pattern[.domain] = domain(left, right, pattern)
    }
  }

  // MARK: Names

  private func compareFamilies(_ left: Int, _ right: Int, _ pattern: inout LinkPattern) {
    pattern.isBeyondAddress = isBeyondAddress(left) || isBeyondAddress(right)
    pattern.isOneNameless = isNameless(left) != isNameless(right)
    pattern[.familyName] = family(left, right)
    // "Garcia, Maria" entered as given name Garcia, family name Maria.
    if pattern[.familyName] > 2, pattern[.givenName] > 2, areSwapped(left, right) {
      pattern[.givenName] = 0
      pattern[.familyName] = 4
    }
    // "Garcia", whatever it is, beside "Garcia, Maria" or "Maria Garcia".
    if pattern[.familyName] == 5, pattern[.givenName] == 0, isOnlyNameOfOther(left, right) {
      pattern[.familyName] = 4
    }
  }

  private func isNameless(_ record: Int) -> Bool {
    records.number(record, .givenName) == 0 && records.number(record, .familyName) == 0
  }

  private func isBeyondAddress(_ record: Int) -> Bool {
    records.number(record, .mailbox) != 0 || records.number(record, .phone) != 0
      || records.number(record, .company) != 0 || records.number(record, .domain) != 0
  }

  private func family(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .familyName, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.familyName, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      let similarity = Similarity.jaroWinkler(left, right, atLeast: 0.82)
      if similarity >= 0.92 || Similarity.isOneSlipAway(left, right) { return 2 }
      // One of two family names: "garcia" and "garcia lopez".
      if similarity >= 0.82 || Similarity.commonWords(left, right).ofShorter == 1 { return 3 }
      return 5
    }
  }

  private func given(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .givenName, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.givenName, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      if min(left.count, right.count) == 1 { return left[0] == right[0] ? 3 : 5 }
      let similarity = Similarity.jaroWinkler(left, right, atLeast: 0.82)
      if similarity >= 0.92 { return 2 }
      if Similarity.commonWords(left, right).ofShorter == 1 || NickNames.share(left, right) {
        return 3
      }
      if Similarity.isOneSlipAway(left, right), min(left.count, right.count) > 3 { return 2 }
      return similarity >= 0.82 ? 4 : 5
    }
  }

  private func areSwapped(_ left: Int, _ right: Int) -> Bool {
    isClose(left, .givenName, right, .familyName) && isClose(left, .familyName, right, .givenName)
  }

  /// Whether the only name of one of them is the given name of the other.
  private func isOnlyNameOfOther(_ left: Int, _ right: Int) -> Bool {
    records.number(left, .givenName) == 0
      ? isClose(left, .familyName, right, .givenName)
      : isClose(right, .familyName, left, .givenName)
  }

  private func isClose(
    _ left: Int, _ leftField: LinkField, _ right: Int, _ rightField: LinkField
  ) -> Bool {
    let bytes = records.pool.bytes.span
    return Similarity.jaroWinkler(
      bytes.extracting(records.range(left, leftField)),
      bytes.extracting(records.range(right, rightField)), atLeast: 0.92) >= 0.92
  }

  // MARK: The other comparisons

  private func birthDate(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .bornOn, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.bornOn, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      if Similarity.isOneSlipAway(left, right) || areDayAndMonthSwapped(left, right) { return 2 }
      return left.extracting(first: 4).isEqual(to: right.extracting(first: 4)) ? 3 : 4
    }
  }

  /// Years that parents are older than their children, at least.
  private static let generation = 15

  private func birthYear(_ record: Int) -> Int {
    let date = records.pool.bytes.span.extracting(records.range(record, .bornOn))
    var year = 0
    for index in 0..<min(4, date.count) { year = year * 10 + Int(date[index]) - 48 }
    return year
  }

  private func areDayAndMonthSwapped(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    guard left.count == 8, right.count == 8 else { return false }
    return left.extracting(first: 4).isEqual(to: right.extracting(first: 4))
      && left.extracting(4..<6).isEqual(to: right.extracting(6..<8))
      && left.extracting(6..<8).isEqual(to: right.extracting(4..<6))
  }

  private func email(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .mailbox, left, right) else { return 0 }
    // `info@` is nobody's own, and says no more of two people than its domain does.
    if isRole(left) || isRole(right), !isNameless(left) || !isNameless(right) { return 0 }
    if equal { return 1 }
    let isLocalPartEqual = equality(of: .localPart, left, right) == true
    if isLocalPartEqual, !isLocalPartOfName(left), !isLocalPartOfName(right) { return 2 }
    return withValues(.mailbox, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      return isLocalPartEqual && areCloseDomains(left, right) || areCloseAddresses(left, right)
        ? 3 : 4
    }
  }

  /// Whether an address stands for a function: it has no local part to compare.
  private func isRole(_ record: Int) -> Bool { records.number(record, .localPart) == 0 }

  /// Whether a local part only repeats the name, as `ann.lee` does: namesakes have it too.
  private func isLocalPartOfName(_ record: Int) -> Bool {
    let bytes = records.pool.bytes.span
    let local = bytes.extracting(records.range(record, .localPart))
    if Similarity.hasDigits(local) { return false }
    return Similarity.haveCommonBeginning(
      local, bytes.extracting(records.range(record, .familyName)))
      || Similarity.haveCommonBeginning(
        local, bytes.extracting(records.range(record, .givenName)))
  }

  /// Addresses that a slip of the keyboard tells apart. Another digit is none: `user1` and `user2`
  /// are two people.
  private func areCloseAddresses(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    let leftAt = at(left)
    let rightAt = at(right)
    guard min(leftAt, rightAt) > 3, Similarity.haveSameDigits(left, right) else { return false }
    if Similarity.isOneSlipAway(left, right) { return true }
    // Several slips only where a number shows that the address is not made of the name alone:
    // colleagues with names alike have such addresses, and namesakes at companies with names alike.
    guard min(leftAt, rightAt) > 6, Similarity.hasDigits(left.extracting(0..<leftAt)),
      Similarity.hasDigits(right.extracting(0..<rightAt))
    else { return false }
    return Similarity.jaroWinkler(
      left.extracting(0..<leftAt), right.extracting(0..<rightAt), atLeast: 0.92) >= 0.92
      && Similarity.jaroWinkler(
        left.extracting(leftAt..<left.count), right.extracting(rightAt..<right.count),
        atLeast: 0.92) >= 0.92
  }

  /// Whether a slip of the keyboard tells the domains of two addresses apart. Providers fold local
  /// parts each in its own way, so that of a mistyped provider is written otherwise.
  private func areCloseDomains(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    let leftDomain = left.extracting(min(left.count, at(left) + 1)..<left.count)
    let rightDomain = right.extracting(min(right.count, at(right) + 1)..<right.count)
    return min(leftDomain.count, rightDomain.count) > 5
      && Similarity.haveSameDigits(leftDomain, rightDomain)
      && (leftDomain.isEqual(to: rightDomain)
        || Similarity.isOneSlipAway(leftDomain, rightDomain))
  }

  private func at(_ address: borrowing Span<UInt8>) -> Int {
    for index in address.indices where address[index] == UInt8(ascii: "@") { return index }
    return address.count
  }

  private func phone(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .phone, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.phone, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      if left.count >= 7, right.count >= 7,
        left.extracting(last: min(8, min(left.count, right.count))).isEqual(
          to: right.extracting(last: min(8, min(left.count, right.count))))
      {
        return 2
      }
      // Direct lines of one house follow each other: the last digits have to be the same.
      let areEndsEqual = left.extracting(last: 2).isEqual(to: right.extracting(last: 2))
      return areEndsEqual && Similarity.isOneSlipAway(left, right) ? 3 : 4
    }
  }

  private func company(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .company, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.company, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      let similarity = Similarity.jaroWinkler(left, right, atLeast: 0.88)
      let words = Similarity.commonWords(left, right)
      if similarity >= 0.95 || words.ofLonger >= 0.75 || Similarity.isOneSlipAway(left, right) {
        return 2
      }
      return words.ofShorter >= 0.6 || similarity >= 0.88 ? 3 : 4
    }
  }

  private func street(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .street, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.street, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      let words = Similarity.commonWords(left, right)
      // The same words in another order, or those of the one and some more.
      if words.ofShorter == 1, words.ofLonger > 0.5 { return 2 }
      let haveOneNumber = houseNumbersAgree(left, right)
      let similarity = Similarity.jaroWinkler(left, right, atLeast: 0.8)
      if similarity >= 0.9, haveOneNumber { return 2 }
      if Similarity.isOneSlipAway(left, right) { return 2 }
      if haveOneNumber ? similarity >= 0.8 || words.ofShorter >= 0.6 : similarity >= 0.92 {
        return 3
      }
      return words.ofShorter >= 0.6 || similarity >= 0.88 ? 4 : 5
    }
  }

  /// Whether the first words with a digit are equal in both, or neither has one.
  private func houseNumbersAgree(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    left.extracting(houseNumber(left)).isEqual(to: right.extracting(houseNumber(right)))
  }

  private func houseNumber(_ text: borrowing Span<UInt8>) -> Range<Int> {
    var start = 0
    var index = 0
    while index < text.count {
      if text[index] == 32 {
        start = index + 1
      } else if text[index] &- 48 < 10 {
        var end = index
        while end < text.count, text[end] != 32 { end += 1 }
        return start..<end
      }
      index += 1
    }
    return 0..<0
  }

  private func place(_ left: Int, _ right: Int) -> Int {
    let postcode = equality(of: .postcode, left, right)
    let city = equality(of: .city, left, right)
    if postcode == true, city != false { return city == true ? 1 : 3 }
    if city == true, postcode == nil { return 2 }
    if postcode == nil, city == nil {
      guard let region = equality(of: .region, left, right) else { return 0 }
      return region ? 5 : 6
    }
    let isCityClose = city == true || city == false && areClose(.city, left, right)
    let isPostcodeClose = postcode == true || postcode == false && areClose(.postcode, left, right)
    if postcode == true { return isCityClose ? 1 : 3 }
    if city == true { return isPostcodeClose ? 4 : 2 }
    if isCityClose { return postcode == false && !isPostcodeClose ? 5 : 4 }
    if isPostcodeClose, city == nil { return 4 }
    return equality(of: .region, left, right) == true ? 5 : 6
  }

  private func areClose(_ field: LinkField, _ left: Int, _ right: Int) -> Bool {
    withValues(field, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      return Similarity.isOneSlipAway(left, right)
        || field == .city && Similarity.jaroWinkler(left, right, atLeast: 0.92) >= 0.92
    }
  }

  private func jobTitle(_ left: Int, _ right: Int) -> Int {
    guard let equal = equality(of: .jobTitle, left, right) else { return 0 }
    if equal { return 1 }
    return withValues(.jobTitle, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      return Similarity.commonWords(left, right).ofShorter >= 0.5 ? 2 : 3
    }
  }

  private func domain(_ left: Int, _ right: Int, _ pattern: LinkPattern) -> Int {
    guard let equal = equality(of: .domain, left, right), !(1...3).contains(pattern[.email]),
      !(1...2).contains(pattern[.company])
    else { return 0 }
    if equal { return 1 }
    return withValues(.domain, left, right) { bytes, left, right in
      let (left, right) = (bytes.extracting(left), bytes.extracting(right))
      let (leftName, rightName) = (name(left), name(right))
      if left.extracting(leftName).isEqual(to: right.extracting(rightName)) { return 2 }
      if min(leftName.count, rightName.count) > 4, Similarity.haveSameDigits(left, right),
        Similarity.isOneSlipAway(left, right)
      {
        return 3
      }
      // That another company has another domain goes without saying.
      return pattern[.company] == 4 ? 0 : 4
    }
  }

  /// What stands before the suffix of a registered domain.
  private func name(_ domain: borrowing Span<UInt8>) -> Range<Int> {
    for index in domain.indices where domain[index] == UInt8(ascii: ".") { return 0..<index }
    return 0..<domain.count
  }

  // MARK: Values

  /// Whether both records have the same value; nil when one has none.
  @inline(__always)
  private func equality(of field: LinkField, _ left: Int, _ right: Int) -> Bool? {
    let (left, right) = (records.number(left, field), records.number(right, field))
    return left == 0 || right == 0 ? nil : left == right
  }

  private func withValues<R>(
    _ field: LinkField, _ left: Int, _ right: Int,
    _ body: (borrowing Span<UInt8>, Range<Int>, Range<Int>) -> R
  ) -> R {
    body(records.pool.bytes.span, records.range(left, field), records.range(right, field))
  }
}
