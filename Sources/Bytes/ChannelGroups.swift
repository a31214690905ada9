/// The marketing channel of a visit by its source, medium and campaign, as analytics tools group them.
///
/// What the channels are and which sites belong to which group is configuration; the rules are looked
/// at in order, and the first that fits counts. One value per worker: it remembers what it was asked.
///
/// - Source: the shipped rules are Google Analytics 4's default channel group.
package struct ChannelGroups: Sendable {
  /// What has to hold, all of it; an empty part asks nothing.
  package struct Condition: Sendable {
    /// Groups of sites that the source is one of.
    package var sites: [String] = []
    package var source: [ChannelPattern] = []
    package var medium: [ChannelPattern] = []
    package var campaign: [ChannelPattern] = []

    package init() {}
  }

  package struct Channel: Sendable {
    package let name: String
    /// One of them has to hold.
    package let conditions: [Condition]

    package init(name: String, conditions: [Condition]) {
      self.name = name
      self.conditions = conditions
    }
  }

  package let channels: [Channel]
  /// The channel of what no rule fits.
  package let otherwise: String
  /// What a visit's medium is when nothing but the page before it is known: by the group of its site,
  /// and of all others; nil: nothing is told of such pages.
  package var referrers: (media: [String: String], otherwise: String)?
  private var groups: [String: String] = [:]
  private var known: [UInt64: Int16] = [:]
  private static let mostKnown = 1 << 16

  /// - Parameters:
  ///   - sites: groups of sites by name: domains, which count with those below them, and brands.
  ///   - channels: in the order in which they are tried.
  ///   - otherwise: the channel of everything else.
  package init(
    sites: [(group: String, names: [String])] = [], channels: [Channel] = [],
    otherwise: String = ""
  ) {
    self.channels = channels
    self.otherwise = otherwise
    for site in sites {
      for name in site.names where groups[name.lowercased()] == nil {
        groups[name.lowercased()] = site.group
      }
    }
  }

  package var isEmpty: Bool { channels.isEmpty }

  /// The channel's name; nil when nothing at all is known about the visit.
  package func channel(source: String, medium: String, campaign: String) -> String? {
    let (source, medium) = (source.lowercased(), medium.lowercased())
    let campaign = campaign.lowercased()
    guard !channels.isEmpty, !(source.isEmpty && medium.isEmpty && campaign.isEmpty) else {
      return nil
    }
    let group = site(of: source)?.group
    let found = channels.first { channel in
      channel.conditions.contains { condition in
        (condition.sites.isEmpty || group.map(condition.sites.contains) ?? false)
          && Self.fits(source, condition.source) && Self.fits(medium, condition.medium)
          && Self.fits(campaign, condition.campaign)
      }
    }
    return found?.name ?? otherwise
  }

  /// Whether a channel takes visits from a source by name that have no medium: such sites tag their
  /// links themselves, and nobody could fill it in.
  package func isTold(withoutMediumFrom source: String) -> Bool {
    let source = source.lowercased()
    let group = site(of: source)?.group
    return channels.contains { channel in
      channel.conditions.contains { condition in
        !condition.sites.isEmpty && group.map(condition.sites.contains) == true
          && !condition.medium.isEmpty && Self.fits("", condition.medium)
          && Self.fits(source, condition.source) && Self.fits("", condition.campaign)
      }
    }
  }

  /// The channel for values of the store, as a place in `names`; -1 when nothing is known.
  package mutating func index(
    source: UnsafeBufferPointer<UInt8>, medium: UnsafeBufferPointer<UInt8>,
    campaign: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if source.isEmpty && medium.isEmpty && campaign.isEmpty || channels.isEmpty { return -1 }
    var key = Hash64.of(source) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ Hash64.of(medium)) &* 0xBF58_476D_1CE4_E5B9
    key ^= Hash64.of(campaign)
    if let index = known[key] { return Int(index) }
    let name = channel(
      source: String(decoding: source, as: UTF8.self),
      medium: String(decoding: medium, as: UTF8.self),
      campaign: String(decoding: campaign, as: UTF8.self))
    let index = channels.firstIndex { $0.name == name } ?? channels.count
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[key] = Int16(truncatingIfNeeded: index)
    return index
  }

  /// Names of channels, the one of everything else last.
  package var names: [String] { channels.map(\.name) + [otherwise] }

  private static func fits(_ text: String, _ patterns: [ChannelPattern]) -> Bool {
    patterns.isEmpty || patterns.contains { $0.matches(text) }
  }

  /// What analytics tools say of a visit without UTM values that came from another page.
  ///
  /// - Parameter host: of the page before, as in its address.
  /// - Returns: nil where nothing is told of such pages.
  package func visit(fromHost host: String) -> (source: String, medium: String)? {
    guard let referrers, !host.isEmpty else { return nil }
    let host = host.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    guard let site = site(of: bare), let medium = referrers.media[site.group] else {
      return (site(of: bare)?.name ?? bare, referrers.otherwise)
    }
    return (site.name, medium)
  }

  /// The entry and the group of a source: a brand, a domain, or one below it.
  private func site(of source: String) -> (name: String, group: String)? {
    if let group = groups[source] { return (source, group) }
    // No host is longer (RFC 1035 2.3.4).
    guard source.utf8.count < 256 else { return nil }
    let labels = source.split(separator: ".")
    guard labels.count > 1 else { return nil }
    for first in 1..<labels.count - 1 {
      let name = labels[first...].joined(separator: ".")
      if let group = groups[name] { return (name, group) }
    }
    // google.de and www.google.co.uk are Google's.
    let isSecond = labels.count > 2 && labels[labels.count - 1].utf8.count == 2
    let isShared = isSecond && ["co", "com", "net", "org"].contains(labels[labels.count - 2])
    let brand = String(labels[labels.count - (isShared ? 3 : 2)])
    return groups[brand].map { (brand, $0) }
  }
}

