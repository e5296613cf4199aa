"""What the figures were measured on, and where they are kept."""

import datetime
import json
import os
import platform
import re
import subprocess
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
RESULTS = BENCHMARKS / "results"


def core_count() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))


def describe(binary: Path) -> dict:
    """The kind of machine (never its name) and the versions of what runs."""
    return {
        "date": datetime.date.today().isoformat(),
        "cpu": _cpu_model(),
        "cores": core_count(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "kernel": ".".join(platform.release().split(".")[:2]),
        "load_average": round(os.getloadavg()[0], 2),
        "vindplaats": _first_line([binary, "--version"]),
        "tree": _tree(),
        "rg": _first_line(["rg", "--version"]),
    }


def text(described: dict) -> str:
    memory = described["memory_bytes"] / 1e9
    return (
        f"{described['cpu']}, {described['cores']} cores, {memory:.0f} GB, load "
        f"{described['load_average']}; vindplaats {described['vindplaats']}, {described['rg']}"
    )


def record(described: dict, figures: dict) -> Path:
    """Adds the figures to the records of this day and kind of machine."""
    slug = re.sub(r"[^a-z0-9]+", "-", described["cpu"].lower()).strip("-")
    path = RESULTS / f"{described['date']}-{slug}-{described['cores']}.json"
    RESULTS.mkdir(exist_ok=True)
    records = json.loads(path.read_text()) if path.exists() else []
    records.append({"machine": described, **figures})
    path.write_text(json.dumps(records, indent=1) + "\n")
    return path.relative_to(BENCHMARKS.parent)


def _cpu_model() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def _first_line(command: list) -> str:
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().partition("\n")[0].strip()


def _tree() -> str:
    """The commit of the tree around this file, and whether the tree differs from it."""
    try:
        commit = _first_line(["git", "-C", BENCHMARKS, "rev-parse", "--short", "HEAD"])
        changes = _first_line(
            ["git", "-C", BENCHMARKS, "status", "--porcelain", "--", "../Sources", "../Patterns"]
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return commit + (" with changes" if changes else "")
