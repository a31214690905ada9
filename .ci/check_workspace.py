"""Checks a workspace of the quickstart from outside: the ledger by sqlite3, workbooks by openpyxl.

Usage: check_workspace.py [--second] WORKSPACE     --second: the last run found nothing new
"""

import csv
import hashlib
import pathlib
import sqlite3
import sys
import warnings

import openpyxl

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sample-data"
LEADS = {  # file: (encoding, delimiter)
    "leads-web.csv": ("utf-8", ","), "leads-messe.csv": ("cp1252", ";"),
    "leads-partner.csv": ("utf-16", "\t"),
}
STAGES = [
    "ingest", "validate", "dedupe", "enrich", "score", "send", "escalate", "govern", "report"]
WORKBOOKS = ["data-quality", "governance", "forecast"]


# openpyxl does not know some extensions of conditional formats; it says so and goes on.
warnings.filterwarnings("ignore", module="openpyxl")


def fail(message):
    sys.exit(f"check_workspace: {message}")


def rows_of_sample():
    """Data rows that are not empty, by file, counted without any code of ours."""
    rows = {}
    for path in sorted(SAMPLE.glob("*.csv")):
        encoding, delimiter = LEADS.get(path.name, ("utf-8", ","))
        with open(path, encoding=encoding, newline="") as file:
            found = list(csv.reader(file, delimiter=delimiter))[1:]
        rows[path.name] = sum(1 for row in found if any(cell.strip() for cell in row))
    sheet = openpyxl.load_workbook(SAMPLE / "leads-event.xlsx", read_only=True).active
    rows["leads-event.xlsx"] = sum(
        1 for row in sheet.iter_rows(min_row=4, values_only=True) if any(c is not None for c in row))
    return rows


def check_ledger(database, second):
    run, state, code = database.execute(
        "SELECT id, state, exit_code FROM run ORDER BY rowid DESC LIMIT 1").fetchone()
    if state != "done" or code not in (0, 10, 99):
        fail(f"run {run} is {state} with exit code {code}")
    stages = database.execute(
        "SELECT stage, exit_code, rows_in, inserted, updated, unchanged, duplicate, rejected, suppressed "
        "FROM stage_run WHERE run_id = ? ORDER BY id", (run,)).fetchall()
    if [stage[0] for stage in stages] != STAGES:
        fail(f"stages of run {run}: {[stage[0] for stage in stages]}")
    for stage, code, rows_in, *outcomes in stages:
        if code not in (0, 10, 99):
            fail(f"stage {stage} ended with {code}")
        if rows_in != sum(outcomes):
            fail(f"stage {stage} does not foot: {rows_in} in, {outcomes}")
        if second and stage != "report" and (outcomes[0] or outcomes[1]):
            fail(f"stage {stage} found something new in the second run: {outcomes}")


def check_rows(database):
    expected = rows_of_sample()
    loaded = dict(database.execute(
        "SELECT f.name, sum(s.rows_read) FROM source_file f JOIN source_sheet s ON s.file_id = f.id "
        "WHERE f.state = 'loaded' GROUP BY f.name"))
    if set(loaded) != set(expected):
        fail(f"files loaded: {sorted(loaded)}, expected {sorted(expected)}")
    leads = sum(count for name, count in expected.items() if name.startswith("leads-"))
    conformed, entities, deals, messages = (
        database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("lead", "entity", "deal", "message"))
    if not 0.97 * leads <= conformed <= leads:
        fail(f"{conformed} leads of {leads} rows")
    if not 0.80 * leads <= entities <= 0.95 * leads:
        fail(f"{entities} entities of {leads} rows")
    if deals != expected["deals.csv"]:
        fail(f"{deals} deals of {expected['deals.csv']} rows")
    if messages == 0:
        fail("no message was planned")
    check_do_not_contact(database)


def check_do_not_contact(database):
    """Nobody was written to who stands in the registries by address, hash or domain."""
    with open(SAMPLE / "do-not-contact.csv", encoding="utf-8", newline="") as file:
        entries = [row for row in csv.DictReader(file) if row["channel"] in ("email", "any")]
    addresses = {row["email"].lower() for row in entries if row["email"]}
    hashes = {row["email_sha256"] for row in entries if row["email_sha256"]}
    domains = {row["domain"] for row in entries if row["domain"]}
    recipients = [row[0].lower() for row in database.execute(
        "SELECT recipient FROM message WHERE state IN ('sending', 'sent', 'in_doubt')")]
    for recipient in recipients:
        digest = hashlib.sha256(recipient.encode()).hexdigest()
        if recipient in addresses or digest in hashes or recipient.split("@")[1] in domains:
            fail("a message went to somebody in do-not-contact.csv")
    if len(recipients) < 500:
        fail(f"only {len(recipients)} messages were sent")


def check_workbooks(folder):
    for stem in WORKBOOKS:
        found = list(folder.rglob(f"{stem}*.xlsx"))
        if len(found) != 1:
            fail(f"{len(found)} workbooks named {stem}*.xlsx under {folder}")
        book = openpyxl.load_workbook(found[0])
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        first = " ".join(str(c.value) for row in book.worksheets[0].iter_rows() for c in row if c.value)
        if "2026-11-02" not in first or "nightly-2026-11-02" not in first:
            fail(f"{found[0].name}: the first sheet does not say as-of date and run")
        if not any(sheet._charts for sheet in book):
            fail(f"{found[0].name}: no chart")
        if "definitions" not in [sheet.title.lower() for sheet in book]:
            fail(f"{found[0].name}: no sheet of definitions, only {book.sheetnames}")
        for cell in cells:
            if cell.data_type in ("f", "e"):
                fail(f"{found[0].name} {cell.parent.title}!{cell.coordinate}: {cell.value!r}")
        print(f"{found[0].name}: {len(book.worksheets)} sheets, {len(cells)} cells")


def main():
    second = sys.argv[1] == "--second"
    workspace = pathlib.Path(sys.argv[-1])
    database = sqlite3.connect(f"file:{workspace}/leadmill.db?mode=ro", uri=True)
    check_ledger(database, second)
    check_rows(database)
    check_workbooks(workspace / "output")
    print(f"{workspace}: as expected")


main()
