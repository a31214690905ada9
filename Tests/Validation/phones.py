"""Compares our verdicts on telephone numbers with those of PyPI's phonenumbers.

    Tests/Validation/run phones [--numbers N] [--mixed N] [--digits N] [--zones N] [--seed N] [ORACLE.tsv ...]
    Tests/Validation/run phones --write Tests/Fixtures/phone-examples.tsv

Numbers: all examples of the package (every region, type and code of no country, and its invalid
examples); drawn ones in odd spellings; a mixed set of valid and nearly valid ones as the package
itself writes them (its four formats, from abroad, for mobiles), with extensions, letters, exit codes
and trunk prefixes; and digits drawn over all regions. Compared are outcome, type, region, E.164 and
extension; every difference is printed. The default is 100,000 each and 1,000,000 of digits: some
minutes, nearly all of them the package's. ORACLE.tsv holds verdicts of the package that somebody
else wrote down (columns raw, default_region, parsed, possible, valid, type, region, e164, ext).

The time zones of the valid examples, and of valid numbers drawn over all prefixes that the package has
zones for, are compared with the package's, whose older names are read as the zones' present ones.

The packaged libphonenumber is compared too, on the examples and the mixed set. It is older: where the
package of its own version says the same, the reason is its metadata or parser, which is stated and not
held against anybody. What neither explains is printed as unexplained.
"""

import argparse
import collections
import csv
import os
import pathlib
import random
import subprocess
import sys
import time
import unicodedata

import phonenumbers
import phonenumbers.timezone
from phonenumbers.tzdata import TIMEZONE_DATA
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


# Numbers as the package writes them.

LETTERS = {digit: letters for digit, letters in zip("23456789", "ABC DEF GHI JKL MNO PQRS TUV WXYZ".split())}


def mixed(random, count):
    """Valid numbers and nearly valid ones, as the package itself writes them and as people do."""
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    known = [(region, number) for region in regions for kind in TYPES
             for number in [phonenumbers.example_number_for_type(region, kind)] if number is not None]
    known += [(region, number) for region in regions
              for number in [phonenumbers.invalid_example_number(region)] if number is not None]
    while count > 0:
        home, example = random.choice(known)
        number = phonenumbers.PhoneNumber()
        number.merge_from(example)
        digits = phonenumbers.national_significant_number(example)
        # Other digits behind those that decide about range and type: mostly still a number.
        kept = random.randrange(len(digits) + 1)
        tail = "".join(random.choices("0123456789", k=len(digits) - kept))
        tail = tail[:-1] if random.random() < 0.1 else tail + random.choice(["", "", "", "", "", "7"])
        national = (digits[:kept] + tail) or "0"
        number.national_number = int(national)
        number.italian_leading_zero = None
        number.number_of_leading_zeros = None
        zeros = len(national) - len(national.lstrip("0"))
        if zeros:
            number.italian_leading_zero = True
            number.number_of_leading_zeros = zeros
        if random.random() < 0.1:
            number.extension = str(random.randrange(1, 10 ** random.randint(1, 6)))
        yield spelt(random, home, number, regions)
        count -= 1


def spelt(random, home, number, regions):
    form = random.randrange(12)
    metadata = PhoneMetadata.metadata_for_region(home, None)
    if form < 4:
        text = phonenumbers.format_number(number, form)
        return (home if form == PhoneNumberFormat.NATIONAL or random.random() < 0.5 else "", text)
    if form < 6:
        abroad = random.choice(regions)
        return (abroad, phonenumbers.format_out_of_country_calling_number(number, abroad))
    if form == 6:
        abroad = random.choice(regions)
        return (abroad, phonenumbers.format_out_of_country_keeping_alpha_chars(number, abroad))
    if form == 7:
        return (home, phonenumbers.format_number_for_mobile_dialing(number, home, True) or "0")
    national = phonenumbers.national_significant_number(number)
    if form == 8:
        return (random.choice(regions), f"00{number.country_code}{national}")
    if form == 9:
        return (home, (metadata.national_prefix or "") + national)
    if form == 10:
        # 1-800-FLOWERS
        cut = random.randrange(len(national) + 1)
        word = "".join(random.choice(LETTERS.get(digit, digit)) for digit in national[cut:])
        return (home, (metadata.national_prefix or "") + national[:cut] + "-" + word)
    return (home, f"+{number.country_code} ({metadata.national_prefix or ''}){national}")


