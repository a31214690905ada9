import Bytes
package import LeadModel

/// Countries by what their people and languages of state are called, in the languages of ingest.
///
/// Apart from the names of countries: a column of languages must not be taken for one of countries.
/// - Source: common knowledge.
package enum CountryDemonyms {
  /// The country that a cell means that names its people; the scratch is overwritten.
  package static func find(
    _ cell: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> CountryCode? {
    guard cell.count <= 40 else { return nil }
    return words[TextFolding.hash(cell, scratch: &scratch)]
  }

  package static func find(_ text: String) -> CountryCode? {
    var scratch: [UInt8] = []
    var text = text
    return text.withUTF8 { find($0, scratch: &scratch) }
  }

  private static let words: [UInt64: CountryCode] = {
    var words: [UInt64: CountryCode] = [:]
    var scratch: [UInt8] = []
    for line in table.split(separator: "\n") {
      guard let code = CountryCode(line.prefix(2)) else { continue }
      for word in line.dropFirst(3).split(separator: "|") {
        var word = String(word)
        let hash = word.withUTF8 { TextFolding.hash($0, scratch: &scratch) }
        if words[hash] == nil { words[hash] = code }
      }
    }
    return words
  }()

  private static let table = """
    DE German|Germans|deutsch|Deutscher|Deutsche|allemand|allemande|alemán|alemana|tedesco|tedesca
    DE alemão|alemã|Duits|Duitse|Duitser
    AT Austrian|österreichisch|Österreicher|Österreicherin|autrichien|autrichienne|austríaco
    AT austríaca|austriaco|austriaca|Oostenrijks|Oostenrijker
    CH Swiss|schweizerisch|Schweizer|Schweizerin|suisse|suiza|suizo|svizzero|svizzera|suíço|suíça
    CH Zwitsers|Zwitser
    GB British|Briton|britisch|Brite|Britin|britannique|británico|británica|britannico|britannica
    GB britânico|britânica|Brits|Britse|English|englisch|Engländer|anglais|inglés|inglese|inglês
    GB Engels|Scottish|schottisch|écossais|Welsh|walisisch|gallois|Northern Irish
    IE Irish|irisch|Ire|irlandais|irlandaise|irlandés|irlandese|irlandês|Iers|Ierse
    FR French|französisch|Franzose|Französin|français|française|francés|francesa|francese|francês
    FR Frans|Franse|Fransman
    ES Spanish|Spaniard|spanisch|Spanier|Spanierin|espagnol|espagnole|español|española|spagnolo
    ES spagnola|espanhol|espanhola|Spaans|Spaanse|Spanjaard
    IT Italian|italienisch|Italiener|Italienerin|italien|italienne|italiano|italiana|Italiaans
    IT Italiaan
    PT Portuguese|portugiesisch|Portugiese|portugais|portugaise|portugués|portoghese|português
    PT Portugees
    NL Dutch|niederländisch|Niederländer|Niederländerin|holländisch|Holländer|néerlandais
    NL néerlandaise|hollandais|neerlandés|holandés|olandese|neerlandês|holandês|Nederlands
    NL Nederlander
    BE Belgian|belgisch|Belgier|belge|belga|Belg|Belgische
    LU Luxembourgish|Luxembourger|luxemburgisch|luxembourgeois|luxemburgués|lussemburghese
    DK Danish|Dane|dänisch|Däne|danois|danoise|danés|danese|dinamarquês|Deens
    SE Swedish|Swede|schwedisch|Schwede|suédois|suédoise|sueco|svedese|Zweeds
    NO Norwegian|norwegisch|Norweger|norvégien|norvégienne|noruego|norvegese|norueguês|Noors
    FI Finnish|Finn|finnisch|Finne|finlandais|finlandaise|finlandés|finlandese|finlandês|Fins
    IS Icelandic|Icelander|isländisch|islandais|islandés|islandese|islandês|IJslands
    PL Polish|polnisch|polonais|polonaise|polaco|polacca|polacco|Pools
    CZ Czech|tschechisch|Tscheche|tchèque|checo|ceco|tcheco|Tsjechisch
    SK Slovak|slowakisch|Slowake|slovaque|eslovaco|slovacco|Slowaaks
    HU Hungarian|ungarisch|Ungar|hongrois|hongroise|húngaro|ungherese|Hongaars
    RO Romanian|rumänisch|Rumäne|roumain|roumaine|rumano|rumeno|romeno|Roemeens
    BG Bulgarian|bulgarisch|bulgare|búlgaro|bulgaro|Bulgaars
    GR Greek|griechisch|Grieche|grec|grecque|griego|greco|grego|Grieks
    HR Croatian|Croat|kroatisch|Kroate|croate|croata|croato|Kroatisch
    SI Slovenian|Slovene|slowenisch|slovène|esloveno|sloveno|Sloveens
    RS Serbian|Serb|serbisch|serbe|serbio|serbo|sérvio|Servisch
    EE Estonian|estnisch|estonien|estonio|estone|Estisch
    LV Latvian|lettisch|letton|letón|lettone|letão|Lets
    LT Lithuanian|litauisch|lituanien|lituano|Litouws
    UA Ukrainian|ukrainisch|ukrainien|ucraniano|ucraino|Oekraïens
    RU Russian|russisch|russe|ruso|russo
    TR Turkish|Turk|türkisch|Türke|turc|turque|turco|Turks
    US American|US-American|amerikanisch|Amerikaner|américain|américaine|estadounidense
    US statunitense|norteamericano|americano|Amerikaans
    CA Canadian|kanadisch|Kanadier|canadien|canadienne|canadiense|canadese|canadense|Canadees
    MX Mexican|mexikanisch|mexicain|mexicano|messicano|Mexicaans
    BR Brazilian|brasilianisch|Brasilianer|brésilien|brasileño|brasiliano|brasileiro|Braziliaans
    AR Argentine|Argentinian|argentinisch|argentin|argentino|Argentijns
    CL Chilean|chilenisch|chilien|chileno|cileno|Chileens
    CO Colombian|kolumbianisch|colombien|colombiano|Colombiaans
    AU Australian|australisch|Australier|australien|australienne|australiano|Australisch
    NZ New Zealander|neuseeländisch|néo-zélandais|neozelandés|neozelandese|Nieuw-Zeelands
    JP Japanese|japanisch|Japaner|japonais|japonaise|japonés|giapponese|japonês|Japans
    CN Chinese|chinesisch|Chinese|chinois|chinoise|chino|cinese|chinês|Chinees
    KR South Korean|südkoreanisch|sud-coréen|surcoreano|sudcoreano|sul-coreano|Zuid-Koreaans
    IN Indian|indisch|Inder|indien|indienne|indio|indiano|Indiaas
    ZA South African|südafrikanisch|Südafrikaner|sud-africain|sudafricano|sul-africano
    IL Israeli|israelisch|israélien|israelí|israeliano|israelense|Israëlisch
    EG Egyptian|ägyptisch|égyptien|egipcio|egiziano|egípcio|Egyptisch
    """
}
