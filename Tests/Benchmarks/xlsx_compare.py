"""Times the readers of a workbook in turns and prints medians, ratios and peak memory.

Started by Tests/Benchmarks/xlsx.
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".build" / "benchmarks"
PEER = ROOT / "Tests/Benchmarks/xlsx_peer.py"
READERS = ["leadmill", "polars", "fastexcel", "calamine", "openpyxl", "isal", "zlib"]
LABELS = {
    "polars": "polars.read_excel", "calamine": "python-calamine", "openpyxl": "openpyxl, read-only",
    "isal": "inflate alone, ISA-L", "zlib": "inflate alone, zlib"}
# What is asked of us: at least so many times as fast.
ASKED = {"polars": 2, "openpyxl": 10}
HEADER = [
    "Lead ID", "First name", "Last name", "E-mail", "Phone", "Company", "Job title", "Street",
    "Postcode", "City", "Country", "Website", "Source", "Campaign", "Created", "Consent",
    "Employees", "Revenue", "Score", "Notes"]
FIRST = ["Ada", "Grace", "Alan", "Barbara", "Katherine", "Claude", "Jürgen", "Zoë"]
LAST = ["Ashdown", "Birch", "Crane", "Dale", "Elm", "Müller", "O'Neill", "Kestrel"]
CITIES = ["Berlin", "Paris", "London", "Köln", "Madrid", "Roma", "Lisboa"]


def generate(rows, kind):
    """A workbook of invented leads; with inline texts, or with all of them in the text table."""
    path = FOLDER / f"leads-{rows}-{kind}.xlsx"
    if not path.exists():
        print(f"writing {path.name}", file=sys.stderr)
        partial = path.with_suffix(".partial")
        # A process of its own: what it needs would count as the memory of those started later.
        subprocess.run([sys.executable, __file__, "--write", partial, str(rows), kind], check=True)
        partial.rename(path)
    return path


def write(path, rows, kind):
    import xlsxwriter

    draw = random.Random(7)
    book = xlsxwriter.Workbook(path, {"constant_memory": kind == "inline"})
    sheet = book.add_worksheet("Leads")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADER)
    for row in range(1, rows + 1):
        first, last, n = draw.choice(FIRST), draw.choice(LAST), draw.randrange(10**6)
        texts = {
            0: f"L-{row:07d}", 1: first, 2: last, 3: f"person{n}@example{n % 50}.com",
            5: f"{last} & Sons {n % 5000} Ltd", 6: f"Head of {draw.choice(['Sales', 'IT'])}",
            7: f"{n % 300} High Street", 8: f"{n % 100000:05d}", 9: draw.choice(CITIES), 10: "DE",
            11: f"https://www.example{n % 5000}.com/about", 12: "event", 13: f"spring-{n % 20}",
            19: f"met at booth {n % 40}, wants a call back" if n % 2 else ""}
        numbers = {4: 442079460000 + n % 1000, 16: n % 10000, 17: n * 1.25, 18: n % 101}
        for column in range(20):
            if column in texts:
                sheet.write_string(row, column, texts[column])
            elif column in numbers:
                sheet.write_number(row, column, numbers[column])
            elif column == 14:
                sheet.write_number(row, column, 45000 + n % 900, date)
            else:
                sheet.write_boolean(row, column, n % 3 == 0)
    book.close()


class Run:
    """One reading in a process of its own."""

    def __init__(self, reader, path, programs):
        if reader == "leadmill":
            command = [programs / "tabular-dump", "--count", path]
        else:
            command = [sys.executable, PEER, reader, path]
        started = time.monotonic()
        child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE)
        output = child.stdout.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.monotonic() - started
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{reader} failed on {path}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        if reader == "leadmill":
            # Of us the whole process counts, opening and fingerprint too; of peers the reading.
            self.rows = int(output.strip().split("\n")[-1].split('"')[3])
        else:
            words = output.split()
            self.rows, self.seconds, self.processor = int(words[0]), float(words[1]), float(words[2])


def compare(path, rows, runs, programs):
    print(f"\n{path.name}: {path.stat().st_size / 1e6:.0f} MB, medians of {runs} runs in turns")
    print(f"  {'':<22}{'seconds':>9}{'processor':>11}{'peak MB':>9}{'ours is':>10}   asked")
    taken = {reader: [] for reader in READERS}
    for turn in range(runs):
        for reader in READERS:
            # The slowest reads a large file once: minutes do not get better by repeating them.
            if reader == "openpyxl" and turn > 0 and rows > 200_000:
                continue
            run = Run(reader, path, programs)
            if run.rows not in (0, rows + 1):
                sys.exit(f"{reader} delivered {run.rows} rows of {rows + 1}")
            taken[reader].append(run)
    medians = {
        reader: [statistics.median(getattr(run, field) for run in taken[reader])
                 for field in ("seconds", "processor", "megabytes")] for reader in READERS}
    ours = medians["leadmill"]
    good = True
    for reader in READERS:
        seconds, processor, megabytes = medians[reader]
        ratio = seconds / ours[0]
        note = ""
        if reader in ASKED:
            good = good and ratio >= ASKED[reader]
            note = f"{ASKED[reader]} x: {'held' if ratio >= ASKED[reader] else 'MISSED'}"
        factor = "" if reader == "leadmill" else f"{ratio:.2f} x"
        print(f"  {LABELS.get(reader, reader):<22}{seconds:>9.2f}{processor:>11.2f}{megabytes:>9.0f}"
              f"{factor:>10}   {note}")
    if "inline" in path.name:
        good = good and ours[2] < 200
        print(f"  peak memory under 200 MB: {'held' if ours[2] < 200 else 'MISSED'}")
    return good


def main():
    if sys.argv[1] == "--write":
        write(sys.argv[2], int(sys.argv[3]), sys.argv[4])
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("rows", type=int, nargs="*", default=[100_000, 1_000_000])
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    good = True
    for rows in arguments.rows:
        for kind in ("inline", "shared"):
            path = generate(rows, kind)
            good = compare(path, rows, arguments.runs, arguments.programs) and good
    sys.exit(0 if good else 1)


main()
