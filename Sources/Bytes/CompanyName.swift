/// Standardises company names: `Müller & Söhne GmbH & Co. KG` has the key `muller and sohne` and
/// the legal form `GmbH & Co. KG`.
///
/// One value per worker: it keeps its scratch memory from name to name.
package struct CompanyName: Sendable {
  /// Folded words without legal form, case, diacritics and punctuation; empty for an empty name.
  package private(set) var key: [UInt8] = []
  /// The legal form as it is usually written; nil when the name shows none.
  package private(set) var legalForm: String?
  /// Whether the legal form stands before the name.
  private(set) var isFormInFront = false
  private var wordStarts: [Int] = []
  /// The hash of each word.
  private var hashes: [UInt64] = []

  package init() {}

  /// Reads a name; `key` and `legalForm` then hold what it says.
  package mutating func read(_ name: UnsafeBufferPointer<UInt8>) {
    key.removeAll(keepingCapacity: true)
    legalForm = nil
    isFormInFront = false
    var name = withoutGluedForm(name)
    readWords(of: name)
    if legalForm == nil && wordStarts.count > 2 || CompanyParts.hasMark(name),
      let alone = CompanyParts.name(
        in: name, hasForm: legalForm != nil, endsInForm: Self.endsInForm)
    {
      key.removeAll(keepingCapacity: true)
      legalForm = nil
      isFormInFront = false
      name = alone
      readWords(of: name)
    }
    if legalForm == "A/S" { legalForm = Self.nameOfAS(name) }
  }

  private mutating func readWords(of name: UnsafeBufferPointer<UInt8>) {
    TextFold.appendWords(of: name, to: &key)
    guard !key.isEmpty else { return }
    findWords()
    stripTrailingForms()
    stripLeading()
  }

  /// Whether a name ends in a legal form that is hardly a word of a name, and has more words.
  private static func endsInForm(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = CompanyName()
    TextFold.appendWords(of: name, to: &reader.key)
    guard !reader.key.isEmpty else { return false }
    reader.findWords()
    guard let form = FormTable.trailing.form(atEndOf: reader.hashes), !reader.isBath(form.words)
    else { return false }
    let last = reader.key[reader.wordStarts[reader.wordStarts.count - 1]...]
    let isShort = form.words == 1 && last.count < 4
    return isShort
      ? FormTable.plainShort.contains(reader.hashes[reader.hashes.count - 1])
        && (last.count > 2 || isInCapitals(name))
      : !FormTable.everyday.contains(FormTable.trailing.names[form.name])
  }

  /// Whether the last word is two capitals, `e.V.` or `s.a.`, not `Sé`.
  private static func isInCapitals(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = name[((name.lastIndex(of: 32) ?? -1) + 1)...]
    return word.contains(UInt8(ascii: "."))
      || word.dropFirst(word.first == UInt8(ascii: "e") ? 1 : 0).allSatisfy { $0 &- 65 < 26 }
  }

  /// `A/S`, `AS`, `a.s.` and `A.Ş.` fold to the same two letters.
  private static func nameOfAS(_ name: UnsafeBufferPointer<UInt8>) -> String {
    let tail = name.suffix(5)
    if tail.contains(0xC5) { return "A.Ş." }
    if tail.contains(UInt8(ascii: "/")) { return "A/S" }
    return tail.contains(UInt8(ascii: ".")) ? "a.s." : "AS"
  }

  package mutating func read(_ name: String) {
    var name = name
    name.withUTF8 { read($0) }
  }

  /// The key as text.
  package static func key(of name: String) -> String {
    var reader = CompanyName()
    reader.read(name)
    return String(decoding: reader.key, as: UTF8.self)
  }

  private mutating func findWords() {
    wordStarts.removeAll(keepingCapacity: true)
    wordStarts.append(0)
    hashes.removeAll(keepingCapacity: true)
    key.withUnsafeBufferPointer { key in
      var start = 0
      for index in 0...key.count where index == key.count || key[index] == 32 {
        hashes.append(Hash64.of(UnsafeBufferPointer(rebasing: key[start..<index])))
        start = index + 1
        if index < key.count { wordStarts.append(start) }
      }
    }
  }

  /// Takes legal forms off the end, at most three (`Ltd Inc` happens), and never the last word.
  private mutating func stripTrailingForms() {
    for _ in 0..<3 {
      guard wordStarts.count > 1 else { return }
      if hashes[hashes.count - 1] == FormTable.and {
        drop(words: 1)
        continue
      }
      guard let form = FormTable.trailing.form(atEndOf: hashes) else { return }
      if isBath(form.words) { return }
      // "The Limited" is called so.
      if wordStarts.count == form.words + 1, hashes[0] == FormTable.article { return }
      if legalForm == nil { legalForm = FormTable.trailing.names[form.name] }
      drop(words: form.words)
    }
    if wordStarts.count > 1, hashes[hashes.count - 1] == FormTable.and { drop(words: 1) }
  }

  /// Whether the last word is the spa of `Hotel & Spa`, not the form of an Italian company.
  private func isBath(_ words: Int) -> Bool {
    words == 1 && hashes[hashes.count - 1] == FormTable.bath
      && FormTable.beforeBath.contains(hashes[hashes.count - 2])
  }

  private mutating func drop(words count: Int) {
    let first = wordStarts.count - count
    key.removeLast(key.count - (wordStarts[first] - 1))
    wordStarts.removeLast(count)
    hashes.removeLast(count)
  }

  private mutating func stripLeading() {
    guard wordStarts.count > 1 else { return }
    let first = hashes[0]
    var count = 1
    if let forms = FormTable.leading[first], let form = forms.first(where: { begins(with: $0) }) {
      isFormInFront = legalForm == nil
      legalForm = Self.form(form.name, with: legalForm)
      count = form.words.count
    } else if first != FormTable.article, !isRomanian(first) {
      return
    }
    key.removeFirst(wordStarts[count])
  }

  /// The form of a name that has one at each end: `PT Bell Tbk`, `Oy Bell Ab`.
  private static func form(_ leading: String, with trailing: String?) -> String {
    switch (leading, trailing) {
    case ("PT", "Tbk"): "PT Tbk"
    case ("Oy", _): leading
    default: trailing ?? leading
    }
  }

  /// Whether the first word is the `SC` of Romania's `SC Example SRL`; that of `SC Example` is a name.
  private func isRomanian(_ first: UInt64) -> Bool {
    first == FormTable.romanian && (legalForm == "S.r.l." || legalForm == "SA")
  }

  /// Whether the name begins with words, given by their hashes, and goes on.
  private func begins(with form: FormTable.Form) -> Bool {
    guard form.words.count < wordStarts.count else { return false }
    return form.words.indices.allSatisfy { hashes[$0] == form.words[$0] }
  }

  /// Takes forms in Han, Hangul or Thai off both ends, where they stand without a space.
  private mutating func withoutGluedForm(
    _ name: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let name = ASCII.trimmed(name)
    // Nearly all names are told apart by their ends: letters, digits or a bracket of ASCII.
    guard name.count > 3, Self.mayBeGlued(name[0]) || Self.mayBeGlued(name[name.count - 1]) else {
      return name
    }
    var rest = name
    // Thai names have a form at each end.
    for form in FormTable.glued where form.bytes.count < rest.count {
      if rest.starts(with: form.bytes) {
        rest = UnsafeBufferPointer(rebasing: rest[form.bytes.count...])
      } else if rest.suffix(form.bytes.count).elementsEqual(form.bytes) {
        rest = UnsafeBufferPointer(rebasing: rest[..<(rest.count - form.bytes.count)])
      } else {
        continue
      }
      if legalForm == nil { legalForm = form.name }
      rest = ASCII.trimmed(rest)
    }
    return rest
  }

  private static func mayBeGlued(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  /// The name without its legal form, in its own spelling: `Müller & Söhne` of `Müller & Söhne
  /// GmbH & Co. KG`.
  package static func tradeName(of name: String) -> String {
    let whole = key(of: name)
    guard !whole.isEmpty, name.utf8.count <= 400, !isCompanyByName(name) else { return name }
    var text = Substring(name)
    let isPlain = ![name.utf8.first, name.utf8.last].contains { $0.map(mayBeGlued) == true }
    for form in LegalForms.everyGlued where !isPlain {
      if text.hasPrefix(form.spelling) { text = text.dropFirst(form.spelling.count) }
      if text.hasSuffix(form.spelling) { text = text.dropLast(form.spelling.count) }
    }
    func cut(_ character: Character) -> Bool { character.isWhitespace || character == "," }
    // The shortest beginning that means the same name, then its shortest ending.
    let ends = text.indices.filter { cut(text[$0]) }
    text = ends.first { key(of: String(text[..<$0])) == whole }.map { text[..<$0] } ?? text
    let starts = text.indices.filter { cut(text[$0]) }.map { text.index(after: $0) }
    if !text.lowercased().hasPrefix("the "),
      let start = starts.last(where: { key(of: String(text[$0...])) == whole })
    {
      text = text[start...]
      let ends = text.indices.filter { cut(text[$0]) }
      text = ends.first { key(of: String(text[..<$0])) == whole }.map { text[..<$0] } ?? text
    }
    let marks = text.drop { cut($0) }.reversed().drop { cut($0) }.reversed()
    return unquoted(String(marks))
  }

  /// Whether "Company" is a part of a name that nobody leaves out: `The Coca-Cola Company`.
  private static func isCompanyByName(_ name: String) -> Bool {
    guard name.utf8.count < 64 else { return false }
    let name = name.lowercased()
    return name.hasPrefix("the ") && name.hasSuffix(" company")
  }
}

/// The legal forms by the hashes of their folded words.
private enum FormTable {
  struct Form: Sendable {
    let name: String
    /// Hashes of the words.
    let words: [UInt64]
  }

  static let and = Hash64.of("and")
  static let article = Hash64.of("the")
  static let romanian = Hash64.of("sc")
  static let bath = Hash64.of("spa")
  /// Words that a spa follows.
  static let beforeBath = Set(
    """
    and hotel hotels hotell resort resorts inn lodge day beauty ski wellness wellnes med medi medical
    thermal therme health nail nails hair salon golf garden luxury massage yoga fitness pet dog
    grand mineral urban royal the ayurveda thai skin laser head foot
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Hash64.of(String($0)) })

  /// Forms of two letters and three that are hardly anything else.
  static let plainShort = Set(
    """
    ag kg ug se sa nv bv ab as oy sl ev eg ek og ohg gbr egbr ltd inc llc llp plc srl spa sas ohg gbr sro doo
    kft zrt aps asa oyj pty ооо оао зао пао тов
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Hash64.of(String($0)) })
  /// Forms that are words of names too.
  static let everyday: Set<String> = ["Co.", "Cia.", "Coop.", "Anstalt", "Genossenschaft"]

  static let trailing = TrailingForms(
    spellings(
      of: [
        LegalForms.table, LegalForms.further, LegalForms.listed, LegalForms.unlisted,
        LegalForms.spelled,
      ].joined(separator: "\n")))

  /// By first word, the words in order; longer spellings before shorter ones.
  static let leading: [UInt64: [Form]] = {
    var forms: [UInt64: [Form]] = [:]
    for (name, spelling) in spellings(of: LegalForms.leading + "\n" + LegalForms.furtherLeading) {
      let words = spelling.split(separator: " ").map { Hash64.of(String($0)) }
      guard let first = words.first else { continue }
      forms[first, default: []].append(Form(name: name, words: words))
    }
    return forms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  static let glued = LegalForms.everyGlued.map { (bytes: Array($0.spelling.utf8), name: $0.name) }

  private static func spellings(of table: String) -> [(name: String, spelling: String)] {
    table.split(separator: "\n").flatMap { line -> [(name: String, spelling: String)] in
      guard let colon = line.firstIndex(of: ":") else { return [] }
      let name = String(line[..<colon])
      return line[line.index(after: colon)...].split(separator: ",").flatMap { spelling in
        let words = TextFold.words(of: String(spelling))
        // "S. de R. L." as "S. de R.L."; two letters alone are initials as often.
        let apart = TextFold.words(of: String(spelling).replacing(".", with: ". "))
        let isForm = apart != words && apart.split(separator: " ").count > 2
        return (isForm ? [words, apart] : [words]).map { (name, $0) }
      }.filter { !$0.1.isEmpty }
    }
  }
}
