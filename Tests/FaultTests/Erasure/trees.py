#!/usr/bin/env python3
"""Plans and carries out deletions in random trees, well or badly, and checks what is said of them.

    trees.py TREES SEED     with $VINDPLAATS, in an empty folder

verify-after must never pass while a planted value can be read in the scope, and must pass where the
plan was carried out to the letter. Ends with status 1 and says why where it does not.
"""

import base64
import gzip
import io
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

BINARY = os.environ["VINDPLAATS"]
TREES, SEED = int(sys.argv[1]), int(sys.argv[2])
CHANCE = random.Random(SEED)
VALUES = ("999990019", "jan.canarievogel@voorbeeld.nl", "J.P. de Canarievogel")
CARD = (
    "reference: A\ncase: Z-1\nfirst: Jan Pieter\nprefix: de\nsurname: Canarievogel\n"
    "bsn: '999990019'\nemail: jan.canarievogel@voorbeeld.nl\n"
)
OTHERS = ("K. Lijster;999999990;k.lijster@voorbeeld.nl", "M. Ekster;999992168;m.ekster@voorbeeld.nl")
HERE = Path.cwd()
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "VINDPLAATS_STORE": "none",
    "VINDPLAATS_KEY": str(HERE / "keys/key"), "VINDPLAATS_AUDIT": str(HERE / "log/audit.ndjson"),
}


def passage(value: str | None) -> str:
    if value is None:
        return "Vergadering over de begroting.\n"
    label = "BSN: " if value.isdigit() else "Betreft "
    return f"Verslag.\n{label}{value}.\nEinde.\n"


def text(value: str | None) -> bytes:
    return passage(value).encode()


def utf16(value: str | None) -> bytes:
    return b"\xff\xfe" + passage(value).encode("utf-16-le")


def export(value: str | None) -> bytes:
    rows = ["naam;bsn;mail", *OTHERS]
    if value:
        cells = ["", "", ""]
        cells[1 if value.isdigit() else 2 if "@" in value else 0] = value
        rows.insert(CHANCE.randint(1, 3), ";".join(cells))
    return ("\n".join(rows) + "\n").encode()


def archive(value: str | None) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("lijst.txt", text(None))
        if value:
            file.writestr("map/brief.txt", text(value))
    return data.getvalue()


def mailbox(value: str | None) -> bytes:
    messages = [("k.lijster@voorbeeld.nl", passage(None))]
    if value:
        coded = base64.b64encode(text(value)).decode()
        messages.append(("balie@voorbeeld.nl", coded))
    return "".join(
        f"From {sender} Mon May  4 10:00:00 2026\nFrom: {sender}\nSubject: Verslag\n"
        f"Content-Type: text/plain; charset=utf-8\n"
        + (f"Content-Transfer-Encoding: base64\n" if number else "")
        + f"\n{body}\n\n"
        for number, (sender, body) in enumerate(messages)
    ).encode()


SORTS = {".txt": text, ".log": utf16, ".csv": export, ".zip": archive, ".mbox": mailbox}
SORTS[".gz"] = lambda value: gzip.compress(text(value), mtime=0)


def main() -> None:
    (HERE / "kaart.yaml").write_text(CARD)
    os.chmod(HERE / "kaart.yaml", 0o600)
    passed = 0
    for number in range(TREES):
        for name in ("share", "weg"):
            shutil.rmtree(HERE / name, ignore_errors=True)
        (HERE / "plan.yaml").unlink(missing_ok=True)
        passed += tree(number)
    check(0 < passed < TREES, f"{passed} of {TREES} passed: one sort of tree was never made")
    check(run("audit", "verify")[0] == 0, "the audit log is damaged")
    print(f"{passed} of {TREES} passed")


def tree(number: int) -> bool:
    files = plant()
    status, output = run(
        "erase", "plan", "share", "--subject", "kaart.yaml", "--out", "plan.yaml", "--lang", "en"
    )
    check(status == 0, f"tree {number}: plan ended with {status}: {output}")
    decisions = decide(files)
    status, output = run("erase", "verify-before", "plan.yaml", "--lang", "en")
    check(status == 0, f"tree {number}: verify-before ended with {status}: {output}")
    mistakes = carry_out(files, decisions) if number % 3 else carry_out(files, decisions, 0)
    left = readable(decisions)
    status, output = run("erase", "verify-after", "plan.yaml", "--lang", "en")
    check(status in (0, 1, 3), f"tree {number}: verify-after ended with {status}: {output}")
    check(not (status == 0 and left), f"tree {number}: passed while {left} can be read ({mistakes})")
    check(status == 0 or mistakes, f"tree {number}: no mistake was made: {output}")
    return status == 0


