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
  /// Whether there were new rows of leads.
  private var hasLeads = false
  /// What the leads that were looked at depend on.
  private var leadHash = ""
  /// At the end of a configuration's hash: the mail domains were looked up.
  private static let lookedUp = " with mail domains"

  /// `dns` overrides what the policy file says.
  init(context: StageContext, dns: DNSSource?) throws {
    self.context = context
    let files = context.configuration.files(in: "mappings")
    let hasLaw = context.configuration.contains(MarketingLawFile.name)
    let hasChannels = context.configuration.contains(ChannelFile.name)
    configHash = context.configurationHash(
      of: [PolicyFile.name] + (hasLaw ? [MarketingLawFile.name] : [])
        + (hasChannels ? [ChannelFile.name] : [])
        + (context.configuration.contains(DomainFile.name) ? [DomainFile.name] : []) + files)
    let documents = try files.map { file in
      (
        name: String(file.dropFirst("mappings/".count).dropLast(".yaml".count)),
        node: try context.configuration.load(file)
      )
    }
    mappings = try SourceMappings(documents)
    let policy = try context.configuration.load(PolicyFile.name)
    settings = ConformSettings(
      policy: try PolicyFile.policy(in: context.configuration), asOf: context.asOf)
    if hasLaw {
      settings.law = try MarketingLawFile.read(
        context.configuration.load(MarketingLawFile.name))
    }
    if hasChannels {
      settings.channels = try ChannelFile.read(context.configuration.load(ChannelFile.name))
    }
    var suppliers = Set(mappings.all.map(\.supplier))
    try KnownSources.add(&suppliers, of: context.database)
    try RuleFile.checkSources(policy, known: suppliers)
    snapshots = try PolicyFile.snapshots(policy)
    var names = try PolicyFile.nameResolution(policy)
    if let dns { names.source = dns }
    self.names = names
  }

  mutating func run() throws {
    let checks = names.source == .off ? nil : try DomainChecks(context: context, names: names)
    let wrongAgain = try WrongAgain(context: context)
    try rebuild(checks)
    // What an interrupted run has left.
    try rebuildRejected(checks)
    if let checks { try review(checks) }
    try conformNews(checks)
    if let checks { try refresh(checks) }
    try rebuildRejected(checks)
    // Snapshots that brought no new row.
    try settleSnapshots()
    try report(checks)
    try wrongAgain.report()
    try writeRejects()
  }

  /// Makes records anew whose rows were taken back.
  private mutating func rebuild(_ checks: DomainChecks?) throws {
    let plans = try TablePlan.all.filter { try !context.revisits($0.table).isEmpty }
    guard !plans.isEmpty else { return }
    context.didWork()
    for plan in plans {
      try rebuild(try context.revisits(plan.table), of: plan, checks, cause: .undo)
    }
  }

  /// Makes records anew of which a row was taken once and is rejected now.
  private mutating func rebuildRejected(_ checks: DomainChecks?) throws {
    for plan in TablePlan.all {
      let records = try context.revisits(RecordRebuild.rejections(of: plan))
      guard !records.isEmpty else { continue }
      context.didWork()
      try rebuild(records, of: plan, checks, cause: .rejection)
    }
  }

  private mutating func rebuild(
    _ records: [Int64], of plan: TablePlan, _ checks: DomainChecks?, cause: RecordRebuild.Cause
  ) throws {
    try loadErasures()
    settings.suppressions =
      try SuppressionUpdate(context: context, configHash: configHash).index()
    let sheets = try SheetCatalogue(context.database)
    try RecordRebuild(
      context: context, plan: plan,
      layouts: sheets.sheets(of: plan.kind).map { try layout(of: $0, plan: plan) },
      settings: settings, checks: plan.kind == .lead ? checks : nil,
      mark: previousMark(of: plan.kind), cause: cause
    ).run(records)
  }

  /// Asks again for domains that could not be looked up, and for those that kept leads away from
  /// messages until now; brings their leads to what is known.
  private mutating func review(_ checks: DomainChecks) throws {
    let review = try MailReview(context: context, checks: checks)
    guard !review.isEmpty else { return }
    if checks.lookups > 0 { context.didWork() }
    if !review.changed.isEmpty {
      context.didWork()
      try rebuild(review.changed, of: .lead, checks, cause: .mailDomain)
    }
    try review.finish()
  }

  /// Asks again for domains that took mail; every lead of a domain learns what a new answer says.
  private mutating func refresh(_ checks: DomainChecks) throws {
    let asked = checks.lookups
    let refresh = MailRefresh(
      context: context, checks: checks, mostDomains: names.refreshesPerNight)
    let leads = try refresh.run()
    if checks.lookups > asked { context.didWork() }
    if !leads.isEmpty {
      context.didWork()
      try rebuild(leads, of: .lead, checks, cause: .mailDomain)
    }
    try refresh.finish()
  }

  /// Says what was asked, or that nothing was.
  private func report(_ checks: DomainChecks?) throws {
    guard let checks else {
      if hasLeads { context.result("mail_domains", .string("not looked up (dns: off)")) }
      return
    }
    try checks.finish()
    guard checks.lookups > 0 || hasLeads else { return }
    context.result("domains_looked_up", .int(Int64(checks.lookups)))
    if checks.failures > 0 {
      context.result("domains_asked_again_next_night", .int(Int64(checks.failures)))
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

  private mutating func conformNews(_ checks: DomainChecks?) throws {
    let sheets = try SheetCatalogue(context.database)
    let marks = try TablePlan.all.map(\.kind).map { kind in
      (kind: kind, mark: try mark(of: kind))
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
        if kind == .lead {
          hasLeads = true
          leadHash = names.source == .off ? configHash : configHash + Self.lookedUp
        }
        try loadReferences(of: kind)
        try conform(
          kind, sheets.sheets(of: kind), intervals: intervals, total: total,
          kind == .lead ? checks : nil)
      }
    }
    try context.transaction {
      try LateReferences(context: context, rules: settings.policy.rules).check(upTo: newest)
      for kind in TablePlan.all.map(\.kind) {
        try context.setMark(Self.subject(of: kind), to: newest, configHash: hash(of: kind))
      }
    }
  }

  private func hash(of kind: RecordKind) -> String {
    switch kind {
    case .lead: leadHash
    case .consent, .suppression: configHash + Self.everyone
    default: configHash
    }
  }

  /// At the end of a configuration's hash: refusals were read for all whom they name. Rows that an
  /// earlier version looked at are looked at again.
  private static let everyone = " for everyone named"

  /// How far rows of a kind have been looked at. A run that looks up mail domains looks at all leads
  /// again when a run since the last one that did so has taken leads without.
  private mutating func mark(of kind: RecordKind) throws -> Int64 {
    let subject = Self.subject(of: kind)
    guard kind == .lead else { return try context.mark(subject, configHash: hash(of: kind)) }
    leadHash = configHash + Self.lookedUp
    let mark = try context.mark(subject, configHash: leadHash)
    if names.source != .off || mark > 0 { return mark }
    leadHash = configHash
    return try context.mark(subject, configHash: configHash)
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

  /// Batches for each worker that may wait for the writer: what it writes between two looks at the disk.
  private static let batchesAhead = 8

  /// Conforms the new rows of a kind: read and normalised by the workers, written here.
  private func conform(
    _ kind: RecordKind, _ sheets: [SheetCatalogue.Sheet], intervals: [ClosedRange<Int64>],
    total: Int, _ checks: DomainChecks?
  ) throws {
    let plan = TablePlan.plan(of: kind)
    let layouts = try sheets.map { try layout(of: $0, plan: plan) }
    let rows = SourceRows(plan: plan, layouts: layouts)
    var ranges = IDRanges(intervals)
    let furthest = try previousMark(of: kind)
    if let first = intervals.first?.lowerBound, first <= furthest {
      // A run that is interrupted before it has come as far again leaves a lower mark.
      try context.transaction {
        try context.setMark(
          Self.subject(of: kind) + "/furthest", to: furthest, configHash: hash(of: kind))
      }
    }
    let known = KnownRejections(context: context)
    var writer = try ConformedWriter(
      context: context, plan: plan, layouts: layouts, previousMark: furthest,
      suppressions: settings.suppressions, quality: settings.quality,
      looksUpDomains: names.source != .off)
    var namesakes = NamesakeRecords(
      database: context.database, plan: plan, layouts: layouts)
    var keyed = KeyedRecords(database: context.database, plan: plan, layouts: layouts)
    var places = try UpdatedPlaces(database: context.database, plan: plan, layouts: layouts)
    let pool = ConformerPool(settings: settings, database: context.database.path)
    /// What a rehearsal has not committed is seen on its own connection only.
    func produce(_ ranges: inout IDRanges) throws -> RowsToConform? {
      guard let ids = ranges.next() else { return nil }
      return context.isPartOfRehearsal
        ? .rows(try rows.read(ids, from: context.database)) : .ids(ids)
    }
    let transform: @Sendable (RowsToConform) throws -> ConformedBatch = { work in
      switch work {
      case .ids(let ids): try pool.conform(rows, in: ids)
      case .rows(let batch): pool.conform(batch)
      }
    }
    if let checks {
      // All domains before the first lead is written: one that is slow holds up nobody but itself.
      var ahead = ranges
      try ParallelBatches.run(
        workers: context.workers, produce: { try produce(&ahead) },
        transform: { Set(DomainChecks.domains(of: try transform($0)).map(\.domain)).sorted() },
        consume: { try checks.want($0) })
      try checks.settle()
    }
    try ParallelBatches.run(
      workers: context.workers, ahead: Self.batchesAhead, produce: { try produce(&ranges) },
      transform: transform,
      consume: { conformed in
        if conformed.rows.isEmpty { return }
        var batch = conformed
        let unsettled = try checks?.apply(to: &batch) ?? [:]
        try known.apply(to: &batch, upTo: furthest)
        try context.transaction {
          context.counts.rowsIn += batch.rows.count
          try keyed?.resolve(&batch)
          try namesakes?.resolve(&batch)
          try places?.check(&batch)
          try writer.write(batch)
          for (row, due) in unsettled.sorted(by: { $0.key < $1.key }) {
            try checks?.list(batch.rows[row].recordID, due: due)
          }
          if let last = batch.rows.last {
            try context.setMark(
              Self.subject(of: kind), to: last.id, configHash: hash(of: kind))
          }
        }
        context.progress(done: context.counts.rowsIn, of: total, unit: "rows")
      })
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
      isProposed: sheet.proposedMapping != nil,
      sourceRules: settings.policy.rules.rules(ofSource: sheet.supplier))
  }
}

/// Rows on their way to a worker, or where it finds them.
private enum RowsToConform: Sendable {
  case ids(ClosedRange<Int64>)
  case rows(RawBatch)
}
