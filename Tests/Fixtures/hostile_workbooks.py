"""Writes a workbook made to do harm: hostile_workbooks.py KIND FILE."""

import struct
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = "<row r='1'><c t='str'><v>email</v></c><c t='str'><v>name</v></c></row>"
SHEET = "xl/worksheets/sheet1.xml"


def row(number, name="X"):
    return (
        f"<row r='{number}'><c t='str'><v>x{number}@example.com</v></c>"
        f"<c t='str'><v>{name}</v></c></row>")


def rows(first, last):
    return "".join(row(number) for number in range(first, last + 1))


def sheet(content, prolog=""):
    return f"{prolog}<worksheet xmlns='{MAIN}'><sheetData>{HEAD}{content}</sheetData></worksheet>"


def parts(sheet_xml):
    return {
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>"
        "<sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        f"<Relationship Id='r1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/>"
        "</Relationships>",
        SHEET: sheet_xml,
    }


def save(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)


def patched(path, change):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    change(content)
    with open(path, "wb") as file:
        file.write(content)


def directory_entry(content, name):
    """Where a part's entry in the directory begins."""
    return content.rindex(name.encode()) - 46


def main():
    kind, path = sys.argv[1:]
    good = sheet(rows(2, 30))
    if kind == "bomb":
        save(path, parts(sheet(rows(2, 30) + " " * (20 << 20))))
    elif kind == "long-cell":
        save(path, parts(sheet(rows(2, 300) + row(301, "".join(f"{n:07x}" for n in range(17_000_000 // 7))))))
    elif kind == "entities":
        laughs = "".join(
            f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
        save(path, parts(sheet(
            rows(2, 30) + row(31, "&l9;"), f"<!DOCTYPE w [<!ENTITY l0 'ha'>{laughs}]>")))
    elif kind == "outside":
        save(path, parts(sheet(
            row(2, "&x;"), "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")))
    elif kind == "broken-xml":
        save(path, parts(sheet(rows(2, 21_000) + "<row></c>")))
    elif kind == "beyond":
        save(path, parts(sheet(rows(2, 30) + "<row r='1048577'><c><v>1</v></c></row>")))
    elif kind == "twice":
        save(path, parts(sheet(rows(2, 300) + row(7, "Y"))))
    elif kind == "last-column":
        save(path, parts(sheet(rows(2, 30) + "<row r='31'><c r='XFD31'><v>1</v></c></row>")))
    elif kind == "missing-part":
        book = parts(good)
        del book[SHEET]
        save(path, book)
    elif kind == "checksum":
        save(path, parts(sheet(rows(2, 3000))))
        patched(path, lambda content: struct.pack_into(
            "<I", content, directory_entry(content, SHEET) + 16, 1))
    elif kind == "lying-size":
        save(path, parts(sheet(rows(2, 3000))))
        patched(path, lambda content: struct.pack_into(
            "<I", content, directory_entry(content, SHEET) + 24, 1000))
    elif kind == "overlap":
        save(path, parts(good))
        def onto_the_workbook(content):
            struct.pack_into("<I", content, directory_entry(content, SHEET) + 42, 0)
        patched(path, onto_the_workbook)
    elif kind == "cut-off":
        save(path, parts(good))
        patched(path, lambda content: content.__delitem__(slice(len(content) * 2 // 3, None)))
    elif kind == "traversal":
        save(path, parts(good) | {"../../etc/cron.d/x": "x"})
    elif kind == "absurd-dimension":
        xml = sheet(rows(2, 30) + "<row r='1048576'><c r='A1048576' t='str'>"
                    "<v>last@example.com</v></c></row>")
        save(path, parts(xml.replace("<sheetData>", "<dimension ref='A1:XFD1048576'/><sheetData>")))
    else:
        raise SystemExit(f"no kind {kind!r}")


if __name__ == "__main__":
    main()
