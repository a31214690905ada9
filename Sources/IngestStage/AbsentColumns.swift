import Definitions
import LeadModel

/// Columns that a mapping reads and a file does not have: a misspelt one gives empty fields, and
/// nobody is told.
struct AbsentColumns {
  struct Absence {
    let column: String
    let field: String
    /// The header that was probably meant.
    let nearest: String?
  }

  let absences: [Absence]

  /// - Parameters:
  ///   - mapping: that the file was read by.
  ///   - headers: of the sheet's columns.
  ///   - fields: that take the columns, empty for none.
  init(of mapping: SourceMapping, headers: [String], fields: [String]) {
    let known = Set(headers.map { HeaderText.normalised($0) })
    let candidates = headers.filter { !$0.allSatisfy(\.isWhitespace) }
    func absence(_ column: String, _ field: String) -> Absence? {
      if known.contains(HeaderText.normalised(column)) { return nil }
      return Absence(
        column: column, field: field,
        nearest: NearestName.suggestion(for: column, among: candidates))
    }
    var absences: [Absence] = []
    // Several spellings of a column may be listed, and a generic mapping lists many makers'.
    let carried = Set(fields)
    for column in mapping.columns
    where !mapping.isGeneric && !column.field.isEmpty && !carried.contains(column.field) {
      if let found = absence(column.header, column.field) { absences.append(found) }
    }
    for derived in mapping.derived {
      let columns = derived.source.columns
      let found = columns.compactMap { absence($0, derived.field) }
      // The others of several columns make up for one that is not there, unless it is misspelt.
      absences += found.filter { found.count == columns.count || $0.nearest != nil }
    }
    self.absences = absences
  }

  /// As in `'Badge nme' for first_name (did you mean 'Badge name'?)`.
  var text: String {
    absences.map { absence in
      let hint = absence.nearest.map { " (did you mean '\($0)'?)" } ?? ""
      return "'\(absence.column)' for \(absence.field)\(hint)"
    }.joined(separator: ", ")
  }
}
