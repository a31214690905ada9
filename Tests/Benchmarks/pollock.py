#!/usr/bin/env python3
"""The Pollock measure of CSV loading: how much of polluted files comes out as it should.

Usage: pollock.py --programs DIR [--corpus DIR | --source FILE] [--peers NAMES] [--worst N] [--keep DIR]

Source of the measure and of the pollutions: Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann:
"Pollock: A Data Loading Benchmark", PVLDB 16(8), 2023. Every file is one table with one thing wrong
in it. A loader gets the bytes of the file and nothing else. Ten numbers from 0 to 1 are added up:
success, and precision, recall and F1 of header, records and cells, as multisets. The simple score is
the mean over all files; the weighted one weighs each pollution by how often the paper found it in
public files.

--corpus DIR   the benchmark's own files: DIR/csv, DIR/clean (and pollock_weights.json beside it)
--source FILE  another table (UTF-8, commas, CR LF) to pollute the way the benchmark does
Without either, an invented table of the same make is polluted: 83 rows, 9 columns.
--peers        any of pycsv, clevercsv, pandas, polars, duckdb, or all (what is not installed is left out)
"""

import argparse
import csv
import functools
import json
import pathlib
import random
import re
import subprocess
import tempfile
import time
from collections import Counter

csv.field_size_limit(1 << 30)

# The best published scores (the benchmark's own list; simple, weighted). The first is told the
# dialect and the names of the columns of each file, the second nothing.
PUBLISHED = {
    "DuckDB 1.2, given each file's dialect": (9.961, 9.599),
    "DuckDB 1.2, detecting": (9.075, 8.439),
    "CleverCSV 0.7.4, detecting": (9.193, 9.453),
    "sieve 0.1.0, detecting (later entry)": (9.997, 9.992),
}


# MARK: The source table

def invented_source():
    """83 products that nobody sells, with every kind of cell that the benchmark's table has."""
    pick = random.Random(20230801)
    things = ["Lantern", "Rain Jacket", "Trail Shoes", "Camp Chair", "Wool Hat", "Kettle", "Canoe Paddle",
              "Desk Lamp", "Field Watch", "Ear Warmer", "Picnic Blanket", "Bread Knife"]
    owners = ["Men's", "Women's", "Kids'", "Girls'", "Travel", "Garden"]
    extras = ["Two-Pack", "Print", "Striped", "Short-Sleeve", "Low Ventilated", "Leather/Mesh"]
    starts = ["Made of soft cotton", "Light and quick enough for long days", "Our most durable piece yet",
              "Built for wet, cold and windy weather", "Packs down small"]
    ends = ["it keeps its shape wash after wash.", "you won't want to take it off.", "and it lasts for years.",
            "with 50% more room, a zip and 2 loops.", "ready to go from trailhead to bus stop and back: all in one."]
    rows = [[("DAY", False), ("AT", False), ("Pieces", False), ("ITEMNO", False), ("Amount", False),
             ("ItemName", False), ("ItemText", True), ("Link", True), ("Remarks", False)]]
    for i in range(83):
        code = f"{pick.choice(['KR', 'TA', 'BO', 'ZU', 'EL'])}-{pick.randrange(1000, 10000)}"
        name = f"{pick.choice(owners)} {pick.choice(things)}" if i % 3 else pick.choice(things)
        if i % 4 == 0:
            name += f", {pick.choice(extras)}"
        if i % 10 == 7:
            name += f', {pick.randrange(5, 49)}"' + (" Wide" if i % 20 == 7 else "")
        text = f"{pick.choice(starts)}, {pick.choice(ends)}" if i % 5 else pick.choice(starts) + "."
        if i == 12:
            text = "A remarkably light feel in our 8\\'9\" length, designed for her."
        price = pick.choice([f"${pick.randrange(1, 99)}.{pick.randrange(10, 99)}"] * 8 + [f"${pick.randrange(1, 99)}.5", f"${pick.randrange(10, 99)}"])
        rows.append([
            (f"{pick.randrange(13, 31)}/{i % 7 + 1:02d}/2018", False), (f"{i % 24:02d}:{i % 4 * 15:02d}", False),
            (str(pick.choice([0, 1, 1, 2, 3, 12, 15, 30])), False), (code, False), (price, False),
            (name, "," in name), (text, True), (f"https://www.example.com/item/{code.replace('-', '_')}.html", True),
            ("", False)])
    return rows


