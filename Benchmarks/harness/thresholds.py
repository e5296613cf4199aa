"""The limits that `make bench-check` enforces, as Benchmarks/thresholds.tsv holds them."""

from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).resolve().parents[1] / "thresholds.tsv"
HEADER = "input\tmeasure\tagainst\tlimit\tmargin"
# `ratio`: at least so many times as fast as `against`, in CPU seconds of the same round, median.
# `instructions`: at most so many for each byte. `peak`: at most so many MB of resident memory.
RATIO, INSTRUCTIONS, PEAK = "ratio", "instructions", "peak"


@dataclass(frozen=True)
class Threshold:
    sort: str
    measure: str
    # The name of a peer; `-` for what is measured alone.
    against: str
    limit: float
    # The share by which the limit may be missed: for the noise of a busy machine.
    margin: float

    def is_met_by(self, value: float) -> bool:
        if self.measure == RATIO:
            return value >= self.limit * (1 - self.margin)
        return value <= self.limit * (1 + self.margin)

    def line(self, value: float) -> str:
        """What was measured beside what is wanted."""
        wanted = "at least" if self.measure == RATIO else "at most"
        what = f"{self.sort} {self.measure}" + (
            f" to {self.against}" if self.against != "-" else ""
        )
        verdict = "ok" if self.is_met_by(value) else "MISSED"
        margin = f" less {self.margin:.0%}" if self.margin and self.measure == RATIO else ""
        return f"{verdict:8}{what:38}{value:12,.3f}   {wanted} {self.limit:g}{margin}"


def read() -> list[Threshold]:
    """Throws `ValueError` for a line that is no threshold."""
    header, *lines = PATH.read_text().splitlines()
    if header != HEADER:
        raise ValueError(f"{PATH.name} does not begin with its header")
    thresholds = []
    for line in lines:
        sort, measure, against, limit, margin = line.split("\t")
        if measure not in (RATIO, INSTRUCTIONS, PEAK):
            raise ValueError(f"{PATH.name}: no measure is called {measure}")
        thresholds.append(Threshold(sort, measure, against, float(limit), float(margin)))
    return thresholds
