/// The letters behind the A-label of an internationalised domain.
enum Punycode {
  /// A domain with its A-labels as U-labels; nil when it has none, or one that cannot be decoded.
  ///
  /// - Source: RFC 3492 sections 5 and 6.2.
  static func unicode(domain: String) -> String? {
    var isDecoded = false
    var labels: [String] = []
    for label in domain.split(separator: ".", omittingEmptySubsequences: false) {
      guard label.hasPrefix("xn--") else {
        labels.append(String(label))
        continue
      }
      guard let text = decoded(label.dropFirst(4)) else { return nil }
      isDecoded = true
      labels.append(text)
    }
    return isDecoded ? labels.joined(separator: ".") : nil
  }

  private static func decoded(_ label: Substring) -> String? {
    var output: [UInt32] = []
    var rest = label.utf8[...]
    if let delimiter = rest.lastIndex(of: UInt8(ascii: "-")) {
      output = rest[..<delimiter].map(UInt32.init)
      rest = rest[rest.index(after: delimiter)...]
    }
    var (code, place, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let before = place
      var weight = 1
      var step = 36
      while true {
        guard let byte = rest.popFirst(), let digit = value(byte) else { return nil }
        place += digit * weight
        let threshold = min(max(step - bias, 1), 26)
        if digit < threshold { break }
        weight *= 36 - threshold
        step += 36
        // A label has 63 bytes at most; what comes here is none.
        guard place < 1 << 30, weight < 1 << 30 else { return nil }
      }
      let count = output.count + 1
      bias = adapted(place - before, count: count, isFirst: before == 0)
      code += place / count
      place %= count
      guard code <= 0x10FFFF else { return nil }
      output.insert(UInt32(code), at: place)
      place += 1
    }
    var text = ""
    for code in output {
      guard let scalar = Unicode.Scalar(code) else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func value(_ byte: UInt8) -> Int? {
    switch ASCII.lowercased(byte) {
    case let letter where (97...122).contains(letter): Int(letter) - 97
    case let digit where ASCII.isDigit(digit): Int(digit) - 48 + 26
    default: nil
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
