"""Stores of Outlook in the Unicode form (.pst), not enciphered.

Source: [MS-PST]. From the bottom up: pages and blocks in a file, nodes in two B-trees, heaps on
nodes with properties and tables in them, and the folders and messages that those make up.
"""

import datetime
import struct
import uuid
import zlib
from dataclasses import dataclass, field

# What each kind of node has in the low five bits of its number.
FOLDER, MESSAGE, ATTACHMENT = 2, 4, 5
HIERARCHY, CONTENTS, ASSOCIATED, VALUE = 0x0D, 0x0E, 0x0F, 0x1F
ATTACHMENT_TABLE, RECIPIENT_TABLE = 0x671, 0x692
STORE, NAMES, ROOT, TOP = 0x21, 0x61, 0x122, 0x8022
FIRST_PAGE, AREA = 0x4400, 496 * 8 * 64
BLOCK_LIMIT, HEAP_LIMIT, VALUE_LIMIT = 8176, 7000, 300
NODE_TREE, BLOCK_TREE, ALLOCATION, PAGE_MAP = 0x81, 0x80, 0x84, 0x83
INTEGER, FLAG, TEXT, TIME, BINARY = 0x0003, 0x000B, 0x001F, 0x0040, 0x0102
STORE_KEY = bytes(range(0x50, 0x60))
# The set of properties that all items share, and the two columns that each table begins with.
COMMON_SET = uuid.UUID("00062008-0000-0000-c000-000000000046").bytes_le
ROW_COLUMNS = (0x67F20003, 0x67F30003)


@dataclass
class Mail:
    subject: str
    body: str
    sender: tuple[str, str]
    to: list[tuple[str, str]]
    moment: datetime.datetime
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


@dataclass
class Folder:
    name: str
    mails: list[Mail]


def checksum(content: bytes) -> int:
    """The usual CRC, but begun with nothing and not inverted."""
    return zlib.crc32(content, 0xFFFFFFFF) ^ 0xFFFFFFFF


def signature(offset: int, identifier: int) -> int:
    mixed = offset ^ identifier
    return (mixed >> 16 ^ mixed) & 0xFFFF


