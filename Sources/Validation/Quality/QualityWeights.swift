package import LeadModel

/// What findings and missing values cost a record of the 100 points of its data quality.
package struct QualityWeights: Sendable {
  /// Points by severity.
  package var severities: [Severity: Int] {
    didSet { bySeverity = Self.table(severities) }
  }
  /// Catalogue fields of leads, and what it costs when there is no value.
  package var missing: [(field: String, points: Int)]
  private var bySeverity: [Int]
  /// By the rule's number, -1 for those that cost what their severity costs.
  private var byRule: [Int] = []

  /// Points that a finding costs however bad it is called.
  package static let maximum = 100

  /// The weights of a configuration that says nothing.
  package init() {
    let severities: [Severity: Int] = [.reject: 100, .quarantine: 30, .warn: 10, .info: 1]
    self.severities = severities
    bySeverity = Self.table(severities)
    missing = []
  }

  package mutating func set(_ points: Int, of rule: ValidationRule) {
    if byRule.isEmpty { byRule = Array(repeating: -1, count: ValidationRule.numberCount) }
    byRule[rule.number] = points
  }

  /// What a finding costs.
  package func points(of finding: Finding) -> Int {
    if !byRule.isEmpty {
      let own = byRule[ValidationRule.number(ofCode: finding.code)]
      if own >= 0 { return own }
    }
    return bySeverity[finding.severity.place]
  }

  /// A record's quality by what it lost.
  package static func score(lost: Int) -> Int { max(0, 100 - lost) }

  /// A record's quality, and what made it.
  ///
  /// - Parameters:
  ///   - findings: all that was found about the record.
  ///   - isMissing: whether a field of the catalogue has no value.
  /// - Returns: the score, and the findings and missing values that cost something.
  package func explained(
    findings: [Finding], isMissing: (String) -> Bool
  ) -> QualityScore {
    let lost =
      findings.map { QualityScore.Part(reason: $0.code, field: $0.field, points: points(of: $0)) }
      + missing.filter { isMissing($0.field) }.map {
        QualityScore.Part(reason: "missing", field: $0.field, points: $0.points)
      }
    return QualityScore(
      score: Self.score(lost: lost.reduce(0) { $0 + $1.points }),
      parts: lost.filter { $0.points > 0 })
  }

  private static func table(_ severities: [Severity: Int]) -> [Int] {
    var table = [Int](repeating: 0, count: Severity.allCases.count)
    for (severity, points) in severities { table[severity.place] = points }
    return table
  }
}

/// How good a record's data is, and why.
package struct QualityScore: Sendable, Equatable {
  /// Something that cost points.
  package struct Part: Sendable, Equatable {
    /// The code of a finding, or `missing`.
    package let reason: String
    package let field: String
    /// Positive.
    package let points: Int
  }

  /// 0 to 100.
  package let score: Int
  package let parts: [Part]
}

extension Severity {
  fileprivate var place: Int {
    switch self {
    case .reject: 0
    case .quarantine: 1
    case .warn: 2
    case .info: 3
    }
  }
}
