package import LeadModel

/// The text of a mapping that reads a file as proposed: what `inspect --save` writes, and what a
/// file that nobody described was read with.
package struct MappingDraft: Sendable {
  package let proposal: MappingProposal
  /// By column; what the values prove goes into the text.
  package let profiles: [ValueProfile]
  package var summary: String
  /// Patterns of file names.
  package var files: [String] = []
  package var supplier: String?
  package var isGeneric = false
  /// Whether the file has no header, so that its columns are named by their numbers.
  package var isHeaderless = false
  package var isWorkbook = false
  package var constants: [String: String] = [:]
  package var defaultCountry: String?
  package var timeZone: String?
  /// What dates are taken for where the values prove nothing; nil: nothing is said about it, and
  /// only dates that are one day in any order are read.
  package var dateOrder: DateOrder?
  package var decimal: DecimalMark = .point

  package init(proposal: MappingProposal, profiles: [ValueProfile], summary: String) {
    self.proposal = proposal
    self.profiles = profiles
    self.summary = summary
  }

  /// YAML; a comment behind each column says how sure it is and why.
  package var text: String {
    var lines = ["summary: \(Self.quoted(summary))", "kind: \(proposal.kind.rawValue)"]
    if let supplier { lines.append("supplier: \(Self.quoted(supplier))") }
    if isGeneric { lines.append("generic: true") }
    if !files.isEmpty {
      lines.append("files: [\(files.map(Self.quoted).joined(separator: ", "))]")
    }
    if isHeaderless {
      lines += [isWorkbook ? "xlsx:" : "csv:", "  header_rows: 0  # the first row is data"]
    }
    lines += columnLines
    if !constants.isEmpty {
      lines.append("constants:")
      for (field, value) in constants.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(field): \(Self.quoted(value))")
      }
    }
    if let defaultCountry { lines.append("default_country: \(defaultCountry)") }
    lines += conventionLines
    if let timeZone { lines.append("time_zone: \(Self.quoted(timeZone))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var columnLines: [String] {
    var lines = ["columns:"]
    var seen: Set<String> = []
    for column in proposal.columns where !Self.isBlank(column.header) {
      // A header that comes twice can be named once only.
      let isFirst = seen.insert(HeaderText.normalised(column.header)).inserted
      let why = Self.comment(column.evidence.joined(separator: "; "))
      let key = Self.quoted(column.header)
      let percent = Int((column.confidence * 100).rounded())
      if !isFirst {
        lines.append("  # \(key) comes again: the first such column is read")
      } else if column.isApplied {
        let likely = column.isSure ? "" : ", likely"
        lines.append("  \(key): \(column.field)  # \(percent) %\(likely): \(why)")
      } else if let refusal = column.refusal, !column.isApplied {
        lines.append("  \(key): \(refusal)  # \(why)")
      } else if column.isLostRefusal {
        lines.append(
          "  # \(key): \"\"  # it speaks of refusals, or of the end of consent, and stops the file "
            + "until you say what it is: \(why)")
      } else if column.field.isEmpty {
        lines.append("  \(key): \"\"  # \(why)")
      } else {
        lines.append("  \(key): \"\"  # perhaps \(column.field), \(percent) %: \(why)")
      }
    }
    return lines.count == 1 ? ["columns: {}"] : lines
  }

  private var conventionLines: [String] {
    let applied = zip(proposal.columns, profiles).filter { $0.0.isApplied }
    let dates = applied.filter { type($0.0) == .timestamp || type($0.0) == .date }.map(\.1)
    let numbers = applied.filter { type($0.0) == .money || type($0.0) == .integer }.map(\.1)
    let order = Set(dates.compactMap(\.dateOrder))
    let mark = Set(numbers.compactMap(\.decimalMark))
    let provenOrder = order.count == 1 ? order.first : nil
    let provenMark = mark.count == 1 ? mark.first : nil
    return [
      (provenOrder ?? dateOrder).map { "date_order: \($0.rawValue)" }.map {
        provenOrder == nil ? $0 : $0 + "  # as the values prove"
      } ?? "# date_order: dmy  # or mdy, ymd: the values do not say",
      "decimal: \((provenMark ?? decimal).rawValue)"
        + (provenMark == nil ? "" : "  # as the values prove"),
    ]
  }

  private func type(_ column: ColumnProposal) -> FieldType? {
    proposal.kind.field(named: column.field)?.type
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// A text as YAML keeps it whatever is in it.
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == " "
          || $0 == "-"
      } && text.first?.isLetter == true && text.last != " " && !text.contains("  ")
      && !["null", "true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
    if isPlain { return text }
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if scalar.properties.generalCategory == .control || scalar == "\u{2028}"
          || scalar == "\u{2029}" || scalar == "\u{85}" || scalar == "\u{FEFF}"
        {
          let hex = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output + "\""
  }

  /// One line, of harmless characters.
  private static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
            ? " " : $0
        }))
  }
}
