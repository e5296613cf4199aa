"""Holds what was found against what is there, before anything is timed."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import counting, peers
from .expressions import KINDS
from .inputs import Input
from .measuring import ENVIRONMENT, Meter
from .peers import Program

COMPLETE, INCOMPLETE, USAGE = 0, 3, 2


class Mismatch(Exception):
    """A program found another number of values than is there."""


@dataclass(frozen=True)
class Found:
    """What a scan finds; the runs that are timed must end with the same status."""

    status: int
    by_kind: dict
    # Whether the input is listed as not examined instead.
    is_refused: bool


def check_scan(made: Input, binary: Path, meter: Meter) -> Found:
    """Scans once; throws `Mismatch` for a wrong number. The run also warms the cache."""
    usage, line = meter.last_line([*peers.scan(binary, 1, "ndjson"), made.path])
    if usage.status not in (COMPLETE, INCOMPLETE):
        raise Mismatch(f"{made.sort}: vindplaats ended with status {usage.status}")
    by_kind, is_refused = _by_kind(made, line)
    return Found(usage.status, by_kind, is_refused)


def check_peers(programs: list[Program], small: Input) -> list[str]:
    """Holds what each counts in a small input against Python; throws `Mismatch` where it is wrong.

    Returns a line for each program that differs within its tolerance.
    """
    expected = counting.count(small.files())
    differences = []
    for program in programs:
        if not program.counts:
            continue
        got, wanted = _count(program, small), expected[program.counts]
        if abs(got - wanted) > program.tolerance * wanted:
            raise Mismatch(
                f"{small.sort}: {program.name} counts {got:,}, Python's re counts {wanted:,}"
            )
        if got != wanted:
            differences.append(f"{program.name} counts {got:,}, Python's re counts {wanted:,}")
    return differences


def check_reference(small: Input, binary: Path) -> str:
    """Holds the findings against those of the plain matcher; returns what was compared.

    Throws `Mismatch` where the sorted records differ in a byte.
    """
    fast, plain = (_findings(small, binary, *more) for more in ((), ("--matcher", "reference")))
    if plain is None:
        return "not compared: this binary has no plain matcher"
    if fast != plain:
        raise Mismatch(
            f"{small.sort}: {len(fast):,} findings, {len(plain):,} of the plain matcher, "
            f"{len(set(fast) ^ set(plain)):,} differ"
        )
    return f"{len(fast):,} records are those of the plain matcher"


def _by_kind(made: Input, summary_line: bytes) -> tuple[dict, bool]:
    """By kind, what the summary of an NDJSON report says was found, held against the input."""
    try:
        summary = json.loads(summary_line)
        coverage = summary["coverage"]
        found = dict.fromkeys(KINDS, 0)
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


def _count(program: Program, small: Input) -> int:
    command = [*map(str, program.command), str(small.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        lines = (line for line in process.stdout)
        count = sum(1 for _ in lines) if program.prints_matches else sum(map(int, lines))
    if process.returncode not in program.statuses:
        raise Mismatch(f"{small.sort}: {program.name} ended with status {process.returncode}")
    return count


def _findings(small: Input, binary: Path, *more: str) -> list[bytes] | None:
    """The records of all findings in full, sorted; nothing where the options are not known."""
    command = [*peers.scan(binary, 1, "ndjson", "--reveal", *more), small.path]
    run = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)
    if run.returncode == USAGE:
        return None
    if run.returncode not in (COMPLETE, INCOMPLETE):
        raise Mismatch(f"{small.sort}: vindplaats ended with status {run.returncode}")
    return sorted(line for line in run.stdout.splitlines() if line.startswith(b'{"type":"finding"'))
