"""The records of binary workbooks (.xlsb). Source: [MS-XLSB]."""

import struct


def record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, count = b"", len(body)
    while count > 0x7F:
        size += bytes([count & 0x7F | 0x80])
        count >>= 7
    return head + size + bytes([count]) + body


def wide(text: str) -> bytes:
    units = text.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def nullable(text: str | None) -> bytes:
    return b"\xff\xff\xff\xff" if text is None else wide(text)


def rich(pieces: list[str]) -> bytes:
    """A text; more than one piece has a run of its own each."""
    if len(pieces) == 1:
        return b"\0" + wide(pieces[0])
    runs, start = b"", 0
    for piece in pieces:
        runs += struct.pack("<HH", start, 0)
        start += len(piece)
    return b"\1" + wide("".join(pieces)) + struct.pack("<I", len(pieces)) + runs


def workbook(sheets: list[str]) -> bytes:
    bundle = b"".join(
        record(156, struct.pack("<II", 0, number) + wide(f"rId{number}") + wide(name))
        for number, name in enumerate(sheets, 1)
    )
    return record(131) + record(143) + bundle + record(144) + record(132)


def shared_strings(texts: list[list[str]], count: int) -> bytes:
    items = b"".join(record(19, rich(pieces)) for pieces in texts)
    return record(159, struct.pack("<II", count, len(texts))) + items + record(160)


def styles() -> bytes:
    """Two formats of cells: 0 as it is, 1 a date."""
    colour = bytes(8)

    def counted(begin: int, end: int, *bodies: tuple[int, bytes]) -> bytes:
        items = b"".join(record(kind, body) for kind, body in bodies)
        return record(begin, struct.pack("<I", len(bodies))) + items + record(end)

    def format_of_cells(parent: int, number_format: int) -> tuple[int, bytes]:
        flags = 0x1010 | (1 << 16 if number_format else 0)
        return 47, struct.pack("<HHHHHBBI", parent, number_format, 0, 0, 0, 0, 0, flags)

    font = struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0) + colour + b"\0" + wide("Arial")
    fill = struct.pack("<I", 0) + colour + colour + struct.pack("<I5dI", 0, 0, 0, 0, 0, 0, 0)
    return (
        record(278)
        + counted(611, 612, (43, font))
        + counted(603, 604, (45, fill))
        + counted(613, 614, (46, b"\0" + 5 * (b"\0\0" + colour)))
        + counted(626, 627, format_of_cells(0xFFFF, 0))
        + counted(617, 618, format_of_cells(0, 0), format_of_cells(0, 14))
        + counted(619, 620, (48, struct.pack("<IHBB", 0, 1, 0, 0) + wide("Normal")))
        + record(279)
    )


def cell(column: int, value: str | int | float, style: int, shared: int | None) -> bytes:
    """A cell: a text of the table of shared ones or its own, or a number in one of both forms."""
    head = struct.pack("<II", column, style)
    if shared is not None:
        return record(7, head + struct.pack("<I", shared))
    if isinstance(value, str):
        return record(6, head + wide(value))
    if isinstance(value, int) and value < 1 << 29:
        return record(2, head + struct.pack("<I", value << 2 | 2))
    return record(5, head + struct.pack("<d", value))


def sheet(rows: dict[int, list[bytes]], width: int, header: str | None) -> bytes:
    """A sheet of rows by their number, counted from 1."""
    out = record(129) + record(148, struct.pack("<IIII", 0, max(rows) - 1, 0, width - 1))
    out += record(145)
    for number, cells in sorted(rows.items()):
        out += record(
            0, struct.pack("<IIHBBBIII", number - 1, 0, 300, 0, 0, 0, 1, 0, width - 1)
        ) + b"".join(cells)
    out += record(146)
    if header is not None:
        texts = (f"&C{header}", None, None, None, None, None)
        out += record(479, struct.pack("<H", 0) + b"".join(map(nullable, texts))) + record(480)
    return out + record(130)


def comments(row: int, column: int, text: str) -> bytes:
    place = struct.pack("<IIIII", 0, row - 1, row - 1, column, column)
    return (
        record(628)
        + record(630)
        + record(632, wide("x"))
        + record(631)
        + record(633)
        + record(635, place + bytes(16))
        + record(637, rich([text]))
        + record(636)
        + record(634)
        + record(629)
    )
