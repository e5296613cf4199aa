"""Runs the programs that read documents, and tells which are there and in which version."""

import re
import shutil
import subprocess
import tempfile
from importlib import metadata
from pathlib import Path

PASSWORDS = [""] + (Path(__file__).parent.parent / "differential/passwords.txt").read_text().split()
# How each program says its version, where not by --version.
VERSION_FLAGS = {
    "pdftotext": "-v", "pdfdetach": "-v", "catdoc": "-V", "xls2csv": "-V", "catppt": "-V",
    "antiword": "-h", "exiftool": "-ver", "7z": "i", "munpack": "", "lhasa": "z y", "evtxexport": "-V",
    "midicsv": "-u",
}
used: dict[str, str] = {}


class Unreadable(Exception):
    """A tool that is not there, fails, or takes too long."""


def run(*command: str | Path, data: bytes | None = None, encoding: str = "utf-8",
        folder: Path | None = None) -> str:
    """What a program prints."""
    program = str(command[0])
    if not shutil.which(program):
        raise Unreadable(program)
    try:
        done = subprocess.run(
            [str(part) for part in command], input=data, capture_output=True, timeout=120,
            check=False, cwd=folder, stdin=subprocess.DEVNULL if data is None else None)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(program) from error
    if done.returncode != 0:
        raise Unreadable(program)
    note(program)
    return done.stdout.decode(encoding, "replace")


def note(program: str) -> None:
    """Notes the version of a program that has read something."""
    if program in used:
        return
    used[program] = ""
    flags = VERSION_FLAGS.get(program, "--version").split(" ")
    done = subprocess.run([program, *flags], check=False, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=60)
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
    found = (re.search(r"\d+(\.\d+)+|\d{8}", line) for line in lines)
    used[program] = next((match.group() for match in found if match), "")


def note_library(name: str) -> None:
    if name not in used:
        used[name] = metadata.version(name)


def converted(path: Path, target: str, suffix: str) -> list[Path]:
    """What LibreOffice makes of a document, in a folder that remains until the end."""
    folder = scratch()
    profile = scratch()
    run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target,
        "--outdir", folder, path)
    made = sorted(folder.glob(f"*{suffix}"))
    if not made:
        raise Unreadable("soffice")
    return made


_scratch: list[tempfile.TemporaryDirectory] = []


def scratch() -> Path:
    _scratch.append(tempfile.TemporaryDirectory(prefix="oracle-"))
    return Path(_scratch[-1].name)


def clean() -> None:
    while _scratch:
        _scratch.pop().cleanup()
