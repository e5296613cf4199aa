"""Documents as input: made by other programs, with a list of the values in them."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from . import peers
from .checking import COMPLETE, INCOMPLETE, Mismatch
from .document_peers import PYTHON, SORTS
from .inputs import Input, files_below
from .machine import BENCHMARKS
from .measuring import ENVIRONMENT
from .peers import Program

GENERATOR = BENCHMARKS / "generate" / "documents.py"
FORMATS = tuple(SORTS)
SHAPES = ("small", "large")


@dataclass(frozen=True)
class Documents(Input):
    """Many small files of a format or one large one, in a folder."""

    format: str = ""
    page_count: int = 0
    # Bytes that a container unpacks to; 0 for what is none.
    unpacked_count: int = 0
    # By kind and value without spaces, how often it was planted.
    values: Counter = None

    def facts(self) -> dict:
        return {
            **super().facts(),
            "pages": self.page_count,
            "unpacked_bytes": self.unpacked_count,
            "values": sum(self.values.values()),
        }

    def sample(self, file_count: int) -> "Documents":
        """The first files, copied to a folder of their own."""
        folder = self.path.with_name(f"{self.path.name}-sample")
        folder.mkdir(exist_ok=True)
        for file in sorted(self.files())[:file_count]:
            shutil.copy(file, folder)
        return _documents(folder, self.format, self.sort, self.seed, {"planted": []})


def make(folder: Path, formats: tuple, seed: int, *more: str) -> tuple[list[Documents], list[str]]:
    """What could be made, and the formats for which a program or library is missing."""
    python = PYTHON if PYTHON.exists() else sys.executable
    command = [
        python,
        GENERATOR,
        folder,
        "--formats",
        ",".join(formats),
        "--seed",
        str(seed),
        *more,
    ]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    told = json.loads(run.stdout)
    made = []
    for format in formats:
        for shape in SHAPES:
            if facts := told["made"].get(f"{format}-{shape}"):
                path = folder / f"{format}-{shape}"
                made.append(_documents(path, format, f"{format} {shape}", seed, facts))
    return made, told["missing"]


def _documents(path: Path, format: str, sort: str, seed: int, facts: dict) -> Documents:
    files = files_below(path)
    planted = Counter(kind for kind, _ in facts["planted"])
    values = Counter((kind, _plain(value)) for kind, value in facts["planted"])
    return Documents(
        sort,
        path,
        sum(file.stat().st_size for file in files),
        len(files),
        seed,
        dict(planted),
        format,
        facts.get("pages", 0),
        facts.get("unpacked", 0),
        values,
    )


def _plain(value: str) -> str:
    return "".join(value.split())


@dataclass(frozen=True)
class FoundValues:
    status: int
    # Of the values that were planted.
    planted_count: int
    # What is reported beside these.
    surplus: int
    # By reason, the files that were read in part.
    partial: dict


def check_documents(made: Documents, binary: Path) -> FoundValues:
    """Scans once; throws `Mismatch` unless each planted value is found as often as it stands."""
    command = [*peers.scan(binary, 1, "ndjson", "--reveal"), made.path]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=False
    )
    if run.returncode not in (COMPLETE, INCOMPLETE):
        raise Mismatch(f"{made.sort}: vindplaats ended with status {run.returncode}")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    values = Counter(
        (line["kind"], _plain(line["value"])) for line in lines if line["type"] == "finding"
    )
    coverage = lines[-1]["coverage"]
    if coverage["not_examined"] or coverage["listed"] != made.file_count:
        raise Mismatch(f"{made.sort}: not all of {made.file_count} files were examined")
    if missed := made.values - values:
        kinds = Counter(kind for kind, _ in missed.elements())
        raise Mismatch(f"{made.sort}: vindplaats missed {dict(kinds)} of what was planted")
    surplus = sum((values - made.values).values())
    return FoundValues(run.returncode, sum(made.values.values()), surplus, coverage["partial"])


def count_peer(program: Program, made: Documents) -> dict:
    """How many of the planted values a peer prints, and what else it takes for one."""
    command = [*map(str, program.command), str(made.path)]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=False
    )
    printed = Counter(_plain(line) for line in run.stdout.decode(errors="replace").splitlines())
    planted = Counter()
    for (_, value), count in made.values.items():
        planted[value] += count
    found = sum((planted & printed).values())
    return {"found": found, "others": sum(printed.values()) - found}
