"""The files of leads."""

import datetime

from . import tables, xlsx
from .files import Sheet, german_day, german_number, iso, iso_day
from .world import AS_OF

BAD_EMAILS = [
    "kein-at-zeichen.example.com", "two@@example.com", "blank in@example.com", "nobody@", "@example.org",
    "dots..dots@example.net", "trailing.dot.@example.com", "a@b@example.com", "under@no_dot",
]
BAD_PHONES = ["12345", "see e-mail", "+44 7700 900123", "0000000000", "+49 30 2312", "01632 960 001", "n/a"]


def consent(world, person, granted=0.76, declined=0.07):
    """(status, when, where) as a form records it; empty when nobody asked."""
    draw = world.random.random()
    if draw < granted:
        return "granted", person.created_at, world.random.choice(["web-form-v3", "webinar-2026", "trial-sign-up"])
    if draw < granted + declined:
        return "declined", person.created_at, "web-form-v3"
    return "", None, ""


def web(world, people, count):
    """Comma, UTF-8: what the company's own web form wrote. Well formed throughout."""
    rng = world.random
    sheet = Sheet("leads-web.csv", [
        "id", "email", "first_name", "last_name", "phone", "company", "job_title", "website",
        "industry", "employees", "country", "city", "postcode", "language", "source", "utm_source",
        "utm_medium", "utm_campaign", "utm_term", "utm_content", "landing_page", "created_at",
        "consent", "consent_at", "consent_source", "notes"])

    def row(number, person, utm, status):
        firm = person.company
        landing = f"https://www.example.com/{rng.choice(['trial', 'pricing', 'webinar', 'contact'])}"
        note = rng.choice([
            "", "", "", "", "Asked for a call, mornings only", 'Calls our tool "the mill"',
            "First line of the message\nsecond line of the message"])
        source = "Website" if not utm[0] else {"cpc": "Paid search", "paid_social": "Social"}.get(
            utm[1], "Campaign")
        return [
            f"WEB-{number:05d}", person.email, person.first_name, person.last_name,
            world.spelled_phone(person.phone), firm.name, person.job_title, f"https://www.{firm.domain}",
            firm.industry, firm.employees, person.country, person.city[0], person.postcode,
            tables.COUNTRIES[person.country][4], source, utm[0], utm[1], utm[2],
            rng.choice(["", "lead+management", "crm import"]) if utm[1] == "cpc" else "",
            rng.choice(["a", "b", ""]) if utm[0] else "", landing, iso(person.created_at),
            status[0], iso(status[1]), status[2], note]

    number = 0
    while len(sheet.rows) < count:
        number += 1
        person = world.person()
        people.append(person)
        utm = rng.choice(tables.CAMPAIGNS)
        status = consent(world, person)
        cells = row(number, person, utm, status)
        sheet.add(cells)
        at = len(sheet.rows) - 1
        if utm[0] and rng.random() < 0.06:
            cells[15:18] = [
                (f" {utm[0].upper()} ", utm[1].upper(), utm[2]), (utm[0].title(), utm[1], utm[2].upper()),
                (utm[0], utm[1].replace("_", "-").title(), utm[2].replace("-", " ")),
            ][rng.randrange(3)]
            sheet.mark(at, "UTM value in the wrong case or spelling")
        if utm[0] and rng.random() < 0.015:
            cells[16] = ""
            sheet.mark(at, "UTM source without a medium")
        if not status[0]:
            sheet.mark(at, "no consent recorded")
        if status[0] == "granted" and rng.random() < 0.012:
            cells[23] = ""
            sheet.mark(at, "consent granted, but no date of it")
        if rng.random() < 0.012 and len(sheet.rows) < count:
            number += 1
            again = row(number, person, utm, status)
            again[1] = person.email.upper() if rng.random() < 0.5 else f" {person.email} "
            again[21] = iso(min(person.created_at + datetime.timedelta(days=9), AS_OF - datetime.timedelta(hours=2)))
            sheet.add(again, "the same person filled in the form a second time")
        if rng.random() < 0.004 and len(sheet.rows) < count:
            sheet.add(list(cells), "the row above once more, byte for byte")
    return sheet


