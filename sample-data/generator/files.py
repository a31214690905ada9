"""Rows on their way into a file, each with what is wrong with it on purpose."""

import csv
import hashlib
import io


class Sheet:
    """A header and rows; a row may carry notes about its defects."""

    def __init__(self, name, header, first_row=2):
        self.name = name
        self.header = header
        self.first_row = first_row  # number of the first data row as a spreadsheet shows it
        self.rows = []

    def add(self, cells, *defects):
        self.rows.append((cells, list(defects)))

    def mark(self, index, defect):
        self.rows[index][1].append(defect)

    def defects(self):
        """{defect: [row numbers]} in order of first occurrence."""
        found = {}
        for index, (_, defects) in enumerate(self.rows):
            for defect in defects:
                found.setdefault(defect, []).append(index + self.first_row)
        return found

    def csv_text(self, delimiter=",", newline="\n"):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator=newline)
        writer.writerow(self.header)
        for cells, _ in self.rows:
            writer.writerow(cells)
        return out.getvalue()


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""


def iso_day(moment):
    return moment.strftime("%Y-%m-%d") if moment else ""


def german_day(moment):
    return moment.strftime("%d.%m.%Y") if moment else ""


def german_number(value, decimals=0):
    """Points between thousands and a decimal comma."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
