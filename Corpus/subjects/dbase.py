"""Tables of dBase III (.dbf), as shapefiles have them for the attributes of their shapes.

Source: dBASE Table File Format, version III; ESRI's language drivers.
"""

import datetime
import struct

DRIVERS = {"cp1252": 0x57, "cp850": 0x02}


def table(columns: list[tuple[str, str]], rows: list[list], encoding: str) -> bytes:
    """`columns` are names and types, C or D; a cell of D is a date."""
    cells = [[encoded(cell, encoding) for cell in row] for row in rows]
    widths = [max([1, *map(len, column)]) for column in zip(*cells)]
    length = 1 + sum(widths)
    start = 32 + 32 * len(columns) + 1
    head = struct.pack(
        "<4BIHH17xB2x", 3, 124, 6, 3, len(rows), start, length, DRIVERS[encoding]
    )
    for (name, kind), width in zip(columns, widths):
        head += struct.pack("<11sc4xBB14x", name[:10].upper().encode("ascii"), kind.encode(), width, 0)
    body = b"".join(
        b" " + b"".join(cell.ljust(width) for cell, width in zip(row, widths)) for row in cells
    )
    return head + b"\r" + body + b"\x1a"


def encoded(cell: str | datetime.date, encoding: str) -> bytes:
    if isinstance(cell, datetime.date):
        return cell.strftime("%Y%m%d").encode()
    return cell.encode(encoding)
