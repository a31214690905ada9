/// Every ISO 3166-1 code with its three-letter code and its names.
///
/// English, German, French and Spanish names are those of the Unicode CLDR; common other names and
/// names in the country's own language follow. Further languages are in a file of their own.
enum CountryNames {
  /// The code, a space, the three-letter code and names divided by bars; a second line of a code
  /// goes on with names.
  static let table = """
    AD AND|Andorra|Andorre
    AE ARE|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis
    AE Emiratos Árabes Unidos|UAE|VAE
    AF AFG|Afghanistan|Afganistán
    AG ATG|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda
    AG Antigua and Barbuda
    AI AIA|Anguilla|Anguila
    AL ALB|Albania|Albanien|Albanie
    AM ARM|Armenia|Armenien|Arménie
    AO AGO|Angola
    AQ ATA|Antarctica|Antarktis|Antarctique|Antártida
    AR ARG|Argentina|Argentinien|Argentine
    AS ASM|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americana
    AT AUT|Austria|Österreich|Autriche|Oesterreich
    AU AUS|Australia|Australien|Australie
    AW ABW|Aruba
    AX ALA|Åland Islands|Ålandinseln|Îles Åland|Islas Aland
    AZ AZE|Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaiyán
    BA BIH|Bosnia & Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina
    BA Bosnia|Bosnia and Herzegovina
    BB BRB|Barbados|Barbade
    BD BGD|Bangladesh|Bangladesch|Bangladés
    BE BEL|Belgium|Belgien|Belgique|Bélgica|België
    BF BFA|Burkina Faso
    BG BGR|Bulgaria|Bulgarien|Bulgarie
    BH BHR|Bahrain|Bahreïn|Baréin
    BI BDI|Burundi
    BJ BEN|Benin|Bénin|Benín
    BL BLM|St. Barthélemy|Saint-Barthélemy|San Bartolomé|Saint Barthélemy
    BM BMU|Bermuda|Bermudes|Bermudas
    BN BRN|Brunei|Brunei Darussalam|Brunéi
    BO BOL|Bolivia|Bolivien|Bolivie|Plurinational State of Bolivia
    BQ BES|Caribbean Netherlands|Karibische Niederlande|Pays-Bas caribéens|Caribe neerlandés
    BR BRA|Brazil|Brasilien|Brésil|Brasil
    BS BHS|Bahamas
    BT BTN|Bhutan|Bhoutan|Bután
    BV BVT|Bouvet Island|Bouvetinsel|Île Bouvet|Isla Bouvet
    BW BWA|Botswana|Botsuana
    BY BLR|Belarus|Biélorussie|Bielorrusia
    BZ BLZ|Belize|Belice
    CA CAN|Canada|Kanada|Canadá
    CC CCK|Cocos (Keeling) Islands|Kokosinseln|Îles Cocos|Islas Cocos
    CD COD|Congo - Kinshasa|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo|DR Congo
    CD Democratic Republic of the Congo
    CF CAF|Central African Republic|Zentralafrikanische Republik|République centrafricaine
    CF República Centroafricana
    CG COG|Congo - Brazzaville|Kongo-Brazzaville|Congo-Brazzaville|Congo|Republic of the Congo
    CH CHE|Switzerland|Schweiz|Suisse|Suiza|Svizzera|Swiss|Switzerland (CH)
    CI CIV|Côte d’Ivoire|Ivory Coast|Côte d'Ivoire
    CK COK|Cook Islands|Cookinseln|Îles Cook|Islas Cook
    CL CHL|Chile|Chili
    CM CMR|Cameroon|Kamerun|Cameroun|Camerún
    CN CHN|China|Chine|People's Republic of China|PRC
    CO COL|Colombia|Kolumbien|Colombie
    CR CRI|Costa Rica
    CU CUB|Cuba|Kuba
    CV CPV|Cape Verde|Cabo Verde|Cap-Vert
    CW CUW|Curaçao|Curazao
    CX CXR|Christmas Island|Weihnachtsinsel|Île Christmas|Isla de Navidad
    CY CYP|Cyprus|Zypern|Chypre|Chipre
    CZ CZE|Czechia|Tschechien|Tchéquie|Chequia|Czech Republic|Tschechische Republik
    CZ République tchèque|República Checa
    DE DEU|Germany|Deutschland|Allemagne|Alemania|BRD|Federal Republic of Germany
    DE Bundesrepublik Deutschland|Germania|Duitsland
    DJ DJI|Djibouti|Dschibuti|Yibuti
    DK DNK|Denmark|Dänemark|Danemark|Dinamarca|Danmark
    DM DMA|Dominica|Dominique
    DO DOM|Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana
    DZ DZA|Algeria|Algerien|Algérie|Argelia
    EC ECU|Ecuador|Équateur
    EE EST|Estonia|Estland|Estonie
    EG EGY|Egypt|Ägypten|Égypte|Egipto
    EH ESH|Western Sahara|Westsahara|Sahara occidental|Sáhara Occidental
    ER ERI|Eritrea|Érythrée
    ES ESP|Spain|Spanien|Espagne|España
    ET ETH|Ethiopia|Äthiopien|Éthiopie|Etiopía
    FI FIN|Finland|Finnland|Finlande|Finlandia|Suomi
    FJ FJI|Fiji|Fidschi|Fidji|Fiyi
    FK FLK|Falkland Islands|Falklandinseln|Îles Malouines|Islas Malvinas
    FK Falkland Islands (Malvinas)
    FM FSM|Micronesia|Mikronesien|Micronésie|Federated States of Micronesia
    FO FRO|Faroe Islands|Färöer|Îles Féroé|Islas Feroe
    FR FRA|France|Frankreich|Francia
    GA GAB|Gabon|Gabun|Gabón
    GB GBR|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Great Britain|UK|U.K.
    GB Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Grande-Bretagne|Gran Bretaña
    GB United Kingdom of Great Britain and Northern Ireland
    GD GRD|Grenada|Grenade|Granada
    GE GEO|Georgia|Georgien|Géorgie
    GF GUF|French Guiana|Französisch-Guayana|Guyane française|Guayana Francesa
    GG GGY|Guernsey|Guernesey
    GH GHA|Ghana
    GI GIB|Gibraltar
    GL GRL|Greenland|Grönland|Groenland|Groenlandia
    GM GMB|Gambia|Gambie
    GN GIN|Guinea|Guinée
    GP GLP|Guadeloupe|Guadalupe
    GQ GNQ|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial
    GR GRC|Greece|Griechenland|Grèce|Grecia
    GS SGS|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln
    GS Géorgie du Sud-et-les Îles Sandwich du Sud|Islas Georgia del Sur y Sandwich del Sur
    GS South Georgia and the South Sandwich Islands
    GT GTM|Guatemala
    GU GUM|Guam
    GW GNB|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu
    GY GUY|Guyana
    HK HKG|Hong Kong SAR China|Sonderverwaltungsregion Hongkong|R.A.S. chinoise de Hong Kong
    HK RAE de Hong Kong (China)|Hong Kong|Hongkong
    HM HMD|Heard & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald
    HM Islas Heard y McDonald|Heard Island and McDonald Islands
    HN HND|Honduras
    HR HRV|Croatia|Kroatien|Croatie|Croacia
    HT HTI|Haiti|Haïti|Haití
    HU HUN|Hungary|Ungarn|Hongrie|Hungría|Magyarország
    ID IDN|Indonesia|Indonesien|Indonésie
    IE IRL|Ireland|Irland|Irlande|Irlanda|Republic of Ireland|Eire
    IL ISR|Israel|Israël
    IM IMN|Isle of Man|Île de Man|Isla de Man
    IN IND|India|Indien|Inde
    IO IOT|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean
    IO Territoire britannique de l’océan Indien|Territorio Británico del Océano Índico
    IQ IRQ|Iraq|Irak
    IR IRN|Iran|Irán|Islamic Republic of Iran
    IS ISL|Iceland|Island|Islande|Islandia
    IT ITA|Italy|Italien|Italie|Italia
    JE JEY|Jersey
    JM JAM|Jamaica|Jamaika|Jamaïque
    JO JOR|Jordan|Jordanien|Jordanie|Jordania
    JP JPN|Japan|Japon|Japón|Nippon
    KE KEN|Kenya|Kenia
    KG KGZ|Kyrgyzstan|Kirgisistan|Kirghizstan|Kirguistán
    KH KHM|Cambodia|Kambodscha|Cambodge|Camboya
    KI KIR|Kiribati
    KM COM|Comoros|Komoren|Comores|Comoras
    KN KNA|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves
    KN Saint Kitts and Nevis
    KP PRK|North Korea|Nordkorea|Corée du Nord|Corea del Norte|DPRK
    KR KOR|South Korea|Südkorea|Corée du Sud|Corea del Sur|Republic of Korea|Korea
    KW KWT|Kuwait|Koweït
    KY CYM|Cayman Islands|Kaimaninseln|Îles Caïmans|Islas Caimán
    KZ KAZ|Kazakhstan|Kasachstan|Kazajistán
    LA LAO|Laos|Lao People's Democratic Republic
    LB LBN|Lebanon|Libanon|Liban|Líbano
    LC LCA|St. Lucia|Sainte-Lucie|Santa Lucía|Saint Lucia
    LI LIE|Liechtenstein
    LK LKA|Sri Lanka
    LR LBR|Liberia
    LS LSO|Lesotho|Lesoto
    LT LTU|Lithuania|Litauen|Lituanie|Lituania
    LU LUX|Luxembourg|Luxemburg|Luxemburgo
    LV LVA|Latvia|Lettland|Lettonie|Letonia
    LY LBY|Libya|Libyen|Libye|Libia
    MA MAR|Morocco|Marokko|Maroc|Marruecos
    MC MCO|Monaco|Mónaco
    MD MDA|Moldova|Republik Moldau|Moldavie|Moldavia|Republic of Moldova
    ME MNE|Montenegro|Monténégro
    MF MAF|St. Martin|Saint-Martin|San Martín|Saint Martin (French part)
    MG MDG|Madagascar|Madagaskar
    MH MHL|Marshall Islands|Marshallinseln|Îles Marshall|Islas Marshall
    MK MKD|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedonia
    ML MLI|Mali
    MM MMR|Myanmar (Burma)|Myanmar|Myanmar (Birmanie)|Myanmar (Birmania)|Burma
    MN MNG|Mongolia|Mongolei|Mongolie
    MO MAC|Macao SAR China|Sonderverwaltungsregion Macau|R.A.S. chinoise de Macao
    MO RAE de Macao (China)|Macau|Macao
    MP MNP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord
    MP Islas Marianas del Norte
    MQ MTQ|Martinique|Martinica
    MR MRT|Mauritania|Mauretanien|Mauritanie
    MS MSR|Montserrat
    MT MLT|Malta|Malte
    MU MUS|Mauritius|Maurice|Mauricio
    MV MDV|Maldives|Malediven|Maldivas
    MW MWI|Malawi|Malaui
    MX MEX|Mexico|Mexiko|Mexique|México
    MY MYS|Malaysia|Malaisie|Malasia
    MZ MOZ|Mozambique|Mosambik
    NA NAM|Namibia|Namibie
    NC NCL|New Caledonia|Neukaledonien|Nouvelle-Calédonie|Nueva Caledonia
    NE NER|Niger|Níger
    NF NFK|Norfolk Island|Norfolkinsel|Île Norfolk|Isla Norfolk
    NG NGA|Nigeria
    NI NIC|Nicaragua
    NL NLD|Netherlands|Niederlande|Pays-Bas|Países Bajos|Holland|The Netherlands|Hollande|Holanda
    NO NOR|Norway|Norwegen|Norvège|Noruega|Norge
    NP NPL|Nepal|Népal
    NR NRU|Nauru
    NU NIU|Niue
    NZ NZL|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda
    OM OMN|Oman|Omán
    PA PAN|Panama|Panamá
    PE PER|Peru|Pérou|Perú
    PF PYF|French Polynesia|Französisch-Polynesien|Polynésie française|Polinesia Francesa
    PG PNG|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea
    PH PHL|Philippines|Philippinen|Filipinas
    PK PAK|Pakistan|Pakistán
    PL POL|Poland|Polen|Pologne|Polonia|Polska
    PM SPM|St. Pierre & Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon
    PM San Pedro y Miquelón|Saint Pierre and Miquelon
    PN PCN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Islas Pitcairn|Pitcairn
    PR PRI|Puerto Rico|Porto Rico
    PS PSE|Palestinian Territories|Palästinensische Autonomiegebiete|Territoires palestiniens
    PS Territorios Palestinos|Palestine|State of Palestine
    PT PRT|Portugal
    PW PLW|Palau|Palaos
    PY PRY|Paraguay
    QA QAT|Qatar|Katar|Catar
    RE REU|Réunion|La Réunion|Reunión
    RO ROU|Romania|Rumänien|Roumanie|Rumanía
    RS SRB|Serbia|Serbien|Serbie
    RU RUS|Russia|Russland|Russie|Rusia|Russian Federation|Russische Föderation
    RW RWA|Rwanda|Ruanda
    SA SAU|Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudí
    SB SLB|Solomon Islands|Salomonen|Îles Salomon|Islas Salomón
    SC SYC|Seychelles|Seychellen
    SD SDN|Sudan|Soudan|Sudán
    SE SWE|Sweden|Schweden|Suède|Suecia|Sverige
    SG SGP|Singapore|Singapur|Singapour
    SH SHN|St. Helena|Sainte-Hélène|Santa Elena
    SI SVN|Slovenia|Slowenien|Slovénie|Eslovenia
    SJ SJM|Svalbard & Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen
    SJ Svalbard y Jan Mayen|Svalbard and Jan Mayen
    SK SVK|Slovakia|Slowakei|Slovaquie|Eslovaquia
    SL SLE|Sierra Leone|Sierra Leona
    SM SMR|San Marino|Saint-Marin
    SN SEN|Senegal|Sénégal
    SO SOM|Somalia|Somalie
    SR SUR|Suriname|Surinam
    SS SSD|South Sudan|Südsudan|Soudan du Sud|Sudán del Sur
    ST STP|São Tomé & Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe
    ST Sao Tome and Principe
    SV SLV|El Salvador|Salvador
    SX SXM|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint Maarten (Dutch part)
    SY SYR|Syria|Syrien|Syrie|Siria|Syrian Arab Republic
    SZ SWZ|Eswatini|Esuatini|Swaziland
    TC TCA|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques
    TC Islas Turcas y Caicos|Turks and Caicos Islands
    TD TCD|Chad|Tschad|Tchad
    TF ATF|French Southern Territories|Französische Süd- und Antarktisgebiete
    TF Terres australes françaises|Territorios Australes Franceses
    TG TGO|Togo
    TH THA|Thailand|Thaïlande|Tailandia
    TJ TJK|Tajikistan|Tadschikistan|Tadjikistan|Tayikistán
    TK TKL|Tokelau
    TL TLS|Timor-Leste|Timor oriental
    TM TKM|Turkmenistan|Turkménistan|Turkmenistán
    TN TUN|Tunisia|Tunesien|Tunisie|Túnez
    TO TON|Tonga
    TR TUR|Türkiye|Türkei|Turquie|Turquía|Turkey
    TT TTO|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago
    TT Trinidad and Tobago
    TV TUV|Tuvalu
    TW TWN|Taiwan|Taïwan|Taiwán|Taiwan, Province of China
    TZ TZA|Tanzania|Tansania|Tanzanie|United Republic of Tanzania
    UA UKR|Ukraine|Ucrania
    UG UGA|Uganda|Ouganda
    UM UMI|U.S. Outlying Islands|Amerikanische Überseeinseln
    UM Îles mineures éloignées des États-Unis|Islas menores alejadas de EE. UU.
    UM United States Minor Outlying Islands
    US USA|United States|Vereinigte Staaten|États-Unis|Estados Unidos|U.S.|U.S.A.
    US United States of America|America|Vereinigte Staaten von Amerika|États-Unis d’Amérique
    US Estados Unidos de América|EE. UU.|Etats Unis
    UY URY|Uruguay
    UZ UZB|Uzbekistan|Usbekistan|Ouzbékistan|Uzbekistán
    VA VAT|Vatican City|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Holy See
    VA Vatican|Holy See (Vatican City State)
    VC VCT|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines
    VC San Vicente y las Granadinas|Saint Vincent and the Grenadines
    VE VEN|Venezuela|Bolivarian Republic of Venezuela
    VG VGB|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques
    VG Islas Vírgenes Británicas
    VI VIR|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis
    VI Islas Vírgenes de EE. UU.
    VN VNM|Vietnam|Viêt Nam|Viet Nam
    VU VUT|Vanuatu
    WF WLF|Wallis & Futuna|Wallis und Futuna|Wallis-et-Futuna|Wallis y Futuna|Wallis and Futuna
    WS WSM|Samoa
    YE YEM|Yemen|Jemen|Yémen
    YT MYT|Mayotte
    ZA ZAF|South Africa|Südafrika|Afrique du Sud|Sudáfrica
    ZM ZMB|Zambia|Sambia|Zambie
    ZW ZWE|Zimbabwe|Simbabwe|Zimbabue
    """
}
