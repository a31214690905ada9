"""Accounts, contacts, deals, tasks, activities, engagement, consent and do-not-contact entries."""

import datetime
import random

from . import tables
from .files import Sheet, iso, iso_day, sha256
from .world import AS_OF

STAGES = ["Qualification", "Discovery", "Proposal", "Negotiation"]
# Chance that a deal goes on from the stage, and the usual number of days that it stays there.
ADVANCE = {"Qualification": 0.74, "Discovery": 0.78, "Proposal": 0.75, "Negotiation": 0.82}
DAYS = {"Qualification": 18, "Discovery": 30, "Proposal": 36, "Negotiation": 28}
CATEGORY = {
    "Qualification": "pipeline", "Discovery": "pipeline", "Proposal": "best_case", "Negotiation": "commit"}


def days(number):
    return datetime.timedelta(days=number)


def accounts(world):
    sheet = Sheet("accounts.csv", [
        "external_id", "name", "domain", "phone", "website", "industry", "employees", "annual_revenue",
        "street", "city", "postcode", "region", "country"])
    for firm in world.companies:
        sheet.add([
            firm.external_id, firm.name, firm.domain, firm.phone, f"https://www.{firm.domain}",
            firm.industry, firm.employees, firm.revenue, firm.street, firm.city[0], firm.postcode,
            firm.city[1], firm.country])
    sheet.rows[12][0][6] = "about 40"
    sheet.mark(12, "number of employees that is no number")
    sheet.rows[90][0][1] = ""
    sheet.mark(90, "no name: rejected")
    return sheet


def contacts(world, people):
    sheet = Sheet("contacts.csv", [
        "external_id", "first_name", "last_name", "email", "phone", "job_title", "account", "city",
        "postcode", "country"])
    chosen = world.random.sample(people, 400)
    for number, person in enumerate(chosen, start=1):
        sheet.add([
            f"CON-{number:04d}", person.first_name, person.last_name, person.email, person.phone,
            person.job_title, person.company.external_id, person.city[0], person.postcode, person.country])
    sheet.rows[33][0][6] = "ACC-9999"
    sheet.mark(33, "account that does not exist")
    return sheet, chosen


