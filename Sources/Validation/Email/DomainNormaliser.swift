internal import CIDN
import Bytes

/// Turns domains into lower-case A-labels and checks their form.
///
/// Plain ASCII names are checked here; the rest goes through libidn2 once per distinct name.
package struct DomainNormaliser {
  /// Converted names; emptied when full, so that memory stays bounded.
  private var converted: [String: [UInt8]] = [:]
  private static let convertedLimit = 4096

  package init() {}

  /// Appends the normalised domain to the output.
  ///
  /// - Throws: the fault of the domain; the output may then hold a part of it.
  package mutating func append(
    _ domain: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) throws(EmailFault) {
    guard !domain.isEmpty else { throw .emptyDomain }
    if domain[0] == UInt8(ascii: "[") { throw .addressLiteral }
    if Self.isPlain(domain) {
      for byte in domain { output.append(ASCII.lowercased(byte)) }
      return
    }
    let start = output.count
    var needsIDNA = false
    for byte in domain {
      if byte >= 0x80 { needsIDNA = true }
      output.append(ASCII.lowercased(byte))
    }
    needsIDNA = needsIDNA || hasALabel(output[start...])
    if needsIDNA {
      output.removeLast(output.count - start)
      output.append(contentsOf: try convert(domain))
    }
    try checkForm(output[start...])
  }

  /// Whether a domain is of ASCII labels that `checkForm` would find nothing wrong with and that
  /// are no A-labels: nearly all are, and one look tells.
  private static func isPlain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    guard domain.count <= 253 else { return false }
    var labelStart = 0
    var hasDigitOrHyphen = false
    var index = 0
    while index < domain.count {
      let byte = domain[index]
      if byte == UInt8(ascii: ".") {
        guard index > labelStart, index - labelStart <= 63, domain[index - 1] != UInt8(ascii: "-")
        else { return false }
        labelStart = index + 1
        hasDigitOrHyphen = false
      } else if byte == UInt8(ascii: "-") {
        // Two hyphens on end may make an A-label.
        guard index > labelStart, domain[index - 1] != byte else { return false }
        hasDigitOrHyphen = true
      } else if ASCII.isDigit(byte) {
        hasDigitOrHyphen = true
      } else if !ASCII.isLetter(byte) {
        return false
      }
      index += 1
    }
    return labelStart > 0 && labelStart < index && index - labelStart <= 63 && !hasDigitOrHyphen
  }

  private func hasALabel(_ domain: ArraySlice<UInt8>) -> Bool {
    var labelStart = domain.startIndex
    for index in domain.indices {
      if domain[index] == UInt8(ascii: ".") { labelStart = index + 1 }
      if index == labelStart + 3, domain[index] == UInt8(ascii: "-"),
        domain[index - 1] == UInt8(ascii: "-")
      {
        return true
      }
    }
    return false
  }

  /// Whether one of the three symbols stands in a name that are in none (RFC 5892 section 2.1) and that
  /// libidn2 lets pass: its mapping of UTS 46 leaves them to rules for ASCII, and with these it drops
  /// them.
  private static func hasSymbol(_ aLabels: UnsafeMutablePointer<UInt8>) -> Bool {
    var letters: UnsafeMutablePointer<CChar>?
    let code = aLabels.withMemoryRebound(to: CChar.self, capacity: 1) {
      idn2_to_unicode_8z8z($0, &letters, 0)
    }
    defer { idn2_free(letters) }
    guard code == Int32(IDN2_OK.rawValue), let letters else { return false }
    return String(cString: letters).unicodeScalars.contains {
      $0 == "\u{2260}" || $0 == "\u{226E}" || $0 == "\u{226F}"
    }
  }

  private mutating func convert(
    _ domain: UnsafeBufferPointer<UInt8>
  ) throws(EmailFault) -> [UInt8] {
    guard let text = String(validating: domain, as: UTF8.self) else { throw .notUTF8 }
    if let known = converted[text] { return known }
    var result: UnsafeMutablePointer<UInt8>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    // Unicode 15.1 made the capital sharp s the small one's; the library's tables are older.
    let code = text.replacing("\u{1E9E}", with: "ß").withCString { cText in
      cText.withMemoryRebound(to: UInt8.self, capacity: domain.count + 1) {
        idn2_lookup_u8($0, &result, flags)
      }
    }
    defer { idn2_free(result) }
    guard code == Int32(IDN2_OK.rawValue), let result else {
      throw .notIDNA(String(cString: idn2_strerror(code)))
    }
    guard !Self.hasSymbol(result) else { throw .notIDNA("string contains a disallowed character") }
    var bytes: [UInt8] = []
    var index = 0
    while result[index] != 0 {
      bytes.append(ASCII.lowercased(result[index]))
      index += 1
    }
    if converted.count >= Self.convertedLimit { converted.removeAll(keepingCapacity: true) }
    converted[text] = bytes
    return bytes
  }

  /// Whether a text is a comment behind a blank, as in `ann@example.com (Ann Bell)`: the form of names
  /// before there were angle brackets.
  private static func isComment(_ text: ArraySlice<UInt8>) -> Bool {
    text.first { !ASCII.isSpace($0) } == UInt8(ascii: "(")
      && text.last { !ASCII.isSpace($0) } == UInt8(ascii: ")")
  }

  /// Letters, digits and hyphens in labels of 1 to 63 octets, two labels or more, and a top level
  /// of letters or in A-label form (RFC 1123 section 2.1 and the root zone as it is).
  private func checkForm(_ domain: ArraySlice<UInt8>) throws(EmailFault) {
    var labels = 0
    var labelStart = domain.startIndex
    var hasDigitOrHyphen = false
    func endLabel(_ end: Int) throws(EmailFault) {
      let length = end - labelStart
      guard length > 0 else { throw .emptyDomainLabel }
      guard length <= 63 else { throw .labelTooLong(octets: length) }
      guard domain[labelStart] != UInt8(ascii: "-"), domain[end - 1] != UInt8(ascii: "-") else {
        throw .labelHyphen
      }
      labels += 1
    }
    for index in domain.indices {
      let byte = domain[index]
      if byte == UInt8(ascii: ".") {
        try endLabel(index)
        labelStart = index + 1
        hasDigitOrHyphen = false
      } else if ASCII.isDigit(byte) || byte == UInt8(ascii: "-") {
        hasDigitOrHyphen = true
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        throw .comment
      } else if ASCII.isSpace(byte), Self.isComment(domain[index...]) {
        throw .comment
      } else if !ASCII.isLetter(byte) {
        throw .badDomainCharacter(ByteName.of(byte))
      }
    }
    try endLabel(domain.endIndex)
    guard labels > 1 else { throw .singleLabelDomain }
    let topLevel = domain[labelStart...]
    guard !hasDigitOrHyphen || topLevel.starts(with: "xn--".utf8) else { throw .badTopLevel }
    guard domain.count <= 253 else { throw .domainTooLong(octets: domain.count) }
  }
}
