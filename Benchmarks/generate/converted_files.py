"""Documents that LibreOffice writes from those of other formats."""

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

# By format, what it is made from. `writer.pdf` has embedded fonts, where reportlab uses Helvetica.
SOURCES = {
    "odt": "docx",
    "doc": "docx",
    "rtf": "docx",
    "writer.pdf": "docx",
    "ods": "xlsx",
    "xls": "xlsx",
    "odp": "pptx",
    "ppt": "pptx",
}
FILTERS = {
    "doc": "doc:MS Word 97",
    "xls": "xls:MS Excel 97",
    "ppt": "ppt:MS PowerPoint 97",
    "writer.pdf": "pdf",
}


def convert(source: Path, out: Path, format: str) -> None:
    """Throws `FileNotFoundError` where LibreOffice is missing or did not write each file."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("LibreOffice is not installed")
    files = sorted(source.iterdir())
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
        command += [FILTERS.get(format, format), "--outdir", out, *files]
        subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=600
        )
    if len(list(out.iterdir())) != len(files):
        raise FileNotFoundError("LibreOffice did not write each file")


def facts(out: Path, format: str) -> dict:
    """Pages of PDF, and the bytes of the parts of OpenDocument that hold the text."""
    if format == "writer.pdf":
        from pypdf import PdfReader

        return {"pages": sum(len(PdfReader(file).pages) for file in out.iterdir())}
    if format in ("odt", "ods", "odp"):
        return {"unpacked": sum(_content_size(file) for file in out.iterdir())}
    return {}


def _content_size(file: Path) -> int:
    with zipfile.ZipFile(file) as package:
        return package.getinfo("content.xml").file_size
