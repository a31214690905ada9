import Bytes
package import LeadModel

/// Whether a postcode is one of its country and of its region there. One value per worker: it keeps
/// the automata that it has built.
package struct PostcodeCheck: Sendable {
  package enum Verdict: Equatable, Sendable {
    case fits
    /// A code of the country, and the code that a lost leading zero, a letter for a digit, or the
    /// country's own letters left out would explain.
    case differs(example: String, suggestion: String?)
  }

  private final class Plan: Sendable {
    let pattern: PostcodePattern
    let example: String
    /// By length without separators: the mark and how many characters follow it.
    let separators: [Int: (mark: UInt8, tail: Int)]
    /// Of how many digits codes are: those that they begin with, and those of which alone none
    /// consists, a bit each. Lengths of which too few codes are known are not there.
    let givenOut: [Int: (first: UInt16, standIns: UInt16)]
    /// Letters in front that a space stands behind, as in `BFPO 61`; they go before the others.
    let divided: [[UInt8]]
    /// What every code begins with: the letters of the country, or nothing.
    let letters: [UInt8]
    /// Letters in front that may be left out, and whether the country writes them.
    let optional: (letters: [UInt8], isWritten: Bool)?
    /// Whether there are codes that begin with a zero, which a spreadsheet takes away.
    let mayBeginWithZero: Bool

    /// From the cells of a line of `PostcodeTable.codes`.
    init(_ cells: [String], of country: CountryCode) {
      var separators: [Int: (mark: UInt8, tail: Int)] = [:]
      var divided: [[UInt8]] = []
      for rule in cells[2].split(separator: ",") {
        guard let mark = rule.firstIndex(where: { $0 == "_" || $0 == "-" }) else { continue }
        if let length = Int(rule[..<mark]), let tail = Int(rule[rule.index(after: mark)...]) {
          separators[length] = (rule[mark] == "_" ? 32 : UInt8(ascii: "-"), tail)
        } else {
          divided.append(Array(rule[..<mark].utf8))
        }
      }
      pattern = PostcodePattern(cells[1])
      self.separators = separators
      self.divided = divided
      letters = cells[1].hasPrefix(country.description) ? Array(country.description.utf8) : []
      example = cells[3]
      mayBeginWithZero = cells[4] == "0"
      givenOut = Self.givenOut(cells[5])
      let group = cells[1].utf8.dropFirst().prefix { $0 != UInt8(ascii: ")") }
      let isOptional =
        cells[1].hasPrefix("(") && group.allSatisfy(ASCII.isLetter)
        && cells[1].utf8.dropFirst(group.count + 1).starts(with: ")?".utf8)
      optional =
        isOptional
        ? (Array(group), cells[3].utf8.starts(with: group)) : nil
    }

    private static func givenOut(_ cell: String) -> [Int: (first: UInt16, standIns: UInt16)] {
      var lengths: [Int: (first: UInt16, standIns: UInt16)] = [:]
      for entry in cell.split(separator: ",") {
        let parts = entry.split(
          maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { $0 == "=" || $0 == "/" }
        )
        guard parts.count == 3, let length = Int(parts[0]) else { continue }
        lengths[length] = (bits(parts[1]), bits(parts[2]))
      }
      return lengths
    }

    private static func bits(_ digits: Substring) -> UInt16 {
      digits.utf8.reduce(0) { $0 | 1 << UInt16($1 & 0xF) }
    }

    /// Whether a code has the pattern, and is not one that nobody has been given: `00000`.
    func matches(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
      guard pattern.matches(code) else { return false }
      if givenOut.isEmpty { return true }
      var digits = code[...]
      if let optional, code.starts(with: optional.letters) {
        digits = digits.dropFirst(optional.letters.count)
      }
      guard let known = givenOut[digits.count], let first = digits.first, ASCII.isDigit(first)
      else {
        return true
      }
      let bit = UInt16(1) << UInt16(first - 48)
      if known.first & bit == 0 { return false }
      return known.standIns & bit == 0 || digits.contains { $0 != first }
    }
  }

  private var plans: [CountryCode: Plan?] = [:]
  private var regions = PostcodeRegions()
  private var compact: [UInt8] = []

  /// Longer texts are no postcodes.
  private static let longest = 48

  package init() {}

  /// Whether a code fits its country; every code does where no pattern is known.
  package mutating func check(
    _ postcode: UnsafeBufferPointer<UInt8>, country: CountryCode
  ) -> Verdict {
    guard let plan = plan(of: country) else { return .fits }
    guard postcode.count <= Self.longest else {
      return .differs(example: plan.example, suggestion: nil)
    }
    if readFitting(postcode, plan, country) { return .fits }
    return .differs(example: plan.example, suggestion: repaired(postcode, plan))
  }

  package mutating func check(_ postcode: String, country: CountryCode) -> Verdict {
    var postcode = postcode
    return postcode.withUTF8 { check($0, country: country) }
  }

  /// Whether a code in capitals without separators has the pattern of a country that has one.
  mutating func hasShape(
    _ compact: UnsafeBufferPointer<UInt8>, of country: CountryCode
  ) -> Bool {
    plan(of: country)?.matches(compact) ?? false
  }

  /// A fitting code as its country writes it: capitals, and the separator in its place.
  package mutating func written(
    _ postcode: UnsafeBufferPointer<UInt8>, country: CountryCode
  ) -> String? {
    guard postcode.count <= Self.longest, let plan = plan(of: country),
      readFitting(postcode, plan, country)
    else { return nil }
    return text(compact, plan)
  }

  package mutating func written(_ postcode: String, country: CountryCode) -> String? {
    var postcode = postcode
    return postcode.withUTF8 { written($0, country: country) }
  }

  /// Whether a code fits its country, and if it does, the name of the region that a row states when the
  /// code is none of it; nil where it is, or where region or its codes are not known.
  package mutating func judge(
    _ postcode: UnsafeBufferPointer<UInt8>, region: UnsafeBufferPointer<UInt8>,
    country: CountryCode
  ) -> (shape: Verdict, region: String?) {
    let shape = check(postcode, country: country)
    guard case .fits = shape, !region.isEmpty, regions.areKnown(of: country) else {
      return (shape, nil)
    }
    // What fits was left in `compact`.
    let stated = compact.withUnsafeBufferPointer {
      regions.contradicted(by: $0, stated: region, of: country)
    }
    return (shape, stated)
  }

  /// Another country that a code has the very shape of: one that no other country shares, or one that
  /// a suspect has.
  package mutating func owner(
    of postcode: UnsafeBufferPointer<UInt8>, otherThan country: CountryCode,
    suspects: [CountryCode]
  ) -> CountryCode? {
    var shapes = AddressPostcode()
    let told = shapes.countries(of: postcode, &self)
    if let told, told.contains(where: { StatedCountry.isSameState($0, country) }) { return nil }
    let suspect = suspects.first {
      !StatedCountry.isSameState($0, country) && told?.contains($0) != false
        && plan(of: $0) != nil && check(postcode, country: $0) == .fits
    }
    return suspect ?? (told?.count == 1 ? told?.first : nil)
  }

  // MARK: Reading

  /// Leaves the code's letters and digits in `compact`; whether they fit.
  private mutating func readFitting(
    _ postcode: UnsafeBufferPointer<UInt8>, _ plan: Plan, _ country: CountryCode
  ) -> Bool {
    read(postcode, from: 0)
    if compact.withUnsafeBufferPointer({ plan.matches($0) }) { return true }
    let prefix = Self.prefixLength(of: postcode, country: country)
    if prefix > 0 {
      read(postcode, from: prefix)
      if compact.withUnsafeBufferPointer({ plan.matches($0) }) { return true }
    }
    guard let code = PostcodeSpelling.code(in: postcode) else { return false }
    code.withUnsafeBufferPointer { read($0, from: 0) }
    return compact.withUnsafeBufferPointer { plan.matches($0) }
  }

  private mutating func read(_ postcode: UnsafeBufferPointer<UInt8>, from start: Int) {
    compact.removeAll(keepingCapacity: true)
    for byte in postcode[start...] where byte != 32 && byte != UInt8(ascii: "-") {
      compact.append(ASCII.uppercased(byte))
    }
  }

  /// `D-10115` and `LT 01234` carry their country's letters before the code.
  private static func prefixLength(
    of postcode: UnsafeBufferPointer<UInt8>, country: CountryCode
  ) -> Int {
    guard let end = postcode.prefix(4).firstIndex(where: { !ASCII.isLetter($0) }), end > 0,
      postcode[end] == UInt8(ascii: "-") || postcode[end] == 32 || end == 2 || end == 1,
      ASCII.uppercased(postcode[0]) == country.first || country.description == "LI"
    else { return 0 }
    return end
  }

  private func repaired(_ postcode: UnsafeBufferPointer<UInt8>, _ plan: Plan) -> String? {
    var code = postcode.filter { $0 != 32 && $0 != UInt8(ascii: "-") }.map(ASCII.uppercased)
    guard !code.isEmpty else { return nil }
    var candidates: [[UInt8]] = []
    // Columns with gaps become numbers with a decimal: `10115.0`.
    let ending = code.suffix(2)
    if code.count > 2, ending.elementsEqual(".0".utf8) || ending.elementsEqual(",0".utf8) {
      code.removeLast(2)
      candidates.append(code)
    }
    // A spreadsheet takes the zeros before a number away.
    if plan.mayBeginWithZero, code.allSatisfy(ASCII.isDigit) {
      candidates.append([48] + code)
      if code.count == 3 { candidates.append([48, 48] + code) }
    }
    if !plan.letters.isEmpty { candidates.append(plan.letters + code) }
    let digits = code.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "O"): 48
      case UInt8(ascii: "I"), UInt8(ascii: "L"): 49
      default: byte
      }
    }
    if digits != code { candidates.append(digits) }
    let fitting = candidates.first { code in
      code.withUnsafeBufferPointer { plan.matches($0) }
    }
    return fitting.map { text($0, plan) }
  }

  /// A code that fits as its country writes it.
  private func text(_ code: [UInt8], _ plan: Plan) -> String {
    var code = code
    if let optional = plan.optional {
      if code.starts(with: optional.letters) { code.removeFirst(optional.letters.count) }
      if optional.isWritten { code = optional.letters + code }
    }
    if let letters = plan.divided.first(where: { code.starts(with: $0) }) {
      return String(decoding: letters + [32] + code.dropFirst(letters.count), as: UTF8.self)
    }
    guard let separator = plan.separators[code.count] else {
      return String(decoding: code, as: UTF8.self)
    }
    return String(
      decoding: code.dropLast(separator.tail) + [separator.mark] + code.suffix(separator.tail),
      as: UTF8.self)
  }

  // MARK: Tables

  private mutating func plan(of country: CountryCode) -> Plan? {
    if let known = plans[country] { return known }
    let lines = PostcodeTable.lines(of: country, in: PostcodeTable.codes)
    let plan = lines.first.flatMap { $0.count == 6 ? Plan($0, of: country) : nil }
    plans[country] = .some(plan)
    return plan
  }
}
