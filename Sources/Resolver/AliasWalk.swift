/// The way from a name to the one that its aliases (CNAME) lead to.
///
/// - Source: RFC 1034 section 3.6.2: chains are followed, loops are errors.
struct AliasWalk {
  enum End { case here, elsewhere, loop }

  private(set) var name: String
  /// The least time to live of the aliases so far; nil without any.
  private(set) var seconds: Int?
  private var visited: Set<String>
  /// As many as BIND and Unbound follow at most.
  private static let longest = 16

  init(_ name: String) {
    self.name = name
    visited = [name]
  }

  var hasMoved: Bool { visited.count > 1 }

  /// Follows the aliases of a reply to a question about `name`.
  mutating func follow(_ reply: DNSReply) -> End {
    var end = End.here
    while let alias = reply.aliases[name] {
      seconds = min(seconds ?? .max, alias.timeToLiveSeconds)
      guard visited.count <= Self.longest, visited.insert(alias.target).inserted else {
        return .loop
      }
      name = alias.target
      end = .elsewhere
    }
    return end
  }

  /// The smaller of a time to live and those of the aliases.
  func least(_ other: Int) -> Int { min(seconds ?? .max, other) }
}
