"""Corrects a rejects workbook row by row: rewrite_rejects.py IN OUT < {"rows": [[cell, ...] or null]}.

The rows of the first sheet after the summary get the cells given, in their order; those of null are
removed. OUT is a workbook, or CSV of that sheet when it is called so. Prints the cells as they were
found, one JSON array a row, without the tokens.
"""

import csv
import json
import sys

import openpyxl


def main(source, target):
    edits = json.load(sys.stdin)["rows"]
    book = openpyxl.load_workbook(source)
    sheet = next(sheet for sheet in book if sheet.title != "Summary")
    width = sheet.max_column - 1
    found = [
        ["" if cell.value is None else str(cell.value) for cell in row[:width]]
        for row in sheet.iter_rows(min_row=2)]
    for cells in found:
        print(json.dumps(cells))
    if len(edits) != len(found):
        sys.exit(f"{len(found)} rows, {len(edits)} edits")
    for number in range(len(edits), 0, -1):
        cells = edits[number - 1]
        if cells is None:
            sheet.delete_rows(number + 1)
            continue
        for column, text in enumerate(cells, 1):
            sheet.cell(number + 1, column).value = text or None
    if target.endswith(".csv"):
        with open(target, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(
                ["" if cell is None else cell for cell in row]
                for row in sheet.iter_rows(values_only=True))
    else:
        book.save(target)


main(*sys.argv[1:])
