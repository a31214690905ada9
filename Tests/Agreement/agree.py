"""Compares cells as Leadmill reads them with cells as openpyxl reads them.

    agree.py --dump PROGRAM [--list] FOLDER...

Reads every .xlsx, .xlsm, .xltx and .xltm file below the folders with both, and prints how many
workbooks, sheets and cells were compared, how many are equal, and each disagreement: those of a
known kind counted under the section of ECMA-376 that decides them (kinds.py), the others one by one.
The exit code is 1 when there is a disagreement of no known kind.
"""

import argparse
import collections
import datetime
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import warnings

import openpyxl

import kinds

SUFFIXES = {".xlsx", ".xlsm", ".xltx", ".xltm"}


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


class Agreement:
    def __init__(self, program, lists):
        self.program = program
        self.lists = lists
        self.counts = collections.Counter()
        self.known = collections.Counter()
        self.known_files = collections.defaultdict(set)
        self.unknown = []

    def differ(self, path, where, ours, theirs, context):
        kind = kinds.kind_of(context)
        if kind is None:
            self.unknown.append((path, where, ours, theirs))
            return
        self.known[kind] += 1
        self.known_files[kind].add(path.name)
        if self.lists:
            print(f"  {path.name} {where}: {ours!r} against {theirs!r}: {kind.name}")

    def workbook(self, path):
        self.counts["files"] += 1
        try:
            book = read_theirs(path)
        except Exception as error:
            self.counts["files that openpyxl cannot read"] += 1
            sheets, problem = read_ours(self.program, path)
            self.counts["of them read by Leadmill"] += problem is None
            if self.lists:
                print(f"  {path.name}: openpyxl: {str(error)[:80]!r}; Leadmill: {problem or 'reads it'}")
            return
        if not book.worksheets:
            self.counts["workbooks without a worksheet"] += 1
            return
        self.counts["workbooks"] += 1
        sheets, problem = read_ours(self.program, path)
        if problem is not None:
            self.differ(path, "", problem, "reads it", kinds.Context(path, book, problem=problem))
            return
        theirs = [sheet.title for sheet in book.worksheets]
        if [sheet[0] for sheet in sheets] != theirs:
            names = [sheet[0] for sheet in sheets]
            self.differ(path, "sheets", names, theirs, kinds.Context(path, book, names=names))
        by_name = {sheet[0]: sheet for sheet in sheets}
        for worksheet in book.worksheets:
            if worksheet.title in by_name:
                self.sheet(path, book, worksheet, by_name[worksheet.title])

    def sheet(self, path, book, worksheet, ours):
        self.counts["sheets"] += 1
        if ours[2] is not None:
            self.differ(
                path, worksheet.title, ours[2], "reads it",
                kinds.Context(path, book, worksheet, problem=ours[2]))
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

    def report(self):
        print()
        for name, count in self.counts.items():
            print(f"{count:10,}  {name}")
        print("\nDisagreements of a known kind:")
        for kind, count in sorted(self.known.items(), key=lambda item: item[0].name):
            files = sorted(self.known_files[kind])
            shown = ", ".join(files[:4]) + (f" and {len(files) - 4} more" if len(files) > 4 else "")
            print(f"{count:10,}  {kind.name} ({kind.section}): {kind.reason}\n            in {shown}")
        if not self.known:
            print("            none")
        print(f"\nDisagreements of no known kind: {len(self.unknown)}")
        for path, where, ours, theirs in self.unknown[:200]:
            print(f"  {path} {where}: {ours!r}, openpyxl {theirs!r}")
        print(
            f"\nTotal: {self.counts['workbooks']:,} workbooks, {self.counts['sheets']:,} sheets, "
            f"{self.counts['cells']:,} cells, {self.counts['cells equal']:,} equal, "
            f"{sum(self.known.values()):,} decided by the standard, {len(self.unknown):,} open")
        return 1 if self.unknown else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dump", required=True)
    parser.add_argument("--list", action="store_true", help="each disagreement of a known kind too")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    agreement = Agreement(arguments.dump, arguments.list)
    for folder in arguments.folders:
        before = collections.Counter(agreement.counts)
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix.lower() in SUFFIXES:
                agreement.workbook(path)
        added = agreement.counts - before
        print(
            f"{folder}: {added['workbooks']} workbooks, {added['sheets']} sheets, "
            f"{added['cells']:,} cells, {added['cells equal']:,} equal", flush=True)
    sys.exit(agreement.report())


if __name__ == "__main__":
    main()
