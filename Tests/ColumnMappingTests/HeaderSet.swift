import ColumnMapping
import LeadModel

/// A labelled header row.
struct HeaderSet {
  struct Column {
    let header: String
    /// Fields that are right; empty: none is.
    let fields: [String]
    /// Whether no field is right as well.
    let isOptional: Bool
    /// What the first rows hold; empty: nothing is known.
    var values: [String] = []
  }

  let name: String
  let kinds: [RecordKind]
  var columns: [Column] = []

  /// Reads the format of `Headers/README.md`.
  static func parse(_ text: String) -> [HeaderSet] {
    var sets: [HeaderSet] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        let parts = line.dropFirst(3).split(separator: "|").map { trimmed($0) }
        let kinds = parts.dropFirst().first?.split(separator: ",") ?? []
        sets.append(
          HeaderSet(
            name: parts.first ?? "", kinds: kinds.compactMap { RecordKind(rawValue: String($0)) }))
        continue
      }
      // A line before the first set is a comment; after it `# Employees` is a column.
      if sets.isEmpty { continue }
      sets[sets.count - 1].columns.append(column(line))
    }
    return sets
  }

  private static func column(_ line: Substring) -> Column {
    guard let mark = line.firstRange(of: " := ") else { return labelled(line) }
    var column = labelled(line[..<mark.lowerBound])
    // Values keep their places: empty cells come between two bars.
    column.values = line[mark.upperBound...].split(separator: "|", omittingEmptySubsequences: false)
      .map { trimmed($0) }
    return column
  }

  private static func labelled(_ line: Substring) -> Column {
    guard let arrow = line.firstRange(of: " -> ") else {
      return Column(header: trimmed(line), fields: [], isOptional: true)
    }
    var label = trimmed(line[arrow.upperBound...])
    let isOptional = label.hasSuffix("?")
    if isOptional { label.removeLast() }
    return Column(
      header: trimmed(line[..<arrow.lowerBound]),
      fields: label.split(separator: ",").map(String.init), isOptional: isOptional)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// What the matcher made of labelled header rows.
struct HeaderMeasure {
  private(set) var columnCount = 0
  private(set) var rightCount = 0
  private(set) var kindCount = 0
  private(set) var rightKindCount = 0
  /// Columns that the matcher was sure of and that mean something else.
  private(set) var confidentlyWrong: [String] = []
  /// Columns that were used as likely and mean something else.
  private(set) var wrong: [String] = []
  /// Columns that were used and right, and those of them that the matcher was sure of.
  private(set) var usedCount = 0
  private(set) var sureCount = 0
  /// Columns that mean a field and were not used.
  private(set) var missed: [String] = []
  private(set) var wrongKinds: [String] = []
  /// Of the columns used, by tenth of confidence: how many, and how many were right.
  private(set) var calibration: [Int: (count: Int, right: Int)] = [:]

  /// - Parameters:
  ///   - sets: what to measure on.
  ///   - seesValues: whether the matcher is shown the values too.
  init(_ sets: [HeaderSet], seesValues: Bool = false) {
    let matcher = ColumnMatcher()
    for set in sets {
      let headers = set.columns.map(\.header)
      let profiles = seesValues ? set.columns.map { ValueProfile($0.values) } : []
      let guesses = matcher.kinds(headers: headers, profiles: profiles, name: "")
      kindCount += 1
      let kind = guesses.first?.kind ?? .lead
      if set.kinds.contains(kind) {
        rightKindCount += 1
      } else {
        wrongKinds.append("\(set.name): \(kind.rawValue)")
      }
      // Columns are judged under a kind that is right, so that one error counts once.
      let judged = set.kinds.contains(kind) ? kind : set.kinds[0]
      let proposal = matcher.propose(headers: headers, profiles: profiles, kind: judged)
      for (column, found) in zip(set.columns, proposal.columns) {
        columnCount += 1
        // A field that rows of this kind do not have cannot be found in them.
        let isOptional =
          column.isOptional || !column.fields.contains { judged.field(named: $0) != nil }
        let isRight = found.isApplied ? column.fields.contains(found.field) : isOptional
        if isRight { rightCount += 1 }
        let percent = Int((found.confidence * 100).rounded())
        let told = "\(set.name): '\(column.header)' \(found.field) \(percent) %"
        if found.isApplied {
          let tenth = Int(found.confidence * 20)
          let before = calibration[tenth] ?? (0, 0)
          calibration[tenth] = (before.count + 1, before.right + (isRight ? 1 : 0))
          if isRight {
            usedCount += 1
            if found.isSure { sureCount += 1 }
          } else if found.isSure {
            confidentlyWrong.append(told)
          } else {
            wrong.append(told)
          }
        } else if !isRight {
          missed.append(told)
        }
      }
    }
  }

  var rightShare: Double {
    columnCount == 0 ? 0 : Double(rightCount) / Double(columnCount)
  }

  /// Of the columns that were used and right, those that the matcher was sure of.
  var sureShare: Double { usedCount == 0 ? 0 : Double(sureCount) / Double(usedCount) }

  func lines(_ name: String) -> [String] {
    let share = Int((rightShare * 1000).rounded())
    var lines = [
      "\(name): \(rightCount) of \(columnCount) columns right (\(share / 10).\(share % 10) %), "
        + "\(confidentlyWrong.count) confidently wrong, \(wrong.count) wrong as likely, "
        + "\(Int((sureShare * 100).rounded())) % of those used sure; "
        + "\(rightKindCount) of \(kindCount) kinds right"
    ]
    for (tenth, counts) in calibration.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  confidence \(tenth * 5) to \(tenth * 5 + 5) %: \(counts.right) of \(counts.count) right")
    }
    return lines
  }
}
