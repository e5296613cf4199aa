"""Images of discs: ISO 9660 with the names of Joliet, and in some those of Rock Ridge as well.

Sources: ECMA-119; Joliet Specification; IEEE P1282 (RRIP) and P1281 (SUSP).
"""

import struct

SECTOR = 2048
FIRST_DESCRIPTOR = 16
# 3 June 2024, 9:00, as records and as descriptors have it.
RECORDED = bytes([124, 6, 3, 9, 0, 0, 0])
MOMENT = b"2024060309000000\0"
NO_MOMENT = b"0" * 16 + b"\0"


class Directory:
    """A directory of a disc: what lies in it, by name, and where its records are written."""

    def __init__(self, parent: "Directory | None" = None):
        self.parent = parent or self
        self.entries: dict[str, Directory | bytes] = {}
        self.sector = {False: 0, True: 0}
        self.byte_count = {False: 0, True: 0}

    def add(self, path: list[str], content: bytes) -> None:
        if len(path) == 1:
            self.entries[path[0]] = content
            return
        below = self.entries.setdefault(path[0], Directory(self))
        below.add(path[1:], content)

    def all(self) -> list["Directory"]:
        """This directory and those below it, each level before the next."""
        found = [self]
        for directory in found:
            found += [e for e in directory.entries.values() if isinstance(e, Directory)]
        return found


def both(number: int) -> bytes:
    return struct.pack("<I", number) + struct.pack(">I", number)


def both_short(number: int) -> bytes:
    return struct.pack("<H", number) + struct.pack(">H", number)


