"""A document of the corpus: text with marks, its encoding, and how both are written to disk."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from . import checks, normal
from .marks import Mark, parse

# Encoding of a document: the codec and the byte order mark that comes first.
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", b"\xef\xbb\xbf"),
    "windows-1252": ("cp1252", b""),
    "utf-16le": ("utf-16-le", b""),
    "utf-16be": ("utf-16-be", b""),
    "ascii": ("ascii", b""),
    "utf-16le-bom": ("utf-16-le", b"\xff\xfe"),
    "utf-16be-bom": ("utf-16-be", b"\xfe\xff"),
}
COLUMNS = ("kind", "start", "end", "value", "normalized", "notation", "note")


@dataclass
class Document:
    """Marked text under a name; positions become byte offsets only when it is written."""

    area: str
    case: str
    extension: str
    marked: str
    origin: str
    encoding: str = "utf-8"
    newline: str = "\n"
    rows: list[tuple] = field(default_factory=list)

    def encode(self) -> bytes:
        """The bytes of the document; fills `rows` with the truth about them."""
        marked = self.marked.replace("\n", self.newline) if self.newline != "\n" else self.marked
        text, marks = parse(marked)
        codec, lead = ENCODINGS[self.encoding]
        self.rows = []
        for mark in with_implied(marks, text):
            value = text[mark.start : mark.end]
            start = len(lead) + len(text[: mark.start].encode(codec))
            end = start + len(value.encode(codec))
            clean = normal.unescape(value.replace("\r\n", "\n"), self.extension)
            kind = mark.kind.lstrip("!")
            normalized = mark.normalized
            if not normalized and mark.kind == kind:
                normalized = normal.normalize(kind, clean)
            notation = mark.notation or normal.notation(kind, value)
            if "\n" in value and kind not in ("address", "mrz") and "wrapped" not in notation:
                notation += "-wrapped"
            self.rows.append((mark.kind, start, end, value, normalized, notation, mark.note))
        self.rows.sort(key=lambda row: (row[1], -row[2], row[0]))
        return lead + text.encode(codec)

    def save(self, root: Path) -> None:
        folder = root / self.area / self.case
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"document.{self.extension}").write_bytes(self.encode())
        lines = ["\t".join(COLUMNS)] + ["\t".join(escape(str(f)) for f in row) for row in self.rows]
        (folder / "truth.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
        (folder / "origin.txt").write_text(self.origin + "\n", encoding="utf-8")


def with_implied(marks: list[Mark], text: str) -> list[Mark]:
    """The marks and those that follow from them: an RSIN passes the elfproef and is no BSN."""
    implied = []
    spans = {(m.kind, m.start, m.end) for m in marks}
    for mark in marks:
        digits = re.sub(r"\D", "", text[mark.start : mark.end])
        negative = Mark("!bsn", mark.start, mark.end, mark.notation, "", f"is a {mark.kind}")
        if (
            mark.kind == "rsin"
            and checks.bsn(digits)
            and ("!bsn", mark.start, mark.end) not in spans
        ):
            implied.append(negative)
    return marks + implied


def escape(text: str) -> str:
    for raw, written in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(raw, written)
    return text


def unescape(text: str) -> str:
    plain = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
    return re.sub(r"\\[\\tnr]", lambda match: plain[match.group()], text)
