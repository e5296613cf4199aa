"""Compares the peak memory of a scan of a file with that of a file ten times as large."""

import argparse
from pathlib import Path

from . import inputs, peers
from .checking import COMPLETE, Mismatch, findings
from .measuring import measure_last_line

SMALL, LARGE = 100_000_000, 1_000_000_000
HIGHEST_RATIO = 1.2


def compare(options: argparse.Namespace, folder: Path) -> dict:
    """Prints both peaks and their ratio; throws `Mismatch` where memory grows with the file.

    The scans write all findings, as NDJSON, so that what reports keep counts as well.
    """
    peaks = []
    for byte_count in (SMALL, LARGE):
        sized = argparse.Namespace(bytes=str(byte_count), seed=options.seed)
        made = inputs.make("csv", folder, sized)
        command = [*peers.scan(options.binary, 1, "ndjson"), made.path]
        usage, line = measure_last_line(command, folder)
        if usage.status != COMPLETE:
            raise Mismatch(f"csv: vindplaats ended with status {usage.status}")
        found, _ = findings(made, line)
        made.remove()
        peaks.append(usage.peak_bytes)
        print(
            f"csv: {byte_count / 1e6:,.0f} MB, {sum(found.values()):,} findings as planted, "
            f"peak {usage.peak_bytes / 1e6:.1f} MB, {usage.wall_seconds:.0f} s",
            flush=True,
        )
    ratio = peaks[1] / peaks[0]
    print(f"peak memory, large to small: {ratio:.3f} (at most {HIGHEST_RATIO})")
    if ratio > HIGHEST_RATIO:
        raise Mismatch(f"peak memory grows with the file: {ratio:.3f} times for ten times the size")
    return {"memory": {"bytes": [SMALL, LARGE], "peak_bytes": peaks, "ratio": round(ratio, 4)}}
