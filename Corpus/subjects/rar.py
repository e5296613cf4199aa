"""Archives of RAR 5 and RAR 4 whose members are stored as they are.

Sources: RARLAB, RAR 5.0 archive format; technote.txt of RAR 3 and 4.
"""

import struct
import zlib

SECONDS = 1717398000
# 3 June 2024, 9:00, as MS-DOS counts.
DOS_MOMENT = (2024 - 1980) << 25 | 6 << 21 | 3 << 16 | 9 << 11


def variable(number: int) -> bytes:
    """Seven bits in a byte, the lowest first."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def rar5(entries: list[tuple[str, bytes]]) -> bytes:
    def header(kind: int, flags: int, *fields: bytes) -> bytes:
        body = variable(kind) + variable(flags) + b"".join(fields)
        sized = variable(len(body)) + body
        return struct.pack("<I", zlib.crc32(sized)) + sized

    out = b"Rar!\x1a\x07\x01\x00" + header(1, 0, variable(0))
    for name, content in entries:
        encoded = name.encode()
        out += header(
            2,
            2,
            variable(len(content)),
            variable(2 | 4),
            variable(len(content)),
            variable(0o100644),
            struct.pack("<II", SECONDS, zlib.crc32(content)),
            variable(0),
            variable(1),
            variable(len(encoded)),
            encoded,
        )
        out += content
    return out + header(5, 0, variable(0))


def rar4(entries: list[tuple[str, bytes]]) -> bytes:
    def header(kind: int, flags: int, body: bytes) -> bytes:
        counted = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(counted) & 0xFFFF) + counted

    out = b"Rar!\x1a\x07\x00" + header(0x73, 0, bytes(6))
    for name, content in entries:
        encoded, flags = encoded_name(name)
        out += header(
            0x74,
            0x8000 | flags,
            struct.pack(
                "<IIBIIBBHI",
                len(content),
                len(content),
                3,
                zlib.crc32(content),
                DOS_MOMENT,
                20,
                0x30,
                len(encoded),
                0o100644,
            )
            + encoded,
        )
        out += content
    return out + header(0x7B, 0x4000, b"")


def encoded_name(name: str) -> tuple[bytes, int]:
    """A name in ASCII as it is; another one with its UTF-16, packed, behind it."""
    if name.isascii():
        return name.encode(), 0
    units = struct.unpack(f"<{len(name)}H", name.encode("utf-16-le"))
    packed = bytearray([0])
    for start in range(0, len(units), 4):
        group = units[start : start + 4]
        packed.append(sum((2 if u > 0xFF else 0) << (6 - 2 * i) for i, u in enumerate(group)))
        for unit in group:
            packed += struct.pack("<H", unit) if unit > 0xFF else bytes([unit])
    return name.encode("ascii", "replace").replace(b"?", b"_") + b"\0" + bytes(packed), 0x200
