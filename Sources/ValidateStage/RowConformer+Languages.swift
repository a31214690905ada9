import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// Writes a language as its tag; what names none counts as empty.
  mutating func settleLanguage(_ column: Int) {
    guard !out[column].isNull, !out.withText(column, { LanguageReader.isPlainCode($0) }) else {
      return
    }
    if let tag = out.withText(column, { LanguageReader.tag(of: $0) }) {
      out.setText(tag, column: column)
      return
    }
    let value = out.string(out[column]) ?? ""
    out[column] = .null
    out.noteUnread(column)
    out.add(
      ValidationRule.languageUnknown.finding(
        field: plan.columns[column].name,
        message:
          "'\(Excerpt.of(value))' is no language that is known; give its name or its ISO 639 "
          + "code",
        value: value, suggestion: LanguageReader.suggestion(for: value)))
  }
}
