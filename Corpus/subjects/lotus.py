"""Worksheets of Lotus 1-2-3 release 2 (.wk1).

Source: Lotus 1-2-3 worksheet file format, release 2.01.
"""

import random
import struct

from .scenes import Scenes
from .tree import File

BOF, EOF, DIMENSIONS, INTEGER, NUMBER, LABEL = 0x00, 0x01, 0x06, 0x0D, 0x0E, 0x0F
RELEASE_2 = 0x0406
GENERAL, LEFT = 0xF1, b"'"
LARGEST_INTEGER = 32_767
# Of DOS in Western Europe; the letters of Latin-1 lie in it.
CODE_PAGE = "cp850"


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def worksheet(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """With numbers where a column has nothing else."""
    listing = scenes.listing(numbers=True)
    rows = [listing.columns, *listing.rows]
    out = record(BOF, struct.pack("<H", RELEASE_2)) + record(
        DIMENSIONS, struct.pack("<4H", 0, 0, len(listing.columns) - 1, len(rows) - 1)
    )
    for row, cells in enumerate(rows):
        kinds = listing.kinds if row else [""] * len(cells)
        for column, (marked, kind) in enumerate(zip(cells, kinds)):
            cell = file.take(marked, record=row + 1)
            place = struct.pack("<BHH", GENERAL, column, row)
            if kind not in ("bsn", "amount"):
                out += record(LABEL, place + LEFT + cell.encode(CODE_PAGE) + b"\0")
            elif int(cell) <= LARGEST_INTEGER:
                out += record(INTEGER, place + struct.pack("<h", int(cell)))
            else:
                out += record(NUMBER, place + struct.pack("<d", int(cell)))
    return out + record(EOF, b"")
