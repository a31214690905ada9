import Bytes
import Definitions
import LeadModel
import Rejects
import Resolver
import StageKit
import Store
import Validation

/// One run of the stage: all kinds, one after the other.
struct ValidateRun {
  private let context: StageContext
  private let names: PolicyFile.NameResolution
  private let configHash: String
  private let mappings: SourceMappings
  private let snapshots: SnapshotPolicy
  private var settings: ConformSettings

  /// `dns` overrides what the policy file says.
  init(context: StageContext, dns: DNSSource?) throws {
    self.context = context
    let files = context.configuration.files(in: "mappings")
    configHash = context.configurationHash(of: [PolicyFile.name] + files)
    let documents = try files.map { file in
      (
        name: String(file.dropFirst("mappings/".count).dropLast(".yaml".count)),
        node: try context.configuration.load(file)
      )
    }
    mappings = try SourceMappings(documents)
    let policy = try context.configuration.load(PolicyFile.name)
    settings = ConformSettings(policy: try PolicyFile.read(policy), asOf: context.asOf)
    snapshots = try PolicyFile.snapshots(policy)
    var names = try PolicyFile.nameResolution(policy)
    if let dns { names.source = dns }
    self.names = names
  }

  mutating func run() throws {
    try rebuild()
    try conformNews()
    // Snapshots that brought no new row.
    try settleSnapshots()
    try writeRejects()
  }

  /// Makes records anew whose rows were taken back.
  private mutating func rebuild() throws {
    let plans = try TablePlan.all.filter { try !context.revisits($0.table).isEmpty }
    guard !plans.isEmpty else { return }
    context.didWork()
    try loadErasures()
    settings.suppressions =
      try SuppressionUpdate(context: context, configHash: configHash).index()
    let sheets = try SheetCatalogue(context.database)
    for plan in plans {
      let checks =
        plan.kind == .lead && names.source != .off
        ? try DomainChecks(context: context, names: names) : nil
      try RecordRebuild(
        context: context, plan: plan,
        layouts: sheets.sheets(of: plan.kind).map { try layout(of: $0, plan: plan) },
        settings: settings, checks: checks, mark: previousMark(of: plan.kind)
      ).run()
    }
  }

  private mutating func loadErasures() throws {
    try context.database.query("validate-erasures").rows { settings.erasures.add($0.text(0)) }
  }

  private func previousMark(of kind: RecordKind) throws -> Int64 {
    try context.database.query("validate-previous-mark").first(.text(Self.subject(of: kind))) {
      $0.int(0)
    } ?? 0
  }

  private mutating func conformNews() throws {
    let sheets = try SheetCatalogue(context.database)
    let marks = try TablePlan.all.map(\.kind).map { kind in
      (kind: kind, mark: try context.mark(Self.subject(of: kind), configHash: configHash))
    }
    let lowest = marks.map(\.mark).min() ?? 0
    let news = try sheets.news(after: lowest, context.database)
    guard let newest = news.map(\.ids.upperBound).max() else { return }
    try loadErasures()
    let total = IDRanges(news.map(\.ids)).count
    for (kind, mark) in marks {
      let intervals = news.compactMap { news -> ClosedRange<Int64>? in
        guard sheets.kind(of: news.sheet) == kind, news.ids.upperBound > mark else { return nil }
        return max(news.ids.lowerBound, mark + 1)...news.ids.upperBound
      }
      if kind == .lead { try settleSuppressions(needsIndex: !intervals.isEmpty) }
      if !intervals.isEmpty {
        try loadReferences(of: kind)
        try conform(kind, sheets.sheets(of: kind), intervals: intervals, total: total)
      }
    }
    try context.transaction {
      try LateReferences(context: context, rules: settings.policy.rules).check(upTo: newest)
      for kind in TablePlan.all.map(\.kind) {
        try context.setMark(Self.subject(of: kind), to: newest, configHash: configHash)
      }
    }
  }

  private mutating func loadReferences(of kind: RecordKind) throws {
    settings.references = [:]
    for target in TablePlan.plan(of: kind).earlierTargets {
      settings.references[target] = try ReferenceIndex.load(
        TablePlan.plan(of: target), from: context.database)
    }
  }

  /// Gives the rejected rows back as workbooks; those of a run that was killed too.
  private func writeRejects() throws {
    guard !context.isDryRun else { return }
    let lines = try RejectsWriter(
      database: context.database, folder: context.workspace.rejectsFolder, asOf: context.asOf
    ).writePending()
    for line in lines { context.say(line) }
  }

  private static func subject(of kind: RecordKind) -> String { "source_row/\(kind.rawValue)" }

  private func settleSnapshots() throws {
    let update = SuppressionUpdate(context: context, configHash: configHash)
    let hadWork = try RegistrySnapshots(context: context, policy: snapshots, update: update)
      .settle()
    if hadWork { context.didWork() }
  }

  /// After the registries of this run are in, before any lead is looked at.
  private mutating func settleSuppressions(needsIndex: Bool) throws {
    try settleSnapshots()
    let update = SuppressionUpdate(context: context, configHash: configHash)
    let news = try update.news()
    guard needsIndex || news != nil else { return }
    settings.suppressions = try update.index()
    if let news { try update.apply(settings.suppressions, news) }
  }

