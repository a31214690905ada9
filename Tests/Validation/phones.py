"""Compares our verdicts on telephone numbers with those of PyPI's phonenumbers.

    Tests/Validation/run phones [--numbers N] [--seed N] [ORACLE.tsv ...]
    Tests/Validation/run phones --write Tests/Fixtures/phone-examples.tsv

Numbers: all examples of the package (every region, type and code of no country, and its invalid
examples), then drawn ones in many spellings. Compared are outcome, type, region, E.164 and extension.
ORACLE.tsv holds verdicts of the package that somebody else wrote down (columns raw, default_region,
parsed, possible, valid, type, region, e164, ext).

The packaged libphonenumber is compared too: what it says otherwise comes from its older metadata or
parser, and is counted, with examples, not held against anybody.
"""

import argparse
import collections
import csv
import pathlib
import random
import subprocess
import sys
import time
import unicodedata

import phonenumbers
from phonenumbers import (
    NumberParseException, PhoneMetadata, PhoneNumberFormat, PhoneNumberType, ValidationResult)

NOT_A_NUMBER, NO_COUNTRY, TOO_SHORT, TOO_LONG, WRONG_LENGTH, POSSIBLE, VALID, LOCAL_ONLY = range(8)
PARSE_OUTCOMES = {
    NumberParseException.INVALID_COUNTRY_CODE: NO_COUNTRY,
    NumberParseException.NOT_A_NUMBER: NOT_A_NUMBER,
    NumberParseException.TOO_SHORT_AFTER_IDD: TOO_SHORT,
    NumberParseException.TOO_SHORT_NSN: TOO_SHORT,
    NumberParseException.TOO_LONG: TOO_LONG,
}
LENGTH_OUTCOMES = {
    ValidationResult.IS_POSSIBLE: POSSIBLE,
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: LOCAL_ONLY,
    ValidationResult.TOO_SHORT: TOO_SHORT,
    ValidationResult.TOO_LONG: TOO_LONG,
    ValidationResult.INVALID_LENGTH: WRONG_LENGTH,
    ValidationResult.INVALID_COUNTRY_CODE: NO_COUNTRY,
}
TYPES = [kind for kind in PhoneNumberType.values() if kind != PhoneNumberType.UNKNOWN]
UNKNOWN = 11


def expected(region, text):
    """The package's verdict as phone_verdicts prints it."""
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException as error:
        return (str(PARSE_OUTCOMES[error.error_type]), str(UNKNOWN), "", "", "")
    home = phonenumbers.region_code_for_number(number) or ""
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    kind = UNKNOWN
    if phonenumbers.is_valid_number(number):
        outcome, kind = VALID, phonenumbers.number_type(number)
    else:
        outcome = LENGTH_OUTCOMES[phonenumbers.is_possible_number_with_reason(number)]
    home = "" if home == "001" else home
    # The package keeps an extension's digits as written; ours are ASCII.
    extension = "".join(str(unicodedata.digit(digit)) for digit in number.extension or "")
    return (str(outcome), str(kind), home, e164, extension)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def verdicts(program, numbers, *arguments):
    lines = "".join(f"{region}\t{escaped(text)}\n" for region, text in numbers)
    answer = subprocess.run(
        [program, *arguments], input=lines.encode(), capture_output=True, check=True)
    return [tuple(line.split("\t")) for line in answer.stdout.decode().split("\n")[:-1]]


# Numbers that the package gives as examples.

def examples(forms=(0, 1, 2, 3)):
    numbers = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        found = [phonenumbers.invalid_example_number(region)]
        found += [phonenumbers.example_number_for_type(region, kind) for kind in TYPES]
        for number in found:
            if number is not None:
                for form in forms:
                    numbers.append((region, phonenumbers.format_number(number, form)))
                if len(forms) > 1:
                    numbers.append(("", phonenumbers.format_number(number, PhoneNumberFormat.E164)))
    for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        metadata = PhoneMetadata.metadata_for_nongeo_region(code)
        for name in ("general_desc", "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost",
                     "voip", "personal_number", "pager", "uan", "voicemail"):
            description = getattr(metadata, name)
            if description is not None and description.example_number:
                numbers.append(("", f"+{code}{description.example_number}"))
        number = phonenumbers.example_number_for_non_geo_entity(code)
        numbers += [("US", phonenumbers.format_number(number, form)) for form in (0, 1, 3)]
    return numbers


