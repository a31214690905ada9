"""Fills in a review workbook as people do: decide_review.py IN OUT [HEADER] < DECISIONS.

DECISIONS is a JSON array of [decision, reviewer, comment] for the first pairs, null for one that is
left open; HEADER is what the column of decisions is renamed to. Prints a line for each pair: its two
leads, the words to choose from, and what the sum of its bits and its weight are.
"""

import json
import sys

import openpyxl


def main(source, target, renamed="Decision"):
    decisions = json.load(sys.stdin)
    book = openpyxl.load_workbook(source)
    sheet = book["Pairs"]
    header = [cell.value for cell in sheet[1]]
    place = {name: number + 1 for number, name in enumerate(header)}
    choices = {}
    for rule in sheet.data_validations.dataValidation:
        for cells in rule.sqref.ranges:
            choices[cells.coord] = rule.formula1.strip('"')
    pairs = []
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, place["lead"]).value:
            pairs.append(row)
    for number, row in enumerate(pairs):
        end = pairs[number + 1] if number + 1 < len(pairs) else sheet.max_row + 1
        bits = [sheet.cell(line, place["Bits"]).value for line in range(row + 1, end)]
        weight = sheet.cell(row, place["Bits"]).value
        print(
            sheet.cell(row, place["lead"]).value.split("-")[0],
            sheet.cell(row, place["other_lead"]).value.split("-")[0],
            choices[sheet.cell(row, place["Decision"]).coordinate],
            abs(sum(bit for bit in bits if bit is not None) - weight) < 1e-6,
        )
        if number < len(decisions) and decisions[number]:
            for name, text in zip(["Decision", "Reviewer", "Comment"], decisions[number]):
                sheet.cell(row, place[name]).value = text
    sheet.cell(1, place["Decision"]).value = renamed
    book.save(target)


main(*sys.argv[1:])
