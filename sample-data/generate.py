#!/usr/bin/env python3
"""Writes the sample data next to this file (or into the folder given), always the same bytes.

Needs Python 3.9 and nothing else. The README is written too: its tables list, for each file, the
rows that are wrong on purpose.
"""

import pathlib
import sys

sys.dont_write_bytecode = True

from generator import crm, leads, xlsx
from generator.world import World

SEED = 20261102

INTRODUCTION = """# Sample data

Invented leads, and what surrounds them, as they really arrive. `generate.py` (Python 3, standard
library only, fixed seed) writes every file here, this one too; the same bytes every time. Nothing
is real: domains are those of RFC 2606, telephone numbers come from ranges that regulators keep
free for drama, IP addresses from RFC 5737 and RFC 3849. Everything happened before
2026-11-02T06:00:00Z, the as-of date of the quickstart.

| file | rows | as it arrives |
|---|---:|---|
"""

DESCRIPTIONS = {
    "leads-web.csv": "comma, UTF-8: the web form's own log; well formed, quoted line breaks in `notes`",
    "leads-messe.csv": "semicolon, Windows-1252, CRLF: German headers, decimal commas, `dd.mm.yyyy`; last line cut off",
    "leads-partner.csv": "tab, UTF-16LE with byte order mark: names in several scripts, `Last, First`, time-zone offsets",
    "leads-partner-june.csv": "comma, UTF-8: an earlier list of the same partner, worse in every way",
    "leads-event.xlsx": "workbook: title in row 1, header in row 3, telephone numbers as numbers, dates and dates as text",
    "accounts.csv": "comma, UTF-8: companies",
    "contacts.csv": "comma, UTF-8: people at accounts",
    "deals.csv": "comma, UTF-8: two years of deals",
    "deal-stages.csv": "comma, UTF-8: each change of a deal's stage, amount or expected closing date",
    "tasks.csv": "comma, UTF-8: tasks of the sales team",
    "activities.csv": "comma, UTF-8: calls, meetings, e-mails and notes",
    "engagement.csv": "comma, UTF-8: opens, clicks, replies, bounces of earlier campaigns",
    "consent.csv": "comma, UTF-8: consent evidence",
    "users.csv": "comma, UTF-8: members of the sales team",
    "teams.csv": "comma, UTF-8: teams of users",
    "products.csv": "comma, UTF-8: the price list",
    "deal-lines.csv": "comma, UTF-8: the products of each third deal",
    "do-not-contact.csv": "comma, UTF-8: internal and national do-not-contact entries",
}


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder if len(sys.argv) > 1 else folder.parent
    folder.mkdir(parents=True, exist_ok=True)
    world, people = World(SEED), []
    web = leads.web(world, people, 1500)
    messe = leads.messe(world, people, 700)
    partner = leads.partner(world, people, 500)
    event = leads.event(world, people, 500)
    accounts = crm.accounts(world)
    contacts, chosen = crm.contacts(world, people)
    deals, history = crm.deals(world, chosen)
    plain = [
        accounts, contacts, deals, history, crm.tasks(world, people, deals),
        crm.activities(world, people, deals), crm.engagement(world, people),
        crm.consents(world, people), crm.suppressions(world, people), crm.users(), crm.teams(),
        crm.products(), crm.deal_lines(SEED, deals)]
    # Last, so that it changes nothing in the files above.
    june = leads.partner_june(world, people, 240)
    (folder / web.name).write_bytes(web.csv_text().encode("utf-8"))
    (folder / messe.name).write_bytes(leads.messe_bytes(messe))
    (folder / partner.name).write_bytes(leads.partner_bytes(partner))
    xlsx.write(folder / event.name, "Scans", leads.event_rows(event))
    for sheet in [june] + plain:
        (folder / sheet.name).write_bytes(sheet.csv_text().encode("utf-8"))
    (folder / "README.md").write_text(readme([web, messe, partner, june, event] + plain), encoding="utf-8")


def readme(sheets):
    text = INTRODUCTION
    for sheet in sheets:
        text += f"| `{sheet.name}` | {len(sheet.rows):,} | {DESCRIPTIONS[sheet.name]} |\n"
    text += (
        "\n## What is wrong on purpose\n\nRow numbers are those that a spreadsheet shows: the header of a "
        "CSV file is row 1, and a line\nbreak inside quotes does not start a new row. Longer lists name the "
        "first twelve rows.\n")
    for sheet in sheets:
        defects = sheet.defects()
        text += f"\n### {sheet.name}\n\n"
        if not defects:
            text += "Nothing.\n"
            continue
        text += "| what | rows | which |\n|---|---:|---|\n"
        for what, rows in defects.items():
            shown = ", ".join(str(row) for row in rows[:12]) + (" ..." if len(rows) > 12 else "")
            text += f"| {what} | {len(rows)} | {shown} |\n"
    return text


if __name__ == "__main__":
    main()
