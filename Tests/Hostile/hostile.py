"""Gives each hostile file to `leadmill inspect`, `import --dry-run` and `import`, and says what came of it.

    hostile.py --programs DIR --pipelines DIR [--only WORDS] [--keep DIR]

A file has to be read, or refused with exit code 30 and an answer that says what was found and where;
in bounded time and memory, and with nothing of a refused file in the store. Prints one line a file and
exits 1 when any is not as it has to be.
"""

import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import cases

# A workbook of a few megabytes, or 1 GB of text: reading it and hashing it takes about 2 s.
MOST_SECONDS = 20
MOST_MEGABYTES = 400


class Result:
    def __init__(self, command, folder):
        started = time.monotonic()
        out = open(folder / "out", "w+b")
        errors = open(folder / "errors", "w+b")
        child = subprocess.Popen(command, stdout=out, stderr=errors, stdin=subprocess.DEVNULL)
        killed = False
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - started > MOST_SECONDS * 6:
                child.kill()
                killed = True
                _, status, usage = os.wait4(child.pid, 0)
                break
            time.sleep(0.005)
        child.returncode = 0
        self.status = -9 if killed else os.waitstatus_to_exitcode(status)
        # Of the processor: what else the machine does is none of the program's.
        self.seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        for stream in (out, errors):
            stream.seek(0)
        self.out = out.read(1 << 20).decode("utf-8", "replace")
        self.errors = errors.read(1 << 20).decode("utf-8", "replace")

    @property
    def answer(self):
        lines = [line for line in self.errors.splitlines() if "error" in line]
        return lines[0] if lines else self.errors.strip()


def counts(workspace):
    store = workspace / "leadmill.db"
    if not store.exists():
        return 0, 0
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        return tuple(
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("source_row", "lead"))


def judge(name, expected, results, held):
    """What is not as it has to be."""
    inspect, rehearsal, load = results
    wrong = []
    for word, result in zip(("inspect", "dry run", "import"), results):
        if result.seconds > MOST_SECONDS:
            wrong.append(f"{word} took {result.seconds:.0f} s")
        if result.megabytes > MOST_MEGABYTES:
            wrong.append(f"{word} took {result.megabytes:.0f} MB")
        if result.status not in (0, 10, 30):
            wrong.append(f"{word} ended with {result.status}: {result.answer[:200]}")
        if "\x1b" in result.out + result.errors or "\0" in result.out + result.errors:
            wrong.append(f"{word} wrote control characters")
        if len(result.answer) > 1_000:
            wrong.append(f"{word} answered with {len(result.answer)} characters")
    if rehearsal.status != load.status:
        wrong.append(f"the dry run ended with {rehearsal.status}, the import with {load.status}")
    if isinstance(expected, int):
        if load.status not in (0, 10) or held[0] != expected:
            wrong.append(f"{held[0]} rows with {load.status}, expected {expected}: {load.answer[:300]}")
        if inspect.status != 0:
            wrong.append(f"inspect ended with {inspect.status}: {inspect.answer[:200]}")
    elif load.status == 30:
        if held != (0, 0):
            wrong.append(f"{held[0]} rows and {held[1]} leads of a refused file")
        for words in expected:
            if words not in load.answer:
                wrong.append(f"the answer has no '{words}'")
    else:
        wrong.append(f"it was taken with {load.status}: {held[0]} rows")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--pipelines", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="", help="the cases whose names have these words")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    bad = 0
    chosen = [case for case in cases.CASES if arguments.only in case[0]]
    for name, ending, expected, write in chosen:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            path = folder / f"leads{ending}"
            # In a process of its own: what it takes would count as that of the programs run next.
            child = os.fork()
            if not child:
                write(path)
                os._exit(0)
            os.waitpid(child, 0)
            workspace = folder / "ws"
            shared = ["--workspace", workspace, "--config", arguments.pipelines, "--as-of", "2026-11-02",
                      "--progress", "none", "--dns", "off"]
            program = arguments.programs / "leadmill"
            results = [
                Result(command, folder) for command in (
                    [program, "inspect", path], [program, "import", path, "--dry-run", *shared],
                    [program, "import", path, *shared])]
            wrong = judge(name, expected, results, counts(workspace))
            load = results[2]
            print(f"{'WRONG' if wrong else 'ok':5}  {load.status:3} {max(r.seconds for r in results):6.2f} s "
                  f"{max(r.megabytes for r in results):5.0f} MB  {name}", flush=True)
            if wrong or arguments.verbose:
                print(f"       {load.answer[:400].replace(str(folder), '')}")
            for line in wrong:
                print(f"       - {line.replace(str(folder), '')}")
            bad += bool(wrong)
    print(f"\n{len(chosen) - bad} of {len(chosen)} files came to what they have to")
    sys.exit(1 if bad else 0)


main()
