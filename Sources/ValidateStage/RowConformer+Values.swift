import Bytes
import LeadModel
import Validation

extension RowConformer {
  mutating func readText(_ cell: UnsafeBufferPointer<UInt8>, column: Int) {
    let start = out.bytes.count
    if isTidy {
      out.bytes.append(contentsOf: cell)
    } else {
      TextReader.append(cell, to: &out.bytes)
    }
    out[column] = out.text(from: start)
  }

  mutating func readCountry(_ source: RowCells, field: Int) {
    let cell = value(of: source, field: field)
    if cell.isEmpty { return }
    guard !isTooLong(cell, field: field) else {
      if let column = plan.columns.firstIndex(where: { $0.field == field }) {
        out.noteUnread(column)
      }
      return
    }
    var code = CountryTable.find(cell, scratch: &scratch)
    if code == nil, let told = CountryDemonyms.find(cell, scratch: &scratch) {
      code = told
      let name = CountryTable.englishName(of: told) ?? told.description
      add(
        .countryByPeople, field: field, cell: cell, message: "was read as \(name)",
        suggestion: name)
    }
    if code == nil { code = CountrySpelling.find(cell, scratch: &scratch) }
    if code == nil { code = Self.countryTwice(in: cell) }
    guard let code else {
      // The supplier's country is for records that state none: this one is of somewhere else.
      country = nil
      add(
        .countryUnknown, field: field, cell: cell,
        message: "is no country that is known; give its name or its ISO 3166-1 code",
        suggestion: CountryTable.name(near: String(decoding: cell, as: UTF8.self)))
      if let column = plan.columns.firstIndex(where: { $0.field == field }) {
        out.noteUnread(column)
      }
      return
    }
    country = code
    ownCountry = code
    let start = out.bytes.count
    out.bytes.append(code.first)
    out.bytes.append(code.second)
    if let column = plan.columns.firstIndex(where: { $0.field == field }) {
      out[column] = out.text(from: start)
    }
  }

  /// Whether `NA` in a country's cell is the code of Namibia: nothing else of the row is written so,
  /// as it is in tables that write it for every empty cell.
  func isNamibia(_ cell: UnsafeBufferPointer<UInt8>, field: Int, of source: RowCells) -> Bool {
    guard field == plan.countryField, cell.elementsEqual("NA".utf8) else { return false }
    return !plan.fields.indices.contains {
      $0 != field && source.cell($0).elementsEqual("NA".utf8)
    }
  }

  /// The country of a cell that says it in several ways, as `Germany (DE)`.
  private static func countryTwice(in cell: UnsafeBufferPointer<UInt8>) -> CountryCode? {
    guard cell.count <= 200 else { return nil }
    var scratch: [UInt8] = []
    let parts = cell.split { "()[]-,/;|".utf8.contains($0) }.map { part in
      CountryTable.find(ASCII.trimmed(UnsafeBufferPointer(rebasing: part)), scratch: &scratch)
    }
    guard parts.count > 1, let first = parts[0], parts.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first
  }

  mutating func readURL(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    // Spaces of other widths are spaces.
    readText(cell, column: column)
    // The page before may have been one of an application.
    let mayBeApplication = plan.fields[field].name == "referrer_url"
    let isPage = out.withText(column) {
      URLCheck.isPlausible($0) || mayBeApplication && URLCheck.isApplication($0)
    }
    if isPage { return }
    let isPath = cell.first == UInt8(ascii: "/") || cell.first == UInt8(ascii: "?")
    if isPath, plan.fields[field].name == "landing_url" { landingPath = out[column] }
    out[column] = .null
    add(
      .urlMalformed, field: field, cell: cell,
      message: isPath
        ? "lacks its site; expected an address such as https://www.example.com/page"
        : "is no web address; expected one such as https://www.example.com")
  }

  mutating func readInteger(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    guard let reading = IntegerReader.read(cell, mark: layout.decimal) else {
      add(
        .integerUnreadable, field: field, cell: cell,
        message: Self.isNegative(cell)
          ? "is negative, expected 0 or more; correct it or clear the cell"
          : "is no whole number; give digits only or clear the cell",
        suggestion: ValueSuggestion.integer(String(decoding: cell, as: UTF8.self)))
      return
    }
    if reading.isLowerBound {
      add(
        .integerRange, field: field, cell: cell,
        message: "is a range; its lower bound \(reading.value) was taken",
        suggestion: String(reading.value))
    }
    out[column] = .int(reading.value)
  }