class File:
    """Pages and blocks, each at the place that it got."""

    def __init__(self):
        self.content = bytearray(FIRST_PAGE)
        self.areas: list[int] = []
        self.blocks: list[tuple[int, int, int]] = []
        self.block_number, self.page_number = 1, 1

    def reserved(self, size: int) -> int:
        """Where a page or a block of `size` bytes lies, behind a map where an area of 248 KB begins.

        Each lies in one area; pages begin at multiples of their size.
        """
        if size == 512:
            self.content += bytes(-len(self.content) % 512)
        end = FIRST_PAGE + AREA * len(self.areas)
        if len(self.content) + size > end:
            self.content += bytes(end - len(self.content))
            self.areas.append(end)
            self.content += bytes(512 if (len(self.areas) - 1) % 8 else 1024)
        place = len(self.content)
        self.content += bytes(size)
        return place

    def block(self, content: bytes, is_internal: bool = False) -> int:
        number = self.block_number << 2 | (2 if is_internal else 0)
        self.block_number += 1
        size = -(len(content) + 16) % 64 + len(content) + 16
        place = self.reserved(size)
        trailer = struct.pack(
            "<HHIQ", len(content), signature(place, number), checksum(content), number
        )
        self.content[place : place + size] = content.ljust(size - 16, b"\0") + trailer
        self.blocks.append((number, place, len(content)))
        return number

    def data(self, content: bytes) -> int:
        """A block, or a list of those that hold what is longer."""
        if len(content) <= BLOCK_LIMIT:
            return self.block(content)
        parts = [
            self.block(content[start : start + BLOCK_LIMIT])
            for start in range(0, len(content), BLOCK_LIMIT)
        ]
        listed = struct.pack(f"<BBHI{len(parts)}Q", 1, 1, len(parts), len(content), *parts)
        return self.block(listed, is_internal=True)

    def subnodes(self, nodes: dict[int, tuple[int, int]]) -> int:
        if not nodes:
            return 0
        entries = b"".join(struct.pack("<QQQ", n, *nodes[n]) for n in sorted(nodes))
        return self.block(struct.pack("<BBHI", 2, 0, len(nodes), 0) + entries, is_internal=True)

    def page(self, kind: int, content: bytes, place: int, number: int) -> None:
        is_map = kind in (ALLOCATION, PAGE_MAP)
        content = content.ljust(496, b"\0")
        mark = 0 if is_map else signature(place, number)
        trailer = struct.pack("<BBHIQ", kind, kind, mark, checksum(content), number)
        self.content[place : place + 512] = content + trailer

    def tree(self, kind: int, entries: list[bytes], size: int) -> tuple[int, int]:
        """A B-tree; returns the number and place of its highest page."""
        level, limit = 0, 488 // size
        while True:
            above = []
            for start in range(0, max(1, len(entries)), limit):
                group = entries[start : start + limit]
                number, place = self.page_number, self.reserved(512)
                self.page_number += 1
                content = b"".join(group).ljust(488, b"\0")
                content += struct.pack("<BBBBI", len(group), limit, size, level, 0)
                self.page(kind, content, place, number)
                above.append(group[0][:8] + struct.pack("<QQ", number, place))
            if len(above) == 1:
                return number, place
            entries, size, level = above, 24, level + 1
            limit = 488 // size

    def finished(self, nodes: list[tuple[int, int, int, int]]) -> bytes:
        """The whole file; `nodes` are numbers, data, subnodes and parents."""
        node_entries = [struct.pack("<QQQII", *node, 0) for node in sorted(nodes)]
        node_root = self.tree(NODE_TREE, node_entries, 32)
        block_entries = [
            struct.pack("<QQHHI", number, place, size, 2, 0)
            for number, place, size in sorted(self.blocks)
        ]
        block_root = self.tree(BLOCK_TREE, block_entries, 24)
        end = len(self.content)
        for index, place in enumerate(self.areas):
            taken = (min(end, place + AREA) - place) // 64
            bits = bytearray(496)
            for slot in range(taken):
                bits[slot // 8] |= 0x80 >> slot % 8
            self.page(ALLOCATION, bytes(bits), place, place)
            if index % 8 == 0:
                self.page(PAGE_MAP, b"\xff" * 496, place + 512, place + 512)
        free = self.areas[-1] + AREA - end
        root = struct.pack("<IQQQQ", 0, end, self.areas[-1], free, 0)
        root += struct.pack("<QQQQBBH", *node_root, *block_root, 2, 0, 0)
        head = struct.pack("<HHHBBIIQQI", 0x4D53, 23, 19, 1, 1, 0, 0, 0, self.page_number, 1)
        head += struct.pack("<32I", *[0x400] * 32) + bytes(8) + root + bytes(4)
        head += b"\xff" * 256 + struct.pack("<BBHQ", 0x80, 0, 0, self.block_number << 2)
        whole = b"!BDN" + struct.pack("<I", checksum(head[:471])) + head
        whole += struct.pack("<I", checksum(head[:516])) + bytes(36)
        self.content[: len(whole)] = whole
        return bytes(self.content)


class Heap:
    """A heap on a node: small values in one block, larger ones in subnodes."""

    def __init__(self, file: File, client: int):
        self.file, self.client = file, client
        self.items: list[bytes] = []
        self.nodes: dict[int, tuple[int, int]] = {}

    def item(self, content: bytes) -> int:
        if not content:
            return 0
        self.items.append(content)
        return len(self.items) << 5

    def value(self, content: bytes) -> int:
        if len(content) <= VALUE_LIMIT and sum(map(len, self.items)) < HEAP_LIMIT:
            return self.item(content)
        number = (0x400 + len(self.nodes)) << 5 | VALUE
        self.nodes[number] = (self.file.data(content), 0)
        return number

    def tree(self, key: int, size: int, records: list[bytes]) -> int:
        """A B-tree on the heap, with all its records in one item."""
        root = self.item(b"".join(sorted(records, key=lambda r: int.from_bytes(r[:key], "little"))))
        return self.item(struct.pack("<BBBBI", 0xB5, key, size, 0, root))

    def node(self, root: int, nodes: dict[int, tuple[int, int]]) -> tuple[int, int]:
        """The data and the subnodes of the node."""
        body = struct.pack("<HBBI4x", 0, 0xEC, self.client, root)
        starts = [len(body)]
        for item in self.items:
            body += item
            starts.append(len(body))
        body += bytes(len(body) % 2)
        table = struct.pack(f"<HH{len(starts)}H", len(self.items), 0, *starts)
        body = struct.pack("<H", len(body)) + body[2:] + table
        return self.file.block(body), self.file.subnodes({**self.nodes, **nodes})


def encoded(kind: int, value) -> bytes:
    if kind == TEXT:
        return value.encode("utf-16-le")
    if kind == TIME:
        span = value - datetime.datetime(1601, 1, 1)
        return struct.pack("<Q", int(span.total_seconds()) * 10_000_000)
    return {INTEGER: lambda: struct.pack("<i", value), FLAG: lambda: bytes([value])}.get(
        kind, lambda: value
    )()


def properties(file: File, values: dict[int, object], nodes=None) -> tuple[int, int]:
    """A property context; keys are the identifier and the type of a property."""
    heap, records = Heap(file, 0xBC), []
    for tag, value in values.items():
        kind = tag & 0xFFFF
        content = encoded(kind, value)
        if kind in (INTEGER, FLAG):
            number = int.from_bytes(content, "little")
        else:
            number = heap.value(content)
        records.append(struct.pack("<HHI", tag >> 16, kind, number))
    return heap.node(heap.tree(2, 6, records), nodes or {})


def table(file: File, tags: tuple[int, ...], rows: list[dict[int, object]]) -> tuple[int, int]:
    """A table context; each row has its number below `ROW_COLUMNS[0]`."""
    heap = Heap(file, 0x7C)
    width = {TIME: 8, FLAG: 1}
    ordered = [*ROW_COLUMNS, *sorted(tags, key=lambda t: (-width.get(t & 0xFFFF, 4), t))]
    # Values of 8 and 4 bytes stand before those of 1; the row begins with its number.
    places, at = {}, 0
    for tag in ordered:
        size = width.get(tag & 0xFFFF, 4)
        places[tag] = (at, size)
        at += size
    long_end = at - sum(tag & 0xFFFF == FLAG for tag in ordered)
    bits = (len(ordered) + 7) // 8
    matrix, index = b"", []
    for number, row in enumerate(rows):
        row = {ROW_COLUMNS[1]: number + 1, **row}
        line, mask = bytearray(at), bytearray(bits)
        for bit, tag in enumerate(ordered):
            if tag not in row:
                continue
            place, size = places[tag]
            content = encoded(tag & 0xFFFF, row[tag])
            if tag & 0xFFFF in (TEXT, BINARY):
                content = struct.pack("<I", heap.value(content))
            line[place : place + size] = content
            mask[bit // 8] |= 0x80 >> bit % 8
        matrix += bytes(line) + bytes(mask)
        index.append(struct.pack("<II", row[ROW_COLUMNS[0]], number))
    row_tree = heap.tree(4, 4, index)
    assert len(matrix) <= BLOCK_LIMIT, "rows would have to be cut at the ends of blocks"
    matrix_place = heap.value(matrix)
    columns = b"".join(
        struct.pack("<IHBB", tag, *places[tag], ordered.index(tag)) for tag in sorted(ordered)
    )
    root = struct.pack("<BB4HIII", 0x7C, len(ordered), long_end, long_end, at, at + bits, row_tree,
                       matrix_place, 0)
    return heap.node(heap.item(root + columns), {})


def entry(number: int) -> bytes:
    return bytes(4) + STORE_KEY + struct.pack("<I", number)


class Store:
    """The folders and messages of a store."""

    def __init__(self):
        self.file = File()
        self.nodes: list[tuple[int, int, int, int]] = []
        self.message_number = 0x10000

    def add(self, number: int, node: tuple[int, int], parent: int = 0) -> None:
        self.nodes.append((number, *node, parent))

    def made(self, folders: list[Folder]) -> bytes:
        file = self.file
        self.add(
            STORE,
            properties(
                file,
                {
                    0x0FF90102: STORE_KEY,
                    0x3001001F: "Postbus",
                    0x35E00102: entry(TOP),
                    0x67FF0003: 0,
                },
            ),
        )
        # One named property, which nothing has: readers want none of the lists to be empty.
        names = {0x00020102: COMMON_SET, 0x00030102: struct.pack("<IHH", 0x8554, 6, 0)}
        self.add(NAMES, properties(file, {0x00010003: 251, **names, 0x00040102: bytes(4)}))
        numbers = [0x8082 + 0x20 * index for index in range(len(folders))]
        self.folder(ROOT, ROOT, "", {TOP: "Bovenste map"}, [])
        self.folder(TOP, ROOT, "Bovenste map", dict(zip(numbers, (f.name for f in folders))), [])
        for number, folder in zip(numbers, folders):
            self.folder(number, TOP, folder.name, {}, folder.mails)
        return file.finished(self.nodes)

    def folder(self, number, parent, name, below: dict[int, str], mails: list[Mail]) -> None:
        file, index = self.file, number & ~0x1F
        own = {0x36020003: len(mails), 0x36030003: 0, 0x360A000B: bool(below)}
        self.add(number, properties(file, {0x3001001F: name, **own}), parent)
        rows = [
            {ROW_COLUMNS[0]: n, 0x3001001F: text, 0x36020003: 0, 0x36030003: 0, 0x360A000B: False}
            for n, text in below.items()
        ]
        columns = (0x3001001F, 0x36020003, 0x36030003, 0x360A000B)
        self.add(index | HIERARCHY, table(file, columns, rows))
        rows = [self.message(mail, number) for mail in mails]
        columns = (0x0037001F, 0x0E060040, 0x0E070003, 0x0E080003)
        self.add(index | CONTENTS, table(file, columns, rows))
        self.add(index | ASSOCIATED, table(file, columns, []))

    def message(self, mail: Mail, folder: int) -> dict[int, object]:
        """Adds a message; returns its row in the table of the folder."""
        file, number = self.file, self.message_number << 5 | MESSAGE
        self.message_number += 1
        columns = (0x0C150003, 0x3001001F, 0x3002001F, 0x3003001F)
        people = [
            {ROW_COLUMNS[0]: i, 0x0C150003: 1, 0x3001001F: n, 0x3002001F: "SMTP", 0x3003001F: a}
            for i, (n, a) in enumerate(mail.to)
        ]
        nodes = {RECIPIENT_TABLE: table(file, columns, people)}
        if mail.attachments:
            nodes |= self.attachments(mail.attachments)
        # The first two characters say how long the prefix is, which there is none of.
        subject = "\x01\x01" + mail.subject
        size = len(mail.body) + sum(len(content) for _, content in mail.attachments)
        shared = {
            0x0037001F: subject,
            0x0E060040: mail.moment,
            0x0E070003: 0x11 if mail.attachments else 1,
            0x0E080003: size,
        }
        own = {
            0x001A001F: "IPM.Note",
            0x00390040: mail.moment,
            0x0C1A001F: mail.sender[0],
            0x0C1E001F: "SMTP",
            0x0C1F001F: mail.sender[1],
            0x0E04001F: "; ".join(name for name, _ in mail.to),
            0x0E1B000B: bool(mail.attachments),
            0x1000001F: mail.body,
            0x30070040: mail.moment,
            0x30080040: mail.moment,
        }
        self.add(number, properties(file, shared | own, nodes), folder)
        return {ROW_COLUMNS[0]: number, **shared}

    def attachments(self, given: list[tuple[str, bytes]]) -> dict[int, tuple[int, int]]:
        nodes, rows = {}, []
        for index, (name, content) in enumerate(given):
            number = (0x401 + index) << 5 | ATTACHMENT
            shared = {
                0x0E200003: len(content),
                0x3704001F: name,
                0x37050003: 1,
                0x370B0003: -1,
            }
            own = {0x37010102: content, 0x3707001F: name}
            nodes[number] = properties(self.file, shared | own)
            rows.append({ROW_COLUMNS[0]: number, **shared})
        columns = (0x0E200003, 0x3704001F, 0x37050003, 0x370B0003)
        nodes[ATTACHMENT_TABLE] = table(self.file, columns, rows)
        return nodes


def store(folders: list[Folder]) -> bytes:
    return Store().made(folders)
