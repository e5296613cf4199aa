"""Runs a command and says what it used."""

import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launch.py")
# A last line longer than this is not read whole, in bytes.
TAIL = 1 << 20


@dataclass(frozen=True)
class Usage:
    status: int
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int

    def facts(self) -> dict:
        return asdict(self)


def measure(command: list, folder: Path) -> Usage:
    """Runs `command` with its output thrown away."""
    return _launch(command, folder, lambda process: None, subprocess.DEVNULL)[0]


def measure_last_line(command: list, folder: Path) -> tuple[Usage, bytes]:
    """Runs `command` and keeps the last line of its output, however long that is."""
    return _launch(command, folder, _last_line, subprocess.PIPE)


def smallest_peak(folder: Path) -> int:
    """The peak, in bytes, below which no peak can be told: that of a program that does nothing."""
    return max(measure(["true"], folder).peak_bytes for _ in range(5))


def _launch(command: list, folder: Path, read, output: int) -> tuple:
    result = folder / "usage"
    launch = [sys.executable, "-I", "-S", LAUNCHER, result, *command]
    with subprocess.Popen(launch, stdout=output, stderr=subprocess.DEVNULL) as process:
        kept = read(process)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} could not be run")
    status, wall, cpu, peak = result.read_text().split()
    return Usage(int(status), float(wall), float(cpu), int(peak)), kept


def _last_line(process: subprocess.Popen) -> bytes:
    tail = b""
    while chunk := process.stdout.read1(TAIL):
        tail = (tail + chunk)[-TAIL:]
    return tail.rstrip(b"\n").rpartition(b"\n")[2]
