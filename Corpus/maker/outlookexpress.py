"""Folders of Outlook Express, written as A. Schloh and Z. Tesic describe them: no tool writes any."""

import struct

from .mails import FROM, HEADERS, message
from .plants import Document, Documents

HEADER = 0x24BC
NOTE = 0x618
ROOM = 0x200
CLASS = bytes.fromhex("66e3d1119a4e00c04fa309d4")
MESSAGES, FOLDERS = 0x6F74FDC5, 0x6F74FDC6
DELETED = "deleted text"


class Store:
    """A file that grows by objects, each of which begins with its own place."""

    def __init__(self, kind: int, folder: str = ""):
        self.bytes = bytearray(HEADER + NOTE)
        self.set(0, 0xFE12ADCF, kind)
        self.bytes[8:20] = CLASS
        self.set(0x14, 5, 5, NOTE)
        name = folder.encode("cp1252") + b"\0"
        self.bytes[HEADER + 0x105:HEADER + 0x105 + len(name)] = name

    def set(self, place: int, *numbers: int) -> None:
        struct.pack_into(f"<{len(numbers)}I", self.bytes, place, *numbers)

    def get(self, place: int) -> int:
        return struct.unpack_from("<I", self.bytes, place)[0]

    def add(self, byte_count: int) -> int:
        place = len(self.bytes)
        self.bytes += bytes(-byte_count % 4 + byte_count)
        self.set(place, place)
        return place

    def record(self, texts: dict[int, str], numbers: dict[int, int] | None = None) -> int:
        """Small numbers stand in the place of a value's place."""
        index, content = b"", b""
        for key in sorted({*texts, *(numbers or {})}):
            if key in texts:
                index += struct.pack("<I", len(content) << 8 | key)
                content += texts[key].encode("cp1252") + b"\0"
            else:
                index += struct.pack("<I", numbers[key] << 8 | 0x80 | key)
        content += bytes(-len(content) % 4)
        place = self.add(12 + len(index) + len(content))
        self.set(place + 4, len(index) + len(content))
        self.bytes[place + 10] = len(index) // 4
        self.bytes[place + 12:place + 12 + len(index) + len(content)] = index + content
        return place

    def segments(self, count: int) -> list[int]:
        return [self.add(16 + ROOM) for _ in range(count)]

    def fill(self, places: list[int], text: bytes) -> int:
        """Writes a text into segments, in their order; returns where it begins."""
        for number, (place, following) in enumerate(zip(places, [*places[1:], 0])):
            piece = text[number * ROOM:(number + 1) * ROOM]
            self.set(place + 4, ROOM, len(piece), following)
            self.bytes[place + 16:place + 16 + len(piece)] = piece
        return places[0]

    def text(self, text: bytes) -> int:
        return self.fill(self.segments(-(-len(text) // ROOM)), text)

    def delete_text(self, place: int) -> None:
        """Frees segments one after the other: each says which one was freed before it."""
        while place:
            self.set(place + 4, 0x1FC, 0x210)
            self.set(place + 16, self.get(0x48))
            self.set(0x48, place)
            place = self.get(place + 12)

    def delete_record(self, place: int) -> None:
        """Frees a record: its head is written over, and 8 bytes more."""
        byte_count = self.get(place + 4) + 12
        self.set(place + 4, byte_count - 20, byte_count)
        first = 0x29C + byte_count // 4 * 4
        self.set(place + 16, self.get(first))
        self.set(first, place)

    def tree(self, records: list[int]) -> None:
        """A root of three records with nodes between them, and all others in those."""
        self.set(0xC4, len(records))
        width = -(-len(records) // 4)
        groups = [records[start:start + width] for start in range(0, len(records), width)]
        children = [self.node(group[:-1] if group is not groups[-1] else group)
                    for group in groups]
        root = self.node([group[-1] for group in groups[:-1]])
        for number, (child, group) in enumerate(zip(children, groups)):
            self.set(child + 12, root)
            count = len(group) - (group is not groups[-1])
            if number == 0:
                self.set(root + 8, child)
                self.set(root + 20, count)
            else:
                self.set(root + 24 + 12 * number - 8, child, count)
        self.set(0xE4, root)

    def node(self, records: list[int]) -> int:
        place = self.add(0x27C)
        self.bytes[place + 17] = len(records)
        for number, record in enumerate(records):
            self.set(place + 24 + 12 * number, record)
        return place


def mail(document: Document, part: str, person, other, line_count: int = 30) -> bytes:
    """A message with a value in a header and in its text, long enough for several segments."""
    to = document.plant(" » ".join(filter(None, (part, HEADERS))), "email", person.email)
    note = message("Dossier", to)
    number = document.plant(part, "bsn", person.bsn, "high")
    iban = document.plant(part, "iban", other.iban, "high")
    lines = "".join(f"Regel {number} van het dossier, zonder gegevens.\n" for number in range(line_count))
    note.set_content(f"{lines}BSN: {number}\n{lines}Rekening: {iban}\n", cte="8bit",
                     charset="iso-8859-15")
    return note.as_bytes()


def inbox(documents: Documents, people, letter: Document) -> None:
    """Messages in pieces that lie among each other, one with a letter, one that was not fetched, one
    that was deleted with its record."""
    document = documents.new("dbx/Postvak IN.dbx")
    store = Store(MESSAGES, f"Dossiers {document.plant('properties', 'email', people[11].email)}")
    texts = [mail(document, f"message {number + 1}", people[number], people[number + 1])
             for number in range(5)]
    note = message("Brief", document.plant("message 6 » " + HEADERS, "email", people[6].email))
    note.set_content("Zie bijlage.\n")
    path = document.add(letter, "message 6 » brief.docx")
    note.add_attachment(path.read_bytes(), "application", "octet-stream", filename="brief.docx")
    texts.append(note.as_bytes())
    counts = [-(-len(text) // ROOM) for text in texts]
    # The first two take turns.
    both = store.segments(counts[0] + counts[1])
    shared = min(counts[:2])
    first = both[:2 * shared:2] + both[2 * shared:2 * shared + counts[0] - shared]
    second = both[1:2 * shared:2] + both[2 * shared + counts[0] - shared:]
    starts = [store.fill(first, texts[0]), store.fill(second, texts[1])]
    starts += [store.text(text) for text in texts[2:]]
    account = document.plant("message 1 » properties", "email", people[8].email)
    records = [store.record({0x08: "Dossier", 0x0E: FROM, 0x1A: account if start == starts[0] else ""},
                            {0x00: number, 0x04: start})
               for number, start in enumerate(starts)]
    part = "message 7 » " + HEADERS
    records.append(store.record({
        0x08: f"BSN {document.plant(part, 'bsn', people[7].bsn)}",
        0x0E: document.plant(part, "email", people[7].email), 0x13: "Jan de Vries"}, {0x00: 6}))
    # No number lies where a segment begins, the first bytes of which are lost.
    deleted = mail(document, DELETED + " » message 1", people[9], people[10], line_count=25)
    store.delete_text(store.text(deleted))
    store.delete_record(store.record({
        0x08: "Verwijderd", 0x0E: document.plant(DELETED, "email", people[9].email)}, {0x00: 8}))
    store.tree(records)
    document.path.write_bytes(store.bytes)


def folders(documents: Documents, people) -> None:
    document = documents.new("dbx/Folders.dbx")
    store = Store(FOLDERS)
    names = ["Outlook Express", "Lokale mappen", "Postvak IN",
             document.plant("", "email", people[0].email), "Sollicitaties", "Verzonden items"]
    store.tree([store.record({0x02: name, 0x03: f"{name}.dbx"}, {0x00: number, 0x01: 0})
                for number, name in enumerate(names)])
    document.path.write_bytes(store.bytes)


def make(documents: Documents) -> None:
    made = {document.path.name: document for document in documents.made}
    inbox(documents, documents.people, made["lijst.docx"])
    folders(documents, documents.people)
