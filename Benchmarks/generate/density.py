"""How often values stand in a text."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Density:
    """Bytes of text for each hit and for each candidate; 0 stands for none.

    A hit is a planted value. A candidate is what looks like a value from afar: the hits and the
    decoys, which are numbers, dates and `@` that are none.
    """

    bytes_per_hit: float
    bytes_per_candidate: float

    @property
    def bytes_per_decoy(self) -> float:
        """0 where the hits alone are as many candidates as are wanted."""
        if not self.bytes_per_candidate:
            return 0
        decoys = 1 / self.bytes_per_candidate
        if self.bytes_per_hit:
            decoys -= 1 / self.bytes_per_hit
        return 1 / decoys if decoys > 1e-9 else 0


# Those of the corpora that the aims in thresholds and papers refer to.
DEFAULTS = {
    "prose": Density(3900, 0),
    "csv": Density(185, 105),
    "log": Density(900, 98),
    "numbers": Density(3900, 0),
    "binary": Density(1 << 20, 0),
    "tree": Density(1500, 400),
}


class Spacing:
    """Says when the next one is due, at random distances of a mean."""

    def __init__(self, random: Random, bytes_apart: float):
        self.random = random
        self.bytes_apart = bytes_apart
        self.next = self._distance()
        self.position = 0.0

    def due(self, byte_count: int) -> int:
        """How many fall within the next `byte_count` bytes."""
        self.position += byte_count
        count = 0
        while self.next < self.position:
            count += 1
            self.next += self._distance()
        return count

    def _distance(self) -> float:
        return self.random.expovariate(1 / self.bytes_apart) if self.bytes_apart else float("inf")
