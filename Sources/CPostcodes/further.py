"""Regions of countries whose public lists name a region for each code, and need no more than that: their
names, and how their codes begin."""

import collections
import math
import re

import regions

# Country, GeoNames' letters of the divisions that make up the region, how countrystatecity's begin,
# letters that are written (ISO 3166-2, if not figures) and names. What bears the name of a wider
# land, of a former region or of an island has the codes of all of it: Silesia, Viken, Zealand.
DIVISIONS = """
BE Anvers VAN VAN|Antwerpen|Antwerp|Anvers|Provincie Antwerpen
BE Brabant+Flamand VBR VBR|Vlaams-Brabant|Flemish Brabant|Brabant flamand
BE Brabant+Wallon WBR WBR|Brabant wallon|Walloon Brabant|Waals-Brabant
BE Brabant+Flamand,Brabant+Wallon,Bruxelles+(19+communes) VBR,WBR,BRU Brabant
BE Bruxelles+(19+communes) BRU BRU|Bruxelles|Brussel|Brussels|Brüssel|Bruxelles-Capitale|Brussels-Capital Region|Brussels Capital|Région de Bruxelles-Capitale|Brussels Hoofdstedelijk Gewest
BE Flandre-Occidentale VWV VWV|West-Vlaanderen|West Flanders|Flandre occidentale|Westflandern
BE Flandre-Orientale VOV VOV|Oost-Vlaanderen|East Flanders|Flandre orientale|Ostflandern
BE Hainaut WHT WHT|Hainaut|Henegouwen|Hennegau
BE Liège WLG WLG|Liège|Luik|Lüttich
BE Limbourg VLI VLI|Limburg|Limbourg
BE Luxembourg WLX WLX|Luxembourg|Luxemburg
BE Namur WNA WNA|Namur|Namen
BE Anvers,Brabant+Flamand,Flandre-Occidentale,Flandre-Orientale,Limbourg VAN,VBR,VWV,VOV,VLI VLG|Vlaanderen|Flanders|Flandre|Flandern|Vlaams Gewest|Flemish Region
BE Brabant+Wallon,Hainaut,Liège,Luxembourg,Namur WBR,WHT,WLG,WLX,WNA WAL|Wallonie|Wallonia|Wallonië|Wallonien|Région wallonne
CN 01 AH AH|Anhui|安徽
CN 02 ZJ ZJ|Zhejiang|浙江
CN 03 JX JX|Jiangxi|江西
CN 04 JS JS|Jiangsu|江苏
CN 05 JL JL|Jilin|吉林
CN 06 QH QH|Qinghai|青海
CN 07 FJ FJ|Fujian|福建
CN 08 HL HL|Heilongjiang|黑龙江
CN 09 HA HA|Henan|河南
CN 10 HE HE|Hebei|河北
CN 11 HN HN|Hunan|湖南
CN 12 HB HB|Hubei|湖北
CN 13 XJ XJ|Xinjiang|新疆
CN 14 XZ XZ|Xizang|Tibet|西藏
CN 15 GS GS|Gansu|甘肃
CN 16 GX GX|Guangxi|广西
CN 18 GZ GZ|Guizhou|贵州
CN 19 LN LN|Liaoning|辽宁
CN 20 NM NM|Nei Mongol|Inner Mongolia|内蒙古
CN 21 NX NX|Ningxia|宁夏
CN 22 BJ BJ|Beijing|Peking|北京
CN 23 SH SH|Shanghai|上海
CN 24 SX SX|Shanxi|山西
CN 25 SD SD|Shandong|山东
CN 26 SN SN|Shaanxi|陕西
CN 28 TJ TJ|Tianjin|天津
CN 29 YN YN|Yunnan|云南
CN 30 GD GD|Guangdong|广东
CN 31 HI HI|Hainan|海南
CN 32,33 SC,CQ SC|Sichuan|四川
CN 33 CQ CQ|Chongqing|重庆
CZ 52 10 Praha|Hlavní město Praha|Prague|Prag
CZ 78 64 Jihomoravský kraj|Jihomoravský|South Moravian Region|South Moravia
CZ 79 31 Jihočeský kraj|Jihočeský|South Bohemian Region|South Bohemia
CZ 80 63 Kraj Vysočina|Vysočina|Vysočina Region
CZ 81 41 Karlovarský kraj|Karlovarský|Karlovy Vary Region
CZ 82 52 Královéhradecký kraj|Královéhradecký|Hradec Králové Region
CZ 83 51 Liberecký kraj|Liberecký|Liberec Region
CZ 84 71 Olomoucký kraj|Olomoucký|Olomouc Region
CZ 85 80 Moravskoslezský kraj|Moravskoslezský|Moravian-Silesian Region
CZ 86 53 Pardubický kraj|Pardubický|Pardubice Region
CZ 87 32 Plzeňský kraj|Plzeňský|Plzeň Region
CZ 88,52 20,10 Středočeský kraj|Středočeský|Central Bohemian Region|Central Bohemia
CZ 89 42 Ústecký kraj|Ústecký|Ústí nad Labem Region
CZ 90 72 Zlínský kraj|Zlínský|Zlín Region
DK 17,84 84 Region Hovedstaden|Hovedstaden|Capital Region|Capital Region of Denmark
DK 18,82 82 Region Midtjylland|Midtjylland|Central Jutland|Central Denmark|Central Denmark Region
DK 19,81 81 Region Nordjylland|Nordjylland|North Jutland|North Denmark|North Denmark Region
DK 20 85 Region Sjælland|Region Zealand
DK 20,17,84 85,84 Sjælland|Zealand|Seeland|Region Østdanmark
DK 21,83 83 Region Syddanmark|Syddanmark|South Denmark|Southern Denmark|Region of Southern Denmark
DK 18,19,21,81,82,83 81,82,83 Jylland|Jutland|Jütland
FI 01 18 Uusimaa|Nyland
FI 02 19 Varsinais-Suomi|Egentliga Finland|Southwest Finland|Finland Proper
FI 04 17 Satakunta|Satakunda
FI 05 06 Kanta-Häme|Egentliga Tavastland|Tavastia Proper
FI 06 11 Pirkanmaa|Birkaland
FI 07 16 Päijät-Häme|Päijänne-Tavastland|Päijänne Tavastia
FI 08 09 Kymenlaakso|Kymmenedalen
FI 09 02 Etelä-Karjala|Södra Karelen|South Karelia
FI 10 04 Etelä-Savo|Södra Savolax|South Savo|Southern Savonia
FI 11 15 Pohjois-Savo|Norra Savolax|North Savo|Northern Savo|Northern Savonia
FI 12 13 Pohjois-Karjala|Norra Karelen|North Karelia
FI 13 08 Keski-Suomi|Mellersta Finland|Central Finland
FI 14 03 Etelä-Pohjanmaa|Södra Österbotten|South Ostrobothnia
FI 14,15,16,17 03,12,07,14 Pohjanmaa|Österbotten|Ostrobothnia
FI 16 07 Keski-Pohjanmaa|Mellersta Österbotten|Central Ostrobothnia
FI 17 14 Pohjois-Pohjanmaa|Norra Österbotten|North Ostrobothnia
FI 18 05 Kainuu|Kajanaland
FI 19 10 Lappi|Lappland|Lapland
NL 01 DR DR|Drenthe
NL 02 FR FR|Friesland|Fryslân|Frisia
NL 03 GE GE|GLD|Gelderland|Guelders
NL 04 GR GR|Groningen
NL 05 LI LI|LIM|Limburg
NL 06 NB NB|Noord-Brabant|North Brabant|Nordbrabant|Brabant
NL 07 NH NH|Noord-Holland|North Holland|Nordholland
NL 09 UT UT|Utrecht
NL 10 ZE ZE|ZLD|Zeeland
NL 11 ZH ZH|Zuid-Holland|South Holland|Südholland
NL 15 OV OV|Overijssel
NL 16 FL FL|FLV|Flevoland
NO 01 32 Akershus
NO 04 33 Buskerud
NO 05 56 Finnmark|Finnmárku
NO 08 15 Møre og Romsdal
NO 09 18 Nordland
NO 12 03 Oslo
NO 13 31 Østfold
NO 14 11 Rogaland
NO 17 40 Telemark
NO 18 55 Troms|Romsa
NO 20 39 Vestfold
NO 21 50 Trøndelag|Sør-Trøndelag|Nord-Trøndelag
NO 34 34 Innlandet|Hedmark
NO 34,01,04 34,32,33 Oppland
NO 42 42 Agder|Aust-Agder|Vest-Agder
NO 46 46 Vestland|Hordaland|Sogn og Fjordane
NO 01,04,13,34 32,33,31,34 Viken
NO 17,20 40,39 Vestfold og Telemark
NO 05,18 55,56 Troms og Finnmark
NZ E7 AUK AUK|Auckland
NZ E8 BOP BOP|Bay of Plenty
NZ E9 CAN CAN|Canterbury
NZ F1 GIS GIS|Gisborne
NZ F2 HKB HKB|Hawke's Bay
NZ F3 MWT MWT|Manawatū-Whanganui|Manawatu-Wanganui
NZ F4 MBH MBH|Marlborough
NZ F5 NSN NSN|Nelson
NZ F6 NTL NTL|Northland
NZ F7 OTA OTA|Otago
NZ F8 STL STL|Southland
NZ F9 TKI TKI|Taranaki
NZ G1 WKO WKO|Waikato
NZ G2 WGN WGN|Wellington
NZ G3 WTC WTC|West Coast
NZ TAS TAS TAS|Tasman
PL 72 02 DS|Dolnośląskie|Lower Silesia|Lower Silesian|Niederschlesien|Dolny Śląsk
PL 73 04 KP|Kujawsko-Pomorskie|Kuyavia-Pomerania|Kuyavian-Pomeranian
PL 74 10 LD|Łódzkie|Łódź|Lodz
PL 75 06 LU|Lubelskie|Lublin
PL 76 08 LB|Lubuskie|Lubusz
PL 77 12 MA|Małopolskie|Lesser Poland|Kleinpolen
PL 78 14 MZ|Mazowieckie|Mazovia|Masovia|Masovian|Mazowsze
PL 79 16 OP|Opolskie|Opole
PL 80 18 PK|Podkarpackie|Subcarpathia|Subcarpathian
PL 81,75 20,06 Podlasie|Podlachia
PL 81 20 PD|Podlaskie
PL 82 22 PM|Pomorskie|Pomeranian
PL 82,87,73 22,32,04 Pomerania|Pomorze
PL 83 24 SL|Śląskie|Silesian
PL 83,79,72 24,16,02 Silesia|Śląsk|Schlesien
PL 84 26 SK|Świętokrzyskie
PL 85 28 WN|Warmińsko-Mazurskie|Warmia-Masuria|Warmian-Masurian
PL 86 30 WP|Wielkopolskie|Greater Poland|Wielkopolska|Großpolen
PL 87 32 ZP|Zachodniopomorskie|West Pomerania|West Pomeranian
PT 02 01 Aveiro
PT 03 02 Beja
PT 04 03 Braga
PT 05 04 Bragança|Braganza
PT 06 05 Castelo Branco
PT 07 06 Coimbra
PT 08 07 Évora
PT 09 08 Faro|Algarve
PT 10 30 Madeira|Região Autónoma da Madeira
PT 11 09 Guarda
PT 13 10 Leiria
PT 14,19 11,15 Lisboa|Lisbon|Lissabon|Lisbonne
PT 16 12 Portalegre
PT 17,02 13,01 Porto|Oporto
PT 18 14 Santarém
PT 19 15 Setúbal
PT 20 16 Viana do Castelo
PT 21 17 Vila Real
PT 22 18 Viseu
PT 23 20 Açores|Azores|Azoren|Região Autónoma dos Açores
SE AB AB AB|Stockholm|Stockholms län|Stockholm County
SE AC AC AC|Västerbotten|Västerbottens län|Västerbotten County
SE BD BD BD|Norrbotten|Norrbottens län|Norrbotten County
SE C C Uppsala|Uppsala län|Uppsala County
SE D D Södermanlands län|Södermanland County
SE D,AB D,AB Södermanland
SE E E Östergötland|Östergötlands län|Östergötland County
SE F F Jönköping|Jönköpings län|Jönköping County
SE G G Kronoberg|Kronobergs län|Kronoberg County
SE H H Kalmar|Kalmar län|Kalmar County
SE I I Gotland|Gotlands län|Gotland County
SE K K Blekinge|Blekinge län|Blekinge County
SE M M Skåne|Skåne län|Skåne County|Scania|Schonen
SE N N Halland|Hallands län|Halland County
SE O O Västra Götaland|Västra Götalands län|Västra Götaland County
SE S S Värmlands län|Värmland County
SE S,T S,T Värmland
SE T T Örebro|Örebro län|Örebro County
SE U U Västmanlands län|Västmanland County
SE U,T U,T Västmanland
SE W W Dalarna|Dalarnas län|Dalarna County
SE X X Gävleborg|Gävleborgs län|Gävleborg County
SE Y Y Västernorrland|Västernorrlands län|Västernorrland County
SE Z Z Jämtland|Jämtlands län|Jämtland County
SE F,G,H F,G,H Småland
ZA - EC EC|Eastern Cape|Oos-Kaap
ZA - FS FS|Free State|Orange Free State|Vrystaat
ZA - GP GP|GT|Gauteng
ZA - KZN KZN|KwaZulu-Natal|Natal
ZA - LP LP|Limpopo|Northern Province
ZA - MP MP|Mpumalanga
ZA - NC NC|Northern Cape|Noord-Kaap
ZA - NW NW|North West|Noordwes
ZA - WC WC|Western Cape|Wes-Kaap
"""

