extension CountryNames {
  /// Italian, Dutch and Portuguese names as the Unicode CLDR has them, where they are not those of
  /// another language already: the code, a space, and names divided by bars.
  static let further = """
    AE Emirati Arabi Uniti|Verenigde Arabische Emiraten|Emirados Árabes Unidos
    AF Afeganistão
    AG Antigua e Barbuda|Antigua en Barbuda
    AQ Antartide
    AR Argentinië
    AS Samoa Americane|Amerikaans-Samoa
    AT Oostenrijk
    AX Isole Åland|Åland|Ilhas Aland|Alanda
    AZ Azerbaigian|Azerbeidzjan|Azerbaijão
    BA Bosnia ed Erzegovina|Bosnië en Herzegovina|Bósnia e Herzegovina
    BD Bangladeche
    BE Belgio
    BF Burquina Faso
    BG Bulgarije
    BH Barém
    BJ Benim
    BL São Bartolomeu
    BQ Caraibi Olandesi|Caribisch Nederland|Países Baixos Caribenhos
    BR Brasile|Brazilië
    BS Baamas
    BT Butão
    BV Isola Bouvet|Bouveteiland|Ilha Bouvet
    BY Bielorussia|Bielorrússia
    CC Isole Cocos (Keeling)|Cocoseilanden|Ilhas Cocos (Keeling)|Ilhas dos Cocos (Keeling)
    CF Repubblica Centrafricana|Centraal-Afrikaanse Republiek
    CG República do Congo
    CH Zwitserland|Suíça
    CI Costa d’Avorio|Ivoorkust|Costa do Marfim|Côte d’Ivoire (Costa do Marfim)
    CK Isole Cook|Cookeilanden|Ilhas Cook
    CL Cile
    CM Kameroen|Camarões
    CN Cina
    CV Capo Verde|Kaapverdië
    CW Curaçau
    CX Isola Christmas|Christmaseiland|Ilha Christmas|Ilha do Natal
    CY Cipro
    CZ Cechia|Tsjechië|Tchéquia|Tsjechische Republiek|Repubblica Ceca
    DE Alemanha
    DJ Gibuti|Djibuti|Jibuti
    DK Danimarca|Denemarken
    DO Repubblica Dominicana|Dominicaanse Republiek
    DZ Algerije
    EC Equador
    EG Egitto|Egito
    EH Sahara Occidentale|Westelijke Sahara|Saara Ocidental|Sara Ocidental
    ER Eritreia
    ES Spagna|Spanje|Espanha
    FJ Figi
    FK Isole Falkland|Falklandeilanden|Ilhas Malvinas|Ilhas Falkland
    FO Isole Fær Øer|Faeröer|Ilhas Faroé
    FR Frankrijk|França
    GA Gabão
    GB Regno Unito|Verenigd Koninkrijk|Inghilterra|Inglaterra|Engeland|Scozia|Schotland
    GB Gran Bretagna|Groot-Brittannië|Grã-Bretanha
    GF Guyana Francese|Frans-Guyana|Guiana Francesa
    GH Gana
    GI Gibilterra
    GL Gronelândia
    GN Guiné
    GP Guadalupa
    GQ Guinea Equatoriale|Equatoriaal-Guinea|Guiné Equatorial
    GR Griekenland
    GS Georgia del Sud e Sandwich Australi|Zuid-Georgia en Zuidelijke Sandwicheilanden
    GS Ilhas Geórgia do Sul e Sandwich do Sul
    GU Guame
    GW Guiné-Bissau
    GY Guiana
    HK RAS di Hong Kong|Hongkong SAR van China|Hong Kong, RAE da China
    HM Isole Heard e McDonald|Heard en McDonaldeilanden|Ilhas Heard e McDonald
    HR Croazia|Kroatië
    HU Ungheria|Hongarije
    IE Ierland
    IL Israele
    IM Isola di Man|Ilha de Man
    IO Territorio Britannico dell’Oceano Indiano|Brits Indische Oceaanterritorium
    IO Território Britânico do Oceano Índico
    IQ Iraque
    IR Irã|Irão
    IS Islanda|IJsland
    JM Giamaica
    JO Giordania
    JP Giappone|Japão
    KE Quênia
    KG Kirghizistan|Kirgizië|Quirguistão
    KH Cambogia|Cambodja|Camboja
    KI Quiribati
    KM Comore|Comoren
    KN Saint Kitts e Nevis|Saint Kitts en Nevis|São Cristóvão e Névis|São Cristóvão e Neves
    KP Corea del Nord|Noord-Korea|Coreia do Norte
    KR Corea del Sud|Zuid-Korea|Coreia do Sul
    KW Koeweit
    KY Isole Cayman|Kaaimaneilanden|Ilhas Cayman|Ilhas Caimão
    KZ Kazakistan|Kazachstan|Cazaquistão
    LI Listenstaine
    LK Sri Lanca
    LT Litouwen
    LU Lussemburgo
    LV Lettonia|Letland
    LY Libië
    MA Marocco|Marrocos
    MF São Martinho|São Martinho (Saint-Martin)
    MH Isole Marshall|Marshalleilanden|Ilhas Marshall
    MK Macedonia del Nord|Noord-Macedonië|Macedônia do Norte
    MM Myanmar (Birma)|Mianmar (Birmânia)
    MO RAS di Macao|Macau SAR van China|Macau, RAE da China
    MP Isole Marianne Settentrionali|Noordelijke Marianen|Ilhas Marianas do Norte
    MS Monserrate
    MU Maurícia
    MV Maldive|Maldiven
    MX Messico
    MY Maleisië
    MZ Mozambico|Moçambique
    NC Nuova Caledonia|Nieuw-Caledonië|Nova Caledônia
    NF Isola Norfolk|Norfolk|Ilha Norfolk
    NL Paesi Bassi|Nederland|Países Baixos|Olanda
    NO Norvegia|Noorwegen
    NZ Nuova Zelanda|Nieuw-Zeeland|Nova Zelândia
    OM Omã
    PF Polinesia Francese|Frans-Polynesië
    PG Papua Nuova Guinea|Papoea-Nieuw-Guinea|Papua-Nova Guiné
    PH Filippine|Filipijnen
    PK Paquistão|República Islâmica do Paquistão
    PM Saint-Pierre e Miquelon|Saint-Pierre en Miquelon|São Pedro e Miquelão
    PN Isole Pitcairn|Pitcairneilanden|Ilhas Pitcairn
    PS Territori Palestinesi|Palestijnse gebieden|Territórios palestinianos
    PT Portogallo
    PY Paraguai
    RE Riunione|Reunião
    RO Roemenië|Romênia
    RS Servië|Sérvia
    RU Rusland
    SA Arabia Saudita|Saoedi-Arabië
    SB Isole Salomone|Salomonseilanden|Ilhas Salomão
    SC Seicheles
    SD Soedan|Sudão
    SE Svezia|Zweden
    SG Singapura
    SH Sant’Elena|Sint-Helena|Santa Helena
    SJ Svalbard e Jan Mayen|Spitsbergen en Jan Mayen
    SK Slovacchia|Slowakije
    SL Serra Leoa
    SM São Marinho
    SS Zuid-Soedan|Sudão do Sul
    ST São Tomé e Príncipe|Sao Tomé en Principe
    SX São Martinho (Sint Maarten)
    SZ Essuatíni
    TC Isole Turks e Caicos|Turks- en Caicoseilanden|Ilhas Turcas e Caicos
    TD Ciad|Tsjaad|Chade
    TF Terre Australi Francesi|Franse Gebieden in de zuidelijke Indische Oceaan
    TF Territórios Franceses do Sul|Territórios Austrais Franceses
    TH Thailandia
    TJ Tagikistan|Tadzjikistan|Tadjiquistão|Tajiquistão
    TK Toquelau
    TL Timor Est|Oost-Timor
    TM Turcomenistão|Turquemenistão
    TN Tunesië
    TR Turchia|Turkije
    TT Trinidad e Tobago|Trinidad en Tobago|Trindade e Tobago
    UA Ucraina|Oekraïne
    UG Oeganda
    UM Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de Verenigde Staten
    UM Ilhas Menores Distantes dos EUA|Ilhas Menores Afastadas dos EUA
    US Stati Uniti|Verenigde Staten|Stati Uniti d’America|Verenigde Staten van Amerika
    US Estados Unidos da América|EUA
    UY Uruguai
    UZ Oezbekistan|Uzbequistão|Usbequistão
    VA Città del Vaticano|Vaticaanstad|Cidade do Vaticano
    VC Saint Vincent e Grenadine|Saint Vincent en de Grenadines|São Vicente e Granadinas
    VG Isole Vergini Britanniche|Britse Maagdeneilanden|Ilhas Virgens Britânicas
    VI Isole Vergini Americane|Amerikaanse Maagdeneilanden|Ilhas Virgens Americanas
    VI Ilhas Virgens dos EUA
    VN Vietnã|Vietname
    WF Wallis e Futuna|Wallis en Futuna
    YE Iêmen
    YT Maiote
    ZA Zuid-Afrika|África do Sul
    """

