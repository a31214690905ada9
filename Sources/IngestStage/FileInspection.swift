import Bytes
package import ColumnMapping
package import CommandLineKit
import Definitions
package import LeadModel
package import StageKit
package import Store
package import Tabular

/// What ingest would make of a file, and what is in it; nothing is loaded.
package struct FileInspection {
  package struct Column: Sendable {
    package let proposal: ColumnProposal
    package fileprivate(set) var profile = ValueProfile()
    package fileprivate(set) var distinct = DistinctCounter()
  }

  package struct Sheet: Sendable {
    package let name: String
    /// Row number of the header, from 1; 0 when the file has none, nil when none was found.
    package let headerRow: Int?
    /// Rows of the header, where it is several.
    package fileprivate(set) var headerRows = 1
    package let kind: RecordKind?
    /// How sure the kind is; 1 when a mapping says it.
    package let kindConfidence: Double
    package let kindEvidence: String
    package fileprivate(set) var columns: [Column]
    package fileprivate(set) var rowCount = 0
    /// The first data rows with their numbers.
    package fileprivate(set) var sample: [(number: Int, cells: [String])] = []
    /// How the layout differs from the supplier's last files; empty when it does not.
    package fileprivate(set) var drift: [String] = []
    /// What stands above the header: row numbers and texts.
    package fileprivate(set) var preamble: [(row: Int, text: String)] = []
    /// What was left out of the table or is worth a look, as import says it.
    package fileprivate(set) var remarks: [Finding] = []
    /// Whether import takes other sheets and not this one.
    package fileprivate(set) var isLeftAlone = false
    /// Why reading ended before the sheet did.
    package fileprivate(set) var failure: String?

    package var proposal: MappingProposal? {
      kind.map { MappingProposal(kind: $0, columns: columns.map(\.proposal)) }
    }
  }

  package let name: String
  package let table: TableFile
  package private(set) var sheets: [Sheet] = []
  /// Sheets that ingest would not look at.
  package let hiddenSheets: [String]
  /// The mapping that ingest would read the file with; nil when none claims it.
  package let mapping: String?
  /// Whether no mapping claims the file, and the columns are those of a proposal.
  package let isProposed: Bool
  /// Why ingest would not read the file as it stands; nil when it would.
  package private(set) var problem: String?

  package static let sampleRows = 10

  /// - Parameters:
  ///   - path: a CSV or XLSX file.
  ///   - configuration: the folder with the mappings; it may be missing.
  ///   - mappingName: the mapping to read it with; nil: as ingest would choose.
  ///   - database: a workspace's store, whose history the file is held against.
  ///   - arguments: what the command line says of workbooks.
  /// - Throws: `TabularError`; `StageFailure` for a mapping that does not exist.
  package init(
    path: String, configuration: ConfigurationFolder, mappingName: String?, database: Database?,
    arguments: ParsedArguments
  ) throws {
    name = path.split(separator: "/").last.map(String.init) ?? path
    let mappings = try IngestStage.mappings(configuration)
    let named = try mappingName.map { try IngestStage.mapping(named: $0, in: mappings) }
    let chooser = MappingChooser(mappings, matcher: try SynonymFile.matcher(configuration))
    let claiming = named.map { [$0] } ?? chooser.claiming(name)
    let table = try OpenedFile.open(path, claiming.count == 1 ? claiming[0] : nil, arguments)
    self.table = table
    hiddenSheets = table.sheets.filter { !$0.isRead }.map(\.name)
    var heads: [SheetHead] = []
    for (index, sheet) in table.sheets.enumerated() where sheet.isRead {
      heads.append(
        try SheetHead(
          index: index, reader: try table.makeReader(sheet: index), of: table))
    }
    if table.format == .xlsx, !table.headerIsFirstRow { OpenedFile.nameByNumbers(&heads) }
    var choice: MappingChoice?
    do throws(MappingChoiceError) {
      choice = try chooser.choose(fileName: name, sheets: heads, named: named)
    } catch {
      problem = error.message
    }
    mapping = choice.flatMap { $0.proposedText == nil ? $0.mapping.name : nil }
    isProposed = mapping == nil
    let rows = heads.map { $0.rows.map(chooser.matcher.row) }
    let guesses = MappingProposer(chooser: chooser, fileName: name).guesses(heads, rows)
    for (index, head) in heads.enumerated() {
      var sheet = Self.sheet(head, choice?.headers[index], guesses[index], choice)
      sheet.isLeftAlone = choice != nil && choice?.headers[index] == nil && !head.batch.isEmpty
      let row = choice?.headers[index]?.row ?? guesses[index]?.row
      try sheet.read(head, below: row, of: table, chooser.matcher)
      if let database, let choice, let place = choice.headers[index] {
        try sheet.compare(place, head, choice.mapping, database)
      }
      sheets.append(sheet)
    }
  }

  private static func sheet(
    _ head: SheetHead, _ place: HeaderPlace?, _ guess: MappingProposer.Guess?,
    _ choice: MappingChoice?
  ) -> Sheet {
    if let place, let choice {
      let isProposed = choice.proposedText != nil
      let kind = isProposed ? guess?.kinds.first : nil
      return Sheet(
        name: head.name, headerRow: head.headerNumber(place.row), kind: choice.mapping.kind,
        kindConfidence: kind?.confidence ?? 1,
        kindEvidence: kind?.evidence ?? "mapping '\(choice.mapping.name)' says so",
        columns: place.match.columns.map { Column(proposal: $0) })
    }
    guard let guess, let kind = guess.kinds.first else {
      return Sheet(
        name: head.name, headerRow: nil, kind: nil, kindConfidence: 0, kindEvidence: "",
        columns: [])
    }
    return Sheet(
      name: head.name, headerRow: head.headerNumber(guess.row), kind: kind.kind,
      kindConfidence: kind.confidence, kindEvidence: kind.evidence,
      columns: kind.proposal.columns.map { Column(proposal: $0) })
  }

  /// The text of a mapping that reads the file as it was understood here; nil without a header.
  package func draft(name: String) -> String? {
    let found = sheets.max { applied($0) < applied($1) }
    guard let sheet = found, let proposal = sheet.proposal else { return nil }
    var draft = MappingDraft(
      proposal: proposal, profiles: sheet.columns.map(\.profile),
      summary: "read as \(self.name) was understood; confirm the columns")
    draft.isHeaderless = sheet.headerRow == 0
    draft.isWorkbook = table.format == .xlsx
    draft.files = FileNamePattern.patterns(of: self.name)
    return draft.text
  }

  private func applied(_ sheet: Sheet) -> Int { sheet.proposal?.appliedCount ?? 0 }
}

