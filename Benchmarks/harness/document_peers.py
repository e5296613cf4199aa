"""What a user would take for documents instead: converters with ripgrep behind them, as the
adapters of ripgrep-all work, and Python's libraries with `re`."""

import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .expressions import EXPRESSIONS
from .machine import BENCHMARKS
from .peers import Program

PYTHON = BENCHMARKS.parent / ".build" / "documents" / "bin" / "python"
SCRIPT = BENCHMARKS / "peers" / "documents.py"
RIPGREP = ["rg", "--no-config", "--text", "--no-unicode", "--no-filename", "-o"]
RIPGREP += [part for expression in EXPRESSIONS.values() for part in ("-e", expression)]


@dataclass(frozen=True)
class Sort:
    """The peers of a format."""

    # Shell commands that write the text of "$0" to standard output, and what they need.
    pipes: dict = field(default_factory=dict)
    # By library, the function of the script.
    libraries: dict = field(default_factory=dict)
    # What LibreOffice converts to, or nothing where it has no text to give.
    office: str = ""
    # Options with which ripgrep reads the files by itself.
    plain: tuple | None = None


PANDOC, LIBREOFFICE = "pandoc | rg", "LibreOffice | rg"
# They take a tenth of a second or more for each file, or ten milliseconds for each page: measured
# on a few files only.
SLOW = (PANDOC, LIBREOFFICE, "pdfplumber", "pypdf")
# By what stands in the name of a pipe, the program that it needs.
PDFTOTEXT = {"pdftotext | rg": 'pdftotext -enc UTF-8 -q "$0" -'}
BSDTAR = {"bsdtar | rg": 'bsdtar -xOf "$0"'}
OPEN_DOCUMENT = {"unzip | rg": 'unzip -p "$0" content.xml'}
SORTS = {
    "docx": Sort(
        {
            "unzip | rg": 'unzip -p "$0" "word/*.xml"',
            PANDOC: 'pandoc -f docx -t plain --wrap=none "$0"',
        },
        {"python-docx": "docx"},
        "txt:Text",
    ),
    "xlsx": Sort({"unzip | rg": 'unzip -p "$0" "xl/*.xml"'}, {"openpyxl": "xlsx"}, "csv"),
    "pptx": Sort({"unzip | rg": 'unzip -p "$0" "ppt/slides/*.xml"'}, {"python-pptx": "pptx"}),
    "odt": Sort(
        {**OPEN_DOCUMENT, PANDOC: 'pandoc -f odt -t plain --wrap=none "$0"'},
        {"odfpy": "odf"},
        "txt:Text",
    ),
    "ods": Sort(OPEN_DOCUMENT, {"odfpy": "odf"}, "csv"),
    "odp": Sort(OPEN_DOCUMENT, {"odfpy": "odf"}),
    "pdf": Sort(PDFTOTEXT, {"pdfplumber": "pdfplumber", "pypdf": "pypdf"}),
    "writer.pdf": Sort(PDFTOTEXT, {"pdfplumber": "pdfplumber", "pypdf": "pypdf"}),
    "doc": Sort(
        {"catdoc | rg": 'catdoc -d utf-8 -w "$0"', "antiword | rg": 'antiword -w 0 "$0"'},
        office="txt:Text",
    ),
    "xls": Sort({"xls2csv | rg": 'xls2csv -d utf-8 "$0"'}, {"xlrd": "xls"}, "csv"),
    "ppt": Sort({"catppt | rg": 'catppt -d utf-8 "$0"'}),
    "eml": Sort(libraries={"email": "eml"}, plain=()),
    "mbox": Sort(libraries={"mailbox": "mbox"}, plain=()),
    "msg": Sort(libraries={"extract-msg": "msg"}),
    "rtf": Sort(
        {
            "unrtf | rg": 'unrtf --text --nopict "$0" 2>/dev/null',
            PANDOC: 'pandoc -f rtf -t plain --wrap=none "$0"',
        },
        {"striprtf": "rtf"},
        "txt:Text",
    ),
    "html": Sort({PANDOC: 'pandoc -f html -t plain --wrap=none "$0"'}, plain=()),
    "zip": Sort({"unzip | rg": 'unzip -p "$0"', **BSDTAR}, {"zipfile": "zip"}),
    "tar.gz": Sort(BSDTAR, {"tarfile": "tar"}, plain=("-z",)),
    "7z": Sort({**BSDTAR, "7z | rg": '7z e -so -bd "$0"'}),
    "xz": Sort({"xz | rg": 'xz -dc "$0"'}, plain=("-z",)),
    "sqlite": Sort({"sqlite3 .dump | rg": 'sqlite3 "$0" .dump'}, {"sqlite3": "sqlite"}),
}
MODULES = {
    "python-docx": "docx",
    "python-pptx": "pptx",
    "odfpy": "odf",
    "extract-msg": "extract_msg",
}


def peers(format: str, folder: Path) -> tuple[list[Program], list[str]]:
    """The peers of a format that can run here, and the names of those that are not installed."""
    sort, found, missing = SORTS[format], [], []
    if shutil.which("rg") is None:
        missing.append("ripgrep")
    else:
        if sort.plain is not None:
            name = " ".join(["rg", *sort.plain])
            command = [*RIPGREP, "-j1", "--no-ignore", "--hidden", *sort.plain]
            found.append(Program(name, command, "matches", True, statuses=(0, 1)))
        for name, pipe in sort.pipes.items():
            if shutil.which(name.split()[0]) is None:
                missing.append(name)
            else:
                script = f'find "$1" -type f -print0 | xargs -0 -n1 sh -c {_quoted(pipe)}'
                found.append(_shell(name, script))
        if sort.office and shutil.which("soffice") is None:
            missing.append(LIBREOFFICE)
        elif sort.office:
            found.append(_shell(LIBREOFFICE, _office(sort.office, folder)))
    for name, function in sort.libraries.items():
        if not _has_library(MODULES.get(name, name)):
            missing.append(name)
        else:
            found.append(Program(name, [PYTHON, SCRIPT, function], "matches", True))
    return found, missing


def _quoted(pipe: str) -> str:
    """ripgrep ends with status 1 where nothing matches, at which xargs would."""
    return shlex.quote(f"{pipe} | {shlex.join(RIPGREP)} -; true")


def _office(target: str, folder: Path) -> str:
    """One start for all files, with a profile that the first run fills."""
    out = shlex.quote(str(folder / "converted"))
    profile = shlex.quote(f"-env:UserInstallation=file://{folder}/office")
    return (
        f'rm -rf {out}; find "$1" -type f -print0 | xargs -0 soffice {profile} --headless '
        f"--convert-to {target} --outdir {out} >/dev/null; "
        f"{shlex.join(RIPGREP)} --no-ignore {out}; true"
    )


def _shell(name: str, script: str) -> Program:
    return Program(name, ["sh", "-c", script, "sh"], "matches", True)


def _has_library(module: str) -> bool:
    if not PYTHON.exists():
        return False
    run = subprocess.run([PYTHON, "-c", f"import {module}"], stderr=subprocess.DEVNULL, check=False)
    return run.returncode == 0
