"""Writes large files: a block of distinct lines over and over."""

from collections import Counter
from pathlib import Path

from planting import Planter

# Replaced by a counter of equal length in every repeat of a block.
COUNTER = b"\x01\x01\x01\x01\x01\x01"
CONSONANTS, VOWELS = b"bdfghjklmnprstvz", b"aeio"


def write_repeated(
    path: Path, byte_count: int, block_size: int, header: str, planter: Planter, line, count
) -> Counter:
    """Writes `header` and lines up to `byte_count` bytes; returns what was planted.

    `line()` makes the next line, the last byte of which is a newline; `count(n)` writes the number
    of a repeat in six bytes.
    """
    lines, length, planted_before = [], 0, []
    while length < min(block_size, byte_count):
        planted_before.append(planter.planted.copy())
        lines.append(line().encode())
        length += len(lines[-1])
    block = b"".join(lines)
    planted: Counter = Counter()
    with path.open("wb") as out:
        out.write(header.encode())
        left = byte_count - len(header.encode())
        number = 0
        while left >= len(block):
            out.write(block.replace(COUNTER, count(number)))
            planted += planter.planted
            left -= len(block)
            number += 1
        index = 0
        while index < len(lines) and left >= len(lines[index]):
            out.write(lines[index].replace(COUNTER, count(number)))
            left -= len(lines[index])
            index += 1
        planted += planted_before[index] if index < len(lines) else Counter()
    return planted


def digits(number: int) -> bytes:
    return b"%06d" % number


def syllables(number: int) -> bytes:
    """A made-up word of six letters: no digit, so that it can be no candidate."""
    word = b""
    for _ in range(3):
        number, rest = divmod(number, len(CONSONANTS) * len(VOWELS))
        word += CONSONANTS[rest // 4 : rest // 4 + 1] + VOWELS[rest % 4 : rest % 4 + 1]
    return word