def deals(world, chosen):
    """Two years of deals, with the history of their stages, amounts and expected closing dates."""
    rng = world.random
    header = [
        "deal_id", "name", "account", "contact_email", "owner", "stage", "amount", "currency",
        "forecast_category", "created_at", "expected_close", "closed_at", "status"]
    sheet = Sheet("deals.csv", header)
    history = Sheet("deal-stages.csv", ["deal", "stage", "at", "amount", "expected_close"])
    events = []
    first_day = AS_OF - days(731)
    for number in range(1, 451):
        deal = f"D-{number:04d}"
        person = rng.choice(chosen)
        created = (first_day + days(int(726 * (number / 450) ** 0.75)) + days(rng.randrange(5))).replace(
            hour=rng.randrange(8, 18), minute=rng.randrange(60))
        amount = round(min(250000, max(1500, rng.lognormvariate(9.6, 0.9))) / 100) * 100
        # Larger deals take longer and are lost a little more often.
        slow = 1.0 + min(1.2, amount / 60000)
        expected = created + days(int(rng.gauss(105, 20) * slow))
        moment, status, closed = created, "open", None
        stage = STAGES[0]
        events.append((moment, deal, stage, amount, expected))
        for position, name in enumerate(STAGES):
            stage = name
            stay = days(max(2, int(rng.lognormvariate(0, 0.55) * DAYS[name] * slow)))
            # Quarter ends hurry a negotiation along.
            if name == "Negotiation" and (moment + stay).month % 3 == 1:
                stay = max(days(2), stay - days(12))
            leaves = moment + stay
            if leaves + days(10) > expected and leaves < AS_OF:
                expected = leaves + days(int(rng.uniform(12, 45)))
                if leaves - days(1) > moment:
                    events.append((leaves - days(1), deal, name, amount, expected))
            if leaves >= AS_OF:
                break
            moment = leaves
            chance = ADVANCE[name] - (0.06 if amount > 40000 else 0)
            if rng.random() >= chance:
                status, closed, stage = "lost", moment, "Closed Lost"
            elif position == 3:
                status, closed, stage = "won", moment, "Closed Won"
            else:
                stage = STAGES[position + 1]
                if rng.random() < 0.25:
                    amount = max(1000, round(amount * rng.uniform(0.7, 1.25) / 100) * 100)
            events.append((moment, deal, stage, amount, closed or expected))
            if status != "open":
                break
        if status == "open" and expected < AS_OF and rng.random() < 0.8:
            expected = AS_OF + days(rng.randrange(5, 100))
            events.append((AS_OF - days(rng.randrange(1, 20)), deal, stage, amount, expected))
        category = "closed" if status == "won" else "omitted" if status == "lost" else CATEGORY[stage]
        if status == "open" and rng.random() < 0.12:
            category = rng.choice(["pipeline", "best_case", "commit"])
        notes = []
        if status == "open" and expected < AS_OF:
            notes.append("open, although its expected closing date has passed")
        sheet.add([
            deal, f"{person.company.base_name}: {rng.choice(['platform', 'pilot', 'renewal', 'expansion'])}",
            person.company.external_id, person.email, rng.choice(tables.OWNERS), stage,
            f"{amount:.2f}", "EUR", category, iso(created), iso_day(closed or expected),
            iso(closed), status], *notes)
    open_rows = [i for i, (cells, _) in enumerate(sheet.rows) if cells[12] == "open"]
    sheet.rows[open_rows[7]][0][6] = ""
    sheet.mark(open_rows[7], "open deal without an amount")
    won_rows = [i for i, (cells, _) in enumerate(sheet.rows) if cells[12] == "won"]
    sheet.rows[won_rows[5]][0][11] = ""
    sheet.mark(won_rows[5], "won, but no date of it")
    sheet.rows[open_rows[3]][0][6] = "twelve thousand"
    sheet.mark(open_rows[3], "amount that is no number")
    events = [event for event in events if event[0] < AS_OF]
    for moment, deal, stage, amount, expected in sorted(events, key=lambda e: (e[0], e[1])):
        history.add([deal, stage, iso(moment), f"{amount:.2f}", iso_day(expected)])
    history.rows[25][0][0] = "D-9999"
    history.mark(25, "deal that does not exist")
    return sheet, history


def tasks(world, people, deal_sheet):
    rng = world.random
    sheet = Sheet("tasks.csv", [
        "task_id", "title", "owner", "status", "priority", "due_at", "completed_at", "lead_email",
        "deal", "created_at"])
    open_deals = [cells[0] for cells, _ in deal_sheet.rows if cells[12] == "open"]
    for number in range(1, 251):
        created = AS_OF - days(rng.randrange(2, 120)) + datetime.timedelta(hours=rng.randrange(2, 9))
        due = created + days(rng.randrange(1, 30))
        done = rng.random() < (0.82 if due < AS_OF else 0.2)
        completed = min(created + days(rng.randrange(1, 30)), AS_OF - days(1)) if done else None
        about_deal = rng.random() < 0.35
        notes = ["open and overdue on 2026-11-02"] if not done and due < AS_OF else []
        sheet.add([
            f"T-{number:04d}",
            rng.choice(["Call back", "Send the offer", "Prepare the demo", "Check the budget", "Follow up"]),
            rng.choice(tables.OWNERS), "done" if done else "open",
            rng.choices(["low", "normal", "high", "urgent"], [2, 6, 3, 1])[0], iso(due), iso(completed),
            "" if about_deal else rng.choice(people).email, rng.choice(open_deals) if about_deal else "",
            iso(created)], *notes)
    sheet.rows[15][0][1] = ""
    sheet.mark(15, "no title: rejected")
    sheet.rows[99][0][2] = ""
    sheet.mark(99, "nobody owns it")
    return sheet


