"""Archives in each other, disc images, compressed and signed files."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
from pathlib import Path

from . import cms, iso, lzw, mails, office, opendocument, pages, plain, rar, zipcrypto
from .marks import unmarked
from .scenes import Scenes
from .tree import File

PASSWORDS = Path(__file__).with_name("passwords.txt")
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


def under_password(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    password = source.choice(PASSWORDS.read_bytes().split())
    return zipcrypto.archive(members(file, scenes, source, source.randint(1, 3)), password, source)


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


def disc(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    entries = members(file, scenes, source, source.randint(1, 5))
    return iso.image(entries, source.random() < 0.5)


def signed(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A document within a signature, where it has no name."""
    _, write = source.choice(MEMBERS[:5])
    content = write(file.member("content"), scenes, source, "utf-8")
    return cms.signed(content, source.random() < 0.5)


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
        if kind == "lzma":
            return lzma.compress(content, lzma.FORMAT_ALONE)
        return {"bz2": bz2.compress, "xz": lzma.compress, "Z": lzw.compressed}[kind](content)

    return write
