"""Word, Excel and PowerPoint."""

import random
from xml.sax.saxutils import escape, quoteattr

from .dates import serial
from .packages import (
    APPLICATION,
    HEAD,
    OFFICE,
    R,
    W,
    core,
    cut,
    office_package,
    relations,
    section,
)
from .scenes import Scenes
from .tree import File

# Word


def docx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, main = scenes.prose()

    def runs(text: str) -> str:
        return "".join(
            f'<w:r>{source.choice(("", "<w:rPr><w:b/></w:rPr>"))}<w:t xml:space="preserve">'
            f"{escape(piece)}</w:t></w:r>"
            for piece in cut(text, source)
        )

    def paragraph(text: str, extra: str = "") -> str:
        return f"<w:p>{runs(text)}{extra}</w:p>"

    footnotes, comments = [], []
    body = [paragraph(file.take(prose.title))]
    body += [paragraph(f"{label}: {file.take(value)}") for label, value in prose.fields]
    for text in prose.paragraphs:
        extra = ""
        if len(footnotes) < len(prose.footnotes):
            number = len(footnotes) + 2
            footnotes.append(file.take(prose.footnotes[len(footnotes)], section("footnotes")))
            extra = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        if len(comments) < len(prose.comments):
            number = len(comments)
            comments.append(file.take(prose.comments[len(comments)], section("comments")))
            extra += f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        body.append(paragraph(file.take(text), extra))
    if prose.table:
        rows = "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{paragraph(file.take(cell))}</w:tc>" for cell in row)
            + "</w:tr>"
            for row in prose.table
        )
        body.append(f"<w:tbl>{rows}</w:tbl>")
    if source.random() < 0.2:
        gone = file.take(scenes.about(main), section("deleted-text"))
        body.append(
            '<w:p><w:del w:id="9"'
            f' w:author="a"><w:r><w:delText>{escape(gone)}</w:delText></w:r></w:del></w:p>'
        )
    space = f'xmlns:w="{W}" xmlns:r="{R}"'
    parts = {
        "word/document.xml": (
            f'{HEAD}<w:document {space}><w:body>{"".join(body)}<w:sectPr><w:headerReference'
            ' w:type="default" r:id="rId1"/><w:footerReference w:type="default"'
            ' r:id="rId2"/></w:sectPr></w:body></w:document>'
        ),
        "word/header1.xml": (
            f'{HEAD}<w:hdr {space}>{paragraph(file.take(prose.header, section("header")))}</w:hdr>'
        ),
        "word/footer1.xml": (
            f'{HEAD}<w:ftr {space}>{paragraph(file.take(prose.footer, section("footer")))}</w:ftr>'
        ),
        "word/footnotes.xml": (
            f"{HEAD}<w:footnotes {space}>"
            + "".join(
                f'<w:footnote w:id="{i}">{paragraph(t)}</w:footnote>'
                for i, t in enumerate(footnotes, 2)
            )
            + "</w:footnotes>"
        ),
        "word/comments.xml": (
            f"{HEAD}<w:comments {space}>"
            + "".join(
                f'<w:comment w:id="{i}" w:author="x">{paragraph(t)}</w:comment>'
                for i, t in enumerate(comments)
            )
            + "</w:comments>"
        ),
        "word/_rels/document.xml.rels": relations(
            [
                (OFFICE + name, f"{name}{number}.xml")
                for name, number in (
                    ("header", 1),
                    ("footer", 1),
                    ("footnotes", ""),
                    ("comments", ""),
                )
            ]
        ),
    }
    kind = APPLICATION + "wordprocessingml."
    extra = {
        f"word/{name}{number}.xml": f"{kind}{name}+xml"
        for name, number in (("header", 1), ("footer", 1), ("footnotes", ""), ("comments", ""))
    }
    extra["word/document.xml"] = f"{kind}document.main+xml"
    author = scenes.forms.name(source.choice(scenes.others), ("first",))
    title = prose.title
    if source.random() < 0.3:
        title += f" {scenes.forms.name(main, ('initials', 'sorted', 'first'))}"
    return office_package(
        "word/document.xml", extra, core(file.take(title, section("properties")), author), parts
    )


# Excel