def plant() -> dict[Path, str | None]:
    """Writes a tree; returns its files with what stands in them of the person."""
    files: dict[Path, str | None] = {}
    folders = [Path("share"), *(Path("share") / f"map {n}" for n in range(CHANCE.randint(1, 4)))]
    folders.append(folders[-1] / "dieper")
    for number in range(CHANCE.randint(4, 14)):
        ending = CHANCE.choice(list(SORTS))
        value = CHANCE.choice([None, None, *VALUES])
        path = CHANCE.choice(folders) / f"bestand {number}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SORTS[ending](value))
        files[path] = value
    if all(value is None for value in files.values()):
        path = Path("share") / "zeker.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text(VALUES[0]))
        files[path] = VALUES[0]
    return files


def decide(files: dict[Path, str | None]) -> dict[Path, str]:
    """Fills in the plan; what it does not have was not found, though it was planted."""
    parts = re.split(r"(?=\n- item: )", (HERE / "plan.yaml").read_text())
    decisions: dict[Path, str] = {}
    for number, part in enumerate(parts):
        if not (match := re.search(r'\n  path: "([^"]*)"', part)) or not part.startswith("\n- item"):
            continue
        path = Path(match[1]).relative_to(HERE)
        choices = ["delete", "delete", "keep"] + ["passages"] * 2 * (path.suffix in (".csv", ".zip", ".mbox"))
        decisions[path] = CHANCE.choice(choices)
        ground = " procedure" if decisions[path] == "keep" else ""
        part = part.replace("\n  decision:\n", f"\n  decision: {decisions[path]}\n", 1)
        parts[number] = part.replace("\n  ground:\n", f"\n  ground:{ground}\n", 1)
    planted = {path for path, value in files.items() if value}
    check(planted == set(decisions), f"planted {planted}, planned {set(decisions)}")
    (HERE / "plan.yaml").write_text("".join(parts))
    return decisions


def carry_out(
    files: dict[Path, str | None], decisions: dict[Path, str], mistakes: int | None = None
) -> list[str]:
    """Does what was decided, and some things wrong; returns these."""
    made: list[str] = []
    rate = 0.25 if mistakes is None else 0
    Path("weg").mkdir()
    for path, decision in decisions.items():
        is_wrong = CHANCE.random() < rate
        if decision == "keep":
            if is_wrong:
                path.write_bytes(path.read_bytes() + b"\n")
                made.append(f"{path} changed")
        elif is_wrong:
            made.append(mistake(path, files[path]))
        elif decision == "delete":
            path.rename(Path("weg") / f"{len(list(Path('weg').iterdir()))}")
        else:
            path.write_bytes(SORTS[path.suffix](None))
    if CHANCE.random() < rate:
        ending = CHANCE.choice(list(SORTS))
        (Path("share") / f"nieuw{ending}").write_bytes(SORTS[ending](CHANCE.choice(VALUES)))
        made.append("a new file")
    return made


def mistake(path: Path, value: str) -> str:
    """Leaves a file as it is, somewhere else, or under another form."""
    sort = CHANCE.choice(["left", "moved", "copied", "packed", "appended"])
    data = path.read_bytes()
    if sort == "moved":
        path.rename(path.with_name("verplaatst.dat"))
    elif sort == "copied":
        path.unlink()
        (Path("share") / "kopie").write_bytes(data)
    elif sort == "packed":
        path.unlink()
        with zipfile.ZipFile(Path("share") / f"{path.stem} pak.zip", "a") as file:
            file.writestr(path.name, data)
    elif sort == "appended":
        path.write_bytes(text(value) + b"Nog iets.\n")
    return f"{path} {sort}"


def readable(decisions: dict[Path, str]) -> list[str]:
    """Files outside the kept ones in which a value can be read, as this script reads them."""
    kept = {path for path, decision in decisions.items() if decision == "keep"}
    return [
        str(path)
        for path in sorted(Path("share").rglob("*"))
        if path.is_file() and path not in kept and holds(path.read_bytes())
    ]


def holds(data: bytes) -> bool:
    if data.startswith(b"\x1f\x8b"):
        return holds(gzip.decompress(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return any(holds(file.read(name)) for name in file.namelist())
    forms = [data.decode("utf-16-le", "ignore"), data.decode("latin-1")]
    if b"base64" in data:
        forms += [base64.b64decode(line).decode("latin-1") for line in re.findall(rb"^[\w+/=]{40,}$", data, re.M)]
    return any(value in form for value in VALUES for form in forms)


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [BINARY, *arguments], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout.decode()


def check(is_so: bool, complaint: str) -> None:
    if not is_so:
        sys.exit(f"seed {SEED}: {complaint}")


if __name__ == "__main__":
    main()
