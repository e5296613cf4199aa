"""The folder that is written, and the truth of what stands in it."""

import html
import json
import re
from pathlib import Path

from .marks import Fact, strip

MEMBER_STEPS = ("member", "message")
SECTIONS = {"speaker-notes": "notes", "mail-headers": "message headers", "outline": "bookmarks"}


def step_text(step: tuple[str, object]) -> str:
    """A step as the reports in English call it."""
    kind, value = step
    if kind in ("message", "page", "slide"):
        return f"{kind} {value}"
    if kind == "section":
        return SECTIONS.get(value, value.replace("-", " "))
    return value or "(no name)"


class File:
    """A file that is being made, or a member of one; takes texts and notes what is marked."""

    def __init__(self, path: str, format_name: str, truth: list[dict], document=()):
        self.path = path
        self.format = format_name
        self.truth = truth
        self.document = document

    def within(self, *steps) -> "File":
        return File(self.path, self.format, self.truth, self.document + steps)

    def member(self, name: str) -> "File":
        return self.within(("member", name))

    def note(self, fact: Fact, part, record, written: str) -> None:
        self.truth.append(
            {
                "file": self.path,
                "format": self.format,
                "document": " » ".join(map(step_text, self.document)),
                "part": " » ".join(map(step_text, part)),
                "record": record,
                "subject": fact.subject,
                "attribute": fact.attribute,
                "class": fact.kind,
                "form": fact.form,
                "written": " ".join(html.unescape(TAG.sub("", written)).split()),
            }
        )

    def take(self, text: str, *part, record: int | None = None) -> str:
        """The text without marks; what it says is noted at this part and record."""
        plain, found = strip(text)
        for fact, start, end in found:
            self.note(fact, part, record, plain[start:end])
        return plain

    def take_lines(self, text: str, *part) -> str:
        """As `take`; each fact is noted at the line on which it begins."""
        plain, found = strip(text)
        for fact, start, end in found:
            self.note(fact, part, plain.count("\n", 0, start) + 1, plain[start:end])
        return plain


class Tree:
    """All files below a folder, and their truth."""

    def __init__(self, root: Path):
        self.root = root
        self.truth: list[dict] = []
        self.paths: set[str] = set()

    def file(self, folder: str, stem: str, ending: str, format_name: str) -> File:
        """A new file; its name is marked, and is made another one where it exists."""
        truth: list[dict] = []
        number, marked = 1, f"{stem}.{ending}"
        while strip(f"{folder}/{marked}")[0].lower() in self.paths:
            number += 1
            marked = f"{stem} ({number}).{ending}"
        plain, found = strip(f"{folder}/{marked}")
        self.paths.add(plain.lower())
        file = File(plain, format_name, truth)
        for fact, start, end in found:
            file.note(fact, (("section", "path"),), None, plain[start:end])
        return file

    def write(self, file: File, content: bytes) -> None:
        path = self.root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.truth.append({"file": file.path, "format": file.format, "class": "document"})
        self.truth += file.truth

    def write_truth(self, path: Path) -> None:
        with open(path, "w", encoding="utf-8") as out:
            for row in self.truth:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


TAG = re.compile("</?[a-z]+>")
INVISIBLE = re.compile("\ue000[^\ue001]*\ue001|\ue002")


def wrapped(text: str, width: int) -> str:
    """Marked text with lines of at most `width` visible characters where it has spaces."""
    lines = []
    for line in text.split("\n"):
        current, length = [], 0
        for word in line.split(" "):
            visible = len(INVISIBLE.sub("", word))
            if current and length + visible + 1 > width:
                lines.append(" ".join(current))
                current, length = [], 0
            current.append(word)
            length += visible + 1
        lines.append(" ".join(current))
    return "\n".join(lines)