def messe(world, people, count):
    """Semicolon, Windows-1252, CRLF: a German trade-fair team's export."""
    rng = world.random
    sheet = Sheet("leads-messe.csv", [
        "Kennung", "Vorname", "Nachname", "Firma", "Funktion", "E-Mail-Adresse", "Telefon", "Straße",
        "PLZ", "Ort", "Land", "Branche", "Mitarbeiter", "Jahresumsatz", "Einwilligung",
        "Einwilligung am", "Datum", "Bemerkung"])
    earlier = [p for p in people if p.country in ("DE", "AT", "CH")]
    day = datetime.datetime(2026, 9, 15)
    number = 0
    while len(sheet.rows) < count:
        number += 1
        known = rng.random() < 0.13
        person = rng.choice(earlier) if known else world.person()
        while person.country not in ("DE", "AT", "CH"):
            person = world.person()
        if not known:
            people.append(person)
        firm = person.company
        met = day + datetime.timedelta(days=rng.randrange(4))
        yes = rng.random()
        email, phone = person.email, world.spelled_phone(person.phone)
        company, datum = firm.name, german_day(met)
        notes = ["an earlier lead, met again at the fair"] if known else []
        if known and phone and rng.random() < 0.3:
            email = ""
            notes.append("no e-mail: only the telephone number ties it to the earlier lead")
        elif known and rng.random() < 0.3:
            email, phone = "", ""
            notes.append("no e-mail, no telephone: only company and name tie it to the earlier lead")
        if rng.random() < 0.014:
            email = rng.choice(BAD_EMAILS)
            notes.append("e-mail address that is none")
        if rng.random() < 0.018:
            phone = rng.choice(BAD_PHONES)
            notes.append("telephone number that is none")
        if rng.random() < 0.006:
            datum = rng.choice(["31.02.2026", "15.9.26 nachm.", "00.00.0000"])
            notes.append("date that the calendar does not have")
        comment = rng.choice([
            "", "", "Angebot bis 5.000 € gewünscht", "Rückruf – bitte vormittags", "Maß & Gewicht klären",
            "„dringend“; Muster mitgeben"])
        revenue = german_number(firm.revenue + rng.randrange(100) / 100, 2)
        cells = [
            f"M26-{number:04d}", person.first_name, person.last_name, company,
            rng.choice(tables.JOB_TITLES_DE), email, phone, person.street, person.postcode,
            person.city[0], tables.COUNTRIES[person.country][1],
            tables.INDUSTRIES_DE[firm.industry], german_number(firm.employees), revenue,
            "ja" if yes < 0.7 else "nein" if yes < 0.78 else "", german_day(met) if yes < 0.78 else "",
            datum, comment]
        if yes >= 0.78:
            notes.append("no consent recorded")
        if rng.random() < 0.006:
            cells.insert(4, "Halle 5")
            notes.append("one cell too many: an unquoted semicolon in the company")
        sheet.add(cells, *notes)
        if rng.random() < 0.01 and len(sheet.rows) < count:
            sheet.add(list(cells), "the row above once more, byte for byte")
    sheet.rows[41] = (["", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""], ["empty row"])
    sheet.rows[187] = (
        ["M26-9001", "", "", "", "", "", "", "", "", "", "Deutschland", "", "", "", "", "",
         german_day(day), "Visitenkarte unleserlich"], ["nobody to reach: no name, e-mail or telephone"])
    sheet.rows[230][0][10] = "Absurdistan"
    sheet.mark(230, "country that does not exist")
    sheet.rows[310][0][0] = sheet.rows[300][0][0]
    sheet.mark(310, f"the id of row {300 + sheet.first_row} used again: taken as an update of that record")
    sheet.rows[-1] = (sheet.rows[0][0], [])
    sheet.rows[-1] = (
        [f"M26-{number + 1:04d}", "Heike", "Döring", "Kestrel Gerätebau GmbH", "Leiter Einkauf",
         "heike.doering@kestrel-geraetebau.example.com", "030 23125777", "Lindenstra"],
        ["the last line: cut off in the middle of the street, no line end"])
    return sheet


