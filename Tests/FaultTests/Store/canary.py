#!/usr/bin/env python3
"""Searches every byte that the program writes for values that stand in what it scans.

    canary.py     with $VINDPLAATS, in an empty folder

Ends with status 1 and says where a value stands, if one does.
"""

import base64
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

BINARY = os.environ["VINDPLAATS"]
BSN, IBAN, MAIL = "999992168", "NL91ABNA0417164300", "kanarie.vogelaar@voorbeeld.nl"
NAME, STREET, POSTCODE, PHONE = "Kanarinus Vogelaar", "Kooikerdreef 273", "9876 XZ", "0612345678"
IN_PATH = "999999990"
HERE = Path.cwd()
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "HOME": str(HERE / "home"),
    "TMPDIR": str(HERE / "tmp"),
    "XDG_DATA_HOME": str(HERE / "data"),
    "XDG_CONFIG_HOME": str(HERE / "config"),
    "XDG_CACHE_HOME": str(HERE / "cache"),
    "XDG_STATE_HOME": str(HERE / "state"),
}
REPORTS = ("html", "csv", "json", "ndjson")


def main() -> None:
    write_share(HERE / "share")
    for name in ("home", "tmp", "data", "config", "out", "logs"):
        (HERE / name).mkdir()
    before = temporary_files()
    scan("first")
    scan("second")
    hit = set()
    for _ in range(10):
        scan("crashed", during=lambda process: hit.update(crash_workers(process)))
        if hit:
            break
    else:
        sys.exit("no worker was there to crash")
    scan("asked", "--throttle", "2M", "--rescan", during=ask_progress)
    scan("killed", "--throttle", "2M", "--rescan", during=lambda process: process.kill())
    scan("interrupted", "--rescan", "--throttle", "2M", during=interrupt)
    check_found()
    locate()
    erase()
    for faulty in (["--kinds", "nothing"], ["share/nothing"]):
        run([BINARY, "scan", "share", *faulty], "faulty")
    store = HERE / "data/vindplaats/store.sqlite"
    store.write_bytes(b"no store" + store.read_bytes()[8:])
    scan("damaged")
    given = {HERE / "share", HERE / "cards", HERE / "moved"}
    written = [p for p in HERE.rglob("*") if p.is_file() and not given & set(p.parents)]
    written += [path for path in map(Path, temporary_files() - before) if path.exists()]
    for path in written:
        search(path)
    search_paths(written)
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written)} bytes")


def write_share(share: Path) -> None:
    text = (
        f"Naam: {NAME}\nAdres: {STREET}, {POSTCODE} Lindewaard\nBSN: {BSN}\n"
        f"IBAN: {IBAN}\nE-mail: {MAIL}\nTelefoon: {PHONE}\n"
    )
    (share / "map").mkdir(parents=True)
    (share / "brief.txt").write_text(text)
    (share / "utf16.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    (share / "lijst.csv").write_text(
        f"naam;adres;bsn;iban;mail\n{NAME};{STREET};{BSN};{IBAN};{MAIL}\n" * 40
    )
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())
    document = (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>'
    )
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    with zipfile.ZipFile(share / "map/brief.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("word/document.xml", document)
    head = f"From: {MAIL}\nSubject: BSN {BSN}\nContent-Type: text/plain\n\n"
    (share / "lang.eml").write_text(head + "1234567 7654321\n" * 600_000 + text)
    folder = share / f"dossier {IN_PATH}"
    folder.mkdir()
    (folder / "notitie.txt").write_text("Niets.\n")


def locate() -> None:
    """Looks for the person of the share in every way, and for one whose card is wrong."""
    cards = HERE / "cards"
    cards.mkdir(mode=0o700)
    first, surname = NAME.split()
    street, number = STREET.rsplit(" ", 1)
    card = (
        f"{{reference: K, case: Z-1, first: {first}, surname: {surname}, bsn: '{BSN}', iban: {IBAN},"
        f" email: {MAIL}, phone: '{PHONE}', addresses: [{{street: {street}, house-number: {number},"
        f" postcode: {POSTCODE}}}]}}\n"
    )
    (cards / "card.yaml").write_text(card)
    (cards / "wrong.yaml").write_text(card.replace("first:", f"{surname}:"))
    (cards / "broken.yaml").write_text(card + "}\n" + MAIL)
    (cards / "false.yaml").write_text(f"bsn: '{BSN[:-1]}0'\nnaam: {NAME}\nmail: [{MAIL}\n")
    outs = [
        part for sort in ("html", "csv", "ndjson") for part in ("--out", f"{sort}=out/located.{sort}")
    ]
    command = [BINARY, "locate", "--subject", "cards/card.yaml"]
    run([*command, "share", *outs, "--progress", "always", "--reason", "canary"], "located")
    run([*command, *(part.replace("located", "asked") for part in outs)], "located")
    run([*command, "--format", "csv", "--no-store", "share", "--throttle", "2M"], "located",
        during=interrupt)
    run([*command, "share", "--throttle", "2M"], "located", during=lambda process: process.kill())
    for faulty in ("wrong", "broken", "false"):
        run([BINARY, "locate", "--subject", f"cards/{faulty}.yaml", "share"], "located")
    run([BINARY, "audit", "list"], "located")
    for report in ("located", "asked"):
        text = Path(f"out/{report}.ndjson").read_text()
        if "this-person" not in text or '"type":"summary"' not in text:
            sys.exit(f"{report}: the person was not located")


def erase() -> None:
    """Plans a deletion, verifies it wrong and right, moves the files away and verifies that."""
    command = [BINARY, "erase", "plan", "--subject", "cards/card.yaml", "--case", "Z-1", "share"]
    run([*command, "--out", "out/killed.yaml", "--throttle", "2M"], "erased",
        during=lambda process: process.kill())
    run([*command, "--out", "out/plan.yaml"], "erased")
    verify("undecided", "before")
    plan = Path("out/plan.yaml").read_text()
    items = re.split(r"(?m)^- item: ", plan)
    undecided = [item for item in items if "\n  decision:\n" in item]
    Path("out/plan.yaml").write_text(plan.replace("\n  decision:\n", "\n  decision: delete\n"))
    verify("before", "before")
    verify("still-there", "after")
    (HERE / "moved").mkdir()
    for number, item in enumerate(undecided):
        Path(re.search(r'(?m)^  path: "(.*)"$', item)[1]).rename(HERE / f"moved/{number}")
    verify("after", "after")
    run([BINARY, "audit", "verify"], "erased")
    run([BINARY, "audit", "list"], "erased")
    if not undecided or "Verklaring" not in Path("out/after.html").read_text():
        sys.exit("nothing was erased")


def verify(name: str, when: str) -> None:
    outs = [
        part
        for sort in ("html", "json")
        for part in ("--out", f"{sort}=out/{name}.{sort}", "--anonymous", f"{sort}=out/{name}-years.{sort}")
    ]
    run([BINARY, "erase", f"verify-{when}", "out/plan.yaml", "--lang", "nl", *outs], "erased")


def scan(name: str, *more: str, during=None) -> None:
    outs = [part for sort in REPORTS for part in ("--out", f"{sort}=out/{name}.{sort}")]
    # The report for the terminal goes to standard output.
    command = [BINARY, "scan", "share", "--progress", "always", *outs, *more]
    if name == "crashed":
        command.append("--rescan")
    run(command, name, during)


def run(command: list, name: str, during=None) -> None:
    with open(f"logs/{name}.out", "ab") as out, open(f"logs/{name}.err", "ab") as errors:
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=ENVIRONMENT)
        if during:
            during(process)
        process.wait()


