"""Random bytes with some values planted as text."""

from pathlib import Path

from density import Density, Spacing
from planting import KEYS, Planter

PIECE = 64 << 10


def write_noise(path: Path, byte_count: int, planter: Planter, density: Density) -> None:
    hits = Spacing(planter.random, density.bytes_per_hit)
    with path.open("wb") as out:
        left = byte_count
        while left > 0:
            length = min(PIECE, left)
            text = b""
            for _ in range(hits.due(length) if length == PIECE else 0):
                kind = planter.kind()
                text += f"\0{KEYS[kind]}: {planter.value(kind)}\0".encode()
            out.write(planter.random.randbytes(length - len(text)) + text)
            left -= length