def read_source(path):
    """A table with, for each cell, whether it is quoted in the file."""
    text = path.read_bytes().decode().replace("\r\n", "\n")
    rows, row, at = [], [], 0
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while text[end] != '"' or text[end + 1:end + 2] == '"':
                end += 2 if text[end] == '"' else 1
            row.append((text[at + 1:end].replace('""', '"'), True))
            at = end + 1
        else:
            end = min(e for e in (text.find(",", at), text.find("\n", at), len(text)) if e >= 0)
            row.append((text[at:end], False))
            at = end
        if at >= len(text) or text[at] == "\n":
            rows.append(row)
            row = []
        at += 1
    return rows


# MARK: Pollutions

class Polluted:
    """A table on its way to bytes; what is wrong with it is set on a copy."""

    def __init__(self, rows):
        self.rows = rows
        self.delimiter, self.quote, self.escape, self.end = ",", '"', '"', "\r\n"
        self.delimiters, self.raw, self.last_end = {}, {}, None

    def cell(self, value, quoted):
        text = value.replace('"', self.escape + '"')
        return self.quote + text + self.quote if quoted else text

    def line(self, index):
        if index in self.raw:
            return self.raw[index]
        return self.delimiters.get(index, self.delimiter).join(self.cell(*c) for c in self.rows[index])

    def bytes(self):
        lines = [self.line(i) + self.end for i in range(len(self.rows))]
        if self.last_end is not None and lines:
            lines[-1] = lines[-1][:-len(self.end)] + self.last_end
        return "".join(lines).encode()


def values(rows):
    return [[value for value, _ in row] for row in rows]


def second_table(rows, width):
    """The table again, the way the generator copies it: an escaped quote begins a cell of its own."""
    copy = []
    for row in rows[:83]:
        parts = []
        for value, _ in row:
            first, *rest = value.split('"')
            parts += [first] + ['"' + part for part in rest]
        copy.append(parts[:len(rows[0])])
    for index, parts in enumerate(copy):
        parts[width:] = []
        while len(parts) < width:
            parts.append(f"col{width - len(rows[0])}" if index == 0 else "")
    return [[(value, value.find(",") > 0) for value in parts] for parts in copy]


def pollutions(source):
    """(name, bytes, expected rows, weight) of every file; weights from the paper's survey."""
    clean = values(source)
    width = len(source[0])

    def make(**settings):
        table = Polluted(source)
        for key, value in settings.items():
            setattr(table, key, value)
        return table.bytes()

    yield "source", make(), clean, 1
    yield "file_no_payload", b"", [], 15
    yield "file_no_trailing_newline", make(last_end=""), clean, 184
    yield "file_double_trailing_newline", make(last_end="\r\n\r\n"), clean, 5
    yield "file_no_header", make(rows=source[1:]), clean[1:], 470
    for extra in (1, 2):
        header = [" ".join([name] * (extra + 1)) for name in clean[0]]
        yield f"file_header_multirow_{extra + 1}", make(rows=source[:1] * extra + source), [header] + clean[1:], 47
    blank = [("", False)] * (width - 1)
    preamble = [[("PREAMBLE", False)] + blank, [("", False)] + blank]
    yield "file_preamble", make(rows=preamble + source), clean, 282
    for name, columns in (("less", width - 1), ("same", width), ("more", width + 1)):
        yield f"file_multitable_{name}", make(rows=source + second_table(source, columns)), clean, 188 / 3
    yield "file_header_only", make(rows=source[:1]), clean[:1], 3
    yield "file_one_data_row", make(rows=source[:2]), clean[:2], 4
    for end, weight in (("\n", 1691), ("\r", 7)):
        yield f"file_record_delimiter_{ord(end):x}", make(end=end), clean, weight
    for delimiter, weight in ((";", 834), ("\t", 4), (", ", 101), (" ", 4)):
        name = "_".join(f"{ord(c):x}" for c in delimiter)
        yield f"file_field_delimiter_{name}", make(delimiter=delimiter), clean, weight
    yield "file_quotation_char_27", make(quote="'"), clean, 11
    yield "file_escape_char_5c", make(escape="\\"), clean, 1
    yield "file_escape_char_00", make(escape=""), clean, 7
    plain = Polluted(source)
    for row in range(len(source)):
        cells = [plain.cell(*c) for c in source[row]]
        for column in range(width):
            more = ",".join(cells[:column] + [""] + cells[column:])
            yield f"row_more_sep_row{row}_col{column}", make(raw={row: more}), clean, 281 / 756
            if column:
                less = ",".join(cells[:column]) + ",".join(cells[column:])
                yield f"row_less_sep_row{row}_col{column}", make(raw={row: less}), clean, 247 / 672
            value, quoted = source[row][column]
            inside = '"' + value.replace('"', '""')
            stray = ",".join(cells[:column] + ['"' + inside + '"' if quoted else inside] + cells[column + 1:])
            expected = [list(r) for r in clean]
            expected[row][column] = '"' + value
            yield f"row_extra_quote{row}_col{column}", make(raw={row: stray}), expected, 7 / 756
        yield f"row_field_delimiter_{row}_20", make(delimiters={row: " "}), clean, 54 / 84