def digits(random, count):
    """Digits of any length, over all regions: with a code, as dialled at home, or bare."""
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    plans = []
    for region in regions:
        metadata = PhoneMetadata.metadata_for_region(region, None)
        starts = [number for kind in TYPES for example in [phonenumbers.example_number_for_type(region, kind)]
                  if example is not None for number in [phonenumbers.national_significant_number(example)]]
        plans.append((region, str(metadata.country_code), metadata.national_prefix or "", starts or ["1"]))
    for _ in range(count):
        region, code, prefix, starts = random.choice(plans)
        start = random.choice(starts)
        start = start[:random.choice((0, 0, 1, 2, 3, 4))]
        length = random.choice((random.randint(2, 17), len(random.choice(starts)), len(random.choice(starts))))
        national = start + "".join(random.choices("0123456789", k=max(1, length - len(start))))
        yield (region, (f"+{code}", prefix, "", code)[random.choice((0, 0, 1, 1, 2, 3))] + national)


# Comparison.

def compare(title, program, numbers, expectations):
    ours = verdicts(program, numbers)
    wrong = [(number, want, have)
             for number, want, have in zip(numbers, expectations, ours) if want != have]
    valid = sum(want[0] == str(VALID) for want in expectations)
    print(f"{title}: {len(numbers)} numbers, {valid} valid, {len(wrong)} differences")
    for (region, text), want, have in wrong:
        print(f"  {region or '--'} {text!r}: expected {want}, got {have}")
    assert len(ours) == len(numbers)
    return len(wrong)


def zoned(random, count):
    """Valid numbers behind all prefixes that the package has time zones for."""
    prefixes = sorted(TIMEZONE_DATA)
    lengths = {}
    for code, names in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items():
        for name in names:
            metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, name)
            lengths.setdefault(str(code), set()).update(metadata.general_desc.possible_length)
    while count > 0:
        prefix = random.choice(prefixes)
        code = next(prefix[:size] for size in (1, 2, 3) if prefix[:size] in lengths)
        national = prefix[len(code):]
        missing = random.choice(sorted(lengths[code])) - len(national)
        if missing <= 0:
            continue
        text = f"+{code}{national}" + "".join(random.choices("0123456789", k=missing))
        number = phonenumbers.parse(text)
        if phonenumbers.is_valid_number(number):
            yield phonenumbers.format_number(number, PhoneNumberFormat.E164)
            count -= 1


def compare_zones(program, numbers):
    sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "Sources/CPhone/plans"))
    from generate import current_zones
    numbers = sorted(set(numbers))
    answer = subprocess.run([program, "zones"], input="".join(number + "\n" for number in numbers).encode(),
                            capture_output=True, check=True)
    ours = answer.stdout.decode().split("\n")[:-1]
    wrong, single = 0, 0
    for number, have in zip(numbers, ours, strict=True):
        zones = phonenumbers.timezone.time_zones_for_number(phonenumbers.parse(number))
        want = "" if zones == (phonenumbers.timezone.UNKNOWN_TIMEZONE,) else " ".join(current_zones(zones))
        single += want != "" and " " not in want
        if want != have:
            wrong += 1
            print(f"  {number}: expected {want or 'none'}, got {have or 'none'}")
    print(f"time zones: {len(numbers)} numbers, {single} of one zone, {wrong} differences")
    return wrong


