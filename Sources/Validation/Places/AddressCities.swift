import Bytes
import LeadModel

/// Large cities by the hash of their folded names.
enum AddressCities {
  static let all: [UInt64: CountryCode] = {
    var all: [UInt64: CountryCode] = [:]
    var scratch: [UInt8] = []
    for line in table.split(separator: "\n") {
      guard let country = CountryCode(line.prefix(2)) else { continue }
      for name in line.dropFirst(3).split(separator: "|") {
        var name = String(name)
        all[name.withUTF8 { TextFolding.hash($0, scratch: &scratch) }] = country
      }
    }
    return all
  }()

  /// Country and its capital and largest cities, in its language, English, and what German, French and
  /// Italian say; without those whose namesake elsewhere has more than a twentieth of their people, but
  /// for capitals.
  ///
  /// - Source: United Nations Demographic Yearbook, table 8: capital cities and cities of 100,000
  ///   people or more.
  private static let table = """
    AE Abu Dhabi|Dubai
    AR Buenos Aires
    AT Wien|Vienna|Vienne|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Sankt Pölten
    AT St. Pölten|Dornbirn|Bregenz
    AU Sydney|Melbourne|Brisbane|Adelaide|Canberra
    BE Bruxelles|Brussel|Brussels|Brüssel|Bruessel|Antwerpen|Antwerp|Anvers|Gent|Gand|Brugge|Bruges
    BE Liège|Lüttich|Charleroi|Leuven|Louvain
    BG Sofia|София|Plovdiv|Пловдив|Varna|Варна|Burgas
    BR São Paulo|Rio de Janeiro|Brasília|Belo Horizonte|Porto Alegre|Curitiba
    CA Toronto|Montréal|Ottawa|Calgary|Edmonton|Winnipeg
    CH Zürich|Zuerich|Zurich|Zurigo|Genève|Geneva|Genf|Ginevra|Basel|Bâle|Bern|Berne|Lausanne|Luzern
    CH Lucerne|Winterthur|St. Gallen|Sankt Gallen|Lugano|Biel|Bienne|Thun|Zug
    CL Santiago de Chile
    CN Beijing|Peking|Shanghai|Shenzhen|Guangzhou|北京|上海|深圳|广州
    CO Bogotá|Medellín
    CY Nicosia|Limassol
    CZ Praha|Prague|Prag|Brno|Brünn|Ostrava|Plzeň|Pilsen|Olomouc|Liberec
    DE Berlin|Hamburg|München|Muenchen|Munich|Monaco di Baviera|Köln|Koeln|Cologne|Colonia
    DE Frankfurt am Main|Stuttgart|Düsseldorf|Duesseldorf|Leipzig|Dortmund|Essen|Bremen|Dresden
    DE Hannover|Hanover|Nürnberg|Nuernberg|Nuremberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn
    DE Münster|Mannheim|Karlsruhe|Augsburg|Wiesbaden|Mönchengladbach|Gelsenkirchen|Aachen
    DE Braunschweig|Kiel|Chemnitz|Magdeburg|Freiburg im Breisgau|Krefeld|Mainz|Lübeck|Erfurt|Rostock
    DE Kassel|Saarbrücken|Potsdam|Heidelberg|Darmstadt|Regensburg|Ingolstadt|Würzburg|Ulm
    DK København|Koebenhavn|Copenhagen|Kopenhagen|Aarhus|Århus|Odense|Aalborg
    EE Tallinn|Tartu
    EG Cairo|Kairo
    ES Madrid|Zaragoza|Sevilla|Seville|Málaga|Bilbao|Alicante|Valladolid|Vigo|Gijón|Palma de Mallorca
    ES Las Palmas de Gran Canaria|A Coruña|La Coruña|Donostia|San Sebastián|Pamplona
    FI Helsinki|Helsingfors|Espoo|Tampere|Turku|Vantaa|Oulu
    FR Paris|Lyon|Marseille|Toulouse|Nice|Nizza|Nantes|Strasbourg|Straßburg|Strassburg|Montpellier
    FR Bordeaux|Lille|Rennes|Reims|Saint-Étienne|Toulon|Le Havre|Grenoble|Dijon|Angers|Nîmes
    FR Villeurbanne|Clermont-Ferrand|Aix-en-Provence|Le Mans|Brest|Tours|Limoges|Amiens|Perpignan|Metz
    FR Besançon|Rouen|Mulhouse|Caen|Nancy
    GB London|Londres|Londra|Leeds|Liverpool|Sheffield|Bristol|Edinburgh|Leicester|Cardiff|Belfast
    GB Nottingham|Glasgow|Bradford|Wolverhampton|Southampton|Brighton
    GR Athína|Athens|Athen|Αθήνα|Thessaloniki|Θεσσαλονίκη|Patras
    HK Hong Kong|Hongkong
    HR Zagreb|Split|Rijeka|Osijek
    HU Budapest|Debrecen|Szeged|Miskolc|Pécs|Győr
    ID Jakarta|Surabaya
    IE Dublin|Baile Átha Cliath|Galway|Limerick
    IL Jerusalem|Tel Aviv|Tel Aviv-Yafo|Haifa
    IN Mumbai|New Delhi|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad|Pune|Ahmedabad
    IS Reykjavík
    IT Roma|Rome|Rom|Milano|Milan|Mailand|Napoli|Naples|Neapel|Torino|Turin|Palermo|Genova|Genoa|Genua
    IT Bologna|Firenze|Florenz|Bari|Catania|Venezia|Venedig|Verona|Messina|Padova|Trieste|Brescia|Parma
    IT Modena|Bergamo|Bolzano|Bozen|Trento
    JP Tokyo|Tokio|東京|Osaka|大阪|Yokohama|横浜|Nagoya|名古屋|Kyoto|京都|Fukuoka|福岡|Sapporo|札幌
    KR Seoul|서울|Busan|부산
    LI Vaduz
    LT Vilnius|Kaunas|Klaipėda
    LU Luxembourg|Luxemburg|Lëtzebuerg|Esch-sur-Alzette
    LV Rīga
    MC Monaco
    MT Valletta
    MX Ciudad de México|Mexico City|Mexiko-Stadt|Monterrey|Guadalajara
    MY Kuala Lumpur
    NL Amsterdam|Rotterdam|Den Haag|The Hague|'s-Gravenhage|Utrecht|Eindhoven|Groningen|Tilburg|Almere
    NL Breda|Nijmegen|Arnhem|Haarlem|Enschede|Maastricht|Leiden|Delft
    NO Oslo|Bergen|Trondheim|Stavanger|Drammen
    NZ Auckland|Christchurch
    PE Lima
    PL Warszawa|Warsaw|Warschau|Varsovie|Kraków|Krakow|Krakau|Cracow|Łódź|Lodz|Wrocław|Wroclaw|Breslau
    PL Poznań|Poznan|Posen|Gdańsk|Gdansk|Danzig|Szczecin|Stettin|Bydgoszcz|Lublin|Białystok|Katowice
    PL Gdynia|Częstochowa|Radom|Toruń|Rzeszów|Gliwice
    PT Lisboa|Lisbon|Lissabon|Lisbonne|Porto|Braga|Coimbra|Setúbal|Funchal
    RO București|Bucuresti|Bucharest|Bukarest|Cluj-Napoca|Timișoara|Timisoara|Iași|Iasi|Constanța|Brașov
    RS Beograd|Belgrade|Belgrad|Београд|Novi Sad|Нови Сад
    RU Moskva|Moscow|Moskau|Москва|Санкт-Петербург|Sankt-Peterburg|Saint Petersburg|Novosibirsk
    RU Новосибирск|Yekaterinburg|Екатеринбург|Казань
    SA Riyadh|Jeddah
    SE Stockholm|Göteborg|Gothenburg|Malmö|Uppsala|Västerås|Örebro|Linköping|Helsingborg|Norrköping
    SG Singapore|Singapur
    SI Ljubljana|Laibach|Maribor
    SK Bratislava|Pressburg|Košice
    TH Bangkok
    TR İstanbul|Istanbul|Ankara|İzmir|Izmir|Bursa|Antalya
    TW Taipei|台北
    UA Kyiv|Kiev|Kiew|Київ|Kharkiv|Харків|Lviv|Львів|Odesa|Одеса|Dnipro
    US New York|New York City|Los Angeles|Chicago|Houston|Philadelphia|Dallas|San Francisco|Seattle
    US Boston|Washington DC|Washington, D.C.|Miami|Atlanta|Detroit|Minneapolis|San Diego|Las Vegas
    ZA Johannesburg|Cape Town|Durban|Pretoria
    """
}
