"""The memory of a command and all that it started, at once."""

import subprocess
import time
from pathlib import Path

from .measuring import ENVIRONMENT

PAUSE = 0.002


def peak_bytes(command: list) -> int:
    """Largest sum of resident memory over all processes, sampled; shared pages count in each."""
    process = subprocess.Popen(
        [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_resident, _family(process.pid))))
        time.sleep(PAUSE)
    return peak


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        for listed in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, listed.read_text().split())
            except OSError:
                continue
    return found


def _resident(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    _, _, rest = status.partition("VmRSS:")
    return int(rest.split()[0]) << 10 if rest else 0
