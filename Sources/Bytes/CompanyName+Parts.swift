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
    var looks = 0
    while index < text.count, looks < mostLooks {
      defer { index += 1 }
      let byte = text[index]
      let isMark = isMark(byte)
      guard isMark || byte == 32 else { continue }
      let before = ASCII.trimmed(Text(rebasing: text[..<index]))
      // "Bell GmbH (vormals Acme GmbH)"
      let named = word(at: index + 1, of: text)
      let word = byte == 32 || named?.kind == .trade ? named : nil
      if word?.kind == .care { return before }
      guard isMark || word != nil, !hasForm || word?.kind == .trade else { continue }
      looks += 1
      if endsInForm(before) { return before }
    }
    return nil
  }

  /// Marks and words before which a form is looked for; no name has as many.
  private static let mostLooks = 12

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
      "vormals ", "vorm. ", "ehemals ", "ehem. ", "früher ", "formerly ", "previously ", "fka ",
      "f/k/a ", "anciennement ", "antes ", "voorheen ", "tidigare ", "dawniej ", "già ",
    ].map { (Array($0.utf8), .trade) }
    + [
      "- ", "– ", "— ", "/ ", "niederlassung", "zweigniederlassung", "zweigstelle",
      "geschäftsstelle",
      "betriebsstätte", "filiale", "standort ", "werk ", "succursale", "sucursal", "filial",
      // What becomes of it.
      "in gründung", "i. g", "i.g", "in liquid", "i. l", "i.l", "in insolvenz", "i. i.",
      "en liquid",
      "en redressement", "en concurso", "em liquid", "em recuperação", "in amministrazione",
      "in concordato", "in fallimento", "in vereffening", "in faillissement", "i likvid",
      "i konkurs",
      "under konkurs", "under avvikling", "under tvang", "w likwid", "w upad", "w restrukt",
      "v likvid",
      "v konkur", "u likvid", "u stečaj", "felszámolás", "végelszámolás", "f.a.", "v.a.",
      "в ликвид",
      "в стадии", "în insolvență", "în lichid", "in administration", "in receivership", "inh. ",
      "inh.: ",
      "inhaber ", "inhaberin ",
      "bijkantoor", "branch", "oddział", "succ. ", "ndl ",
    ].map { (Array($0.utf8), .branch) }

  /// The words by their first bytes.
  private static let starts: [[(text: [UInt8], kind: Kind)]] = {
    var starts = [[(text: [UInt8], kind: Kind)]](repeating: [], count: 256)
    for word in words { starts[Int(word.text[0])].append(word) }
    return starts
  }()

  private static func word(at index: Int, of text: Text) -> (count: Int, kind: Kind)? {
    guard index < text.count else { return nil }
    let candidates = starts[Int(ASCII.lowercased(text[index]))]
    guard !candidates.isEmpty else { return nil }
    let rest = text[index...]
    return candidates.first { word in
      rest.count >= word.text.count
        && zip(rest, word.text).allSatisfy { ASCII.lowercased($0) == $1 }
    }.map { ($0.text.count, $0.kind) }
  }
}
