"""Archives in each other, compressed files and databases."""

import bz2
import datetime
import gzip
import io
import lzma
import random
import sqlite3
import tarfile
import tempfile
import zipfile
from pathlib import Path

from . import dbase, jet, mails, office, opendocument, pages, plain, rar
from .dates import serial
from .marks import unmarked
from .plain import key
from .scenes import Scenes
from .tree import File

MOMENT = (2024, 6, 3, 9, 0, 0)
MEMBERS = (
    ("brief.docx", office.docx),
    ("lijst.xlsx", office.xlsx),
    ("verslag.odt", opendocument.open_document("text")),
    ("notitie.txt", plain.txt),
    ("export.csv", plain.comma_separated),
    ("scan.pdf", pages.pdf),
    ("bericht.eml", mails.single),
    ("gegevens.json", plain.json_document),
    ("kaart.vcf", plain.cards),
    ("pagina.html", plain.webpage),
    ("dossier.xml", plain.xml),
)


def members(
    file: File, scenes: Scenes, source: random.Random, count: int
) -> list[tuple[str, bytes]]:
    """Names and contents; the names of some say whom they are about."""
    made = []
    for number, (name, write) in enumerate(source.sample(MEMBERS, count), 1):
        folder = source.choice(("", "", "map/", "Sociaal Domein/2023/"))
        inner = scenes
        if write in (pages.pdf,):
            inner = Scenes(scenes.cast, source, "cp1252")
        if source.random() < 0.2:
            person = scenes.focus() or scenes.bystander(None)
            marked = scenes.forms.name(person, ("initials", "first", "sorted", "joined"))
            stem, _, ending = name.rpartition(".")
            # What the name says is noted once the member is known by it.
            shown = unmarked(f"{folder}{stem} {marked}.{ending}")
            target = file.member(shown)
            target.take(marked, ("section", "path"))
        else:
            shown = folder + name
            target = file.member(shown)
        made.append((shown, write(target, inner, source, "utf-8")))
    return made


def zipped(entries: list[tuple[str, bytes]], source: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = source.choice(
                (
                    zipfile.ZIP_DEFLATED,
                    zipfile.ZIP_DEFLATED,
                    zipfile.ZIP_STORED,
                    zipfile.ZIP_BZIP2,
                    zipfile.ZIP_LZMA,
                )
            )
            archive.writestr(entry, content)
    return out.getvalue()


def tarred(entries: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in entries:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(content), 1717398000
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zip_archive(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return zipped(members(file, scenes, source, source.randint(1, 5)), source)


def nested(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A zip in a zip or a tar in it, and beside it a file."""
    deep = (
        file.within(("member", "buiten.tar"), ("member", "binnen.zip"))
        if source.random() < 0.5
        else None
    )
    if deep:
        inner = zipped(members(deep, scenes, source, source.randint(1, 3)), source)
        middle = ("buiten.tar", tarred([("binnen.zip", inner)]))
    else:
        inner = file.member("archief/2023.zip")
        middle = (
            "archief/2023.zip",
            zipped(members(inner, scenes, source, source.randint(1, 3)), source),
        )
    return zipped([middle, *members(file, scenes, source, 1)], source)


def tar_archive(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return tarred(members(file, scenes, source, source.randint(1, 4)))


def tar_gz(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return gzip.compress(tarred(members(file, scenes, source, source.randint(1, 4))), mtime=0)


def tar_xz(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return lzma.compress(tarred(members(file, scenes, source, source.randint(1, 4))))


def rar_archive(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    write = source.choice((rar.rar5, rar.rar5, rar.rar4))
    return write(members(file, scenes, source, source.randint(1, 5)))


def compressed(kind: str):
    def write(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        name, make = source.choice(
            (
                ("brief.txt", plain.txt),
                ("export.csv", plain.comma_separated),
                ("data.json", plain.json_lines),
            )
        )
        inner = file.member(name if kind == "gz" else "")
        content = make(inner, scenes, source, "utf-8")
        if kind == "gz":
            out = io.BytesIO()
            with gzip.GzipFile(name, "wb", fileobj=out, mtime=0) as stream:
                stream.write(content)
            return out.getvalue()
        return bz2.compress(content) if kind == "bz2" else lzma.compress(content)

    return write


def tables(file: File, scenes: Scenes, source: random.Random):
    """Names, columns with their kinds, and rows, which are numbered from 1."""
    for table in ("clienten", "afspraken")[: source.choice((1, 1, 2))]:
        listing = scenes.listing(numbers=True)
        names = [key(c) for c in listing.columns]
        names = [f"{n}_{i}" if n in names[:i] else n for i, n in enumerate(names)]
        rows = [
            [file.take(cell, ("table", table), record=number) for cell in row]
            for number, row in enumerate(listing.rows, 1)
        ]
        yield table, list(zip(names, listing.kinds)), rows
    rows = []
    for number in range(1, source.randint(1, 5) + 1):
        text = scenes.about(scenes.focus() or scenes.bystander(None))
        rows.append([str(number), file.take(text, ("table", "notities"), record=number)])
    yield "notities", [("id", "id"), ("tekst", "note")], rows


def sqlite(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    types = {"bsn": "INTEGER", "amount": "INTEGER", "id": "INTEGER PRIMARY KEY"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.db"
        database = sqlite3.connect(path)
        for table, columns, rows in tables(file, scenes, source):
            wanted = ", ".join(f"{name} {types.get(kind, 'TEXT')}" for name, kind in columns)
            database.execute(f"CREATE TABLE {table} ({wanted})")
            for row in rows:
                values = [int(c) if k in ("bsn", "id") else c for c, (_, k) in zip(row, columns)]
                database.execute(
                    f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values
                )
        database.commit()
        database.close()
        return path.read_bytes()


def dbase_table(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Texts, and dates in columns of their kind, wherever all of a column fit it."""
    listing = scenes.listing(numbers=True)
    rows = [
        [file.take(cell, record=number) for cell in row]
        for number, row in enumerate(listing.rows, 1)
    ]
    cells, columns = list(zip(*rows)), []
    for index, (name, kind) in enumerate(zip(listing.columns, listing.kinds)):
        days = [serial(text) for text in cells[index]] if kind == "born" else [None]
        columns.append((key(name), "C" if None in days else "D"))
        if None not in days:
            cells[index] = [(jet.DATE_EPOCH + datetime.timedelta(days=day)).date() for day in days]
    return dbase.table(columns, [list(row) for row in zip(*cells)], encoding)


def access(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Numbers, dates and long texts in columns of their kind, wherever all of a column fit it."""
    types = {"bsn": jet.LONG, "amount": jet.LONG, "id": jet.LONG, "note": jet.MEMO}
    made = []
    for table, columns, rows in tables(file, scenes, source):
        cells, given = list(zip(*rows)), []
        for index, (name, kind) in enumerate(columns):
            days = [serial(text) for text in cells[index]] if kind == "born" else [None]
            if None not in days:
                given.append((name, jet.DATE))
                cells[index] = [jet.DATE_EPOCH + datetime.timedelta(days=day) for day in days]
                continue
            given.append((name, types.get(kind, jet.TEXT)))
            if given[-1][1] == jet.LONG:
                cells[index] = [int(text) for text in cells[index]]
        made.append(jet.Table(table, given, [list(row) for row in zip(*cells)]))
    return jet.database(made)
