"""Compares exported files, CSV and XLSX of one kind by turns, as openpyxl reads them, and pandas
where it is installed.

    same_values.py A.csv A.xlsx B.csv B.xlsx ...

An apostrophe that guards a CSV cell against being computed is all that may differ.
"""

import csv
import datetime
import re
import sys

import openpyxl
from openpyxl.utils.escape import unescape

try:
    import pandas
except ImportError:
    pandas = None

GUARDED = re.compile("'+(?:[=@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]|[+-])")


def text(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    # openpyxl leaves the escapes of ECMA-376 part 1, 22.9.2.19 (_xHHHH_) as they are.
    return unescape(value) if isinstance(value, str) else value


def same(left, right):
    """Whether a CSV cell says what a workbook's cell says."""
    right = text(right)
    if isinstance(right, (int, float)):
        return float(left) == float(right)
    return left == right or GUARDED.match(left) and left[1:] == right


def main(paths):
    pairs = 0
    for csv_path, xlsx_path in zip(paths[::2], paths[1::2]):
        with open(csv_path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        sheet = openpyxl.load_workbook(xlsx_path).worksheets[0]
        cells = [list(row) for row in sheet.iter_rows()]
        assert len(rows) == len(cells), f"{csv_path}: {len(rows)} rows, {len(cells)} in the workbook"
        for number, (left, right) in enumerate(zip(rows, cells), start=1):
            assert len(left) == len(right), f"{csv_path} row {number}: {len(left)} cells, {len(right)}"
            for one, other in zip(left, right):
                assert other.data_type != "f", f"{xlsx_path} {other.coordinate} is a formula"
                assert same(one, other.value), f"{csv_path} row {number}: {one!r}, {other.value!r}"
        if pandas:
            frame = pandas.read_csv(csv_path, dtype=str, keep_default_na=False)
            assert list(frame.columns) == rows[0] and len(frame) == len(rows) - 1, csv_path
            assert frame.values.tolist() == rows[1:], f"{csv_path}: pandas reads other values"
        pairs += 1
    print(f"{pairs} pairs agree")


if __name__ == "__main__":
    main(sys.argv[1:])
