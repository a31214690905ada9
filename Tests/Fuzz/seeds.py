"""Writes the seeds of the fuzz targets: seeds.py FOLDER. Small, and one of each kind of thing."""

import io
import pathlib
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

SHEETS = [
    "<worksheet><sheetData/></worksheet>",
    "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='m'><dimension ref='A1:XFD1048576'/>"
    "<sheetFormatPr zeroHeight='1'/><cols><col min='1' max='2' hidden='1'/></cols><sheetData>"
    "<row r='1' hidden='0'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46098</v></c></row>"
    "<row r='3'><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c t='str'><f>A1</f><v>x</v></c></row>"
    "<row><c r='D9' s='3'><v>1.5E+3</v></c><c r='A9' t='d'><v>2026-03-17</v></c></row></sheetData>"
    "<mergeCells count='1'><mergeCell ref='A1:B2'/></mergeCells></worksheet>",
    "<x:worksheet xmlns:x='m'><x:sheetData><x:row r='2'><x:c r='XFD2' t='inlineStr'><x:is><x:r>"
    "<x:rPr><x:b/></x:rPr><x:t>a &amp; b</x:t></x:r><x:r><x:t xml:space='preserve'> c_x000D_"
    "</x:t></x:r><x:rPh sb='0' eb='1'><x:t>p</x:t></x:rPh></x:is></x:c></x:row></x:sheetData>"
    "</x:worksheet>",
    "<worksheet><sheetData><row><c t='inlineStr'><is><t><![CDATA[a<b]]>&#233;&#x1F600;</t></is></c>"
    "<!-- c --><?p i?></row></sheetData></worksheet>",
]
STRINGS = [
    "<sst count='2' uniqueCount='2'><si><t>a</t></si><si><t xml:space='preserve'> b </t></si></sst>",
    "<x:sst xmlns:x='m'><x:si><x:r><x:t>_x005F_x000D_</x:t></x:r><x:r><x:t>c</x:t></x:r>"
    "<x:rPh sb='0' eb='1'><x:t>p</x:t></x:rPh></x:si><x:si/></x:sst>",
]
FORMATS = [
    "1.5\0General", "46098.75\0yyyy\\-mm\\-dd hh:mm:ss.000", "-0.5\0[h]:mm:ss;@", "1067\00000-0000",
    "4.9E+11\0\"+\"0;[Red]-0;\"none\"", "61\0[$-407]d. mmmm yyyy", "0.125\0# ?/?", "12\0[DBNum1]General",
    "1e308\0[>100]0.0E+00;0%", "44000\0e/m/d", "59.9999999\0m/d/yy h:mm AM/PM",
]
WORKBOOK = (
    f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><workbookPr date1904='1'/><sheets>"
    "<sheet name='S' sheetId='1' state='hidden' r:id='s1'/></sheets><definedNames>"
    "<definedName name='N' localSheetId='0'>'S'!$A$1:$C$4</definedName></definedNames></workbook>")
RELATIONS = (
    f"<Relationships><Relationship Id='s1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/>"
    f"<Relationship Id='s2' Type='{OFFICE}/styles' Target='/xl/styles.xml'/>"
    f"<Relationship Id='s3' Type='{OFFICE}/sharedStrings' Target='sharedStrings.xml'/></Relationships>")
ROOT = (
    f"<Relationships><Relationship Id='r1' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/>"
    "</Relationships>")
TYPES = (
    "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"
    "officedocument.spreadsheetml.sheet.main+xml'/></Types>")
STYLES = (
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs>"
    "<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='22'/></cellXfs></styleSheet>")
SHEET_RELATIONS = (
    f"<Relationships><Relationship Id='t' Type='{OFFICE}/table' Target='../tables/table1.xml'/>"
    "</Relationships>")
TABLE = "<table name='T1' displayName='T' ref='A1:C4' totalsRowCount='1'/>"


CSV = [
    b"name,mail,day\r\nAda,ada@example.com,2026-01-03\r\nGrace,\"g@example.org\",2026-02-14\r\n" * 3,
    b"Export\n\na;b;c\n1;\"x \"\"y\"\"\nz\";3\n4;5\n\"6;7;8\n9;10;11\n\nTotal;3\n",
    b"sep=|\na|b\n1|'2'\n", b"\xff\xfea\x00,\x00b\x00\n\x00", b"\xef\xbb\xbfa||b\n1||\xfc\n",
    b"a\tb\n\\\"x\t\"y \\\" z\"\n", b"a b \"c d\"\n1 2 3\n",
]


def container(parts, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, text in parts:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, method)
        archive.comment = b"c"
    return file.getvalue()


def book(sheet, method=zipfile.ZIP_DEFLATED):
    return container([
        ("[Content_Types].xml", TYPES), ("_rels/.rels", ROOT), ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS), ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS[0]), ("xl/worksheets/sheet1.xml", sheet)], method)


RECORDS = [
    ["A1", "Dr. Ann Bell", "Ann", "von Bell", "Ann <ann@gmial.com>", "+49 30 23125042 ext. 5", "Acme GmbH & Co. KG",
     "VP Sales", "www.example.com", "Retail", "50-100", "1.234,50", "Torstr. 1", "Berlin", "D-10115", "BE",
     "Germany", "de", "web", "Google", "cpc", "autumn", "a%20b", "{{ad}}", "7"],
    ["", "BELL, ann", "", "", "\"a b\"@b\u00fccher.example", "0049 (0)30/2312 50-42; 1-800-FLOWERS", "asdf"],
    [""] * 25 + ["https://example.com/?utm_source=a&utm_medium=b%FC&gclid=x", "https://www.google.de/", "bob",
                 "31.02.2026", "opt in", "Oct 1, 2026 10:00 PM", "form", "v1", "192.0.2.1", "2026-10-01T00:00:00Z",
                 "1990-05-01", "yes", "is pregnant\r\nM\u00c3\u00bcller"],
]


def main():
    folder = pathlib.Path(sys.argv[1])
    books = [book(sheet) for sheet in SHEETS] + [book(SHEETS[1], zipfile.ZIP_STORED)]
    parts = [WORKBOOK, RELATIONS, ROOT, TYPES, STYLES, SHEET_RELATIONS, TABLE]
    seeds = {
        "sheet": [text.encode() for text in SHEETS],
        "strings": [text.encode() for text in STRINGS],
        "format": [text.encode() for text in FORMATS],
        "workbook": [b"\xff".join(text.encode() for text in parts)],
        "container": books + [container([("a", "x"), ("b/c", "y" * 300)])],
        "xlsx": books,
        "csv": CSV,
        # The fields of a lead, divided by zero bytes.
        "record": ["\0".join(cells).encode() for cells in RECORDS],
    }
    for target, contents in seeds.items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(contents):
            (folder / target / f"seed-{number}").write_bytes(content)


if __name__ == "__main__":
    main()
