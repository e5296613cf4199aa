"""Aligned columns of numbers: counts, amounts and codes, as programs print them."""

from density import Density, Spacing
from planting import Planter

WIDTH = 12


class Numbers:
    def __init__(self, planter: Planter, density: Density):
        self.planter, self.random = planter, planter.random
        self.hits = Spacing(self.random, density.bytes_per_hit)

    def line(self) -> str:
        """A line of eight numbers, with the values that are due behind them."""
        line = "".join(self._number().rjust(WIDTH) for _ in range(8))
        values = [self.planter.phrase() for _ in range(self.hits.due(len(line)))]
        return " ".join([line, *values]) + "\n"

    def _number(self) -> str:
        whole = self.random.randint(0, 10 ** self.random.randint(1, 9))
        return f"{whole / 100:.2f}" if self.random.random() < 0.5 else str(whole)