def write_examples(path):
    """Writes the examples with their verdicts, for the tests that run without Python."""
    lines = [f"# The examples of phonenumbers {phonenumbers.__version__}: region, text, outcome, type, "
             "region, E.164, extension. Made by Tests/Validation/phones.py --write."]
    for region, text in examples(forms=(PhoneNumberFormat.NATIONAL,)):
        lines.append("\t".join([region, text, *expected(region, text)]))
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def compare_library(title, program, numbers, every):
    """What the packaged library says otherwise, and why; the verdicts of the package of its version
    come from PHONES_OLD, where `run` has put it."""
    ours, theirs = verdicts(program, numbers), verdicts(program, numbers, "library")
    differences = [(number, mine, other)
                   for number, mine, other in zip(numbers, ours, theirs) if mine != other]
    print(f"{title}: the packaged libphonenumber differs on {len(differences)} of {len(numbers)} numbers")
    old = subprocess.run(
        [sys.executable, __file__, "", "--expect"], capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": os.environ["PHONES_OLD"]},
        input="".join(f"{region}\t{escaped(text)}\n" for (region, text), _, _ in differences).encode())
    version, *lines = old.stdout.decode().split("\n")[:-1]
    groups = collections.defaultdict(list)
    for difference, line in zip(differences, lines, strict=True):
        _, mine, other = difference
        reason = "unexplained"
        if tuple(line.split("\t")) == other:
            # The old package reads the number as we do, or as the library does, by its own plans.
            reason = f"numbering plans of {version}" if mine[3] == other[3] else f"{version} reads another number"
        groups[reason].append(difference)
    for reason, found in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        regions = collections.Counter(mine[2] or other[2] or "none" for _, mine, other in found)
        print(f"  {reason}: {len(found)} ("
              + ", ".join(f"{region} {count}" for region, count in regions.most_common()) + ")")
        for (region, text), mine, other in found if every else found[:5]:
            print(f"    {region or '--'} {text!r}: ours {mine}, packaged {other}")


def print_expected():
    """The package's version and verdicts about the numbers on standard input, for another version."""
    print(phonenumbers.__version__)
    for line in sys.stdin.read().split("\n")[:-1]:
        region, text = line.split("\t", 1)
        text = text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")
        print("\t".join(expected(region, text)))


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
    parser.add_argument("--expect", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--numbers", type=int, default=100_000)
    parser.add_argument("--mixed", type=int, default=100_000)
    parser.add_argument("--digits", type=int, default=1_000_000)
    parser.add_argument("--zones", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_261_121)
    parser.add_argument("oracles", nargs="*")
    arguments = parser.parse_intermixed_args()
    program = arguments.program
    if arguments.write:
        return write_examples(arguments.write)
    if arguments.expect:
        return print_expected()
    print(f"phonenumbers {phonenumbers.__version__}, seed {arguments.seed}")
    known = examples()
    wrong = compare("examples", program, known, [expected(*number) for number in known])
    for title, draw, count in (("odd spellings", drawn, arguments.numbers), ("mixed", mixed, arguments.mixed),
                               ("digits", digits, arguments.digits)):
        source = random.Random(arguments.seed)
        left = count
        while left > 0:
            some = list(draw(source, min(left, 100_000)))
            started = time.process_time()
            wrong += compare(title, program, some, [expected(*number) for number in some])
            print(f"  (the package took {(time.process_time() - started) / len(some) * 1e6:.0f} µs a number)",
                  flush=True)
            left -= len(some)
    wrong += compare_zones(program, [
        number for _, text in known if text.startswith("+")
        for number in ["".join(c for c in text if c in "+0123456789")]
        if phonenumbers.is_valid_number(phonenumbers.parse(number))
    ] + list(zoned(random.Random(arguments.seed), arguments.zones)))
    for path in arguments.oracles:
        wrong += compare_oracle(path, program)
    compare_library("examples", program, known, every=True)
    compare_library("mixed", program, list(mixed(random.Random(arguments.seed), arguments.mixed)), every=False)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
