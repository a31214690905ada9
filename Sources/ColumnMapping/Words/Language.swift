/// Languages that headers are read in.
package enum Language: Int, CaseIterable, Sendable {
  case english, german, french, spanish, italian, portuguese, dutch

  package var name: String {
    switch self {
    case .english: "English"
    case .german: "German"
    case .french: "French"
    case .spanish: "Spanish"
    case .italian: "Italian"
    case .portuguese: "Portuguese"
    case .dutch: "Dutch"
    }
  }

  var table: String {
    switch self {
    case .english: EnglishWords.table
    case .german: GermanWords.table
    case .french: FrenchWords.table
    case .spanish: SpanishWords.table
    case .italian: ItalianWords.table
    case .portuguese: PortugueseWords.table
    case .dutch: DutchWords.table
    }
  }
}
