"""Compares cells as Leadmill reads them with cells as openpyxl reads them.

    agree.py --dump PROGRAM [--list] [--jobs N] FOLDER...

Reads every .xlsx, .xlsm, .xltx and .xltm file below the folders with both, several at a time, and
prints one table: how many workbooks, sheets and cells of each set were compared, how many are equal,
and each disagreement: those of a known kind counted under the section of ECMA-376 that decides them
(kinds.py), the others one by one. Workbooks of formats that are not read (.xls, .xlsb, .ods) have to
be refused with what to save them as. The exit code is 1 when there is a disagreement of no known kind
or a refusal that does not say so.
"""

import argparse
import collections
import datetime
import json
import multiprocessing
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import warnings
import zipfile

import openpyxl

import kinds

SUFFIXES = {".xlsx", ".xlsm", ".xltx", ".xltm"}
UNREAD = {".xls", ".xlsb", ".xlt", ".ods", ".fods"}
# A test workbook takes openpyxl less than a second; some are made to take it hours.
MOST_SECONDS = 90


def read_ours(program, path):
    """Sheets in order, each (name, {(row, column): text}, error or None); or an error alone."""
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [program, str(path)], stdout=output, stderr=subprocess.PIPE, timeout=300,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 29, 1 << 29)))
        if done.returncode != 0:
            return None, f"died with {done.returncode}: {done.stderr.decode()[-300:]}"
        output.seek(0)
        return parse(output)


def parse(lines):
    sheets = []
    for line in lines:
        cells = json.loads(line)
        if cells[0] == "file":
            continue
        if cells[0] == "sheet":
            sheets.append([cells[1], {}, None])
        elif cells[0] == "error":
            if not sheets:
                return None, cells[2]
            sheets[-1][2] = cells[2]
        else:
            for column, text in enumerate(cells[1:], 1):
                if text:
                    sheets[-1][1][int(cells[0]), column] = text
    return sheets, None


def read_theirs(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, data_only=True)


