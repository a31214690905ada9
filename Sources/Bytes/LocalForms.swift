package import LeadModel

/// Legal forms that a country tells: `SRL` is another form in Belgium than in Italy, `DA` is one in
/// Norway and a particle elsewhere.
///
/// Keys of companies do not depend on them, as a record's country may come later than its company.
///
/// - Source: ISO 20275 (GLEIF's list as of 2023-09-28), held against the terms of PyPI's cleanco 2.3.
package enum LocalForms {
  package typealias Text = UnsafeBufferPointer<UInt8>

  /// What a form, as `CompanyName` tells it, is called in a country.
  package static func name(of form: String, in country: CountryCode?) -> String {
    guard let names = renamed[form] else { return form }
    return country.flatMap { names.byCountry[$0] } ?? names.elsewhere
  }

  /// Whether a form that a name begins with is one in a country: `PT` of `PT Barnum`, `CV` of `CV
  /// Library` and `TOO` of `Too Faced` are forms of one country alone, and words elsewhere.
  ///
  /// - Parameters:
  ///   - form: what the name begins with.
  ///   - first: the name's first byte; forms in other letters are nothing else.
  ///   - country: where the company is, if that is known.
  /// - Returns: true for forms that are no words.
  package static func isForm(
    _ form: String, before first: UInt8?, in country: CountryCode?
  ) -> Bool {
    guard let countries = inFront[form], let first, first < 0x80 else { return true }
    return country.map { countries.contains($0) } ?? false
  }

  private static let inFront: [String: Set<CountryCode>] = [
    "PT": Set(countries("ID TL")), "CV": Set(countries("ID")), "MB": Set(countries("LT")),
    "OÜ": Set(countries("EE")), "TOO": Set(countries("KZ")), "TOV": Set(countries("UA")),
    "KK": Set(countries("JP")),
  ]

  /// The form that a name has by its first or last word in a country, where it has none by itself.
  ///
  /// - Returns: the form and the bytes of the name that are left.
  package static func form(
    of name: Text, in country: CountryCode
  ) -> (form: String, rest: Range<Int>)? {
    guard let forms = tables[country], let last = name.lastIndex(of: 32), last + 1 < name.count,
      let first = name.firstIndex(of: 32), name.count < 400
    else { return nil }
    if let word = written(name[(last + 1)...]),
      let form = forms.behind[word]
        ?? forms.behind[
          pointed(word, name[(last + 1)...])]
    {
      let end = name[..<last].lastIndex { $0 != 32 && $0 != UInt8(ascii: ",") }
      return end.map { (form, 0..<($0 + 1)) }
    }
    if let word = written(name[..<first]), let form = forms.before[word] {
      let start = name[first...].firstIndex { $0 != 32 }
      return start.map { (form, $0..<name.count) }
    }
    return nil
  }

  /// A word in small letters without points and strokes, if it is written as a form is: in capitals
  /// or with points.
  private static func written(_ word: Slice<Text>) -> [UInt8]? {
    guard word.count <= 8 else { return nil }
    var letters: [UInt8] = []
    let hasPoint = word.dropLast().contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    for byte in word {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { continue }
      guard ASCII.isLetter(byte) || byte >= 0x80 else { return nil }
      if !hasPoint, byte &- 97 < 26 { return nil }
      letters.append(ASCII.lowercased(byte))
    }
    return letters.count < 2 ? nil : letters
  }

  /// The key of a form that only counts with points: `Bell, PA` is in Pennsylvania, `Bell P.A.` is a
  /// professional association.
  private static func pointed(_ word: [UInt8], _ text: Slice<Text>) -> [UInt8] {
    text.contains(UInt8(ascii: ".")) ? [UInt8(ascii: "*")] + word : []
  }

  // MARK: Tables

  private struct Names: Sendable {
    var byCountry: [CountryCode: String] = [:]
    var elsewhere: String
  }

  private struct Forms: Sendable {
    var behind: [[UInt8]: String] = [:]
    var before: [[UInt8]: String] = [:]
  }

  private static func countries(_ codes: some StringProtocol) -> [CountryCode] {
    codes.split(separator: " ").compactMap { CountryCode($0) }
  }

  private static let renamed: [String: Names] = {
    var renamed: [String: Names] = [:]
    for line in renamedForms.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count == 3 else { continue }
      // The form that is not Asia's is a limited company's with "Co" in its name.
      var names =
        renamed[parts[0]] ?? Names(elsewhere: parts[0] == "Co., Ltd." ? "Ltd" : parts[0])
      for country in countries(parts[1]) { names.byCountry[country] = parts[2] }
      renamed[parts[0]] = names
    }
    return renamed
  }()

  private static let tables: [CountryCode: Forms] = {
    var tables: [CountryCode: Forms] = [:]
    for (text, path) in [(behind, \Forms.behind), (before, \Forms.before)] {
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: "|")
        guard parts.count == 2 else { continue }
        for entry in parts[1].split(separator: ",") {
          let pair = entry.split(separator: "=").map { String($0) }
          guard let form = pair.first else { continue }
          // Of ASCII alone, as the words of names.
          let spelling = pair[pair.count - 1].utf8.filter { !"./ ".utf8.contains($0) }
            .map(ASCII.lowercased)
          for country in countries(parts[0]) {
            tables[country, default: Forms()][keyPath: path][spelling] = form
          }
        }
      }
    }
    return tables
  }()

  /// A form, the countries, and its name there.
  private static let renamedForms = """
    S.p.A.|CL|SpA
    S.p.A.|DZ|SPA
    S.r.l.|BE LU|SRL
    S.r.l.|RO MD|S.R.L.
    S.r.l.|AR BO CR DO GT HN MX NI PA PY PE SV UY VE EC CO CU PR|S.R.L.
    SAS|IT|S.a.s.
    SNC|IT|S.n.c.
    SCA|IT|S.a.p.A.
    SARL|LU|S.à r.l.
    SARL|CH LI|Sàrl
    Co., Ltd.|CN TW HK MO JP KR KP TH VN MM KH LA MN|Co., Ltd.
    AS|DK|A/S
    AS|TR|A.Ş.
    AS|CZ SK|a.s.
    a.s.|NO EE LV|AS
    A.Ş.|AZ|ASC
    CV|NL CW|C.V.
    SC|FR|SC
    """

  /// Countries, then forms behind the name; `FORM=spelling` where they differ, with a star where it
  /// needs points.
  private static let behind = """
    GR CY|O.E.=oe,E.E.=ee,O.E.=οε,E.E.=εε,O.E.=ΟΕ,E.E.=ΕΕ,A.E.=ΑΕ
    AT|KEG,OEG
    AU|N.L.=nl
    AW CW SX|A.V.V.=avv,V.B.A.=vba,SPF
    BO MC|S.A.M.=*sam
    BR|S/S=*ss
    CL|SLM,SCM
    CO ES|S.A.T.=*sat
    EE|TÜ,UÜ,HÜ,KÜ,AÜ,TÜH
    ES|S.G.R.=sgr,SCR,FCR,S.A.P.=*sap,S.R.C.=*src,E.R.L.=*erl,S.C.=*sc
    GG JE KY VG MU SC|PCC,ICC,ILP,SPC,LDC,ELP,SEZC,IBC,LBG
    HR SI|GIU,GIZ
    LT|TŪB,KŪB,ŽŪB
    LU|SEPCAV,ASSEP
    MX|A.C.=*ac,S.C.=*sc,S.C.L.=*scl,I.A.P.=*iap,SPR,UAIM
    NO SE|BRL,BRF
    PL|S.J.=*sj,TUW,OFE
    US|FSA,N.A.=*na,PSC,LCA,G.P.=*gp,P.L.L.=*pll,REIT
    VC LC KN|IBC,LDC
    ZA NA|CC
    NO|DA,ANS,BA,KF,SF,RHF,KS,FKF,BL,SA
    US|P.C.=pc,P.A.=*pa,P.L.=*pl,S.C.=*sc
    CA|GP,P.C.=pc
    VE EC|C.A.=ca
    EC|EP
    AR CL|SGR,S.G.R.=sgr
    BE FR|SEP,SEM,EI
    BG|ET,SD
    DK|G/S=gs
    ES|SAD,S.A.D.=sad
    FI|OK,LKV
    HU|EC,EV,KV,RT
    IE|CPT
    IL|B.M.=bm
    IN|PSU,PSE
    IS|S.F.=sf,SES
    IT|S.s.=ss
    LV|IK,ZS
    LT|IĮ
    KH|GP,SM
    MN|XK
    PH|OPC
    PL|P.P.=pp
    PT|CRL,SF
    RO|O.N.G.=ong,PFA,II
    RS|DP,JP,ДП,ЈП,ПР
    RS BA ME|O.D.=od,K.D.=kd,PR,SZR
    RU|OAO,OOO,ZAO,PAO,AO,IP
    UA|TOV,AT,PP,VAT,ZAT,DAT,KT,PT,TDV,FOP,PAT,PrAT=prat
    AT|STG
    NG|GTE,LTD/GTE=ltdgte
    ID|UD,PT,CV
    SE|KB,HB
    """

  /// The same before the name.
  private static let before = """
    FR BE LU MC DZ MA TN SN CI|SAS,SASU,SA,SCI,SNC,SCP,SELARL,SELAS,SCM,SCS,SCA,GIE,EARL,GAEC,SCEA,SCOP,EI
    SE FI|AB,HB,KB
    SE FI|Oy,Ky,Ay,Tmi,Oyj,Abp
    DK|A/S=as,ApS,I/S=is,K/S=ks
    NO|AS,DA,ANS
    NL BE|B.V.=bv,N.V.=nv,V.O.F.=vof
    DE AT CH|GmbH=gmbh
    EE|AS,FIE,MTÜ
    LV|AS,IK,SIA
    LT|AB,IĮ,VŠĮ,VšĮ
    RU BY KZ|AO,IP,ИП,UP
    UA|AT,PP,FOP,DP,ДП
    PL|PPHU,PHU,P.P.H.U.=pphu,FHU
    RS BA ME MK|DOO,AD,SZR
    RO MD|S.C.=sc,SA,SRL,PFA,II
    ID|UD,CV
    VE|C.A.=ca
    """
}
