#!/usr/bin/env python3
"""Generates the share of an office: small files of many sorts, and documents beside them.

    share.py OUT [--files 20000] [--bytes 500M] [--seed 1]

Three quarters of the files are text (see tree.py); the rest are letters, workbooks, PDF files and
messages of the corpus, each with bytes of its own behind what its readers take. Files larger than
most fill the share up to its bytes.
"""

import argparse
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from density import DEFAULTS  # noqa: E402
from generate import size  # noqa: E402
from planting import Planter  # noqa: E402
from prose import Prose  # noqa: E402
from tree import Tree  # noqa: E402

CORPUS = Path(__file__).resolve().parents[2] / "Corpus" / "documents"
# Of 100 documents.
DOCUMENTS = (
    *(("docx/brief.docx",) * 25),
    *(("docx/python-docx.docx",) * 10),
    *(("xlsx/openpyxl.xlsx",) * 15),
    *(("xlsx/xlsxwriter.xlsx",) * 10),
    *(("pdf/brief.pdf",) * 15),
    *(("pdf/lijst.pdf",) * 10),
    *(("eml/bijlagen.eml",) * 10),
    *(("eml/gewoon.eml",) * 5),
)
FILES_PER_DIRECTORY = 9
TEXT_SHARE = 75
# Each file that fills up is so large, in bytes.
FILLING = 512 << 10


def main() -> None:
    options = arguments()
    planter = Planter(f"benchmark/{options.seed}/share")
    tree = Tree(planter, Prose(planter.random), DEFAULTS["tree"])
    text_count = options.files * TEXT_SHARE // 100
    tree.write(options.out, text_count, max(1, options.files // FILES_PER_DIRECTORY))
    write_documents(options.out, options.files - text_count, options.seed)
    fill(tree, options)


def write_documents(out: Path, count: int, seed: int) -> None:
    chance = random.Random(seed)
    folders = sorted(path for path in out.rglob("*") if path.is_dir())
    sources = {name: (CORPUS / name).read_bytes() for name in set(DOCUMENTS)}
    for number in range(count):
        name = chance.choice(DOCUMENTS)
        ending = name.rpartition(".")[2]
        path = chance.choice(folders) / f"document {number}.{ending}"
        path.write_bytes(changed(sources[name], ending, f"nummer {number}".encode()))


def changed(data: bytes, ending: str, mark: bytes) -> bytes:
    """The document with the mark where no reader takes it for text."""
    if ending in ("docx", "xlsx"):
        # The comment of an archive, whose length stands in its last two bytes.
        return data[:-2] + len(mark).to_bytes(2, "little") + mark
    if ending == "pdf":
        return data + b"%" + mark + b"\n"
    return b"X-Mark: " + mark + b"\r\n" + data


def fill(tree: Tree, options: argparse.Namespace) -> None:
    """Lets the first texts grow until the share has its bytes."""
    total = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    for path in sorted(options.out.rglob("*.csv")) + sorted(options.out.rglob("*.txt")):
        if total >= options.bytes:
            return
        before = path.stat().st_size
        path.write_text(tree.file(path.suffix[1:], FILLING, True))
        total += path.stat().st_size - before


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=20_000, help="(%(default)s)")
    parser.add_argument("--bytes", type=size, default="500M", help="(%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
