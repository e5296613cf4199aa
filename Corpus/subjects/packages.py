"""Formats that are XML in a zip file: Word, Excel, PowerPoint, OpenDocument, EPUB."""

import datetime
import io
import random
import zipfile
from xml.sax.saxutils import escape, quoteattr

from .scenes import Scenes
from .tree import File

MOMENT = (2024, 6, 3, 9, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
APPLICATION = "application/vnd.openxmlformats-officedocument."


def section(name: str) -> tuple[str, str]:
    return ("section", name)


def package(entries: dict[str, str | bytes], stored: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def relations(items: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
                   for i, (kind, target) in enumerate(items, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'


def content_types(overrides: dict[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (f'{HEAD}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>{rows}</Types>')


def core(title: str, author: str) -> str:
    return (f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
            f"<dc:creator>{escape(author)}</dc:creator></cp:coreProperties>")


def office(main: str, extra: dict[str, str], core_part: str, parts: dict[str, str | bytes]) -> bytes:
    entries = {"[Content_Types].xml": content_types({**extra, "docProps/core.xml":
               "application/vnd.openxmlformats-package.core-properties+xml"}),
               "_rels/.rels": relations([(OFFICE + "officeDocument", main),
                                         (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")]),
               "docProps/core.xml": core_part, **parts}
    return package(entries)


def cut(text: str, source: random.Random) -> list[str]:
    """A text in the pieces that an editor leaves behind."""
    if len(text) < 8 or source.random() < 0.4:
        return [text]
    points = sorted(source.sample(range(1, len(text)), min(source.randint(1, 5), len(text) - 1)))
    return [text[a:b] for a, b in zip([0, *points], [*points, len(text)])]


# Word

def docx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, main = scenes.prose()

    def runs(text: str) -> str:
        return "".join(f'<w:r>{source.choice(("", "<w:rPr><w:b/></w:rPr>"))}<w:t xml:space="preserve">'
                       f"{escape(piece)}</w:t></w:r>" for piece in cut(text, source))

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
        rows = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(file.take(cell))}</w:tc>" for cell in row) + "</w:tr>"
                       for row in prose.table)
        body.append(f"<w:tbl>{rows}</w:tbl>")
    if source.random() < 0.2:
        gone = file.take(scenes.about(main), section("deleted-text"))
        body.append(f'<w:p><w:del w:id="9" w:author="a"><w:r><w:delText>{escape(gone)}</w:delText></w:r></w:del></w:p>')
    space = f'xmlns:w="{W}" xmlns:r="{R}"'
    parts = {
        "word/document.xml": f'{HEAD}<w:document {space}><w:body>{"".join(body)}<w:sectPr><w:headerReference '
        f'w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr></w:body></w:document>',
        "word/header1.xml": f'{HEAD}<w:hdr {space}>{paragraph(file.take(prose.header, section("header")))}</w:hdr>',
        "word/footer1.xml": f'{HEAD}<w:ftr {space}>{paragraph(file.take(prose.footer, section("footer")))}</w:ftr>',
        "word/footnotes.xml": f"{HEAD}<w:footnotes {space}>" + "".join(
            f'<w:footnote w:id="{i}">{paragraph(t)}</w:footnote>' for i, t in enumerate(footnotes, 2)) + "</w:footnotes>",
        "word/comments.xml": f"{HEAD}<w:comments {space}>" + "".join(
            f'<w:comment w:id="{i}" w:author="x">{paragraph(t)}</w:comment>' for i, t in enumerate(comments)) + "</w:comments>",
        "word/_rels/document.xml.rels": relations([(OFFICE + name, f"{name}{number}.xml") for name, number in
                                                   (("header", 1), ("footer", 1), ("footnotes", ""), ("comments", ""))]),
    }
    kind = APPLICATION + "wordprocessingml."
    extra = {f"word/{name}{number}.xml": f"{kind}{name}+xml" for name, number in
             (("header", 1), ("footer", 1), ("footnotes", ""), ("comments", ""))}
    extra["word/document.xml"] = f"{kind}document.main+xml"
    author = scenes.forms.name(source.choice(scenes.others), ("first",))
    title = prose.title
    if source.random() < 0.3:
        title += f" {scenes.forms.name(main, ('initials', 'sorted', 'first'))}"
    return office("word/document.xml", extra, core(file.take(title, section("properties")), author), parts)


# Excel

EPOCH = datetime.date(1899, 12, 30)


def serial(text: str) -> int | None:
    for form in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return (datetime.datetime.strptime(text, form).date() - EPOCH).days
        except ValueError:
            pass
    return None


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
            rows.append(f'<row r="1">{text_cell("A1", file.take(f"{listing.title} van {scenes.day()}", sheet, record=1))}</row>')
        for index, row in enumerate([listing.columns, *listing.rows], offset + 1):
            cells = []
            for column, (cell, kind) in enumerate(zip(row, listing.kinds)):
                reference = f"{chr(65 + column)}{index}"
                plain = file.take(cell, sheet, record=index)
                date = serial(plain) if kind == "born" and index > offset + 1 else None
                if date and date > 0:
                    cells.append(f'<c r="{reference}" s="1"><v>{date}</v></c>')
                elif index > offset + 1 and kind in ("bsn", "phone", "number", "amount") and plain.isdigit() and plain[0] != "0":
                    cells.append(f'<c r="{reference}"><v>{plain}</v></c>')
                else:
                    cells.append(text_cell(reference, plain))
            rows.append(f'<row r="{index}">{"".join(cells)}</row>')
        extra = ""
        if source.random() < 0.3:
            header = file.take(scenes.forms.name(listing.people[0], ("initials", "first")), sheet, section("header"))
            extra = f"<headerFooter><oddHeader>&amp;C{escape(header)}</oddHeader></headerFooter>"
        if source.random() < 0.3:
            person = source.randrange(len(listing.people))
            text = file.take(scenes.about(listing.people[person]), sheet, section("comments"))
            comment_parts[number] = (f'{HEAD}<comments xmlns="{W.replace("wordprocessingml", "spreadsheetml")}"><authors>'
                                     f'<author>x</author></authors><commentList><comment ref="A{person + 2 + offset}" '
                                     f'authorId="0"><text><r><t>{escape(text)}</t></r></text></comment></commentList></comments>')
        sheets.append(f'<sheetData>{"".join(rows)}</sheetData>{extra}')
    main = W.replace("wordprocessingml", "spreadsheetml")
    kind = APPLICATION + "spreadsheetml."
    types = {"xl/workbook.xml": f"{kind}sheet.main+xml", "xl/styles.xml": f"{kind}styles+xml",
             "xl/sharedStrings.xml": f"{kind}sharedStrings+xml"}
    links = [(OFFICE + "worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))]
    links += [(OFFICE + "styles", "styles.xml"), (OFFICE + "sharedStrings", "sharedStrings.xml")]
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{main}" xmlns:r="{R}"><sheets>' + "".join(
            f'<sheet name={quoteattr(n)} sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(names, 1)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(links),
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{main}">' + "".join(
            shared_string(text, source) for text in shared) + "</sst>",
    }
    for number, body in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = f'{HEAD}<worksheet xmlns="{main}">{body}</worksheet>'
        types[f"xl/worksheets/sheet{number}.xml"] = f"{kind}worksheet+xml"
        if number in comment_parts:
            parts[f"xl/comments{number}.xml"] = comment_parts[number]
            types[f"xl/comments{number}.xml"] = f"{kind}comments+xml"
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relations([(OFFICE + "comments", f"../comments{number}.xml")])
    return office("xl/workbook.xml", types, core("Overzicht", "beheer"), parts)


def shared_string(text: str, source: random.Random) -> str:
    pieces = cut(text, source) if source.random() < 0.2 else [text]
    if len(pieces) == 1:
        return f'<si><t xml:space="preserve">{escape(text)}</t></si>'
    return "<si>" + "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(p)}</t></r>' for p in pieces) + "</si>"


# PowerPoint

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def pptx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    space = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'

    def shape(texts: list[str]) -> str:
        paragraphs = "".join("<a:p>" + "".join(f"<a:r><a:t>{escape(piece)}</a:t></a:r>" for piece in cut(t, source)) + "</a:p>"
                             for t in texts)
        return ('<p:sp><p:nvSpPr><p:cNvPr id="2" name="Tekst"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
                f"<p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>")

    def table(rows: list[list[str]]) -> str:
        body = "".join("<a:tr>" + "".join(f"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(c)}</a:t></a:r></a:p></a:txBody></a:tc>"
                                          for c in row) + "</a:tr>" for row in rows)
        return ('<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Tabel"/><p:cNvGraphicFramePr/><p:nvPr/>'
                '</p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
                f"<a:tbl>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")

    parts, types, kind = {}, {}, APPLICATION + "presentationml."
    count = source.randint(1, 4)
    for number in range(1, count + 1):
        prose, main = scenes.prose((1, 4))
        slide = ("slide", number)
        texts = [file.take(prose.title, slide)] + [file.take(t, slide) for t in prose.paragraphs]
        body = shape(texts)
        if prose.table:
            body += table([[file.take(c, slide) for c in row] for row in prose.table])
        parts[f"ppt/slides/slide{number}.xml"] = f"{HEAD}<p:sld {space}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>"
        types[f"ppt/slides/slide{number}.xml"] = f"{kind}slide+xml"
        if prose.comments:
            texts = [file.take(t, slide, section("speaker-notes")) for t in prose.comments]
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = f"{HEAD}<p:notes {space}><p:cSld><p:spTree>{shape(texts)}</p:spTree></p:cSld></p:notes>"
            types[f"ppt/notesSlides/notesSlide{number}.xml"] = f"{kind}notesSlide+xml"
            parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations([(OFFICE + "notesSlide", f"../notesSlides/notesSlide{number}.xml")])
    parts["ppt/presentation.xml"] = f"{HEAD}<p:presentation {space}><p:sldIdLst>" + "".join(
        f'<p:sldId id="{255 + i}" r:id="rId{i}"/>' for i in range(1, count + 1)) + "</p:sldIdLst></p:presentation>"
    types["ppt/presentation.xml"] = f"{kind}presentation.main+xml"
    parts["ppt/_rels/presentation.xml.rels"] = relations([(OFFICE + "slide", f"slides/slide{i}.xml") for i in range(1, count + 1)])
    return office("ppt/presentation.xml", types, core("Presentatie", "beheer"), parts)


# OpenDocument

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in
                  (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
                   ("presentation", "presentation"), ("meta", "meta"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
OPEN_TYPE = "application/vnd.oasis.opendocument."


def spans(text: str, source: random.Random) -> str:
    return "".join(escape(p) if source.random() < 0.5 else f"<text:span>{escape(p)}</text:span>" for p in cut(text, source))


def text_body(file: File, scenes: Scenes, source: random.Random) -> tuple[str, str, str]:
    """The body, the styles with header and footer, and the title of a text."""
    prose, main = scenes.prose()

    def paragraph(text: str, extra: str = "") -> str:
        return f"<text:p>{spans(text, source)}{extra}</text:p>"

    body = [f"<text:h>{escape(file.take(prose.title))}</text:h>"]
    body += [paragraph(f"{label}: {file.take(value)}") for label, value in prose.fields]
    notes, comments = list(prose.footnotes), list(prose.comments)
    for text in prose.paragraphs:
        extra = ""
        if notes:
            extra += ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                      f'{paragraph(file.take(notes.pop(), section("footnotes")))}</text:note-body></text:note>')
        if comments:
            extra += f'<office:annotation>{paragraph(file.take(comments.pop(), section("comments")))}</office:annotation>'
        body.append(paragraph(file.take(text), extra))
    if prose.table:
        rows = "".join("<table:table-row>" + "".join(
            f"<table:table-cell>{paragraph(file.take(c))}</table:table-cell>" for c in row) + "</table:table-row>" for row in prose.table)
        body.append(f'<table:table table:name="T">{rows}</table:table>')
    styles = ('<style:master-page style:name="Standard">'
              f'<style:header>{paragraph(file.take(prose.header, section("header")))}</style:header>'
              f'<style:footer>{paragraph(file.take(prose.footer, section("footer")))}</style:footer></style:master-page>')
    title = file.take(f"{prose.title} {scenes.forms.name(main, ('initials', 'first'))}", section("properties"))
    return f'<office:text>{"".join(body)}</office:text>', styles, title


def sheet_body(file: File, scenes: Scenes, source: random.Random) -> tuple[str, str, str]:
    tables = []
    for number in range(1, source.choice((1, 1, 2)) + 1):
        listing = scenes.listing(numbers=True)
        name = f"{listing.title} {number}"
        sheet = ("sheet", name)
        rows = []
        for index, row in enumerate([listing.columns, *listing.rows], 1):
            cells = []
            for cell, kind in zip(row, listing.kinds):
                plain = file.take(cell, sheet, record=index)
                if index > 1 and kind == "born" and serial(plain):
                    iso = (EPOCH + datetime.timedelta(serial(plain))).isoformat()
                    value = f'office:value-type="date" office:date-value="{iso}"'
                elif index > 1 and kind in ("bsn", "phone", "number", "amount") and plain.isdigit() and plain[0] != "0":
                    value = f'office:value-type="float" office:value="{plain}"'
                else:
                    value = 'office:value-type="string"'
                cells.append(f"<table:table-cell {value}><text:p>{escape(plain)}</text:p></table:table-cell>")
            rows.append(f'<table:table-row>{"".join(cells)}</table:table-row>')
        tables.append(f'<table:table table:name={quoteattr(name)}>{"".join(rows)}</table:table>')
    return f'<office:spreadsheet>{"".join(tables)}</office:spreadsheet>', "", "Overzicht"


def slide_body(file: File, scenes: Scenes, source: random.Random) -> tuple[str, str, str]:
    pages = []
    for number in range(1, source.randint(1, 4) + 1):
        prose, _ = scenes.prose((1, 4))
        slide = ("slide", number)
        texts = "".join(f"<text:p>{spans(file.take(t, slide), source)}</text:p>" for t in [prose.title, *prose.paragraphs])
        notes = "".join(f'<text:p>{escape(file.take(t, slide, section("speaker-notes")))}</text:p>' for t in prose.comments)
        pages.append(f'<draw:page draw:name="page{number}"><draw:frame><draw:text-box>{texts}</draw:text-box></draw:frame>'
                     f"<presentation:notes><draw:frame><draw:text-box>{notes}</draw:text-box></draw:frame></presentation:notes></draw:page>")
    return f'<office:presentation>{"".join(pages)}</office:presentation>', "", "Presentatie"


BODIES = {"text": text_body, "spreadsheet": sheet_body, "presentation": slide_body}


def open_document(kind: str):
    def write(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        body, styles, title = BODIES[kind](file, scenes, source)
        xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return package({
            "mimetype": OPEN_TYPE + kind,
            "content.xml": f'{xml}<office:document-content {SPACES} office:version="1.3"><office:body>{body}</office:body></office:document-content>',
            "styles.xml": f'{xml}<office:document-styles {SPACES} office:version="1.3"><office:master-styles>{styles}</office:master-styles></office:document-styles>',
            "meta.xml": f'{xml}<office:document-meta {SPACES} office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title></office:meta></office:document-meta>',
            "META-INF/manifest.xml": f'{xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN_TYPE}{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        }, stored="mimetype")
    return write


def flat(kind: str):
    def write(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        body, styles, title = BODIES[kind](file, scenes, source)
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.3" '
                f'office:mimetype="{OPEN_TYPE}{kind}"><office:meta><dc:title>{escape(title)}</dc:title></office:meta>'
                f"<office:master-styles>{styles}</office:master-styles><office:body>{body}</office:body></office:document>").encode()
    return write


def epub(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    chapters, manifest, spine = {}, "", ""
    for number in range(1, source.randint(1, 3) + 1):
        prose, _ = scenes.prose((2, 6))
        name = f"EPUB/hoofdstuk{number}.xhtml"
        inner = file.member(name)
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<html xmlns="http://www.w3.org/1999/xhtml"><head>',
                 f"<title>{prose.title}</title></head>", "<body>", f"<h1>{prose.title}</h1>"]
        lines += [f"<p>{escape(text)}</p>" for text in prose.paragraphs]
        chapters[name] = inner.take_lines("\n".join([*lines, "</body></html>"]) + "\n")
        manifest += f'<item id="h{number}" href="hoofdstuk{number}.xhtml" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="h{number}"/>'
    title = file.take(f"Dossier {scenes.forms.name(scenes.focus() or scenes.bystander(None), ('first', 'initials'))}", section("properties"))
    return package({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "EPUB/content.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>{escape(title)}</dc:title>'
        f"</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>",
        **chapters,
    }, stored="mimetype")
