"""Imports labelled files, links them, and compares who became one person with the labels.

Usage: measure.py PROGRAMS FOLDER
"""

import csv
import itertools
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

# Of each file: how its columns are called for an import, which columns make up one (an address of
# several parts), which column tells who somebody is, and what is left out.
FEBRL = {
    "columns": {
        "rec_id": "external_id", "given_name": "first_name", "surname": "last_name",
        "suburb": "city", "postcode": "postcode", "state": "region"},
    "joined": {"street": ["street_number", "address_1", "address_2"]},
    # The birth date and the number would make it trivial: by name and address alone.
    "truth": lambda row: re.match(r"rec-(\d+)-", row["rec_id"]).group(1),
}
FAKE = {
    "columns": {
        "unique_id": "external_id", "first_name": "first_name", "surname": "last_name",
        "dob": "born_on", "city": "city", "email": "email"},
    "joined": {},
    "truth": lambda row: row["cluster"],
}
SETS = {"febrl1.csv": FEBRL, "febrl2.csv": FEBRL, "fake_1000.csv": FAKE}


def pairs(groups):
    """All pairs of members of the same group."""
    return {pair for members in groups.values() for pair in itertools.combinations(sorted(members), 2)}


def grouped(keys):
    """Positions by key."""
    groups = {}
    for position, key in enumerate(keys):
        groups.setdefault(key, []).append(position)
    return groups


def prepare(rows, rules, path):
    """Writes the columns under the names of an import."""
    names = list(rules["columns"].values()) + list(rules["joined"])
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in rows:
            cells = [row[column] for column in rules["columns"]]
            for parts in rules["joined"].values():
                cells.append(" ".join(row[part] for part in parts if row[part]))
            writer.writerow(cells)


def run(programs, workspace, program, *arguments):
    """Runs a program that must succeed."""
    result = subprocess.run(
        [f"{programs}/{program}", *arguments, "--workspace", workspace, "--as-of", "2026-01-01"],
        capture_output=True, text=True, check=False)
    if result.returncode not in (0, 10, 99):
        sys.exit(f"{program} ended with {result.returncode}:\n{result.stdout}{result.stderr}")


def entities(workspace):
    """The entity of each row that was taken, by the row's id."""
    store = sqlite3.connect(f"{workspace}/leadmill.db")
    return dict(store.execute(
        "SELECT external_id, coalesce(entity_id, id) FROM lead "
        "LEFT JOIN entity_link ON lead_id = id"))


def measure(programs, path, rules):
    """One line about one file."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    identity = next(iter(rules["columns"]))
    with tempfile.TemporaryDirectory() as folder:
        source, workspace = f"{folder}/people.csv", f"{folder}/ws"
        prepare(rows, rules, source)
        start = time.monotonic()
        run(programs, workspace, "leadmill", "import", source)
        run(programs, workspace, "leadmill-dedupe")
        seconds = time.monotonic() - start
        found = entities(workspace)
    truth = pairs(grouped([rules["truth"](row) for row in rows]))
    said = pairs(grouped(
        [found.get(row[identity], f"row {number}") for number, row in enumerate(rows)]))
    right = len(truth & said)
    precision = right / len(said) if said else 1
    recall = right / len(truth) if truth else 1
    f1 = 2 * right / (len(said) + len(truth)) if said or truth else 1
    print(
        f"{os.path.basename(path):16} {len(rows):6,} rows, {len(found):6,} taken  "
        f"{len(truth):6,} pairs  precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  "
        f"{seconds:.1f} s")


def main():
    programs, folder = sys.argv[1:]
    present = [name for name in SETS if os.path.exists(f"{folder}/{name}")]
    if not present:
        sys.exit(f"'{folder}' has none of {', '.join(SETS)}; name the folder that has them")
    for name in present:
        measure(programs, f"{folder}/{name}", SETS[name])


main()
