/// Names of months in English, German, French and Spanish, whole or shortened.
enum MonthNames {
  private static let months: [String: Int] = {
    let rows = [
      "january januar jänner janvier enero jan janv ene",
      "february februar février febrero feb févr fevr fév fev",
      "march märz maerz mars marzo mar mär mrz",
      "april avril abril apr avr abr",
      "may mai mayo",
      "june juni juin junio jun",
      "july juli juillet julio jul juil",
      "august août aout agosto aug ago",
      "september septembre septiembre sep sept",
      "october oktober octobre octubre oct okt",
      "november novembre noviembre nov",
      "december dezember décembre diciembre dec dez déc dic",
    ]
    var months: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for name in row.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// 1 to 12, nil for any other word.
  static func month(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    months[String(decoding: word, as: UTF8.self).lowercased()]
  }

  static func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    month(of: word) != nil
  }
}