/// A pattern for sources, media and campaigns: `*` is any text, `[ab]` one of these letters,
/// `[^a-d]` any character but these.
package struct ChannelPattern: Sendable {
  private enum Piece: Sendable, Equatable {
    case byte(UInt8)
    case anything
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  package let text: String
  private let pieces: [Piece]

  /// Fails for brackets that are not closed or empty, and for more than 100 characters.
  package init?(_ text: String) {
    self.text = text
    guard text.utf8.count <= 100 else { return nil }
    var pieces: [Piece] = []
    let bytes = Array(text.lowercased().utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "*"):
        if pieces.last != .anything { pieces.append(.anything) }
        index += 1
      case UInt8(ascii: "["):
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let isNegated = bytes[index + 1] == UInt8(ascii: "^")
        let ranges = Self.ranges(bytes[(index + (isNegated ? 2 : 1))..<max(end, index + 1)])
        guard let ranges, !ranges.isEmpty else { return nil }
        pieces.append(.oneOf(ranges, isNegated: isNegated))
        index = end + 1
      default:
        pieces.append(.byte(bytes[index]))
        index += 1
      }
    }
    self.pieces = pieces
  }

  private static func ranges(_ bytes: ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    var ranges: [ClosedRange<UInt8>] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if index + 2 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "-") {
        guard bytes[index] <= bytes[index + 2] else { return nil }
        ranges.append(bytes[index]...bytes[index + 2])
        index += 3
      } else {
        ranges.append(bytes[index]...bytes[index])
        index += 1
      }
    }
    return ranges
  }

  /// Whether the pattern stands for a whole text in lower case.
  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var (piece, index) = (0, 0)
    // Where the last star stands, and the byte that what follows it was last tried at.
    var (star, retry) = (-1, 0)
    while index < bytes.count {
      if piece < pieces.count, pieces[piece] == .anything {
        (star, retry) = (piece, index)
        piece += 1
      } else if piece < pieces.count, Self.fits(bytes[index], pieces[piece]) {
        piece += 1
        index += 1
      } else if star >= 0 {
        retry += 1
        (piece, index) = (star + 1, retry)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anything }
  }

  private static func fits(_ byte: UInt8, _ piece: Piece) -> Bool {
    switch piece {
    case .byte(let expected): byte == expected
    case .anything: false
    case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }
}
