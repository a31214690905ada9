"""Compares our verdicts on e-mail addresses with the suites that others published.

    Tests/Validation/run emails [FOLDER] [--leadmill BINARY]

The suites: those in the sources of Django, marshmallow, validators, WTForms and jsonschema (the JSON
Schema test suite), which `run` fetches, and those in FOLDER: isemail_cases.jsonl (Dominic Sayers'
isemail: suite, id, address, category, diagnosis), email_validator_cases.jsonl (the cases of PyPI's
email-validator: test, email, expected), and any other NAME.jsonl (address, valid, note). Every
address goes through `leadmill check --stream`, once by the policy that is shipped and once by one
that takes all that the standards take (quoted names, address literals, comments).

An address of isemail's is expected to be taken where SMTP can carry it: ISEMAIL_VALID_CATEGORY,
ISEMAIL_DNSWARN (no question about DNS is asked here) and ISEMAIL_RFC5321. Of email-validator the
verdict and the normalised address (name as normalised, domain in A-labels) are expected.

Each difference is listed with what justifies it. Exit 1 when one has no justification.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

from outside import email_suites

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What justifies a difference, in the order in which it is looked for.
SPACE = ("white space at the ends is not part of a cell's value (RFC 5322 3.2.2: folding white space "
         "has no meaning); the bare address is kept")
LITERAL = ("policy email.address_literals: a mail server by number is legal (RFC 5321 4.1.3) and a "
           "mistake in a list of leads; refused with VAL101")
SINGLE = ("a domain of one label: RFC 5321 2.3.5 asks for a fully-qualified domain name, and top-level "
          "domains take no mail (RFC 7085, SAC 053)")
NUMERIC = ("a top-level domain is alphabetic or an A-label (RFC 1123 2.1, RFC 3696 2): no such address "
           "can be delivered to")
GROUPS = ("'::' for a single group: the grammar of RFC 5321 4.1.3 lets it stand for two groups or more "
          "(at most 6 beside it)")
FAKE = "an 'xn--' label that is no A-label (RFC 5890 2.3.2.1, RFC 5891 5.3)"
NAME = ("a display name and angle brackets are taken off (RFC 5322 3.4) and told in VAL011; "
        "email-validator does so by the option allow_display_name")
RESERVED = ("a reserved domain (RFC 2606, RFC 6761) is well-formed; it is kept and told in VAL014")
UTF8 = ("letters outside ASCII are allowed by RFC 6531 and told in VAL107; the case is for those who take "
        "none")
LENGTH = ("lengths count in the form that is kept and sent (normal form C, domain in A-labels: "
          "RFC 5321 4.5.3.1, RFC 6531 3.3), and there it is at most 254 octets")
EMPTY = ("the case is for email-validator's option allow_empty_local, for addresses such as '@domain' "
         "in aliases; RFC 5321 4.1.2 asks for a name")
DOMAIN_LITERAL_OPTION = "the case is for email-validator's default, which refuses address literals"
COMMENT = ("policy email.comments: comments and blanks beside the parts are RFC 5322's (3.2.2, 4.4), not "
           "RFC 5321's: refused with the bare address as suggestion, or taken out and told in VAL102")
QUOTED = ("policy email.quoted_names: a name in quotation marks is legal (RFC 5321 4.1.2); it is kept and "
          "told in VAL100")
ESCAPED = ("a backslash stands in quotation marks alone (RFC 5321 4.1.2; RFC 3696's examples without them "
           "were withdrawn, erratum 246)")
CONTROL = "no tab or other control character in quotation marks (RFC 5321 4.1.2: %d32-126)"
WORDS = "quoted words joined by dots are RFC 5322's obsolete form (4.4), not RFC 5321's"
ROUTE = "source routes are obsolete (RFC 5321 appendix C)"
OTHER_LITERAL = "brackets hold an IP address with its tag (RFC 5321 4.1.3); RFC 822's other names are gone"
ENDING = "a top-level domain that does not exist is told in VAL103; a new one may exist tomorrow"
MAPPED = ("letters of another width or case are mapped as UTS 46 (RFC 5895) does, and the address is kept "
          "in ASCII")
UNDERSCORE = "the case is for an option; host names have no underscore (RFC 1123 2.1, RFC 5321 4.1.2)"
SYMBOL = "symbols are in no internationalised domain name (RFC 5892 2.1)"
TOO_LONG = "an address has at most 254 octets (RFC 5321 4.5.3.1.3, erratum 1690 of RFC 3696)"


def reason(address, expected, got, codes, diagnosis, test):
    """Why our verdict differs; None when nothing justifies it."""
    bare = address.strip(" \t\r\n\v\f")
    inner = bare[bare.rfind("<") + 1:-1] if bare.endswith(">") else bare
    domain = inner.rsplit("@", 1)[-1]
    if got is not None and expected is None:
        return reason_taken(address, bare, domain, got, codes, test)
    if got is None:
        return reason_refused(inner, domain, codes, test)
    return None


def reason_taken(address, bare, domain, got, codes, test):
    if "VAL102" in codes:
        return COMMENT
    if bare != address and "@" in bare and got.rsplit("@", 1)[0] == bare.rsplit("@", 1)[0]:
        return SPACE
    if "VAL011" in codes and "<" in address:
        return NAME
    if "VAL014" in codes:
        return RESERVED
    if "VAL107" in codes:
        return UTF8
    if test == "test_email_invalid_syntax" and len(address) > 240 and len(got.encode()) <= 254:
        return LENGTH
    if test and domain.startswith("[") and "VAL101" in codes:
        return DOMAIN_LITERAL_OPTION
    if "VAL103" in codes:
        return ENDING
    if "VAL100" in codes:
        return QUOTED
    if got.isascii() and not domain.isascii():
        return MAPPED
    return None


def reason_refused(inner, domain, codes, test):
    last = domain.rsplit(".", 1)[-1]
    if "VAL102" in codes:
        return COMMENT
    if "VAL101" in codes:
        return LITERAL
    if domain.lower().startswith("[ipv6:") and seven_groups(domain[6:-1]):
        return GROUPS
    if domain.startswith("[") and not re.match(r"\[(\d|IPv6:)", domain, re.IGNORECASE):
        return OTHER_LITERAL
    if inner.startswith("@") and "empty_local" in test:
        return EMPTY
    if inner.startswith("@") and ":" in inner:
        return ROUTE
    if inner.startswith('"') and re.search(r'"\."', inner):
        return WORDS
    if inner.startswith('"') and re.search(r"[\x00-\x1f\x7f]", inner):
        return CONTROL
    if re.search(r'^[^"]*\\', inner):
        return ESCAPED
    if re.search(r"^\s|\s$|\s[@.]|[@.]\s|\s\(|\)\s", inner):
        return COMMENT
    if re.fullmatch(r"[^.@\[\]]+", domain):
        return SINGLE
    if re.search(r"[0-9-]", last) and not last.lower().startswith("xn--"):
        return NUMERIC
    if "xn--" in domain.lower():
        return FAKE
    if "_" in domain:
        return UNDERSCORE
    if any(unicodedata.category(letter) == "So" for letter in domain):
        return SYMBOL
    if len(inner.encode()) > 254:
        return TOO_LONG
    return None


def seven_groups(text):
    """Whether '::' stands beside seven groups of 16 bits."""
    if text.count("::") != 1:
        return False
    groups = [part for part in text.replace("::", ":").split(":") if part]
    return len(groups) + sum("." in part for part in groups) == 7


def check(binary, folder, addresses):
    lines = "".join(json.dumps({"email": address}) + "\n" for address in addresses)
    result = subprocess.run(
        [binary, "check", "--stream", "--as-of", "2026-11-02", "--config", str(folder)],
        input=lines, text=True, capture_output=True)
    answers = [json.loads(line) for line in result.stdout.split("\n") if line]
    if len(answers) != len(addresses):
        sys.exit(f"leadmill gave {len(answers)} answers to {len(addresses)} addresses: {result.stderr}")
    return answers


def compare(name, cases, answers):
    agreed, differences = 0, collections.defaultdict(list)
    for (address, expected, exact, diagnosis, test), answer in zip(cases, answers):
        got = answer.get("normalised", {}).get("email")
        codes = {finding["code"] for finding in answer.get("findings", [])}
        same = got == expected if exact or expected is None else got is not None
        if same:
            agreed += 1
            continue
        why = reason(address, expected, got, codes, diagnosis, test)
        differences[why].append((address, expected, got, diagnosis or test, sorted(codes)))
    print(f"{name}: {agreed} of {len(cases)} agree, "
          f"{sum(map(len, differences.values()))} differ, "
          f"{len(differences.get(None, []))} without justification")
    for why, rows in sorted(differences.items(), key=lambda entry: (entry[0] is None, entry[0] or "")):
        print(f"  {len(rows)} x {why or 'NOT JUSTIFIED'}")
        for address, expected, got, diagnosis, codes in rows:
            verdict = "taken" if got is not None else "refused " + " ".join(codes)
            shown = ascii(address)
            print(f"      {shown if len(shown) < 90 else shown[:87] + '...'}  ({diagnosis}) {verdict}"
                  + (f" as {ascii(got)}, expected {ascii(expected)}" if expected and got else ""))
    return len(differences.get(None, []))


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("sources", type=pathlib.Path, help="unpacked packages; `run` gives it")
    arguments.add_argument("folder", type=pathlib.Path, nargs="?")
    arguments.add_argument("--leadmill", default=str(ROOT / ".build" / "release" / "leadmill"))
    options = arguments.parse_args()
    suites = email_suites.of_sources(options.sources)
    if options.folder:
        suites |= email_suites.of_folder(options.folder)
    shipped = ROOT / "pipelines"
    unjustified = 0
    with tempfile.TemporaryDirectory() as name:
        wide = pathlib.Path(name)
        text = (shipped / "validation.yaml").read_text()
        for key, value in [("address_literals", "accept"), ("comments", "remove")]:
            text = text.replace(f"{key}: refuse", f"{key}: {value}")
        (wide / "validation.yaml").write_text(text)
        for title, folder in [("as shipped", shipped), ("all of the standards", wide)]:
            for suite, cases in suites.items():
                answers = check(options.leadmill, folder, [case[0] for case in cases])
                unjustified += compare(f"{suite}, {title}", cases, answers)
    sys.exit(1 if unjustified else 0)


if __name__ == "__main__":
    main()