def messe_bytes(sheet):
    text = sheet.csv_text(";", "\r\n")
    return text.encode("cp1252").rstrip(b"\r\n")


def partner(world, people, count):
    """Tab, UTF-16LE with a byte order mark: a partner's "Unicode text" export."""
    rng = world.random
    sheet = Sheet("leads-partner.csv", [
        "Lead ID", "Full Name", "E-Mail", "Mobile", "Company", "Title", "Country", "Website",
        "Campaign", "utm_source", "utm_medium", "Opt-in", "Opt-in date", "Created", "Comments"])
    number = 70000
    while len(sheet.rows) < count:
        number += rng.randrange(1, 9)
        known = rng.random() < 0.16
        person = rng.choice(people) if known else world.person()
        if not known:
            people.append(person)
        firm = person.company
        notes = ["an earlier lead, sent by the partner too"] if known else []
        name = person.full_name
        if rng.random() < 0.2:
            name = f"{person.last_name}, {person.first_name}"
        elif rng.random() < 0.08:
            name = person.full_name.upper()
        email = person.email
        if known and rng.random() < 0.4:
            email = email.title()
        if rng.random() < 0.02:
            email = rng.choice(BAD_EMAILS)
            notes.append("e-mail address that is none")
        phone = world.spelled_phone(person.phone)
        if rng.random() < 0.02:
            phone = rng.choice(BAD_PHONES)
            notes.append("telephone number that is none")
        company = firm.base_name if known and rng.random() < 0.5 else firm.name
        created = iso(person.created_at).replace("Z", rng.choice(["+02:00", "Z"]))
        if rng.random() < 0.008:
            created = "2026-13-01T09:00:00Z"
            notes.append("date that the calendar does not have")
        draw = rng.random()
        opt = "yes" if draw < 0.5 else "no" if draw < 0.6 else ""
        if not opt:
            notes.append("no consent recorded")
        source, medium = "partner-portal", "referral"
        if rng.random() < 0.2:
            source, medium = rng.choice([("Partner-Portal", "Referral"), ("partner portal", "REFERRAL")])
            notes.append("UTM value in the wrong case or spelling")
        comment = rng.choice(["", "", "", "met at the summit \U0001F91D", "联系人会说英语", "Προσοχή: αργεί"])
        if rng.random() < 0.012:
            comment = "=2+5"
        if comment == "=2+5":
            notes.append("text that a spreadsheet would take for a formula")
        country = tables.COUNTRIES[person.country][0]
        sheet.add([
            number, name, email, phone, company, person.job_title,
            rng.choice([country, person.country, country.lower()]), f"{firm.domain}",
            "Co-Marketing 2026", source, medium, opt, iso_day(person.created_at) if opt else "",
            created, comment], *notes)
    sheet.rows[77][0][2] = "jana@müller-söhne.example.com"
    sheet.mark(77, "domain with an umlaut: valid, stored as xn--")
    return sheet


def partner_bytes(sheet):
    return b"\xff\xfe" + sheet.csv_text("\t", "\r\n").encode("utf-16-le")


