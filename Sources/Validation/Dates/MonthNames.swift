/// Names of months in the seven languages of ingest, whole or shortened.
package enum MonthNames {
  private static let months: [String: Int] = {
    let rows = [
      "january januar jänner janvier enero gennaio janeiro januari jan jän janv ene gen",
      "february februar feber février fevrier febrero febbraio fevereiro februari feb febr févr fevr fév fev",
      "march märz maerz mars marzo março marco maart mar mär mrz mrt",
      "april avril abril aprile apr avr abr",
      "may mai mayo maggio maio mei mag",
      "june juni juin junio giugno junho jun giu",
      "july juli juillet julio luglio julho jul juil lug",
      "august août aout agosto augustus aug aoû ago",
      "september septembre septiembre setiembre settembre setembro sep sept set",
      "october oktober octobre octubre ottobre outubro oct okt ott out",
      "november novembre noviembre novembro nov",
      "december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic",
    ]
    var months: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for name in row.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// 1 to 12, nil for any other word.
  static func month(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    month(named: String(decoding: word, as: UTF8.self))
  }

  /// 1 to 12, nil for any other word.
  package static func month(named word: String) -> Int? {
    months[word.lowercased()]
  }

  static func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    month(of: word) != nil
  }
}