# Drawn numbers.

EXTENSIONS = [
    "x{}", " x{}", "ext. {}", " ext {}", " extn. {}", ";ext={}", " extension {}", " extensión {}",
    "#{}", " #{}", " - {}#", ",{}", ",,{}", ";{}", " int {}", " anexo {}", " доб. {}", "～{}", "ｘ{}",
    " xtn {}", " Ext:{}", "~{}", " ｅｘｔｎ {}", "/x{}", " x{}/x9", " EXTENSIO\u0301N {}", " ext{}#",
]
SEPARATORS = [" ", "-", ".", "/", "  ", "\u00a0", "\u2011", "\u3000", " - ", "~", "\u2060", "\u00ad", "x"]
NOISE = ["Tel: ", "tel:", "Fon ", "(", "[", "+", "0", "00", "011", "\u200e", "m: ", "'", "++", "＋", "~"]
TAILS = [" ", ".", ")", " (work)", "\u202c", " -", "#", "*", " m", "日本", ";", "\n", ";isub=12", "_", "²"]
SCRIPTS = [0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE]
ODD = "İıſKóéßØ٪🙂€"


def drawn(random, count):
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    patterns = {}
    for region in regions:
        metadata = PhoneMetadata.metadata_for_region(region, None)
        patterns[region] = [
            number for name in ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "voip",
                                "personal_number", "pager", "uan", "voicemail")
            if getattr(metadata, name) is not None
            for number in [getattr(metadata, name).example_number] if number]
    for _ in range(count):
        yield one(random, regions, patterns)


def one(random, regions, patterns):
    home = random.choice(regions)
    metadata = PhoneMetadata.metadata_for_region(home, None)
    national = random.choice(patterns[home] or ["123456"])
    for _ in range(random.choice((0, 1, 2, 4, 12))):
        at = random.randrange(len(national))
        if random.random() < 0.15:
            national = national[:at] + national[at + 1:] or "1"
        elif random.random() < 0.15:
            national = national[:at] + random.choice("0123456789") + national[at:]
        else:
            at = max(at, random.randrange(len(national)))
            national = national[:at] + random.choice("0123456789") + national[at + 1:]
    code = str(metadata.country_code)
    prefix = metadata.national_prefix or ""
    form = random.randrange(14)
    if form < 4:
        text = "+" + code + national
    elif form < 8:
        text = prefix + national
    elif form < 9:
        text = national
    elif form < 10:
        text = random.choice(("00", "011", "0011", "810", "001")) + code + national
    elif form < 11:
        text = code + national
    elif form < 12:
        text = f"+{code}({prefix}){national}" if prefix else f"+{code} {national}"
    elif form < 13:
        text = f"tel:{national};phone-context=" + random.choice(
            (f"+{code}", "example.com", f"+{code}-1", "+", "", "1.2", "a.b-c.", "-a", "+44;x=1"))
    else:
        text = "+" + str(random.randrange(1, 1000)) + national
    region = home if random.random() < 0.7 else random.choice(regions + ["", "ZZ"])
    for _ in range(random.choice((0, 0, 1, 2, 4))):
        at = random.randrange(1, len(text) + 1)
        text = text[:at] + random.choice(SEPARATORS) + text[at:]
    if random.random() < 0.15:
        text += random.choice(EXTENSIONS).format(random.randrange(10 ** random.randint(1, 10)))
    if random.random() < 0.08:
        text = random.choice(NOISE) + text
    if random.random() < 0.08:
        text += random.choice(TAILS)
    if random.random() < 0.05:
        zero = random.choice(SCRIPTS)
        text = "".join(chr(zero + int(c)) if c in "0123456789" else c for c in text)
    if random.random() < 0.05:
        at = random.randrange(len(text))
        text = text[:at] + "".join(random.choices("ABCxyzKıſ", k=random.randint(1, 5))) + text[at:]
    if random.random() < 0.03:
        at = random.randrange(len(text))
        text = text[:at] + random.choice(ODD) + text[at:]
    if random.random() < 0.01:
        text = text + " " * 300 if random.random() < 0.5 else text * 12
    return (region, text)