def activities(world, people, deal_sheet):
    rng = world.random
    sheet = Sheet("activities.csv", [
        "activity_id", "type", "at", "email", "deal", "owner", "subject", "outcome"])
    deals_by_row = [cells for cells, _ in deal_sheet.rows]
    active = rng.sample(people, 900)
    for number in range(1, 1401):
        at = AS_OF - days(rng.randrange(1, 200)) + datetime.timedelta(minutes=rng.randrange(60, 600))
        at = min(at, AS_OF - datetime.timedelta(hours=3))
        deal = rng.choice(deals_by_row) if rng.random() < 0.4 else None
        sheet.add([
            f"A-{number:05d}", rng.choice(["call", "meeting", "email", "note"]), iso(at),
            deal[3] if deal else rng.choice(active).email, deal[0] if deal else "",
            deal[4] if deal else rng.choice(tables.OWNERS),
            rng.choice(["Introduction", "Demo", "Offer", "Check-in", "Contract questions"]),
            rng.choice(["reached", "no answer", "follow up agreed", ""])])
    sheet.rows[200][0][1] = "carrier pigeon"
    sheet.mark(200, "type that does not exist")
    return sheet


def engagement(world, people):
    rng = world.random
    sheet = Sheet("engagement.csv", [
        "event_id", "email", "event", "timestamp", "message_id", "campaign", "url"])
    events = []
    for person in rng.sample(people, 760):
        campaign = rng.choice(["autumn-launch-2026", "product-digest", "ops-leaders-q3"])
        for _ in range(rng.choice([1, 1, 2, 3])):
            at = AS_OF - days(rng.randrange(2, 90)) + datetime.timedelta(seconds=rng.randrange(70000))
            message = f"<{campaign}.{rng.randrange(10**6):06d}@mail.example.com>"
            draw = rng.random()
            if draw < 0.03:
                events.append((at, person.email, "bounce", message, campaign, ""))
                continue
            events.append((at, person.email, "delivered", message, campaign, ""))
            if rng.random() < 0.55:
                at += datetime.timedelta(minutes=rng.randrange(3, 900))
                events.append((at, person.email, "open", message, campaign, ""))
                if rng.random() < 0.4:
                    at += datetime.timedelta(minutes=2)
                    events.append((at, person.email, "click", message, campaign, "https://www.example.com/pricing"))
                    if rng.random() < 0.3:
                        at += datetime.timedelta(minutes=50)
                        events.append((at, person.email, "reply", message, campaign, ""))
            if rng.random() < 0.012:
                at += datetime.timedelta(minutes=5)
                events.append((at, person.email, "unsubscribe", message, campaign, ""))
            elif rng.random() < 0.003:
                events.append((at, person.email, "complaint", message, campaign, ""))
    events = sorted(e for e in events if e[0] < AS_OF)
    for number, (at, email, event, message, campaign, url) in enumerate(events, start=1):
        sheet.add([f"E-{number:06d}", email, event, iso(at), message, campaign, url])
    sheet.rows[400][0][1] = "stranger@example.org"
    sheet.mark(400, "somebody who is not a lead")
    sheet.rows[401][0][3] = "yesterday"
    sheet.mark(401, "date that is none")
    return sheet


def consents(world, people):
    rng = world.random
    sheet = Sheet("consent.csv", [
        "consent_id", "email", "phone", "channel", "purpose", "status", "lawful_basis", "at", "source",
        "wording_version", "ip", "double_opt_in_at", "expires_at"])
    number = 0
    for person in rng.sample(people, 900):
        number += 1
        at = person.created_at + datetime.timedelta(minutes=1)
        status = rng.choices(["granted", "declined"], [94, 6])[0]
        address = rng.choice([
            f"192.0.2.{rng.randrange(1, 255)}", f"198.51.100.{rng.randrange(1, 255)}",
            f"203.0.113.{rng.randrange(1, 255)}", f"2001:db8::{rng.randrange(1, 65535):x}"])
        confirmed = at + datetime.timedelta(minutes=rng.randrange(2, 600)) if rng.random() < 0.8 else None
        expires = None
        notes = []
        if rng.random() < 0.03:
            expires = AS_OF - days(rng.randrange(5, 60))
            at = expires - days(365)
            confirmed = None
            notes.append("expired before 2026-11-02")
        channel = rng.choices(["email", "any", "phone"], [80, 12, 8])[0]
        sheet.add([
            f"C-{number:05d}", person.email, person.phone if channel != "email" else "", channel,
            "marketing", status, "consent", iso(at), "web-form-v3", rng.choice(["2025-06", "2026-02"]),
            address, iso(confirmed), iso(expires)], *notes)
        if status == "granted" and not expires and rng.random() < 0.05:
            number += 1
            later = at + (AS_OF - at) * rng.uniform(0.1, 0.9)
            sheet.add([
                f"C-{number:05d}", person.email, "", "email", "marketing", "withdrawn", "consent",
                iso(later), "preference-centre", "2026-02", address, "", ""],
                "consent withdrawn after it was granted (row above)")
    sheet.rows[50][0][3] = "fax"
    sheet.mark(50, "channel that does not exist")
    sheet.rows[51][0][5] = ""
    sheet.mark(51, "no status: rejected")
    sheet.rows[52][0][9:11] = ["", ""]
    sheet.mark(52, "no wording version and no IP address: weak evidence")
    return sheet


