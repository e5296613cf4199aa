"""What is looked for, and the commands that look for it."""

from dataclasses import dataclass
from pathlib import Path

# By kind, the form that ripgrep looks for: no check digits, labels or fields.
EXPRESSIONS = {
    "bsn": r"\b[0-9]{9}\b",
    "iban": r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
    "big": r"\b[0-9]{11}\b",
    "agb": r"\b[0-9]{8}\b",
    "postcode": r"\b[1-9][0-9]{3} ?[A-Z]{2}\b",
    "email": r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b",
    "phone": r"(?:\+31|\b0031|\b0)[ -]?[1-9](?:[ -]?[0-9]){8}\b",
}
KINDS = tuple(EXPRESSIONS)

# How ripgrep reads: ASCII, as the expressions of vindplaats do, or Unicode, its default. In Unicode
# a `\b` beside a letter such as é takes it off its fast path.
ASCII, UNICODE = "--no-unicode", "--unicode"


@dataclass(frozen=True)
class Program:
    """A command without its paths; ratios are those of the first program to each other one."""

    name: str
    command: list

    @property
    def is_ripgrep(self) -> bool:
        return self.command[0] == "rg"


def scan(binary: Path, job_count: int, report: str) -> list:
    """The command of vindplaats."""
    kinds = ",".join(KINDS)
    return [binary, "scan", "--kinds", kinds, "--jobs", str(job_count), "--format", report]


def ripgrep(mode: str, job_count: int, *what: str) -> list:
    """The command of ripgrep: all files, whatever their names or bytes."""
    command = ["rg", "--no-config", "--no-ignore", "--hidden", "--no-filename", "--text"]
    command += [f"-j{job_count}", mode, *what]
    for expression in EXPRESSIONS.values():
        command += ["-e", expression]
    return command


def programs(binary: Path, job_count: int, with_unicode: bool) -> list[Program]:
    """The programs that run in turn: vindplaats, and ripgrep as it counts and as it prints."""
    found = [Program("vindplaats", scan(binary, job_count, "none"))]
    for mode in (ASCII, UNICODE) if with_unicode else (ASCII,):
        suffix = " (Unicode)" if mode == UNICODE else ""
        for what in ("-c", "-o"):
            found.append(Program(f"rg {what}{suffix}", ripgrep(mode, job_count, what)))
    return found
