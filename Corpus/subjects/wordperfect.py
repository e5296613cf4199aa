"""Documents of WordPerfect 5.1 (.wpd), of text and extended characters alone.

Source: WordPerfect 5.1 file format: header, codes of one byte, character set 1 (multinational).
"""

import random
import struct

from .scenes import Scenes
from .tree import File

HARD_RETURN, SOFT_RETURN, EXTENDED = b"\x0a", b"\x0d", 0xC0
HEAD = b"\xffWPC"
MULTINATIONAL = 1
# From the 26th character of the set on.
LETTERS = "ÁáÂâÄäÀàÅåÆæÇçÉéÊêËëÈèÍíÎîÏïÌìÑñÓóÔôÖöÒòÚúÛûÜüÙùŸÿÃãĐđØøÕõÝýÐðÞþ"
NUMBERS = {letter: 26 + place for place, letter in enumerate(LETTERS)} | {"ß": 23}
LINE_LENGTH = 70


def letter_or_report(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, _ = scenes.prose()
    lines = [file.take(prose.title)]
    lines += [f"{label}: {file.take(value)}" for label, value in prose.fields]
    lines += [file.take(text) for text in prose.paragraphs]
    lines += ["; ".join(file.take(cell) for cell in row) for row in prose.table]
    body = b"".join(characters(wrapped(line)) + HARD_RETURN for line in lines)
    return HEAD + struct.pack("<I4BHH", 16, 1, 0x0A, 0, 1, 0, 0) + body


def wrapped(line: str) -> str:
    """The line with the ends that the program puts into it where it shows it."""
    out, width = "", 0
    for word in line.split(" "):
        if width and width + len(word) > LINE_LENGTH:
            out, width = out + "\r", 0
        elif width:
            out += " "
        out += word
        width += len(word) + 1
    return out


def characters(line: str) -> bytes:
    out = b""
    for character in line:
        if character == "\r" or " " <= character <= "~":
            out += character.encode("ascii")
        else:
            out += bytes([EXTENDED, NUMBERS[character], MULTINATIONAL, EXTENDED])
    return out
