#!/usr/bin/env python3
"""Generates benchmark input with a known number of planted values.

    generate.py prose|csv|log|numbers|binary OUT --bytes 256M  one file of its sort
    generate.py tree OUT [--files 20000] [--directories 2200]  mixed small files, 2 to 40 KB

Prints the planted values of each kind as JSON. Equal seed and options give equal bytes. All
values are made up; they come from the generators of the corpus.

`--bytes-per-hit` and `--bytes-per-candidate` set how dense the values are, 0 for none. `prose`,
`csv`, `log` and `numbers` build one block of distinct lines (16 MiB unless --block says otherwise) and
repeat it; only a counter in each line or paragraph differs between repeats, of `numbers` nothing.
"""

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from block import COUNTER, digits, syllables, write_repeated  # noqa: E402
from density import DEFAULTS, Density, Spacing  # noqa: E402
from export import Export  # noqa: E402
from logs import Log  # noqa: E402
from noise import write_noise  # noqa: E402
from numbers_table import Numbers  # noqa: E402
from planting import Planter  # noqa: E402
from prose import Prose  # noqa: E402
from tree import Tree  # noqa: E402

UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


def size(text: str) -> int:
    """`64M`, `1G`, `123456`: a number of bytes, units of 1024."""
    unit = UNITS.get(text[-1:].upper(), 1)
    return int(text[:-1] if unit > 1 else text) * unit


def main() -> None:
    options = arguments()
    planter = Planter(f"benchmark/{options.seed}/{options.sort}")
    density = chosen_density(options)
    if options.sort == "binary":
        write_noise(options.out, options.bytes, planter, density)
        planted = planter.planted
    else:
        prose = Prose(planter.random)
        planted = write_text(options, planter, prose, density)
    print(json.dumps({"sort": options.sort, "planted": dict(sorted(planted.items()))}))


def write_text(options: argparse.Namespace, planter: Planter, prose: Prose, density: Density):
    """Writes the input; returns what was planted."""
    counter = COUNTER.decode()
    if options.sort == "tree":
        Tree(planter, prose, density).write(options.out, options.files, options.directories)
        return planter.planted
    sized = (options.out, options.bytes, options.block)
    if options.sort == "csv":
        export = Export(planter, prose, density)
        return write_repeated(
            *sized, export.header, planter, lambda: export.row(counter + "-"), digits
        )
    if options.sort == "log":
        log = Log(planter, prose, density)
        return write_repeated(*sized, "", planter, lambda: log.line(counter), syllables)
    if options.sort == "numbers":
        numbers = Numbers(planter, density)
        return write_repeated(*sized, "", planter, numbers.line, digits)
    hits = Spacing(planter.random, density.bytes_per_hit)

    def paragraph() -> str:
        text = f"Onderdeel {counter}. {prose.text(planter.random.randint(300, 900))}"
        values = [planter.phrase() for _ in range(hits.due(len(text.encode())))]
        return " ".join([text, *values]) + "\n\n"

    return write_repeated(*sized, "", planter, paragraph, syllables)


def chosen_density(options: argparse.Namespace) -> Density:
    usual = DEFAULTS[options.sort]
    chosen = (options.bytes_per_hit, options.bytes_per_candidate)
    return Density(
        usual.bytes_per_hit if chosen[0] is None else chosen[0],
        usual.bytes_per_candidate if chosen[1] is None else chosen[1],
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sort", choices=DEFAULTS)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bytes", type=size, default="16M", help="such as 64M or 1G (16M)")
    parser.add_argument("--block", type=size, default=16 << 20, help="distinct bytes (16M)")
    parser.add_argument("--files", type=int, default=20_000, help="of a tree (%(default)s)")
    parser.add_argument("--directories", type=int, default=2_200, help="of a tree (%(default)s)")
    parser.add_argument("--bytes-per-hit", type=float, help="0 for no hit")
    parser.add_argument("--bytes-per-candidate", type=float, help="hits included; 0 for no decoy")
    return parser.parse_args()


if __name__ == "__main__":
    main()
