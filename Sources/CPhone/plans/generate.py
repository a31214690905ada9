#!/usr/bin/env python3
"""Writes the numbering plans that CPhone is compiled with.

    pip install --upgrade phonenumbers && Sources/CPhone/plans/generate.py

Source: the metadata of libphonenumber as published in the Python package `phonenumbers`; its version
is written down with the plans and shown by `leadmill doctor`. The same version gives the same files.
"""

import pathlib
import struct
import sys
import unicodedata

import phonenumbers
from phonenumbers import PhoneMetadata, phonenumberutil
from phonenumbers.tzdata import TIMEZONE_DATA

from digit_graph import Graph, Patterns
from prefix_programs import program_of

HERE = pathlib.Path(__file__).parent

# Kinds of numbers in the order in which the library tries them, with their leadmill_phone_type.
KINDS = [
    ("premium_rate", 4), ("toll_free", 3), ("shared_cost", 5), ("voip", 6),
    ("personal_number", 7), ("pager", 8), ("uan", 9), ("voicemail", 10),
    ("fixed_line", 0), ("mobile", 1),
]
FIXED_LINE, FIXED_LINE_OR_MOBILE, UNKNOWN = 0, 2, 11


def kind_of(metadata, labels, length):
    """The type of a number that matches the patterns in `labels`, as the library decides it."""

    def fits(name):
        description = getattr(metadata, name)
        lengths = description.possible_length if description else ()
        return name in labels and (not lengths or length in lengths)

    if not fits("general_desc"):
        return UNKNOWN
    for name, kind in KINDS:
        if fits(name):
            if kind != FIXED_LINE:
                return UNKNOWN if name == "mobile" and same_pattern(metadata) else kind
            both = same_pattern(metadata) or fits("mobile")
            return FIXED_LINE_OR_MOBILE if both else FIXED_LINE
    return UNKNOWN


def same_pattern(metadata):
    return bool(metadata.same_mobile_and_fixed_line_pattern)


def add_calling_code(graph, plans):
    """A node from which digits lead to the region and type of a number."""
    patterns = Patterns()
    for index, metadata in enumerate(plans):
        for name in ["general_desc"] + [name for name, _ in KINDS]:
            description = getattr(metadata, name)
            if description is not None and description.national_number_pattern:
                patterns.add(description.national_number_pattern, (index, name))
        if metadata.leading_digits:
            patterns.add(rf"(?:{metadata.leading_digits})\d{{0,17}}", (index, "leading_digits"))

    def result_of(labels, length):
        for index, metadata in enumerate(plans):
            own = {name for at, name in labels if at == index}
            kind = kind_of(metadata, own, length)
            if len(plans) == 1:
                belongs = True
            elif metadata.leading_digits:
                belongs = "leading_digits" in own
            else:
                belongs = kind != UNKNOWN
            if belongs:
                return 1 + index * 12 + kind
        return 0

    return graph.add(patterns, result_of)


def add_general(graph, metadata):
    """A node from which digits lead to whether a number has the general form of its region."""
    patterns = Patterns()
    if metadata.general_desc.national_number_pattern:
        patterns.add(metadata.general_desc.national_number_pattern, "general")
    return graph.add(patterns, lambda labels, length: 1 if labels else 0)


def mask(lengths):
    return sum(1 << length for length in lengths if length > 0)


class Programs:
    def __init__(self):
        self.words = [0]
        self.known = {None: 0, "": 0}

    def add(self, pattern):
        """Where the program of a pattern begins; 0 for none."""
        if pattern not in self.known:
            words, groups = program_of(pattern)
            self.words.append(groups)
            self.known[pattern] = len(self.words)
            self.words += words
        return self.known[pattern]


