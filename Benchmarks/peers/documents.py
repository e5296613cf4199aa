"""Finds the expressions in documents as one would with Python's libraries.

usage: documents.py FORMAT FOLDER

Prints a line for each match. A format whose library is missing ends with status 2.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness.expressions import EXPRESSIONS  # noqa: E402

ALTERNATION = re.compile("|".join(f"(?:{e})" for e in EXPRESSIONS.values()), re.ASCII)


def docx(path: Path):
    from docx import Document

    document = Document(path)
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


def xlsx(path: Path):
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield from (str(value) for value in row if value is not None)


def xls(path: Path):
    from xlrd import open_workbook

    for sheet in open_workbook(path).sheets():
        for row in range(sheet.nrows):
            yield from (str(value) for value in sheet.row_values(row) if value != "")


def pptx(path: Path):
    from pptx import Presentation

    for slide in Presentation(path).slides:
        yield from (s.text_frame.text for s in slide.shapes if s.has_text_frame)


def odf(path: Path):
    from odf import teletype, text
    from odf.opendocument import load

    document = load(path)
    for element in document.getElementsByType(text.P):
        yield teletype.extractText(element)


def pdfplumber(path: Path):
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            yield page.extract_text() or ""
            page.close()


def pypdf(path: Path):
    from pypdf import PdfReader

    yield from (page.extract_text() for page in PdfReader(path).pages)


def parts(message):
    yield from (str(value) for name, value in message.items() if name in ("From", "To", "Subject"))
    for part in message.walk():
        if part.get_content_maintype() == "text":
            data = part.get_payload(decode=True)
            yield data.decode(part.get_content_charset() or "utf-8", "replace")


def eml(path: Path):
    import email
    from email import policy

    with path.open("rb") as file:
        yield from parts(email.message_from_binary_file(file, policy=policy.default))


def mbox(path: Path):
    import mailbox

    for message in mailbox.mbox(path, create=False):
        yield from parts(message)


def msg(path: Path):
    from extract_msg import openMsg

    with openMsg(path) as message:
        yield f"{message.sender} {message.to} {message.subject}"
        yield message.body or ""
        yield from (r.email or "" for r in message.recipients)


def rtf(path: Path):
    from striprtf.striprtf import rtf_to_text

    yield rtf_to_text(path.read_text(encoding="cp1252", errors="replace"), errors="ignore")


def zip(path: Path):
    import zipfile

    with zipfile.ZipFile(path) as archive:
        yield from (archive.read(name).decode() for name in archive.namelist())


def tar(path: Path):
    import tarfile

    with tarfile.open(path) as archive:
        for member in archive:
            if file := archive.extractfile(member):
                yield file.read().decode()


def sqlite(path: Path):
    import sqlite3

    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        for (name,) in names:
            for row in database.execute(f'select * from "{name}"'):
                yield from (str(value) for value in row if value is not None)


def main() -> None:
    read, folder = globals()[sys.argv[1]], Path(sys.argv[2])
    try:
        for path in sorted(folder.iterdir()):
            for text in read(path):
                for match in ALTERNATION.finditer(text):
                    print(match[0])
    except ImportError as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
