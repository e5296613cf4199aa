"""PDF by hand: standard fonts, compressed streams, text in one piece, with kerning and in hex."""

import random
import zlib

from .scenes import Scenes
from .tree import File, wrapped

ENCODING = "cp1252"


def literal(text: str) -> str:
    out = []
    for byte in text.encode(ENCODING):
        if byte in b"\\()":
            out.append("\\" + chr(byte))
        elif 32 <= byte < 127:
            out.append(chr(byte))
        else:
            out.append(f"\\{byte:03o}")
    return "(" + "".join(out) + ")"


def shown(text: str, source: random.Random) -> str:
    """The operator that shows a line."""
    style = source.choice(("plain", "plain", "kerned", "hex", "words"))
    if style == "hex":
        return f"<{text.encode(ENCODING).hex()}> Tj"
    if style == "kerned" and len(text) > 3:
        points = sorted(source.sample(range(1, len(text)), min(6, len(text) - 1)))
        pieces = [text[a:b] for a, b in zip([0, *points], [*points, len(text)])]
        return "[" + " ".join(f"{literal(p)} {source.randint(-30, 30)}" for p in pieces) + "] TJ"
    if style == "words" and " " in text:
        # The gap takes the place of the space.
        return "[" + " -260 ".join(literal(word) for word in text.split(" ")) + "] TJ"
    return f"{literal(text)} Tj"


def pdf(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    pages: list[str] = []
    operators: list[str] = []
    y = 800

    def finish() -> None:
        nonlocal y
        pages.append("\n".join(operators))
        operators.clear()
        y = 800

    def step() -> tuple[str, int]:
        return ("page", len(pages) + 1)

    def line(text: str, x: int = 56) -> None:
        operators.append(f"BT /F1 10 Tf {x} {y} Td {shown(text, source)} ET")

    for _ in range(source.choice((1, 1, 2))):
        prose, main = scenes.prose()
        line(file.take(prose.header, step()))
        y -= 30
        for label, value in prose.fields:
            line(label, 56)
            line(file.take(value, step()), 180)
            y -= 14
        y -= 10
        for text in prose.paragraphs + prose.footnotes:
            lines = file.take(wrapped(text, 88), step()).split("\n")
            for part in lines:
                line(part)
                y -= 13
            y -= 9
        for row in prose.table:
            for column, cell in enumerate(row):
                line(file.take(cell, step()), 56 + 170 * column)
            y -= 14
        y = 40
        line(file.take(prose.footer, step()))
        finish()
    title = file.take(
        f"{prose.title} {scenes.forms.name(main, ('initials', 'first'))}", ("section", "properties")
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title {literal(title)} /Producer (Lindewaard) >>",
    ]
    kids = []
    for content in pages:
        data = content.encode("latin-1")
        packed = zlib.compress(data) if source.random() < 0.8 else data
        key = "/Filter /FlateDecode " if packed is not data else ""
        stream = f"<< {key}/Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"
        objects.append(stream)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        body = item if isinstance(item, bytes) else item.encode("latin-1")
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R"
        f" >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)