def ranges_of(matches):
    """First and last code points of all ranges beyond ASCII whose characters match."""
    ranges = []
    for code in range(0x80, sys.maxunicode + 1):
        if matches(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return ranges


# What the IANA time zone database calls zones now that the package has by an older name; Debian has
# older names in a package of its own.
ZONE_NAMES = {
    "Africa/Asmera": "Africa/Asmara", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk", "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Choibalsan": "Asia/Ulaanbaatar", "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon", "Atlantic/Faeroe": "Atlantic/Faroe",
    "Pacific/Enderbury": "Pacific/Kanton", "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}


def current_zones(zones):
    """The zones by their present names, each once, in their order."""
    return list(dict.fromkeys(ZONE_NAMES.get(zone, zone) for zone in zones))


def write_zones(version):
    """The time zones of numbers by their longest prefix that is known."""
    prefixes = {int(prefix): " ".join(current_zones(zones)) for prefix, zones in TIMEZONE_DATA.items()}
    assert max(prefixes) < 10**9, "time_zones.cpp looks at nine digits"
    sets = sorted(set(prefixes.values()))
    place = {zones: index for index, zones in enumerate(sets)}
    entries = [f"{{{prefix}, {place[zones]}}}," for prefix, zones in sorted(prefixes.items())]
    mobile = sorted(phonenumberutil._GEO_MOBILE_COUNTRIES)
    lines = [f"// Made by plans/generate.py from the time zones of phonenumbers {version}; not edited by hand.",
             "static const char *const zone_sets[] = {", *(f'    "{zones}",' for zones in sets), "};",
             "static const ZonePrefix zone_prefixes[] = {",
             *("    " + " ".join(entries[at:at + 6]) for at in range(0, len(entries), 6)), "};",
             "// Calling codes whose mobile numbers belong to a place.",
             "static const int codes_of_placed_mobiles[] = {" + ", ".join(map(str, mobile)) + "};"]
    (HERE / "zones.inc").write_text("\n".join(lines) + "\n")


def main():
    graph, programs = Graph(), Programs()
    regions, codes = [], []
    for code, names in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()):
        plans = [PhoneMetadata.metadata_for_region_or_calling_code(code, name) for name in names]
        start = add_calling_code(graph, plans)
        codes.append((code, len(regions), len(names), start))
        for name, metadata in zip(names, plans):
            general = metadata.general_desc
            rule = (metadata.national_prefix_transform_rule or "").replace("\\", "\\\\")
            regions.append(
                f'{{"{name}", {code}, {mask(general.possible_length):#x}, '
                f"{mask(general.possible_length_local_only):#x}, {add_general(graph, metadata)}, "
                f"{programs.add(metadata.national_prefix_for_parsing)}, "
                f'{programs.add(metadata.international_prefix)}, "{rule}"}},')
    version = phonenumbers.__version__
    note = f"// Made by plans/generate.py from the metadata of phonenumbers {version}; not edited by hand."
    lines = [note, f'static const char plans_version[] = "{version}";',
             "static const RegionPlan regions[] = {", *("    " + region for region in regions), "};",
             "static const CallingCode calling_codes[] = {",
             *("    {%d, %d, %d, %d}," % entry for entry in codes), "};"]
    (HERE / "regions.inc").write_text("\n".join(lines) + "\n")

    write_zones(version)

    rows = [word for result, targets in graph.nodes for word in (*targets, result)]
    (HERE / "graph.bin").write_bytes(struct.pack(f"<{len(rows)}H", *rows))
    words = programs.words
    (HERE / "prefixes.bin").write_bytes(struct.pack(f"<{len(words)}H", *words))

    zeros = [code for code in range(0x80, sys.maxunicode + 1)
             if unicodedata.category(chr(code)) == "Nd" and unicodedata.digit(chr(code)) == 0]
    words = ranges_of(lambda character: unicodedata.category(character)[0] in "LN")
    unicode = unicodedata.unidata_version
    lines = [f"// Made by plans/generate.py from Unicode {unicode}; not edited by hand.",
             "// The zeros of all decimal digits beyond ASCII; nine more follow each.",
             "static const uint32_t decimal_zeros[] = {",
             *("    " + ", ".join(f"{zero:#x}" for zero in zeros[at:at + 8]) + ","
               for at in range(0, len(zeros), 8)), "};",
             "// Letters and numbers beyond ASCII: first and last of each range.",
             "static const uint32_t letters_and_numbers[][2] = {",
             *("    " + " ".join("{%#x, %#x}," % tuple(pair) for pair in words[at:at + 4])
               for at in range(0, len(words), 4)), "};"]
    (HERE / "characters.inc").write_text("\n".join(lines) + "\n")
    print(f"phonenumbers {version}: {len(regions)} plans, {len(graph.nodes)} nodes")


if __name__ == "__main__":
    main()