  /// A minus, then a digit.
  private static func isNegative(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = cell[...]
    if rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
    } else if rest.starts(with: "\u{2212}".utf8) {
      rest = rest.dropFirst(3)
    } else {
      return false
    }
    return rest.first { $0 != 32 }.map(ASCII.isDigit) ?? false
  }

  mutating func readMoney(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    do throws(MoneyReader.Fault) {
      let reading = try MoneyReader.read(cell, mark: layout.decimal)
      let isWhole = !plan.columns[column].name.hasSuffix("_cents")
      let units = MoneyReader.wholeUnits(ofCents: reading.cents)
      if isWhole, reading.cents < 0 {
        add(
          .moneyUnreadable, field: field, cell: cell,
          message: "is negative, expected a revenue of 0 or more; correct it or clear the cell")
        return
      }
      out[column] = .int(isWhole ? units : reading.cents)
      if isWhole ? reading.cents % 100 != 0 : reading.hasMoreThanCents {
        add(
          .amountRounded, field: field, cell: cell,
          message: isWhole
            ? "was rounded to \(units): revenues are kept in whole units"
            : "was rounded to cents: amounts are kept with two decimals")
      }
      if let currency = reading.currency { noteCurrency(currency) }
    } catch {
      let mark = layout.decimal == .point ? "1234.50" : "1234,50"
      let problem =
        switch error {
        case .notANumber: "is no amount"
        case .threeDecimals: "has three decimals, or the mark of its thousands for a decimal mark"
        case .tooLarge: "is too large for an amount"
        }
      add(
        .moneyUnreadable, field: field, cell: cell,
        message: "\(problem); write it as \(mark) or clear the cell",
        suggestion: error == .notANumber ? ValueSuggestion.money(cell, mark: layout.decimal) : nil)
    }
  }

  /// A currency sign beside an amount stands in for an empty currency cell.
  private mutating func noteCurrency(_ code: String) {
    guard let column = plan.currencyColumn else { return }
    if out[column].isNull { out.setText(code, column: column) }
  }

  /// Bytes of a word of choice that are looked at.
  private static let longestChoice = 256

  /// Whether somebody asked rather than said: `granted?`, or a number below zero, which many tools
  /// have for what is not known.
  private static func isDoubtful(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.contains(UInt8(ascii: "?")) || cell.first == UInt8(ascii: "-")
  }

  mutating func readChoice(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    guard let vocabulary = plan.vocabularies[field] else {
      readText(cell, column: column)
      return
    }
    let isDoubted =
      vocabulary.isConsent && Self.isDoubtful(cell)
      || vocabulary.tellsOfConsent && cell.contains(UInt8(ascii: "?"))
    if !isDoubted, let index = vocabulary.index(of: cell, scratch: &scratch) {
      out.setText(vocabulary.values[index], column: column)
      return
    }
    if vocabulary === Vocabulary.lawfulBasis, !isDoubted,
      let basis = LawfulBasis.article(String(decoding: cell, as: UTF8.self))
    {
      out.setText(basis, column: column)
      return
    }
    if vocabulary === Vocabulary.channel, !isDoubted,
      let names = ChannelList.read(String(decoding: cell, as: UTF8.self))
    {
      let mask = ChannelMask(channels: names.joined(separator: ","))
      out.setText(names.contains("any") ? "any" : mask.text ?? "any", column: column)
      return
    }
    if vocabulary === Vocabulary.engagementEvent,
      RefusalWords.isOne(String(decoding: cell.prefix(Self.longestChoice), as: UTF8.self))
    {
      out.setText("unsubscribe", column: column)
      add(
        .choiceUnknown, field: field, cell: cell,
        message: "is not known, but speaks of a refusal; it counts as 'unsubscribe'")
      return
    }
    let rule: ValidationRule = vocabulary.isConsent ? .consentUnknown : .choiceUnknown
    add(
      rule, field: field, cell: cell, message: "is not known; expected \(vocabulary.listed)",
      suggestion: suggestion(for: cell, of: vocabulary))
  }

  /// No fix takes the doubt away that a cell expresses in favour of consent.
  func suggestion(
    for cell: UnsafeBufferPointer<UInt8>, of vocabulary: Vocabulary
  ) -> String? {
    // What is longer is no word that was misspelt.
    guard cell.count <= Self.longestChoice else { return nil }
    let meant = vocabulary.value(near: String(decoding: cell, as: UTF8.self))
    return vocabulary.isConsent && meant == "granted" && Self.isDoubtful(cell) ? nil : meant
  }
}

extension Vocabulary {
  fileprivate var isConsent: Bool { self === Vocabulary.consentStatus }

  /// Whether its words say what a consent is for, or what it rests on.
  fileprivate var tellsOfConsent: Bool {
    self === Vocabulary.channel || self === Vocabulary.lawfulBasis
  }
}
