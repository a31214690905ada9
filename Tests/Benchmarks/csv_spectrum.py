#!/usr/bin/env python3
"""Reads the csv-spectrum files and says which come out as their JSON has them.

Usage: csv_spectrum.py --programs DIR FOLDER      FOLDER has csvs/*.csv and json/*.json

Source: https://github.com/max-mapper/csv-spectrum, a collection of CSV files that readers trip over.
Some copies of it have values in the JSON that their CSV file does not hold at all (another telephone
number, CR LF where the file has LF): those are named, and the rest of the file has to agree.
"""

import argparse
import csv
import io
import json
import pathlib
import subprocess


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", type=pathlib.Path, required=True)
    options.add_argument("folder", type=pathlib.Path)
    arguments = options.parse_args()
    files = sorted((arguments.folder / "csvs").glob("*.csv"))
    if not files:
        raise SystemExit(f"the corpus is not there: '{arguments.folder}/csvs' has no CSV file")
    exact = impossible = 0
    for path in files:
        text = path.read_bytes().decode()
        expected = json.loads((arguments.folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        expected = expected if isinstance(expected, list) else [expected]
        output = subprocess.run(
            [arguments.programs / "leadmill", "convert", "--quiet", path], capture_output=True, check=False)
        rows = list(csv.reader(io.StringIO(output.stdout.decode(), newline="")))
        got = [dict(zip(rows[0], row)) for row in rows[1:]] if rows else []
        differing = [
            (want.get(name), have.get(name))
            for want, have in zip(expected, got) for name in {**want, **have} if want.get(name) != have.get(name)]
        absent = [want for want, _ in differing if want is not None and want.replace('"', '""') not in text
                  and want not in text]
        if got == expected:
            exact += 1
            print(f"exact   {path.name}")
        elif len(got) == len(expected) and len(absent) == len(differing):
            impossible += 1
            print(f"exact   {path.name} but for what the file does not hold: {', '.join(map(repr, absent))}")
        else:
            print(f"WRONG   {path.name}\n  expected {expected}\n  got      {got}")
    print(f"{exact + impossible} of {len(files)} exact, {impossible} of them but for values that the file does not hold")
    raise SystemExit(exact + impossible != len(files))


main()