  /// Names that people give beside, in the country's own script and in the languages of ingest.
  static let beside = """
    AE Emirates
    BA Bosnien|Bosnie
    BG България
    CI Elfenbeinküste
    CN 中国|中國|中华人民共和国
    CY Κύπρος
    DE FRG|West Germany|Bundesrepublik
    GB Schottland|Écosse|Schotland|Wales|Nordirland
    GR Hellas|Ελλάδα|Ελλάς
    IL ישראל
    IN भारत
    JP 日本|日本国
    KR 대한민국|한국
    KZ Қазақстан|Казахстан
    MK Македонија
    RS Србија
    RU Россия|Российская Федерация|РФ
    SA KSA|السعودية
    SK Slovensko
    TH ประเทศไทย
    TW 台灣|台湾
    UA Україна|Украина
    US Amerika|VSA|Amérique|América
    VA Vatikan
    AE الإمارات
    EG مصر
    BY Беларусь
    GE საქართველო
    AM Հայաստան
    CD DRC|Zaire|Zaïre|Congo Kinshasa|Kongo Kinshasa
    CN P.R. China|VR China|Volksrepublik China|Mainland China
    GB Angleterre|Inghilterra|Inglaterra|Engeland
    GR EL
    HK Hong Kong SAR
    MK Mazedonien|Macédoine|Macedonië|Macedônia|FYROM|Former Yugoslav Republic of Macedonia
    NL Holanda
    AG Antigua
    AL Shqipëri|Shqipëria
    AZ Azərbaycan
    BA Bosna i Hercegovina|Bosna a Hercegovina|Босна и Херцеговина
    BD বাংলাদেশ
    BH البحرين
    BQ Bonaire, Saint Eustatius and Saba
    CG Congo Republic
    CI Costa de Marfil
    CZ Česko|Česká republika
    DZ الجزائر
    EE Eesti
    FO Føroyar
    GY Co-operative Republic of Guyana
    HK Hong Kong, China
    HR Hrvatska
    IE ROI
    IN Bharat
    IQ العراق
    IR ایران
    IS Ísland
    JO الأردن
    KW الكويت
    LA Lao PDR
    LB لبنان
    LT Lietuva
    LU Lëtzebuerg
    LV Latvija
    LY State of Libya
    MA المغرب
    ME Crna Gora|Црна Гора
    MK Severna Makedonija|Северна Македонија
    MM Birma|Republic of the Union of Myanmar
    MO Macao, China|Macau, China|Macau SAR
    MX Méjico
    NP नेपाल
    NZ Aotearoa
    OM عمان
    PK پاکستان
    PS Estado de Palestina|État de Palestine
    QA قطر
    RS Srbija
    SI Slovenija
    SK Slovenská republika
    SY سوريا
    TH ไทย
    TL East Timor
    TN تونس
    TR Türkiye Cumhuriyeti
    TT Trinidad
    TW Republic of China|Taiwan, ROC|Chinese Taipei
    UY Oriental Republic of Uruguay
    UZ Oʻzbekiston
    VA Vatican City State|Vaticano|Vaticaan|Cité du Vatican|Vatican, État du|Stato Vaticano
    VC St Vincent
    VI United States Virgin Islands
    VN Việt Nam
    AQ Antarctica, territory south of 60 degrees south|Antárctida|Antártica
    BY Weissrussland
    CC Isola di Cocos|Ilhas dos Cocos
    CF Repubblica Centrale Africana
    FK Îles Falkland|Malvinas
    FO Isole Faroe|Faroé|Faroe
    GF Guyane
    GS Geórgia do Sul e Sandwich do Sul|Georgia del Sud e Isole Sandwich Australi
    HK Sonderverwaltungszone Hongkong|Hong Kong, Chine|RAE de Hong Kong
    KG Quirguizistão|Kirguizistán|Kirghizistan
    KY Îles Cayman|Ilhas Caiman|Isole Cayman
    KZ Kazajstán|Kazakhstán|Cazaquistão|Kazachstan
    LY Libyan Arab Jamahiriya
    MO Sonderverwaltungszone Macao|Sonderverwaltungszone Macau
    MP Marianas do Norte|Marianas del Norte
    MW Malávi
    MY Malesia
    NZ Nueva Zelandia
    PS Palestinian Territory|Palestinian Territory, Occupied|Palästinensische Gebiete|Palestina
    PS Occupied Palestinian Territory|Territoire palestinien|Palästina
    SB Isole Solomon
    SZ Swasiland|Swazilandia|Suazilandia|Suazilândia
    TC Îles Turks et Caïques
    TL Osttimor|Oost-Timor|Timor Leste
    TT Trinidad y Tabago
    VI United States Virgin Islands|Isole Vergini Statunitensi|Îles Vierges américaines
    """

  /// Codes of the International Olympic Committee that are not those of ISO 3166-1 for another
  /// country.
  static let olympic = """
    BG BUL
    CL CHI
    DE GER
    DK DEN
    GR GRE
    HR CRO
    ID INA
    LV LAT
    MY MAS
    NL NED
    PH PHI
    PT POR
    PY PAR
    SI SLO
    CH SUI
    TW TPE
    UY URU
    VN VIE
    ZA RSA
    """

  /// Codes that ISO 3166-1 reserves or leaves to its users and that lists of countries have: the
  /// code, a space, the three-letter code and names divided by bars.
  static let reserved = """
    AC ASC|Ascension Island|Ascension
    TA TAA|Tristan da Cunha
    XK XKX|Kosovo|Kosovë|Kosova|Косово|Republic of Kosovo|Republik Kosovo
    """
}
