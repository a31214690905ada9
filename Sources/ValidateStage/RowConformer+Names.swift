import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// Cleans the three columns of a person's name and fills those that are empty from the others.
  mutating func settleName(full: Int, first: Int, last: Int) {
    let isStated = (first: !out[first].isNull, last: !out[last].isNull)
    let isWhole = !out[full].isNull
    settleNames(full: full, first: first, last: last)
    if isWhole { noteContradictions(full: full, first: first, last: last, isStated) }
  }

  private mutating func settleNames(full: Int, first: Int, last: Int) {
    if isPlainName(full), isPlainName(first), isPlainName(last), !isSeveralWords(first) {
      if out[full].isNull || !out[first].isNull || !out[last].isNull
        || partPlainName(full, first, last)
      {
        joinName(full: full, first: first, last: last)
        return
      }
    } else {
      for column in [full, first, last] {
        unquote(column)
        dropMarks(column)
      }
      var named: [(column: Int, part: NameCasing.Part)] = []
      for (column, part) in [(full, NameCasing.Part.full), (first, .given), (last, .family)]
      where !out[column].isNull
        && settleDoubt(column, beside: column == first ? last : column == last ? first : nil)
      {
        named.append((column, part))
      }
      // Capitals that tell the family name are gone once the name is in mixed case.
      var isTurned = false
      if out[first].isNull, out[last].isNull, !out[full].isNull, isFamilyFirst(full) {
        partName(full: full, first: first, last: last)
        isTurned = !out[first].isNull
      }
      if named.contains(where: {
        $0.column == full && isTurned ? recaseTurned(full) : recase($0.column, as: $0.part)
      }) {
        for (column, part) in [(first, NameCasing.Part.given), (last, .family)] {
          _ = recase(column, as: part, isNoted: true)
        }
      }
    }
    settleTwice(full: full, first: first, last: last)
    let isWhole = out[first].isNull && out[last].isNull
    joinName(full: full, first: first, last: last)
    if isWhole {
      partName(full: full, first: first, last: last)
    } else {
      dropTitles(full: full, first: first, last: last)
    }
    // A word that stood among others stands alone now: it may be none that would be taken alone, and
    // its case may tell more.
    for (column, other) in [(first, last), (last, first)] {
      dropMarks(column)
      dropNoName(column, beside: other)
    }
    for (column, part) in [(first, NameCasing.Part.given), (last, .family)] {
      _ = recase(column, as: part, isNoted: true)
    }
    noteExample(full: full)
  }

  /// Whether a stand-in for nothing is written as a name where one is expected: `Jennifer Null`.
  func isPerhapsName(_ cell: UnsafeBufferPointer<UInt8>, field: Int) -> Bool {
    Self.mayBeName(cell) && ["first_name", "last_name"].contains(plan.fields[field].name)
  }

  private static func mayBeName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    ["Na", "Nil", "Null"].contains { word.elementsEqual($0.utf8) }
  }

  /// `"Ann Bell"` is quoted, `Ann "Annie" Bell` has a nickname.
  private mutating func unquote(_ column: Int) {
    guard case .text(let start, let count) = out[column], count > 2 else { return }
    let isQuoted = out.withText(column) { text in
      guard let first = text.first, first == text.last,
        first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
      else { return false }
      return !text.dropFirst().dropLast().contains(first)
    }
    if isQuoted { out[column] = .text(start: start + 1, count: count - 2) }
  }

  // Inlined: a call that changes nothing is given a copy of the whole conformer.
  @inline(__always)
  private func isSeveralWords(_ column: Int) -> Bool {
    !out[column].isNull && out.withText(column) { $0.contains(32) }
  }

  @inline(__always)
  private func isPlainName(_ column: Int) -> Bool {
    out[column].isNull || out.withText(column) { NameReader.isPlain($0) }
  }

  /// Parts a plain name of two words; false for more, and where the family name may come first.
  private mutating func partPlainName(_ full: Int, _ first: Int, _ last: Int) -> Bool {
    guard !NameReader.isFamilyFirstUsual(in: country) else { return false }
    guard case .text(let start, let count) = out[full] else { return true }
    let space = out.withText(full) { text -> Int? in
      guard let space = text.firstIndex(of: 32) else { return nil }
      return text[(space + 1)...].contains(32) ? nil : space
    }
    guard let space else { return false }
    out[first] = .text(start: start, count: Int32(space))
    out[last] = .text(start: start + Int32(space) + 1, count: count - Int32(space) - 1)
    return true
  }

  /// Takes a whole name out of a part of it: "Ann Bell" for both, or beside "Bell".
  private mutating func settleTwice(full: Int, first: Int, last: Int) {
    guard out[full].isNull, case .text(let start, let count) = out[first],
      case .text(let lastStart, let lastCount) = out[last], lastCount <= count
    else { return }
    let (given, family) = (
      out.bytes[Int(start)..<Int(start + count)],
      out.bytes[Int(lastStart)..<Int(lastStart + lastCount)]
    )
    guard let space = given.firstIndex(of: 32), given.suffix(family.count).elementsEqual(family),
      family.count == given.count || given.dropLast(family.count).last == 32,
      family.contains(32) || space < given.endIndex - family.count
    else { return }
    note(
      .nameTwice, column: first,
      message: "is the whole name, and was parted; give each part "
        + "its column")
    out[full] = out[first]
    out[first] = .null
    out[last] = .null
  }

  /// Fills an empty whole name from its parts.
  private mutating func joinName(full: Int, first: Int, last: Int) {
    guard out[full].isNull, !out[first].isNull, !out[last].isNull else { return }
    let start = out.bytes.count
    appendText(first)
    out.bytes.append(32)
    appendText(last)
    out[full] = out.text(from: start)
  }

  private mutating func partName(full: Int, first: Int, last: Int) {
    guard !out[full].isNull else { return }
    if out.withText(full, { NameReader.isTitle($0) }) {
      let value = out.string(out[full]) ?? ""
      clear(full)
      add(
        .nameTitle, column: full, value: value,
        message: "is a title, not a name, and counts as empty; write the name", suggestion: nil)
      return
    }
    readName(full)
    if names.isSeveral {
      note(.nameSeveral, column: full, message: "seems to name several persons; give each a row")
      return
    }
    if names.given.isEmpty && names.titles.isEmpty { return }
    // A bracket or a number is nobody's name: what holds one as a word is left whole.
    let words = names.given + names.family
    guard out.withText(full, { name in words.allSatisfy { Self.hasLetter(name[$0]) } }) else {
      return
    }
    if names.isFamilyFirst {
      note(
        .nameFamilyFirst, column: full,
        message: "begins with the family name by its capitals; put a comma behind it",
        suggestion: turnedName(full))
    }
    let (given, family) = (names.given, names.family)
    set(first, to: given, of: full)
    set(last, to: family, of: full)
  }

  private static func hasLetter(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Pictures are no letters.
    let first = word.startIndex
    if word.count >= 4, word[first] == 0xF0, word[first + 1] == 0x9F { return false }
    return word.contains { ASCII.isLetter($0) || $0 >= 0x80 }
  }

  private mutating func isFamilyFirst(_ column: Int) -> Bool {
    readName(column)
    return names.isFamilyFirst
  }

  mutating func readName(_ column: Int) {
    guard case .text(let start, let count) = out[column] else { return }
    let country = self.country
    out.bytes.withUnsafeBufferPointer { bytes in
      names.read(
        UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)]),
        country: country)
    }
  }

  /// Sets a column to words of another.
  private mutating func set(_ column: Int, to words: [Range<Int>], of other: Int) {
    guard case .text(let origin, _) = out[other] else { return }
    let start = out.bytes.count
    for word in words {
      if out.bytes.count > start { out.bytes.append(32) }
      for index in word { out.bytes.append(out.bytes[Int(origin) + index]) }
    }
    out[column] = out.text(from: start)
  }

  /// `Dr. Anna` is given, `Berg Jr.` is called: titles stay in the whole name alone.
  private mutating func dropTitles(full: Int, first: Int, last: Int) {
    for column in [first, last] where !out[column].isNull {
      let value = out.string(out[column]) ?? ""
      // Titles stand before a name: "Michael" "Herr" is one.
      let isName = column == last && !out[first].isNull && !value.hasSuffix(".")
      if !isName, out.withText(column, { NameReader.isTitle($0) }) {
        clear(column)
        add(
          .nameTitle, column: column, value: value,
          message: "is a title, not a name, and counts as empty; write the name", suggestion: nil)
        continue
      }
      readName(column)
      guard !names.titles.isEmpty || !names.suffixes.isEmpty else { continue }
      // The order of the words is the cell's: only what stands before and behind them goes.
      let kept = (names.given + names.family).sorted { $0.lowerBound < $1.lowerBound }
      guard !kept.isEmpty else { continue }
      set(column, to: kept, of: column)
      if out.withText(column, { settings.policy.placeholders.contains($0) }) {
        clear(column)
        add(
          .namePlaceholder, column: column, value: value,
          message: "is no name and counts as empty; write the name or clear the "
            + "cell", suggestion: nil)
        continue
      }
      add(
        .nameTitle, column: column, value: value,
        message: "holds a title or degree, which was left out", suggestion: out.string(out[column]))
    }
  }

  private mutating func recase(
    _ column: Int, as part: NameCasing.Part, isNoted: Bool = false
  ) -> Bool {
    guard case .text(let start, let count) = out[column] else { return false }
    let country = self.country
    let recased = out.bytes.withUnsafeBufferPointer { bytes in
      nameCasing.recased(
        UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)]), as: part,
        country: country)
    }
    guard let recased else { return false }
    return setRecased(column, to: recased, isNoted: isNoted)
  }

  mutating func setRecased(_ column: Int, to recased: [UInt8], isNoted: Bool = false) -> Bool {
    let value = out.string(out[column]) ?? ""
    let from = out.bytes.count
    out.bytes.append(contentsOf: recased)
    out[column] = out.text(from: from)
    if isNoted { return true }
    add(
      .nameRecased, column: column, value: value, message: "was brought into mixed case",
      suggestion: out.string(out[column]))
    return true
  }

  // MARK: What is no name

  /// Says what is no name in a column; `other` is the column of the name's other part.
  ///
  /// - Returns: whether a name is left.
  private mutating func settleDoubt(_ column: Int, beside other: Int?) -> Bool {
    let isBesideName =
      other.map { other in
        !out[other].isNull
          && out.withText(other) { NameDoubt.of($0) == nil && !NameReader.isTitle($0) }
      } ?? false
    guard
      let doubt = out.withText(column, { NameDoubt.of($0, isBesideName: isBesideName) })
    else { return true }
    switch doubt {
    case .standIn:
      note(
        .namePlaceholder, column: column,
        message: "is no name and counts as empty; write the "
          + "name or clear the cell")
      clear(column)
    case .suspect:
      note(
        .namePlaceholder, column: column, message: "is hardly a name; clear the cell if it is none")
    case .example: break
    case .email(let rest):
      note(
        .nameHoldsEmail, column: column,
        message: "holds an e-mail address; put it into its own column", suggestion: rest)
      replace(column, by: rest)
    case .phone(let rest):
      note(
        .nameHoldsPhone, column: column,
        message: "holds a telephone number; put it into its own column", suggestion: rest)
      replace(column, by: rest)
    case .webAddress, .template:
      note(
        .nameHoldsCode, column: column,
        message: "is a web address, a template field or markup and counts as empty; write the name")
      clear(column)
    case .tooLong:
      note(.nameTooLong, column: column, message: "is too long for a name; shorten it")
    case .company:
      note(.nameCompany, column: column, message: "looks like a company; expected a person")
    case .digits:
      note(.nameDigits, column: column, message: "has digits; expected a person's name")
    }
    return !out[column].isNull
  }

  /// Leaves out what somebody typed for a company or a job title to have typed something.
  mutating func settleStandIn(_ column: Int, _ field: StandIn.Field) {
    guard !out[column].isNull, let doubt = out.withText(column, { StandIn.of($0, as: field) })
    else { return }
    switch doubt {
    case .nothing:
      note(
        .standIn, column: column,
        message: "means nothing and counts as empty; correct it or "
          + "clear the cell")
      clear(column)
    case .suspect:
      note(
        .standIn, column: column,
        message: "says little or nothing; correct it or clear the "
          + "cell")
    case .template:
      note(
        .standIn, column: column,
        message: "is a template field that was never filled in, and counts as empty; correct the "
          + "template")
      clear(column)
    }
  }

  private mutating func replace(_ column: Int, by text: String?) {
    guard let text else { return clear(column) }
    out.setText(text, column: column)
    dropMarks(column)
  }

  /// Leaves out a part of a name that would count as empty in a cell of its own.
  private mutating func dropNoName(_ column: Int, beside other: Int) {
    guard !out[column].isNull else { return }
    let isBesideName = !out[other].isNull && out.withText(other) { NameDoubt.of($0) == nil }
    let isNone = out.withText(column) { text in
      switch NameDoubt.of(text, isBesideName: isBesideName) {
      case .standIn, .webAddress, .template: true
      case nil:
        settings.policy.placeholders.contains(text) && !Self.mayBeName(text)
      default: false
      }
    }
    if isNone { clear(column) }
  }

  /// Leaves out what is no name, though it stands for one.
  private mutating func clear(_ column: Int) {
    out[column] = .null
    out.noteUnread(column)
  }

  private mutating func noteExample(full: Int) {
    guard !out[full].isNull, out.withText(full, { NameDoubt.of($0) }) == .example else { return }
    note(
      .nameExample, column: full,
      message: "is the name of nobody in particular; check whether the person is real")
  }

  mutating func note(
    _ rule: ValidationRule, column: Int, message: String, suggestion: String? = nil
  ) {
    let value = out.withText(column) { String(decoding: $0.prefix(200), as: UTF8.self) }
    add(rule, column: column, value: value, message: message, suggestion: suggestion)
  }

  mutating func add(
    _ rule: ValidationRule, column: Int, value: String, message: String, suggestion: String?
  ) {
    out.add(
      rule.finding(
        field: plan.columns[column].name, message: "'\(value)' \(message)", value: value,
        suggestion: suggestion))
  }
}
