import Definitions
import LeadModel
import Store

/// Everything that the queries of a report gave, personal values already masked.
struct ReportData {
  let values: ReportValues
  /// By table id.
  let tables: [String: ResultTable]
  /// Ids of tables that had more rows than their limit, with the limit.
  let clipped: [String: Int]
}

/// Runs the queries of a definition on one read-only connection.
struct ReportReader {
  let database: Database
  let source: DefinitionSource
  /// What `:as_of` and other parameters stand for.
  let parameters: [String: SQLValue]
  let mask: PersonalDataMask

  /// Runs a query and keeps up to `limit` rows.
  func table(_ query: ReportQuery, limit: Int = .max) throws -> (
    table: ResultTable, isClipped: Bool
  ) {
    do {
      let statement = try prepare(query)
      let columns = (0..<statement.columnCount).map { statement.columnName($0) }
      var rows: [[SQLValue]] = []
      defer { statement.reset() }
      while try statement.step() {
        if rows.count == limit { return (ResultTable(columns: columns, rows: rows), true) }
        rows.append((0..<columns.count).map { statement.value($0) })
      }
      return (ResultTable(columns: columns, rows: rows), false)
    } catch let error as DatabaseError {
      throw query.definitionError(error, source: source)
    }
  }

  /// Keeps the result of a query as a temporary table for the queries after it.
  func materialise(_ dataset: ReportDefinition.Dataset) throws {
    do {
      try database.materialise(
        dataset.query.sql, as: dataset.name, origin: dataset.query.origin, values: parameters)
    } catch let error as DatabaseError {
      throw dataset.query.definitionError(error, source: source)
    }
  }

  /// Runs everything that the workbook shows.
  func data(of definition: ReportDefinition) throws -> ReportData {
    var values = ReportValues(columns: [], row: [])
    if let query = definition.values {
      let result = try table(query, limit: 1).table
      values = ReportValues(columns: result.columns, row: result.rows.first ?? [])
    }
    var tables: [String: ResultTable] = [:]
    var clipped: [String: Int] = [:]
    for block in definition.sheets.flatMap(\.blocks) {
      guard case .table(let definition) = block else { continue }
      guard tables[definition.id] == nil else {
        throw definition.query.node.failure("found a second table with the id '\(definition.id)'")
      }
      let result = try table(definition.query, limit: definition.limit)
      tables[definition.id] = try masked(result.table, by: definition)
      if result.isClipped { clipped[definition.id] = definition.limit }
    }
    return ReportData(values: values, tables: tables, clipped: clipped)
  }

  private func prepare(_ query: ReportQuery) throws -> Statement {
    let statement = try database.prepareDefinition(query.sql, origin: query.origin)
    for (name, value) in parameters {
      let index = statement.index(of: name)
      if index > 0 { statement.bind(index, value) }
    }
    return statement
  }

  private func masked(_ table: ResultTable, by definition: TableDefinition) throws -> ResultTable {
    var table = table
    for column in definition.columns {
      let index = try table.index(of: column.name, at: column.node)
      guard let masking = column.masking else { continue }
      let fieldIndex: Int? =
        switch masking {
        case .field: nil
        case .fieldIn(let name), .quotesByFieldIn(let name):
          try table.index(of: name, at: column.node)
        }
      for row in table.rows.indices {
        guard let text = table.rows[row][index].text else { continue }
        let field = fieldIndex.flatMap { table.rows[row][$0].text } ?? ""
        let shown =
          switch masking {
          case .field(let name): mask.masked(text, field: name)
          case .fieldIn: mask.masked(text, field: field)
          case .quotesByFieldIn: maskedQuotes(text, field: field)
          }
        if shown != text { table.rows[row][index] = .text(shown) }
      }
    }
    return table
  }

  /// Masks what stands between single quotes in a sentence about a field.
  func maskedQuotes(_ text: String, field: String) -> String {
    guard mask.style(of: field) != .clear else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "'") {
      let start = rest.index(after: open)
      // The last quote before the next one that is followed by a letter ends the value: O'Brien.
      guard
        let close = rest[start...].indices.first(where: { index in
          rest[index] == "'"
            && !(rest[rest.index(after: index)...].first.map { $0.isLetter } ?? false)
        })
      else {
        // An open quote: the rest may be the value.
        return result + rest[...open] + "***"
      }
      result += rest[..<start] + mask.masked(String(rest[start..<close]), field: field) + "'"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
