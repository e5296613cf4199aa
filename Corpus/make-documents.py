#!/usr/bin/env python3
"""Writes Corpus/documents: made-up people in every format and part, by tools that are not ours.

    python3 Corpus/make-documents.py

The files are committed; nothing else runs this. As root on Debian 12 it needs the packages
libreoffice-writer, -calc and -impress, p7zip-full, jlha-utils, zstd, lz4, bzip2, xz-utils, cpio, genisoimage,
xorriso, exiftool, ffmpeg, mkvtoolnix, binutils, rpm, openssl, postgresql, r-base-core and r-cran-haven, and from PyPI python-docx, openpyxl, XlsxWriter, xlwt,
python-pptx, reportlab, pypdf, pikepdf, Pillow, py7zr, pyzipper, msoffcrypto-tool, EbookLib, lxml,
vobject, icalendar, dbf, pydicom, pandas, pyarrow, pyreadstat, mutagen, mido, numbers-parser
and aspose-email-foss.
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
            "images", "texts", "outlook", "older", "studies", "statistics", "recordings",
            "apple", "outlookexpress", "eventlogs", "filemaker")


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