  /// Conforms the new rows of a kind: read and normalised by the workers, written here.
  private func conform(
    _ kind: RecordKind, _ sheets: [SheetCatalogue.Sheet], intervals: [ClosedRange<Int64>],
    total: Int
  ) throws {
    let plan = TablePlan.plan(of: kind)
    let layouts = try sheets.map { try layout(of: $0, plan: plan) }
    let rows = SourceRows(plan: plan, layouts: layouts)
    var ranges = IDRanges(intervals)
    var writer = try ConformedWriter(
      context: context, plan: plan, layouts: layouts, previousMark: try previousMark(of: kind),
      suppressions: settings.suppressions, quality: settings.quality,
      looksUpDomains: names.source != .off)
    var keyed = KeyedRecords(database: context.database, plan: plan, layouts: layouts)
    let checks =
      kind == .lead && names.source != .off
      ? try DomainChecks(context: context, names: names) : nil
    let pool = ConformerPool(settings: settings, database: context.database.path)
    try ParallelBatches.run(
      workers: context.workers,
      produce: { () -> RowsToConform? in
        guard let ids = ranges.next() else { return nil }
        // What a rehearsal has not committed is seen on its own connection only.
        return context.isPartOfRehearsal
          ? .rows(try rows.read(ids, from: context.database)) : .ids(ids)
      },
      transform: { work in
        switch work {
        case .ids(let ids): try pool.conform(rows, in: ids)
        case .rows(let batch): pool.conform(batch)
        }
      },
      consume: { conformed in
        if conformed.rows.isEmpty { return }
        var batch = conformed
        let answers = try checks?.apply(to: &batch) ?? []
        try context.transaction {
          context.counts.rowsIn += batch.rows.count
          try keyed?.resolve(&batch)
          try writer.write(batch)
          try checks?.store(answers)
          if let last = batch.rows.last {
            try context.setMark(
              Self.subject(of: kind), to: last.id, configHash: configHash)
          }
        }
        context.progress(done: context.counts.rowsIn, of: total, unit: "rows")
      })
    if let checks { context.result("domains_looked_up", .int(Int64(checks.lookups))) }
  }

  /// The mapping that was proposed for the sheet's file, where no configured one described it.
  private func proposed(_ sheet: SheetCatalogue.Sheet) throws -> SourceMapping? {
    guard let text = sheet.proposedMapping else { return nil }
    let node = try DefinitionNode.parse(text, file: "the mapping proposed for the file")
    return try SourceMapping(node, name: sheet.supplier)
  }

  private func layout(of sheet: SheetCatalogue.Sheet, plan: TablePlan) throws -> SheetLayout {
    let mapping =
      try proposed(sheet) ?? mappings.mapping(kind: plan.kind, supplier: sheet.supplier)
    let zone: ZoneRules
    do throws(ZoneFileError) {
      zone = try ZoneFile.load(mapping?.timeZone ?? "UTC")
    } catch {
      throw StageFailure(
        .badConfiguration, "mappings/\(mapping?.name ?? "").yaml: \(error.description)")
    }
    let derived = mapping.map {
      DerivedField.all(
        of: $0, header: sheet.header, fields: sheet.fields, names: plan.fields.map(\.name))
    }
    return SheetLayout(
      sheetID: sheet.id, supplier: sheet.supplier, plan: plan, sheetFields: sheet.fields,
      derived: derived ?? [],
      constants: mapping?.constants ?? [:],
      dateOrder: mapping.flatMap { $0.statesDateOrder ? $0.dateOrder : nil },
      decimal: mapping?.decimal ?? .point,
      defaultCountry: mapping?.defaultCountry.flatMap { CountryCode($0) }, zone: zone,
      unescapes: sheet.isGuarded, fileID: sheet.fileID, rules: sheet.rules,
      sourceRules: settings.policy.rules.rules(ofSource: sheet.supplier))
  }
}

/// Rows on their way to a worker, or where it finds them.
private enum RowsToConform: Sendable {
  case ids(ClosedRange<Int64>)
  case rows(RawBatch)
}

/// The sheets of the store, and where new rows of them stand.
struct SheetCatalogue {
  struct Sheet {
    let id: Int64
    let kind: RecordKind
    let supplier: String
    let fields: [String]
    /// Whether texts may carry the apostrophes that a CSV export puts before formulas. Those of other
    /// files are part of the text.
    let isGuarded: Bool
    let fileID: Int64
    let rules: LoadRules
    let header: [String]
    /// The text of a mapping that was proposed for the file and read it; nil: a configured one did.
    let proposedMapping: String?
  }

  struct News {
    let sheet: Int64
    let ids: ClosedRange<Int64>
  }

  private var byID: [Int64: Sheet] = [:]
  private var ordered: [Sheet] = []

  init(_ database: Database) throws {
    try database.query("validate-sheets").rows { row in
      guard let kind = RecordKind(rawValue: row.text(2)) else { return }
      let fields = (try? CellJSON.decode(row.text(1))) ?? []
      let rules = LoadRules(
        mode: LoadRules.Mode(rawValue: row.text(5)) ?? .upsert,
        key: row.text(6).split(separator: ",").map(String.init), fillsOnlyEmpty: row.int(7) != 0)
      let header = (try? CellJSON.decode(row.text(9))) ?? []
      let sheet = Sheet(
        id: row.int(0), kind: kind, supplier: row.text(3), fields: fields,
        isGuarded: row.text(8) == "csv" && row.text(3) == ReservedField.exportSupplier,
        fileID: row.int(4), rules: rules, header: header,
        proposedMapping: row.optionalText(10))
      byID[sheet.id] = sheet
      ordered.append(sheet)
    }
  }

  func kind(of sheet: Int64) -> RecordKind? { byID[sheet]?.kind }

  func sheets(of kind: RecordKind) -> [Sheet] { ordered.filter { $0.kind == kind } }

  func news(after mark: Int64, _ database: Database) throws -> [News] {
    var news: [News] = []
    try database.query("validate-sheet-ranges").rows(.int(mark)) { row in
      news.append(
        News(sheet: row.int(0), ids: row.int(1)...row.int(2)))
    }
    return news
  }
}