def suppressions(world, people):
    rng = world.random
    sheet = Sheet("do-not-contact.csv", [
        "email", "phone", "email_sha256", "phone_sha256", "domain", "channel", "reason", "registry", "since"])
    for person in rng.sample(people, 70):
        sheet.add([
            person.email, "", "", "", "", "email", rng.choice(["asked by telephone", "legal", "complaint"]),
            "internal", iso(AS_OF - days(rng.randrange(1, 400)))], "a lead's e-mail address")
    for person in rng.sample([p for p in people if p.phone], 40):
        sheet.add([
            "", person.phone, "", "", "", rng.choice(["phone", "any"]), "national registry", "robinson",
            iso(AS_OF - days(rng.randrange(1, 900)))], "a lead's telephone number")
    for person in rng.sample(people, 25):
        sheet.add([
            "", "", sha256(person.email), "", "", "email", "industry list", "robinson",
            iso(AS_OF - days(rng.randrange(1, 900)))], "a lead's e-mail address as a hash")
    for firm in rng.sample(world.companies, 4):
        sheet.add([
            "", "", "", "", firm.domain, "any", "competitor", "internal",
            iso(AS_OF - days(rng.randrange(1, 200)))], "a whole domain that leads have")
    for number in range(20):
        sheet.add([
            f"never.seen{number}@example.org", "", "", "", "", "any", "asked in writing", "internal",
            iso(AS_OF - days(rng.randrange(1, 200)))])
    for registry in ("internal", "robinson"):
        sheet.add([
            f"latest.entry@{registry}.example.org", "", "", "", "", "any", "newest entry of the registry",
            registry, iso(AS_OF - days(1))])
    sheet.add(["", "", "", "", "", "email", "no key", "internal", iso(AS_OF - days(2))], "names nobody: rejected")
    return sheet


def teams():
    sheet = Sheet("teams.csv", ["team_id", "name", "manager", "parent", "time_zone"])
    sheet.add(["sales", "Sales", "head-of-sales", "", "Europe/Berlin"])
    sheet.add(["emea", "Europe, Middle East and Africa", "m.keller", "sales", "Europe/Berlin"])
    sheet.add(["north", "North", "s.lindgren", "sales", "Europe/Stockholm"])
    sheet.add(["partners", "Partners", "head-of-sales", "channel", ""], "part of a team that does not exist")
    sheet.add(["", "Team without an id", "", "sales", ""], "no id: rejected")
    return sheet


