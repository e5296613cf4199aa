"""Makes the input: files with a known number of planted values."""

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import peers

GENERATOR = Path(__file__).resolve().parents[1] / "generate" / "generate.py"
SORTS = ("prose", "csv", "log", "binary", "tree")
# Sorts in which nothing but the planted values can be a value of the kinds; the random ids of log
# lines and the noise can be one by chance.
EXACT_SORTS = ("prose", "csv")
# The share of directories of the trees that the generator makes unless told otherwise.
FILES_PER_DIRECTORY = 9


@dataclass(frozen=True)
class Input:
    sort: str
    path: Path
    byte_count: int
    file_count: int
    seed: int
    # By kind; only of the kinds that are looked for.
    planted: dict

    @property
    def is_exact(self) -> bool:
        return self.sort in EXACT_SORTS

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


def make(sort: str, folder: Path, options: argparse.Namespace) -> Input:
    """Makes the input of a sort below `folder`."""
    # No ending: what a file is must be told from its bytes.
    path = folder / f"input-{sort}"
    if sort == "tree":
        directory_count = max(1, options.files // FILES_PER_DIRECTORY)
        size = ["--files", str(options.files), "--directories", str(directory_count)]
    else:
        size = ["--bytes", options.bytes]
    run = subprocess.run(
        [sys.executable, GENERATOR, sort, path, "--seed", str(options.seed), *size],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    planted = json.loads(run.stdout)["planted"]
    files = files_below(path)
    return Input(
        sort,
        path,
        byte_count=sum(file.stat().st_size for file in files),
        file_count=len(files),
        seed=options.seed,
        planted={kind: planted.get(kind, 0) for kind in peers.KINDS},
    )


def files_below(path: Path) -> list[Path]:
    """The file at `path`, or all files below it."""
    return [path] if path.is_file() else [found for found in path.rglob("*") if found.is_file()]
