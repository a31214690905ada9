"""ZIP archives and workbooks written byte by byte, so that each may lie in its own way."""

import struct
import zlib

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.\
openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
ROOT_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="xl/workbook.xml"/></Relationships>"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>"""
RELS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/sharedStrings" \
Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1">\
<border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""
SHARED = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>"""
SHEET = "xl/worksheets/sheet1.xml"


def inline(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def row(number, *texts):
    cells = "".join(inline(f"{chr(65 + at)}{number}", text) for at, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


HEADER = row(1, "id", "email", "company")


def leads(count=3, first=2):
    return "".join(row(at, str(at), f"lead{at}@example.com", "Kestrel") for at in range(first, first + count))


def sheet(rows, before="", after=""):
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">{before}'
            f"<sheetData>{rows}</sheetData>{after}</worksheet>")


def parts(**changes):
    """The parts of a plain workbook; names with `/` and `.` are given as a dictionary `also`."""
    also = changes.pop("also", {})
    result = {
        "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT_RELS, "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELS, "xl/styles.xml": STYLES, "xl/sharedStrings.xml": SHARED,
        SHEET: changes.pop("rows", None) or sheet(HEADER + leads()),
    }
    result.update(also)
    return {name: content for name, content in result.items() if content is not None}


class Entry:
    """One entry of an archive; what it says may differ from what it is."""

    def __init__(self, name, content, **lies):
        self.name = name.encode() if isinstance(name, str) else name
        self.content = content.encode() if isinstance(content, str) else content
        self.lies = lies

    def fields(self):
        lies = self.lies
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = lies.get("packed") or (
            packer.compress(self.content) + packer.flush() if lies.get("method", 8) == 8 else self.content)
        return packed, {
            "method": lies.get("method", 8), "flags": lies.get("flags", 0),
            "crc": lies.get("crc", zlib.crc32(self.content)),
            "packed": lies.get("packed_size", len(packed)), "size": lies.get("size", len(self.content)),
        }


def archive(entries, comment=b"", prefix=b"", count=None, directory_shift=0):
    out = bytearray(prefix)
    directory = bytearray()
    for entry in entries:
        packed, said = entry.fields()
        lies = entry.lies
        offset = lies.get("offset", len(out) - len(prefix))
        local_name = lies.get("local_name", entry.name)
        descriptor = lies.get("descriptor", False)
        zip64 = lies.get("zip64", False)
        local = dict(said)
        local.update(lies.get("local", {}))
        flags = local["flags"] | (8 if descriptor else 0)
        extra = lies.get("extra", b"")
        if descriptor:
            local.update(crc=0, packed=0, size=0)
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, said["size"], said["packed"])
            local.update(packed=0xFFFFFFFF, size=0xFFFFFFFF)
        if not lies.get("directory_only"):
            out += struct.pack(
                "<IHHHHHIIIHH", 0x04034B50, 45 if zip64 else 20, flags, local["method"], 0, 0x5A21,
                local["crc"], local["packed"], local["size"], len(local_name), len(extra))
            out += local_name + extra + packed
            if descriptor:
                if descriptor != "unsigned":
                    out += b"PK\x07\x08"
                out += struct.pack("<III", said["crc"], said["packed"], said["size"])
        central_extra = extra if not zip64 else struct.pack(
            "<HHQQQ", 1, 24, said["size"], said["packed"], offset)
        sizes = (0xFFFFFFFF, 0xFFFFFFFF) if zip64 else (said["packed"], said["size"])
        directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 0x31E if lies.get("link") else 20, 45 if zip64 else 20,
            said["flags"] | (8 if descriptor else 0), said["method"], 0, 0x5A21, said["crc"], *sizes,
            len(entry.name), len(central_extra), 0, 0, 0,
            0o120777 << 16 if lies.get("link") else 0, 0xFFFFFFFF if zip64 else offset)
        directory += entry.name + central_extra
    start = len(out) - len(prefix)
    total = len(entries) if count is None else count
    out += directory
    if any(entry.lies.get("zip64") for entry in entries):
        where = len(out) - len(prefix)
        out += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, total, total, len(directory), start)
        out += struct.pack("<IIQI", 0x07064B50, 0, where, 1)
        out += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, len(comment))
    else:
        out += struct.pack(
            "<IHHHHIIH", 0x06054B50, 0, 0, total & 0xFFFF, total & 0xFFFF, len(directory),
            (start + directory_shift) & 0xFFFFFFFF, len(comment))
    return bytes(out) + comment


def workbook(changes=None, **lies):
    """A plain workbook; `changes` lays parts over it, `lies` are those of the worksheet's entry."""
    content = parts(also=changes or {})
    return archive([Entry(name, text, **(lies if name == SHEET else {})) for name, text in content.items()])
