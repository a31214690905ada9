"""Runs the import and its peer on generated leads and prints seconds, memory and ratios.

Started by Tests/Benchmarks/run.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".build" / "benchmarks"
STAGES = ["ingest", "validate", "dedupe", "enrich", "score"]
FIRST_NIGHT, SECOND_NIGHT = "2026-11-02T06:00:00Z", "2026-11-03T06:00:00Z"


class Measure:
    """Wall and processor seconds and the peak memory of one child process."""

    def __init__(self, command, accept=(0,)):
        started = time.monotonic()
        with open(FOLDER / "log", "wb") as log:
            child = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, cwd=ROOT)
            _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.monotonic() - started
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        self.output = (FOLDER / "log").read_text(errors="replace")
        code = os.waitstatus_to_exitcode(status)
        if code not in accept:
            sys.exit(f"{' '.join(map(str, command))}\nended with {code}:\n{self.output}")

    def line(self, label, note=""):
        return (
            f"  {label:<28} {self.seconds:9.2f} s {self.processor:9.2f} s {self.megabytes:8.0f} MB   {note}")


def generate(first, count, name):
    path = FOLDER / name
    generator = ROOT / "Tests/Benchmarks/generate_leads.py"
    if not path.exists() or path.stat().st_mtime < generator.stat().st_mtime:
        partial = path.with_suffix(".partial")
        subprocess.run(
            [sys.executable, generator, str(first), str(count), partial], check=True)
        partial.rename(path)
    return path


def night(programs, workspace, file, as_of):
    """One night of the import: a measure for each stage."""
    common = [
        "--workspace", workspace, "--as-of", as_of, "--config", ROOT / "pipelines", "--progress", "none"]
    measures = {}
    for stage in STAGES:
        options = {"ingest": [file], "validate": ["--dns", "off"]}.get(stage, [])
        measures[stage] = Measure(
            [programs / f"leadmill-{stage}", *common, *options], accept=(0, 10, 99))
    return measures


def median(measures):
    """Medians of several measures of one command, each figure for itself."""
    result = Measure.__new__(Measure)
    for figure in ["seconds", "processor", "megabytes"]:
        setattr(result, figure, statistics.median(getattr(m, figure) for m in measures))
    return result


def show_night(title, nights):
    """Prints a night's stages, medians of all rounds, and returns the median of the whole nights."""
    print(f"{title:<30} {'wall':>11} {'processor':>11} {'peak':>11}")
    seconds = statistics.median(sum(m.seconds for m in night.values()) for night in nights)
    measures = {stage: median([night[stage] for night in nights]) for stage in STAGES}
    for stage, measure in measures.items():
        print(measure.line(stage, f"{measure.seconds / seconds:4.0%} of the time"))
    megabytes = max(m.megabytes for m in measures.values())
    print(f"  {'together':<28} {seconds:9.2f} s {'':11} {megabytes:8.0f} MB")
    return seconds


def build_loop():
    """The bare C loop, or nothing where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    program = FOLDER / "libcsv_to_sqlite"
    source = ROOT / "Tests/Benchmarks/libcsv_to_sqlite.c"
    subprocess.run([compiler, "-O2", "-o", program, source, "-lcsv", "-lsqlite3"], check=True)
    return program


def compare(rows, programs, with_peer, rounds):
    print(f"\n== {rows:,} leads, 20 columns ==", flush=True)
    file = generate(0, rows, f"leads-{rows}.csv")
    changes = generate(rows, max(1, rows // 100), f"leads-{rows}-second-night.csv")
    print(f"{file.stat().st_size / 1e6:.0f} MB of CSV; second night: {max(1, rows // 100):,} new rows")
    workspace = FOLDER / f"workspace-{rows}"
    database = FOLDER / "peer.db"
    loop = build_loop()
    first, second, floor, copy, peer = [], [], [], [], []
    for _ in range(rounds):
        shutil.rmtree(workspace, ignore_errors=True)
        first.append(night(programs, workspace, file, FIRST_NIGHT))
        remove(database)
        copy.append(
            Measure([
                sys.executable, ROOT / "Tests/Benchmarks/copy_tables.py", workspace / "leadmill.db",
                database]))
        second.append(night(programs, workspace, changes, SECOND_NIGHT))
        if loop:
            remove(database)
            floor.append(Measure([loop, file, database]))
        if with_peer:
            remove(database)
            peer.append(Measure([sys.executable, ROOT / "Tests/Benchmarks/pandas_peer.py", file, database]))

    seconds = show_night("first night", first)
    print(f"  {rows / seconds:,.0f} rows a second; database {database_megabytes(workspace):.0f} MB")
    again = show_night("second night, 1 % new", second)
    print(f"  {again / seconds:.1%} of the first night (goal: under 5 %)")
    print("for scale")
    print(median(copy).line("SQLite copies the tables"))
    if floor:
        print(median(floor).line("libcsv into one table, in C"))
        ingest = statistics.median(night["ingest"].seconds for night in first)
        print(f"  ingest takes {ingest / median(floor).seconds:.2f} times as long (goal: at most 1.5)")
    if peer:
        print(median(peer).line("pandas script"))
        ratio = median(peer).seconds / seconds
        print(f"  {ratio:.1f} times as fast as the pandas script (goal: 10)")
        checks = statistics.median(checks_alone(measure.output) for measure in peer)
        validate = statistics.median(night["validate"].seconds for night in first)
        print(f"  of it email-validator and phonenumbers: {checks:.2f} s; all of validate, writing "
              f"included, is {checks / validate:.1f} times as fast (goal: 10)")
    print(flush=True)


def remove(database):
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()


def checks_alone(output):
    """The seconds that the peer spent in its checks, as it printed them."""
    return float(re.search(r"^checks ([0-9.]+) s$", output, re.MULTILINE)[1])


def database_megabytes(workspace):
    return sum(path.stat().st_size for path in workspace.glob("leadmill.db*")) / 1e6


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--programs", type=pathlib.Path, required=True)
    options.add_argument("--no-peer", action="store_true")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("rows", nargs="*", type=int, default=[100_000, 1_000_000])
    arguments = options.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"{os.cpu_count()} processors; times are wall clock, medians of {arguments.rounds} rounds; "
          "memory is the peak of one process")
    for rows in arguments.rows or [100_000, 1_000_000]:
        compare(rows, arguments.programs.resolve(), not arguments.no_peer, arguments.rounds)


main()
