"""Formats that Python cannot write: made once by other programs, and committed with their truth.

LibreOffice makes them of documents of ours, Aspose.Email FOSS the messages of Outlook; 7-Zip, zstd,
lz4 and cpio pack what lies in archives.
"""

import gzip
import io
import json
import random
import shutil
import subprocess
import tempfile
import zlib
from pathlib import Path

from maker.office import profile

from . import containers, mails, office, opendocument, plain
from .cast import Cast
from .scenes import Scenes
from .tree import File

# No part is told where the program lays the text out anew.
CONVERSIONS = (
    ("doc", "docx", office.docx, "doc:MS Word 97", 8),
    ("xls", "xlsx", office.xlsx, "xls:MS Excel 97", 8),
    ("ppt", "fodp", opendocument.flat("presentation"), "ppt:MS PowerPoint 97", 3),
    ("pdf", "fodt", opendocument.flat("text"), "pdf:writer_pdf_Export", 6),
    ("docx", "fodt", opendocument.flat("text"), "docx:MS Word 2007 XML", 4),
    ("xlsx", "fods", opendocument.flat("spreadsheet"), "xlsx:Calc MS Excel 2007 XML", 4),
    ("rtf", "fodt", opendocument.flat("text"), "rtf:Rich Text Format", 2),
    ("odt", "docx", office.docx, "odt:writer8", 2),
    ("html", "fodt", opendocument.flat("text"), "html:HTML (StarWriter)", 2),
)
# What a page that is printed does not show.
NOT_PRINTED = ("comments", "properties", "deleted text")
ARCHIVES = (("7z", 4), ("zst", 2), ("lz4", 2), ("cpio", 2))
LIMIT = 30_000


def truth(folder: Path) -> list[dict]:
    path = folder / "truth.ndjson"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(cast: Cast, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    rows: list[dict] = []
    with tempfile.TemporaryDirectory() as scratch:
        for ending, of, make, filter_name, count in CONVERSIONS:
            rows += converted(cast, folder, Path(scratch), ending, of, make, filter_name, count)
        for number in range(6):
            rows += outlook(cast, folder, number)
        for kind, count in ARCHIVES:
            for number in range(count):
                rows += archive(cast, folder, Path(scratch), kind, number)
    with open(folder / "truth.ndjson", "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def drawn(name: str) -> random.Random:
    return random.Random(zlib.crc32(f"foreign/{name}".encode()))


def converted(cast, folder, scratch, ending, of, make, filter_name, count) -> list[dict]:
    """Documents of ours as LibreOffice saves them, all in one run; those that are too large are left out."""
    given, saved = scratch / f"from-{ending}", scratch / f"to-{ending}"
    given.mkdir()
    made: dict[str, list[dict]] = {}
    for number in range(2 * count):
        stem, rows = f"{ending}-{number}", []
        source = drawn(stem)
        content = make(
            File(f"{stem}.{ending}", f"foreign {ending}", rows),
            Scenes(cast, source),
            source,
            "utf-8",
        )
        (given / f"{stem}.{of}").write_bytes(content)
        made[stem] = rows
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile(scratch)}",
            "--headless",
            "--norestore",
            "--convert-to",
            filter_name,
            "--outdir",
            saved,
            *sorted(given.iterdir()),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    kept: list[dict] = []
    for stem, rows in made.items():
        path = saved / f"{stem}.{ending}"
        if not path.exists():
            continue
        content = path.read_bytes()
        if ending == "ppt":
            # Nearly empty, but large.
            packed = io.BytesIO()
            with gzip.GzipFile(path.name, "wb", fileobj=packed, mtime=0) as stream:
                stream.write(content)
            content = packed.getvalue()
            rows = [{**row, "file": row["file"] + ".gz", "document": path.name} for row in rows]
        if count == 0 or not rows or len(content) > LIMIT:
            continue
        count -= 1
        (folder / rows[0]["file"]).write_bytes(content)
        if ending in ("pdf", "html"):
            rows = [row for row in rows if row["part"] not in NOT_PRINTED]
        kept += [{**row, "part": None} for row in rows]
    return kept


def outlook(cast: Cast, folder: Path, number: int) -> list[dict]:
    from aspose.email_foss import msg

    name = f"msg-{number}.msg"
    source = drawn(name)
    scenes, rows = Scenes(cast, source), []
    file = File(name, "foreign msg", rows)
    title, body, (receiver, address) = mails.letter(file, scenes)
    mail = msg.MapiMessage.create(title, body, unicode_strings=True)
    mail.set_property(msg.PropertyId.SENDER_NAME, "Afdeling")
    mail.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "afdeling@example.org")
    mail.add_recipient(address, display_name=receiver)
    if number % 2:
        inner = file.member("lijst.csv")
        mail.add_attachment("lijst.csv", plain.comma_separated(inner, scenes, source, "utf-8"))
    mail.save(str(folder / name))
    return rows


def archive(cast: Cast, folder: Path, scratch: Path, kind: str, number: int) -> list[dict]:
    name = f"{kind}-{number}.{kind}"
    source = drawn(name)
    scenes, rows = Scenes(cast, source), []
    file = File(name, f"foreign {kind}", rows)
    target = (folder / name).resolve()
    inside = scratch / name
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir()
    if kind in ("zst", "lz4"):
        (inside / "brief.txt").write_bytes(plain.txt(file.member(""), scenes, source, "utf-8"))
        flags = ["-q", "-f", "brief.txt"] + (["-o", target] if kind == "zst" else [target])
        subprocess.run([{"zst": "zstd", "lz4": "lz4"}[kind], *flags], cwd=inside, check=True)
        return rows
    names = []
    for member, content in containers.members(file, scenes, source, source.randint(2, 3)):
        (inside / member).parent.mkdir(parents=True, exist_ok=True)
        (inside / member).write_bytes(content)
        names.append(member)
    if kind == "7z":
        subprocess.run(
            ["7z", "a", "-bd", "-y", target, *names],
            cwd=inside,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    else:
        with open(target, "wb") as out:
            subprocess.run(
                ["cpio", "-o", "-H", "newc", "--quiet"],
                input="\n".join(names).encode(),
                cwd=inside,
                stdout=out,
                check=True,
            )
    return rows