def sectors(content: bytes) -> int:
    return -(-len(content) // SECTOR)


def padded(content: bytes) -> bytes:
    return content.ljust(max(sectors(content), 1) * SECTOR, b"\0")


def identifiers(directory: Directory, is_joliet: bool) -> list[tuple[bytes, str]]:
    """The names of the entries as the disc has them, in the order of the disc."""
    if is_joliet:
        made = [
            ((name if isinstance(entry, Directory) else f"{name};1").encode("utf-16-be"), name)
            for name, entry in directory.entries.items()
        ]
    else:
        made = []
        for number, (name, entry) in enumerate(directory.entries.items(), 1):
            ending = "".join(c for c in name.rpartition(".")[2].upper() if c.isascii())[:3]
            short = f"D{number:07}" if isinstance(entry, Directory) else f"F{number:07}.{ending};1"
            made.append((short.encode("ascii"), name))
    return sorted(made)


def record(identifier: bytes, sector: int, byte_count: int, is_folder: bool, use: bytes) -> bytes:
    name = identifier + (b"" if len(identifier) % 2 else b"\0")
    use += b"\0" if len(use) % 2 else b""
    return (
        bytes([33 + len(name) + len(use), 0])
        + both(sector)
        + both(byte_count)
        + RECORDED
        + bytes([2 if is_folder else 0, 0, 0])
        + both_short(1)
        + bytes([len(identifier)])
        + name
        + use
    )


def system_use(name: str, is_folder: bool) -> bytes:
    """Mode and name, as Rock Ridge has them."""
    mode = 0o040755 if is_folder else 0o100644
    encoded = name.encode()
    return (
        b"PX\x24\x01"
        + both(mode)
        + both(1)
        + both(0)
        + both(0)
        + (b"NM" + bytes([5 + len(encoded), 1, 0]) + encoded if encoded else b"")
    )


def extension() -> bytes:
    """That the system uses are those of Rock Ridge."""
    name, text, source = b"RRIP_1991A", b"ROCK RIDGE", b"P1282"
    head = bytes([8 + len(name + text + source), 1, len(name), len(text), len(source), 1])
    return b"ER" + head + name + text + source


def records(directory: Directory, is_joliet: bool, has_rock_ridge: bool, places: dict) -> bytes:
    """The records of a directory; none reaches over the end of a sector."""

    def use(name: str, is_folder: bool) -> bytes:
        return system_use(name, is_folder) if has_rock_ridge and not is_joliet else b""

    mark = use("", True) and b"SP\x07\x01\xbe\xef\0"
    is_root = directory.parent is directory
    rows = [
        record(
            b"\0",
            directory.sector[is_joliet],
            directory.byte_count[is_joliet],
            True,
            mark + use("", True) + extension() if mark and is_root else use("", True),
        ),
        record(
            b"\1",
            directory.parent.sector[is_joliet],
            directory.parent.byte_count[is_joliet],
            True,
            use("", True),
        ),
    ]
    for identifier, name in identifiers(directory, is_joliet):
        entry = directory.entries[name]
        if isinstance(entry, Directory):
            place = (entry.sector[is_joliet], entry.byte_count[is_joliet], True)
        else:
            place = (places[id(entry)], len(entry), False)
        rows.append(record(identifier, *place, use(name, place[2])))
    out = b""
    for row in rows:
        if len(out) % SECTOR + len(row) > SECTOR:
            out = padded(out)
        out += row
    return padded(out)


def path_table(root: Directory, is_joliet: bool, order: str) -> bytes:
    names = {id(root): b"\0"}
    for directory in root.all():
        for identifier, name in identifiers(directory, is_joliet):
            names[id(directory.entries[name])] = identifier
    # Level by level, within one by the parent and the name.
    numbered = [root]
    for directory in numbered:
        below = [e for e in directory.entries.values() if isinstance(e, Directory)]
        numbered += sorted(below, key=lambda d: names[id(d)])
    numbers = {id(directory): number for number, directory in enumerate(numbered, 1)}
    out = b""
    for directory in numbered:
        name = names[id(directory)]
        out += struct.pack(
            f"{order}BBIH", len(name), 0, directory.sector[is_joliet], numbers[id(directory.parent)]
        )
        out += name + (b"\0" if len(name) % 2 else b"")
    return out


def descriptor(root: Directory, is_joliet: bool, size: int, tables: tuple[int, int, int]) -> bytes:
    def text(content: str, byte_count: int) -> bytes:
        if is_joliet:
            return content.ljust(byte_count // 2).encode("utf-16-be").ljust(byte_count, b"\0")
        return content.encode("ascii").ljust(byte_count)

    length, little, big = tables
    return padded(
        bytes([2 if is_joliet else 1])
        + b"CD001\x01\0"
        + text("", 32)
        + text("ARCHIEF", 32)
        + bytes(8)
        + both(size)
        + (b"%/E" if is_joliet else b"").ljust(32, b"\0")
        + both_short(1)
        + both_short(1)
        + both_short(SECTOR)
        + both(length)
        + struct.pack("<II", little, 0)
        + struct.pack(">II", big, 0)
        + record(b"\0", root.sector[is_joliet], root.byte_count[is_joliet], True, b"")
        + text("", 128) * 4
        + text("", 37) * 3
        + MOMENT * 2
        + NO_MOMENT * 2
        + b"\1\0"
    )


def image(entries: list[tuple[str, bytes]], has_rock_ridge: bool) -> bytes:
    root = Directory()
    for path, content in entries:
        root.add(path.split("/"), bytes(content))
    directories = root.all()
    files = [e for d in directories for e in d.entries.values() if isinstance(e, bytes)]
    next_sector = FIRST_DESCRIPTOR + 3
    places, tables = {}, {}
    for is_joliet in (False, True):
        length = len(path_table(root, is_joliet, "<"))
        step = -(-length // SECTOR)
        tables[is_joliet] = (length, next_sector, next_sector + step)
        next_sector += 2 * step
    for is_joliet in (False, True):
        for directory in directories:
            # What stands in the records does not change their length.
            known = {id(f): 0 for f in files}
            length = len(records(directory, is_joliet, has_rock_ridge, known))
            directory.sector[is_joliet], directory.byte_count[is_joliet] = next_sector, length
            next_sector += length // SECTOR
    for content in files:
        places[id(content)] = next_sector
        next_sector += sectors(content)
    out = bytes(FIRST_DESCRIPTOR * SECTOR)
    out += b"".join(descriptor(root, j, next_sector, tables[j]) for j in (False, True))
    out += padded(b"\xffCD001\x01")
    for is_joliet in (False, True):
        out += padded(path_table(root, is_joliet, "<")) + padded(path_table(root, is_joliet, ">"))
    for is_joliet in (False, True):
        out += b"".join(records(d, is_joliet, has_rock_ridge, places) for d in directories)
    return out + b"".join(padded(content) for content in files if content)
