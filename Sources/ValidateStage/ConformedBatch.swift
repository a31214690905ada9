import LeadModel
import Resolver
import Validation

/// The value of one column of a conformed record.
enum ConformedValue: Sendable {
  case null
  case int(Int64)
  /// A range of the batch's bytes.
  case text(start: Int32, count: Int32)

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

/// What is to become of a source row.
enum RowFate: Sendable {
  case conform, reject
  /// The person was erased.
  case suppress
  /// The record is taken, its row is not kept: it names an erased person beside what the record is.
  case conformAndForget
}

/// Conformed rows of one kind on their way from a worker to the writer.
struct ConformedBatch: Sendable {
  struct Row: Sendable {
    let id: Int64
    fileprivate(set) var recordID: Int64
    /// The country by which its rules were chosen; nil unless they differ by country.
    fileprivate(set) var country: CountryCode?
    let sheet: Int
    var fate: RowFate = .conform
    /// Whether a finding keeps the record away from messages.
    var isQuarantined = false
    /// Whether a rule rejects it that is no more than a warning as shipped.
    fileprivate(set) var isRejectedByGrade = false
    /// Whether a rule rejects it that always does.
    fileprivate(set) var cannotBeTaken = false
    /// What its findings cost of the record's quality, in points.
    var pointsLost = 0
    /// Columns whose cells hold a value that could not be read.
    fileprivate(set) var unread = ColumnSet()
    /// Who sent the record, where that is not who sent the sheet.
    var supplier: ConformedValue = .null
  }

  let plan: TablePlan
  private let columnCount: Int
  private(set) var rows: [Row] = []
  private(set) var values: [ConformedValue] = []
  var bytes: [UInt8] = []
  private(set) var findings: [(row: Int, finding: Finding)] = []
  /// What rows say of more people than their own record is about, in the order of the rows.
  private(set) var further: [FurtherRecord] = []
  /// The rules of each sheet's supplier.
  let sourceRules: [SourceRules]
  private let quality: LeadQuality
  /// What counts for the row that was begun last.
  var rules = RuleSettings()

  init(
    plan: TablePlan, capacity: Int, quality: LeadQuality, sourceRules: [SourceRules] = []
  ) {
    self.quality = quality
    self.plan = plan
    columnCount = plan.columns.count
    self.sourceRules = sourceRules
    rows.reserveCapacity(capacity)
    values.reserveCapacity(capacity * plan.columns.count)
    bytes.reserveCapacity(capacity * 256)
  }

  mutating func beginRow(id: Int64, recordID: Int64, sheet: Int) {
    rows.append(Row(id: id, recordID: recordID, sheet: sheet))
    values.append(contentsOf: repeatElement(.null, count: columnCount))
  }

  /// Columns of the row that was begun last.
  subscript(column: Int) -> ConformedValue {
    get { values[values.count - columnCount + column] }
    set { values[values.count - columnCount + column] = newValue }
  }

  /// Chooses the rules of the row that was begun last by its country.
  mutating func setCountry(_ country: CountryCode?) {
    rows[rows.count - 1].country = country
    rules = rules(row: rows.count - 1)
  }

  func value(row: Int, column: Int) -> ConformedValue {
    values[row * columnCount + column]
  }

  /// Text appended since an offset, as a value; null when there is none.
  func text(from start: Int) -> ConformedValue {
    start == bytes.count
      ? .null : .text(start: Int32(start), count: Int32(bytes.count - start))
  }

  mutating func setText(_ text: StaticString, column: Int) {
    let start = bytes.count
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    self[column] = self.text(from: start)
  }

  mutating func setText(_ text: String, column: Int) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    self[column] = self.text(from: start)
  }

