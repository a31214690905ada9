import Bytes
import LeadModel
import Testing
import Validation

struct PlaceTests {
  @Test(
    "a country is found by code and by name in seven languages",
    arguments: [
      ("Germania", "DE"), ("Duitsland", "DE"), ("Alemanha", "DE"), ("Países Baixos", "NL"),
      ("DE", "DE"), ("de", "DE"), ("DEU", "DE"), ("Germany", "DE"), ("DEUTSCHLAND", "DE"),
      ("Allemagne", "DE"), ("Alemania", "DE"), ("UK", "GB"), ("U.K.", "GB"), ("England", "GB"),
      ("Großbritannien", "GB"), ("Grossbritannien", "GB"), ("United States", "US"), ("USA", "US"),
      ("U.S.A.", "US"), ("États-Unis", "US"), ("Etats Unis", "US"), ("Österreich", "AT"),
      ("osterreich", "AT"), ("Suisse", "CH"), ("The Netherlands", "NL"), ("Holland", "NL"),
      ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"), ("Czech Republic", "CZ"),
      ("Swasiland", "SZ"), ("Osttimor", "TL"), ("Kap Verde", "CV"), ("Wit-Rusland", "BY"),
      ("Kazajstán", "KZ"), ("Trinidad y Tabago", "TT"), ("Malesia", "MY"), ("Vaticano", "VA"),
      ("Quirguizistão", "KG"), ("Palestina", "PS"), ("Libyan Arab Jamahiriya", "LY"),
      ("Guyane", "GF"),
      ("Bosnia & Herzegovina", "BA"), ("Türkiye", "TR"), ("South Korea", "KR"), ("España", "ES"),
    ])
  func findsCountry(name: String, code: String) {
    #expect(CountryTable.find(name).map(\.description) == code)
  }

  @Test("what is no country stays unknown", arguments: ["XX", "Atlantis", "D", "", "United", "ZZ"])
  func doesNotGuess(name: String) {
    #expect(CountryTable.find(name) == nil)
  }

