"""Event logs of Windows, written as MS-EVEN6 and J.B. Metz describe them: no tool but Windows does."""

import struct
import uuid
import zlib

from .plants import Document, Documents

DELETED, RUNS = "deleted text", "raw text"
HEADER, CHUNK = 4096, 65_536
# 3 June 2024, 9:00.
MOMENT = 133_618_788_000_000_000
# The types of values.
TEXT, UINT8, UINT16, INT32, UINT32, UINT64, DOUBLE, BOOL, BINARY, GUID = 1, 4, 6, 7, 8, 10, 12, 13, 14, 15
TIME, DATE, SID, HEX64, XML, TEXTS, NUMBERS = 17, 18, 19, 21, 33, 0x81, 0x88
Value = tuple[int, object]


class Chunk:
    """Records with the names and templates that they use; each of those is written once."""

    def __init__(self) -> None:
        self.bytes = bytearray(512)
        self.names: dict[str, int] = {}
        self.templates: dict[str, int] = {}
        self.numbers: list[int] = []

    def pack(self, form: str, *values: object) -> None:
        self.bytes += struct.pack("<" + form, *values)

    def name(self, name: str) -> None:
        """The place of a name, and the name where it is new."""
        if name in self.names:
            return self.pack("I", self.names[name])
        place = len(self.bytes) + 4
        self.names[name] = place
        code = 0
        for letter in name:
            code = (code * 65_599 + ord(letter)) & 0xFFFFFFFF
        slot = 128 + code % 64 * 4
        following = struct.unpack_from("<I", self.bytes, slot)[0]
        struct.pack_into("<I", self.bytes, slot, place)
        self.pack("IIHH", place, following, code & 0xFFFF, len(name))
        self.bytes += name.encode("utf-16-le") + b"\0\0"

    def content(self, content: object) -> None:
        """A text, the number and type of a value, or an element: its name, attributes and content."""
        match content:
            case str():
                for number, piece in enumerate(content.split("&")):
                    if number:
                        self.pack("B", 0x49)
                        self.name("amp")
                    self.pack("BBH", 5, 1, len(piece))
                    self.bytes += piece.encode("utf-16-le")
            case int(), int():
                self.pack("BHB", 0x0E, *content)
            case name, attributes, inside:
                self.element(name, attributes, inside)

    def element(self, name: str, attributes: dict[str, object], inside: list[object]) -> None:
        self.pack("BHI", 0x41 if attributes else 0x01, 0xFFFF, 0)
        start = len(self.bytes)
        self.name(name)
        if attributes:
            self.pack("I", 0)
            list_start = len(self.bytes)
            for number, (key, value) in enumerate(attributes.items(), 1):
                self.pack("B", 0x46 if number < len(attributes) else 0x06)
                self.name(key)
                self.content(value)
            struct.pack_into("<I", self.bytes, list_start - 4, len(self.bytes) - list_start)
        if inside:
            self.pack("B", 2)
            for content in inside:
                self.content(content)
            self.pack("B", 4)
        else:
            self.pack("B", 3)
        struct.pack_into("<I", self.bytes, start - 4, len(self.bytes) - start)

    def event(self, template: object, values: list[Value]) -> None:
        """A fragment that uses a template, which is written where it is new."""
        key = repr(template)
        identifier = uuid.uuid5(uuid.NAMESPACE_OID, key).bytes_le
        self.pack("IBBI", 0x0001010F, 0x0C, 1, struct.unpack_from("<I", identifier)[0])
        known = self.templates.get(key)
        self.pack("I", known or len(self.bytes) + 4)
        if known is None:
            self.templates[key] = len(self.bytes)
            slot = 384 + struct.unpack_from("<I", identifier)[0] % 32 * 4
            following = struct.unpack_from("<I", self.bytes, slot)[0]
            struct.pack_into("<I", self.bytes, slot, len(self.bytes))
            self.pack("I16sI", following, identifier, 0)
            start = len(self.bytes)
            self.pack("I", 0x0001010F)
            self.content(template)
            self.pack("B", 0)
            struct.pack_into("<I", self.bytes, start - 4, len(self.bytes) - start)
        self.pack("I", len(values))
        types = len(self.bytes)
        self.bytes += bytes(4 * len(values))
        for number, (kind, value) in enumerate(values):
            start = len(self.bytes)
            if callable(value):
                value(self)
            else:
                self.bytes += written(kind, value)
            struct.pack_into("<HBB", self.bytes, types + 4 * number, len(self.bytes) - start, kind, 0)

    def record(self, number: int, template: object, values: list[Value]) -> None:
        start = len(self.bytes)
        self.pack("IIQQ", 0x2A2A, 0, number, MOMENT)
        self.event(template, values)
        self.pack("B", 0)
        self.bytes += bytes(-(len(self.bytes) + 4 - start) % 8)
        self.pack("I", len(self.bytes) + 4 - start)
        struct.pack_into("<I", self.bytes, start + 4, len(self.bytes) - start)
        self.numbers.append(number)
        self.last = start

    def end(self) -> None:
        """Ends what is in use; what is written after that is left of older records."""
        used = bytes(self.bytes)
        first, last = self.numbers[0], self.numbers[-1]
        struct.pack_into("<8sQQQQIIII", self.bytes, 0, b"ElfChnk\0", first, last, first, last, 128,
                         self.last, len(used), zlib.crc32(used[512:]))

    def whole(self) -> bytes:
        code = zlib.crc32(self.bytes[128:512], zlib.crc32(self.bytes[:120]))
        struct.pack_into("<I", self.bytes, 124, code)
        return bytes(self.bytes) + bytes(CHUNK - len(self.bytes))


