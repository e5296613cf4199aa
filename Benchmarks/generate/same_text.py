#!/usr/bin/env python3
"""Writes the same short texts as TXT, RTF and DOCX, to compare what reading each costs.

same_text.py OUT COUNT
"""

import io
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

from document_texts import Texts  # noqa: E402

PARAGRAPHS = 3
# Parts of python-docx's template that are twenty times as large as in what Word writes.
HEAVY = ("thumbnail", "styles.xml", "stylesWithEffects.xml")


def main() -> None:
    import docx

    root, count = Path(sys.argv[1]), int(sys.argv[2])
    for name in ("txt", "rtf", "docx"):
        (root / name).mkdir(parents=True)
    empty = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("¤")
    document.save(empty)
    with zipfile.ZipFile(empty) as package:
        others = {
            name: without_heavy(package.read(name).decode())
            for name in package.namelist()
            if not any(part in name for part in HEAVY)
        }
    main_part = others.pop("word/document.xml")
    texts = Texts("benchmark/same-text")
    for number in range(count):
        paragraphs = [texts.prose.sentence() for _ in range(PARAGRAPHS)] + [texts.phrase()]
        (root / "txt" / f"{number}.txt").write_text("\n\n".join(paragraphs) + "\n")
        (root / "rtf" / f"{number}.rtf").write_text(rtf(paragraphs))
        body = main_part.replace("¤", "</w:t></w:r></w:p><w:p><w:r><w:t>".join(paragraphs))
        with zipfile.ZipFile(
            root / "docx" / f"{number}.docx", "w", zipfile.ZIP_DEFLATED
        ) as package:
            package.writestr("word/document.xml", body)
            for name, content in others.items():
                package.writestr(name, content)


def rtf(paragraphs: list[str]) -> str:
    text = "\\par\n".join(paragraphs)
    escaped = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 " + escaped + "}\n"


def without_heavy(part: str) -> str:
    """Without the elements that name a part which is left out."""
    elements = part.split("<")
    return "<".join(e for e in elements if not any(name in e for name in HEAVY))


if __name__ == "__main__":
    main()
