/// What became of one row in one stage. Each row that goes in gets exactly one.
package enum Disposition: String, CaseIterable, Sendable, Hashable {
  case inserted, updated, unchanged, duplicate, rejected, suppressed
}

/// The conservation equation of a stage: rows in, and what became of them.
package struct RowCounts: Equatable, Sendable {
  /// Rows that the stage took up, counted where they are read, not derived from the outcomes.
  package var rowsIn: Int
  package var inserted = 0
  package var updated = 0
  package var unchanged = 0
  package var duplicate = 0
  package var rejected = 0
  package var suppressed = 0

  package init(rowsIn: Int = 0) {
    self.rowsIn = rowsIn
  }

  package subscript(disposition: Disposition) -> Int {
    get {
      switch disposition {
      case .inserted: inserted
      case .updated: updated
      case .unchanged: unchanged
      case .duplicate: duplicate
      case .rejected: rejected
      case .suppressed: suppressed
      }
    }
    set {
      switch disposition {
      case .inserted: inserted = newValue
      case .updated: updated = newValue
      case .unchanged: unchanged = newValue
      case .duplicate: duplicate = newValue
      case .rejected: rejected = newValue
      case .suppressed: suppressed = newValue
      }
    }
  }

  /// The sum of all dispositions.
  package var rowsOut: Int {
    inserted + updated + unchanged + duplicate + rejected + suppressed
  }

  /// Whether every row that went in came out as exactly one disposition.
  package var foots: Bool { rowsIn == rowsOut }

  package static func += (left: inout RowCounts, right: RowCounts) {
    left.rowsIn += right.rowsIn
    for disposition in Disposition.allCases { left[disposition] += right[disposition] }
  }

  /// The equation as a person reads it, as
  /// `5 in = 3 inserted + 0 updated + 1 unchanged + 0 duplicate + 1 rejected + 0 suppressed`.
  package var equation: String {
    let terms = Disposition.allCases.map { "\(self[$0]) \($0.rawValue)" }
    return "\(rowsIn) in \(foots ? "=" : "≠") \(terms.joined(separator: " + "))"
  }
}
