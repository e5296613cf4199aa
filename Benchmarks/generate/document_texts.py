"""What documents say: paragraphs and rows, and a list of the values planted in them."""

from density import Density, Spacing
from export import Export
from planting import Planter
from prose import Prose

# A hit in so many bytes of running text, and of a table.
PROSE_HIT, TABLE = 1500, Density(185, 105)


class Texts(Planter):
    """Text for one format."""

    def __init__(self, seed: str):
        super().__init__(seed)
        self.planted_values: list[tuple[str, str]] = []
        self.prose = Prose(self.random)
        self.hits = Spacing(self.random, PROSE_HIT)

    def value(self, kind: str) -> str:
        value = super().value(kind)
        self.planted_values.append((kind, value))
        return value

    def paragraphs(self, byte_count: int) -> list[str]:
        """Of together about `byte_count` bytes; a value stands in a short one of its own."""
        parts, length = [], 0
        while length < byte_count:
            parts.append(self.prose.text(self.random.randint(300, 600)))
            length += len(parts[-1].encode())
            parts += [self.phrase() for _ in range(self.hits.due(len(parts[-1].encode())))]
        return parts

    def rows(self, byte_count: int) -> list[list[str]]:
        """Of together about `byte_count` bytes; the first holds the headers."""
        export = Export(self, self.prose, TABLE)
        lines, length = [export.header], len(export.header)
        while length < byte_count:
            lines.append(export.row(""))
            length += len(lines[-1].encode())
        return [line.rstrip("\n").split(";") for line in lines]
