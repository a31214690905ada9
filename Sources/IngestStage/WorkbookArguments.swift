package import CommandLineKit
import Definitions
package import Tabular

/// The options that say what of a workbook is read, for every command that reads one.
package enum WorkbookArguments {
  package static let options = [
    OptionDeclaration(
      "sheet", value: "NAME",
      summary: "sheet of a workbook, by name or by number from 1; default: every one that fits"),
    OptionDeclaration(
      "sheet-table", value: "NAME", summary: "table of a workbook to read, by its name"),
    OptionDeclaration(
      "range", value: "RANGE",
      summary: "area of a workbook to read: A5:F200, 'Sheet!A:F' or a defined name"),
    OptionDeclaration(
      "header-row", value: "N", summary: "row of a workbook's header; default: searched for"),
    OptionDeclaration(
      "hidden-rows", value: "HOW",
      summary: "rows that are hidden: read, left out, or read and said",
      choices: XLSXOptions.HiddenPolicy.allCases.map(\.rawValue)),
    OptionDeclaration(
      "hidden-columns", value: "HOW", summary: "the same for columns",
      choices: XLSXOptions.HiddenPolicy.allCases.map(\.rawValue)),
    OptionDeclaration(
      "hidden-sheets", value: "HOW", summary: "the same for sheets",
      choices: XLSXOptions.HiddenPolicy.allCases.map(\.rawValue)),
    OptionDeclaration(
      "merged-cells", value: "HOW",
      summary: "cells that are merged: the value in the first one, or in all",
      choices: XLSXOptions.MergedPolicy.allCases.map(\.rawValue)),
  ]

  /// The options that were given, as words of a command line.
  package static func words(_ arguments: ParsedArguments) -> [String] {
    options.filter { arguments.isGiven($0.name) }.map {
      "--\($0.name)=\(arguments.value($0.name) ?? "")"
    }
  }

  /// What the command line says, over what a mapping says.
  ///
  /// - Throws: `UsageError` for a value that makes no sense.
  package static func apply(_ arguments: ParsedArguments, to options: inout XLSXOptions) throws {
    if let sheet = arguments.value("sheet") { options.sheet = sheet }
    if let table = arguments.value("sheet-table") {
      options.table = table
      options.range = nil
    }
    if let range = arguments.value("range") {
      options.range = range
      options.table = arguments.value("sheet-table")
    }
    if let row = try arguments.integer("header-row", in: WorkbookMapping.rowNumbers) {
      options.headerRow = row
    }
    let hidden = { (name: String, before: XLSXOptions.HiddenPolicy) in
      arguments.value(name).flatMap { XLSXOptions.HiddenPolicy(rawValue: $0) } ?? before
    }
    options.hiddenRows = hidden("hidden-rows", options.hiddenRows)
    options.hiddenColumns = hidden("hidden-columns", options.hiddenColumns)
    options.hiddenSheets = hidden("hidden-sheets", options.hiddenSheets)
    if let merged = arguments.value("merged-cells") {
      options.mergedCells = XLSXOptions.MergedPolicy(rawValue: merged) ?? options.mergedCells
    }
  }
}

extension XLSXOptions {
  /// What a mapping says.
  init(_ mapping: WorkbookMapping) {
    self.init()
    sheet = mapping.sheet
    table = mapping.table
    range = mapping.range
    headerRow = mapping.headerRow
    headerRows = mapping.headerRows
    hiddenRows = HiddenPolicy(rawValue: mapping.hiddenRows.rawValue) ?? hiddenRows
    hiddenColumns = HiddenPolicy(rawValue: mapping.hiddenColumns.rawValue) ?? hiddenColumns
    hiddenSheets = HiddenPolicy(rawValue: mapping.hiddenSheets.rawValue) ?? hiddenSheets
    mergedCells = MergedPolicy(rawValue: mapping.mergedCells.rawValue) ?? mergedCells
  }
}
