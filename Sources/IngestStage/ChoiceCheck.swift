import Definitions
import LeadModel
import Validation

/// Whether what a mapping itself gives to a choice field is one of its choices: else every row of
/// every file would be complained about, instead of the one line that is wrong.
enum ChoiceCheck {
  /// - Throws: `DefinitionError` with the place of the text.
  static func check(_ mapping: SourceMapping) throws(DefinitionError) {
    for given in mapping.givenTexts where !given.text.allSatisfy(\.isWhitespace) {
      guard let vocabulary = Vocabulary.of(mapping.kind, field: given.field),
        vocabulary.value(of: given.text) == nil
      else { continue }
      let hint = vocabulary.value(near: given.text).map { "; did you mean '\($0)'?" } ?? ""
      throw DefinitionError(
        file: given.place.file, line: given.place.line, column: given.place.column,
        message: "found '\(given.text)' for '\(given.field)', expected \(vocabulary.listed)\(hint)")
    }
  }
}