# Comparison.

def compare(title, program, numbers, expectations):
    ours = verdicts(program, numbers)
    wrong = [(number, want, have)
             for number, want, have in zip(numbers, expectations, ours) if want != have]
    valid = sum(want[0] == str(VALID) for want in expectations)
    print(f"{title}: {len(numbers)} numbers, {valid} valid, {len(wrong)} differences")
    for (region, text), want, have in wrong[:20]:
        print(f"  {region or '--'} {text!r}: expected {want}, got {have}")
    assert len(ours) == len(numbers)
    return len(wrong)


def write_examples(path):
    """Writes the examples with their verdicts, for the tests that run without Python."""
    lines = [f"# The examples of phonenumbers {phonenumbers.__version__}: region, text, outcome, type, "
             "region, E.164, extension. Made by Tests/Validation/phones.py --write."]
    for region, text in examples(forms=(PhoneNumberFormat.NATIONAL,)):
        lines.append("\t".join([region, text, *expected(region, text)]))
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def compare_library(title, program, numbers):
    ours, theirs = verdicts(program, numbers), verdicts(program, numbers, "library")
    places = collections.defaultdict(list)
    for number, mine, other in zip(numbers, ours, theirs):
        if mine != other:
            places[mine[2] or other[2] or "none"].append((number, mine, other))
    count = sum(map(len, places.values()))
    print(f"{title}: the packaged libphonenumber differs on {count} of {len(numbers)} numbers")
    for place, found in sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))[:60]:
        (region, text), mine, other = found[0]
        print(f"  {place} {len(found)}: {region or '--'} {text!r}: ours {mine}, packaged {other}")


def compare_oracle(path, program):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    numbers = [(row["default_region"], row["raw"]) for row in rows]
    names = {PhoneNumberType.to_string(kind): str(kind) for kind in TYPES}
    wrong = 0
    for row, have in zip(rows, verdicts(program, numbers)):
        outcome = int(have[0])
        mine = (str(int(have[3] != "")), str(int(outcome in (VALID, POSSIBLE, LOCAL_ONLY))),
                str(int(outcome == VALID)), have[1], have[2], have[3], have[4])
        want = (row["parsed"], row["possible"], row["valid"], names.get(row["type"], str(UNKNOWN)),
                row["region"].replace("001", "").replace("ZZ", ""), row["e164"], row["ext"])
        if mine != want:
            wrong += 1
            if wrong <= 20:
                print(f"  {row['default_region']} {row['raw']!r}: expected {want}, got {mine}")
    print(f"{path}: {len(rows)} numbers, {wrong} differences")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", help="phone_verdicts, which `run` builds")
    parser.add_argument("--write", metavar="FILE", help="only write the examples, as a fixture")
    parser.add_argument("--numbers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_261_121)
    parser.add_argument("oracles", nargs="*")
    arguments = parser.parse_intermixed_args()
    program = arguments.program
    if arguments.write:
        return write_examples(arguments.write)
    print(f"phonenumbers {phonenumbers.__version__}, seed {arguments.seed}")
    known = examples()
    wrong = compare("examples", program, known, [expected(*number) for number in known])
    source = random.Random(arguments.seed)
    left = arguments.numbers
    while left > 0:
        some = list(drawn(source, min(left, 100_000)))
        started = time.process_time()
        wrong += compare("drawn", program, some, [expected(*number) for number in some])
        print(f"  (the package took {(time.process_time() - started) / len(some) * 1e6:.0f} µs a number)", flush=True)
        left -= len(some)
    for path in arguments.oracles:
        wrong += compare_oracle(path, program)
    compare_library("examples", program, known)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
