"""Databases of FileMaker Pro, written as fmptools describes them: no tool at hand writes any."""

import struct

from .plants import Document, Documents

MARK = bytes.fromhex("0001000000020001000500020002c0")
MASK = 0x5A
SIZE = 4096
EARLY_SIZE = 1024


def masked(content: bytes) -> bytes:
    return bytes(byte ^ MASK for byte in content)


def compressed(text: str) -> bytes:
    """In the scheme for Unicode that later files use: Latin letters as they are, others quoted."""
    return b"".join(c.encode("latin-1") if ord(c) < 256 else b"\x0e" + struct.pack(">H", ord(c))
                    for c in text)


class Later:
    """A file of version 12: 4,096 bytes in each sector, texts masked."""

    # Two zeros end what a leaf holds.
    size, links, margin = SIZE, 4, 2
    room = SIZE - 20 - margin

    @staticmethod
    def text(text: str) -> bytes:
        return masked(compressed(text))

    @staticmethod
    def step(step) -> bytes:
        if isinstance(step, bytes):
            return b"\x38" + bytes([len(step)]) + masked(step)
        return bytes([0x20, step]) if step < 256 else b"\x28" + struct.pack(">H", step - 0x80 | 0x8000)

    pop = b"\x40"

    @staticmethod
    def value(key: int, content: bytes) -> bytes:
        if len(content) < 256:
            return bytes([0x06, key, len(content)]) + content
        return bytes([0x07, key]) + struct.pack(">H", len(content)) + content

    @staticmethod
    def head() -> bytearray:
        head = bytearray(SIZE)
        head[:20] = MARK + b"HBAM7"
        head[521] = 0x1E
        head[541:550] = b"\x08Pro 12.0"
        return head


class Early:
    """A file of version 5: 1,024 bytes in each sector, texts of a Macintosh."""

    size, links, margin = EARLY_SIZE, 2, 0
    room = EARLY_SIZE - 14

    @staticmethod
    def text(text: str) -> bytes:
        return text.encode("mac_roman")

    @staticmethod
    def step(step: int) -> bytes:
        path = bytes([step]) if step < 128 else struct.pack(">H", step - 0x80 | 0x8000)
        return bytes([0xC0 + len(path)]) + path

    pop = b"\xc0"

    @staticmethod
    def value(key: int, content: bytes) -> bytes:
        if len(content) < 256:
            return bytes([0x40 + key, len(content)]) + content
        return bytes([0xFF, 0x40 + key]) + struct.pack(">H", len(content)) + content

    @staticmethod
    def head() -> bytearray:
        head = bytearray(2 * EARLY_SIZE)
        head[:15] = MARK
        head[541:549] = b"\x07Pro 5.0"
        return head


def file(form, leaves: list[bytes]) -> bytes:
    """The leaves as a chain behind the root, which says how many sectors there are."""
    sectors = [bytearray(form.size) for _ in range(len(leaves) + 1)]
    if form is Early:
        sectors[0][1] = 1
    struct.pack_into(">II", sectors[0], form.links, 0, len(sectors))
    for number, (sector, leaf) in enumerate(zip(sectors[1:], leaves), 2):
        before, following = number - 1 if number > 2 else 0, number + 1 if number <= len(leaves) else 0
        struct.pack_into(">II", sector, form.links, before, following)
        if form is Early:
            struct.pack_into(">H", sector, 12, len(leaf))
        start = form.size - form.room - form.margin
        sector[start:start + len(leaf)] = leaf
    return bytes(form.head()) + b"".join(sectors)


def leaves(form, values: list[tuple[tuple, int, bytes]]) -> list[bytes]:
    """Each leaf repeats the path of its first value; what does not fit begins another."""
    made, leaf, path = [], b"", ()
    for place, key, content in values:
        value = form.value(key, content)
        shared = 0
        while shared < min(len(path), len(place)) and path[shared] == place[shared]:
            shared += 1
        steps = form.pop * (len(path) - shared) + b"".join(map(form.step, place[shared:]))
        if leaf and len(leaf) + len(steps) + len(value) > form.room:
            made.append(leaf)
            leaf, steps = b"", b"".join(map(form.step, place))
        leaf += steps + value
        path = place
    return [*made, leaf]


def records(form, base: tuple, document: Document, part: str, people) -> list[tuple]:
    """People, one of whom has a note in two parts, with a number where they meet."""
    values = []
    for number, person in enumerate(people, 1):
        place = (*base, 5, number)
        bsn = document.plant(part, "bsn", person.bsn, "high")
        born = document.plant(part, "date-of-birth", person.born)
        mail = document.plant(part, "email", person.email)
        values += [(place, 1, form.text(person.full)), (place, 2, form.text(bsn)),
                   (place, 3, form.text(born)), (place, 4, form.text(mail))]
        if number == 2:
            iban = document.plant(part, "iban", person.iban, "high")
            note = form.text(f"{'Verslag van het gesprek, zonder gegevens. ' * 8}Rekening {iban}")
            values += [((*place, 5), 1, note[:-9]), ((*place, 5), 2, note[-9:])]
    return values


NAMES = ("Naam", "BSN", "Geboortedatum", "E-mail", "Notitie")


def later(documents: Documents, people, letter: Document) -> None:
    """Two tables, a script, a letter in a container."""
    document = documents.new("fmp12/Praktijk.fmp12")
    form = Later
    mail = document.plant("raw text", "email", people[9].email)
    path = document.add(letter, "1")
    content = path.read_bytes()
    values = [((3, 16, 5, 128 + number), 16, form.text(name))
              for number, name in ((1, "Cliënten"), (3, "Facturen"))]
    values.append(((17, 5, 1, 5, 1), 1, form.text(f"Stuur een bericht aan {mail} en sluit het venster")))
    values += [((31, 5, 1, b"FILE"), number + 1, content[start:start + 1000])
               for number, start in enumerate(range(0, len(content), 1000))]
    values += [((129, 3, 5, number), 16, form.text(name)) for number, name in enumerate(NAMES, 1)]
    values += records(form, (129,), document, "Cliënten", people[:5])
    values += [((131, 3, 5, number), 16, form.text(name))
               for number, name in enumerate(("Debiteur", "IBAN"), 1)]
    for number, person in enumerate(people[5:8], 1):
        iban = document.plant("Facturen", "iban", person.iban, "high")
        values += [((131, 5, number), 1, form.text(person.reversed)),
                   ((131, 5, number), 2, form.text(iban))]
    document.path.write_bytes(file(form, leaves(form, values)))


def early(documents: Documents, people) -> None:
    document = documents.new("fp5/Leden.fp5")
    form = Early
    values = [((3, 5, number), 1, form.text(name)) for number, name in enumerate(NAMES, 1)]
    values += records(form, (), document, "", people[:7])
    document.path.write_bytes(file(form, leaves(form, values)))


def make(documents: Documents) -> None:
    made = {document.path.name: document for document in documents.made}
    later(documents, documents.people, made["lijst.docx"])
    early(documents, documents.people)
