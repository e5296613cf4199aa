"""Counts what the peers should count, with another engine: Python's `re` on the same bytes."""

import multiprocessing
import re
from pathlib import Path

from .expressions import EXPRESSIONS
from .peers import ALTERNATIVES, INDEPENDENT, LINES

# Bytes that one process counts at a time; pieces end where lines end, as matches do.
PIECE = 1 << 20
# The leftmost match counts and, of those that begin there, that of the first expression.
ALTERNATION = re.compile("|".join(f"(?:{e})" for e in EXPRESSIONS.values()).encode())
EACH = [re.compile(expression.encode()) for expression in EXPRESSIONS.values()]


def count(files: list[Path]) -> dict:
    """By what is counted, how many there are in `files`."""
    with multiprocessing.Pool() as pool:
        counts = list(pool.imap_unordered(_count, _pieces(files)))
    return {
        what: sum(of_piece[what] for of_piece in counts) for what in (counts[0] if counts else ())
    }


def _pieces(files: list[Path]):
    for path in files:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece + file.readline()


def _count(piece: bytes) -> dict:
    matches, lines, line_end = 0, 0, -1
    for match in ALTERNATION.finditer(piece):
        matches += 1
        if match.start() > line_end:
            lines += 1
            line_end = piece.find(b"\n", match.end())
            if line_end < 0:
                line_end = len(piece)
    independent = sum(1 for expression in EACH for _ in expression.finditer(piece))
    return {ALTERNATIVES: matches, LINES: lines, INDEPENDENT: independent}