# What is written before or behind names: `{}` the name.
FORMS = {
    "CN": ["{} Sheng", "{} Shi", "{} Province", "{}省", "{}市"],
    "FI": ["{} Region"],
    "NL": ["Provincie {}"],
    "NO": ["{} fylke", "{} County"],
    "PL": ["województwo {}", "woj. {}", "{} Voivodeship"],
    "PT": ["Distrito de {}"],
    "NZ": ["{} Region"],
}
HAN = {"内蒙古": ["{}自治区"], "广西": ["{}壮族自治区"], "宁夏": ["{}回族自治区"], "新疆": ["{}维吾尔自治区"],
       "西藏": ["{}自治区"]}

# South Africa's list names no region for half of its codes and no place on a map: what has the same
# two figures, or the two beside them, is of one region.
COARSE = {"ZA": 2}

# Irish provinces, by GeoNames' letters; what stands nearer than this to a routing key's town may
# have the key. Keys are as wide as counties.
IRISH = {"C": "Connacht|Connaught", "L": "Leinster", "M": "Munster", "U": "Ulster"}
IRISH_NEAR = 50
IRISH_COUNTIES = {
    "C": "Galway Leitrim Mayo Roscommon Sligo",
    "L": "Carlow Dublin Kildare Kilkenny Laois Longford Louth Meath Offaly Westmeath Wexford Wicklow",
    "M": "Clare Cork Kerry Limerick Tipperary Waterford",
    "U": "Cavan Donegal Monaghan",
}

