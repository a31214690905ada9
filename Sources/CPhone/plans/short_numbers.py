#!/usr/bin/env python3
"""Writes the table of short numbers that Phone is compiled with.

    pip install --upgrade phonenumbers && Sources/CPhone/plans/short_numbers.py

Source: the metadata of libphonenumber's short numbers as published in the Python package
`phonenumbers`. The same version gives the same file.

Patterns are written out: figures, `[02]` for one of several, `x` for any. Left out is what a number
without its area code, or one that was cut, may be too: what says no more than a length and a first
figure, and of four figures and more what does not begin with 1 (shops' codes for text messages).
"""

import itertools
import pathlib
import re
from re import _parser

import phonenumbers
from phonenumbers import PhoneMetadata
from phonenumbers.shortdata import _AVAILABLE_REGION_CODES

TABLE = pathlib.Path(__file__).parents[2] / "Phone" / "ShortNumberTable.swift"
DIGITS = frozenset("0123456789")
# One place of a written pattern.
ONE = r"(?:\[\d+\]|[\dx])"


def places(token):
    """All texts of a part of a pattern, each as one set of figures a place."""
    kind, value = str(token[0]), token[1]
    if kind == "LITERAL":
        return [[frozenset(chr(value))]]
    if kind == "IN":
        found = set()
        for name, part in value:
            if str(name) == "LITERAL":
                found.add(chr(part))
            elif str(name) == "RANGE":
                found |= {chr(code) for code in range(part[0], part[1] + 1)}
            else:
                found |= DIGITS
        return [[frozenset(found)]]
    if kind == "BRANCH":
        return [text for branch in value[1] for text in texts(branch)]
    if kind == "SUBPATTERN":
        return texts(value[-1])
    if kind == "MAX_REPEAT":
        least, most, part = value
        return [
            sum(choice, []) for count in range(least, most + 1)
            for choice in itertools.product(texts(part), repeat=count)]
    raise ValueError(kind)


def texts(tokens):
    found = [[]]
    for token in tokens:
        found = [before + more for before in found for more in places(token)]
    return found


def written(text):
    return "".join(
        "x" if place == DIGITS else min(place) if len(place) == 1 else f"[{''.join(sorted(place))}]"
        for place in text)


def patterns(description):
    if not description or not description.national_number_pattern:
        return []
    lengths = description.possible_length
    return sorted({
        written(text) for text in texts(_parser.parse(description.national_number_pattern))
        if (not lengths or len(text) in lengths)
        and (sum(len(place) == 1 for place in text) >= 2 or DIGITS not in text)})


lines = []
for region in sorted(_AVAILABLE_REGION_CODES):
    metadata = PhoneMetadata.short_metadata_for_region(region)
    emergencies = patterns(metadata.emergency)
    others = [
        text for text in patterns(metadata.short_code)
        if text not in emergencies and (text[0] == "1" or re.fullmatch(ONE * 3, text))]
    lines.append(f"    {region} {' '.join(emergencies)};{' '.join(others)}")
TABLE.write_text(
    f"""// Written by Sources/CPhone/plans/short_numbers.py from libphonenumber {phonenumbers.__version__}.

/// Numbers of each country that are dialled as they are: for emergencies, then for services.
enum ShortNumberTable {{
  static let text = \"\"\"
"""
    + "\n".join(lines) + "\n    \"\"\"\n}\n")
