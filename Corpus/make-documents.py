#!/usr/bin/env python3
"""Writes Corpus/documents: made-up people in every format and part, by tools that are not ours.

    python3 Corpus/make-documents.py

The files are committed; nothing else runs this. It needs LibreOffice, 7z, zstd, lz4, cpio, xorriso,
exiftool, sqlite3, PostgreSQL, and of Python: python-docx, openpyxl, XlsxWriter, xlwt, python-pptx,
reportlab, pypdf, pikepdf, Pillow, py7zr, pyzipper, msoffcrypto-tool, EbookLib, lxml.
"""

import importlib
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from maker.plants import Documents  # noqa: E402

HERE = Path(__file__).resolve().parent
FAMILIES = ("letters", "words", "sheets", "slides", "pages", "mails", "archives", "databases",
            "images", "texts")


def main() -> None:
    root = HERE / "documents"
    shutil.rmtree(root, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        documents = Documents(root, Path(scratch))
        for family in FAMILIES:
            importlib.import_module(f"maker.{family}").make(documents)
        (root / "passwords.txt").write_text("geheim\nwelkom01\n")
        documents.write_truth()


if __name__ == "__main__":
    main()
