"""Documents of office programs and PDF files, by python-docx, openpyxl, python-pptx, reportlab."""

import textwrap
import zipfile
from pathlib import Path

from document_texts import Texts

PARAGRAPHS_ON_SLIDE = 4
# Text of a presentation, in bytes: about 500 slides; python-pptx slows down with each slide.
MOST_OF_SHOW = 1 << 20
TEXT_PARTS = ("word/document.xml", "xl/worksheets/", "xl/sharedStrings.xml", "ppt/slides/slide")
LINES_ON_PAGE, LINE_WIDTH = 56, 92


def write_docx(path: Path, texts: Texts, byte_count: int) -> dict:
    import docx
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    document = docx.Document()
    end = document.element.body.sectPr
    for paragraph in texts.paragraphs(byte_count):
        # `add_paragraph` looks through all paragraphs before it for the end of the body.
        element = OxmlElement("w:p")
        end.addprevious(element)
        added = Paragraph(element, document)
        # Word begins a run wherever a text was edited.
        for sentence in paragraph.split(". "):
            added.add_run(sentence if sentence.endswith((".", ")")) else sentence + ". ")
    document.save(path)
    return unpacked(path)


def write_xlsx(path: Path, texts: Texts, byte_count: int) -> dict:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Export")
    for row in texts.rows(byte_count):
        sheet.append([cell or None for cell in row])
    book.save(path)
    return unpacked(path)


def write_pptx(path: Path, texts: Texts, byte_count: int) -> dict:
    import pptx

    show = pptx.Presentation()
    paragraphs = texts.paragraphs(min(byte_count, MOST_OF_SHOW))
    for first in range(0, len(paragraphs), PARAGRAPHS_ON_SLIDE):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = texts.prose.compound().capitalize()
        body = slide.placeholders[1].text_frame
        body.text, *others = paragraphs[first : first + PARAGRAPHS_ON_SLIDE]
        for paragraph in others:
            body.add_paragraph().text = paragraph
    show.save(path)
    return unpacked(path)


def write_pdf(path: Path, texts: Texts, byte_count: int) -> dict:
    from reportlab.pdfgen import canvas

    lines = [
        line
        for paragraph in texts.paragraphs(byte_count)
        for line in (*textwrap.wrap(paragraph, LINE_WIDTH), "")
    ]
    page = canvas.Canvas(str(path), pageCompression=1, invariant=1)
    for first in range(0, len(lines), LINES_ON_PAGE):
        text = page.beginText(50, 790)
        text.setFont("Helvetica", 10)
        text.textLines("\n".join(lines[first : first + LINES_ON_PAGE]))
        page.drawText(text)
        page.showPage()
    page.save()
    return {"pages": (len(lines) + LINES_ON_PAGE - 1) // LINES_ON_PAGE}


def write_html(path: Path, texts: Texts, byte_count: int) -> None:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in texts.paragraphs(byte_count))
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Verslag</title></head><body>\n"
        f"{body}</body></html>\n"
    )


def unpacked(path: Path) -> dict:
    """The bytes of the parts that hold the text; styles and the like are no input."""
    with zipfile.ZipFile(path) as package:
        parts = (part for part in package.infolist() if part.filename.startswith(TEXT_PARTS))
        return {"unpacked": sum(part.file_size for part in parts)}


WRITERS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "pptx": write_pptx,
    "pdf": write_pdf,
    "html": write_html,
}
