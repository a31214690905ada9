"""Files that nobody sends on purpose, and some that people do; each with what is to come of it.

A case is (name, ending, what it comes to, function that writes it). It comes to a number: so many rows
are taken; or to words that the one line of the answer must have.
"""

import gzip
import io
import random
import struct
import subprocess
import zipfile
import zlib

import archives
from archives import Entry, MAIN, OFFICE, SHEET, archive, inline, leads, parts, row, sheet, workbook

CASES = []


def case(name, ending, comes_to):
    def keep(function):
        CASES.append((name, ending, comes_to, function))
        return function
    return keep


def book(name, comes_to, changes=None, **lies):
    def write(path):
        path.write_bytes(workbook(changes() if callable(changes) else changes, **lies))
    CASES.append((name, ".xlsx", comes_to, write))


def text(name, comes_to, content, ending=".csv"):
    CASES.append((
        name, ending, comes_to, lambda path: path.write_bytes(content() if callable(content) else content)))


def packed(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


PLAIN = sheet(archives.HEADER + leads())
CSV = b"id,email,company\n1,ada@example.com,Kestrel\n2,ben@example.com,Osprey\n"

# MARK: ZIP

book("a plain workbook", 3)
book("a checksum that is wrong", ["sheet1.xml", "checksum"], crc=1)
book("a size that is too small", ["sheet1.xml"], size=100)
book("a size that is too large", ["sheet1.xml"], size=10_000_000)
book("4 GiB claimed", ["4096 MiB"], size=0xFFFFFFF0)
book("another size in the local header", 3, local={"size": 7, "packed": 7})
book("another name in the local header", ["sheet1.xml"], local_name=b"xl/worksheets/sheet9.xml")
book("another method in the local header", ["sheet1.xml"], local={"method": 0})
book("a data descriptor", 3, descriptor=True)
book("a data descriptor without its mark", 3, descriptor="unsigned")
book("ZIP64 sizes", 3, zip64=True)
book("stored, not deflated", 3, method=0)
book("a method that nobody knows", ["sheet1.xml"], method=99)
book("bzip2, as some writers do", ["sheet1.xml"], method=12)
book("encrypted entries", ["password"], flags=1)
book("an entry beyond the file", ["damaged"], offset=50_000_000)
book("an entry in the middle of another", ["leads.xlsx"], offset=40)
book("an absolute name beside it", 3, {"/etc/passwd": "x"})
book("a traversing name beside it", ["../../x"], {"../../x": "x"})
book("a backslash in names", ["\\"], {"..\\..\\x": "x"})
book("a name with a NUL", ["leads.xlsx"], {"xl/x\0.xml": "x"})
book("garbage instead of deflate", ["sheet1.xml", "damaged"], packed=b"\xff" * 400)
book("deflate that goes on after its end", 3, packed=packed(PLAIN.encode()) + b"\0" * 400)


@case("the same name twice", ".xlsx", ["sheet1.xml", "two parts"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content + [Entry(SHEET, sheet(archives.HEADER + leads(90)))]))


@case("the same name in another case", ".xlsx", ["two parts"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content + [Entry(SHEET.upper(), PLAIN)]))


@case("a symbolic link", ".xlsx", 3)
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content + [Entry("xl/link.xml", "/etc/passwd", link=True, method=0)]))


@case("something before the archive", ".xlsx", ["leads.xlsx"])
def _(path):
    path.write_bytes(b"#!/bin/sh\nexit\n" + workbook())


@case("something after the archive", ".xlsx", ["leads.xlsx"])
def _(path):
    path.write_bytes(workbook() + b"\0" * 70_000)


@case("a comment with another end in it", ".xlsx", ["leads.xlsx"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content, comment=b"PK\x05\x06" + b"\0" * 18))


@case("65,535 entries claimed", ".xlsx", ["65535 parts"])
def _(path):
    path.write_bytes(archive([Entry(name, value) for name, value in parts().items()], count=65_535))


@case("70,000 entries, of which it says 4,464", ".xlsx", ["more parts than it says"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content + [Entry(f"xl/media/{at}", b"", method=0) for at in range(70_000)]))