extension FileInspection.Sheet {
  /// Reads all rows below the header once, as import does; without a header all rows.
  fileprivate mutating func read(
    _ head: SheetHead, below row: Int?, of table: TableFile, _ matcher: ColumnMatcher
  ) throws {
    let reader: any TableReader
    if let row, let kind {
      preamble = head.above(row, matcher)?.lines ?? []
      headerRows = max(1, head.firstDataRow(below: row) - row)
      reader = head.table(
        below: row, fields: columns.map(\.proposal.fieldRead),
        kind: kind, matcher: matcher)
    } else {
      take(head.batch)
      reader = head.reader
    }
    var batch = CellBatch()
    do throws(TabularError) {
      while try reader.next(&batch) { take(batch) }
    } catch {
      take(batch)
      failure = error.description
    }
    let place = IngestFinding.SheetPlace(table, sheet: name, notices: reader.notices)
    remarks = reader.notices.compactMap {
      IngestFinding.around($0, place) ?? IngestFinding.workbook($0)
    }
  }

  private mutating func take(_ batch: CellBatch) {
    for row in 0..<batch.rowCount {
      rowCount += 1
      if sample.count < FileInspection.sampleRows {
        sample.append((batch.rowNumber(row), batch.strings(row)))
      }
    }
    // Column by column: each column's counters stay close while they are at work.
    batch.withBytes { bytes in
      for column in columns.indices {
        for row in 0..<batch.rowCount {
          let cell = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[batch.range(row, column)]))
          columns[column].profile.add(cell)
          if !cell.isEmpty { columns[column].distinct.add(cell) }
        }
      }
    }
  }

  fileprivate mutating func compare(
    _ place: HeaderPlace, _ head: SheetHead, _ mapping: SourceMapping, _ database: Database
  ) throws {
    let cells = head.rows[place.row]
    let profiles = head.profiles(below: place.row, width: cells.count)
    let shapes = cells.indices.map {
      ColumnShape(header: cells[$0], field: place.match.fields[$0], profile: profiles[$0])
    }
    let history = try DriftCheck.history(of: mapping, isProposed: false, in: database)
    if let found = LayoutDrift.against(history, shapes) {
      drift = DriftCheck.lines(found)
    }
  }
}

/// Patterns that the next file of the same supplier will match too.
enum FileNamePattern {
  static func patterns(of name: String) -> [String] {
    let stem = TableName.stem(name)
    var base = stem.prefix { !$0.isNumber }
    while let last = base.last, !last.isLetter { base.removeLast() }
    let common = base.count >= 4 ? String(base) : stem
    return ["\(common)*.csv", "\(common)*.xlsx"]
  }
}
