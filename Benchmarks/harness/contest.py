"""Runs programs in turn, so that what else the machine does falls on all of them."""

from statistics import median

from .checking import Mismatch
from .inputs import Input
from .measuring import Meter
from .peers import Program

OURS = "vindplaats"


class Contest:
    """By round, what each program used; round 0 warms the cache.

    A program whose first run takes longer than `patience` seconds runs no more, and is compared
    within round 0.
    """

    def __init__(self, programs: list[Program], made: Input, meter: Meter):
        self.programs = [p for p in programs if p.reads_trees or not made.is_tree]
        self.made, self.meter = made, meter
        self.rounds: list[dict] = []

    def run(self, round_count: int, patience: float) -> None:
        """Throws `Mismatch` where a program ends with a status that it should not."""
        for number in range(round_count + 1):
            used = {}
            for program in self.programs:
                if number > 0 and self._is_slow(program.name, patience):
                    continue
                usage = self.meter.run([*program.command, self.made.path], program.needs_output)
                if usage.status not in program.statuses:
                    raise Mismatch(
                        f"{self.made.sort}: {program.name} ended with status {usage.status}"
                    )
                used[program.name] = usage.facts()
            self.rounds.append(used)

    def _is_slow(self, name: str, patience: float) -> bool:
        return name != OURS and self.rounds[0][name]["wall_seconds"] > patience


def rounds_of(rounds: list[dict], name: str) -> list[dict]:
    """The rounds that count for a program: all but the first, unless it ran in no other."""
    later = [used for used in rounds[1:] if name in used]
    return later or [used for used in rounds[:1] if name in used]


def values(rounds: list[dict], name: str, key: str) -> list[float]:
    return [used[name][key] for used in rounds_of(rounds, name)]


def times_as_fast(rounds: list[dict], name: str, key: str) -> list[float]:
    """By round, how many times the seconds of vindplaats `name` took; above 1 it is slower."""
    return [used[name][key] / used[OURS][key] for used in rounds_of(rounds, name)]


def speed(rounds: list[dict], name: str, byte_count: int) -> float:
    """Million bytes a second, start of the program included; the median."""
    return byte_count / median(values(rounds, name, "wall_seconds")) / 1e6
