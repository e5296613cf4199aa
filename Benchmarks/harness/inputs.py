"""Makes the input: files with a known number of planted values."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .expressions import KINDS

GENERATOR = Path(__file__).resolve().parents[1] / "generate" / "generate.py"
SORTS = ("prose", "csv", "log", "numbers", "binary", "tree")
# Sorts in which nothing but the planted values can be a value of the kinds; in the others a random
# id or the noise can be one by chance.
EXACT_SORTS = ("prose", "csv")
# About the share of directories of office shares.
FILES_PER_DIRECTORY = 9
UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


@dataclass(frozen=True)
class Input:
    sort: str
    path: Path
    byte_count: int
    file_count: int
    seed: int
    # By kind; empty for a part of another input.
    planted: dict

    @property
    def is_exact(self) -> bool:
        return self.sort in EXACT_SORTS

    @property
    def is_tree(self) -> bool:
        return self.sort == "tree"

    def files(self) -> list[Path]:
        return files_below(self.path)

    def facts(self) -> dict:
        return {
            "sort": self.sort,
            "bytes": self.byte_count,
            "files": self.file_count,
            "seed": self.seed,
            "planted": self.planted,
        }

    def remove(self) -> None:
        if self.path.is_file():
            self.path.unlink()
        else:
            shutil.rmtree(self.path)


def size(text: str) -> int:
    """`64M`, `1G`, `123456`: a number of bytes, units of 1024."""
    unit = UNITS.get(text[-1:].upper(), 1)
    return int(text[:-1] if unit > 1 else text) * unit


def make(sort: str, folder: Path, amount: int, seed: int = 1, *more: str, name: str = "") -> Input:
    """Makes an input of `amount` bytes or, for a tree, files; `more` goes to the generator."""
    # No ending: what a file is must be told from its bytes.
    path = folder / (name or f"input-{sort}")
    if sort == "tree":
        folder_count = max(1, amount // FILES_PER_DIRECTORY)
        sized = ["--files", str(amount), "--directories", str(folder_count)]
    else:
        sized = ["--bytes", str(amount)]
    run = subprocess.run(
        [sys.executable, GENERATOR, sort, path, "--seed", str(seed), *sized, *more],
        stdout=subprocess.PIPE,
        check=True,
    )
    planted = json.loads(run.stdout)["planted"]
    return _input(sort, path, seed, {kind: planted.get(kind, 0) for kind in KINDS})


def part(made: Input, byte_count: int) -> Input:
    """The first lines of a file, of at most `byte_count` bytes, as a file of its own."""
    path = made.path.with_name(f"{made.path.name}-{byte_count}")
    with made.path.open("rb") as file:
        data = file.read(byte_count)
    path.write_bytes(data[: data.rfind(b"\n") + 1] or data)
    return _input(made.sort, path, made.seed, {})


def _input(sort: str, path: Path, seed: int, planted: dict) -> Input:
    files = files_below(path)
    total = sum(file.stat().st_size for file in files)
    return Input(sort, path, total, len(files), seed, planted)


def files_below(path: Path) -> list[Path]:
    """The file at `path`, or all files below it."""
    return [path] if path.is_file() else [found for found in path.rglob("*") if found.is_file()]
