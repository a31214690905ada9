import CXLSXWriter

extension Sheet {
  /// Lets a cell be filled from a list; what is none of its words is refused.
  ///
  /// The words have at most 255 characters together with the commas between them; the hint is shown
  /// beside the cell while it is chosen.
  package func addChoice(
    _ row: Int, _ column: Int, of words: [String], hint: (title: String, text: String)
  ) throws(WorkbookError) {
    let (line, place) = try position(row, column)
    let code = withMutableCStrings(
      words + [hint.title, hint.text, "Choose from the list", words.joined(separator: ", ")]
    ) { texts in
      var list = texts.prefix(words.count).map { $0 } + [nil]
      return list.withUnsafeMutableBufferPointer { list in
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        validation.value_list = list.baseAddress
        validation.input_title = texts[words.count]
        validation.input_message = texts[words.count + 1]
        validation.error_title = texts[words.count + 2]
        validation.error_message = texts[words.count + 3]
        return worksheet_data_validation_cell(handle, line, place, &validation)
      }
    }
    try check(code, row, column)
  }
}
