import Bytes
package import LeadModel

/// Countries as lists spell them that are neither their name nor their code of letters.
package enum CountrySpelling {
  /// The country of a cell such as `276` (ISO 3166-1 numeric), `D`, `N.Z.`, `The United Kingdom`,
  /// `Korea, South`, `Czech Rep.` or a flag; nil for anything else. The scratch is overwritten.
  package static func find(
    _ cell: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> CountryCode? {
    if cell.count == 1 { return signs[cell[0]].flatMap { CountryCode($0) } }
    guard cell.count > 2, cell.count <= 80 else { return nil }
    if cell.count == 3, cell.allSatisfy(ASCII.isDigit) {
      return numbers[cell.reduce(0) { $0 * 10 + Int($1 - 48) }]
    }
    if cell[0] == 0xF0 { return flag(cell) }
    // "N.Z."
    if cell.count <= 6, cell.contains(UInt8(ascii: ".")) {
      let letters = cell.filter { $0 != UInt8(ascii: ".") && $0 != 32 }
      let isCode = letters.count == 2 && letters.allSatisfy(ASCII.isLetter)
      return isCode
        ? letters.withUnsafeBufferPointer { CountryTable.find($0, scratch: &scratch) } : nil
    }
    guard cell.allSatisfy({ !ASCII.isDigit($0) }) else { return nil }
    return CountryWords.find(String(decoding: cell, as: UTF8.self))
  }

  /// Distinguishing signs of vehicles of one letter that lists of addresses have in front of
  /// postcodes, where ISO 3166-1 has others.
  ///
  /// - Source: the UN's list of distinguishing signs of vehicles (Convention on Road Traffic, 1968).
  private static let signs: [UInt8: String] = [
    UInt8(ascii: "A"): "AT", UInt8(ascii: "B"): "BE", UInt8(ascii: "D"): "DE",
    UInt8(ascii: "E"): "ES", UInt8(ascii: "F"): "FR", UInt8(ascii: "I"): "IT",
  ]

  /// Two regional indicator symbols (Unicode, section 22.10) are a code of two letters.
  private static func flag(_ cell: UnsafeBufferPointer<UInt8>) -> CountryCode? {
    let letters = String(decoding: cell, as: UTF8.self).unicodeScalars.map {
      UInt8(exactly: Int($0.value) - 0x1F1E6 + 65) ?? 0
    }
    guard letters.count == 2, let code = CountryCode(letters[0], letters[1]),
      CountryTable.isAssigned(code)
    else { return nil }
    return code
  }

  private static let numbers: [Int: CountryCode] = {
    var numbers: [Int: CountryCode] = [:]
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let number = Int(entry.prefix(3)) { numbers[number] = CountryCode(entry.suffix(2)) }
    }
    return numbers
  }()

  /// The number and the letters of each code of ISO 3166-1.
  private static let table = """
    004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD
    051AM 052BB 056BE 060BM 064BT 068BO 070BA 072BW 074BV 076BR 084BZ 086IO 090SB 092VG 096BN
    100BG 104MM 108BI 112BY 116KH 120CM 124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW
    162CX 166CC 170CO 174KM 175YT 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK
    212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR
    254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD
    312GP 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR
    368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA
    422LB 426LS 428LV 430LR 434LY 438LI 440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT
    474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA 520NR 524NP
    528NL 531CW 533AW 534SX 535BQ 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP
    581UM 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL
    630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM
    678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS
    729SD 732EH 740SR 744SJ 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE
    788TN 792TR 795TM 796TC 798TV 800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US
    850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM
    """
}
