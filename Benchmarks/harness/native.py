"""Compiles the small programs of Benchmarks/peers; one whose library is missing is left out."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1] / "peers"
WARNINGS = ["-O2", "-Wall", "-Wextra", "-Werror"]
# By name, the source and what is linked to it; the Debian packages are in Makefile.
PROGRAMS = {
    "launch": ["cc", "launch.c"],
    "read": ["cc", "read.c"],
    "hyperscan": ["cc", "hyperscan.c", "-lhs"],
    "re2": ["c++", "-D_GNU_SOURCE", "re2.cc", "-lre2"],
}


@dataclass(frozen=True)
class Native:
    """Paths by name; `missing` names those that could not be built."""

    paths: dict
    missing: list


def build(folder: Path) -> Native:
    """Compiles into `folder`. The launcher is needed; fails without it."""
    paths, missing = {}, []
    for name, (compiler, *rest) in PROGRAMS.items():
        arguments = [SOURCES / part if part.endswith((".c", ".cc")) else part for part in rest]
        path = folder / name
        command = [os.environ.get(compiler.upper(), compiler), *WARNINGS, "-o", path, *arguments]
        try:
            run = subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
            is_built = run.returncode == 0
        except FileNotFoundError:
            is_built = False
        if is_built:
            paths[name] = path
        else:
            missing.append(name)
    if "launch" in missing:
        raise SystemExit("a C compiler is needed: Scripts/install gcc libc6-dev")
    return Native(paths, missing)
