"""Drawings of Windows (EMF, WMF): a line of text after the other.

Sources: [MS-EMF] 2.3; [MS-WMF] 2.3.
"""

import struct

EM = 20
LINE = 28
CP1252 = 0
WIDTH, HEIGHT = 1600, 1200


def emf(lines: list[str]) -> bytes:
    font = struct.pack("<5i8B", -EM, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0)
    font += "Arial".encode("utf-16-le").ljust(64, b"\0")
    records = [
        record(0x52, struct.pack("<I", 1) + font.ljust(320, b"\0")),
        record(0x25, struct.pack("<I", 1)),
    ]
    for number, line in enumerate(lines, 1):
        units = line.encode("utf-16-le")
        count = len(units) // 2
        text = 76
        distances = text + len(units) + -len(units) % 4
        body = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
        body += struct.pack("<iiIII4iI", 20, LINE * number, count, text, 0, 0, 0, -1, -1, distances)
        body += units + bytes(-len(units) % 4) + struct.pack("<I", EM // 2) * count
        records.append(record(0x54, body))
    records.append(record(0x0E, struct.pack("<III", 0, 20, 20)))
    size = 88 + sum(map(len, records))
    frame = (0, 0, WIDTH * 25, HEIGHT * 25)
    head = struct.pack("<4i4i", 0, 0, WIDTH, HEIGHT, *frame) + b" EMF"
    head += struct.pack("<IIIHHIII", 0x10000, size, len(records) + 1, 2, 0, 0, 0, 0)
    head += struct.pack("<4i", WIDTH, HEIGHT, WIDTH // 4, HEIGHT // 4)
    return record(1, head) + b"".join(records)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(body)) + body


def wmf(lines: list[str]) -> bytes:
    """With the header that gives its place on paper."""
    font = struct.pack("<5h8B", -EM, 0, 0, 0, 400, 0, 0, 0, CP1252, 0, 0, 0, 0) + b"Arial\0"
    records = [
        plain_record(0x0103, struct.pack("<h", 8)),
        plain_record(0x020B, struct.pack("<hh", 0, 0)),
        plain_record(0x020C, struct.pack("<hh", HEIGHT, WIDTH)),
        plain_record(0x02FB, font),
        plain_record(0x012D, struct.pack("<H", 0)),
    ]
    for number, line in enumerate(lines, 1):
        text = line.encode("cp1252")
        body = struct.pack("<hhhH", LINE * number, 20, len(text), 0) + text + bytes(len(text) % 2)
        records.append(plain_record(0x0A32, body))
    records.append(plain_record(0, b""))
    longest = max(map(len, records)) // 2
    words = 9 + sum(map(len, records)) // 2
    head = struct.pack("<HHHIHIH", 1, 9, 0x0300, words, 1, longest, 0)
    placed = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, WIDTH, HEIGHT, 96, 0)
    checksum = 0
    for word in struct.unpack("<10H", placed):
        checksum ^= word
    return placed + struct.pack("<H", checksum) + head + b"".join(records)


def plain_record(function: int, body: bytes) -> bytes:
    return struct.pack("<IH", 3 + len(body) // 2, function) + body
