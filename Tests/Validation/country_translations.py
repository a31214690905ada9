"""Writes Sources/Bytes/CountryNames+Translated.swift: official and inverted names of countries in the
languages of ingest.

    Tests/Validation/run country_translations > Sources/Bytes/CountryNames+Translated.swift

Source: the translations of ISO 3166-1 in Debian's iso-codes, which PyPI's pycountry ships. Names that
the other tables have, and those that the words of their names tell already (`CountryWords`), are left
out, as are names of two countries.
"""
import gettext
import pathlib
import re
import textwrap
import unicodedata
from importlib.metadata import version

import pycountry

LANGUAGES = ["de", "fr", "es", "it", "pt", "pt_BR", "nl"]
TABLES = ["CountryNames.swift", "CountryNames+Further.swift", "CountryNames+Official.swift"]
FOLDER = pathlib.Path("Sources/Bytes")
WORDS = pathlib.Path("Sources/Validation/Places/CountryWords.swift")


def folded(text):
    text = text.casefold().replace("ß", "ss").replace("æ", "ae").replace("ø", "o")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub("['’`]", "", text).replace("&", " and ")).split())


def vocabulary():
    """The small words, the words of forms of state and their meanings, as CountryWords has them."""
    code = WORDS.read_text(encoding="utf-8")

    def section(name):
        return code.split(f"static let {name}", 1)[1].split("\n  ]", 1)[0].split("= [", 1)[1]

    meanings = {word: re.findall(r'"(.*?)"', means) for word, means in re.findall(
        r'"(.*?)": \[(.*?)\]', section("meanings"))}
    for line in code.split('translations = """', 1)[1].split('"""', 1)[0].splitlines():
        word, _, others = line.strip().partition(": ")
        for other in others.split():
            meanings[other] = [word]
    return (set(re.findall(r'"(.*?)"', section("small"))),
            set(re.findall(r'"(.*?)"', section("forms"))), meanings)


def main():
    small, forms, meanings = vocabulary()

    def words(name):
        name = re.sub("([dlDL])['’]", r"\1 ", name)
        return frozenset(meaning for word in folded(name).split()
                         for meaning in meanings.get(word, [word])) - small

    known, whole, bare = {}, {}, {}

    def add(name, code):
        known.setdefault(folded(name), set()).add(code)
        whole.setdefault(words(name), set()).add(code)
        bare.setdefault(words(name) - forms, set()).add(code)

    for table in TABLES:
        for line in (FOLDER / table).read_text(encoding="utf-8").splitlines():
            if entry := re.match(r"\s+([A-Z]{2}) (.*)$", line):
                for name in entry.group(2).split("|"):
                    add(name, entry.group(1))
    found = {}
    for language in LANGUAGES:
        text = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language]).gettext
        for country in pycountry.countries:
            for key in ("name", "official_name", "common_name"):
                name = getattr(country, key, None)
                if name and text(name) != name:
                    found.setdefault(text(name), set()).add(country.alpha_2)
    entries, seen = [], set()
    for name, codes in found.items():
        key = folded(name)
        if len(codes) > 1 or key in seen or key in known:
            continue
        rest = words(name) - forms
        if whole.get(words(name)) == codes:
            continue
        if rest and rest != words(name) and bare.get(rest) == codes:
            continue
        if whole.get(words(name)) or "|" in name:
            continue
        seen.add(key)
        entries.append((min(codes), name))
    print("extension CountryNames {")
    print(f"  /// Official names of ISO 3166-1 in the languages of ingest, of pycountry {version('pycountry')}: the code,")
    print("  /// a space, and names divided by bars. Written by Tests/Validation/country_translations.py.")
    print('  static let translated = """')
    for code in sorted({code for code, _ in entries}):
        line = f"    {code} "
        for name in sorted(name for other, name in entries if other == code):
            if len(line) + len(name) > 98 and not line.endswith(f" {code} "):
                print(line.rstrip("|"))
                line = f"    {code} "
            line += name + "|"
        print(line.rstrip("|"))
    print('    """')
    print("}")


main()
