/// Words that stand in dates.
enum DateWords {
  /// What a word behind a number says it is.
  enum Unit {
    case year, month, day, hour, minute, second
  }

  static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, row) in CalendarNames.months.enumerated() {
      for name in words(row) { months[name] = index + 1 }
    }
    return months
  }()

  /// As people of Central and Eastern Europe write them between the day and the year.
  static let romanMonths: [String: Int] = Dictionary(
    uniqueKeysWithValues: words("i ii iii iv v vi vii viii ix x xi xii").enumerated().map {
      ($0.element, $0.offset + 1)
    })

  /// Days of the week and what stands between the parts of a date: it goes.
  static let unsaid: Set<String> = Set(
    words(CalendarNames.days)
      + words(
        """
        segunda terça terca quarta quinta sexta feira miercoles sabado
        de del of the den der dem le el la las les lo il di do da dia d
        am vom um at à às ás a alle ore om kl klo klokken klockan um uur o w v ve în la at on
        г год года р рік року м в у о об σ στις m gada g
        水曜 月曜 火曜 木曜 金曜 土曜 日曜
        일요일 월요일 화요일 수요일 목요일 금요일 토요일
        曜 星期 周 週 礼拜 禮拜 日 月 水 火 木 金 土 一 二 三 四 五 六
        """))

  /// Behind a day's number, without a space.
  static let ordinals: Set<String> = Set(
    words("st nd rd th er re e è ème eme nd º ª ° ste de te den º. го -го ого η ος :a :e"))

  static let meridiems: [String: Bool] = [
    "am": false, "pm": true, "πμ": false, "μμ": true, "午前": false, "午後": true, "上午": false,
    "下午": true, "晚上": true, "凌晨": false, "早上": false, "清晨": false, "中午": true, "傍晚": true,
    "오전": false, "오후": true,
    "vorm": false, "nachm": true, "fm": false, "em": true,
  ]

  static let units: [String: Unit] = [
    "年": .year, "년": .year, "月": .month, "월": .month, "日": .day, "號": .day, "号": .day, "일": .day,
    "時": .hour, "时": .hour, "點": .hour, "点": .hour, "시": .hour, "h": .hour, "hrs": .hour,
    "hs": .hour, "uhr": .hour, "uur": .hour, "ч": .hour, "год": .hour, "godz": .hour,
    "分": .minute, "분": .minute, "min": .minute, "мин": .minute, "хв": .minute,
    "秒": .second, "초": .second, "s": .second, "sec": .second, "сек": .second,
  ]

  /// Offsets behind a time. `IST`, `BST` and `AST` are several and are not known.
  ///
  /// - Source: RFC 5322 4.3; the names of Central, Western and Eastern European Time.
  static let zones: [String: String] = [
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "cet": "+01:00", "cest": "+02:00",
    "mez": "+01:00", "mesz": "+02:00", "wet": "+00:00", "west": "+01:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
  ]

  /// Han characters that make one word together.
  static func joined(_ tokens: [DateTokens.Token]) -> [DateTokens.Token] {
    guard tokens.contains(where: { $0.word.utf8.count == 3 }) else { return tokens }
    var joined: [DateTokens.Token] = []
    for token in tokens {
      if case .word(let second) = token, case .word(let first) = joined.last,
        meridiems[first + second] != nil || unsaid.contains(first + second)
      {
        joined[joined.count - 1] = .word(first + second)
      } else {
        joined.append(token)
      }
    }
    return joined
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