def partner_june(world, people, count):
    """Comma, UTF-8: the same partner's list of June, put together by hand."""
    rng = world.random
    sheet = Sheet("leads-partner-june.csv", [
        "Lead ID", "Full Name", "E-Mail", "Mobile", "Company", "Title", "Country", "Opt-in",
        "Opt-in date", "Created"])
    earlier = list(people)
    number = 60000
    while len(sheet.rows) < count:
        number += rng.randrange(1, 9)
        known = rng.random() < 0.2
        person = rng.choice(earlier) if known else world.person()
        created = datetime.datetime(2026, 6, 1) + datetime.timedelta(minutes=rng.randrange(30 * 1440))
        notes = ["a lead of another file too"] if known else []
        email, phone, company = person.email, world.spelled_phone(person.phone), person.company.name
        local, _, domain = person.email.partition("@")
        if rng.random() < 0.06:
            email = rng.choice([
                f"{local}(at){domain}", f"{local}@@{domain}", f"{local} at {domain}", f"{local}@{domain}.",
                f"{local}@{domain.replace('.', ',')}"])
            notes.append("e-mail address that is none, but shows what it was meant to be")
            if rng.random() < 0.6:
                phone, company = "", ""
                notes.append("nobody to reach: rejected until the address is corrected")
        opted = rng.random() < 0.4
        if not opted:
            notes.append("no consent recorded")
        cells = [
            number, person.full_name, email, phone, company, person.job_title, person.country,
            "yes" if opted else "", iso_day(created) if opted else "", iso(created)]
        if rng.random() < 0.02:
            cells[2:5] = ["", "", ""]
            notes = [note for note in notes if "address" not in note]
            notes.append("nobody to reach: no e-mail, telephone or company")
        sheet.add(cells, *notes)
    return sheet


def event(world, people, count):
    """A workbook from a badge scanner, with a title above the header."""
    rng = world.random
    header = [
        "Badge", "Name", "Company", "Job title", "Email", "Phone", "Country", "Employees",
        "Scanned at", "Stand", "Consent", "Consent date", "Remarks"]
    sheet = Sheet("leads-event.xlsx", header, first_row=4)
    start = datetime.datetime(2026, 10, 13)
    badge = 4000
    while len(sheet.rows) < count:
        badge += rng.randrange(1, 5)
        known = rng.random() < 0.17
        person = rng.choice(people) if known else world.person()
        if not known:
            people.append(person)
        notes = ["an earlier lead, scanned at the event too"] if known else []
        scanned = start + datetime.timedelta(
            days=rng.randrange(3), hours=rng.randrange(9, 18), minutes=rng.randrange(60))
        scanned_cell = scanned
        if rng.random() < 0.25:
            scanned_cell = rng.choice([german_day(scanned), iso_day(scanned)])
            notes.append("date as text, not as a date")
        phone = world.spelled_phone(person.phone)
        if person.phone and rng.random() < 0.5:
            phone = int(person.phone[1:])
            notes.append("telephone number stored as a number, without its plus sign")
        if rng.random() < 0.01:
            phone = rng.choice(BAD_PHONES)
            notes.append("telephone number that is none")
        email = person.email
        if rng.random() < 0.03:
            email = ""
        elif rng.random() < 0.014:
            email = rng.choice(BAD_EMAILS)
            notes.append("e-mail address that is none")
        draw = rng.random()
        opt = True if draw < 0.55 else False if draw < 0.62 else None
        if opt is None:
            notes.append("no consent recorded")
        employees = person.company.employees
        remark = rng.choice([None, None, None, "wants a demo", "@handle only", "+1 colleague"])
        sheet.add([
            badge, person.full_name, person.company.name, person.job_title, email, phone,
            tables.COUNTRIES[person.country][0], employees, scanned_cell, rng.choice(["A1", "B7"]),
            None if opt is None else ("yes" if opt else "no"),
            scanned.replace(hour=0, minute=0) if opt is not None else None, remark], *notes)
    cells = sheet.rows[60][0]
    sheet.rows[60] = ([None] * len(header), ["empty row"])
    sheet.rows[118][0][7] = xlsx.Fault("#N/A")
    sheet.mark(118, "number of employees is the error #N/A")
    sheet.rows[119][0][2] = xlsx.Formula(f"C{118 + 4}", sheet.rows[118][0][2])
    sheet.mark(119, "company is a formula; its last value counts")
    sheet.rows[200][0][8] = datetime.datetime(2062, 10, 14, 10, 30)
    sheet.mark(200, "date in the future")
    return sheet


def event_rows(sheet):
    """The rows of the worksheet: a title, an empty row, the header, the data."""
    title = [xlsx.Title("Sales Operations Summit 2026: badge scans")]
    return [title, [], list(sheet.header)] + [cells for cells, _ in sheet.rows]