# What a stretch of land belonged to, or is counted to by post and habit, beside GeoNames' counties of
# today: a name has the codes of all of them. A county has those too that lie as near as this.
BRITISH_NEAR = 25
BRITISH = """
Avon: County of Bristol,Somerset,Gloucestershire
Bedfordshire: Bedfordshire
Berkshire: Berkshire,Oxfordshire,Buckinghamshire
Buckinghamshire: Buckinghamshire,Berkshire
Cambridgeshire: Cambridgeshire
Cheshire: Cheshire,Greater Manchester,Merseyside
Cornwall: Cornwall
Cumbria,Cumberland,Westmorland: Cumbria
Derbyshire: Derbyshire
Devon: Devon
Dorset: Dorset
Durham,County Durham,Co. Durham: Durham,Tyne and Wear,North Yorkshire
East Sussex,West Sussex,Sussex: East Sussex,West Sussex
Essex: Essex,Greater London
Gloucestershire: Gloucestershire,County of Bristol
Greater London,London: Greater London
Greater Manchester: Greater Manchester
Hampshire,Hants: Hampshire,Dorset,Isle of Wight
Herefordshire: Herefordshire
Hertfordshire,Herts: Hertfordshire,Greater London
Isle of Wight: Isle of Wight
Kent: Kent,Greater London
Lancashire,Lancs: Lancashire,Greater Manchester,Merseyside,Cumbria
Leicestershire,Leics: Leicestershire
Lincolnshire,Lincs: Lincolnshire
Merseyside: Merseyside
Middlesex: Greater London
Norfolk: Norfolk
Northamptonshire,Northants: Northamptonshire
Northumberland: Northumberland,Tyne and Wear
Nottinghamshire,Notts: Nottinghamshire
Oxfordshire,Oxon: Oxfordshire
Rutland: Rutland
Shropshire,Salop: Shropshire
Somerset: Somerset,County of Bristol
Staffordshire,Staffs: Staffordshire,West Midlands
Suffolk: Suffolk
Surrey: Surrey,Greater London
Tyne and Wear,Tyne & Wear: Tyne and Wear
Warwickshire: Warwickshire,West Midlands
West Midlands: West Midlands
Wiltshire,Wilts: Wiltshire
Worcestershire,Worcs: Worcestershire,West Midlands
North Yorkshire,South Yorkshire,West Yorkshire,East Yorkshire,East Riding of Yorkshire,Yorkshire,N Yorkshire,S Yorkshire,W Yorkshire: North Yorkshire,South Yorkshire,West Yorkshire,East Riding of Yorkshire,Durham
Aberdeenshire: Aberdeenshire,Aberdeen City
Midlothian,East Lothian,West Lothian,Lothian: Midlothian,East Lothian,West Lothian,City of Edinburgh
Fife: Fife
Perthshire: Perth and Kinross,Stirling
"""

