"""Times our reading of e-mail addresses beside PyPI's email-validator, in one run.

    Tests/Benchmarks/emails [--rows N] [--bin DIR]

N addresses (100,000), most of them right, some international, quoted, misspelt or wrong, are judged by
email-validator (`validate_email` without DNS, one loop on one core), by `leadmill check --stream` (one
record after the other, from JSON to JSON), and by the validate stage on a file of them. The process's
start, reading and writing count for ours, not for the peer's.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time

import email_validator

ROOT = pathlib.Path(__file__).resolve().parents[2]


def addresses(count):
    draw = random.Random(7)
    first = ["ann", "bob", "carla", "dmitri", "eve", "jürgen", "zoë"]
    last = ["lee", "ray", "müller", "o'brien", "van.dijk", "smith"]
    for number in range(count):
        name, family = draw.choice(first), draw.choice(last)
        if draw.random() < 0.95:
            name, family = name.replace("ü", "ue").replace("ë", "e"), family.replace("ü", "ue")
        address = f"{name}.{family}{number}@company{draw.randrange(20_000)}.example.com"
        kind = draw.random()
        if kind < 0.02:
            address = address.replace("@", "", 1)
        elif kind < 0.04:
            address = f"{name}..{family}@example.com"
        elif kind < 0.06:
            address = f"{name}{number}@bücher{draw.randrange(500)}.example.org"
        elif kind < 0.07:
            address = f'"{name} {family}"@example.net'
        elif kind < 0.10:
            address = f"{name}.{family}@gmial.com"
        yield address


def peer(rows):
    start = time.perf_counter()
    taken = 0
    for address in rows:
        try:
            email_validator.validate_email(
                address, check_deliverability=False, allow_quoted_local=True, test_environment=True)
            taken += 1
        except email_validator.EmailNotValidError:
            pass
    return time.perf_counter() - start, taken


def stream(binaries, rows):
    lines = "".join(json.dumps({"email": address}) + "\n" for address in rows)
    start = time.perf_counter()
    result = subprocess.run(
        [binaries / "leadmill", "check", "--stream", "--as-of", "2026-11-02",
         "--config", ROOT / "pipelines"], input=lines, text=True, capture_output=True)
    seconds = time.perf_counter() - start
    return seconds, sum('"email":"' in line for line in result.stdout.split("\n"))


def stage(binaries, rows):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "addresses.csv"
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["external_id", "last_name", "email"])
            writer.writerows([f"E{number}", "Lee", row] for number, row in enumerate(rows))
        common = ["--workspace", f"{folder}/ws", "--as-of", "2026-11-02",
                  "--config", ROOT / "pipelines", "--progress", "none"]
        subprocess.run(
            [binaries / "leadmill-ingest", *common, path], check=False, capture_output=True)
        start = time.perf_counter()
        result = subprocess.run(
            [binaries / "leadmill-validate", *common], check=False, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        if result.returncode not in (0, 10):
            raise SystemExit(result.stderr)
        return seconds


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--bin", type=pathlib.Path, default=ROOT / ".build" / "release")
    options = arguments.parse_args()
    rows = list(addresses(options.rows))
    theirs, taken = peer(rows)
    print(f"{os.cpu_count()} cores, {len(rows):,} addresses")
    print(f"email-validator {email_validator.__version__}: {theirs:.2f} s, {taken:,} taken")
    ours, taken = stream(options.bin, rows)
    print(f"leadmill check --stream: {ours:.2f} s, {taken:,} taken, {theirs / ours:.1f} times as fast")
    ours = stage(options.bin, rows)
    print(f"leadmill-validate: {ours:.2f} s, {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
