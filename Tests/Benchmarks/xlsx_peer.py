"""Reads the first sheet of a workbook with one library, as `READER FILE`.

Prints the rows, and the seconds and the processor's seconds from opening the file to the last row;
starting Python and importing the library do not count.
"""

import sys
import time
import zipfile


def now():
    return time.monotonic(), time.process_time()


def polars(path):
    import polars

    started = now()
    return polars.read_excel(path).height + 1, started


def fastexcel(path):
    import fastexcel

    started = now()
    return fastexcel.read_excel(path).load_sheet(0).height + 1, started


def calamine(path):
    from python_calamine import CalamineWorkbook

    started = now()
    return sum(1 for _ in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()), started


def openpyxl(path):
    import openpyxl

    started = now()
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return sum(1 for _ in sheet.iter_rows(values_only=True)), started


def inflate(path, module):
    """Unpacks the sheet and the texts a piece at a time, and does nothing with them."""
    packed = []
    with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
        for entry in archive.infolist():
            if entry.filename.endswith(("sheet1.xml", "sharedStrings.xml")):
                file.seek(entry.header_offset + 26)
                name, extra = (int.from_bytes(file.read(2), "little") for _ in range(2))
                file.seek(entry.header_offset + 30 + name + extra)
                packed.append(file.read(entry.compress_size))
    started = now()
    for part in packed:
        stream = module.decompressobj(-15)
        # In small slices: what a call leaves over is copied.
        for start in range(0, len(part), 1 << 14):
            data = part[start : start + (1 << 14)]
            while data:
                stream.decompress(data, 1 << 18)
                data = stream.unconsumed_tail
    return 0, started


def zlib(path):
    import zlib

    return inflate(path, zlib)


def isal(path):
    from isal import isal_zlib

    return inflate(path, isal_zlib)


rows, started = globals()[sys.argv[1]](sys.argv[2])
print(rows, *(after - before for after, before in zip(now(), started)))
