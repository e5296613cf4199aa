"""Pictures with text in their metadata, by Pillow and exiftool."""

import subprocess
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from .plants import Document, Documents

METADATA = "metadata"


def picture() -> Image.Image:
    return Image.new("RGB", (24, 16), (200, 180, 120))


def described(document: Document, *tags: str) -> None:
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, document.path], check=True)


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def canon(path: Path) -> None:
    """The boxes of a picture of a Canon camera, without the picture."""
    # A directory of TIFF with the size alone.
    directory = bytes.fromhex("49492a0008000000 0200 0001040001000000 18000000 0101040001000000"
                              "10000000 00000000")
    parts = box(b"CNCV", b"CanonCR3_001/00.09.00/00.00.00") + b"".join(
        box(name, directory) for name in (b"CMT1", b"CMT2", b"CMT4"))
    own = box(b"uuid", bytes.fromhex("85c0b687820f11e08111f4ce462b6a48") + parts)
    path.write_bytes(box(b"ftyp", b"crx \0\0\0\1crx isom") + box(b"moov", own + box(b"mvhd", bytes(100)))
                     + box(b"mdat", bytes(8)))


def make(documents: Documents) -> None:
    people = documents.people
    for extension in ("jpg", "tiff", "webp", "png", "cr3"):
        document = documents.new(f"{extension}/foto.{extension}")
        if extension == "cr3":
            canon(document.path)
        else:
            picture().save(document.path)
        exif = document.plant(METADATA, "bsn", people[0].bsn)
        author = document.plant(METADATA, "email", people[1].email)
        xmp = document.plant(METADATA, "iban", people[2].iban)
        tags = [f"-EXIF:ImageDescription=BSN {exif}", f"-EXIF:Artist={author}",
                f"-XMP-dc:Description=IBAN {xmp}"]
        if extension in ("jpg", "tiff"):
            caption = document.plant(METADATA, "bsn", people[3].bsn)
            tags.append(f"-IPTC:Caption-Abstract=BSN {caption}")
        comment = document.plant(METADATA, "bsn", people[4].bsn)
        title = document.plant(METADATA, "bsn", people[10].bsn)
        tags += [f"-EXIF:UserComment=één BSN {comment}", f"-EXIF:XPTitle=BSN {title}"]
        described(document, *tags)
    document = documents.new("png/tekst.png")
    info = PngInfo()
    info.add_text("Description", f"BSN {document.plant(METADATA, 'bsn', people[5].bsn)}")
    info.add_text("Comment", f"IBAN {document.plant(METADATA, 'iban', people[6].iban)}", zip=True)
    info.add_itxt("Author", document.plant(METADATA, "email", people[7].email), zip=True)
    picture().save(document.path, pnginfo=info)
    document = documents.new("jpg/commentaar.jpg")
    picture().save(document.path,
                   comment=f"BSN {document.plant(METADATA, 'bsn', people[8].bsn)}".encode())
    document = documents.new("gif/commentaar.gif")
    picture().save(document.path,
                   comment=f"BSN {document.plant(METADATA, 'bsn', people[9].bsn)}".encode())