def crash_workers(process: subprocess.Popen) -> set[int]:
    """Ends each worker once that is locked in, while it reads."""
    hit = set()
    while process.poll() is None:
        for worker in workers(process.pid) - hit:
            try:
                facts = Path(f"/proc/{worker}/status").read_text()
                if "Seccomp:\t2" in facts:
                    os.kill(worker, signal.SIGSEGV)
                    hit.add(worker)
            except (FileNotFoundError, ProcessLookupError):
                pass
        time.sleep(0.002)
    return hit


def workers(parent: int) -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent and b"document-worker" in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
        except (FileNotFoundError, ProcessLookupError, IndexError):
            pass
    return found


def ask_progress(process: subprocess.Popen) -> None:
    for _ in range(20):
        time.sleep(0.1)
        if process.poll() is None:
            process.send_signal(signal.SIGUSR1)


def interrupt(process: subprocess.Popen) -> None:
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)


def temporary_files() -> set[str]:
    """Files in /tmp itself: other tests make and remove folders there meanwhile."""
    with os.scandir("/tmp") as entries:
        return {entry.path for entry in entries if entry.is_file(follow_symlinks=False)}


def check_found() -> None:
    """What is not found proves nothing."""
    kinds = set(re.findall(r'"type":"finding".*?"kind":"([a-z-]+)"', Path("out/first.ndjson").read_text()))
    if missing := {"bsn", "iban", "email", "name", "address", "phone"} - kinds:
        sys.exit(f"not found: {missing}")


def notations(value: str) -> set[str]:
    plain = re.sub(r"[ .-]", "", value)
    spellings = {value, plain, value.lower(), value.upper(), plain[::-1], value[::-1]}
    if plain.isdigit():
        spellings |= {f"{plain[:4]}.{plain[4:6]}.{plain[6:]}", f"{plain[:3]} {plain[3:6]} {plain[6:]}"}
        spellings.add(f"{plain[:3]}.{plain[3:6]}.{plain[6:]}")
    if plain.startswith("NL"):
        spellings.add(" ".join(plain[n : n + 4] for n in range(0, len(plain), 4)))
    return spellings


def codings(text: str) -> set[bytes]:
    """The bytes of a text, and what stays of them in base64 wherever they begin."""
    found = set()
    for data in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
        found |= {data, data.hex().encode(), data.hex().upper().encode()}
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + data)
            # The first and the last letters depend on what stands around.
            found.add(coded[4 if shift else 0 : len(coded) - 4])
    return {data for data in found if len(data) >= 8}


def forbidden(values: tuple) -> dict[bytes, str]:
    return {
        data: value for value in values for text in notations(value) for data in codings(text)
    }


CONTENT = forbidden((BSN, IBAN, MAIL, NAME, STREET, PHONE))


def search(path: Path) -> None:
    data = path.read_bytes()
    for needle, value in CONTENT.items():
        if (place := data.find(needle)) >= 0:
            sys.exit(f"{path}: {value} at {place}, as {needle!r}")


def search_paths(written: list[Path]) -> None:
    """A value in a path is kept as part of the path, and nowhere else."""
    for path in written:
        data = path.read_bytes()
        for place in re.finditer(IN_PATH.encode(), data):
            if not data[: place.start()].endswith(b"dossier "):
                sys.exit(f"{path}: {IN_PATH} outside a path at {place.start()}")


if __name__ == "__main__":
    main()
