import Bytes

/// What a user can set about attribution.
package struct AttributionPolicy: Sendable {
  /// UTM mediums: every accepted value and alias, and the value that is kept.
  package var mediums = WordMap()
  /// Other words for UTM sources, and the value that is kept; a source that is not here is kept.
  package var sources = WordMap()
  package var clickIDs = ClickIDs()
  /// UTM parameters by position, and those that have to be there with each as bits of theirs.
  package var required: [(parameter: Int, others: UInt8)] = []
  /// Campaigns have to fit one of these; without any, all do.
  package var campaigns: [NamePattern] = []
  /// Hashes of own domains, in lower case.
  private var domains: Set<UInt64> = []

  package init() {}

  package var hasDomains: Bool { !domains.isEmpty }

  /// A domain of letters beyond ASCII is known by its A-labels too, which browsers send.
  package mutating func addDomain(_ domain: String) {
    var lower = domain.lowercased()
    domains.insert(Hash64.of(lower))
    var normaliser = DomainNormaliser()
    var labels: [UInt8] = []
    let isOne = lower.withUTF8 { (try? normaliser.append($0, to: &labels)) != nil }
    if isOne { labels.withUnsafeBufferPointer { _ = domains.insert(Hash64.of($0)) } }
  }

  /// Whether a host or a source is an own domain or below one, in any case.
  package func isOwn(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !domains.isEmpty, !host.isEmpty, host.count < 254 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: host.count) { lower in
      for index in 0..<host.count { lower[index] = ASCII.lowercased(host[index]) }
      var start = 0
      while start < host.count {
        if domains.contains(Hash64.of(UnsafeBufferPointer(rebasing: lower[start..<host.count]))) {
          return true
        }
        guard
          let dot = lower[start..<host.count].firstIndex(of: UInt8(ascii: "."))
        else { return false }
        start = dot + 1
      }
      return false
    }
  }

  /// The host in a web address with or without a scheme.
  package static func host(
    of url: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let slash = UInt8(ascii: "/")
    var start = url.count > 2 && url[0] == slash && url[1] == slash ? 2 : 0
    for index in 0..<max(0, min(12, url.count - 2))
    where url[index] == UInt8(ascii: ":") && url[index + 1] == UInt8(ascii: "/")
      && url[index + 2] == UInt8(ascii: "/")
    {
      start = index + 3
      break
    }
    var end = start
    // Up to a hash, slash, colon or question mark.
    while end < url.count, ![35, 47, 58, 63].contains(url[end]) { end += 1 }
    return UnsafeBufferPointer(rebasing: url[start..<end])
  }
}
