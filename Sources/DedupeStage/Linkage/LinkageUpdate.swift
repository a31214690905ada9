import Matching
import StageKit
import Store

/// Keeps what is stored of the pairs of leads up to date as nights come.
///
/// The edges are those of comparing everything at once.
struct LinkageUpdate {
  private let database: Database
  /// Nil when what was written before is seen by this connection alone.
  private let readers: ReaderPool?
  private let pages: BlockPages
  private let comparison: NightComparison
  /// Whether all edges have just been made anew: leads have only to be clustered by them.
  private let isFresh: Bool
  private let tally: DedupeTally
  private let contacts: ContactDedupe

  /// `contacts` follow the leads.
  init(
    context: StageContext, model: LinkModel, rules: MatchingRules, isFresh: Bool,
    tally: DedupeTally, contacts: ContactDedupe
  ) {
    self.tally = tally
    self.contacts = contacts
    self.isFresh = isFresh
    database = context.database
    readers = context.isDryRun ? nil : ReaderPool(path: database.path)
    pages = BlockPages(database: database)
    comparison = NightComparison(model: model, rules: rules)
  }

  /// The weight from which two leads are one person.
  var linkWeight: Double { comparison.linkWeight }

  /// Brings the edges of some leads up to date, in ascending order of their ids, and gives the leads
  /// that have gained or lost one that links. `known` are those of them that may have had keys
  /// before. Meanwhile `work` is done, which does not touch leads, blocking keys and edges.
  func run(
    taken ids: [Int64], known: Set<Int64>, beside work: () throws -> Void
  ) throws -> Set<Int64> {
    if isFresh {
      try work()
      return Set(ids)
    }
    var gone = known
    try database.query("dedupe-stale").rows { gone.insert($0.int(0)) }
    var edges = try LinkEdges(database: database, linkWeight: linkWeight)
    let outcome: NightComparison.Outcome?
    if gone.isEmpty, let readers {
      let comparison = comparison
      outcome = try Overlap.run(
        background: { try readers.read { try comparison.outcome(of: ids, lost: [:], in: $0) } },
        foreground: work)
    } else {
      // What a transaction takes out, no other connection sees.
      let lost = try pages.remove(gone)
      try database.query("dedupe-linkage-clear-stale").run()
      for lead in gone.sorted() { try edges.drop(of: lead) }
      try work()
      outcome = try comparison.outcome(of: ids, lost: lost, in: database)
    }
    guard let outcome else { return [] }
    tally.say(outcome.counts, leads: ids.count)
    try tally.keep(outcome.counts, id: { outcome.ids[$0] })
    tally.add(outcome.scored, .scored)
    for edge in outcome.edges { try edges.set(edge) }
    for pair in outcome.parted { try edges.drop(pair.left, pair.right) }
    try pages.append(outcome.pages)
    try contacts.take(outcome.records, outcome.blocks, model: comparison.model)
    return edges.touched
  }

  /// The leads linked to a lead.
  func linked(to lead: Int64) throws -> [(other: Int64, weight: Double)] {
    var edges: [(Int64, Double)] = []
    try database.query("dedupe-edges").rows(.int(lead), .real(linkWeight)) {
      edges.append(($0.int(0), $0.double(1)))
    }
    return edges
  }

  /// Match weights between some leads, given by ascending ids.
  func weights(of ids: [Int64]) throws -> PairWeights {
    try comparison.weights(of: ids, in: database)
  }
}
