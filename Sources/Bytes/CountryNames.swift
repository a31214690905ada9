/// Every ISO 3166-1 code with its three-letter code and its names.
///
/// English, German, French, Spanish, Italian, Dutch and Portuguese names are those of the Unicode
/// CLDR; common other names and names in the country's own language follow.
enum CountryNames {
  /// The code, a space, the three-letter code and names divided by bars; a second line of a code
  /// goes on with names.
  static let table = """
    AD AND|Andorra|Andorre
    AE ARE|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis
    AE Emiratos Árabes Unidos|UAE|VAE
    AE Emirati Arabi Uniti|Verenigde Arabische Emiraten|Emirados Árabes Unidos
    AF AFG|Afghanistan|Afganistán
    AF Afeganistão
    AG ATG|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda
    AG Antigua and Barbuda
    AG Antigua e Barbuda|Antigua en Barbuda
    AI AIA|Anguilla|Anguila
    AL ALB|Albania|Albanien|Albanie
    AM ARM|Armenia|Armenien|Arménie
    AO AGO|Angola
    AQ ATA|Antarctica|Antarktis|Antarctique|Antártida
    AQ Antartide
    AR ARG|Argentina|Argentinien|Argentine
    AR Argentinië
    AS ASM|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americana
    AS Samoa Americane|Amerikaans-Samoa
    AT AUT|Austria|Österreich|Autriche|Oesterreich
    AT Oostenrijk
    AU AUS|Australia|Australien|Australie
    AW ABW|Aruba
    AX ALA|Åland Islands|Ålandinseln|Îles Åland|Islas Aland
    AX Isole Åland|Åland|Ilhas Aland|Alanda
    AZ AZE|Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaiyán
    AZ Azerbaigian|Azerbeidzjan|Azerbaijão
    BA BIH|Bosnia & Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina
    BA Bosnia|Bosnia and Herzegovina
    BA Bosnia ed Erzegovina|Bosnië en Herzegovina|Bósnia e Herzegovina
    BB BRB|Barbados|Barbade
    BD BGD|Bangladesh|Bangladesch|Bangladés
    BD Bangladeche
    BE BEL|Belgium|Belgien|Belgique|Bélgica|België
    BE Belgio
    BF BFA|Burkina Faso
    BF Burquina Faso
    BG BGR|Bulgaria|Bulgarien|Bulgarie
    BG Bulgarije
    BH BHR|Bahrain|Bahreïn|Baréin
    BH Barém
    BI BDI|Burundi
    BJ BEN|Benin|Bénin|Benín
    BJ Benim
    BL BLM|St. Barthélemy|Saint-Barthélemy|San Bartolomé|Saint Barthélemy
    BL São Bartolomeu
    BM BMU|Bermuda|Bermudes|Bermudas
    BN BRN|Brunei|Brunei Darussalam|Brunéi
    BO BOL|Bolivia|Bolivien|Bolivie|Plurinational State of Bolivia
    BQ BES|Caribbean Netherlands|Karibische Niederlande|Pays-Bas caribéens|Caribe neerlandés
    BQ Caraibi Olandesi|Caribisch Nederland|Países Baixos Caribenhos
    BR BRA|Brazil|Brasilien|Brésil|Brasil
    BR Brasile|Brazilië
    BS BHS|Bahamas
    BS Baamas
    BT BTN|Bhutan|Bhoutan|Bután
    BT Butão
    BV BVT|Bouvet Island|Bouvetinsel|Île Bouvet|Isla Bouvet
    BV Isola Bouvet|Bouveteiland|Ilha Bouvet
    BW BWA|Botswana|Botsuana
    BY BLR|Belarus|Biélorussie|Bielorrusia
    BY Bielorussia|Bielorrússia
    BZ BLZ|Belize|Belice
    CA CAN|Canada|Kanada|Canadá
    CC CCK|Cocos (Keeling) Islands|Kokosinseln|Îles Cocos|Islas Cocos
    CC Isole Cocos (Keeling)|Cocoseilanden|Ilhas Cocos (Keeling)|Ilhas dos Cocos (Keeling)
    CD COD|Congo - Kinshasa|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo|DR Congo
    CD Democratic Republic of the Congo
    CF CAF|Central African Republic|Zentralafrikanische Republik|République centrafricaine
    CF República Centroafricana
    CF Repubblica Centrafricana|Centraal-Afrikaanse Republiek
    CG COG|Congo - Brazzaville|Kongo-Brazzaville|Congo-Brazzaville|Congo|Republic of the Congo
    CG República do Congo
    CH CHE|Switzerland|Schweiz|Suisse|Suiza|Svizzera|Swiss|Switzerland (CH)
    CH Zwitserland|Suíça
    CI CIV|Côte d’Ivoire|Ivory Coast|Côte d'Ivoire
    CI Costa d’Avorio|Ivoorkust|Costa do Marfim|Côte d’Ivoire (Costa do Marfim)
    CK COK|Cook Islands|Cookinseln|Îles Cook|Islas Cook
    CK Isole Cook|Cookeilanden|Ilhas Cook
    CL CHL|Chile|Chili
    CL Cile
    CM CMR|Cameroon|Kamerun|Cameroun|Camerún
    CM Kameroen|Camarões
    CN CHN|China|Chine|People's Republic of China|PRC
    CN Cina
    CO COL|Colombia|Kolumbien|Colombie
    CR CRI|Costa Rica
    CU CUB|Cuba|Kuba
    CV CPV|Cape Verde|Cabo Verde|Cap-Vert
    CV Capo Verde|Kaapverdië
    CW CUW|Curaçao|Curazao
    CW Curaçau
    CX CXR|Christmas Island|Weihnachtsinsel|Île Christmas|Isla de Navidad
    CX Isola Christmas|Christmaseiland|Ilha Christmas|Ilha do Natal
    CY CYP|Cyprus|Zypern|Chypre|Chipre
    CY Cipro
    CZ CZE|Czechia|Tschechien|Tchéquie|Chequia|Czech Republic|Tschechische Republik
    CZ République tchèque|República Checa
    CZ Cechia|Tsjechië|Tchéquia|Tsjechische Republiek|Repubblica Ceca
    DE DEU|Germany|Deutschland|Allemagne|Alemania|BRD|Federal Republic of Germany
    DE Bundesrepublik Deutschland|Germania|Duitsland
    DE Alemanha
    DJ DJI|Djibouti|Dschibuti|Yibuti
    DJ Gibuti|Djibuti|Jibuti
    DK DNK|Denmark|Dänemark|Danemark|Dinamarca|Danmark
    DK Danimarca|Denemarken
    DM DMA|Dominica|Dominique
    DO DOM|Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana
    DO Repubblica Dominicana|Dominicaanse Republiek
    DZ DZA|Algeria|Algerien|Algérie|Argelia
    DZ Algerije
    EC ECU|Ecuador|Équateur
    EC Equador
    EE EST|Estonia|Estland|Estonie
    EG EGY|Egypt|Ägypten|Égypte|Egipto
    EG Egitto|Egito
    EH ESH|Western Sahara|Westsahara|Sahara occidental|Sáhara Occidental
    EH Sahara Occidentale|Westelijke Sahara|Saara Ocidental|Sara Ocidental
    ER ERI|Eritrea|Érythrée
    ER Eritreia
    ES ESP|Spain|Spanien|Espagne|España
    ES Spagna|Spanje|Espanha
    ET ETH|Ethiopia|Äthiopien|Éthiopie|Etiopía
    FI FIN|Finland|Finnland|Finlande|Finlandia|Suomi
    FJ FJI|Fiji|Fidschi|Fidji|Fiyi
    FJ Figi
    FK FLK|Falkland Islands|Falklandinseln|Îles Malouines|Islas Malvinas
    FK Falkland Islands (Malvinas)
    FK Isole Falkland|Falklandeilanden|Ilhas Malvinas|Ilhas Falkland
    FM FSM|Micronesia|Mikronesien|Micronésie|Federated States of Micronesia
    FO FRO|Faroe Islands|Färöer|Îles Féroé|Islas Feroe
    FO Isole Fær Øer|Faeröer|Ilhas Faroé
    FR FRA|France|Frankreich|Francia
    FR Frankrijk|França
    GA GAB|Gabon|Gabun|Gabón
    GA Gabão
    GB GBR|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Great Britain|UK|U.K.
    GB Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Grande-Bretagne|Gran Bretaña
    GB United Kingdom of Great Britain and Northern Ireland
    GB Regno Unito|Verenigd Koninkrijk|Inghilterra|Inglaterra|Engeland|Scozia|Schotland
    GB Gran Bretagna|Groot-Brittannië|Grã-Bretanha
    GD GRD|Grenada|Grenade|Granada
    GE GEO|Georgia|Georgien|Géorgie
    GF GUF|French Guiana|Französisch-Guayana|Guyane française|Guayana Francesa
    GF Guyana Francese|Frans-Guyana|Guiana Francesa
    GG GGY|Guernsey|Guernesey
    GH GHA|Ghana
    GH Gana
    GI GIB|Gibraltar
    GI Gibilterra
    GL GRL|Greenland|Grönland|Groenland|Groenlandia
    GL Gronelândia
    GM GMB|Gambia|Gambie
    GN GIN|Guinea|Guinée
    GN Guiné
    GP GLP|Guadeloupe|Guadalupe
    GP Guadalupa
    GQ GNQ|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial
    GQ Guinea Equatoriale|Equatoriaal-Guinea|Guiné Equatorial
    GR GRC|Greece|Griechenland|Grèce|Grecia
    GR Griekenland
    GS SGS|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln
    GS Géorgie du Sud-et-les Îles Sandwich du Sud|Islas Georgia del Sur y Sandwich del Sur
    GS South Georgia and the South Sandwich Islands
    GS Georgia del Sud e Sandwich Australi|Zuid-Georgia en Zuidelijke Sandwicheilanden
    GS Ilhas Geórgia do Sul e Sandwich do Sul
    GT GTM|Guatemala
    GU GUM|Guam
    GU Guame
    GW GNB|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu
    GW Guiné-Bissau
    GY GUY|Guyana
    GY Guiana
    HK HKG|Hong Kong SAR China|Sonderverwaltungsregion Hongkong|R.A.S. chinoise de Hong Kong
    HK RAE de Hong Kong (China)|Hong Kong|Hongkong
    HK RAS di Hong Kong|Hongkong SAR van China|Hong Kong, RAE da China
    HM HMD|Heard & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald
    HM Islas Heard y McDonald|Heard Island and McDonald Islands
    HM Isole Heard e McDonald|Heard en McDonaldeilanden|Ilhas Heard e McDonald
    HN HND|Honduras
    HR HRV|Croatia|Kroatien|Croatie|Croacia
    HR Croazia|Kroatië
    HT HTI|Haiti|Haïti|Haití
    HU HUN|Hungary|Ungarn|Hongrie|Hungría|Magyarország
    HU Ungheria|Hongarije
    ID IDN|Indonesia|Indonesien|Indonésie
    IE IRL|Ireland|Irland|Irlande|Irlanda|Republic of Ireland|Eire
    IE Ierland
    IL ISR|Israel|Israël
    IL Israele
    IM IMN|Isle of Man|Île de Man|Isla de Man
    IM Isola di Man|Ilha de Man
    IN IND|India|Indien|Inde
    IO IOT|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean
    IO Territoire britannique de l’océan Indien|Territorio Británico del Océano Índico
    IO Territorio Britannico dell’Oceano Indiano|Brits Indische Oceaanterritorium
    IO Território Britânico do Oceano Índico
    IQ IRQ|Iraq|Irak
    IQ Iraque
    IR IRN|Iran|Irán|Islamic Republic of Iran
    IR Irã|Irão
    IS ISL|Iceland|Island|Islande|Islandia
    IS Islanda|IJsland
    IT ITA|Italy|Italien|Italie|Italia
    JE JEY|Jersey
    JM JAM|Jamaica|Jamaika|Jamaïque
    JM Giamaica
    JO JOR|Jordan|Jordanien|Jordanie|Jordania
    JO Giordania
    JP JPN|Japan|Japon|Japón|Nippon
    JP Giappone|Japão
    KE KEN|Kenya|Kenia
    KE Quênia
    KG KGZ|Kyrgyzstan|Kirgisistan|Kirghizstan|Kirguistán
    KG Kirghizistan|Kirgizië|Quirguistão
    KH KHM|Cambodia|Kambodscha|Cambodge|Camboya
    KH Cambogia|Cambodja|Camboja
    KI KIR|Kiribati
    KI Quiribati
    KM COM|Comoros|Komoren|Comores|Comoras
    KM Comore|Comoren
    KN KNA|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves
    KN Saint Kitts and Nevis
    KN Saint Kitts e Nevis|Saint Kitts en Nevis|São Cristóvão e Névis|São Cristóvão e Neves
    KP PRK|North Korea|Nordkorea|Corée du Nord|Corea del Norte|DPRK
    KP Corea del Nord|Noord-Korea|Coreia do Norte
    KR KOR|South Korea|Südkorea|Corée du Sud|Corea del Sur|Republic of Korea|Korea
    KR Corea del Sud|Zuid-Korea|Coreia do Sul
    KW KWT|Kuwait|Koweït
    KW Koeweit
    KY CYM|Cayman Islands|Kaimaninseln|Îles Caïmans|Islas Caimán
    KY Isole Cayman|Kaaimaneilanden|Ilhas Cayman|Ilhas Caimão
    KZ KAZ|Kazakhstan|Kasachstan|Kazajistán
    KZ Kazakistan|Kazachstan|Cazaquistão
    LA LAO|Laos|Lao People's Democratic Republic
    LB LBN|Lebanon|Libanon|Liban|Líbano
    LC LCA|St. Lucia|Sainte-Lucie|Santa Lucía|Saint Lucia
    LI LIE|Liechtenstein
    LI Listenstaine
    LK LKA|Sri Lanka
    LK Sri Lanca
    LR LBR|Liberia
    LS LSO|Lesotho|Lesoto
    LT LTU|Lithuania|Litauen|Lituanie|Lituania
    LT Litouwen
    LU LUX|Luxembourg|Luxemburg|Luxemburgo
    LU Lussemburgo
    LV LVA|Latvia|Lettland|Lettonie|Letonia
    LV Lettonia|Letland
    LY LBY|Libya|Libyen|Libye|Libia
    LY Libië
    MA MAR|Morocco|Marokko|Maroc|Marruecos
    MA Marocco|Marrocos
    MC MCO|Monaco|Mónaco
    MD MDA|Moldova|Republik Moldau|Moldavie|Moldavia|Republic of Moldova
    ME MNE|Montenegro|Monténégro
    MF MAF|St. Martin|Saint-Martin|San Martín|Saint Martin (French part)
    MF São Martinho|São Martinho (Saint-Martin)
    MG MDG|Madagascar|Madagaskar
    MH MHL|Marshall Islands|Marshallinseln|Îles Marshall|Islas Marshall
    MH Isole Marshall|Marshalleilanden|Ilhas Marshall
    MK MKD|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedonia
    MK Macedonia del Nord|Noord-Macedonië|Macedônia do Norte
    ML MLI|Mali
    MM MMR|Myanmar (Burma)|Myanmar|Myanmar (Birmanie)|Myanmar (Birmania)|Burma
    MM Myanmar (Birma)|Mianmar (Birmânia)
    MN MNG|Mongolia|Mongolei|Mongolie
    MO MAC|Macao SAR China|Sonderverwaltungsregion Macau|R.A.S. chinoise de Macao
    MO RAE de Macao (China)|Macau|Macao
    MO RAS di Macao|Macau SAR van China|Macau, RAE da China
    MP MNP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord
    MP Islas Marianas del Norte
    MP Isole Marianne Settentrionali|Noordelijke Marianen|Ilhas Marianas do Norte
    MQ MTQ|Martinique|Martinica
    MR MRT|Mauritania|Mauretanien|Mauritanie
    MS MSR|Montserrat
    MS Monserrate
    MT MLT|Malta|Malte
    MU MUS|Mauritius|Maurice|Mauricio
    MU Maurícia
    MV MDV|Maldives|Malediven|Maldivas
    MV Maldive|Maldiven
    MW MWI|Malawi|Malaui
    MX MEX|Mexico|Mexiko|Mexique|México
    MX Messico
    MY MYS|Malaysia|Malaisie|Malasia
    MY Maleisië
    MZ MOZ|Mozambique|Mosambik
    MZ Mozambico|Moçambique
    NA NAM|Namibia|Namibie
    NC NCL|New Caledonia|Neukaledonien|Nouvelle-Calédonie|Nueva Caledonia
    NC Nuova Caledonia|Nieuw-Caledonië|Nova Caledônia
    NE NER|Niger|Níger
    NF NFK|Norfolk Island|Norfolkinsel|Île Norfolk|Isla Norfolk
    NF Isola Norfolk|Norfolk|Ilha Norfolk
    NG NGA|Nigeria
    NI NIC|Nicaragua
    NL NLD|Netherlands|Niederlande|Pays-Bas|Países Bajos|Holland|The Netherlands|Hollande|Holanda
    NL Paesi Bassi|Nederland|Países Baixos|Olanda
    NO NOR|Norway|Norwegen|Norvège|Noruega|Norge
    NO Norvegia|Noorwegen
    NP NPL|Nepal|Népal
    NR NRU|Nauru
    NU NIU|Niue
    NZ NZL|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda
    NZ Nuova Zelanda|Nieuw-Zeeland|Nova Zelândia
    OM OMN|Oman|Omán
    OM Omã
    PA PAN|Panama|Panamá
    PE PER|Peru|Pérou|Perú
    PF PYF|French Polynesia|Französisch-Polynesien|Polynésie française|Polinesia Francesa
    PF Polinesia Francese|Frans-Polynesië
    PG PNG|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea
    PG Papua Nuova Guinea|Papoea-Nieuw-Guinea|Papua-Nova Guiné
    PH PHL|Philippines|Philippinen|Filipinas
    PH Filippine|Filipijnen
    PK PAK|Pakistan|Pakistán
    PK Paquistão
    PL POL|Poland|Polen|Pologne|Polonia|Polska
    PM SPM|St. Pierre & Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon
    PM San Pedro y Miquelón|Saint Pierre and Miquelon
    PM Saint-Pierre e Miquelon|Saint-Pierre en Miquelon|São Pedro e Miquelão
    PN PCN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Islas Pitcairn|Pitcairn
    PN Isole Pitcairn|Pitcairneilanden|Ilhas Pitcairn
    PR PRI|Puerto Rico|Porto Rico
    PS PSE|Palestinian Territories|Palästinensische Autonomiegebiete|Territoires palestiniens
    PS Territorios Palestinos|Palestine|State of Palestine
    PS Territori Palestinesi|Palestijnse gebieden|Territórios palestinianos
    PT PRT|Portugal
    PT Portogallo
    PW PLW|Palau|Palaos
    PY PRY|Paraguay
    PY Paraguai
    QA QAT|Qatar|Katar|Catar
    RE REU|Réunion|La Réunion|Reunión
    RE Riunione|Reunião
    RO ROU|Romania|Rumänien|Roumanie|Rumanía
    RO Roemenië|Romênia
    RS SRB|Serbia|Serbien|Serbie
    RS Servië|Sérvia
    RU RUS|Russia|Russland|Russie|Rusia|Russian Federation|Russische Föderation
    RU Rusland
    RW RWA|Rwanda|Ruanda
    SA SAU|Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudí
    SA Arabia Saudita|Saoedi-Arabië
    SB SLB|Solomon Islands|Salomonen|Îles Salomon|Islas Salomón
    SB Isole Salomone|Salomonseilanden|Ilhas Salomão
    SC SYC|Seychelles|Seychellen
    SC Seicheles
    SD SDN|Sudan|Soudan|Sudán
    SD Soedan|Sudão
    SE SWE|Sweden|Schweden|Suède|Suecia|Sverige
    SE Svezia|Zweden
    SG SGP|Singapore|Singapur|Singapour
    SG Singapura
    SH SHN|St. Helena|Sainte-Hélène|Santa Elena
    SH Sant’Elena|Sint-Helena|Santa Helena
    SI SVN|Slovenia|Slowenien|Slovénie|Eslovenia
    SJ SJM|Svalbard & Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen
    SJ Svalbard y Jan Mayen|Svalbard and Jan Mayen
    SJ Svalbard e Jan Mayen|Spitsbergen en Jan Mayen
    SK SVK|Slovakia|Slowakei|Slovaquie|Eslovaquia
    SK Slovacchia|Slowakije
    SL SLE|Sierra Leone|Sierra Leona
    SL Serra Leoa
    SM SMR|San Marino|Saint-Marin
    SM São Marinho
    SN SEN|Senegal|Sénégal
    SO SOM|Somalia|Somalie
    SR SUR|Suriname|Surinam
    SS SSD|South Sudan|Südsudan|Soudan du Sud|Sudán del Sur
    SS Zuid-Soedan|Sudão do Sul
    ST STP|São Tomé & Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe
    ST Sao Tome and Principe
    ST São Tomé e Príncipe|Sao Tomé en Principe
    SV SLV|El Salvador|Salvador
    SX SXM|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint Maarten (Dutch part)
    SX São Martinho (Sint Maarten)
    SY SYR|Syria|Syrien|Syrie|Siria|Syrian Arab Republic
    SZ SWZ|Eswatini|Esuatini|Swaziland
    SZ Essuatíni
    TC TCA|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques
    TC Islas Turcas y Caicos|Turks and Caicos Islands
    TC Isole Turks e Caicos|Turks- en Caicoseilanden|Ilhas Turcas e Caicos
    TD TCD|Chad|Tschad|Tchad
    TD Ciad|Tsjaad|Chade
    TF ATF|French Southern Territories|Französische Süd- und Antarktisgebiete
    TF Terres australes françaises|Territorios Australes Franceses
    TF Terre Australi Francesi|Franse Gebieden in de zuidelijke Indische Oceaan
    TF Territórios Franceses do Sul|Territórios Austrais Franceses
    TG TGO|Togo
    TH THA|Thailand|Thaïlande|Tailandia
    TH Thailandia
    TJ TJK|Tajikistan|Tadschikistan|Tadjikistan|Tayikistán
    TJ Tagikistan|Tadzjikistan|Tadjiquistão|Tajiquistão
    TK TKL|Tokelau
    TK Toquelau
    TL TLS|Timor-Leste|Timor oriental
    TL Timor Est|Oost-Timor
    TM TKM|Turkmenistan|Turkménistan|Turkmenistán
    TM Turcomenistão|Turquemenistão
    TN TUN|Tunisia|Tunesien|Tunisie|Túnez
    TN Tunesië
    TO TON|Tonga
    TR TUR|Türkiye|Türkei|Turquie|Turquía|Turkey
    TR Turchia|Turkije
    TT TTO|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago
    TT Trinidad and Tobago
    TT Trinidad e Tobago|Trinidad en Tobago|Trindade e Tobago
    TV TUV|Tuvalu
    TW TWN|Taiwan|Taïwan|Taiwán|Taiwan, Province of China
    TZ TZA|Tanzania|Tansania|Tanzanie|United Republic of Tanzania
    UA UKR|Ukraine|Ucrania
    UA Ucraina|Oekraïne
    UG UGA|Uganda|Ouganda
    UG Oeganda
    UM UMI|U.S. Outlying Islands|Amerikanische Überseeinseln
    UM Îles mineures éloignées des États-Unis|Islas menores alejadas de EE. UU.
    UM United States Minor Outlying Islands
    UM Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de Verenigde Staten
    UM Ilhas Menores Distantes dos EUA|Ilhas Menores Afastadas dos EUA
    US USA|United States|Vereinigte Staaten|États-Unis|Estados Unidos|U.S.|U.S.A.
    US United States of America|America|Vereinigte Staaten von Amerika|États-Unis d’Amérique
    US Estados Unidos de América|EE. UU.|Etats Unis
    US Stati Uniti|Verenigde Staten|Stati Uniti d’America|Verenigde Staten van Amerika
    US Estados Unidos da América|EUA
    UY URY|Uruguay
    UY Uruguai
    UZ UZB|Uzbekistan|Usbekistan|Ouzbékistan|Uzbekistán
    UZ Oezbekistan|Uzbequistão|Usbequistão
    VA VAT|Vatican City|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Holy See
    VA Vatican|Holy See (Vatican City State)
    VA Città del Vaticano|Vaticaanstad|Cidade do Vaticano
    VC VCT|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines
    VC San Vicente y las Granadinas|Saint Vincent and the Grenadines
    VC Saint Vincent e Grenadine|Saint Vincent en de Grenadines|São Vicente e Granadinas
    VE VEN|Venezuela|Bolivarian Republic of Venezuela
    VG VGB|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques
    VG Islas Vírgenes Británicas
    VG Isole Vergini Britanniche|Britse Maagdeneilanden|Ilhas Virgens Britânicas
    VI VIR|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis
    VI Islas Vírgenes de EE. UU.
    VI Isole Vergini Americane|Amerikaanse Maagdeneilanden|Ilhas Virgens Americanas
    VI Ilhas Virgens dos EUA
    VN VNM|Vietnam|Viêt Nam|Viet Nam
    VN Vietnã|Vietname
    VU VUT|Vanuatu
    WF WLF|Wallis & Futuna|Wallis und Futuna|Wallis-et-Futuna|Wallis y Futuna|Wallis and Futuna
    WF Wallis e Futuna|Wallis en Futuna
    WS WSM|Samoa
    YE YEM|Yemen|Jemen|Yémen
    YE Iêmen
    YT MYT|Mayotte
    YT Maiote
    ZA ZAF|South Africa|Südafrika|Afrique du Sud|Sudáfrica
    ZA Zuid-Afrika|África do Sul
    ZM ZMB|Zambia|Sambia|Zambie
    ZW ZWE|Zimbabwe|Simbabwe|Zimbabue
    """
}
