"""Marks in texts: what stands there of whom, until a document takes the text."""

from dataclasses import dataclass

OPEN, SPLIT, CLOSE, SEP = "\ue000", "\ue001", "\ue002", "\ue003"


@dataclass(frozen=True)
class Fact:
    """Something of a subject in a text; `kind` is `strong`, `supporting`, `name-variant`,
    `surname-only` or `namesake` (somebody else, who looks like the subject)."""

    subject: str
    attribute: str
    kind: str
    form: str

    def code(self) -> str:
        return SEP.join((self.subject, self.attribute, self.kind, self.form))


def mark(text: str, *facts: Fact) -> str:
    """`text`, marked with each of the facts."""
    for fact in facts:
        text = f"{OPEN}{fact.code()}{SPLIT}{text}{CLOSE}"
    return text


def strip(text: str) -> tuple[str, list[tuple[Fact, int, int]]]:
    """The text without marks, and for each fact the range of characters that it lies in."""
    plain: list[str] = []
    length = 0
    stack: list[tuple[Fact, int]] = []
    found: list[tuple[Fact, int, int]] = []
    index = 0
    while index < len(text):
        char = text[index]
        if char == OPEN:
            end = text.index(SPLIT, index)
            stack.append((Fact(*text[index + 1 : end].split(SEP)), length))
            index = end + 1
            continue
        if char == CLOSE:
            fact, start = stack.pop()
            found.append((fact, start, length))
        else:
            plain.append(char)
            length += 1
        index += 1
    return "".join(plain), found


def unmarked(text: str) -> str:
    return strip(text)[0]


def mapped(text: str, change) -> str:
    """`text` with `change` done to everything but the marks."""
    pieces: list[str] = []
    index = start = 0
    while index < len(text):
        if text[index] in (OPEN, CLOSE):
            pieces.append(change(text[start:index]))
            end = text.index(SPLIT, index) + 1 if text[index] == OPEN else index + 1
            pieces.append(text[index:end])
            index = start = end
        else:
            index += 1
    pieces.append(change(text[start:]))
    return "".join(pieces)
