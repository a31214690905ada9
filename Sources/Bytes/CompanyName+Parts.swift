/// What else stands in the cell of a company: the name it trades under, its branch, whom it is in
/// care of.
///
/// `Bell Ltd t/a Acme` and `Bell GmbH, Niederlassung Ulm` are of the company Bell; `Acme c/o Bell
/// GmbH` is of Acme, and Bell has its letter box.
enum CompanyParts {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// The name alone.
  ///
  /// What follows a mark or a word is left out only where a legal form stands before it: commas and
  /// brackets are in names too.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - hasForm: whether the whole text ends in a legal form.
  ///   - endsInForm: whether a text ends in one that is no everyday word.
  /// - Returns: nil when nothing stands beside the name.
  static func name(in text: Text, hasForm: Bool, endsInForm: (Text) -> Bool) -> Text? {
    guard let first = text.first, first != UInt8(ascii: ",") else { return nil }
    if text.count > 4, let word = word(at: 0, of: text), word.kind == .care {
      return ASCII.trimmed(Text(rebasing: text[word.count...]))
    }
    var index = 1
    while index < text.count {
      defer { index += 1 }
      let byte = text[index]
      let isMark = isMark(byte)
      guard isMark || byte == 32 else { continue }
      let before = ASCII.trimmed(Text(rebasing: text[..<index]))
      let word = byte == 32 ? word(at: index + 1, of: text) : nil
      if word?.kind == .care { return before }
      guard isMark || word != nil, !hasForm || word?.kind == .trade, endsInForm(before) else {
        continue
      }
      return before
    }
    return nil
  }

  /// Whether a text has a mark, a stroke or a hyphen.
  static func hasMark(_ text: Text) -> Bool {
    text.contains { isMark($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
  }

  /// `,`, brackets, `;` and `|`.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x2C, 0x3B, 0x5B, 0x7C: true
    default: false
    }
  }

  private enum Kind {
    case care, trade, branch
  }

  /// The words that part a name, in lower case.
  private static let words: [(text: [UInt8], kind: Kind)] =
    [("c/o ", Kind.care), ("c/o: ", .care)]
    .map { (Array($0.0.utf8), $0.1) }
    + [
      "t/a ", "t/as ", "trading as ", "d/b/a ", "dba ", "d.b.a. ", "doing business as ",
      "handelnd als ", "firmierend als ", "exerçant sous ", "h.o.d.n. ", "handelend onder de naam ",
    ].map { (Array($0.utf8), .trade) }
    + [
      "- ", "– ", "— ", "/ ", "niederlassung", "zweigniederlassung", "zweigstelle",
      "geschäftsstelle",
      "betriebsstätte", "filiale", "standort ", "werk ", "succursale", "sucursal", "filial",
      "bijkantoor", "branch", "oddział", "succ. ", "ndl ",
    ].map { (Array($0.utf8), .branch) }

  /// The first bytes of the words.
  private static let starts: Set<UInt8> = Set(words.map { $0.text[0] })

  private static func word(at index: Int, of text: Text) -> (count: Int, kind: Kind)? {
    guard index < text.count, starts.contains(ASCII.lowercased(text[index])) else { return nil }
    let rest = text[index...]
    return words.first { word in
      rest.count >= word.text.count
        && zip(rest, word.text).allSatisfy { ASCII.lowercased($0) == $1 }
    }.map { ($0.text.count, $0.kind) }
  }
}
