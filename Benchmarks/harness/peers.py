"""The programs that run in turn, and what each of them counts."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from .expressions import EXPRESSIONS, KINDS, extended
from .native import Native

# What a program counts: matches of all expressions as alternatives, the lines that hold one, or
# the matches of each expression by itself.
ALTERNATIVES, LINES, INDEPENDENT = "alternatives", "lines", "independent"


@dataclass(frozen=True)
class Program:
    """A command without its path."""

    name: str
    command: list
    # What its output counts, or "" for a program that only reads.
    counts: str = ""
    # Whether each match is a line of the output; else lines of numbers are added up.
    prints_matches: bool = False
    reads_trees: bool = True
    # Whether it stops at the first match where its output is /dev/null.
    needs_output: bool = False
    statuses: tuple = (0,)
    # Largest difference to the count of Python's `re`, as a share: POSIX programs take the longest
    # alternative and not the first, ugrep also misses some that begin at a `\b` with a mark inside,
    # and Hyperscan tells all ends of a match.
    tolerance: float = 0.0


def scan(binary: Path, job_count: int, report: str, *more: str) -> list:
    """The command of vindplaats."""
    kinds = ",".join(KINDS)
    return [binary, "scan", "--no-store", "--kinds", kinds, "--jobs", str(job_count), "--format", report, *more]


def peers(native: Native, job_count: int, folder: Path) -> tuple[list[Program], list[str]]:
    """The peers that can run here, and the names of those that are not installed.

    With more jobs than one only those are given that can use them.
    """
    found, missing = [], [name for name in native.missing]
    for name, needed, programs in (
        ("ripgrep", "rg", _ripgrep(job_count)),
        ("ugrep", "ugrep", _ugrep(job_count)),
        ("GNU grep", "grep", _grep()),
        ("coreutils", "wc", READERS),
    ):
        if shutil.which(needed) is None:
            missing.append(name)
        elif job_count == 1 or name in ("ripgrep", "ugrep"):
            found += programs
    if job_count == 1:
        found += _native(native, folder)
    return found, missing


def _ripgrep(job_count: int) -> list[Program]:
    # As bytes and ASCII: in Unicode, its default, a `\b` beside a letter such as é takes it off its
    # fast path.
    command = ["rg", "--no-config", "--no-ignore", "--hidden", "--no-filename", "--text"]
    command += ["--no-unicode", f"-j{job_count}", *_each(EXPRESSIONS.values())]
    return [
        Program("rg -o", [*command, "-o"], ALTERNATIVES, True, statuses=(0, 1)),
        Program("rg -c", [*command, "-c"], LINES, statuses=(0, 1)),
    ]


def _ugrep(job_count: int) -> list[Program]:
    command = ["ugrep", "-r", "-h", "-a", "-U", "-.", f"-J{job_count}", "-E"]
    command += _each(EXPRESSIONS.values())
    return [
        Program("ugrep -o", [*command, "-o"], ALTERNATIVES, True, True, True, (0, 1), 0.1),
        Program("ugrep -c", [*command, "-c"], LINES, False, True, True, (0, 1), 0.1),
    ]


def _grep() -> list[Program]:
    command = ["grep", "-r", "-h", "-a", "-E", "-o", *_each(extended())]
    return [Program("grep -E -o", command, ALTERNATIVES, True, True, True, (0, 1), 0.01)]


def _native(native: Native, folder: Path) -> list[Program]:
    listed = folder / "expressions"
    listed.write_text("\n".join(EXPRESSIONS.values()) + "\n")
    found = []
    if path := native.paths.get("hyperscan"):
        found += [
            Program("Hyperscan", [path, "start", listed], INDEPENDENT, tolerance=0.01),
            Program("Hyperscan, ends", [path, "end", listed], INDEPENDENT, tolerance=0.05),
        ]
    if path := native.paths.get("re2"):
        found.append(Program("RE2", [path, listed], ALTERNATIVES))
    if path := native.paths.get("read"):
        found += [
            Program("read and touch", [path, "touch"]),
            Program("read", [path, "only"]),
        ]
    return found


READERS = [
    Program("wc -l", ["wc", "-l"], reads_trees=False),
    Program("cat", ["cat"], reads_trees=False),
]


def _each(expressions) -> list[str]:
    return [part for expression in expressions for part in ("-e", expression)]
