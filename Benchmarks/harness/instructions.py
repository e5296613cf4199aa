"""Instructions for each byte of input, counted by valgrind's callgrind: the same in every run."""

import re
import shutil
import subprocess
from pathlib import Path

from .inputs import Input, part
from .measuring import ENVIRONMENT
from .peers import Program

COLLECTED = re.compile(r"Collected : (\d+)")


class InstructionCount:
    """Counts what a larger part of an input takes beyond a smaller one: starting is in neither."""

    def __init__(self, folder: Path):
        self.folder = folder

    @staticmethod
    def is_possible() -> bool:
        return shutil.which("valgrind") is not None

    def without_symbols(self, binary: Path) -> Path:
        """A copy of a program that valgrind can read; it knows not all of Swift's debug data."""
        copy = self.folder / "without-symbols"
        subprocess.run(["strip", "--strip-debug", "-o", copy, binary], check=True)
        return copy

    def for_each_byte(self, program: Program, made: Input, small_bytes: int) -> float:
        """Of the second to fifth `small_bytes` of a file."""
        small, large = part(made, small_bytes), part(made, 5 * small_bytes)
        taken = self._count(program, large.path) - self._count(program, small.path)
        byte_count = large.byte_count - small.byte_count
        small.remove()
        large.remove()
        return taken / byte_count

    def _count(self, program: Program, path: Path) -> int:
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        with (self.folder / "output").open("wb") as output:
            run = subprocess.run(
                [*command, *map(str, program.command), str(path)],
                stdout=output,
                stderr=subprocess.PIPE,
                env=ENVIRONMENT,
                check=False,
            )
        collected = COLLECTED.search(run.stderr.decode(errors="replace"))
        if collected is None or run.returncode not in program.statuses:
            raise RuntimeError(f"valgrind could not run {program.name}")
        return int(collected[1])
