"""Holds what was found against what is there, before anything is timed."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import counting, peers
from .inputs import Input
from .measuring import measure_last_line

COMPLETE, INCOMPLETE = 0, 3


class Mismatch(Exception):
    """A program found another number of values than is there."""


@dataclass(frozen=True)
class Checked:
    """What both sides find; the runs that are timed must end with the same status."""

    status: int
    found: dict
    # Whether vindplaats lists the input as not examined instead.
    is_refused: bool
    # By mode of ripgrep.
    matches: dict

    def facts(self) -> dict:
        return {"vindplaats": self.found, "refused": self.is_refused, "rg": self.matches}


def check(made: Input, binary: Path, with_unicode: bool) -> Checked:
    """Runs each side once; throws `Mismatch` for a wrong number. The run also warms the cache."""
    command = [*peers.scan(binary, 1, "ndjson"), made.path]
    usage, line = measure_last_line(command, made.path.parent)
    if usage.status not in (COMPLETE, INCOMPLETE):
        raise Mismatch(f"{made.sort}: vindplaats ended with status {usage.status}")
    found, is_refused = findings(made, line)
    modes = (peers.ASCII, peers.UNICODE) if with_unicode else (peers.ASCII,)
    matches = {mode: _check_ripgrep(made, mode) for mode in modes}
    return Checked(usage.status, found, is_refused, matches)


def findings(made: Input, summary_line: bytes) -> tuple[dict, bool]:
    """By kind, what the summary of an NDJSON report says was found, held against the input.

    The second value is whether nothing was examined and the report says so, as it may be with
    noise that is no text.
    """
    try:
        summary = json.loads(summary_line)
        coverage = summary["coverage"]
        found = dict.fromkeys(peers.KINDS, 0)
        found |= {kind["kind"]: kind["count"] for kind in summary["kinds"]}
    except (ValueError, LookupError, TypeError):
        raise Mismatch(f"{made.sort}: the report does not end with a summary") from None
    not_examined = sum(coverage["not_examined"].values())
    if made.sort == "binary" and coverage["listed"] == not_examined == made.file_count:
        return found, True
    if coverage["scanned"] != made.file_count or not summary["complete"]:
        raise Mismatch(
            f"{made.sort}: {coverage['scanned']} of {made.file_count} files were examined"
        )
    for kind, planted in made.planted.items():
        is_right = found[kind] == planted if made.is_exact else found[kind] >= planted
        if not is_right:
            wanted = "exactly" if made.is_exact else "at least"
            raise Mismatch(
                f"{made.sort}: vindplaats found {found[kind]:,} {kind}, "
                f"planted are {wanted} {planted:,}"
            )
    return found, False


def _check_ripgrep(made: Input, mode: str) -> int:
    expected = counting.count(made.files(), mode)
    printed = sum(1 for _ in _ripgrep(made, mode, "-o"))
    counted = sum(int(line) for line in _ripgrep(made, mode, "-c"))
    for what, got, wanted in (("-o", printed, expected.matches), ("-c", counted, expected.lines)):
        if got != wanted:
            raise Mismatch(
                f"{made.sort}: rg {what} {mode} counts {got:,}, Python's re counts {wanted:,}"
            )
    return expected.matches


def _ripgrep(made: Input, mode: str, what: str):
    """The lines that ripgrep prints."""
    command = [*peers.ripgrep(mode, 1, what), made.path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        yield from process.stdout
    if process.returncode not in (0, 1):
        raise Mismatch(f"{made.sort}: rg ended with status {process.returncode}")
