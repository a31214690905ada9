import Bytes
import LeadModel
import Phone
import Validation

/// Turns source rows into conformed ones. One per worker; it keeps its scratch and its caches.
struct RowConformer {
  var settings: ConformSettings
  let phones = PhoneExaminer()
  var emails: EmailReader
  var domains = DomainNormaliser()
  let domainJudge: MailDomainJudge
  var names = NameReader()
  var nameCasing = NameCasing()
  var nameAgreement = NameAgreement()
  var postcodes = PostcodeCheck()
  var addresses = AddressCountry()
  var regionCountries = RegionCountry()
  /// Time zones asked for so far, and whether there are such.
  var zones: [String: Bool] = [:]
  var namedZones = NamedZones()
  var scratch: [UInt8] = []
  /// What is told of visits from hosts seen so far, by the hash of the host.
  var visits: [UInt64: (source: String, medium: String)] = [:]
  /// What the current lead's link says, and which column the link is in.
  var links = AttributionLink()
  var linkColumn = 0
  /// The address that `links` was read from.
  var linkText = ConformedValue.null
  var linkBytes: [UInt8] = []
  /// A landing page without its site, as web logs have it: only its parameters are taken.
  var landingPath = ConformedValue.null
  var foldScratch: [UInt8] = []
  /// The batch being filled.
  var out: ConformedBatch
  /// The layout of the current row's sheet.
  var layout: SheetLayout
  /// The country of the current row: its own, else the supplier's default.
  var country: CountryCode?
  /// Country that the row itself states.
  var ownCountry: CountryCode?
  /// What became of the current row's telephone number, nil when it has none.
  var lastPhone: PhoneVerdict?
  /// The country that the current row's national numbers are read in.
  var phoneCountry: CountryCode?
  private var cells = CellBatch()
  /// What is asked for every cell.
  private let types: [FieldType]
  /// Bytes that a cell of each field may have.
  private let longest: [Int]
  let isLead: Bool
  private let idColumn: Int
  private let notesColumn: Int
  /// Where a person's address goes, -1 for none.
  let emailColumn: Int
  /// -1 for none.
  let regionColumn: Int
  private let phoneColumn: Int
  /// Whether a person may be named by a digest.
  let takesDigests: Bool
  /// The law's rules for e-mail of countries that were met.
  var emailRules: [CountryCode: MarketingLaw.Rule?] = [:]
  /// Whether the current row has more than plain ASCII: other letters, entities or escaped signs.
  var hasOtherLetters = false
  /// Whether the current row's cells are texts as they stand: plain ASCII without a control character,
  /// and never two spaces on end.
  var isTidy = false
  /// Cells of the batch that were wrongly decoded, as they should be; freed with the batch.
  var mended: [UnsafeMutableBufferPointer<UInt8>] = []

  init(settings: ConformSettings, plan: TablePlan, layout: SheetLayout) {
    self.settings = settings
    isLead = plan.kind == .lead
    types = plan.fields.map(\.type)
    longest = plan.fields.map {
      Self.freeText.contains($0.name) ? Self.longestText : Self.longestCell
    }
    idColumn = plan.idColumn
    notesColumn = plan.kind == .lead ? LeadRules.notes : -1
    regionColumn = plan.columns.firstIndex { $0.name == "region" } ?? -1
    emailColumn = plan.columns.firstIndex { $0.name == "email" } ?? -1
    phoneColumn = plan.columns.firstIndex { $0.name == "phone" } ?? -1
    takesDigests = plan.kind == .suppression
    emails = EmailReader(syntax: settings.policy.email.syntax)
    domainJudge = MailDomainJudge(settings.policy)
    out = ConformedBatch(plan: plan, capacity: 0, quality: settings.quality)
    self.layout = layout
  }

  var plan: TablePlan { out.plan }

  /// More than any address, name, link or number has: servers take links of 8,000 octets (RFC 9110
  /// section 4.1). What is longer is not looked into, so that no cell takes longer than others.
  static let longestCell = 8_192
  /// The most that 32,767 characters have, which is what a spreadsheet's cell holds.
  private static let longestText = 131_068
  private static let freeText: Set<String> = [
    "notes", "comment", "description", "consent_wording",
  ]

