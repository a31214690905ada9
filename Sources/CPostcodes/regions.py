"""Regions whose postcodes are told by GeoNames: their names, and how their codes begin."""

import collections
import math
import re
import unicodedata

# Codes of such a length are of one region or a few. What stands nearer than `NEAR` kilometres to a
# region may have its codes or give it its own: post is carried over borders.
DEPTH = 3
NEAR = 12

# Country, GeoNames' letters for its first divisions, ISO 3166-2 without the country, names.
DIVISIONS = """
AT 01 - Burgenland
AT 02 - Kärnten|Kaernten|Carinthia
AT 03 - Niederösterreich|Niederoesterreich|Lower Austria|NÖ
AT 04 - Oberösterreich|Oberoesterreich|Upper Austria|OÖ
AT 05 - Salzburg
AT 06 - Steiermark|Styria
AT 07 - Tirol|Tyrol
AT 08 - Vorarlberg
AT 09 - Wien|Vienna
CH AG AG Aargau|Argovie
CH AI AI Appenzell Innerrhoden|Appenzell Inner Rhodes
CH AR AR Appenzell Ausserrhoden|Appenzell Outer Rhodes
CH BE BE Bern|Berne|Berna
CH BL BL Basel-Landschaft|Baselland|Basel-Country|Bâle-Campagne
CH BS BS Basel-Stadt|Basel-City|Bâle-Ville
CH FR FR Fribourg|Freiburg
CH GE GE Genève|Geneva|Genf|Ginevra
CH GL GL Glarus|Glaris
CH GR GR Graubünden|Graubuenden|Grisons|Grigioni
CH JU JU Jura
CH LU LU Luzern|Lucerne
CH NE NE Neuchâtel|Neuenburg
CH NW NW Nidwalden|Nidwald
CH OW OW Obwalden|Obwald
CH SG SG St. Gallen|Sankt Gallen|Saint-Gall
CH SH SH Schaffhausen|Schaffhouse
CH SO SO Solothurn|Soleure
CH SZ SZ Schwyz|Schwytz
CH TG TG Thurgau|Thurgovie
CH TI TI Ticino|Tessin
CH UR UR Uri
CH VD VD Vaud|Waadt
CH VS VS Valais|Wallis
CH ZG ZG Zug|Zoug
CH ZH ZH Zürich|Zuerich|Zurich
DE BW BW Baden-Württemberg|Baden-Wuerttemberg
DE BY BY Bayern|Bavaria|Freistaat Bayern|Bavière|Baviera
DE BE BE Berlin
DE BB BB Brandenburg
DE HB HB Bremen|Freie Hansestadt Bremen
DE HH HH Hamburg|Freie und Hansestadt Hamburg
DE HE HE Hessen|Hesse
DE MV MV Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania
DE NI NI Niedersachsen|Lower Saxony
DE NW NW Nordrhein-Westfalen|North Rhine-Westphalia|NRW
DE RP RP Rheinland-Pfalz|Rhineland-Palatinate|RLP
DE SL SL Saarland
DE SN SN Sachsen|Saxony|Freistaat Sachsen
DE ST ST Sachsen-Anhalt|Saxony-Anhalt
DE SH SH Schleswig-Holstein
DE TH TH Thüringen|Thueringen|Thuringia|Freistaat Thüringen
ES AN AN Andalucía|Andalusia
ES AR AR Aragón|Aragon
ES CN CN Canarias|Islas Canarias|Canary Islands
ES CL CL Castilla y León|Castile and León
ES CM CM Castilla-La Mancha|Castile-La Mancha
ES CT CT Cataluña|Catalunya|Catalonia
ES EX EX Extremadura
ES GA - Galicia
ES PV PV País Vasco|Euskadi|Basque Country
ES VC VC Comunidad Valenciana|Comunitat Valenciana|Valencian Community
ES MD MD Comunidad de Madrid|Community of Madrid
FR 84 ARA Auvergne-Rhône-Alpes
FR 27 BFC Bourgogne-Franche-Comté
FR 53 BRE Bretagne|Brittany
FR 24 CVL Centre-Val de Loire
FR 94 - Corse|Corsica
FR 44 GES Grand Est
FR 32 HDF Hauts-de-France
FR 11 IDF Île-de-France|Ile-de-France
FR 28 NOR Normandie|Normandy
FR 75 NAQ Nouvelle-Aquitaine
FR 76 OCC Occitanie
FR 52 PDL Pays de la Loire
FR 93 PAC Provence-Alpes-Côte d'Azur|PACA
IT 01 - Abruzzo|Abruzzi
IT 02 - Basilicata
IT 03 - Calabria
IT 04 - Campania
IT 05 - Emilia-Romagna
IT 06 - Friuli-Venezia Giulia|Friuli Venezia Giulia
IT 07 - Lazio|Latium
IT 08 - Liguria
IT 09 - Lombardia|Lombardy
IT 10 - Marche
IT 11 - Molise
IT 12 - Piemonte|Piedmont
IT 13 - Puglia|Apulia
IT 14 - Sardegna|Sardinia
IT 15 - Sicilia|Sicily
IT 16 - Toscana|Tuscany
IT 17 - Trentino-Alto Adige|Trentino-Südtirol|Trentino-South Tyrol
IT 18 - Umbria
IT 19 - Valle d'Aosta|Aosta Valley|Vallée d'Aoste
IT 20 - Veneto
"""

