"""Counts what ripgrep should count, with another engine: Python's `re` on the same bytes."""

import multiprocessing
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .peers import ASCII, EXPRESSIONS

# Bytes that one process counts at a time; pieces end where lines end, as matches do.
PIECE = 4 << 20
# The leftmost match counts and, of those that begin there, that of the first expression.
EXPRESSION = "|".join(f"(?:{expression})" for expression in EXPRESSIONS.values())


@dataclass(frozen=True)
class Count:
    matches: int
    # Lines with at least one match.
    lines: int


def count(files: list[Path], mode: str) -> Count:
    """The matches in `files`, and the lines that hold them."""
    with multiprocessing.Pool() as pool:
        counts = pool.imap_unordered(partial(_count, mode=mode), _pieces(files))
        matches, lines = map(sum, zip(*counts))
    return Count(matches, lines)


def _pieces(files: list[Path]):
    for path in files:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece + file.readline()


def _count(piece: bytes, mode: str) -> tuple[int, int]:
    expression = re.compile(EXPRESSION, re.ASCII if mode == ASCII else 0)
    # Bytes that are no UTF-8 become code points that are no part of a word, as ripgrep takes them.
    text = piece.decode("utf-8", "surrogateescape")
    matches, lines, line_end = 0, 0, -1
    for match in expression.finditer(text):
        matches += 1
        if match.start() > line_end:
            lines += 1
            line_end = text.find("\n", match.end())
            if line_end < 0:
                line_end = len(text)
    return matches, lines
