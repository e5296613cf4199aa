"""Worksheets of Excel 4 (.xls), which lie in no compound file.

Source: OpenOffice.org's Documentation of the Microsoft Excel File Format, BIFF4.
"""

import struct

BOF, CODE_PAGE, NUMBER, LABEL, END = 0x0409, 0x0042, 0x0203, 0x0204, 0x000A
WORKSHEET = 0x0010
CP1252 = 0x8001


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def worksheet(rows: list[list[str | int]]) -> bytes:
    out = record(BOF, struct.pack("<HHH", 0, WORKSHEET, 0)) + record(
        CODE_PAGE, struct.pack("<H", CP1252)
    )
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                out += record(NUMBER, struct.pack("<HHHd", row, column, 0, cell))
                continue
            text = cell.encode("cp1252")
            out += record(LABEL, struct.pack("<HHHH", row, column, 0, len(text)) + text)
    return out + record(END, b"")
