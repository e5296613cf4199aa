"""What it costs that another process reads a document: small ones beside texts that say the same.

Three folders: texts, which the scan reads itself; the same in RTF, which is hardly more to read,
so that the difference is the round trip to the worker; and the same as DOCX, which has to be
unpacked and parsed besides.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from . import peers
from .document_peers import PYTHON
from .machine import BENCHMARKS
from .measuring import Meter

GENERATOR = BENCHMARKS / "generate" / "same_text.py"
FOLDERS = ("txt", "rtf", "docx")
TRIP = "the round trip (rtf - txt)"
WHOLE = "with unpacking and parsing (docx - txt)"


class NotPossible(Exception):
    """A library is missing."""


def measure(binary: Path, meter: Meter, folder: Path, file_count: int, round_count: int) -> dict:
    """By round, the seconds for each folder; round 0 warms the cache."""
    root = folder / "same-text"
    python = PYTHON if PYTHON.exists() else sys.executable
    run = subprocess.run(
        [python, GENERATOR, root, str(file_count)], stderr=subprocess.DEVNULL, check=False
    )
    if run.returncode != 0:
        raise NotPossible("python-docx is not installed")
    rounds = []
    for _ in range(round_count + 1):
        used = {}
        for name in FOLDERS:
            command = [*peers.scan(binary, 1, "none"), root / name]
            used[name] = meter.run(command, needs_output=False).facts()
        rounds.append(used)
    shutil.rmtree(root)
    return {"files": file_count, "rounds": rounds}


def text(figures: dict) -> str:
    """Microseconds for each file."""
    lines = [
        f"\nisolation: {figures['files']:,} files of the same short text in each format, "
        "microseconds a file, median (smallest-largest)",
        f"  {'':42}{'time':26}CPU",
    ]
    for title, more, less in (
        ("txt", "txt", None),
        ("rtf", "rtf", None),
        ("docx", "docx", None),
        (TRIP, "rtf", "txt"),
        (WHOLE, "docx", "txt"),
    ):
        columns = (_spread(figures, more, less, key) for key in ("wall_seconds", "cpu_seconds"))
        lines.append(f"  {title:42}" + "".join(f"{column:26}" for column in columns).rstrip())
    return "\n".join(lines)


def _spread(figures: dict, more: str, less: str | None, key: str) -> str:
    values = [
        (used[more][key] - (used[less][key] if less else 0)) / figures["files"] * 1e6
        for used in figures["rounds"][1:]
    ]
    return f"{median(values):.1f} ({min(values):.1f}-{max(values):.1f})"
