"""The marked form of documents: text in which ⟦kind:value⟧ says where a value lies.

A mark is `⟦` head `:` value `⟧`. The head is `kind`, `!kind` for a lookalike, then optionally
`/notation`, `=normalized` and `(note)`. Marks may lie within marks. In sources a value may be a
placeholder: `@` draws a value in the notation of the head, `@a` the same value wherever this
document says `@a` for this kind, `@IMEI` a lookalike by its name.
"""

import re
from dataclasses import dataclass

OPEN, CLOSE = "⟦", "⟧"
HEAD = re.compile(r"(!?[a-z-]+)(?:/([a-z0-9-]+))?(?:=([^()⟦⟧:]*))?(?:\(([^()]*)\))?:")


@dataclass(frozen=True)
class Mark:
    """One row of truth before encoding: positions count characters of the bare text."""

    kind: str
    start: int
    end: int
    notation: str
    normalized: str
    note: str


def mark(kind: str, value: str, notation: str = "", normalized: str = "", note: str = "") -> str:
    head = kind + (f"/{notation}" if notation else "")
    head += (f"={normalized}" if normalized else "") + (f"({note})" if note else "")
    return f"{OPEN}{head}:{value}{CLOSE}"


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The bare text and its marks, ordered by start, the outer before the inner."""
    bare: list[str] = []
    length = 0
    open_marks: list[tuple[re.Match, int]] = []
    marks: list[Mark] = []
    index = 0
    while index < len(marked):
        if marked[index] == OPEN:
            head = HEAD.match(marked, index + 1)
            if head is None:
                raise ValueError(f"not a mark: {marked[index : index + 40]!r}")
            open_marks.append((head, length))
            index = head.end()
        elif marked[index] == CLOSE:
            head, start = open_marks.pop()
            kind, notation, normalized, note = (group or "" for group in head.groups())
            marks.append(Mark(kind, start, length, notation, normalized, note))
            index += 1
        else:
            stop = min(
                (p for p in (marked.find(OPEN, index), marked.find(CLOSE, index)) if p >= 0),
                default=len(marked),
            )
            bare.append(marked[index:stop])
            length += stop - index
            index = stop
    if open_marks:
        raise ValueError(f"mark left open: {open_marks[-1][0].group()!r}")
    return "".join(bare), sorted(marks, key=lambda m: (m.start, -m.end, m.kind))


def visible(marked: str) -> str:
    """The text without its marks."""
    return parse(marked)[0]


def pad(marked: str, width: int, right: bool = False) -> str:
    """`marked` padded with spaces to a visible width; never cut."""
    spaces = " " * max(0, width - len(visible(marked)))
    return spaces + marked if right else marked + spaces
