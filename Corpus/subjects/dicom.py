"""Reports of examinations in DICOM (.dcm), little endian with forms or without.

The truth has the comma and the hyphens that people read where names and days have marks of their own.

Source: DICOM PS3.5, section 7.1; PS3.6; PS3.10, section 7.1; PS3.3, C.17.3.
"""

import random
import struct

from .scenes import Scenes
from .tree import File

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
REPORT = "1.2.840.10008.5.1.4.1.1.88.11"
TERMS = {"iso-8859-1": "ISO_IR 100", "utf-8": "ISO_IR 192"}
# With four bytes for their length, behind two that are not used.
LONG = ("OB", "SQ", "UT")
SYNTAX, CLASS, INSTANCE = 0x00020010, 0x00020002, 0x00020003
CHARSET, SOP_CLASS, SOP_INSTANCE, STUDY_DATE, MODALITY = (
    0x00080005,
    0x00080016,
    0x00080018,
    0x00080020,
    0x00080060,
)
REFERRING, DESCRIPTION = 0x00080090, 0x00081030
NAME, NUMBER, BORN, OTHER_NUMBERS, COMMENTS = (
    0x00100010,
    0x00100020,
    0x00100030,
    0x00101000,
    0x00104000,
)
MEANING, TYPE, CONCEPT, TEXT, CONTENT = 0x00080104, 0x0040A040, 0x0040A043, 0x0040A160, 0x0040A730
ITEM = 0xFFFEE000


class Writer:
    def __init__(self, is_explicit: bool, encoding: str):
        self.is_explicit = is_explicit
        self.encoding = encoding

    def element(self, tag: int, form: str, value: str | bytes) -> bytes:
        data = value.encode(self.encoding) if isinstance(value, str) else value
        data += (b"\0" if form in ("UI", "OB") else b" ") * (len(data) % 2)
        head = struct.pack("<HH", tag >> 16, tag & 0xFFFF)
        if not self.is_explicit:
            return head + struct.pack("<I", len(data)) + data
        length = "<2sHI" if form in LONG else "<2sH"
        numbers = (0, len(data)) if form in LONG else (len(data),)
        return head + struct.pack(length, form.encode(), *numbers) + data

    def sequence(self, tag: int, items: list[bytes]) -> bytes:
        head = struct.pack("<HH", ITEM >> 16, ITEM & 0xFFFF)
        body = b"".join(head + struct.pack("<I", len(item)) + item for item in items)
        return self.element(tag, "SQ", body)

    def content(self, name: str, text: str) -> bytes:
        return (
            self.element(TYPE, "CS", "TEXT")
            + self.sequence(CONCEPT, [self.element(MEANING, "LO", name)])
            + self.element(TEXT, "UT", text)
        )


def report(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Who the patient is, and the parts of a report."""
    prose, main = scenes.prose()
    forms = scenes.forms
    writer = Writer(source.random() < 0.6, encoding)
    element = writer.element
    uid = f"1.2.826.0.1.3680043.8.498.{source.randint(1, 10**9)}"
    name = file.take(forms.name(main, ("reversed", "reversed-first")))
    sender = file.take(forms.name(scenes.bystander(None), ("reversed", "reversed-first")))
    born = file.take(forms.born_iso(main))
    texts = [(label, value) for label, value in prose.fields]
    texts += [("Bevinding", text) for text in prose.paragraphs]
    data = element(CHARSET, "CS", TERMS[encoding])
    data += element(SOP_CLASS, "UI", REPORT) + element(SOP_INSTANCE, "UI", uid)
    data += element(STUDY_DATE, "DA", "20230704") + element(MODALITY, "CS", "SR")
    data += element(REFERRING, "PN", sender.replace(", ", "^"))
    data += element(DESCRIPTION, "LO", prose.title)
    data += element(NAME, "PN", name.replace(", ", "^"))
    data += element(NUMBER, "LO", file.take(forms.number(main)))
    data += element(BORN, "DA", born.replace("-", ""))
    data += element(OTHER_NUMBERS, "LO", f"{file.take(forms.bsn_plain(main))}\\A-{uid[-3:]}")
    data += element(COMMENTS, "LT", file.take(scenes.about(main)))
    data += writer.sequence(
        CONTENT, [writer.content(label, file.take(text)) for label, text in texts]
    )
    meta = Writer(True, "ascii")
    body = meta.element(CLASS, "UI", REPORT) + meta.element(INSTANCE, "UI", uid)
    body += meta.element(SYNTAX, "UI", EXPLICIT if writer.is_explicit else IMPLICIT)
    length = meta.element(0x00020000, "UL", struct.pack("<I", len(body)))
    return bytes(128) + b"DICM" + length + body + data