def corpus_files(folder):
    weights = {}
    for place in (folder / "pollock_weights.json", folder.parent / "pollock_weights.json"):
        if place.exists():
            weights = json.loads(place.read_text())
    for path in sorted((folder / "csv").glob("*.csv")):
        with open(folder / "clean" / path.name, encoding="utf-8-sig", newline="") as file:
            expected = list(csv.reader(file))
        yield path.stem, path.read_bytes(), expected, weights.get(path.name, 1)


# MARK: The measure

@functools.lru_cache(maxsize=1 << 20)
def normalized(cell):
    """Values of the same kind in one spelling, as the benchmark compares them."""
    if not cell.strip():
        return cell
    if cell in ("True", "true"):
        return "1"
    if cell in ("False", "false"):
        return "0"
    try:
        return str(int(cell))
    except ValueError:
        pass
    try:
        return str(float(cell))
    except ValueError:
        pass
    if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", cell):
        return cell.zfill(5)
    if len(cell) < 32:
        from dateutil import parser
        try:
            return str(parser.parse(cell))
        except (ValueError, OverflowError, TypeError):
            pass
    money = re.fullmatch(r"([$€£])\s?(\d+(?:\.\d+)?)", cell)
    if money:
        return money[1] + str(float(money[2]))
    return cell.lower()


def shares(expected, loaded):
    if not expected:
        return [1.0, 1.0, 1.0]
    common = sum((Counter(expected) & Counter(loaded)).values())
    if not common:
        return [0.0, 0.0, 0.0]
    precision, recall = common / len(expected), common / len(loaded)
    return [precision, recall, 2 * precision * recall / (precision + recall)]


def measures(expected, loaded):
    if loaded is None:
        return [0.0] * 10
    if not expected:
        return [1.0] * 10
    header = shares([normalized(c) for c in expected[0]], [normalized(c) for c in loaded[0]] if loaded else [])
    records = shares(
        ["".join(map(normalized, r)) for r in expected[1:]], ["".join(map(normalized, r)) for r in loaded[1:]])
    cells = shares([c for r in expected for c in r], [c for r in loaded for c in r])
    return [1.0] + header + records + cells


# MARK: Loaders

def read_output(path):
    if not path.exists():
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def leadmill(programs, folder, paths):
    """All files through 'leadmill convert', which gets their paths and nothing else."""
    output = folder / "leadmill"
    output.mkdir()
    started = time.monotonic()
    for begin in range(0, len(paths), 500):
        subprocess.run(
            [programs / "leadmill", "convert", "--quiet", "--output", output, *paths[begin:begin + 500]],
            check=False, stderr=subprocess.DEVNULL)
    seconds = time.monotonic() - started
    return {p: read_output(output / (p.name + ".csv")) for p in paths}, seconds


def pycsv(path):
    text = path.read_bytes().decode()
    return list(csv.reader(text.splitlines(True), csv.Sniffer().sniff(text[:65536])))


