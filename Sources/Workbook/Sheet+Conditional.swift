import CXLSXWriter

extension Sheet {
  /// Makes cells look as their values say.
  package func addConditionalFormat(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ rule: ConditionalFormat
  ) throws(WorkbookError) {
    let (firstRow, firstColumn) = try position(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try position(rows.upperBound, columns.upperBound)
    let code = withRecord(of: rule) { record in
      worksheet_conditional_format_range(
        handle, firstRow, firstColumn, lastRow, lastColumn, &record)
    }
    try check(code, rows.lowerBound, columns.lowerBound)
  }

  private func withRecord(
    of rule: ConditionalFormat, _ body: (inout lxw_conditional_format) -> lxw_error
  ) -> lxw_error {
    var record = lxw_conditional_format()
    switch rule {
    case .dataBar(let color, let minimum, let maximum):
      record.setDataBar(color, minimum, maximum)
    case .twoColorScale(let low, let high):
      record.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
      record.min_color = low.code
      record.max_color = high.code
    case .threeColorScale(let low, let middle, let high):
      record.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
      record.min_color = low.code
      record.mid_color = middle.code
      record.max_color = high.code
    case .number(let comparison, let value, let style):
      record.setCell(comparison.criterion, workbook.format(style))
      record.value = value
    case .between(let low, let high, let style):
      record.setCell(LXW_CONDITIONAL_CRITERIA_BETWEEN, workbook.format(style))
      record.min_value = low
      record.max_value = high
    case .containing(let text, let style):
      record.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
      record.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
      record.format = workbook.format(style)
      return with(text, &record, body)
    case .text(let text, let style):
      record.setCell(LXW_CONDITIONAL_CRITERIA_EQUAL_TO, workbook.format(style))
      return with("\"\(text.replacing("\"", with: "\"\""))\"", &record, body)
    }
    return body(&record)
  }

  private func with(
    _ text: String, _ record: inout lxw_conditional_format,
    _ body: (inout lxw_conditional_format) -> lxw_error
  ) -> lxw_error {
    withMutableCStrings([text]) { texts in
      record.value_string = texts[0]
      return body(&record)
    }
  }
}

extension lxw_conditional_format {
  fileprivate mutating func setCell(
    _ criterion: lxw_conditional_criteria, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    criteria = UInt8(criterion.rawValue)
    self.format = format
  }

  fileprivate mutating func setDataBar(_ color: Color, _ minimum: Double?, _ maximum: Double?) {
    type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    bar_color = color.code
    bar_solid = 1
    data_bar_2010 = 1
    if let minimum {
      min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      min_value = minimum
    }
    if let maximum {
      max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      max_value = maximum
    }
  }
}

extension ConditionalFormat.Comparison {
  fileprivate var criterion: lxw_conditional_criteria {
    switch self {
    case .equal: LXW_CONDITIONAL_CRITERIA_EQUAL_TO
    case .notEqual: LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO
    case .greater: LXW_CONDITIONAL_CRITERIA_GREATER_THAN
    case .greaterOrEqual: LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO
    case .less: LXW_CONDITIONAL_CRITERIA_LESS_THAN
    case .lessOrEqual: LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
    }
  }
}