def written(kind: int, value: object) -> bytes:
    match kind:
        case 1:
            return value.encode("utf-16-le")
        case 0x81:
            return "".join(text + "\0" for text in value).encode("utf-16-le")
        case 0x88:
            return struct.pack(f"<{len(value)}I", *value)
        case 0 | 14 | 18:
            return value
        case 15:
            return uuid.UUID(value).bytes_le
        case 19:
            first, *rest = (int(part) for part in value.split("-")[2:])
            return struct.pack("BB", 1, len(rest)) + first.to_bytes(6, "big") + struct.pack(
                f"<{len(rest)}I", *rest)
    forms = {4: "B", 6: "H", 7: "i", 8: "I", 10: "Q", 12: "d", 13: "I", 17: "Q", 21: "Q"}
    return struct.pack("<" + forms[kind], value)


def file(chunks: list[bytes], next_number: int) -> bytes:
    head = struct.pack("<8sQQQIHHHH76xI", b"ElfFile\0", 0, len(chunks) - 1, next_number, 128, 1, 3,
                       HEADER, len(chunks), 0)
    head = head[:120] + struct.pack("<II", 0, zlib.crc32(head[:120]))
    return head + bytes(HEADER - len(head)) + b"".join(chunks)


def named(*names: str) -> list[object]:
    """`<Data Name="…">` with a value each."""
    return [("Data", {"Name": name}, [(number + 5, TEXT)]) for number, name in enumerate(names)]


def event(data: list[object]) -> object:
    """An event with the values 0 to 4 in what every event has."""
    system = ("System", {}, [
        ("Provider", {"Name": "Microsoft-Windows-Security-Auditing", "Guid": (4, GUID)}, []),
        ("EventID", {}, [(0, UINT16)]),
        ("TimeCreated", {"SystemTime": (1, TIME)}, []),
        ("EventRecordID", {}, [(2, UINT64)]),
        ("Computer", {}, ["WERK-014.lindewaard-gemeente.nl"]),
        ("Security", {"UserID": (3, SID)}, []),
    ])
    names = {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"}
    return "Event", names, [system, ("EventData", {}, data)]


def common(identifier: int, number: int) -> list[Value]:
    return [(UINT16, identifier), (TIME, MOMENT), (UINT64, number), (SID, "S-1-5-18"),
            (GUID, "54849625-5478-4994-a5ba-3e3b0328c30d")]


LOGON = event(named("TargetUserName", "TargetUserPrincipalName", "IpAddress", "Note", "SubjectLogonId"))
CLASSIC = event([("Data", {}, [(5, TEXTS)]), ("Binary", {}, [(6, BINARY)])])
FORMS = event([
    ("Data", {"Name": name}, [(number + 5, kind)])
    for number, (name, kind) in enumerate((
        ("Level", UINT8), ("Change", INT32), ("Share", DOUBLE), ("Elevated", BOOL), ("Since", DATE),
        ("Handles", NUMBERS), ("Absent", TEXT)))])
CONFIRMED = event([(5, XML)])
PERSON = ("Account", {}, [("Display", {}, ["Jansen & Zn"]), ("Mail", {}, [(0, TEXT)])])


def logon(document: Document, part: str, person, other, number: int) -> list[Value]:
    return [*common(4624, number), (TEXT, person.email.split("@")[0]),
            (TEXT, document.plant(part, "email", person.email)),
            (TEXT, document.plant(part, "ip-address", f"145.90.17.{number % 250}")),
            (TEXT, f"BSN {document.plant(part, 'bsn', person.bsn)}, rekening "
                   f"{document.plant(part, 'iban', other.iban, 'high')}"),
            (HEX64, 0x3E7 + number)]


def security(documents: Documents, people) -> None:
    """Two chunks; behind the records of the first what is left of an older one."""
    document = documents.new("evtx/Security.evtx")
    chunk = Chunk()
    for number in range(101, 104):
        chunk.record(number, LOGON, logon(document, "", people[number - 101], people[number - 100], number))
    mail = document.plant("", "email", people[4].email)
    chunk.record(104, CONFIRMED, [*common(1102, 104),
                                  (XML, lambda inside: inside.event(PERSON, [(TEXT, mail)]))])
    text = f"BSN: {document.plant('', 'bsn', people[5].bsn)}"
    run = f"Rekening: {document.plant(RUNS, 'iban', people[6].iban, 'high')}"
    chunk.record(105, CLASSIC, [*common(1000, 105), (TEXTS, ["dossier.exe", text]),
                                (BINARY, run.encode("utf-16-le"))])
    chunk.end()
    chunk.record(57, LOGON, logon(document, DELETED, people[7], people[8], 57))
    second = Chunk()
    second.record(106, LOGON, logon(document, "", people[9], people[10], 106))
    date = struct.pack("<8H", 2024, 6, 1, 3, 9, 0, 0, 0)
    second.record(107, FORMS, [*common(4625, 107), (UINT8, 7), (INT32, -12), (DOUBLE, 0.75), (BOOL, 1),
                               (DATE, date), (NUMBERS, [11, 12]), (0, b"")])
    second.end()
    document.path.write_bytes(file([chunk.whole(), second.whole()], 108))


def make(documents: Documents) -> None:
    security(documents, documents.people)
