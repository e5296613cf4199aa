"""Word and Excel as one XML document: those of 2003, and the flat form of a package.

Sources: Office 2003 XML Reference Schemas; [MS-DOCX] 2.1, Flat OPC.
"""

import io
import random
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

from .office import docx, pptx
from .packages import HEAD, cut, section
from .scenes import Scenes
from .tree import File

WORD = "http://schemas.microsoft.com/office/word/2003/wordml"
SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
FLAT = "http://schemas.microsoft.com/office/2006/xmlPackage"
CELL = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
TYPE = re.compile(r'PartName="/([^"]*)" ContentType="([^"]*)"')


def word(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, _ = scenes.prose()

    def paragraph(text: str, extra: str = "") -> str:
        runs = "".join(f"<w:r><w:t>{escape(piece)}</w:t></w:r>" for piece in cut(text, source))
        return f"<w:p>{runs}{extra}</w:p>"

    body = [paragraph(file.take(prose.title))]
    body += [paragraph(f"{label}: {file.take(value)}") for label, value in prose.fields]
    notes = list(prose.footnotes)
    for text in prose.paragraphs:
        extra = ""
        if notes:
            note = paragraph(file.take(notes.pop(), section("footnotes")))
            extra = f"<w:r><w:footnote>{note}</w:footnote></w:r>"
        body.append(paragraph(file.take(text), extra))
    if prose.table:
        rows = "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{CELL}{paragraph(file.take(c))}</w:tc>" for c in row)
            + "</w:tr>"
            for row in prose.table
        )
        grid = '<w:gridCol w:w="3000"/>' * len(prose.table[0])
        body.append(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
    head = paragraph(file.take(prose.header, section("header")))
    foot = paragraph(file.take(prose.footer, section("footer")))
    return (
        f'{HEAD}<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="{WORD}"'
        f' xml:space="preserve"><w:body>{"".join(body)}<w:sectPr><w:hdr w:type="odd">{head}</w:hdr>'
        f'<w:ftr w:type="odd">{foot}</w:ftr></w:sectPr></w:body></w:wordDocument>'
    ).encode()


def workbook(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    sheets = []
    for number in range(1, source.choice((1, 1, 2)) + 1):
        listing = scenes.listing(numbers=True)
        name = f"{listing.title} {number}"
        rows = []
        for index, row in enumerate([listing.columns, *listing.rows], 1):
            cells = ""
            for cell, kind in zip(row, listing.kinds):
                plain = file.take(cell, ("sheet", name), record=index)
                is_number = index > 1 and kind in ("bsn", "amount") and plain[0] != "0"
                cells += (
                    f'<Cell><Data ss:Type="{"Number" if is_number else "String"}">{escape(plain)}'
                    "</Data></Cell>"
                )
            rows.append(f"<Row>{cells}</Row>")
        sheets.append(
            f'<Worksheet ss:Name={quoteattr(name)}><Table>{"".join(rows)}</Table></Worksheet>'
        )
    return (
        f'{HEAD}<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{SHEET}"'
        f' xmlns:ss="{SHEET}">{"".join(sheets)}</Workbook>'
    ).encode()


def flat(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A document of Word or PowerPoint whose parts stand in one XML document."""
    make = source.choice((docx, pptx))
    parts = ""
    with zipfile.ZipFile(io.BytesIO(make(file, scenes, source, encoding))) as package:
        types = dict(TYPE.findall(package.read("[Content_Types].xml").decode()))
        for name in package.namelist()[1:]:
            kind = RELATIONS_TYPE if name.endswith(".rels") else types.get(name, "application/xml")
            content = package.read(name).decode().removeprefix(HEAD)
            parts += (
                f"<pkg:part pkg:name={quoteattr('/' + name)} pkg:contentType={quoteattr(kind)}>"
                f"<pkg:xmlData>{content}</pkg:xmlData></pkg:part>"
            )
    program = "Word.Document" if make is docx else "PowerPoint.Show"
    return (
        f'{HEAD}<?mso-application progid="{program}"?>\n<pkg:package xmlns:pkg="{FLAT}">{parts}'
        "</pkg:package>"
    ).encode()
