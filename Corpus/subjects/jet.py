"""Databases of Jet 4, as Access 2000 to 2003 write them (.mdb).

Source: HACKING.md of mdbtools. There are no indexes: readers of rows need none.
"""

import datetime
import struct
from dataclasses import dataclass

PAGE = 4096
# Kinds of columns, with how many bytes they take in each row; texts take what they need.
BOOLEAN, INTEGER, LONG, DOUBLE, DATE, TEXT, OLE, MEMO = 1, 3, 4, 7, 8, 10, 11, 12
FIXED = {BOOLEAN: 0, INTEGER: 2, LONG: 4, DOUBLE: 8, DATE: 8}
# What the definition says; 0 has no bound.
SIZES = {**FIXED, BOOLEAN: 1, TEXT: 510}
DATE_EPOCH = datetime.datetime(1899, 12, 30)
HEADER_KEY = bytes.fromhex("c7da396b")
CATALOG_PAGE = 2
# What is shorter lies in its row.
INLINE_LIMIT = 64
PART_LIMIT = 4000


@dataclass
class Table:
    """Columns with their kinds, and rows of values; None is no value."""

    name: str
    columns: list[tuple[str, int]]
    rows: list[list]


def database(tables: list[Table]) -> bytes:
    return Database().made(tables)