  /// Conforms a batch. The same batch gives the same result whatever was conformed before.
  mutating func conform(_ raw: RawBatch) -> ConformedBatch {
    out = ConformedBatch(
      plan: raw.plan, capacity: raw.rows.count, quality: settings.quality,
      sourceRules: raw.layouts.map(\.sourceRules))
    var cells = self.cells
    self.cells = CellBatch()
    cells.removeAll()
    // The sheets' constants come first, one row a sheet, so that a constant is a cell like another.
    for layout in raw.layouts {
      for constant in layout.constants { cells.appendCell(constant) }
      cells.endRow(number: 0)
    }
    let readable = raw.bytes.withUnsafeBufferPointer { bytes in
      raw.rows.map { row in
        let json = UnsafeBufferPointer(rebasing: bytes[row.json])
        do throws(CellJSONError) {
          try CellJSON.decode(json, into: &cells, number: 0)
          return true
        } catch {
          cells.endRow(number: 0)
          return false
        }
      }
    }
    let forms = raw.bytes.withUnsafeBufferPointer { bytes in
      raw.rows.map { row in
        let json = UnsafeBufferPointer(rebasing: bytes[row.json])
        // A control character would be escaped.
        let isPlain =
          Mojibake.isASCII(json) && !HTMLEntities.mayBeIn(json)
          && ASCII.position(of: UInt8(ascii: "\\"), in: json) == nil
          && ASCII.position(of: 127, in: json) == nil
        return (isPlain: isPlain, isTidy: isPlain && !ASCII.mayHaveTwoSpaces(json))
      }
    }
    defer { freeMended() }
    let derived = derive(raw, readable, &cells)
    cells.withView { cells in
      var sheet: Int?
      for (index, row) in raw.rows.enumerated() {
        if row.sheet != sheet {
          sheet = row.sheet
          layout = raw.layouts[row.sheet]
          out.rules = layout.sourceRules.settings(country: layout.defaultCountry)
        }
        out.beginRow(id: row.id, recordID: row.recordID, sheet: row.sheet)
        hasOtherLetters = !forms[index].isPlain
        isTidy = forms[index].isTidy && layout.isVerbatim
        let source = RowCells(
          cells: cells, row: raw.layouts.count + index, constantsRow: row.sheet,
          derivedRow: derived.isEmpty ? -1 : derived[index],
          columnOfField: layout.columnOfField)
        if readable[index] {
          conformRow(source)
        } else {
          reject(
            .unreadableRow, field: "",
            message: "the stored cells are not a JSON array of texts; import the file again")
        }
      }
    }
    self.cells = cells
    defer { out = ConformedBatch(plan: raw.plan, capacity: 0, quality: settings.quality) }
    return out
  }

  /// Adds a row of derived cells for each row whose mapping derives some; without any there is
  /// nothing to do.
  ///
  /// - Returns: where each row's derived cells stand, -1 for none; empty when no row has any.
  private func derive(_ raw: RawBatch, _ readable: [Bool], _ cells: inout CellBatch) -> [Int] {
    guard raw.layouts.contains(where: { !$0.derived.isEmpty }) else { return [] }
    return raw.rows.indices.map { index in
      let layout = raw.layouts[raw.rows[index].sheet]
      guard readable[index], !layout.derived.isEmpty else { return -1 }
      let row = raw.layouts.count + index
      let values = layout.derived.map { field in
        field.value { column in
          cells.withCell(row, column) { String(decoding: ASCII.trimmed($0), as: UTF8.self) }
        }
      }
      for value in values { cells.appendCell(value) }
      cells.endRow(number: 0)
      return cells.rowCount - 1
    }
  }

  private mutating func conformRow(_ source: RowCells) {
    country = layout.defaultCountry
    ownCountry = nil
    lastPhone = nil
    landingPath = .null
    if !layout.sourceRules.isSameEverywhere { out.setCountry(country) }
    if let field = plan.countryField { readCountry(source, field: field) }
    if !layout.sourceRules.isSameEverywhere { out.setCountry(country) }
    for (column, field) in layout.readings {
      let cell = value(of: source, field: field)
      if cell.isEmpty { continue }
      read(cell, field: field, column: column, of: source)
      if out[column].isNull, types[field] != .text || cell.count > longest[field] {
        out.noteUnread(column)
      }
    }
    if layout.supplierColumn >= 0 { readSupplier(source) }
    plan.rules(&self, source)
    if out.lastRow.isRejectedByGrade, isRefusal { out.takeRefusal() }
    checkReferences(source)
    if isLead {
      settleQuarantine()
      out.setQuality(row: out.rows.count - 1)
    }
  }

  /// A record that was exported keeps its supplier.
  private mutating func readSupplier(_ source: RowCells) {
    let start = out.bytes.count
    var cell = source.reserved(layout.supplierColumn)
    if layout.unescapes { cell = FormulaGuard.unescaped(cell) }
    TextReader.append(cell, to: &out.bytes)
    out.setSupplier(out.text(from: start))
  }

  /// The cell of a field without white space at its ends, or the mapping's constant; a stand-in for
  /// nothing counts as nothing.
  mutating func value(of source: RowCells, field: Int) -> UnsafeBufferPointer<UInt8> {
    var cell = source.cell(field)
    if cell.isEmpty { return source.constant(field) }
    cell = layout.unescapes ? FormulaGuard.unescaped(cell) : FormulaGuard.literal(cell)
    if hasOtherLetters { cell = decodedRightly(cell, field: field) }
    guard isPlaceholder(cell) else { return cell }
    if isPerhapsName(cell, field: field) { return cell }
    if isNamibia(cell, field: field, of: source) {
      add(
        .namibia, field: field, cell: cell,
        message: "was read as Namibia; leave the cell empty if it stands for nothing",
        suggestion: "Namibia")
      return cell
    }
    add(
      .placeholder, field: field, cell: cell,
      message: "is a stand-in for nothing; leave the cell empty")
    return source.constant(field)
  }

