package import LeadModel

/// A header row that an export wrote, as found again in a file.
package struct ExportedFile: Equatable {
  package let kind: RecordKind
  /// The field of each column: the catalogue's, a reserved one, or empty.
  package let fields: [String]

  /// - Returns: nil for a row that does not name records.
  package init?(header cells: [String]) {
    let names = cells.map { String($0.filter { !$0.isWhitespace }).lowercased() }
    guard
      let kind = RecordKind.allCases.first(where: {
        names.contains(ReservedField.identityHeader($0))
      }), let table = try? ExportTable(kind)
    else { return nil }
    self.kind = kind
    var taken: Set<String> = []
    fields = names.map { name in
      guard let field = Self.field(name, table), taken.insert(name).inserted else { return "" }
      return field
    }
  }

  private static func field(_ name: String, _ table: ExportTable) -> String? {
    if name == ReservedField.identityHeader(table.kind) { return ReservedField.identity }
    if table.kind.field(named: name) != nil { return name }
    guard table.columns.contains(where: { $0.name == name }) else { return nil }
    return [ReservedField.supplier, ReservedField.state].contains(name)
      ? name : ReservedField.ignored
  }
}