# The regions that France had until 2015, by their départements.
FORMER = """
Alsace 67 68
Aquitaine 24 33 40 47 64
Auvergne 03 15 43 63
Basse-Normandie 14 50 61
Bourgogne 21 58 71 89
Champagne-Ardenne 08 10 51 52
Franche-Comté 25 39 70 90
Haute-Normandie 27 76
Languedoc-Roussillon 11 30 34 48 66
Limousin 19 23 87
Lorraine 54 55 57 88
Midi-Pyrénées 09 12 31 32 46 65 81 82
Nord-Pas-de-Calais 59 62
Picardie 02 60 80
Poitou-Charentes 16 17 79 86
Rhône-Alpes 01 07 26 38 42 69 73 74
"""

# Parts of France that GeoNames has as countries of their own.
OVERSEAS = {
    "GP": "971|Guadeloupe", "MQ": "972|Martinique", "GF": "973|Guyane|French Guiana",
    "RE": "974|La Réunion|Réunion", "YT": "976|Mayotte",
}

# Areas of British postcodes by nation; those over a border stand in both, and what belongs to no
# place (BFPO, BX, GIR) in all. A bare G is followed by a digit.
NATIONS = {
    "SCT|Scotland": "AB CA DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE",
    "WLS|Wales|Cymru": "CF CH GL HR LD LL NP SA SY TF",
    "NIR|Northern Ireland": "BT",
    "ENG|England": """
        AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DG DH DL DN DT DY E EC EN EX FY
        GL GU HA HD HG HP HR HU HX IG IP KT L LA LD LE LL LN LS LU M ME MK N NE NG NN NP NR NW OL OX
        PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA
        WC WD WF WN WR WS WV YO""",
}


def kilometres(one, other):
    """Good enough within a country."""
    north = (one[0] - other[0]) * 111.2
    east = (one[1] - other[1]) * 111.2 * math.cos(math.radians(one[0]))
    return math.hypot(north, east)


class Codes:
    """The codes of a country's regions."""

    def __init__(self, places, depth=DEPTH):
        """`places`: code, regions that it is in, and latitude and longitude."""
        self.depth = depth
        self.allowed = collections.defaultdict(set)  # By beginning.
        self.known = set()
        grid = collections.defaultdict(set)  # Regions and their places by tenths of a degree.
        for code, regions, at in places:
            grid[self.cell(at)].add((frozenset(regions), at))
        near = {}
        for code, regions, at in places:
            if at not in near:
                near[at] = self.regions_near(at, grid)
            self.add(code, regions | near[at])

    def add(self, code, regions):
        """Adds a code that may be one of regions; of none: nobody knows whose it is."""
        if regions:
            for size in range(self.depth + 1):
                self.known.add(code[:size])
                self.allowed[code[:size]] |= regions

    def widen(self):
        """Gives a region the beginnings beside its own."""
        own = {code: set(regions) for code, regions in self.allowed.items() if len(code) == self.depth}
        for code, regions in own.items():
            for beside in (int(code) - 1, int(code) + 1):
                other = str(beside).zfill(self.depth)
                if other in own:
                    self.add(other, regions)

    def regions(self):
        return self.allowed[""]

    @staticmethod
    def cell(at):
        return (math.floor(at[0] * 10), math.floor(at[1] * 10))

    def regions_near(self, at, grid):
        row, column = self.cell(at)
        near = set()
        for r in range(row - 1, row + 2):
            for c in range(column - 2, column + 3):
                for regions, place in grid.get((r, c), ()):
                    if not regions <= near and kilometres(at, place) < NEAR:
                        near |= regions
        return near

    def pattern(self, region, beginning=""):
        return self.pattern_of({region}, beginning)

    def pattern_of(self, regions, beginning=""):
        """The beginnings that the codes of regions may have, behind one; None for any, '' for no such.
        What begins like no known code may be of every region that it could be a gap in."""
        if beginning not in self.known:
            return None
        if not regions & self.allowed[beginning]:
            return ""
        if len(beginning) == self.depth:
            return None
        digits = collections.defaultdict(str)
        for digit in "0123456789":
            digits[self.pattern_of(regions, beginning + digit)] += digit
        if set(digits) == {None}:
            return None
        parts = []
        for rest, those in sorted(digits.items(), key=lambda item: item[1]):
            if rest != "":
                rest = rest or ""
                parts.append(self.one_of(those) + (f"({rest})" if "|" in rest else rest))
        return "|".join(parts)

    @staticmethod
    def one_of(digits):
        if len(digits) == 1:
            return digits
        runs = []
        for digit in digits:
            if runs and ord(digit) - ord(runs[-1][-1]) == 1:
                runs[-1] += digit
            else:
                runs.append(digit)
        return "[" + "".join(run if len(run) < 3 else f"{run[0]}-{run[-1]}" for run in runs) + "]"


