/// What in an address tells its country, beside what `PostcodeTable` has.
enum AddressTable {
  /// Country and names of its regions, in its language, English, and what German and French say.
  ///
  /// - Source: ISO 3166-2; names that it gives to regions of several countries are in `shared`.
  static let regions = """
    AT Burgenland|Kärnten|Kaernten|Carinthia|Niederösterreich|Niederoesterreich
    AT Lower Austria|Oberösterreich|Oberoesterreich|Upper Austria|Salzburg|Steiermark|Styria
    AT Tirol|Vorarlberg|Wien|Vienna
    BE Vlaanderen|Flanders|Wallonie|Wallonia|Oost-Vlaanderen|East Flanders|West-Vlaanderen
    BE West Flanders|Vlaams-Brabant|Flemish Brabant|Brabant wallon|Walloon Brabant|Hainaut
    BE Henegouwen|Namur|Brussels-Capital Region|Région de Bruxelles-Capitale
    CH Aargau|Argovie|Appenzell Ausserrhoden|Appenzell Innerrhoden|Basel-Landschaft
    CH Basel-Stadt|Bern|Berne|Fribourg|Freiburg|Genève|Geneva|Genf|Glarus|Graubünden
    CH Graubuenden|Grisons|Jura|Luzern|Lucerne|Neuchâtel|Neuenburg|Nidwalden|Obwalden
    CH Schaffhausen|Schwyz|Solothurn|Soleure|St. Gallen|Sankt Gallen|Thurgau|Ticino|Tessin
    CH Uri|Valais|Wallis|Vaud|Waadt|Zug|Zürich|Zuerich|Zurich
    DE Baden-Württemberg|Baden-Wuerttemberg|Bayern|Bavaria|Bavière|Baviera|Berlin
    DE Brandenburg|Bremen|Hamburg|Hessen|Hesse|Mecklenburg-Vorpommern|Niedersachsen
    DE Lower Saxony|Nordrhein-Westfalen|North Rhine-Westphalia|NRW|Rheinland-Pfalz
    DE Rhineland-Palatinate|Saarland|Sachsen|Saxony|Sachsen-Anhalt|Saxony-Anhalt
    DE Schleswig-Holstein|Thüringen|Thueringen|Thuringia
    DK Hovedstaden|Region Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland
    ES Cataluña|Catalunya|Catalonia|Andalucía|Andalusia|Comunidad de Madrid
    ES Comunitat Valenciana|Comunidad Valenciana|Galicia|País Vasco|Euskadi|Basque Country
    ES Castilla y León|Castilla-La Mancha|Aragón|Extremadura|Canarias|Canary Islands
    ES Islas Baleares
    FR Auvergne-Rhône-Alpes|Bourgogne-Franche-Comté|Bretagne|Brittany|Centre-Val de Loire
    FR Corse|Corsica|Grand Est|Hauts-de-France|Île-de-France|Normandie|Normandy
    FR Nouvelle-Aquitaine|Occitanie|Pays de la Loire|Provence-Alpes-Côte d'Azur|PACA|Alsace
    FR Aquitaine|Rhône-Alpes|Lorraine|Picardie|Languedoc-Roussillon|Midi-Pyrénées
    FR Poitou-Charentes|Franche-Comté|Bourgogne|Auvergne|Haute-Normandie|Basse-Normandie
    FR Nord-Pas-de-Calais|Champagne-Ardenne
    GB Greater London|Greater Manchester|West Midlands|Merseyside|West Yorkshire
    GB South Yorkshire|North Yorkshire|East Sussex|West Sussex|Surrey|Essex|Hertfordshire
    GB Hampshire|Lancashire|Cheshire|Berkshire|Buckinghamshire|Oxfordshire|Cambridgeshire
    GB Bedfordshire|Northamptonshire|Leicestershire|Nottinghamshire|Derbyshire|Staffordshire
    GB Shropshire|Worcestershire|Warwickshire|Gloucestershire|Wiltshire|Dorset|Devon
    GB Cornwall|Somerset|Suffolk|Norfolk|Lincolnshire|Tyne and Wear|Northumberland|Cumbria
    GB Aberdeenshire|Midlothian
    IE Leinster|Munster|Connacht|County Dublin|Co. Dublin|County Cork|Co. Cork|County Galway
    IE Co. Galway
    IT Lombardia|Lombardy|Lazio|Toscana|Tuscany|Piemonte|Piedmont|Veneto|Campania|Sicilia
    IT Sicily|Puglia|Emilia-Romagna|Liguria|Sardegna|Sardinia|Calabria|Umbria|Abruzzo
    IT Friuli-Venezia Giulia|Trentino-Alto Adige
    NL Drenthe|Flevoland|Friesland|Fryslân|Gelderland|Groningen|Noord-Brabant|North Brabant
    NL Noord-Holland|North Holland|Overijssel|Utrecht|Zeeland|Zuid-Holland|South Holland
    NO Vestland|Rogaland|Trøndelag|Møre og Romsdal|Nordland|Innlandet|Agder|Viken
    NO Troms og Finnmark
    NZ Auckland|Waikato|Otago
    PL Mazowieckie|Masovia|Małopolskie|Lesser Poland|Wielkopolskie|Greater Poland
    PL Dolnośląskie|Lower Silesia|Śląskie|Silesia|Łódzkie|Pomorskie|Zachodniopomorskie
    PL Kujawsko-Pomorskie|Warmińsko-Mazurskie|Podlaskie|Lubelskie|Lubuskie|Opolskie
    PL Podkarpackie|Świętokrzyskie
    PT Lisboa|Setúbal|Aveiro|Coimbra|Leiria
    SE Stockholms län|Skåne län|Skåne|Västra Götaland|Västra Götalands län|Uppsala län
    SE Östergötland|Jönköpings län|Hallands län|Norrbotten|Västerbotten|Dalarna
    ZA Gauteng|Western Cape|KwaZulu-Natal|Eastern Cape|Mpumalanga|Limpopo
    """

  /// Regions that bear the name of another country's one.
  static let shared = """
    BO La Paz|Santa Cruz
    BS San Salvador
    BZ Toledo
    CO Amazonas|Córdoba|Santander
    CR San José
    CV Santa Catarina|Santa Cruz
    DO San Juan
    FR Jura
    HN La Paz
    PE Amazonas|La Libertad
    PK Punjab
    PY Misiones
    SO Bari
    SR Pará
    UA Sevastopol
    VE Amazonas
    """

  /// Regions whose namesake has more than twenty times their people, and is always meant.
  static let lesser = "UY Florida"

  /// Letters before a postcode that are not the country's code: those of its cars.
  static let carLetters = """
    A AT|B BE|D DE|E ES|F FR|H HU|I IT|L LU|N NO|P PT|S SE|FIN FI|SLO SI|EST EE|SRB RS|FL LI
    """

  /// Countries whose code is put before postcodes.
  static let prefixed = """
    AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IT LI LT LU LV MC MD MK NL NO PL PT RO RS SE SI SK UA
    """

  /// Countries whose postcodes have letters in a pattern that no other country has.
  static let lettered = """
    AD AI BB CA FK GB GG GI GS IE IM IO JE KY LV NL PN SH TC VC VG
    """

  /// Countries whose digits are divided as no other country divides them: `9` a digit.
  static let divided = "US 99999-9999|JP 999-9999|PT 9999-999|BR 99999-999|PL 99-999"

  /// Short names of countries that are no code of a region.
  static let shortNames: Set<String> = ["USA", "U.S.A.", "UK", "U.K.", "UAE"]
}
