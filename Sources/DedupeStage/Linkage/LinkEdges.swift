import Store

/// The stored pairs that are or may be one person, each from both sides, as a night changes them.
struct LinkEdges {
  struct Edge: Sendable {
    let left: Int64
    let right: Int64
    let weight: Double
  }

  private let write: Statement
  private let delete: Statement
  private let ofLead: Statement
  private let linkWeight: Double
  /// The leads that have gained or lost an edge that links.
  private(set) var touched: Set<Int64> = []

  init(database: Database, linkWeight: Double) throws {
    write = try database.query("dedupe-edge-write")
    delete = try database.query("dedupe-edge-delete")
    ofLead = try database.query("dedupe-edges")
    self.linkWeight = linkWeight
  }

  /// The leads that have an edge to a lead.
  func others(of lead: Int64) throws -> [Int64] { try edges(of: lead).map(\.other) }

  private func edges(of lead: Int64) throws -> [(other: Int64, weight: Double)] {
    var edges: [(Int64, Double)] = []
    try ofLead.rows(.int(lead), .real(-.greatestFiniteMagnitude)) {
      edges.append(($0.int(0), $0.double(1)))
    }
    return edges
  }

  mutating func set(_ edge: Edge) throws {
    try write.run(.int(edge.left), .int(edge.right), .real(edge.weight))
    try write.run(.int(edge.right), .int(edge.left), .real(edge.weight))
    if edge.weight >= linkWeight { touched.formUnion([edge.left, edge.right]) }
  }

  /// Takes an edge out if it is there.
  mutating func drop(_ one: Int64, _ other: Int64) throws {
    guard let edge = try edges(of: one).first(where: { $0.other == other }) else { return }
    if edge.weight >= linkWeight { touched.formUnion([one, other]) }
    try delete.run(.int(one), .int(other))
    try delete.run(.int(other), .int(one))
  }

  /// Takes all edges of a lead out.
  mutating func drop(of lead: Int64) throws {
    for other in try others(of: lead) { try drop(lead, other) }
  }
}
