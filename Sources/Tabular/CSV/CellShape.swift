import Bytes

/// What a cell looks like: runs of digits and letters between punctuation, so that values of a kind
/// (dates, numbers, codes, addresses) can be recognised again without knowing the kind.
struct CellShape: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case empty
    /// Letters only.
    case word
    /// Several words, or anything long.
    case text
    case email
    case url
    /// Digits and short runs between punctuation: numbers, dates, times, codes, telephone numbers.
    case pattern
  }

  let form: Form
  /// The runs with the number of digits and letters, for patterns; `d2:d2` for a time.
  let exact: [UInt8]
  /// The runs without their lengths.
  let loose: [UInt8]

  /// Beyond this a cell is a text.
  private static let longestPattern = 40

  init(_ cell: some RandomAccessCollection<UInt8>) {
    let cell = cell.drop(while: ASCII.isSpace)
    if cell.allSatisfy(ASCII.isSpace) {
      self.init(.empty)
      return
    }
    if Self.isURL(cell) {
      self.init(.url)
      return
    }
    if Self.isEmail(cell) {
      self.init(.email)
      return
    }
    if cell.count > Self.longestPattern {
      self.init(.text)
      return
    }
    var exact: [UInt8] = []
    var loose: [UInt8] = []
    var run: UInt8 = 0
    var length: UInt8 = 0
    var hasDigit = false
    var spacesBetweenLetters = false
    for byte in cell {
      let kind = Self.kind(byte)
      if kind == UInt8(ascii: "d") { hasDigit = true }
      if kind == run, kind == UInt8(ascii: "d") || kind == UInt8(ascii: "a") {
        length &+= 1
        exact[exact.count - 1] = length
        continue
      }
      if byte == 32, run == UInt8(ascii: "a") { spacesBetweenLetters = true }
      loose.append(kind)
      exact.append(kind)
      length = 1
      exact.append(kind == UInt8(ascii: "d") || kind == UInt8(ascii: "a") ? 1 : 0)
      run = kind
    }
    if !hasDigit {
      self.init(loose == [UInt8(ascii: "a")] ? .word : .text)
    } else if spacesBetweenLetters, loose.count(where: { $0 == UInt8(ascii: "a") }) > 2 {
      self.init(.text)
    } else {
      self.init(.pattern, exact: exact, loose: loose)
    }
  }

  private init(_ form: Form, exact: [UInt8] = [], loose: [UInt8] = []) {
    self.form = form
    self.exact = exact
    self.loose = loose
  }

  private static func kind(_ byte: UInt8) -> UInt8 {
    if ASCII.isDigit(byte) { return UInt8(ascii: "d") }
    if (byte | 0x20) &- 97 < 26 || byte >= 0x80 { return UInt8(ascii: "a") }
    return byte
  }

  static func isURL(_ cell: some Collection<UInt8>) -> Bool {
    let head = cell.prefix(8).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    guard !cell.contains(32) else { return false }
    return head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8)
      || head.starts(with: "www.".utf8)
  }

  static func isEmail(_ cell: some Collection<UInt8>) -> Bool {
    guard cell.count < 320, let at = cell.firstIndex(of: UInt8(ascii: "@")), at != cell.startIndex
    else { return false }
    let domain = cell[cell.index(after: at)...]
    return domain.contains(UInt8(ascii: "."))
      && !cell.contains { $0 <= 32 || $0 == 44 || $0 == 59 || $0 == 34 }
      && !domain.contains(UInt8(ascii: "@"))
  }
}
