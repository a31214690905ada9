"""Edits a workbook as people and their spreadsheets do: edit_rejects.py IN OUT < EDITS.

EDITS is a JSON object; rows are named by their cell in the column `by`:
  by            header of the column that names rows
  set           [[name, header, text], ...]
  delete        [name, ...]
  add           [{header: text, ...}, ...]
  copy          [[name, header, text], ...]: a copy of the row with one cell changed
  sort          header of the column to sort by, tokens and all
  reorder       true: the supplier's columns from last to first
  drop          [header, ...]: columns to remove
  numbers       true: digits become numbers, as a program does that guesses
  hide          true: every second row is filtered away
  only          true: the summary is removed
  comma         true: OUT is written as CSV, of the first sheet with rows
Prints the names of the rows that are left.
"""

import csv
import json
import sys

import openpyxl


def main(source, target):
    edits = json.load(sys.stdin)
    book = openpyxl.load_workbook(source)
    sheets = [sheet for sheet in book if sheet.title != "Summary"]
    left = []
    for number, sheet in enumerate(sheets):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        header, rows = rows[0], rows[1:]
        rows = edit(header, rows, edits, number == 0)
        name = header.index(edits["by"])
        left += [str(row[name]) for row in rows]
        width = len(header)
        sheet.delete_rows(1, sheet.max_row)
        order = list(range(width - 1))[::-1] + [width - 1] if edits.get("reorder") else range(width)
        order = [place for place in order if header[place] not in edits.get("drop", [])]
        for row in [header] + rows:
            sheet.append([row[place] if place < len(row) else None for place in order])
        if edits.get("hide"):
            for line in range(2, len(rows) + 2, 2):
                sheet.row_dimensions[line].hidden = True
    if edits.get("only"):
        del book["Summary"]
    if edits.get("comma"):
        with open(target, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(
                ["" if cell is None else cell for cell in row]
                for row in sheets[0].iter_rows(values_only=True))
    else:
        book.save(target)
    print("\n".join(left))


def edit(header, rows, edits, is_first):
    def place(text):
        return header.index(text)

    def named(name):
        return [row for row in rows if str(row[place(edits["by"])]) == str(name)]

    for name, column, text in edits.get("set", []):
        for row in named(name):
            row[place(column)] = text
    for name, column, text in edits.get("copy", []):
        for row in named(name):
            copy = list(row)
            copy[place(column)] = text
            rows.append(copy)
    gone = set(map(str, edits.get("delete", [])))
    rows = [row for row in rows if str(row[place(edits["by"])]) not in gone]
    if is_first:
        for cells in edits.get("add", []):
            rows.append([cells.get(text) for text in header])
    if "sort" in edits:
        rows.sort(key=lambda row: str(row[place(edits["sort"])] or ""), reverse=True)
    if edits.get("numbers"):
        for row in rows:
            for index, cell in enumerate(row):
                if isinstance(cell, str) and cell.lstrip("+").isdigit():
                    row[index] = int(cell)
    return rows


main(*sys.argv[1:])
