"""Compares our verdicts on e-mail addresses with the public suites of cases.

    Tests/Validation/run emails FOLDER [--leadmill BINARY]

FOLDER holds isemail_cases.jsonl (Dominic Sayers' isemail: suite, id, address, category, diagnosis)
and email_validator_cases.jsonl (the cases of PyPI's email-validator: test, email, expected). Every
address goes through `leadmill check --stream`, once by the policy that is shipped and once by one
that takes all that RFC 5321 takes (quoted names and address literals).

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

CARRIED = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321"}
CARRIED_DIAGNOSES = {
    "ISEMAIL_VALID", "ISEMAIL_RFC5321_QUOTEDSTRING", "ISEMAIL_RFC5321_ADDRESSLITERAL",
    "ISEMAIL_RFC5321_TLD", "ISEMAIL_RFC5321_TLDNUMERIC", "ISEMAIL_RFC5321_IPV6DEPRECATED",
}
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
UTF8 = ("the case is for email-validator's option allow_smtputf8=False; letters outside ASCII are "
        "allowed by RFC 6531 and told in VAL107")
LENGTH = ("lengths count in the form that is kept and sent (normal form C, domain in A-labels: "
          "RFC 5321 4.5.3.1, RFC 6531 3.3), and there it is at most 254 octets")
EMPTY = ("the case is for email-validator's option allow_empty_local, for addresses such as '@domain' "
         "in aliases; RFC 5321 4.1.2 asks for a name")
DOMAIN_LITERAL_OPTION = "the case is for email-validator's default, which refuses address literals"


def reason(address, expected, got, codes, diagnosis, test):
    """Why our verdict differs; None when nothing justifies it."""
    bare = address.strip(" \t\r\n\v\f")
    domain = bare.rsplit("@", 1)[-1]
    if got is not None and expected is None:
        if bare != address and "@" in bare and got.rsplit("@", 1)[0] == bare.rsplit("@", 1)[0]:
            return SPACE
        if "VAL011" in codes and "<" in address:
            return NAME
        if "VAL014" in codes:
            return RESERVED
        if "smtputf8" in test and "VAL107" in codes:
            return UTF8
        if test == "test_email_invalid_syntax" and len(address) > 240 and len(got.encode()) <= 254:
            return LENGTH
        if test and domain.startswith("[") and "VAL101" in codes:
            return DOMAIN_LITERAL_OPTION
        return None
    if got is None:
        if domain.startswith("[") and "VAL101" in codes:
            return LITERAL
        if domain.lower().startswith("[ipv6:") and seven_groups(domain[6:-1]):
            return GROUPS
        if bare.startswith("@") and "empty_local" in test:
            return EMPTY
        if re.fullmatch(r"[^.@\[\]]+", domain):
            return SINGLE
        last = domain.rsplit(".", 1)[-1]
        if re.search(r"[0-9-]", last) and not last.lower().startswith("xn--"):
            return NUMERIC
        if "xn--" in domain.lower():
            return FAKE
    return None


def seven_groups(text):
    """Whether '::' stands beside seven groups of 16 bits."""
    if text.count("::") != 1:
        return False
    groups = [part for part in text.replace("::", ":").split(":") if part]
    return len(groups) + sum("." in part for part in groups) == 7


def isemail_cases(path):
    for line in path.read_text().splitlines():
        case = json.loads(line)
        carried = case["category"] in CARRIED
        yield (case["address"], case["address"] if carried else None, False,
               case["diagnosis"].removeprefix("ISEMAIL_"), "")


def email_validator_cases(path):
    """Address, expected address or None, whether the address itself is compared, diagnosis, test."""
    for line in path.read_text().splitlines():
        case = json.loads(line)
        address, expected, test = case["email"], case.get("expected"), case["test"]
        if test == "test_pyisemail_tests":
            carried = expected in CARRIED_DIAGNOSES
            yield address, address if carried else None, False, expected, ""
        elif isinstance(expected, dict):
            local = expected.get("local_part")
            kept = f"{local}@{expected['ascii_domain']}" if local is not None else None
            yield address, kept, True, "", test
        elif test == "test_email_valid_only_if_quoted_local_part":
            yield address, f"{expected}@{address.rsplit('@', 1)[1]}", True, "", test
        else:
            yield address, None, False, str(expected or ""), test


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
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--leadmill", default=str(ROOT / ".build" / "release" / "leadmill"))
    options = arguments.parse_args()
    suites = [
        ("isemail", list(isemail_cases(options.folder / "isemail_cases.jsonl"))),
        ("email-validator",
         list(email_validator_cases(options.folder / "email_validator_cases.jsonl"))),
    ]
    shipped = ROOT / "pipelines"
    unjustified = 0
    with tempfile.TemporaryDirectory() as name:
        wide = pathlib.Path(name)
        text = (shipped / "validation.yaml").read_text()
        (wide / "validation.yaml").write_text(
            text.replace("quoted_names: refuse", "quoted_names: accept")
            .replace("address_literals: refuse", "address_literals: accept"))
        for title, folder in [("as shipped", shipped), ("all of RFC 5321", wide)]:
            for suite, cases in suites:
                answers = check(options.leadmill, folder, [case[0] for case in cases])
                unjustified += compare(f"{suite}, {title}", cases, answers)
    sys.exit(1 if unjustified else 0)


if __name__ == "__main__":
    main()
