"""Links generated people with leadmill-dedupe and with Splink and prints seconds, memory and F1.

Started by Tests/Benchmarks/linkage.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".build" / "benchmarks"
AS_OF = "2026-11-02T06:00:00Z"


def run(command, accept=(0,)):
    """Output, wall seconds and peak megabytes of a child process."""
    started = time.monotonic()
    with open(FOLDER / "log", "wb") as log:
        child = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
    output = (FOLDER / "log").read_text(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    if code not in accept:
        sys.exit(f"{' '.join(map(str, command))}\nended with {code}:\n{output}")
    return output, time.monotonic() - started, usage.ru_maxrss / 1024


def people(count):
    path = FOLDER / f"people-{count}.csv"
    generator = ROOT / "Tests/Benchmarks/linkage_people.py"
    if not path.exists() or path.stat().st_mtime < generator.stat().st_mtime:
        run([sys.executable, generator, count, path])
    return path, [int(line) for line in open(f"{path}.truth")]


def base(programs, path):
    """A workspace whose leads wait for linking."""
    workspace = path.with_suffix(".workspace")
    shutil.rmtree(workspace, ignore_errors=True)
    common = [
        "--workspace", workspace, "--as-of", AS_OF, "--config", ROOT / "pipelines", "--progress", "none"]
    run([programs / "leadmill-ingest", path, *common])
    run([programs / "leadmill-validate", "--dns", "off", *common], accept=(0, 10))
    return workspace, common


def link(programs, workspace, common):
    """Seconds of blocking, training, scoring and clustering, megabytes of the program, the person of
    each row, and the program's seconds with reading, keys, survivorship and writing."""
    copy = workspace.with_suffix(".linked")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace, copy)
    os.sync()
    command = [programs / "leadmill-dedupe", "--json", *common]
    command[command.index(workspace)] = copy
    output, seconds, megabytes = run(command)
    steps = json.loads(output.splitlines()[-1])["milliseconds_of_steps"]
    linking = sum(steps[step] for step in ("block", "train", "score", "cluster")) / 1000
    store = sqlite3.connect(copy / "leadmill.db")
    persons = dict(store.execute(
        "SELECT external_id, coalesce(entity_id, id) FROM lead LEFT JOIN entity_link ON lead_id = id"))
    return linking, megabytes, persons, seconds


def splink(path):
    """The same of Splink; the seconds are those that it says, without start and reading."""
    clusters = path.with_suffix(".clusters")
    output, _, megabytes = run([sys.executable, ROOT / "Tests/Benchmarks/splink_peer.py", path, clusters])
    with open(clusters, newline="", encoding="utf-8") as file:
        persons = {row["unique_id"]: row["cluster_id"] for row in csv.DictReader(file)}
    return float(output.splitlines()[-1].split()[0]), megabytes, persons


def quality(persons, truth):
    """Precision, recall and F1 over pairs of rows."""
    def pairs(keys):
        return sum(size * (size - 1) // 2 for size in Counter(keys).values())
    found = [persons.get(f"P{row}", f"-{row}") for row in range(len(truth))]
    right = pairs(zip(found, truth))
    precision, recall = right / max(1, pairs(found)), right / max(1, pairs(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def line(label, runs, truth):
    seconds = statistics.median(run[0] for run in runs)
    megabytes = statistics.median(run[1] for run in runs)
    precision, recall, f1 = quality(runs[-1][2], truth)
    print(
        f"  {label:<18} {seconds:9.2f} s {megabytes:8.0f} MB   precision {precision:.4f}  "
        f"recall {recall:.4f}  F1 {f1:.4f}", flush=True)
    return seconds, megabytes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("rows", nargs="*", type=int, default=[100_000, 1_000_000])
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for count in arguments.rows or [100_000, 1_000_000]:
        path, truth = people(count)
        workspace, common = base(arguments.programs, path)
        ours, peers = [], []
        for _ in range(arguments.rounds):
            ours.append(link(arguments.programs, workspace, common))
            peers.append(splink(path))
        print(f"{count:,} rows of {len(set(truth)):,} people, median of {arguments.rounds}")
        seconds, megabytes = line("leadmill-dedupe", ours, truth)
        peer_seconds, peer_megabytes = line("Splink, DuckDB", peers, truth)
        whole = statistics.median(run[3] for run in ours)
        print(
            f"  {peer_seconds / seconds:.1f} times as fast, {megabytes / peer_megabytes:.2f} of the memory"
            f"; the whole of leadmill-dedupe {whole:.2f} s: {peer_seconds / whole:.1f} times")


main()