def xlsx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    shared: list[str] = []
    is_inline = source.random() < 0.25
    sheets, names, comment_parts = [], [], {}

    def text_cell(reference: str, text: str) -> str:
        if is_inline:
            return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        if text not in shared:
            shared.append(text)
        return f'<c r="{reference}" t="s"><v>{shared.index(text)}</v></c>'

    for number in range(1, source.choice((1, 1, 2)) + 1):
        listing = scenes.listing(numbers=True)
        name = f"{listing.title} {number}"
        names.append(name)
        sheet = ("sheet", name)
        offset = source.choice((0, 0, 2))
        rows = []
        if offset:
            rows.append(
                "<row"
                f' r="1">{text_cell("A1", file.take(f"{listing.title} van {scenes.day()}", sheet, record=1))}</row>'
            )
        for index, row in enumerate([listing.columns, *listing.rows], offset + 1):
            cells = []
            for column, (cell, kind) in enumerate(zip(row, listing.kinds)):
                reference = f"{chr(65 + column)}{index}"
                plain = file.take(cell, sheet, record=index)
                value, style = cell_value(plain, kind if index > offset + 1 else "")
                if style:
                    cells.append(f'<c r="{reference}" s="{style}"><v>{value}</v></c>')
                elif isinstance(value, int):
                    cells.append(f'<c r="{reference}"><v>{value}</v></c>')
                else:
                    cells.append(text_cell(reference, value))
            rows.append(f'<row r="{index}">{"".join(cells)}</row>')
        extra = ""
        if source.random() < 0.3:
            header = file.take(
                scenes.forms.name(listing.people[0], ("initials", "first")),
                sheet,
                section("header"),
            )
            extra = f"<headerFooter><oddHeader>&amp;C{escape(header)}</oddHeader></headerFooter>"
        if source.random() < 0.3:
            person = source.randrange(len(listing.people))
            text = file.take(scenes.about(listing.people[person]), sheet, section("comments"))
            comment_parts[number] = (
                f"{HEAD}<comments"
                f' xmlns="{W.replace("wordprocessingml", "spreadsheetml")}"><authors>'
                f'<author>x</author></authors><commentList><comment ref="A{person + 2 + offset}" '
                f'authorId="0"><text><r><t>{escape(text)}</t></r></text></comment></commentList></comments>'
            )
        sheets.append(f'<sheetData>{"".join(rows)}</sheetData>{extra}')
    main = W.replace("wordprocessingml", "spreadsheetml")
    kind = APPLICATION + "spreadsheetml."
    types = {
        "xl/workbook.xml": f"{kind}sheet.main+xml",
        "xl/styles.xml": f"{kind}styles+xml",
        "xl/sharedStrings.xml": f"{kind}sharedStrings+xml",
    }
    links = [(OFFICE + "worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))]
    links += [(OFFICE + "styles", "styles.xml"), (OFFICE + "sharedStrings", "sharedStrings.xml")]
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{main}" xmlns:r="{R}"><sheets>'
            + "".join(
                f'<sheet name={quoteattr(n)} sheetId="{i}" r:id="rId{i}"/>'
                for i, n in enumerate(names, 1)
            )
            + "</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(links),
        "xl/styles.xml": (
            f'{HEAD}<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills'
            ' count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs'
            ' count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"'
            ' applyNumberFormat="1"/></cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": (
            f'{HEAD}<sst xmlns="{main}">'
            + "".join(shared_string(text, source) for text in shared)
            + "</sst>"
        ),
    }
    for number, body in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{HEAD}<worksheet xmlns="{main}">{body}</worksheet>'
        )
        types[f"xl/worksheets/sheet{number}.xml"] = f"{kind}worksheet+xml"
        if number in comment_parts:
            parts[f"xl/comments{number}.xml"] = comment_parts[number]
            types[f"xl/comments{number}.xml"] = f"{kind}comments+xml"
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relations(
                [(OFFICE + "comments", f"../comments{number}.xml")]
            )
    return office_package("xl/workbook.xml", types, core("Overzicht", "beheer"), parts)


def cell_value(text: str, kind: str) -> tuple[int | str, int]:
    """What a spreadsheet makes of a text in a column of a kind, and in which format: 1 is a date."""
    date = serial(text) if kind == "born" else None
    if date and date > 0:
        return date, 1
    if kind in ("bsn", "phone", "number", "amount") and text.isdigit() and text[0] != "0":
        return int(text), 0
    return text, 0


def shared_string(text: str, source: random.Random) -> str:
    pieces = cut(text, source) if source.random() < 0.2 else [text]
    if len(pieces) == 1:
        return f'<si><t xml:space="preserve">{escape(text)}</t></si>'
    return (
        "<si>"
        + "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(p)}</t></r>' for p in pieces)
        + "</si>"
    )


# PowerPoint

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def pptx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    space = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'

    def shape(texts: list[str]) -> str:
        paragraphs = "".join(
            "<a:p>"
            + "".join(f"<a:r><a:t>{escape(piece)}</a:t></a:r>" for piece in cut(t, source))
            + "</a:p>"
            for t in texts
        )
        return (
            '<p:sp><p:nvSpPr><p:cNvPr id="2"'
            ' name="Tekst"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
        )

    def table(rows: list[list[str]]) -> str:
        body = "".join(
            "<a:tr>"
            + "".join(
                f"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(c)}</a:t></a:r></a:p></a:txBody></a:tc>"
                for c in row
            )
            + "</a:tr>"
            for row in rows
        )
        return (
            '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3"'
            ' name="Tabel"/><p:cNvGraphicFramePr/><p:nvPr/>'
            "</p:nvGraphicFramePr><a:graphic><a:graphicData"
            ' uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f"<a:tbl>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    parts, types, kind = {}, {}, APPLICATION + "presentationml."
    count = source.randint(1, 4)
    for number in range(1, count + 1):
        prose, main = scenes.prose((1, 4))
        slide = ("slide", number)
        texts = [file.take(prose.title, slide)] + [file.take(t, slide) for t in prose.paragraphs]
        body = shape(texts)
        if prose.table:
            body += table([[file.take(c, slide) for c in row] for row in prose.table])
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"{HEAD}<p:sld {space}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>"
        )
        types[f"ppt/slides/slide{number}.xml"] = f"{kind}slide+xml"
        if prose.comments:
            texts = [file.take(t, slide, section("speaker-notes")) for t in prose.comments]
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = (
                f"{HEAD}<p:notes"
                f" {space}><p:cSld><p:spTree>{shape(texts)}</p:spTree></p:cSld></p:notes>"
            )
            types[f"ppt/notesSlides/notesSlide{number}.xml"] = f"{kind}notesSlide+xml"
            parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(
                [(OFFICE + "notesSlide", f"../notesSlides/notesSlide{number}.xml")]
            )
    parts["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {space}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + i}" r:id="rId{i}"/>' for i in range(1, count + 1))
        + "</p:sldIdLst></p:presentation>"
    )
    types["ppt/presentation.xml"] = f"{kind}presentation.main+xml"
    parts["ppt/_rels/presentation.xml.rels"] = relations(
        [(OFFICE + "slide", f"slides/slide{i}.xml") for i in range(1, count + 1)]
    )
    return office_package("ppt/presentation.xml", types, core("Presentatie", "beheer"), parts)
