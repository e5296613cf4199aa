"""The recognisers of Presidio on a sample; its speed on the whole is extrapolated from that."""

import subprocess
from pathlib import Path

from .inputs import Input
from .measuring import ENVIRONMENT

PROGRAM = Path(__file__).resolve().parents[1] / "peers" / "presidio.py"
SAMPLE = 256 << 10


def measure(python: Path, made: Input) -> dict | None:
    """`bytes`, `seconds` and `matches` of a sample; nothing where Presidio cannot run."""
    if not python.exists():
        return None
    command = [python, PROGRAM, made.path, str(SAMPLE)]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=False
    )
    if run.returncode != 0:
        return None
    byte_count, seconds, matches = run.stdout.split()
    return {"bytes": int(byte_count), "seconds": float(seconds), "matches": int(matches)}