def users():
    sheet = Sheet("users.csv", [
        "login", "first_name", "last_name", "email", "phone", "job_title", "teams", "manager", "time_zone",
        "active"])
    sheet.add([
        "head-of-sales", "Ingrid", "Haas", "ingrid.haas@example.com", "+4930231250001", "Head of Sales",
        "sales", "", "Europe/Berlin", "yes"])
    sheet.add([
        "m.keller", "Max", "Keller", "m.keller@example.com", "+4930231250002", "Sales Manager",
        "emea; sales", "head-of-sales", "Europe/Berlin", "yes"])
    sheet.add([
        "s.lindgren", "Sofia", "Lindgren", "s.lindgren@example.com", "+46313900602", "Sales Manager",
        "north; sales", "head-of-sales", "Europe/Stockholm", "yes"])
    sheet.add([
        "p.novak", "Petra", "Novak", "p.novak@example.com", "", "Account Executive", "emea", "m.keller",
        "Europe/Prague", "yes"])
    sheet.add([
        "d.tremblay", "Denis", "Tremblay", "d.tremblay@example.com", "", "Account Executive", "emea",
        "m.keller", "America/Toronto", "yes"])
    sheet.add([
        "a.rossi", "Anna", "Rossi", "a.rossi@example.com", "", "Account Executive", "north", "s.lindgren",
        "Europe/Rome", "yes"])
    sheet.add([
        "j.okafor", "Joy", "Okafor", "j.okafor@example.com", "", "Account Executive", "north",
        "s.lindgren", "Europe/London", "yes"])
    sheet.add([
        "sales-desk", "", "", "sales@example.com", "", "", "sales", "head-of-sales", "Europe/Berlin", "yes"])
    sheet.add([
        "k.brandt", "Kai", "Brandt", "k.brandt@example.com", "", "Account Executive", "emea", "t.former",
        "Berlin", "no"], "manager who does not exist", "time zone that does not exist")
    sheet.add([
        "l.moreau", "Lea", "Moreau", "l.moreau@example.com", "", "Account Executive", "emea;south",
        "m.keller", "Europe/Paris", "on leave"], "team that does not exist", "status that does not exist")
    sheet.add([
        "", "Nobody", "Known", "nobody@example.com", "", "", "", "", "", "yes"], "no id: rejected")
    return sheet


PRODUCTS = [
    ("PLT-S", "Platform Small", "Platform", 400, "monthly"),
    ("PLT-M", "Platform Medium", "Platform", 900, "monthly"),
    ("PLT-L", "Platform Large", "Platform", 1900, "monthly"),
    ("PIL-1", "Pilot", "Services", 5000, "one_time"),
    ("ONB-1", "Onboarding day", "Services", 1250, "one_time"),
    ("SUP-G", "Gold support", "Support", 4800, "annual"),
    ("API-1", "API access", "Add-ons", 2400, "annual"),
    ("TRN-1", "Training", "Services", 980.5, "one_time"),
]


def products():
    sheet = Sheet("products.csv", [
        "sku", "name", "family", "unit_price", "currency", "billing", "active", "description"])
    for sku, name, family, price, billing in PRODUCTS:
        sheet.add([sku, name, family, f"{price:.2f}", "EUR", billing, "yes", ""])
    sheet.rows[3][0][7] = "Three months, two teams"
    sheet.add([
        "OLD-1", "Desktop edition", "Platform", "call us", "EUR", "one_time", "discontinued",
        "No longer sold"], "price that is no number")
    sheet.add(["00042", "Welcome pack", "Goods", "49.90", "Euros", "once", "yes", "Number with leading zeros"],
              "currency that is no code")
    sheet.add(["PLT-X", "", "Platform", "100.00", "EUR", "monthly", "yes", ""], "no name: rejected")
    return sheet


def deal_lines(seed, deal_sheet):
    """Up to three products for every third deal, drawn apart so that nothing else changes."""
    rng = random.Random(seed)
    sheet = Sheet("deal-lines.csv", [
        "line_id", "deal", "product", "quantity", "unit_price", "amount", "currency"])
    number = 0
    for cells, _ in deal_sheet.rows[::3]:
        for sku, _, _, price, _ in rng.sample(PRODUCTS, rng.choice([1, 1, 2, 3])):
            number += 1
            quantity = rng.choice([1, 1, 2, 5, 10, 12])
            discount = rng.choice([1, 1, 1, 0.9, 0.8])
            sheet.add([
                f"L-{number:05d}", cells[0], sku, quantity, f"{price:.2f}",
                f"{quantity * price * discount:.2f}", "EUR"])
    sheet.rows[10][0][2] = "PLT-XL"
    sheet.mark(10, "product that does not exist")
    sheet.rows[11][0][1] = "D-9998"
    sheet.mark(11, "deal that does not exist")
    sheet.rows[12][0][5] = "999999.00"
    sheet.mark(12, "amount that is more than quantity times price")
    sheet.rows[13][0][5] = ""
    sheet.mark(13, "no amount: quantity times price")
    sheet.rows[14][0][2] = ""
    sheet.mark(14, "no product: rejected")
    return sheet
