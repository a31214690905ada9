"""The companies and people that every file of the sample data talks about."""

import datetime
import random
import unicodedata
from dataclasses import dataclass

from . import tables

AS_OF = datetime.datetime(2026, 11, 2, 6, 0, 0)

# The share of each country, in per cent.
COUNTRY_WEIGHTS = {
    "DE": 26, "GB": 22, "US": 18, "FR": 11, "AU": 5, "SE": 5, "CA": 4, "AT": 3, "CH": 2, "NL": 1,
    "IE": 1, "ES": 1, "PL": 1,
}


def ascii_slug(text):
    """Lower-case letters, digits and hyphens, as in a domain name or a mailbox."""
    for letter, plain in (("ß", "ss"), ("Ł", "L"), ("ł", "l"), ("Ø", "O"), ("ø", "o")):
        text = text.replace(letter, plain)
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        text = text.replace(letter, plain)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    kept = "".join(c if c.isalnum() else "-" for c in plain.lower())
    return "-".join(part for part in kept.split("-") if part)


@dataclass
class Company:
    external_id: str
    base_name: str
    legal_form: str
    domain: str
    country: str
    city: tuple
    postcode: str
    street: str
    industry: str
    employees: int
    revenue: int
    phone: str

    @property
    def name(self):
        return f"{self.base_name} {self.legal_form}"


@dataclass
class Person:
    first_name: str
    last_name: str
    email: str
    phone: str  # E.164, empty for none
    company: Company
    job_title: str
    country: str
    city: tuple
    postcode: str
    street: str
    created_at: datetime.datetime

    @property
    def full_name(self):
        return f"{self.first_name} {self.last_name}"


class World:
    """Everything is drawn from one seeded generator, in a fixed order."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.used_phones = set()
        self.used_emails = set()
        self.companies = [self._company(number) for number in range(1, 271)]

    def digits(self, pattern):
        return "".join(str(self.random.randrange(10)) if c == "#" else c for c in pattern)

    def country(self):
        return self.random.choices(list(COUNTRY_WEIGHTS), list(COUNTRY_WEIGHTS.values()))[0]

    def phone(self, country, city):
        """A number that nobody else has, or an empty text where the range is used up or missing."""
        if not city[4]:
            return ""
        for _ in range(60):
            area = city[3]
            subscriber = self.digits(city[4])
            number = f"+{tables.COUNTRIES[country][2]}{area}{subscriber}"
            if number not in self.used_phones:
                self.used_phones.add(number)
                return number
        return ""

    def _company(self, number):
        rng = self.random
        country = self.country()
        language = tables.COUNTRIES[country][4]
        first = tables.COMPANY_FIRST[(number - 1) % 30]
        if country in ("DE", "AT") and rng.random() < 0.5:
            base = f"{first} {rng.choice(tables.COMPANY_DE)}"
        else:
            base = f"{first} {tables.COMPANY_SECOND[(number - 1) // 30 + (number % 6)]}"
        legal = rng.choice(tables.LEGAL_FORMS[country])
        suffix = rng.choice(["example.com", "example.com", "example.org", "example.net"])
        city = rng.choice(tables.CITIES[country])
        employees = int(min(20000, max(3, rng.lognormvariate(4.4, 1.3))))
        revenue = int(employees * rng.uniform(60, 240)) * 1000
        street = f"{rng.choice(tables.STREETS.get(language, tables.STREETS['en']))} {rng.randrange(1, 140)}"
        return Company(
            f"ACC-{number:04d}", base, legal, f"{ascii_slug(base)}.{suffix}", country, city,
            self.digits(city[2]), street, rng.choice(tables.INDUSTRIES), employees, revenue,
            self.phone(country, city))

    def person(self):
        rng = self.random
        company = rng.choice(self.companies)
        country = company.country if rng.random() < 0.9 else self.country()
        city = company.city if country == company.country else rng.choice(tables.CITIES[country])
        language = tables.COUNTRIES[country][4]
        first = rng.choice(tables.FIRST_NAMES[language].split())
        last = rng.choice(
            tables.LAST_NAMES_NL if language == "nl" else tables.LAST_NAMES[language].split())
        mailbox = f"{ascii_slug(first)}.{ascii_slug(last)}"
        domain = company.domain
        if rng.random() < 0.12:
            domain = rng.choice(["example.com", "example.org", "example.net"])
        email = f"{mailbox}@{domain}"
        counter = 2
        while email in self.used_emails:
            email = f"{mailbox}{counter}@{domain}"
            counter += 1
        self.used_emails.add(email)
        phone = self.phone(country, city) if rng.random() < 0.82 else ""
        # More leads towards the end, as a growing business has.
        days_ago = int(360 * (1 - rng.random() ** 0.55)) + 1
        created = (AS_OF - datetime.timedelta(days=days_ago)).replace(
            hour=rng.randrange(7, 20), minute=rng.randrange(60), second=rng.randrange(60))
        street = f"{rng.choice(tables.STREETS.get(language, tables.STREETS['en']))} {rng.randrange(1, 140)}"
        return Person(
            first, last, email, phone, company, rng.choice(tables.JOB_TITLES), country, city,
            company.postcode if city is company.city else self.digits(city[2]), street, created)

    def spelled_phone(self, phone):
        """One of the ways in which people write a number down."""
        if not phone:
            return ""
        rng = self.random
        for country, (_, _, code, trunk, _) in tables.COUNTRIES.items():
            if not phone.startswith("+" + code):
                continue
            area = next(
                (c[3] for c in tables.CITIES[country] if c[3] and phone[1 + len(code):].startswith(c[3])),
                None)
            if area is None:
                continue
            rest = phone[1 + len(code) + len(area):]
            if code == "1":
                return rng.choice([
                    f"({area}) {rest[:3]}-{rest[3:]}", f"{area}-{rest[:3]}-{rest[3:]}",
                    f"+1 {area}.{rest[:3]}.{rest[3:]}", phone])
            if code == "33":
                pairs = " ".join(rest[i:i + 2] for i in range(0, 8, 2))
                return rng.choice([f"0{area} {pairs}", f"+33 {area} {pairs}", phone])
            if code == "61":  # "00" is not dialled in Australia
                return rng.choice([f"0{area} {rest}", f"+61 {area} {rest[:4]} {rest[4:]}", phone])
            return rng.choice([
                f"+{code} {area} {rest[:4]} {rest[4:]}".strip(), f"{trunk}{area} {rest}",
                f"({trunk}{area}) {rest}", f"00{code} {area} {rest}", f"+{code} ({trunk}){area} {rest}",
                phone])
        return phone