# Abbreviations of states (United States Government Publishing Office Style Manual 9.13, and
# what was used before; Canada's from the Canadian Style 1.14), by ISO letters.
ABBREVIATED = {
    "US": """AL Ala. AZ Ariz. AR Ark. CA Calif. CA Cal. CO Colo. CT Conn. DE Del. FL Fla. GA Ga. ID Ida.
        IL Ill. IN Ind. KS Kans. KS Kan. KY Ky. LA La. ME Me. MD Md. MA Mass. MI Mich. MN Minn. MS Miss.
        MO Mo. MT Mont. NE Nebr. NE Neb. NV Nev. NM N.Mex. ND N.Dak. OK Okla. OR Oreg. OR Ore. PA Pa.
        PA Penna. PA Penn. SD S.Dak. TN Tenn. TX Tex. VT Vt. VA Va. WA Wash. WV W.Va. WI Wis. WI Wisc. WY Wyo.""",
    "CA": """AB Alta. BC B.C. MB Man. NB N.B. NL Nfld. NS N.S. ON Ont. PE P.E.I. QC Que.
        SK Sask.""",
}

SHORTENED = {word for table in ABBREVIATED.values() for word in table.split() if "." in word}


def divisions(rows, others):
    """Country, how codes begin, and names, of DIVISIONS. `rows`: GeoNames' postal codes; `others`:
    countrystatecity's, whose regions have an @ before their letters."""
    parsed = []
    for line in DIVISIONS.strip().split("\n"):
        country, keys, states, names = line.split(" ", 3)
        parsed.append((country, set(keys.replace("+", " ").split(",")), states.split(","), names.split("|")))
    codes = {country: known_codes(country, rows, others) for country in dict.fromkeys(line[0] for line in parsed)}
    for country, keys, states, names in parsed:
        known = codes[country]
        letters = {key for key in known.regions() if key[0] == "@" and any(
            key[1:] == state or country == "CZ" and key[1:].startswith(state) for state in states)}
        yield country, known.pattern_of(keys | letters), names + [
            form.format(name) for name in names for form in FORMS.get(country, []) + HAN.get(name, [])
            if is_han(name) == is_han(form) and (len(name) > 3 or is_han(name))]