  @Test("all 249 codes of ISO 3166-1 are there and three in common use, each with an English name")
  func isComplete() {
    var count = 0
    for first in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      for second in UInt8(ascii: "A")...UInt8(ascii: "Z") {
        guard let code = CountryCode(first, second), CountryTable.isAssigned(code) else { continue }
        count += 1
        let name = CountryTable.englishName(of: code)
        #expect(name.flatMap { CountryTable.find($0) } == code, "\(code) \(name ?? "")")
      }
    }
    #expect(count == 252)
  }

  @Test(
    "a country is found by its number, flag, article and turned name",
    arguments: [
      ("276", "DE"), ("004", "AF"), ("826", "GB"), ("The United Kingdom", "GB"),
      ("the United States", "US"), ("Korea, South", "KR"), ("Korea, Republic of", "KR"),
      ("🇩🇪", "DE"), ("999", nil), ("4", nil), ("The End", nil), ("Bonn, Berlin", nil), ("🏴", nil),
      ("Czech Rep.", "CZ"), ("Rep. of Korea", "KR"), ("Korea (South)", "KR"), ("S. Korea", "KR"),
      ("Korea, Dem. People's Rep.", "KP"), ("Dem. Rep. of the Congo", "CD"), ("Congo, DR", "CD"),
      ("Congo, Republic of", "CG"), ("Central African Rep.", "CF"),
      ("United Rep. of Tanzania", "TZ"), ("Iran (Islamic Rep. of)", "IR"),
      ("Syrian Arab Rep.", "SY"), ("Russian Fed.", "RU"), ("Micronesia, Fed. Sts.", "FM"),
      ("Cayman Isl.", "KY"), ("Falkland Isl.", "FK"), ("St. Vincent & the Grenadines", "VC"),
      ("Republic of Hungary", "HU"), ("Commonwealth of Australia", "AU"),
      ("Wallis and Futuna Islands", "WF"), ("Bonaire, Sint Eustatius and Saba", "BQ"),
      ("Dominican Rep.", "DO"), ("Die Niederlande", "NL"), ("La France", "FR"), ("N.Z.", "NZ"),
      ("D", "DE"), ("A", "AT"), ("N", nil), ("d", nil), ("Virgin Islands", nil),
      ("State of Georgia", nil), ("Republic", nil), ("Commonwealth of Virginia", nil),
      ("Federal District", nil), ("Islands", nil), ("Estado de México", nil),
      ("Demokratische Republik Kongo", "CD"), ("Republik Korea", "KR"),
      ("Demokratische Volksrepublik Korea", "KP"), ("Cayman (Îles)", "KY"),
      ("Chine (Rép. pop.)", "CN"), ("Vatican (Etat du)", "VA"), ("Bermudes (Les)", "BM"),
      ("Rép. Dém. du Congo", "CD"), ("Micronésie (États fédérés de)", "FM"),
      ("República Árabe Siria", "SY"), ("República Islâmica do Paquistão", "PK"),
      ("República Unida de Tanzanía", "TZ"),
      ("Royaume d'Espagne", "ES"), ("Repubblica d’Albania", "AL"), ("Regno di Spagna", "ES"),
      ("Isla de Cuba", "CU"), ("Federación de Rusia", "RU"),
      ("Principato di Monaco", "MC"), ("Koninkrijk België", "BE"), ("Hong Kong (China)", "HK"),
      ("Taiwan (ROC)", "TW"),
    ] as [(String, String?)])
  func findsSpelling(text: String, code: String?) {
    var scratch: [UInt8] = []
    let bytes = Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer { CountrySpelling.find($0, scratch: &scratch) }
    #expect(found?.description == code)
  }

  @Test(
    "a country is found by what its people are called",
    arguments: [
      ("German", "DE"), ("deutsch", "DE"), ("allemande", "DE"), ("tedesco", "DE"), ("Dutch", "NL"),
      ("niederländisch", "NL"), ("Spaans", "ES"), ("österreichisch", "AT"), ("Swiss", "CH"),
      ("svizzero", "CH"), ("britannique", "GB"), ("irlandés", "IE"), ("português", "PT"),
      ("brasileiro", "BR"), ("polnisch", "PL"), ("tchèque", "CZ"), ("svedese", "SE"),
      ("noruego", "NO"), ("finlandais", "FI"), ("Danish", "DK"), ("AMERICAN", "US"),
      ("estadounidense", "US"), ("Canadees", "CA"), ("giapponese", "JP"), ("chinois", "CN"),
      ("Turkish", "TR"), ("griego", "GR"), ("ungherese", "HU"), ("roumain", "RO"), ("belge", "BE"),
    ])
  func findsByPeople(name: String, code: String) {
    #expect(CountryDemonyms.find(name).map(\.description) == code)
  }

  @Test(
    "a postcode is compared with the pattern of its country",
    arguments: [
      ("10115", "DE", true, nil), ("D-10115", "DE", true, nil), ("DE-10115", "DE", true, nil),
      ("1234", "DE", false, "01234"), ("123", "DE", false, nil), ("12", "DE", false, nil),
      ("1O115", "DE", false, "10115"), ("101155", "DE", false, nil), ("1010", "AT", true, nil),
      ("A-1010", "AT", true, nil), ("10100", "AT", false, nil), ("8001", "CH", true, nil),
      ("CH-8001", "CH", true, nil), ("9490", "LI", true, nil), ("FL-9490", "LI", true, nil),
      ("8001", "LI", false, nil), ("75001", "FR", true, nil), ("F-75001", "FR", true, nil),
      ("1000", "FR", false, "01000"), ("28001", "ES", true, nil), ("00118", "IT", true, nil),
      ("118", "IT", false, "00118"), ("1250-096", "PT", true, nil), ("1250096", "PT", true, nil),
      ("1250", "PT", true, nil), ("1011 AB", "NL", true, nil), ("1011ab", "NL", true, nil),
      ("1011", "NL", false, nil), ("0011 AB", "NL", false, nil), ("1011 SS", "NL", false, nil),
      ("1000", "BE", true, nil), ("L-2998", "LU", true, nil), ("SW1A 1AA", "GB", true, nil),
      ("sw1a1aa", "GB", true, nil), ("M1 1AE", "GB", true, nil), ("B33 8TH", "GB", true, nil),
      ("ZZ1 1AA", "GB", false, nil), ("SW1A 1A", "GB", false, nil), ("GIR 0AA", "GB", true, nil),
      ("D02 AF30", "IE", true, nil), ("12345-6789", "US", true, nil),
      ("2139", "US", false, "02139"),
      ("1234567", "US", false, nil), ("K1A 0B1", "CA", true, nil), ("K1A0B1", "CA", true, nil),
      ("D1A 0B1", "CA", false, nil), ("K1A OB1", "CA", false, "K1A 0B1"),
      ("00-950", "PL", true, nil),
      ("00950", "PL", true, nil), ("950", "PL", false, "00-950"), ("110 00", "CZ", true, nil),
      ("SE-114 55", "SE", true, nil), ("00550", "FI", true, nil), ("550", "FI", false, "00550"),
      ("0150", "NO", true, nil), ("150", "NO", false, "0150"), ("8660", "DK", true, nil),
      ("LV-1010", "LV", true, nil), ("1010", "LV", true, nil), ("LT-01234", "LT", true, nil),
      ("100-0001", "JP", true, nil), ("1000001", "JP", true, nil), ("40301-110", "BR", true, nil),
      ("110034", "IN", true, nil), ("101000", "RU", true, nil), ("2000", "AU", true, nil),
      ("AD500", "AD", true, nil), ("500", "AD", false, "AD500"), ("800", "AD", false, nil),
      ("17004", "BB", false, "BB17004"), ("07", "BM", false, nil),
      ("050000", "KZ", true, nil), ("A10A5T4", "KZ", true, nil), ("z05h9a7", "KZ", true, nil),
      ("10A5T4", "KZ", false, nil), ("1536", "PY", true, nil), ("001526", "PY", true, nil),
      ("15365", "PY", false, "015365"), ("3742001", "EG", true, nil), ("37420", "EG", true, nil),
      ("0101001", "MM", true, nil), ("11936", "IR", true, nil), ("1101", "SV", true, nil),
      ("97865 CEDEX", "RE", true, nil), ("2412", "GL", true, nil), ("D02 AF30", "IE", true, nil),
      ("1234567", "IE", false, nil),
      ("VLT 1117", "MT", true, nil),
      ("anything", "HK", true, nil),
      ("PLZ 10115", "DE", true, nil), ("C.P. 06600", "MX", true, nil),
      ("CP: 06600", "MX", true, nil),
      ("CEP 01310-100", "BR", true, nil), ("〒100-0001", "JP", true, nil),
      ("１００−０００１", "JP", true, nil), ("ΤΚ 475 48", "GR", true, nil),
      ("T.K. 47548", "GR", true, nil),
      ("75008 CEDEX 08", "FR", true, nil), ("75008 Cedex", "FR", true, nil),
      ("১৩৪০", "BD", true, nil), ("١٢٣٤٥", "SA", true, nil), ("CPX 06600", "MX", false, nil),
      ("PLZ", "DE", false, nil), ("CEDEX", "FR", false, nil), ("anything", "KE", false, nil),
      ("an address in the wrong column", "DE", false, nil),
      // Codes that never begin with a zero have lost none.
      ("506", "AT", false, nil), ("837", "BE", false, nil), ("618", "CH", false, nil),
      ("496", "HU", false, nil), ("7398", "CZ", false, nil), ("2189", "GR", false, nil),
      ("44077", "IN", false, nil), ("23", "IS", false, nil), ("1096", "SG", false, nil),
      ("18956", "SG", false, "018956"), ("10115.0", "DE", false, "10115"),
      ("1067.0", "DE", false, "01067"), ("02134.0", "US", false, "02134"),
      // Codes that begin as none of the country does, or of a stand-in's digits alone.
      ("00000", "DE", false, nil), ("99999", "DE", false, nil), ("05123", "DE", false, nil),
      ("99994", "DE", true, nil), ("0123", "AT", false, nil), ("0000", "CH", false, nil),
      ("1300", "AT", true, nil), ("0287", "BE", false, nil), ("04567", "GR", false, nil),
      ("99999", "HR", false, nil), ("01234", "EE", false, nil), ("0123", "LV", false, nil),
      ("LV-0123", "LV", false, nil), ("0178-281", "PT", false, nil), ("01234", "SE", false, nil),
      ("00000", "UA", false, nil), ("00000", "MX", false, nil), ("18000", "MX", false, nil),
      ("53001", "ES", false, nil),
      ("00999", "ES", false, nil), ("52001", "ES", true, nil), ("82000", "TR", false, nil),
      ("99010", "TR", true, nil),
      ("00000", "US", false, nil), ("22222", "US", true, nil), ("00501", "US", true, nil),
      ("1111", "BG", true, nil), ("AZ 7000", "AZ", true, nil), ("51000", "DZ", true, nil),
      ("900056", "IN", true, nil), ("1010,0", "AT", false, "1010"), ("101.5", "DE", false, nil),
    ] as [(String, String, Bool, String?)])
  func postcode(text: String, country: String, fits: Bool, suggestion: String?) throws {
    let code = try #require(CountryCode(country))
    var check = PostcodeCheck()
    switch check.check(text, country: code) {
    case .fits: #expect(fits)
    case .differs(let example, let suggested):
      #expect(!fits)
      #expect(suggested == suggestion)
      #expect(check.check(example, country: code) == .fits)
      if let suggested { #expect(check.check(suggested, country: code) == .fits) }
    }
  }

  @Test(
    "a postcode is written as its country does",
    arguments: [
      ("sw1a1aa", "GB", "SW1A 1AA"), ("m11ae", "GB", "M1 1AE"), ("1011ab", "NL", "1011 AB"),
      ("k1a0b1", "CA", "K1A 0B1"), ("00950", "PL", "00-950"), ("123456789", "US", "12345-6789"),
      ("D-10115", "DE", "10115"), ("1000001", "JP", "100-0001"), ("bfpo61", "GB", "BFPO 61"),
      ("BFPO 801", "GB", "BFPO 801"), ("gy101aa", "GG", "GY10 1AA"), ("gy11aa", "GG", "GY1 1AA"),
      ("AI2640", "AI", "AI-2640"), ("2640", "AI", "AI-2640"), ("1010", "LV", "LV-1010"),
      ("lv1010", "LV", "LV-1010"), ("LT-01234", "LT", "01234"), ("1101", "SV", "CP 1101"),
      ("PC133", "OM", "133"), ("11455", "SE", "114 55"),
    ])
  func written(text: String, country: String, expected: String) throws {
    let code = try #require(CountryCode(country))
    var check = PostcodeCheck()
    #expect(check.written(text, country: code) == expected)
    #expect(check.written(expected, country: code) == expected)
  }

  @Test(
    "a postcode is compared with the region beside it",
    arguments: [
      ("10001", "CA", "US", "California"), ("90001", "CA", "US", nil),
      ("90001", "California", "US", nil), ("10001", "New York", "US", nil),
      ("K1A 0B1", "ON", "CA", nil), ("K1A 0B1", "BC", "CA", "British Columbia"),
      ("2000", "NSW", "AU", nil), ("3000", "NSW", "AU", "New South Wales"),
      ("28001", "Madrid", "ES", nil), ("08001", "Madrid", "ES", "Madrid"),
      ("10115", "Berlin", "DE", nil), ("10001", "Atlantis", "US", nil), ("x", "CA", "US", nil),
      ("10001", "US-CA", "US", "California"), ("10001", "CA-CA", "US", nil),
      ("80331", "Berlin", "DE", "Berlin"), ("80331", "BY", "DE", nil),
      ("80331", "DE-BY", "DE", nil),
      // Delivered from over a border: a suburb of Hamburg's, and Treviño by way of Álava.
      ("22113", "Hamburg", "DE", nil), ("22113", "Schleswig-Holstein", "DE", nil),
      ("64754", "Baden-Württemberg", "DE", nil), ("09215", "Burgos", "ES", nil),
      ("01118", "Burgos", "ES", nil),
      ("75008 CEDEX 08", "Paris", "FR", nil),
      ("75008", "Bouches-du-Rhône", "FR", "Bouches-du-Rhône"),
      ("13001", "Provence-Alpes-Côte d'Azur", "FR", nil), ("13001", "69", "FR", "Rhône"),
      ("69001", "Rhône-Alpes", "FR", nil), ("69001", "Bretagne", "FR", "Bretagne"),
      ("97400", "La Réunion", "FR", nil), ("20137", "2A", "FR", nil),
      ("EH1 1YZ", "Scotland", "GB", nil), ("EH1 1YZ", "England", "GB", "England"),
      ("BT1 1AA", "Northern Ireland", "GB", nil), ("BT1 1AA", "Wales", "GB", "Wales"),
      ("G1 1AA", "Scotland", "GB", nil), ("GL1 1AA", "Scotland", "GB", "Scotland"),
      ("SY16 1AA", "Wales", "GB", nil), ("SY1 1AA", "England", "GB", nil),
      ("BFPO 57", "Scotland", "GB", nil),
      ("20121", "Lombardia", "IT", nil), ("20121", "Lazio", "IT", "Lazio"),
      ("20121", "RM", "IT", "Roma"), ("I-00184", "Latium", "IT", nil),
      ("1010", "Wien", "AT", nil), ("1010", "Tirol", "AT", "Tirol"), ("6020", "Tyrol", "AT", nil),
      ("9990", "Tirol", "AT", nil), ("8001", "Kanton Zürich", "CH", nil),
      ("8001", "Genève", "CH", "Genève"), ("CH-1201", "GE", "CH", nil), ("6390", "Uri", "CH", nil),
      // ZIP codes of two states, an island whose provinces were redrawn, letters that may be missing.
      ("84536", "AZ", "US", nil), ("84536", "Utah", "US", nil), ("84101", "AZ", "US", "Arizona"),
      ("09060", "Cagliari", "IT", nil), ("1101", "San Salvador", "SV", nil),
      ("28001", "Comunidad de Madrid", "ES", nil), ("28001", "Cataluña", "ES", "Cataluña"),
      // Countries whose lists name a region for each code.
      ("40-001", "mazowieckie", "PL", "mazowieckie"), ("00-001", "woj. mazowieckie", "PL", nil),
      ("50-001", "Silesia", "PL", nil), ("6211 AB", "Noord-Holland", "NL", "Noord-Holland"),
      ("1011 AB", "NH", "NL", nil), ("1011 AB", "ZE", "NL", "Zeeland"),
      ("2000", "Bruxelles", "BE", "Bruxelles"), ("1930", "Brussels", "BE", nil),
      ("2000", "Vlaanderen", "BE", nil), ("4000-001", "Lisboa", "PT", "Lisboa"),
      ("1000-001", "Lisboa", "PT", nil), ("2100", "Region Midtjylland", "DK", "Region Midtjylland"),
      ("2100", "Sjælland", "DK", nil), ("211 20", "Stockholms län", "SE", "Stockholms län"),
      ("114 55", "AB", "SE", nil), ("0150", "Vestland", "NO", "Vestland"),
      ("1337", "Viken", "NO", nil), ("00100", "Lapland", "FI", "Lapland"),
      ("96100", "Lappi", "FI", nil), ("50100", "Southern Savonia", "FI", nil),
      ("00100", "Kainuu Region", "FI", "Kainuu Region"), ("602 00", "Praha", "CZ", "Praha"),
      ("110 00", "Prague", "CZ", nil), ("100000", "Guangdong", "CN", "Guangdong"),
      ("510000", "广东省", "CN", nil), ("100000", "广东省", "CN", "广东省"),
      ("8001", "Gauteng", "ZA", "Gauteng"), ("2000", "GP", "ZA", nil),
      ("8011", "Auckland", "NZ", "Auckland"), ("1010", "AUK", "NZ", nil),
      ("T12 X4Y5", "Co. Dublin", "IE", "Co. Dublin"), ("D02 X285", "Dublin", "IE", nil),
      ("D02 X285", "Munster", "IE", "Munster"),
      // Abbreviations of states, and British counties by the areas of the post.
      ("10001", "Calif.", "US", "Calif."), ("94105", "Calif.", "US", nil),
      ("75201", "Tex.", "US", nil), ("10001", "Tex.", "US", "Tex."),
      ("EH1 1YZ", "Greater London", "GB", "Greater London"), ("EH1 1YZ", "Kent", "GB", "Kent"),
      ("BR1 1AA", "Kent", "GB", nil), ("B1 1AA", "Warwickshire", "GB", nil),
      ("BFPO 57", "Kent", "GB", nil),
    ] as [(String, String, String, String?)])
  func region(postcode: String, region: String, country: String, expected: String?) throws {
    let code = try #require(CountryCode(country))
    var check = PostcodeCheck()
    var (postcode, region) = (postcode, region)
    let stated = postcode.withUTF8 { postcode in
      region.withUTF8 { check.judge(postcode, region: $0, country: code).region }
    }
    #expect(stated == expected)
  }

  @Test("postcodes of any bytes do no harm, and a suggestion fits")
  func randomPostcodes() throws {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    var check = PostcodeCheck()
    let countries = ["DE", "GB", "US", "NL", "PT", "CA", "PL"].compactMap { CountryCode($0) }
    let letters = Array("0123456789OIl -ABZz".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<5000 {
      let bytes = (0..<Int(random.next() % 12)).map { _ in
        letters[Int(random.next() % UInt64(letters.count))]
      }
      let country = countries[Int(random.next() % UInt64(countries.count))]
      let verdict = bytes.withUnsafeBufferPointer { check.check($0, country: country) }
      if case .differs(_, let suggestion?) = verdict {
        #expect(check.check(suggestion, country: country) == .fits, "seed \(seed)")
      }
    }
  }

  @Test("a mail domain tells a country by an ending that is no other's")
  func domains() {
    func country(_ text: String) -> String? {
      var text = text
      return text.withUTF8 { StatedCountry.ofDomain($0) }?.description
    }
    #expect(country("ann@mail.example.de") == "DE")
    #expect(country("ann@mail.example.co.uk") == "GB")
    #expect(country("ann@example.com") == nil)
    #expect(country("ann@example.io") == nil)
    #expect(country("ann@example.eu") == nil)
    #expect(country("ann@xn--e1afmkfd.xn--p1ai") == "RU")
    #expect(country("ANN@EXAMPLE.XN--FIQS8S") == "CN")
    #expect(country("ann@example.xn--abc") == nil)
    #expect(country("ann@example.xn--") == nil)
  }
}
