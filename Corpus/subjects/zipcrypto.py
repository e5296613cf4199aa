"""Zip archives whose members lie under a password, by the cipher that every program knows.

Source: APPNOTE.TXT 6.3.10, 4.3 and 6.1.
"""

import random
import struct
import zlib

# 3 June 2024, 9:00, as MS-DOS counts.
TIME, DAY = 9 << 11, (2024 - 1980) << 9 | 6 << 5 | 3
ENCRYPTED, UTF8_NAMES, DEFLATED = 0x0001, 0x0800, 8
HEADER_LENGTH = 12
KEYS = (0x12345678, 0x23456789, 0x34567890)


def checksum_table() -> list[int]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        table.append(value)
    return table


TABLE = checksum_table()


def encrypted(content: bytes, password: bytes) -> bytes:
    first, second, third = KEYS
    out = bytearray()

    def update(byte: int) -> None:
        nonlocal first, second, third
        first = TABLE[(first ^ byte) & 0xFF] ^ first >> 8
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        third = TABLE[(third ^ second >> 24) & 0xFF] ^ third >> 8

    for byte in password:
        update(byte)
    for byte in content:
        mixed = (third | 2) & 0xFFFF
        out.append(byte ^ (mixed * (mixed ^ 1) >> 8 & 0xFF))
        update(byte)
    return bytes(out)


def archive(entries: list[tuple[str, bytes]], password: bytes, source: random.Random) -> bytes:
    out, directory = b"", b""
    for name, content in entries:
        checksum = zlib.crc32(content)
        # As it lies in a zip: without the head and the checksum of zlib.
        packed = zlib.compress(content)[2:-4]
        head = source.randbytes(HEADER_LENGTH - 1) + bytes([checksum >> 24])
        data = encrypted(head + packed, password)
        encoded = name.encode()
        facts = struct.pack(
            "<HHHHHIIIHH",
            20,
            ENCRYPTED | UTF8_NAMES,
            DEFLATED,
            TIME,
            DAY,
            checksum,
            len(data),
            len(content),
            len(encoded),
            0,
        )
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + facts
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + encoded
        out += b"PK\x03\x04" + facts + encoded + data
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(out), 0)
    return out + directory + b"PK\x05\x06" + end
