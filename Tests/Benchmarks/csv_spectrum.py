#!/usr/bin/env python3
"""Reads the csv-spectrum files and says which come out as their JSON has them.

Usage: csv_spectrum.py --programs DIR FOLDER      FOLDER has csvs/*.csv and json/*.json

Source: https://github.com/max-mapper/csv-spectrum, a collection of CSV files that readers trip over.
Two files of it cannot agree with their JSON as they are, whoever reads them:
- location_coordinates.csv has another telephone number than its JSON (a value that the file does not
  hold anywhere is named, and the rest of the file has to agree);
- the files that are named ..._crlf have LF in copies that a version control system went over, and
  newlines_crlf.json has CR LF inside a cell. Such a file is read once more with the ends of line that
  its name says, and has to agree then to the letter.
"""

import argparse
import csv
import io
import json
import pathlib
import subprocess
import tempfile


def read(programs, path):
    """The rows of a file as dictionaries, as `leadmill convert` gives them."""
    output = subprocess.run([programs / "leadmill", "convert", "--quiet", path], capture_output=True, check=False)
    rows = list(csv.reader(io.StringIO(output.stdout.decode(), newline="")))
    return [dict(zip(rows[0], row)) for row in rows[1:]] if rows else []


def with_crlf(programs, path):
    """The rows of a file whose LF are CR LF again."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / path.name
        copy.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        return read(programs, copy)


def absent_values(expected, got, text):
    """Values that the JSON has and the file does not hold; None where something else differs."""
    if len(got) != len(expected):
        return None
    differing = [
        want.get(name) for want, have in zip(expected, got) for name in {**want, **have}
        if want.get(name) != have.get(name)]
    absent = [want for want in differing if want is not None and want.replace('"', '""') not in text and want not in text]
    return absent if len(absent) == len(differing) else None


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", type=pathlib.Path, required=True)
    options.add_argument("folder", type=pathlib.Path)
    arguments = options.parse_args()
    files = sorted((arguments.folder / "csvs").glob("*.csv"))
    if not files:
        raise SystemExit(f"the corpus is not there: '{arguments.folder}/csvs' has no CSV file")
    exact = restored = impossible = 0
    for path in files:
        content = path.read_bytes()
        expected = json.loads((arguments.folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        expected = expected if isinstance(expected, list) else [expected]
        got = read(arguments.programs, path)
        has_lost_crlf = path.stem.endswith("_crlf") and b"\r" not in content
        if got == expected and (not has_lost_crlf or with_crlf(arguments.programs, path) == expected):
            exact += 1
            print(f"exact   {path.name}")
        elif has_lost_crlf and with_crlf(arguments.programs, path) == expected:
            restored += 1
            print(f"exact   {path.name} with the CR LF that its name says; this copy has LF")
        elif absent := absent_values(expected, got, content.decode()):
            impossible += 1
            print(f"exact   {path.name} but for what the file does not hold: {', '.join(map(repr, absent))}")
        else:
            print(f"WRONG   {path.name}\n  expected {expected}\n  got      {got}")
    right = exact + restored + impossible
    print(
        f"{right} of {len(files)} right: {exact} exact, {restored} exact with their CR LF restored, "
        f"{impossible} but for values that the file does not hold")
    raise SystemExit(right != len(files))


main()