def folded(name):
    """A name as look-ups compare it: without marks, spaces and punctuation, in small letters."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LN")


# Provinces whose borders were drawn anew in 2005, 2016 and 2025 have any code of their island.
REDRAWN = {("IT", province): "0[7-9]" for province in "CA CI MD NU OG OR OT SS SU VS".split()}


class Strays:
    """Codes of a country's regions that public lists have and a table of beginnings has not: enclaves,
    and places that are delivered from over the border."""

    def __init__(self, rows, lettered):
        """`rows`: GeoNames'. `lettered`: country, code, and the letters of a region."""
        self.lettered = collections.defaultdict(set)
        for country, code, letters in lettered:
            self.lettered[country, letters].add(re.sub("[ -]", "", code).upper())
        self.codes = collections.defaultdict(set)
        self.holders = collections.defaultdict(set)  # Names of a beginning's regions.
        for row in rows:
            # Provinces are a second division in some countries; elsewhere that is a county, which
            # may be named like another state.
            first = 5 if row[0] in ("ES", "IT", "PH") else 3
            for name in {folded(name) for name in row[first:first + 2] if name}:
                code = re.sub("[ -]", "", row[1]).upper()
                self.codes[row[0], name].add(code)
                self.holders[row[0], code[:3]].add(folded(row[first]))

    def beginning(self, country, beginning, letters, names):
        """How a region's codes begin, with those that stray."""
        if (country, letters) in REDRAWN:
            return REDRAWN[country, letters]
        known = re.compile(beginning.replace("#", r"\d"))
        found = {code for code in self.lettered[country, letters] if not known.match(code)}
        for name in names:
            if len(name) <= 3:  # Letters and numbers of a region may be another's here.
                continue
            for code in self.codes[country, folded(name)]:
                if not known.match(code):
                    alone = self.holders[country, code[:3]] == {folded(name)}
                    found.add(code[:3] if alone else code)
        return "|".join([beginning, *sorted(found)])


def regions(rows):
    """Country, how codes begin, and names, for each region. `rows`: GeoNames' postal codes."""
    places = collections.defaultdict(list)
    departments = {}
    former = {}
    for line in FORMER.strip().split("\n"):
        name, *parts = line.split(" ")
        former.update((part, name) for part in parts)
    for row in rows:
        country, code, _, _, first, second_name, second = row[:7]
        at = (float(row[9]), float(row[10]))
        if country in OVERSEAS:
            places["FR"].append((code, {OVERSEAS[country]}, at))
        elif country in ("AT", "CH", "DE", "ES", "FR", "IT") and first:
            own = {first}
            if country == "FR" and second:
                departments[second] = second_name
                own |= {"département " + second, former.get(second, first)}
            places[country].append((code, own, at))
    codes = {country: Codes(found) for country, found in places.items()}
    found = []

    def add(country, key, names):
        found.append((country, codes[country].pattern(key), names))

    for line in DIVISIONS.strip().split("\n"):
        country, key, iso, names = line.split(" ", 3)
        names = names.split("|")
        if country == "CH":
            names += ["Kanton " + names[0], "Canton " + names[-1]] + [
                "Canton " + ("d'" if name[0] in "AU" else "de ") + name for name in names]
        add(country, key, ([iso] if iso != "-" else []) + names)
    for name in sorted(set(former.values())):
        add("FR", name, [name])
    for number, name in sorted(departments.items()):
        add("FR", "département " + number, [number, name])
    for names in OVERSEAS.values():
        add("FR", names, names.split("|"))
    for names, areas in NATIONS.items():
        areas = [area if len(area) > 1 else area + "#" for area in areas.split()]
        found.append(("GB", "|".join(areas + ["BFPO", "BX", "GIR"]), names.split("|")))
    return found
