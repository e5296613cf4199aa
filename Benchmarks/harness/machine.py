"""What the figures were measured on, and where they are kept."""

import datetime
import json
import multiprocessing
import os
import platform
import re
import subprocess
import time
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
RESULTS = BENCHMARKS / "results"
DOCUMENT_PROGRAMS = (
    ("soffice",),
    ("pdftotext", "-v"),
    ("pandoc",),
    ("unzip", "-v"),
    ("bsdtar",),
    ("sqlite3",),
)


def core_count() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))


def free_cores() -> float:
    """How many cores' worth of work is done at once now, by loops that share nothing."""
    count = core_count()
    with multiprocessing.Pool(count) as pool:
        pool.map(_spin, range(count))
        alone, together = (_seconds(pool, n) for n in (1, count))
    return count * alone / together


def _seconds(pool, count: int) -> float:
    started = time.perf_counter()
    pool.map(_spin, range(count), chunksize=1)
    return time.perf_counter() - started


def _spin(_: int) -> int:
    return sum(range(30_000_000))


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
        "peers": {name: _version(name) for name in ("rg", "ugrep", "grep", "valgrind")},
    }


def document_versions() -> dict:
    """Of the programs that only Benchmarks/documents compares with."""
    versions = {name: _version(name, *flag) for name, *flag in DOCUMENT_PROGRAMS}
    return {name: version for name, version in versions.items() if version}


def text(described: dict) -> str:
    memory = described["memory_bytes"] / 1e9
    programs = {"vindplaats": described["vindplaats"], **described["peers"]}
    versions = (f"{name} {version}" for name, version in programs.items() if version)
    return (
        f"{described['cpu']}, {described['cores']} cores, {memory:.0f} GB, load "
        f"{described['load_average']}, {described['date']}; {', '.join(versions)}; commit "
        f"{described['tree']}"
    )


def record(described: dict, name: str, contents: dict[str, str | dict]) -> Path:
    """Keeps files in the folder of this day and kind of machine, in place of those of a run before.

    `contents` holds, by ending, the text of a file or what to write as JSON. Returns the folder.
    """
    kind = re.sub(r"[^a-z0-9]+", "-", described["cpu"].lower()).strip("-")
    folder = RESULTS / f"{described['date']}-{kind}-{described['cores']}"
    folder.mkdir(parents=True, exist_ok=True)
    for ending, content in contents.items():
        if not isinstance(content, str):
            content = json.dumps(content, indent=1) + "\n"
        (folder / f"{name}.{ending}").write_text(content)
    return folder.relative_to(BENCHMARKS.parent)


def _cpu_model() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def _first_line(command: list) -> str:
    """Nothing for a program that is not there."""
    try:
        # pdftotext tells its version on standard error.
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True)
    except FileNotFoundError:
        return ""
    return run.stdout.decode().partition("\n")[0].strip()


def _version(program: str, flag: str = "--version") -> str:
    found = re.search(r"[0-9]+(\.[0-9]+)+", _first_line([program, flag]))
    return found[0] if found else ""


def _tree() -> str:
    """The commit of the tree around this file, and whether the tree differs from it."""
    try:
        commit = _first_line(["git", "-C", BENCHMARKS, "rev-parse", "--short", "HEAD"])
        changes = _first_line(
            ["git", "-C", BENCHMARKS, "status", "--porcelain", "--", "../Sources", "../Patterns"]
        )
    except subprocess.CalledProcessError:
        return "unknown"
    return (commit or "unknown") + (" with changes" if changes else "")
