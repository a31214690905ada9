/// Header cells in the form in which the field catalogue spells its synonyms.
package enum HeaderText {
  /// Lower-case letters and digits only, without accents: `Straße` is `strasse`, `E-Mail` is
  /// `email`, `Prénom` is `prenom`. Letters of other scripts stay as they are.
  package static func normalised(_ text: String) -> String {
    var output = ""
    for scalar in text.lowercased().unicodeScalars {
      if let plain = folding[scalar] {
        output += plain
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Latin letters with marks; umlauts as German spells them without.
  private static let folding: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("ae", "äæ"), ("oe", "öœø"), ("ue", "ü"), ("ss", "ß"), ("a", "àáâãåāăą"), ("c", "çćč"),
      ("d", "ďđ"), ("e", "èéêëēėęě"), ("g", "ğģ"), ("i", "ìíîïīįı"), ("k", "ķ"), ("l", "łĺļľ"),
      ("n", "ñńņň"), ("o", "òóôõōő"), ("r", "ŕř"), ("s", "śşšș"), ("t", "ţťț"),
      ("u", "ùúûūůűų"), ("y", "ýÿ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