  /// Also with spaces of other widths or signs without any around it.
  private mutating func isPlaceholder(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if settings.policy.placeholders.contains(cell) { return true }
    guard hasOtherLetters, cell.count <= Self.longestStandIn, !TextReader.isClean(cell) else {
      return false
    }
    scratch.removeAll(keepingCapacity: true)
    TextReader.append(cell, to: &scratch)
    return scratch.withUnsafeBufferPointer { settings.policy.placeholders.contains($0) }
  }

  /// In bytes, with what surrounds it.
  private static let longestStandIn = 64

  /// Whether a cell is longer than a value of its field can be, which is a finding; of free text the
  /// beginning is taken.
  mutating func isTooLong(_ cell: UnsafeBufferPointer<UInt8>, field: Int) -> Bool {
    guard cell.count > longest[field] else { return false }
    let isText = longest[field] == Self.longestText
    add(
      .cellTooLong, field: field, cell: cell,
      message: "goes on for \(cell.count) bytes and "
        + (isText ? "was cut behind \(longest[field]); shorten it" : "counts as empty; shorten it"))
    return !isText
  }

  /// The beginning of a cell that is not too long, cut between characters.
  private func beginning(
    of cell: UnsafeBufferPointer<UInt8>, field: Int
  ) -> UnsafeBufferPointer<UInt8> {
    guard cell.count > longest[field] else { return cell }
    var end = longest[field]
    while end > longest[field] - 4, cell[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: cell[..<end])
  }

  /// Reads a cell as its field's type asks.
  private mutating func read(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int, of source: RowCells
  ) {
    // A long answer is none that is known, and a word for a refusal may be in it.
    var cell = cell
    if cell.count > longest[field] {
      // A list of people who refuse: the first of it is read here, the others by the kind's rules.
      if takesRefusals, column == emailColumn || column == phoneColumn {
        cell = beginning(of: cell, field: field)
      }
      // Compared as a pattern: with `!=` the raw values would be compared, letter by letter.
      if case .choice = types[field] {} else if isTooLong(cell, field: field) { return }
      cell = beginning(of: cell, field: field)
    }
    switch types[field] {
    case .text where column == idColumn && CutNumber.isCut(cell):
      add(
        .idCut, field: field, cell: cell,
        message: "was cut by a spreadsheet, so that others look the same; it counts as empty: ask "
          + "for the column as text")
    case .text where column == notesColumn:
      let start = out.bytes.count
      TextReader.appendLines(cell, to: &out.bytes)
      out[column] = out.text(from: start)
    case .text: readText(cell, column: column)
    // Whoever was given digests may well have put them there, and domains beside addresses; the
    // kind's rules take them.
    case .email
    where takesDigests && (WrittenDigests.fill(cell) || Self.namesDomain(cell))
      || takesRefusals && RefusedPattern.isWholeDomain(cell),
      .phone where takesDigests && WrittenDigests.fill(cell):
      break
    case .email: readEmail(cell, field: field, column: column)
    case .phone: readPhone(cell, field: field, column: column, of: source)
    case .country: break
    case .url: readURL(cell, field: field, column: column)
    case .integer: readInteger(cell, field: field, column: column)
    case .money: readMoney(cell, field: field, column: column)
    case .date, .timestamp: readTimestamp(cell, field: field, column: column)
    case .choice: readChoice(cell, field: field, column: column)
    }
  }

  // MARK: Findings

  /// Adds a finding that quotes a cell, or the beginning of a long one: `'cell' message`.
  mutating func add(
    _ rule: ValidationRule, field: Int, cell: UnsafeBufferPointer<UInt8>, message: String,
    suggestion: String? = nil
  ) {
    let value = Excerpt.of(cell)
    out.add(
      rule.finding(
        field: plan.fields[field].name, message: "'\(value)' \(message)", value: value,
        suggestion: suggestion))
  }

  /// Adds a finding of a rule that rejects the row, unless it is configured to be milder.
  mutating func reject(
    _ rule: ValidationRule, field: String, message: String, value: String = "",
    suggestion: String? = nil
  ) {
    out.add(
      rule.finding(field: field, message: message, value: value, suggestion: suggestion))
  }
}

/// The cells of one source row by catalogue field.
struct RowCells {
  let cells: CellView
  let row: Int
  let constantsRow: Int
  /// The row of the derived cells, -1 for none.
  let derivedRow: Int
  let columnOfField: [Int]

  func cell(_ field: Int) -> UnsafeBufferPointer<UInt8> { cell(column: columnOfField[field]) }

  /// The cell of a column, or of a derived one.
  func cell(column: Int) -> UnsafeBufferPointer<UInt8> {
    column < -1 ? derived(column) : reserved(column)
  }

  private func derived(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard derivedRow >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return cells.trimmed(derivedRow, -2 - column)
  }

  /// The cell of a column that may carry no field of the catalogue; empty for -1.
  func reserved(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    cells.trimmed(row, column)
  }

  func constant(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    cells.trimmed(constantsRow, field)
  }

  /// The cell as it was sent, or the mapping's constant.
  func value(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cell(field)
    return cell.isEmpty ? constant(field) : cell
  }
}
