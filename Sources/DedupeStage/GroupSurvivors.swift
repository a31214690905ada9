import Matching
import Store

/// Entities of several leads with their surviving values, as a worker works them out.
struct GroupSurvivors: Sendable {
  private(set) var entities: [(cluster: EntityCluster, entity: SurvivingEntity)] = []

  /// Reads the leads of clusters that were joined by hashes; the values behind these are looked at
  /// here.
  init(
    _ clusters: [EntityCluster], of database: Database, rules: MatchingRules,
    decisions: LeadDecisions
  ) throws {
    let survivorship = Survivorship(rules: rules.survivorship)
    var maker = KeyMaker(rules: rules)
    for cluster in clusters {
      var records: [LeadRecord] = []
      for id in cluster.leads {
        if let record = try LeadRecords.lead(id, in: database) { records.append(record) }
      }
      for verified in Self.verify(
        cluster, records, rules: rules, decisions: decisions, maker: &maker)
      {
        let leads =
          records.count == verified.leads.count
          ? records : records.filter { verified.leads.contains($0.id) }
        if let entity = survivorship.entity(of: leads) { entities.append((verified, entity)) }
      }
    }
  }

  /// The cluster itself, or, when two values in it have the same hash, what their values make of
  /// it.
  private static func verify(
    _ cluster: EntityCluster, _ records: [LeadRecord], rules: MatchingRules,
    decisions: LeadDecisions, maker: inout KeyMaker
  ) -> [EntityCluster] {
    let leads = records.map { maker.lead($0) }
    guard HashCollision.exists(among: leads) else { return [cluster] }
    return EntityClusters(of: leads, context: [], blocked: [], rules: rules, decisions: decisions)
      .clusters
  }
}
