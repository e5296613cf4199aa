"""Runs a command and says what it used."""

import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

# A last line longer than this is not read whole, in bytes.
TAIL = 1 << 20
# Programs read bytes, not characters, and Swift's hashing is the same in every run.
ENVIRONMENT = {**os.environ, "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1"}


@dataclass(frozen=True)
class Usage:
    status: int
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int

    def facts(self) -> dict:
        return asdict(self)


class Meter:
    """Starts commands through the launcher, which writes what they used to a file of `folder`."""

    def __init__(self, launcher: Path, folder: Path):
        self.launcher = launcher
        self.result = folder / "usage"
        self.output = folder / "output"

    def run(self, command: list, needs_output: bool) -> Usage:
        """Runs `command` with its output to /dev/null or, where that matters, to a file."""
        with open(self.output if needs_output else os.devnull, "wb") as output:
            return self._launch(command, lambda process: None, output)[0]

    def last_line(self, command: list) -> tuple[Usage, bytes]:
        """Runs `command` and keeps the last line of its output, however long that is."""
        return self._launch(command, _last_line, subprocess.PIPE)

    def _launch(self, command: list, read, output) -> tuple:
        launch = [self.launcher, self.result, *map(str, command)]
        with subprocess.Popen(
            launch, stdout=output, stderr=subprocess.DEVNULL, env=ENVIRONMENT
        ) as process:
            kept = read(process)
        if process.returncode != 0:
            raise RuntimeError(f"{command[0]} could not be run")
        status, wall, cpu, peak = self.result.read_text().split()
        return Usage(int(status), float(wall), float(cpu), int(peak)), kept


def _last_line(process: subprocess.Popen) -> bytes:
    tail = b""
    while chunk := process.stdout.read1(TAIL):
        tail = (tail + chunk)[-TAIL:]
    return tail.rstrip(b"\n").rpartition(b"\n")[2]
