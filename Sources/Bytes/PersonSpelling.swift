/// The spellings of an address or number that somebody may have computed a digest of, or written down.
package enum PersonSpelling {
  /// An address in lower case; without its tag, and as its provider reads it, where that is known; with
  /// its domain in letters.
  package static func all(ofEmail address: String) -> [String] {
    let lower = address.utf8.map(ASCII.lowercased)
    var found = [String(decoding: lower, as: UTF8.self)]
    func add(_ text: String) { if !found.contains(text) { found.append(text) } }
    let folded = lower.withUnsafeBufferPointer { MailboxName.of($0) }
    if folded != lower, let at = lower.lastIndex(of: UInt8(ascii: "@")) {
      let name = lower[..<at].prefix { $0 != UInt8(ascii: "+") }
      if !name.isEmpty { add(String(decoding: Array(name) + lower[at...], as: UTF8.self)) }
      add(String(decoding: folded, as: UTF8.self))
    }
    if let at = found[0].lastIndex(of: "@"),
      let domain = Punycode.unicode(domain: String(found[0][found[0].index(after: at)...]))
    {
      add(found[0][...at] + domain)
    }
    return found
  }

  /// A number in E.164 form with its plus: so, without the plus, with `00`, and as it is dialled at
  /// home with a zero, or what is dialled there in its place, and without.
  ///
  /// - Source: ITU-T Operational Bulletin 994, dialling procedures: national prefixes that are no zero.
  package static func all(ofPhone number: String) -> [String] {
    guard number.hasPrefix("+") else { return [number] }
    let digits = number.dropFirst()
    let code = digits.prefix(codeLength(of: digits))
    let national = digits.dropFirst(code.count)
    let all = [number, String(digits), "00" + digits, "0" + national, String(national)]
    return all + (otherPrefixes[code].map { ["\($0)\(national)"] } ?? [])
  }

  /// What is dialled at home before a number where that is no zero, by calling code.
  private static let otherPrefixes: [Substring: String] = [
    "7": "8", "36": "06", "370": "8", "375": "8", "993": "8", "52": "01",
  ]

  /// Digits of the country code that a number begins with.
  ///
  /// - Source: ITU-T E.164, list of assigned country codes: one digit in zones 1 and 7, two for these,
  ///   three for all others.
  private static func codeLength(of digits: Substring) -> Int {
    if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
    return twoDigitCodes.contains(Int(digits.prefix(2)) ?? 0) ? 2 : 3
  }

  private static let twoDigitCodes: Set<Int> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56,
    57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]
}
