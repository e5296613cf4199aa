"""Runs programs in turn, so that what else the machine does falls on all of them."""

from pathlib import Path

from .checking import Mismatch
from .inputs import Input
from .measuring import measure
from .peers import Program


def contest(
    programs: list[Program], made: Input, run_count: int, scan_status: int, folder: Path
) -> list[dict]:
    """By round, what each program used; a round before them warms the cache and is left out.

    `scan_status` is the status that every scan must end with; throws `Mismatch` for another.
    """
    rounds = []
    for number in range(run_count + 1):
        used = {}
        for program in programs:
            usage = measure([*program.command, made.path], folder)
            # Ripgrep ends with 1 where nothing matches; what it finds was checked before.
            expected = (0, 1) if program.is_ripgrep else (scan_status,)
            if usage.status not in expected:
                raise Mismatch(f"{made.sort}: {program.name} ended with status {usage.status}")
            used[program.name] = usage.facts()
        if number > 0:
            rounds.append(used)
    return rounds
