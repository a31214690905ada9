"""The straightforward script that people write instead: pandas, email-validator, phonenumbers, SQLite.

Usage: pandas_peer.py LEADS.csv OUT.db

It does less than the import that it stands beside: no source layer, no ledger, no findings with
positions, no incremental second night, no provenance.
"""

import sqlite3
import sys
import time

import pandas
import phonenumbers
from email_validator import EmailNotValidError, validate_email

COUNTRIES = {
    "US": "US", "AU": "AU", "NL": "NL", "France": "FR", "United Kingdom": "GB", "Germany": "DE"}
FREE = {"example.com", "example.org", "example.net"}


def clean_email(text):
    try:
        # The domains are reserved ones, which the default settings refuse.
        return validate_email(
            text.strip().lower(), check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        return None


def clean_phone(text, country):
    if not text:
        return None, None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None, None
    if not phonenumbers.is_valid_number(number):
        return None, None
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.region_code_for_number(number))


def main():
    frame = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    frame["country"] = frame["country"].map(COUNTRIES)
    started = time.monotonic()
    frame["email"] = [clean_email(text) for text in frame["email"]]
    phones = [clean_phone(text, country) for text, country in zip(frame["phone"], frame["country"])]
    frame["phone"] = [phone for phone, _ in phones]
    frame["region"] = [region for _, region in phones]
    checks = time.monotonic() - started
    for column in ("utm_source", "utm_medium", "utm_campaign"):
        frame[column] = frame[column].str.strip().str.lower()
    frame["employees"] = pandas.to_numeric(frame["employees"], errors="coerce")
    frame["created_at"] = pandas.to_datetime(frame["created_at"], errors="coerce", utc=True)

    # Duplicates by e-mail, then telephone, then company with name; the first row survives.
    for keys in (["email"], ["phone"], ["company", "first_name", "last_name"]):
        known = frame[keys].notna().all(axis=1)
        frame = frame[~(known & frame.duplicated(subset=keys))]

    # Company from the e-mail domain where none was given.
    domain = frame["email"].str.split("@").str[1]
    missing = (frame["company"] == "") & domain.notna() & ~domain.isin(FREE)
    frame.loc[missing, "company"] = domain[missing]

    senior = frame["job_title"].str.contains("Chief|VP|Head|Managing", regex=True)
    score = (
        senior * 25 + (frame["employees"] >= 50) * 15 + frame["phone"].notna() * 10
        + frame["email"].notna() * 20 + (frame["consent_status"] == "granted") * 20
        + frame["utm_source"].isin(["google", "linkedin"]) * 10)
    frame["score"] = score.clip(0, 100)
    with sqlite3.connect(sys.argv[2]) as database:
        frame.to_sql("lead", database, if_exists="replace", index=False)
        database.execute("CREATE INDEX lead_email ON lead (email)")
        database.execute("CREATE INDEX lead_phone ON lead (phone)")
    print(f"checks {checks:.3f} s")
    print(f"{len(frame)} leads")


main()