class Database:
    def __init__(self):
        self.pages: list[bytes] = [header_page(), data_page(0, [usage_map([])]), b""]

    def made(self, tables: list[Table]) -> bytes:
        moment = datetime.datetime(2024, 6, 3, 9)
        places = [self.add(table, self.reserved(), 0x4E) for table in tables]
        columns = [("Id", LONG), ("ParentId", LONG), ("Name", TEXT), ("Type", INTEGER)]
        columns += [("DateCreate", DATE), ("DateUpdate", DATE), ("Flags", LONG), ("LvProp", OLE)]
        first = 0x0F000001
        # 1 is a table, 3 a container; the catalog names itself.
        rows = [[first, 0x0F000000, "Tables", 3, moment, moment, -0x80000000, None]]
        rows += [[CATALOG_PAGE, first, "MSysObjects", 1, moment, moment, -0x80000000, None]]
        for table, page in zip(tables, places):
            rows.append([page, first, table.name, 1, moment, moment, 0, None])
        self.add(Table("MSysObjects", columns, rows), CATALOG_PAGE, 0x53)
        return b"".join(self.pages)

    def reserved(self) -> int:
        self.pages.append(b"")
        return len(self.pages) - 1

    def added(self, page: bytes) -> int:
        self.pages.append(page)
        return len(self.pages) - 1

    def add(self, table: Table, definition: int, kind: int) -> int:
        """Writes the definition of a table at its page, and its rows behind."""
        owned, pending, size = [], [], 0
        for row in [self.row(table.columns, values) for values in table.rows]:
            if size + len(row) + 2 > PAGE - 14 or len(pending) == 255:
                owned.append(self.added(data_page(definition, pending)))
                pending, size = [], 0
            pending.append(row)
            size += len(row) + 2
        owned.append(self.added(data_page(definition, pending)))
        maps = self.added(data_page(0, [usage_map(owned), usage_map([])]))
        self.pages[definition] = definition_page(table, kind, maps)
        return definition

    def row(self, columns: list[tuple[str, int]], values: list) -> bytes:
        fixed, variable = b"", []
        mask = bytearray((len(columns) + 7) // 8)
        for number, ((_, kind), value) in enumerate(zip(columns, values)):
            if value is not None and value is not False:
                mask[number // 8] |= 1 << number % 8
            if kind in FIXED:
                fixed += fixed_bytes(kind, value)
            elif value is None:
                variable.append(b"")
            elif kind == TEXT:
                variable.append(text_bytes(value))
            else:
                variable.append(self.long_value(text_bytes(value) if kind == MEMO else value))
        body = struct.pack("<H", len(columns)) + fixed
        starts = []
        for value in variable:
            starts.append(len(body))
            body += value
        if variable:
            ends = [len(body), *reversed(starts)]
            body += struct.pack(f"<{len(ends)}H", *ends) + struct.pack("<H", len(starts))
        return body + bytes(mask)

    def long_value(self, value: bytes) -> bytes:
        """In the row, on a page of its own, or as a chain of pages."""
        if len(value) <= INLINE_LIMIT:
            return struct.pack("<III", len(value) | 0x80000000, 0, 0) + value
        if len(value) <= PART_LIMIT:
            place = self.added(data_page(0, [value], b"LVAL")) << 8
            return struct.pack("<III", len(value) | 0x40000000, place, 0)
        place = 0
        for start in reversed(range(0, len(value), PART_LIMIT)):
            part = struct.pack("<I", place) + value[start : start + PART_LIMIT]
            place = self.added(data_page(0, [part], b"LVAL")) << 8
        return struct.pack("<III", len(value), place, 0)


def fixed_bytes(kind: int, value) -> bytes:
    if kind == BOOLEAN:
        return b""
    if kind == DATE:
        days = (value - DATE_EPOCH) / datetime.timedelta(days=1) if value else 0
        return struct.pack("<d", days)
    return struct.pack({INTEGER: "<h", LONG: "<i", DOUBLE: "<d"}[kind], value or 0)


def text_bytes(text: str) -> bytes:
    """UTF-16, or a byte for each character where none needs more."""
    if len(text) > 2 and all(0 < ord(character) <= 0xFF for character in text):
        return b"\xff\xfe" + text.encode("iso-8859-1")
    return text.encode("utf-16-le")


def usage_map(pages: list[int]) -> bytes:
    bits = bytearray(64)
    for page in pages:
        bits[page // 8] |= 1 << page % 8
    return struct.pack("<BI", 0, 0) + bytes(bits)


def data_page(definition: int, rows: list[bytes], mark: bytes | None = None) -> bytes:
    """A page of rows, which lie at its end, the first one last."""
    offsets, at = [], PAGE
    for row in rows:
        at -= len(row)
        offsets.append(at)
    free = at - 14 - 2 * len(rows)
    head = struct.pack("<BBH", 1, 1, free) + (mark or struct.pack("<I", definition))
    head += struct.pack(f"<IH{len(rows)}H", 0, len(rows), *offsets)
    return head + bytes(free) + b"".join(reversed(rows))


def definition_page(table: Table, kind: int, maps: int) -> bytes:
    columns, names = b"", b""
    fixed_at = variable_at = 0
    for number, (name, column) in enumerate(table.columns):
        is_fixed = column in FIXED
        columns += struct.pack(
            "<BIHHHHHBBIHH",
            column,
            0x659,
            number,
            variable_at,
            number,
            0x409 if column in (TEXT, MEMO) else 0,
            0,
            3 if is_fixed else 2,
            1 if column in (TEXT, MEMO) else 0,
            0,
            fixed_at if is_fixed else 0,
            SIZES.get(column, 0),
        )
        fixed_at += FIXED.get(column, 0)
        variable_at += not is_fixed
        encoded = name.encode("utf-16-le")
        names += struct.pack("<H", len(encoded)) + encoded
    block = struct.pack("<IIIBxxxIII", 0x659, len(table.rows), 0, 1, 0, 0, 0)
    block += struct.pack("<BHHHII", kind, len(table.columns), variable_at, len(table.columns), 0, 0)
    block += struct.pack("<II", maps << 8, maps << 8 | 1)
    block += columns + names + b"\xff\xff"
    size = 12 + len(block)
    page = struct.pack("<BBHII", 2, 1, PAGE - size - 8, 0, size) + block
    return page.ljust(PAGE, b"\0")


def header_page() -> bytes:
    """The first page; what stands from its 25th byte on is enciphered with a key that all know."""
    page = bytearray(PAGE)
    page[:0x18] = b"\0\1\0\0Standard Jet DB\0\1\0\0\0"
    plain = bytearray(128)
    struct.pack_into("<H", plain, 0x3C - 0x18, 1252)
    struct.pack_into("<I", plain, 0x6E - 0x18, 0x409)
    page[0x18 : 0x18 + 128] = rc4(HEADER_KEY, plain)
    return bytes(page)


def rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
