"""Compares how we read mail domains with the suites that others published.

    Tests/Validation/run domains [--leadmill BINARY]

The suites, in sources that `run` fetches: Unicode's tests of internationalised domain names (UTS 46 with
IDNA 2008, as PyPI's idna has them), the host names of the JSON Schema test suite, and the vectors of the
Public Suffix List (PyPI's publicsuffixlist). Each domain goes through `leadmill check --stream` as that
of an address; of one that is taken, the A-labels count.

Each difference is listed with what justifies it. Exit 1 when one has no justification.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

from outside import domain_suites

ROOT = pathlib.Path(__file__).resolve().parents[2]

NUMERIC = "a mail domain's last label is alphabetic or an A-label (RFC 1123 2.1, RFC 3696 2)"
LABEL_BIDI = ("numbers of two kinds in one right-to-left label (RFC 5893 rule 4), which libidn2 2.3 does not "
              "look for; no registry takes such a name")
OLD_TABLES = "letters that Unicode 15.1 and later map or ignore; libidn2's tables are those of 15.0"
CHANGED = "[\u04c0\u10a0-\u10c5\u115f\U0002f868\U0002f874\U0002f91f\U0002f95f\U0002f9bf]"
CONTEXT = ("signs that only stand beside certain letters (CONTEXTO): registries see to that, who looks a name "
           "up need not (RFC 5891 5.4)")
CONTEXTO = "[\u00b7\u0375\u05f3\u05f4\u30fb\u0660-\u0669\u06f0-\u06f9]"


def check(binary, domains):
    lines = "".join(json.dumps({"email": f"ann@{domain}"}) + "\n" for domain in domains)
    result = subprocess.run(
        [binary, "check", "--stream", "--as-of", "2026-11-02", "--config", str(ROOT / "pipelines")],
        input=lines, text=True, capture_output=True)
    answers = [json.loads(line) for line in result.stdout.split("\n") if line]
    if len(answers) != len(domains):
        sys.exit(f"leadmill gave {len(answers)} answers to {len(domains)} domains: {result.stderr}")
    for answer in answers:
        email = answer.get("normalised", {}).get("email")
        yield email and email.rsplit("@", 1)[1], {
            finding["code"]: finding["message"] for finding in answer.get("findings", [])}


def reason(domain, expected, got, findings):
    """Why our reading differs; None when nothing justifies it."""
    last = re.split(domain_suites.DOTS, domain)[-1]
    if got is None and re.search(r"[0-9-]", last) and not last.lower().startswith("xn--"):
        return NUMERIC
    if got is None and re.search(CHANGED, domain):
        return OLD_TABLES
    if got and any({"EN", "AN"} <= {unicodedata.bidirectional(letter) for letter in label}
                   for label in unicode(got).split(".")):
        return LABEL_BIDI
    if got and re.search(CONTEXTO, unicode(got)):
        return CONTEXT
    return None


def unicode(domain):
    """A domain of A-labels in letters."""
    return ".".join(label[4:].encode().decode("punycode") if label.startswith("xn--") else label
                    for label in domain.split("."))


def compare(title, cases, answers):
    """Prints the differences of a suite of (domain, A-labels or True when taken or None, remark)."""
    differences = collections.defaultdict(list)
    for (domain, expected, remark), (got, findings) in zip(cases, answers):
        if got != expected and not (expected is True and got):
            differences[reason(domain, expected, got, findings)].append(
                (domain, expected, got, remark, findings.get("VAL010", "")))
    differing = sum(map(len, differences.values()))
    print(f"{title}: {len(cases) - differing} of {len(cases)} agree, {differing} differ, "
          f"{len(differences[None])} without justification")
    for why, rows in sorted(differences.items(), key=lambda item: (item[0] is None, item[0] or "")):
        if rows:
            print(f"  {len(rows)} x {why or 'NOT JUSTIFIED'}")
        for domain, expected, got, remark, message in rows:
            print(f"      {ascii(domain)[:90]} ({remark}): expected {expected}, got {got} {message[-90:]}")
    return len(differences[None])


def compare_suffixes(cases, answers):
    wrong = 0
    for (domain, is_suffix), (got, findings) in zip(cases, answers):
        said = "VAL104" in findings or (got is None and "." not in domain)
        if got is None and "." in domain or said != is_suffix:
            wrong += 1
            print(f"      {ascii(domain)}: expected {is_suffix}, got {said} {findings}")
    print(f"publicsuffix.org: {len(cases) - wrong} of {len(cases)} agree")
    return wrong


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("sources", type=pathlib.Path, help="unpacked packages; `run` gives it")
    arguments.add_argument("--leadmill", default=str(ROOT / ".build" / "release" / "leadmill"))
    options = arguments.parse_args()
    wrong = 0
    suites = {"idna": domain_suites.idna(options.sources / "idna")}
    for name in ("hostname", "idn-hostname"):
        suites[name] = domain_suites.hosts(options.sources / "jsonschema", name)
    for title, cases in suites.items():
        cases = list(cases)
        wrong += compare(title, cases, check(options.leadmill, [case[0] for case in cases]))
    cases = list(domain_suites.suffixes(options.sources / "publicsuffixlist"))
    wrong += compare_suffixes(cases, check(options.leadmill, [case[0] for case in cases]))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
