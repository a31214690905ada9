/// Types that come in the same column without meaning anything else.
enum ValueFamily: Int, CaseIterable, Sendable {
  case day, number, address, words, email, uuid, hash, ip

  init(_ kind: ValueClass) {
    switch kind {
    case .date, .timestamp: self = .day
    case .integer, .decimal, .phone: self = .number
    case .url, .domain: self = .address
    case .boolean, .text: self = .words
    case .email: self = .email
    case .uuid: self = .uuid
    case .hash: self = .hash
    case .ip: self = .ip
    }
  }

  struct Tally {
    var rows = 0
    /// Filled cells.
    var families: [ValueFamily: Int] = [:]
  }

  /// The cells of a layout. One that was kept before cells were counted is taken for what its type
  /// says.
  static func tally(_ shape: ColumnShape) -> Tally {
    guard let kept = shape.tally else {
      var tally = Tally(rows: shape.filledCount * 100 / max(1, 100 - shape.emptyPercent))
      if let type = shape.type { tally.families[ValueFamily(type)] = shape.filledCount }
      return tally
    }
    var tally = Tally(rows: kept.rows)
    for kind in ValueClass.allCases where kept.counts[kind.rawValue] > 0 {
      tally.families[ValueFamily(kind), default: 0] += kept.counts[kind.rawValue]
    }
    return tally
  }
}
