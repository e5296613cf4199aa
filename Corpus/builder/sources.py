"""Reads the hand-written documents of `sources/<area>/<case>.src`.

A source starts with lines `%% name: value` (extension, origin, encoding, newline), then a line
`%%`, then the marked text.
"""

from pathlib import Path

from .document import Document
from .placeholders import fill
from .values import Values

NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def load(path: Path) -> Document:
    head, _, body = path.read_text(encoding="utf-8").partition("\n%%\n")
    options = dict(line.removeprefix("%% ").split(": ", 1) for line in head.split("\n"))
    area, case = path.parent.name, path.stem
    return Document(
        area,
        case,
        options["extension"],
        fill(body, Values(f"{area}/{case}")),
        "Written by hand: " + options["origin"],
        options.get("encoding", "utf-8"),
        NEWLINES[options.get("newline", "lf")],
    )


def documents(folder: Path) -> list[Document]:
    return [load(path) for path in sorted(folder.glob("*/*.src"))]
