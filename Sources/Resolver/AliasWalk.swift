/// The way from a name to the one that its aliases (CNAME) lead to.
///
/// - Source: RFC 1034 section 3.6.2: chains are followed, loops are errors.
struct AliasWalk {
  enum End { case here, elsewhere, loop, tooLong }

  private(set) var name: String
  /// The least time to live of the aliases so far; nil without any.
  private(set) var seconds: Int?
  private var visited: Set<String>
  /// As many as BIND and Unbound have followed at most.
  private static let longest = 16

  /// Why a longer chain is no answer: it may end well where somebody follows it further.
  static let tooLong = "more than \(longest) aliases, one leading to the next"

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
      guard visited.insert(alias.target).inserted else { return .loop }
      guard visited.count <= Self.longest + 1 else { return .tooLong }
      name = alias.target
      end = .elsewhere
    }
    return end
  }

  /// The smaller of a time to live and those of the aliases.
  func least(_ other: Int) -> Int { min(seconds ?? .max, other) }
}