def is_equal(text, cell):
    """Whether the text says what openpyxl's value says."""
    value = cell.value
    if isinstance(value, bool):
        return text == ("TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        return kinds.same_number(text, value)
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time() and text == value.date().isoformat():
            return True
        return kinds.same_moment(text, value)
    if isinstance(value, (datetime.date, datetime.time)):
        return text == value.isoformat()
    if isinstance(value, datetime.timedelta):
        return kinds.same_duration(text, value)
    if value is None:
        return text == ""
    return text == str(value)


class TooSlow(Exception):
    """openpyxl is not done with a workbook in time."""


def is_other_workbook(path):
    """Whether a file is what its name says, and no text or SpreadsheetML package of that name."""
    with open(path, "rb") as file:
        start = file.read(8)
    if start.startswith(b"PK"):
        try:
            with zipfile.ZipFile(path) as package:
                return b"main+xml" not in package.read("[Content_Types].xml")
        except (KeyError, zipfile.BadZipFile):
            return True
    # OLE 2 documents, BIFF streams without one, and flat XML.
    return start.startswith((b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x00", b"<?xml"))


class Comparison:
    """What came of one file."""

    def __init__(self, program):
        self.program = program
        self.counts = collections.Counter()
        self.known = collections.Counter()
        self.unknown = []
        self.lines = []

    def differ(self, path, where, ours, theirs, context, of="cells"):
        """One disagreement, of a cell, a whole sheet or a whole workbook."""
        kind = kinds.kind_of(context)
        self.counts[f"{of} {'open' if kind is None else 'decided'}"] += 1
        if kind is None:
            self.unknown.append((str(path), where, str(ours)[:500], str(theirs)[:500]))
            return
        self.known[kind.name] += 1
        self.lines.append(f"  {path.name} {where}: {str(ours)[:200]!r} against {str(theirs)[:200]!r}: {kind.name}")

    def refused(self, path):
        """A workbook of a format that is not read."""
        self.counts["of other formats"] += 1
        _, problem = read_ours(self.program, path)
        if problem is None:
            self.counts["of other formats by their names alone, and read as what they are"] += 1
            if is_other_workbook(path):
                self.unknown.append((str(path), "", "reads it", "a refusal"))
        elif any(word in problem for word in ("save", "send", "export", "ask")):
            self.counts["of other formats, refused with what to do"] += 1
        else:
            self.unknown.append((str(path), "", problem, "a refusal that says what to do"))

    def workbook(self, path):
        self.counts["files"] += 1
        try:
            signal.alarm(MOST_SECONDS)
            book = read_theirs(path)
        except Exception as error:
            signal.alarm(0)
            slow = isinstance(error, TooSlow)
            self.counts["files that openpyxl " + ("is too slow for" if slow else "cannot read")] += 1
            sheets, problem = read_ours(self.program, path)
            self.counts["of them read by Leadmill"] += problem is None
            self.lines.append(
                f"  {path.name}: openpyxl: {str(error)[:80]!r}; Leadmill: {problem or 'reads it'}")
            return
        finally:
            signal.alarm(0)
        if not book.worksheets:
            self.counts["workbooks without a worksheet"] += 1
            return
        self.counts["workbooks"] += 1
        sheets, problem = read_ours(self.program, path)
        if problem is not None:
            self.differ(path, "", problem, "reads it", kinds.Context(path, book, problem=problem), "workbooks")
            return
        theirs = [sheet.title for sheet in book.worksheets]
        if [sheet[0] for sheet in sheets] != theirs:
            names = [sheet[0] for sheet in sheets]
            self.differ(path, "sheets", names, theirs, kinds.Context(path, book, names=names), "workbooks")
        by_name = {sheet[0]: sheet for sheet in sheets}
        for worksheet in book.worksheets:
            if worksheet.title in by_name:
                self.sheet(path, book, worksheet, by_name[worksheet.title])

    def sheet(self, path, book, worksheet, ours):
        self.counts["sheets"] += 1
        if ours[2] is not None:
            self.differ(
                path, worksheet.title, ours[2], "reads it",
                kinds.Context(path, book, worksheet, problem=ours[2]), "sheets")
            return
        theirs = {
            place: cell for place, cell in worksheet._cells.items()
            if cell.value is not None and cell.value != ""
        }
        for place in sorted(theirs.keys() | ours[1].keys()):
            self.counts["cells"] += 1
            text = ours[1].get(place, "")
            cell = theirs.get(place) or worksheet._cells.get(place) or worksheet.cell(*place)
            if is_equal(text, cell):
                self.counts["cells equal"] += 1
            else:
                where = f"{worksheet.title}!R{place[0]}C{place[1]}"
                self.differ(
                    path, where, text, cell.value,
                    kinds.Context(path, book, worksheet, cell=cell, text=text, row=ours[1]))


def compare(task):
    """One file, in a process of its own pool."""
    program, place, path = task

    def stop(*_):
        raise TooSlow(f"not done after {MOST_SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    comparison = Comparison(program)
    try:
        if path.suffix.lower() in UNREAD:
            comparison.refused(path)
        else:
            comparison.workbook(path)
    except Exception as error:
        comparison.unknown.append((str(path), "", f"{type(error).__name__}: {error}", "a comparison"))
    return place, path.name, comparison.counts, comparison.known, comparison.unknown, comparison.lines


def files(folders):
    """The files of each set, the largest first, so that no process is left with one at the end."""
    found = []
    for place, folder in enumerate(folders):
        found += [
            (place, path) for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix.lower() in SUFFIXES | UNREAD]
    return sorted(found, key=lambda item: -item[1].stat().st_size)


def name(folder):
    return folder.name or str(folder)


def report(folders, counts, known, known_files, unknown):
    columns = ["workbooks", "sheets", "cells", "cells equal", "cells decided", "cells open"]
    width = max([len(name(folder)) for folder in folders] + [8])
    print(f"\n{'set':{width}}" + "".join(f"{column:>14}" for column in columns))
    for folder, tally in zip(folders, counts):
        if tally["files"] + tally["of other formats"]:
            print(f"{name(folder):{width}}" + "".join(f"{tally[column]:14,}" for column in columns))
    total = sum(counts, collections.Counter())
    print(f"{'all':{width}}" + "".join(f"{total[column]:14,}" for column in columns))
    print()
    for word, count in sorted(total.items()):
        if word not in columns:
            print(f"{count:10,}  {word}")
    print("\nDisagreements of a known kind:")
    for kind in sorted(kinds.KINDS, key=lambda kind: kind.name):
        if not known[kind.name]:
            continue
        where = sorted(known_files[kind.name])
        shown = ", ".join(where[:4]) + (f" and {len(where) - 4} more" if len(where) > 4 else "")
        print(f"{known[kind.name]:10,}  {kind.name} ({kind.section}): {kind.reason}\n            in {shown}")
    if not known:
        print("            none")
    print(f"\nDisagreements of no known kind: {len(unknown)}")
    for path, where, ours, theirs in sorted(unknown)[:200]:
        print(f"  {path} {where}: {ours!r}, openpyxl {theirs!r}")
    print(
        f"\nTotal: {total['workbooks']:,} workbooks, {total['sheets']:,} sheets, {total['cells']:,} cells, "
        f"{total['cells equal']:,} equal, {total['cells decided']:,} decided by the standard, "
        f"{total['cells open']:,} open; {len(unknown):,} open in all")
    told = total["cells equal"] + total["cells decided"] + total["cells open"]
    if told != total["cells"]:
        sys.exit(f"{total['cells']:,} cells were compared, but {told:,} are told of: a fault of this script")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dump", required=True)
    parser.add_argument("--list", action="store_true", help="each disagreement of a known kind too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="files at a time")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    folders = arguments.folders
    counts = [collections.Counter() for _ in folders]
    known = collections.Counter()
    known_files = collections.defaultdict(set)
    unknown = []
    lines = []
    tasks = [(arguments.dump, place, path) for place, path in files(folders)]
    # A process that openpyxl has made fat is replaced by another.
    with multiprocessing.Pool(arguments.jobs, maxtasksperchild=100) as pool:
        for done, result in enumerate(pool.imap_unordered(compare, tasks), 1):
            place, file, its_counts, its_known, its_unknown, its_lines = result
            counts[place] += its_counts
            known += its_known
            for kind in its_known:
                known_files[kind].add(file)
            unknown += its_unknown
            lines += its_lines
            if sys.stderr.isatty():
                print(f"\r{done:,} of {len(tasks):,} files", end="", file=sys.stderr, flush=True)
    if arguments.list:
        print("\n".join(sorted(lines)))
    report(folders, counts, known, known_files, unknown)
    sys.exit(1 if unknown else 0)


if __name__ == "__main__":
    main()
