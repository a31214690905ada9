"""Where the places lie that have an area code, and those that have a postcode: whether a number and a
postcode of one country are far apart."""

import collections
import importlib
import pkgutil
import re

import phonenumbers.geodata

import regions

# Calling codes and the languages that areas are named in, of countries whose plans tie an area's numbers
# to the area. Not FR (free since 2023), CH (kept everywhere since 2002), US and CA (kept by movers,
# and mobiles have them too), nor the countries without areas, or too small to be far from anything.
PLANS = {"AT": ("43", ["de"]), "DE": ("49", ["de"]), "ES": ("34", ["es"]), "GB": ("44", ["en"]),
         "IT": ("39", ["it"]), "PL": ("48", ["pl"]), "SE": ("46", ["sv"])}

# Kilometres around its middle that a beginning may reach; one that reaches farther is divided.
REACH = 40
# Digits of postcodes that are told apart, and how far from its neighbours an area may be: farther
# off it is another place of the name.
DEPTH, ASTRAY = 3, 120
# How many of the places of a name must lie together for the others to be namesakes.
MOST = 0.7

# Spain's areas are provinces, some of which have other names in GeoNames.
PROVINCES = {"Gerona": "Girona", "Lérida": "Lleida", "Orense": "Ourense", "Tenerife": "Santa Cruz de Tenerife", "Seville": "Sevilla",
             "Álmería": "Almería"}


def together(points):
    """Those places that lie together, if they are nearly all; else all."""
    some = points[:: max(1, len(points) // 100)]
    first = max(some, key=lambda point: sum(regions.kilometres(point, other) <= REACH for other in some))
    near = [point for point in points if regions.kilometres(first, point) <= REACH]
    return near if len(near) >= MOST * len(points) else points


def middle(points):
    """The middle of places and how far away from it they are."""
    north, east = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    return north, east, max(regions.kilometres((north, east), point) for point in points)


def areas():
    """Town by calling code and area code, in several languages."""
    towns = {}
    for module in pkgutil.iter_modules(phonenumbers.geodata.__path__):
        if re.fullmatch(r"data\d+", module.name):
            towns.update(importlib.import_module("phonenumbers.geodata." + module.name).data)
    return towns


def whereabouts(rows):
    """What is told of (A: an area code, P: a postcode), country, its beginning, the middle in hundredths of
    degrees, kilometres around it, and for areas a town."""
    towns = areas()
    for country, (calling_code, languages) in PLANS.items():
        own = [row for row in rows if row[0] == country]
        named, codes = collections.defaultdict(list), collections.defaultdict(list)
        for row in own:
            at = (float(row[9]), float(row[10]))
            named[regions.folded(row[2])].append(at)
            codes[re.sub("[ -]", "", row[1]).upper()].append(at)
        provinces = collections.defaultdict(list)
        for row in own:
            if country == "ES":
                provinces[regions.folded(row[5])].append((float(row[9]), float(row[10])))
        known = {}
        for code, names in towns.items():
            name = next((names[language] for language in languages if language in names), None)
            if not code.startswith(calling_code) or not name:
                continue
            town = re.split("[/,(]", PROVINCES.get(name, name))[0].strip()
            points = provinces.get(regions.folded(town)) or together(named.get(regions.folded(town), [(0, 0)]))
            if points != [(0, 0)] and (country == "ES" or middle(points)[2] <= REACH):
                known[code.removeprefix(calling_code)] = (points, town)
        yield from divided("A", country, "", without_strays(known))
        for code, points in sorted(lands(country, codes)):
            yield line("P", country, code, middle(points), "")


def without_strays(known):
    """The areas but for those that lie far from all whose codes begin alike."""
    middles = {code: middle(points)[:2] for code, (points, _) in known.items()}
    kept = {}
    for code, place in known.items():
        beside = [at for other, at in middles.items() if other != code and other[:2] == code[:2]]
        if not beside or min(regions.kilometres(middles[code], at) for at in beside) < ASTRAY:
            kept[code] = place
    return kept


def divided(kind, country, beginning, known):
    """The shortest beginnings whose places lie together."""
    inside = {code: place for code, place in known.items() if code.startswith(beginning)}
    if not inside:
        return
    reach = middle([at for points, _ in inside.values() for at in points])
    if beginning and (reach[2] <= REACH or beginning in inside):
        yield line(kind, country, beginning, reach, inside[min(inside, key=lambda code: (len(code), code))][1])
        return
    for digit in "0123456789":
        yield from divided(kind, country, beginning + digit, known)


def lands(country, codes):
    """Beginnings of postcodes and their places."""
    found = collections.defaultdict(list)
    for code, points in codes.items():
        # `E1` and `EH`: an area of one letter is told from others by its digit.
        beginning = re.match("[A-Z]{2}|[A-Z][0-9]", code).group() if country == "GB" else code[:DEPTH]
        found[beginning] += points
    return found.items()


def line(kind, country, beginning, reach, town):
    return kind, country, beginning, str(round(reach[0] * 100)), str(round(reach[1] * 100)), str(int(reach[2]) + 1), town
