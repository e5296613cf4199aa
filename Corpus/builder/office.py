"""The smallest valid files of office formats, byte for byte the same on every run."""

import io
import random
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

MOMENT = (2024, 6, 3, 9, 0, 0)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(members: dict[str, str | bytes]) -> bytes:
    """A zip of `members` with a fixed time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)
    return buffer.getvalue()


def encrypted_archive(name: str) -> bytes:
    """A zip whose one member is flagged as encrypted; its content is noise."""
    noise = random.Random("encrypted").randbytes(412)
    moment = (2024 - 1980) << 25 | 6 << 21 | 3 << 16 | 9 << 11
    common = struct.pack(
        "<HHHIIIIHH", 20, 1, 0, moment, zlib.crc32(noise), len(noise), len(noise) - 12, len(name), 0
    )
    local = b"PK\x03\x04" + common + name.encode() + noise
    central = (
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + common
        + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        + name.encode()
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _package(main: str, content_type: str, parts: dict[str, str]) -> bytes:
    overrides = f'<Override PartName="/{main}" ContentType="{content_type}"/>'
    if "xl/worksheets/sheet1.xml" in parts:
        overrides += (
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
    types = (
        f'{XML}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{overrides}</Types>'
    )
    relations = (
        f'{XML}<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'
    )
    return archive({"[Content_Types].xml": types, "_rels/.rels": relations, **parts})


def docx(paragraphs: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    document = (
        f'{XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return _package(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        {"word/document.xml": document},
    )


def xlsx(rows: list[list[str]]) -> bytes:
    """One sheet of inline strings."""
    lines = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{"ABCDEF"[i]}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for i, text in enumerate(row)
        )
        lines += f'<row r="{number}">{cells}</row>'
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return _package(
        "xl/workbook.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        {
            "xl/workbook.xml": f'{XML}<workbook {namespace} xmlns:r="{OFFICE}"><sheets><sheet name="Blad1" sheetId="1" '
            'r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"{XML}<worksheet {namespace}><sheetData>{lines}</sheetData></worksheet>",
        },
    )


def pdf(lines: list[str]) -> bytes:
    """One page, one compressed content stream, the standard font Helvetica in WinAnsi."""

    def literal(text: str) -> bytes:
        return (
            text.encode("cp1252")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )

    text = (
        b"BT /F1 11 Tf 60 780 Td 16 TL "
        + b" ".join(b"(" + literal(line) + b") Tj T*" for line in lines)
        + b" ET"
    )
    stream = zlib.compress(text, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % offset for offset in offsets
    )
    return out + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def png() -> bytes:
    """A grey picture of 64 by 40 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(b"\0" + bytes((x * 3 + y * 2) % 200 for x in range(64)) for y in range(40))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 40, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