  /// Runs a closure over a text column of the last row; an empty buffer when it is null.
  ///
  /// Inlined, like what it stands on: a closure that changes the caller would otherwise be given a
  /// copy of the whole batch.
  @inline(__always)
  func withText<R>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try withBytes(of: self[column], body)
  }

  @inline(__always)
  func withBytes<R>(
    of value: ConformedValue, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    guard case .text(let start, let count) = value else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start) + Int(count)]))
    }
  }

  func string(_ value: ConformedValue) -> String? {
    switch value {
    case .null: nil
    case .int(let number): String(number)
    case .text: withBytes(of: value) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Sets a column of any row to a text.
  mutating func setText(_ text: String, row: Int, column: Int) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values[row * columnCount + column] = self.text(from: start)
  }

  /// What the domain name system says about a lead's address.
  struct MailCheck {
    let row: Int
    let domain: String
    let answer: DomainAnswer
  }

  /// Sets what the domain name system says about leads, in the order of their rows, and adds what
  /// follows from it.
  mutating func set(_ checks: [MailCheck]) {
    var old = findings[...]
    var merged: [(row: Int, finding: Finding)] = []
    for check in checks {
      let verdict = check.answer.verdict
      setText(verdict.kind.rawValue, row: check.row, column: LeadRules.mxStatus)
      let rules = rules(row: check.row)
      let news = MailFindings.findings(
        domain: check.domain, check.answer
      ).compactMap { rules.graded($0) }
      guard !news.isEmpty else { continue }
      for finding in news { note(finding, row: check.row) }
      if rows[check.row].isQuarantined {
        values[check.row * columnCount + LeadRules.quarantined] = .int(1)
      }
      setQuality(row: check.row)
      while let next = old.first, next.row <= check.row {
        merged.append(next)
        old.removeFirst()
      }
      merged += news.map { (check.row, $0) }
    }
    if !merged.isEmpty { findings = merged + old }
  }

  /// Keeps a finding about the row that was begun last, as bad as it is configured to be.
  mutating func add(_ shipped: Finding) {
    guard let finding = rules.graded(shipped) else { return }
    if finding.severity == .reject {
      if shipped.severity == .reject {
        rows[rows.count - 1].cannotBeTaken = true
      } else {
        rows[rows.count - 1].isRejectedByGrade = true
      }
    }
    note(finding, row: rows.count - 1)
    findings.append((rows.count - 1, finding))
  }

  /// Takes the row that was begun last although its supplier's grades reject it: they are for the sake
  /// of clean data, and what the row refuses counts.
  mutating func takeRefusal() {
    let last = rows.count - 1
    guard rows[last].isRejectedByGrade, !rows[last].cannotBeTaken, rows[last].fate == .reject else {
      return
    }
    rows[last].fate = .conform
    for index in findings.indices.reversed() {
      guard findings[index].row == last else { break }
      if findings[index].finding.severity == .reject {
        findings[index].finding = findings[index].finding.graded(.warn)
      }
    }
  }

  /// Keeps a finding about any row.
  mutating func insert(_ shipped: Finding, row: Int) {
    guard let finding = rules(row: row).graded(shipped) else { return }
    note(finding, row: row)
    if plan.kind == .lead { setQuality(row: row) }
    findings.insert((row, finding), at: findings.firstIndex { $0.row > row } ?? findings.count)
  }

  /// Says how good the data of a lead is, once all is known about it.
  mutating func setQuality(row: Int) {
    let first = row * columnCount
    let score = quality.score(lost: rows[row].pointsLost) { values[first + $0].isNull }
    values[first + LeadRules.quality] = .int(Int64(score))
  }

  /// Lets a finding have its consequences.
  private mutating func note(_ finding: Finding, row: Int) {
    rows[row].pointsLost += quality.weights.points(of: finding)
    switch finding.severity {
    case .reject:
      switch rows[row].fate {
      case .conform: rows[row].fate = .reject
      // Who was erased is in the row, even though nothing comes of it.
      case .conformAndForget: rows[row].fate = .suppress
      case .reject, .suppress: break
      }
    case .quarantine: rows[row].isQuarantined = true
    case .warn, .info: break
    }
  }

  /// What counts for a row of the batch.
  func rules(row: Int) -> RuleSettings {
    let sheet = rows[row].sheet
    guard sourceRules.indices.contains(sheet) else { return RuleSettings() }
    let source = sourceRules[sheet]
    if source.isSameEverywhere { return source.settings(country: nil) }
    return source.settings(country: rows[row].country)
  }

  /// What was suggested for a field of the row that was begun last, to make it usable: how it should
  /// have been decoded does not.
  func suggestion(field: String) -> String? {
    findings.reversed().prefix { $0.row == rows.count - 1 }.map(\.finding)
      .first {
        $0.field == field && $0.suggestion != nil && $0.code != ValidationRule.wronglyDecoded.code
      }?.suggestion
  }

  /// Says that a cell of the row that was begun last holds a value that could not be read.
  mutating func noteUnread(_ column: Int) {
    if plan.outlivesUnread[column] { rows[rows.count - 1].unread.insert(column) }
  }

  /// Keeps what the row that was begun last says of somebody else.
  mutating func add(_ record: FurtherRecord) { further.append(record) }

  mutating func setFate(_ fate: RowFate) {
    rows[rows.count - 1].fate = fate
  }

  mutating func setSupplier(_ name: ConformedValue) {
    rows[rows.count - 1].supplier = name
  }

  /// Says that a row is about another record than it seemed.
  mutating func setRecord(_ record: Int64, row: Int) {
    rows[row].recordID = record
  }

  var lastRow: Row { rows[rows.count - 1] }
}
