extension CountryNames {
  /// Official names of ISO 3166-1 in the languages of ingest, of pycountry 26.2.16: the code,
  /// a space, and names divided by bars. Written by Tests/Validation/country_translations.py.
  static let translated = """
    AF República Islámica de Afganistán|República Islâmica do Afeganistão
    AR Argentijnse Republiek|Argentinische Republik
    AS Samoa Estadounidense
    AX Ålandseilanden
    AZ Azerbaidjão|República do Azerbaidjão
    BA Bosnia-Erzegovina|República de Bosnia y Hercegovina
    BD República Popular de Bangladés|República Popular do Bangladeche
    BD République populaire du Bengladesh
    BF Burquina
    BO Bolivie, état plurinational de|Bolivien, Plurinationaler Staat
    BO Plurinationaler Staat Bolivien|État plurinational de Bolivie
    BQ Bonaire, Saba e Santo Eustáquio|Bonaire, Saint-Eustache et Saba
    BQ Bonaire, Santo Eustáquio e Saba|Islas BES (Caribe Neerlandés)|Paesi Bassi caraibici
    BS Comunidade das Bahamas|Gemenebest van de Bahama's
    BT Royaume du Bouthan
    BY Bielo-Rússia|República da Bielo-Rússia|Wit-Rusland
    CC Cocoseilanden (Keelingeilanden)|Kokos-(Keeling-)Inseln
    CD Demokratische Republik Kongo
    CF República Centro-Africana
    CG Kongo|Republik Kongo
    CH Confederación Suiza|Confederazione svizzera|Confederação Suíça|Confédération helvétique
    CH Schweizerische Eidgenossenschaft|Zwitserse Bondsstaat
    CN Repubblica Popolare Cinese|République populaire de Chine
    CV Kap Verde|Republik Kap Verde
    CX Isola di Natale|Weihnachtsinseln
    CZ República Tcheca
    DM Comunidade da Dominica|Comunidade de Domínica|Gemenebest van Dominica
    DZ Democratische Volksrepubliek Algerije|Demokratische Volksrepublik Algerien
    DZ República Democrática Popular da Argélia|República Democrática Popular de Argelia
    DZ República Democrática e Popular da Argélia|République algérienne démocratique et populaire
    EG Arabische Republiek Egypte|Arabische Republik Ägypten|Repubblica araba d'Egitto
    EG República Árabe de Egipto|República Árabe do Egito|République arabe d'Égypte
    ER Estados da Eritreia|L'État d'Érythrée
    ET Demokratische Bundesrepublik Äthiopien|Federale Democratische Republiek Ethiopië
    ET Repubblica Federale Democratica d'Etiopia|República Democrática Federal da Etiópia
    ET República Federal Democrática de Etiopía|República Federativa Democrática da Etiópia
    ET République fédérale démocratique d'Éthiopie
    FK Falklandeilanden (Malvinas)|Falklandinseln (Malwinen)|Isole Falkland (Malvine)
    FK Malouines, Îles (Falkland)
    FM Estados Federados da Micronésia|Estados Federados de Micronesia
    FM Föderierte Staaten von Mikronesien|Micronesia, Estados Federados de
    FM Micronésia, Estados Federados da|Micronésie, États fédérés de
    FM Mikronesien, Föderierte Staaten von|Stati federati di Micronesia
    FM États fédérés de Micronésie
    FR Franse Republiek|Französische Republik|Repubblica francese|República Francesa
    FR République française
    GA Gabunische Republik|República Gabonesa|République gabonaise
    GB Regno Unito di Gran Bretagna e d'Irlanda del Nord
    GB Reino Unido da Grã-Bretanha e Irlanda do Norte
    GB Reino Unido de Gran Bretaña e Irlanda del Norte
    GB Reino Unido de Grã-Bretanha e Irlanda do Norte
    GB Royaume-Uni de Grande-Bretagne et d'Irlande du Nord
    GB Vereinigtes Königreich Großbritannien und Nordirland
    GB Verenigd Koninkrijk van Groot-Brittannië en Noord-Ierland
    GF Französisch-Guyana
    GR Helleense Republiek|Hellenische Republik|Repubblica Ellenica|República Helénica
    GR République grecque
    GS Islas Georgias del Sur y Sándwich del Sur|South Georgia und die Südlichen Sandwichinseln
    GY Kooperative Republik Guyana|Repubblica Cooperativa di Guyana
    HK Hong Kong, Região de Administração Especial da China
    HK Regione amministrativa speciale di Hong Kong della Repubblica Popolare Cinese
    HK Região Administrativa Especial de Hong Kong
    HK Región Administrativa Especial China de Hong Kong
    HK Région spéciale administrative chinoise de Hong-Kong
    HK Speciale Administratieve Regio Hongkong van de Volksrepubliek China
    HM Heardeiland en McDonaldeilanden
    IL Stato d'Israele
    IR Irã, República Islâmica do|Irão, República Islâmica do|República Islâmica do Irã
    IR República Islâmica do Irão
    IS Republik Island
    IT Italiaanse Republiek|Italienische Republik|Repubblica Italiana|República Italiana
    IT République italienne
    JO Haschemitisches Königreich Jordanien|Hasjemitisch Koninkrijk Jordanië
    JO Regno Hascimita di Giordania|Reino Hachemita da Jordânia|Reino Hachemí de Jordania
    JO Reino Hashemita da Jordânia|Royaume hachémite de Jordanie
    KG Kirgisische Republik|Kirgizische Republiek|República Kirguiza|República do Quirgistão
    KG République kirghize
    KM Unie van de Comoren|Union des Comores|Unione delle Comore|União das Comores
    KM Unión de las Comores|Vereinigung der Komoren
    KP Corea, República Democrática Popular de|Coreia, República Popular Democrática da
    KP Corée, République populaire démocratique de|Repubblica democratica popolare di Corea
    KP República Popular Democrática da Coreia|República Popular Democrática de Corea
    KP République démocratique populaire de Corée
    KR Corea, República de|Coreia, República da|Corée, République de
    KW Staat Koeweit|État du Koweït
    LA Laos Democratische Volksrepubliek|Laos, Demokratische Volksrepublik
    LA República Democrática Popular do Laos|República Popular Democrática do Laos
    LB Libanesische Republik|Repubblica libanese|República Libanesa|République libanaise
    LK Democratische Socialistische Republiek Sri Lanka
    LK Demokratische sozialistische Republik Sri Lanka
    LK Repubblica Democratica Socialista dello Sri Lanka
    LK República Democrática Socialista do Sri Lanka|República Socialista Democrática de Sri Lanka
    LK République démocratique socialiste de Sri Lanka
    LU Gran Ducado de Luxemburgo|Grand-duché du Luxembourg|Granducato di Lussemburgo
    LU Groothertogdom Luxemburg|Großherzogtum Luxemburg|Grã-Ducado do Luxemburgo
    LU Grão-Ducado de Luxemburgo
    MD Moldau
    MF Saint Martin (Französischer Teil)|Saint-Martin (Francia)|Saint-Martin (partie française)
    MF San Martín (zona francesa)|Sint-Maarten (Frans deel)|São Martim (parte francesa)
    MF São Martin (Território Francês)
    MM Birmania|Birmanie|Repubblica cooperativistica di Myanmar|República da Birmânia
    MO Macau, Região Especial de Administração Chinesa
    MO Regione Amministrativa Speciale di Macao della Repubblica Popolare Cinese
    MO Região Administrativa Especial de Macau|Región Administrativa Especial China de Macao
    MO Région spéciale administrative chinoise de Macao|Sonderverwaltungsregion Macao
    MO Speciale Administratieve Regio Macau van de Volksrepubliek China
    MP Commonwealth Nördliche Mariana-Inseln|Comunidade das Ilhas Marianas do Norte
    MP Gemenebest van de Noordelijke Marianen
    MR Islamische Republik Mauretanien|Islamitische Republiek Mauritanië
    MR République islamique de Mauritanie
    MU Maurizio|República de Maurícias
    MX Estados Unidos Mexicanos|Estados Unidos do México|Stati Uniti Messicani
    MX Vereinigte Mexikanische Staaten|Verenigde Mexicaanse Staten|États-Unis du Mexique
    NL Koninkrijk der Nederlanden
    NU Nioue
    OM Sultanaat Oman|Sultanat Oman|Sultanat d'Oman|Sultanato de Omán|Sultanato de Omã
    OM Sultanato dell'Oman
    PG Estado Independente da Papua-Nova Guiné|Estado Independente de Papua-Nova Guiné
    PG Estado Independiente de Papúa Nueva Guinea|Onafhankelijke Staat Papua Nieuw Guinea
    PG Stato indipendente di Papua Nuova Guinea|Unabhängiger Staat Papua-Neuguinea
    PG État indépendant de Papouasie-Nouvelle-Guinée
    PM São Pedro e Miquelon
    PR Portorico
    PS Palästina, Staat|Staat Palästina
    PT Portugese Republiek|Portugiesische Republik|República Portuguesa|République portugaise
    QA Estado de Catar|Estado do Catar|Staat Katar
    RU Federación Rusa|Federação Russa
    RW République rwandaise
    SA Koninkrijk Saudi-Arabië
    SB Salomoninseln
    SG Cingapura|República de Cingapura
    SH Sainte-Hélène, Ascension et Tristan da Cunha|Sant'Elena, Ascensione e Tristan da Cunha
    SH Santa Elena, Ascensión y Tristán de Acuña|Santa Helena, Ascensão e Tristão da Cunha
    SJ Svalbard e a Ilha de Jan Mayen
    SK Repubblica slovacca|República Eslovaca|République slovaque|Slovaakse Republiek
    SK Slowakische Republik
    SM República de São Marino|République de San Marin|São Marino
    SS Repubblica del Sudan del Sud|Sudan del sud
    ST República Democrática de Santo Tomé y Príncipe
    SX Isla de San Martín (zona holandesa)|Saint-Martin (Niederländischer Teil)
    SX Sint Maarten (Nederlands deel)|Sint Maarten (Olanda)|São Martim (parte holandesa)
    SX São Martinho (Países Baixos)
    SY República Árabe Síria|República Árabe da Síria|República árabe de Siria
    SY Syrien, Arabische Republik|Syrienne, République arabe
    SZ Reino da Suazilândia|Suazilândia
    TF Franse Zuidelijke Gebieden|Territori francesi meridionali|Territorios Franceses del Sur
    TG República Togolesa|République togolaise
    TL Democratische Republiek Oost-Timor|Repubblica Democratica di Timor Est
    TL República Democrática de Timor Oriental
    TN Repubblica tunisina|Tunesische Republik
    TT República de Trinidade e Tobago|Trinidade e Tobago
    TW Taiwan, Chinesische Provinz|Taiwan, Província da China|Taiwan, Repubblica di Cina
    TW Taiwán, Provincia de China|Taïwan, province de Chine
    TZ Repubblica unita di Tanzania|République unie de Tanzanie|Tansania, Vereinigte Republik
    TZ Tanzanie, République unie de|Vereinigte Republik Tansania
    UM Ilhas Menores Distantes dos Estados Unidos|Islas Ultramarinas Menores de Estados Unidos
    UM Isole minori esterne degli Stati Uniti d'America
    UY Oostelijke Republiek Uruguay|Repubblica orientale dell'Uruguay|Republik Östlich des Uruguay
    UY República Oriental do Uruguai|République orientale d'Uruguay
    VA Heiliger Stuhl (Staat Vatikanstadt)|Saint-Siège (état de la cité du Vatican)
    VA Santa Sede (Ciudad Estado del Vaticano)|Santa Sede (Stato della Città del Vaticano)
    VA Santa Sé (Cidade-Estado do Vaticano)|Santa Sé (Estado da Cidade do Vaticano)
    VA Vaticaanstad, Staat
    VE Bolivariaanse Republiek Venezuela|Bolivarische Republik Venezuela
    VE Repubblica bolivariana del Venezuela|República Bolivariana da Venezuela
    VE República Bolivariana de Venezuela|République bolivarienne du Vénézuela
    VE Venezuela, Bolivariaanse Republiek|Venezuela, Bolivarische Republik
    VE Venezuela, Repubblica bolivariana del|Venezuela, República Bolivariana da
    VE Venezuela, República Bolivariana de|Vénézuela, république bolivarienne du
    VG Isole Vergini, Regno Unito
    VI Ilhas Virgens dos Estados Unidos|Ilhas Virgens, Estados Unidos
    VI Islas Vírgenes de los Estados Unidos|Islas Vírgenes, de EEUU.|Isole Vergini statunitensi
    VI Isole Vergini, U.S.A.|Îles Vierges des États-Unis d'Amérique
    VN Repubblica socialista del Vietnam|República Socialista de Vietnam
    VN República Socialista do Vietname|República Socialista do Vietnã
    VN République socialiste du Viet Nam|Socialistische Republiek Vietnam
    VN Sozialistische Republik Vietnam
    WS Estado Independente de Samoa|Estado Independiente de Samoa|Onafhankelijke Staat Samoa
    WS Stato indipendente di Samoa|Unabhängiger Staat Samoa|État indépendant de Samoa
    ZA Repubblica sudafricana
    """
}
