"""Archives of texts and tables, compressed tables, and databases."""

import io
import lzma
import sqlite3
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from document_texts import Texts

MEMBER = 4 << 10


def members(texts: Texts, byte_count: int) -> list[tuple[str, bytes]]:
    """Name and content: texts, and tables in turn."""
    made, length = [], 0
    while length < byte_count:
        if len(made) % 2:
            content = "\n".join(";".join(row) for row in texts.rows(MEMBER))
        else:
            content = "\n\n".join(texts.paragraphs(MEMBER))
        ending = "csv" if len(made) % 2 else "txt"
        made.append((f"map {len(made) // 9}/stuk {len(made)}.{ending}", content.encode()))
        length += len(made[-1][1])
    return made


def write_zip(path: Path, texts: Texts, byte_count: int) -> dict:
    made = members(texts, byte_count)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return unpacked(made)


def write_tar(path: Path, texts: Texts, byte_count: int) -> dict:
    made = members(texts, byte_count)
    with tarfile.open(path, "w:gz") as archive:
        for name, content in made:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return unpacked(made)


def write_7z(path: Path, texts: Texts, byte_count: int) -> dict:
    made = members(texts, byte_count)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in made:
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        command = ["7z", "a", "-bd", "-mmt1", path.absolute(), "."]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return unpacked(made)


def write_xz(path: Path, texts: Texts, byte_count: int) -> dict:
    content = "\n".join(";".join(row) for row in texts.rows(byte_count)).encode()
    path.write_bytes(lzma.compress(content))
    return {"unpacked": len(content)}


def write_sqlite(path: Path, texts: Texts, byte_count: int) -> None:
    header, *rows = texts.rows(byte_count)
    # Two headers can be equal; the names of columns cannot.
    names = [
        f'"{name}"' if header.index(name) == i else f'"{name} {i}"' for i, name in enumerate(header)
    ]
    with sqlite3.connect(path) as database:
        database.execute(f"create table export ({', '.join(names)})")
        marks = ", ".join("?" for _ in names)
        database.executemany(
            f"insert into export values ({marks})", ([c or None for c in row] for row in rows)
        )
    database.close()


def unpacked(made: list[tuple[str, bytes]]) -> dict:
    return {"unpacked": sum(len(content) for _, content in made)}


WRITERS = {
    "zip": write_zip,
    "tar.gz": write_tar,
    "7z": write_7z,
    "xz": write_xz,
    "sqlite": write_sqlite,
}
