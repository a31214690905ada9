/// How somebody is addressed, by what the record itself says; never guessed from a given name.
package enum Salutation: String, Sendable, CaseIterable {
  case mr, ms, mx

  /// - Parameter title: a word such as `Herr`, `Mme` or `Sra.`.
  package init?(_ title: some StringProtocol) {
    let word = title.lowercased().filter { $0 != "." }
    guard let known = Self.words[word] else { return nil }
    self = known
  }

  private static let words: [String: Salutation] = {
    var words: [String: Salutation] = [:]
    let men =
      """
      mr herr herrn hr hrn m monsieur sr señor senor sig signor dhr meneer sir don dott dottor lord
      mister pan d domnul dl d-l ponas härra herra bapak bpk encik gospod gospodin gdin senhor shri
      ông bay г-н гн господин пан κος κύριος السيد श्री นาย מר պրն պարոն jhr
      """
    let women =
      "mrs ms miss frau mme madame mlle mademoiselle sra señora senora srta señorita sig.ra sigra "
      + "signora signorina mevr mevrouw mw dame doña dona dottssa dottoressa drin profin "
        + """
        lady madam fräulein frl pani paní panna slečna dª dña domnișoara doamna dna d-na ponia proua
        preili rouva neiti fru frk fröken frøken frú ibu puan gospa gospođa gospođica gđa senhora
        senhorita smt bà bayan juffrouw mej jkvr г-жа гжа госпожа пані κα κυρία δις السيدة الآنسة
        श्रीमती सुश्री นาง นางสาว גברת גב' טկն տիկին sigra signa baroness countess viscountess
        """
    for word in men.split(whereSeparator: \.isWhitespace) { words[String(word)] = .mr }
    for word in women.split(whereSeparator: \.isWhitespace) {
      words[String(word.filter { $0 != "." })] = .ms
    }
    for word in ["mx", "divers"] { words[word] = .mx }
    return words
  }()
}