@case("a directory that overlaps itself", ".xlsx", ["leads.xlsx"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    path.write_bytes(archive(content, directory_shift=-40))


@case("a thousand entries on the same bytes", ".xlsx", ["overlap"])
def _(path):
    content = [Entry(name, value) for name, value in parts().items()]
    content += [Entry(f"xl/worksheets/sheet{at}.xml", PLAIN, offset=0, directory_only=True)
                for at in range(2, 1_000)]
    path.write_bytes(archive(content))


@case("10 GB of one letter", ".xlsx", ["sheet1.xml", "row 2"])
def _(path):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    out = [packer.compress(sheet(archives.HEADER)[:-24].encode() + b'<row r="2"><c r="A2" t="inlineStr"><is><t>')]
    out += [packer.compress(b"a" * (1 << 20)) for _ in range(10_000)]
    content = parts()
    content.pop(SHEET)
    entries = [Entry(name, value) for name, value in content.items()]
    data = b"".join(out) + packer.flush()
    entries.append(Entry(SHEET, b"", packed=data, size=10_000 << 20 & 0xFFFFFFFF))
    path.write_bytes(archive(entries))


@case("10 GB of empty rows", ".xlsx", ["times its size"])
def _(path):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    out = [packer.compress(sheet(archives.HEADER)[:-24].encode())]
    out += [packer.compress(b"<row></row>" * 100_000) for _ in range(9_000)]
    content = parts()
    content.pop(SHEET)
    entries = [Entry(name, value) for name, value in content.items()]
    entries.append(Entry(SHEET, b"", packed=b"".join(out) + packer.flush(), size=4_000_000_000))
    path.write_bytes(archive(entries))


@case("a ZIP in a ZIP in a ZIP", ".xlsx", ["leads.xlsx"])
def _(path):
    inner = workbook()
    for depth in range(5):
        inner = archive([Entry(f"{depth}-{at}.zip", inner) for at in range(10)])
    path.write_bytes(inner)


@case("cut off at every tenth", ".xlsx", ["leads.xlsx"])
def _(path):
    whole = workbook()
    path.write_bytes(whole[:len(whole) // 2])


for tenth in range(1, 10):
    def cut(path, tenth=tenth):
        whole = workbook({SHEET: sheet(archives.HEADER + leads(500))})
        path.write_bytes(whole[:len(whole) * tenth // 10])
    CASES.append((f"cut off after {tenth} tenths", ".xlsx", ["leads.xlsx"], cut))

# MARK: parts

book("no workbook part", ["no workbook"], {"xl/workbook.xml": None})
book("no relationships", 3, {"_rels/.rels": None, "xl/_rels/workbook.xml.rels": None})
book("no relationships of the workbook", 3, {"xl/_rels/workbook.xml.rels": None})
book("no worksheet part", ["sheet1.xml"], {SHEET: None})
book("no content types", 3, {"[Content_Types].xml": None})
book("no styles and no texts", 3, {"xl/styles.xml": None, "xl/sharedStrings.xml": None})
book("relationships that lead to themselves", ["leads.xlsx"], {
    "xl/_rels/workbook.xml.rels": archives.RELS.replace("worksheets/sheet1.xml", "_rels/workbook.xml.rels")})
book("a worksheet that is the workbook", ["leads.xlsx"], {
    "xl/_rels/workbook.xml.rels": archives.RELS.replace("worksheets/sheet1.xml", "workbook.xml")})
book("a relationship to the outside", ["leads.xlsx"], {
    "xl/_rels/workbook.xml.rels": archives.RELS.replace(
        'Target="worksheets/sheet1.xml"', 'Target="http://192.0.2.1/sheet.xml" TargetMode="External"')})
book("a relationship out of the package", ["leads.xlsx"], {
    "xl/_rels/workbook.xml.rels": archives.RELS.replace(
        "worksheets/sheet1.xml", "../../../../../etc/passwd")})
book("100,000 sheets on one part", ["leads.xlsx"], {
    "xl/workbook.xml": archives.WORKBOOK.replace("<sheets>", "<sheets>" + "".join(
        f'<sheet name="S{at}" sheetId="{at + 2}" r:id="rId1"/>' for at in range(100_000)))})
book("1,000,000 sheets without parts", ["leads.xlsx"], {
    "xl/workbook.xml": archives.WORKBOOK.replace("<sheets>", "<sheets>" + "".join(
        f'<sheet name="S{at}" sheetId="{at + 2}" r:id="rId{at + 9}"/>' for at in range(1_000_000)))})
book("a workbook without sheets", ["leads.xlsx"], {
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'})

# MARK: XML

LOL = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)) + "]>"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def typed(content, doctype):
    return content.replace(DECLARATION, DECLARATION + doctype)


book("entities in the sheet", ["sheet1.xml", "document type"],
     {SHEET: typed(sheet(archives.HEADER + row(2, "&j;", "b", "c")), LOL)})
book("entities in the texts", ["sharedStrings.xml", "document type"], {
    "xl/sharedStrings.xml": typed(archives.SHARED.replace("shared", "&j;"), LOL)})
book("entities in the styles", ["styles.xml", "document type"], {"xl/styles.xml": typed(archives.STYLES, LOL)})
book("entities in the workbook", ["workbook.xml", "document type"],
     {"xl/workbook.xml": typed(archives.WORKBOOK, LOL)})
book("entities in the relationships", [".rels", "document type"],
     {"xl/_rels/workbook.xml.rels": typed(archives.RELS, LOL)})
book("entities in the content types", ["document type"],
     {"[Content_Types].xml": typed(archives.CONTENT_TYPES, LOL)})
book("a file of the machine", ["sheet1.xml", "document type"], {
    SHEET: typed(sheet(archives.HEADER + row(2, "&x;", "b", "c")), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')})
book("UTF-16 parts", 3, {
    SHEET: b"\xff\xfe" + PLAIN.replace("UTF-8", "UTF-16").encode("utf-16-le"),
    "xl/sharedStrings.xml": b"\xfe\xff" + archives.SHARED.replace("UTF-8", "UTF-16").encode("utf-16-be")})
book("a sheet in ISO-8859-1", 3, {
    SHEET: PLAIN.replace("UTF-8", "ISO-8859-1").replace("Kestrel", "Zürich").encode("latin-1")})
book("bytes that are no UTF-8", ["sheet1.xml"], {SHEET: PLAIN.encode().replace(b"Kestrel", b"K\xff\xfe")})
book("a million levels deep", ["sheet1.xml"], {SHEET: sheet("<x>" * 1_000_000)})
book("a tag of a megabyte", ["sheet1.xml"], {SHEET: PLAIN.replace("<row", f'<row x="{"y" * 3_000_000}"', 1)})
book("a hundred thousand attributes", ["sheet1.xml"], {
    SHEET: PLAIN.replace("<row", "<row" + "".join(f' a{at}=""' for at in range(100_000)), 1)})
book("no end", ["sheet1.xml", "damaged"], {SHEET: PLAIN[:-60]})
book("an empty part", ["sheet1.xml"], {SHEET: ""})
book("text that is no XML", ["sheet1.xml"], {SHEET: "id,email\n1,a@example.com\n"})
book("a cell of 17 million letters", ["sheet1.xml", "row 2"], lambda: {
    SHEET: sheet(archives.HEADER + row(2, "2", "a@example.com", "x" * 17_000_000))}, method=0)

# MARK: cells


def cells(content):
    return {SHEET: sheet(archives.HEADER + leads(2) + content)}


# The cell is empty, and a finding says so.
book("a text that is not there", 2, cells('<row r="4"><c r="A4" t="s"><v>99999999</v></c></row>'))
book("a text before the first", 2, cells('<row r="4"><c r="A4" t="s"><v>-1</v></c></row>'))
book("a style that is not there", 3, cells('<row r="4"><c r="A4" s="999999"><v>1</v></c>' + inline("B4", "c@example.com") + "</row>"))
book("dates out of range", 3, cells('<row r="4"><c r="A4" s="1"><v>99999999999</v></c>' + inline("B4", "c@example.com") + '<c r="C4" s="1"><v>-1E308</v></c></row>'))
book("numbers that are none", 3, cells('<row r="4"><c r="A4"><v>NaN</v></c>' + inline("B4", "c@example.com") + '<c r="C4"><v>1e999999999</v></c></row>'))
book("a cell beyond the last column", ["column"], cells(f'<row r="4">{inline("XFE4", "x")}</row>'))
book("a row beyond the last", ["1048576"], cells(row(1_048_577, "9", "c@example.com", "x")))
book("a column name without end", ["sheet1.xml"], cells(f'<row r="4">{inline("ZZZZZZZZZZZZZZZZZZZZ4", "x")}</row>'))
book("rows from last to first", 3, {SHEET: sheet(archives.HEADER + leads(1, 4) + leads(1, 3) + leads(1, 2))})
book("the last cell of the sheet, and few others", 3, {
    SHEET: sheet(archives.HEADER + leads(2) + row(1_048_576, "9", "c@example.com", "x"),
                 before='<dimension ref="A1:XFD1048576"/>')})
book("merged everywhere", 3, {SHEET: sheet(
    archives.HEADER + leads(), after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')})
book("a million merged areas", 3, {SHEET: sheet(archives.HEADER + leads(), after="<mergeCells>" + "".join(
    f'<mergeCell ref="D{at}:E{at}"/>' for at in range(1, 300_001)) + "</mergeCells>")})
book("columns hidden a million times", 3, {SHEET: sheet(archives.HEADER + leads(), before="<cols>" + (
    '<col min="1" max="16384" hidden="1"/>' * 100_000) + "</cols>")})
book("a sheet of 16,384 columns", 3, {SHEET: sheet(
    f'<row r="1">{inline("A1", "id")}{inline("B1", "email")}{inline("C1", "company")}{inline("XFD1", "last")}</row>' + leads())})
book("all cells at one place", ["leads.xlsx"], {SHEET: sheet(
    archives.HEADER + '<row r="2">' + inline("A2", "x") * 200_000 + "</row>")})

# MARK: other files under its name

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(*names):
    """A compound file whose directory has these streams."""
    sector = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(name) + 2, 5 if not at else 2, 1)
        + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if not at else 0xFFFFFFFF) + b"\0" * 36
        + struct.pack("<IQ", 0, 0)
        for at, name in enumerate(("Root Entry",) + names))
    header = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 432
    fat = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE) + b"\xff" * 500
    return header[:512] + fat + sector.ljust(1024, b"\0")


text("an encrypted workbook", ["password"], compound("EncryptionInfo", "EncryptedPackage"), ".xlsx")
text("an old workbook", [".xlsx"], compound("Workbook"), ".xls")
text("an old workbook under the new name", [".xlsx"], compound("Workbook"), ".xlsx")
text("a compound file of nothing", ["leads.xlsx"], OLE, ".xlsx")
text("random bytes", ["leads.xlsx"], random.Random(1).randbytes(100_000), ".xlsx")
text("a web page", ["leads.xls"], b"<html><body><table><tr><td>id</td></tr></table></body></html>", ".xls")
text("nothing", ["empty"], b"", ".xlsx")


@case("a binary workbook", ".xlsb", [".xlsx"])
def _(path):
    content = parts(also={
        "xl/workbook.xml": None, "xl/workbook.bin": b"\x83\x01\0", SHEET: None, "xl/worksheets/sheet1.bin": b"\x81\x01\0"})
    content["[Content_Types].xml"] = archives.CONTENT_TYPES.replace("workbook.xml", "workbook.bin").replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.binary.macroEnabled.main")
    content["_rels/.rels"] = archives.ROOT_RELS.replace("workbook.xml", "workbook.bin")
    path.write_bytes(archive([Entry(name, value) for name, value in content.items()]))


@case("an OpenDocument sheet", ".ods", [".xlsx"])
def _(path):
    path.write_bytes(archive([
        Entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet", method=0),
        Entry("content.xml", "<office:document-content/>"), Entry("META-INF/manifest.xml", "<x/>")]))


@case("a word document", ".xlsx", ["leads.xlsx"])
def _(path):
    path.write_bytes(archive([
        Entry("[Content_Types].xml", archives.CONTENT_TYPES), Entry("word/document.xml", "<w/>")]))

# MARK: CSV

text("a plain file", 2, CSV)
text("a file of nothing", ["empty"], b"")
text("a mark of its encoding and nothing else", ["empty"], b"\xef\xbb\xbf")
text("line ends only", ["leads.csv"], b"\r\n\n\r" * 1_000)
text("quotes only", ["leads.csv"], lambda: b'"' * 3_000_000)
text("an odd number of quotes", ["leads.csv"], lambda: b'"' * 3_000_001)
text("delimiters only", ["leads.csv"], lambda: b"," * 3_000_000)
text("zero bytes only", ["leads.csv"], lambda: b"\0" * 3_000_000)
text("spaces only", ["leads.csv"], lambda: b" " * 3_000_000)
text("mixed line ends", 3, b"id,email,company\r\n1,ada@example.com,K\n2,ben@example.com,O\r3,cleo@example.com,M\r\n")
text("100,000 columns", ["leads.csv", "16384"], b",".join(b"c%d" % at for at in range(100_000)) + b"\n" + b"," * 99_999 + b"\n")
text("a quote that is never closed", 20_000, CSV + b'3,"cleo@example.com,M\n' + b"".join(
    b"%d,p%d@example.com,K\n" % (at, at) for at in range(4, 20_001)))
text("a row of ten million empty cells", 2, CSV + b"," * 10_000_000 + b"\n")
text("a row of ten million cells", ["16384 columns"], lambda: CSV + b"x," * 10_000_000 + b"\n")
text("a cell of 17 million letters", ["leads.csv", "row 4"], lambda: CSV + b"3,cleo@example.com," + b"x" * 17_000_000 + b"\n")
text("random bytes as text", ["leads.csv"], random.Random(2).randbytes(1_000_000))
text("zero bytes between", 2, CSV.replace(b"Kestrel", b"Kes\0trel"))
# What is left of a character is a row of its own, which is rejected.
text("UTF-16 with a byte too many", 3, b"\xff\xfe" + CSV.decode().encode("utf-16-le") + b"x")
text("half a character at the end", 3, CSV + "é".encode()[:1])
text("control characters", 102, CSV.replace(b"Kestrel", bytes(range(1, 9)) + b"\x1b[2J\x07") + b"".join(
    b"%d,p%d@example.com,Kestrel and Sons\n" % (at, at) for at in range(3, 103)))
text("gzip", 2, gzip.compress(CSV), ".csv.gz")
text("gzip in two pieces", 2, gzip.compress(CSV[:30]) + gzip.compress(CSV[30:]), ".csv.gz")
text("gzip cut off", ["leads.csv.gz"], gzip.compress(CSV * 50)[:-20], ".csv.gz")
text("gzip with a wrong checksum", ["leads.csv.gz"], gzip.compress(CSV)[:-8] + b"\0" * 8, ".csv.gz")
text("gzip in gzip", ["leads.csv.gz"], gzip.compress(gzip.compress(CSV)), ".csv.gz")
text("gzip with something behind it", ["leads.csv.gz"], gzip.compress(CSV) + b"something", ".csv.gz")
text("no gzip at all", 2, CSV, ".csv.gz")
text("a ZIP with one CSV file", ["zip"], archive([Entry("leads.csv", CSV)]), ".zip")
text("a ZIP under the name of a CSV file", ["leads.csv"], archive([Entry("leads.csv", CSV)]))
text("a workbook under the name of a CSV file", 3, workbook())


@case("gzip of 20 GB of zero bytes", ".csv.gz", ["leads.csv.gz"])
def _(path):
    path.write_bytes(gzip.compress(b"\0" * (100 << 20), 9) * 200)


@case("gzip of 20 GB of rows", ".csv.gz", ["leads.csv.gz"])
def _(path):
    path.write_bytes(gzip.compress(CSV) + gzip.compress(b",,\n" * (35 << 20), 9) * 200)


@case("zstd", ".csv.zst", 2)
def _(path):
    path.write_bytes(zstd(CSV))


@case("zstd cut off", ".csv.zst", ["leads.csv.zst"])
def _(path):
    path.write_bytes(zstd(CSV * 50)[:-10])


@case("zstd of 20 GB", ".csv.zst", ["leads.csv.zst"])
def _(path):
    path.write_bytes(zstd(b"\0" * (100 << 20)) * 200)


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


@case("1 GB without a line end", ".csv", ["leads.csv"])
def _(path):
    with open(path, "wb") as file:
        for _ in range(1_000):
            file.write(b"x" * 1_000_000)


@case("100 MB of delimiters without a line end", ".csv", ["leads.csv"])
def _(path):
    with open(path, "wb") as file:
        for _ in range(100):
            file.write(b"," * 1_000_000)