def known_codes(country, rows, others):
    places = []
    for row in rows:
        if row[0] == country:
            key = row[5] if country == "BE" else row[4]
            places.append((plain(row[1]), {key} if key else set(), (float(row[9]), float(row[10]))))
    codes = regions.Codes(places, COARSE.get(country, regions.DEPTH))
    for other, code, state in others:
        if other == country and state:
            codes.add(plain(code), {"@" + state})
    if country in COARSE:
        codes.widen()
    return codes


def is_han(text):
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def plain(code):
    return re.sub("[ -]", "", code).upper()


def ireland(rows):
    """The provinces and counties of Ireland by routing keys of Eircodes."""
    keys = [(row[1], row[4], (float(row[9]), float(row[10]))) for row in rows if row[0] == "IE"]
    for letter, names in IRISH.items():
        own = {key for key, province, at in keys if province == letter or any(
            other == letter and regions.kilometres(at, place) < IRISH_NEAR for _, other, place in keys)}
        counties = IRISH_COUNTIES[letter].split()
        written = [*names.split("|")] + [form.format(name) for name in counties
                   for form in ("{}", "County {}", "Co. {}", "Co {}")]
        yield "IE", "|".join(sorted(own)), written


def britain(rows):
    """Counties of Great Britain by the areas of postcodes."""
    own = collections.defaultdict(set)  # Areas of a county.
    cells = collections.defaultdict(set)  # Where an area has places, in tenths of a degree.
    points = collections.defaultdict(set)  # The same of a county.
    for row in rows:
        if row[0] != "GB":
            continue
        area = re.match("[A-Z]+", row[1]).group()
        at = (round(float(row[9]), 1), round(float(row[10]), 1))
        cells[area].add(at)
        if row[5]:
            own[row[5]].add(area)
            points[row[5]].add(at)
    for line in BRITISH.strip().split("\n"):
        names, _, counties = (part.split(",") for part in line.partition(": "))
        areas = set().union(*(own[county] for county in counties))
        ends = set().union(*(points[county] for county in counties))
        areas |= {area for area, places in cells.items() if area not in areas and any(
            regions.kilometres(at, end) < BRITISH_NEAR for at in places for end in ends)}
        written = [area if len(area) > 1 else area + "#" for area in sorted(areas)]
        yield "GB", "|".join(written + ["BFPO", "BX", "GIR"]), names


def abbreviated(states):
    """Abbreviations of states. `states`: country, how codes begin, and names, letters first."""
    beginnings = {(country, names[0]): beginning for country, beginning, names in states}
    for country, table in ABBREVIATED.items():
        words = table.split()
        found = collections.defaultdict(list)
        for letters, name in zip(words[::2], words[1::2]):
            found[letters].append(name)
        for letters, names in found.items():
            yield country, beginnings[country, letters], names