def clevercsv(path):
    import clevercsv as module
    return module.read_table(str(path))


def pandas(path):
    import pandas as module
    frame = module.read_csv(path, sep=None, engine="python", dtype=str, keep_default_na=False, on_bad_lines="skip")
    return [list(frame.columns)] + frame.fillna("").astype(str).values.tolist()


def polars(path):
    import polars as module
    frame = module.read_csv(path, infer_schema=False, truncate_ragged_lines=True)
    return [frame.columns] + [[value or "" for value in row] for row in frame.rows()]


def duckdb(path):
    import duckdb as module
    relation = module.connect().execute(
        "SELECT * FROM read_csv(?, ignore_errors = true, null_padding = true, all_varchar = true)", [str(path)])
    names = [column[0] for column in relation.description]
    return [names] + [[value or "" for value in row] for row in relation.fetchall()]


PEERS = {"pycsv": pycsv, "clevercsv": clevercsv, "pandas": pandas, "polars": polars, "duckdb": duckdb}


def peer(name, paths):
    results, started = {}, time.monotonic()
    for path in paths:
        try:
            results[path] = PEERS[name](path) if path.stat().st_size else []
        except ImportError:
            return None, 0
        except Exception:  # whatever a loader throws is a file that it cannot load
            results[path] = None
    return results, time.monotonic() - started


def report(name, results, seconds, files, worst):
    total = weighted = weights = 0
    groups, scores = {}, []
    for path, (stem, expected, weight) in files.items():
        score = sum(measures(expected, results[path]))
        total += score
        weighted += score * weight
        weights += weight
        group = re.sub(r"\d+_col\d+|_\d+_20$|\d+$", "", stem) if stem.startswith("row") else "file"
        groups.setdefault(group, []).append(score)
        scores.append((score, stem))
    print(f"{name:40} simple {total / len(files):.4f}   weighted {weighted / weights:.4f}   "
          f"{len(files) / max(seconds, 1e-9):6.0f} files/s")
    if worst:
        for group, values_of in sorted(groups.items()):
            exact = sum(value > 9.99999 for value in values_of)
            print(f"    {group:28} {sum(values_of) / len(values_of):.4f}  {exact} of {len(values_of)} exact")
        for score, stem in sorted(scores)[:worst]:
            print(f"    {score:.4f} {stem}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", type=pathlib.Path, required=True)
    options.add_argument("--corpus", type=pathlib.Path)
    options.add_argument("--source", type=pathlib.Path)
    options.add_argument("--peers", default="")
    options.add_argument("--worst", type=int, default=0)
    options.add_argument("--keep", type=pathlib.Path)
    arguments = options.parse_args()
    if arguments.corpus and not (arguments.corpus / "csv").is_dir():
        raise SystemExit(f"the corpus is not there: '{arguments.corpus}/csv'; leave --corpus out to generate one")
    if arguments.corpus:
        origin = corpus_files(arguments.corpus)
    else:
        origin = pollutions(read_source(arguments.source) if arguments.source else invented_source())
    with tempfile.TemporaryDirectory(prefix="pollock-") as temporary:
        folder = arguments.keep or pathlib.Path(temporary)
        (folder / "csv").mkdir(parents=True)
        files = {}
        for stem, content, expected, weight in origin:
            path = folder / "csv" / f"{stem}.csv"
            path.write_bytes(content)
            files[path] = (stem, expected, weight)
        print(f"{len(files)} files; scores from 0 to 10")
        results, seconds = leadmill(arguments.programs.resolve(), folder, list(files))
        # A file without any bytes is no table; saying so is loading it.
        for path in files:
            if not path.stat().st_size:
                results[path] = []
        report("leadmill convert", results, seconds, files, arguments.worst)
        names = list(PEERS) if arguments.peers == "all" else [n for n in arguments.peers.split(",") if n]
        for name in names:
            results, seconds = peer(name, files)
            if results is None:
                print(f"{name:40} is not installed: left out")
            else:
                report(name, results, seconds, files, 0)
        for name, (simple, weighted) in PUBLISHED.items():
            print(f"published: {name:40} simple {simple:.3f}    weighted {weighted:.3f}")


main()
