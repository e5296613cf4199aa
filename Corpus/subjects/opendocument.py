"""OpenDocument: texts, spreadsheets and presentations, in a package and flat; EPUB."""

import datetime
import random
from xml.sax.saxutils import escape, quoteattr

from .dates import EPOCH, serial
from .packages import cut, package, section
from .scenes import Scenes
from .tree import File

# OpenDocument

SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("presentation", "presentation"),
            ("meta", "meta"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
OPEN_TYPE = "application/vnd.oasis.opendocument."


def spans(text: str, source: random.Random) -> str:
    return "".join(
        escape(p) if source.random() < 0.5 else f"<text:span>{escape(p)}</text:span>"
        for p in cut(text, source)
    )


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
            extra += (
                "<text:note"
                ' text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                f'{paragraph(file.take(notes.pop(), section("footnotes")))}</text:note-body></text:note>'
            )
        if comments:
            extra += (
                f'<office:annotation>{paragraph(file.take(comments.pop(), section("comments")))}</office:annotation>'
            )
        body.append(paragraph(file.take(text), extra))
    if prose.table:
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f"<table:table-cell>{paragraph(file.take(c))}</table:table-cell>" for c in row
            )
            + "</table:table-row>"
            for row in prose.table
        )
        body.append(f'<table:table table:name="T">{rows}</table:table>')
    styles = (
        '<style:master-page style:name="Standard">'
        f'<style:header>{paragraph(file.take(prose.header, section("header")))}</style:header>'
        f'<style:footer>{paragraph(file.take(prose.footer, section("footer")))}</style:footer></style:master-page>'
    )
    title = file.take(
        f"{prose.title} {scenes.forms.name(main, ('initials', 'first'))}", section("properties")
    )
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
                elif (
                    index > 1
                    and kind in ("bsn", "phone", "number", "amount")
                    and plain.isdigit()
                    and plain[0] != "0"
                ):
                    value = f'office:value-type="float" office:value="{plain}"'
                else:
                    value = 'office:value-type="string"'
                cells.append(
                    f"<table:table-cell {value}><text:p>{escape(plain)}</text:p></table:table-cell>"
                )
            rows.append(f'<table:table-row>{"".join(cells)}</table:table-row>')
        tables.append(f'<table:table table:name={quoteattr(name)}>{"".join(rows)}</table:table>')
    return f'<office:spreadsheet>{"".join(tables)}</office:spreadsheet>', "", "Overzicht"


def slide_body(file: File, scenes: Scenes, source: random.Random) -> tuple[str, str, str]:
    pages = []
    for number in range(1, source.randint(1, 4) + 1):
        prose, _ = scenes.prose((1, 4))
        slide = ("slide", number)
        texts = "".join(
            f"<text:p>{spans(file.take(t, slide), source)}</text:p>"
            for t in [prose.title, *prose.paragraphs]
        )
        notes = "".join(
            f'<text:p>{escape(file.take(t, slide, section("speaker-notes")))}</text:p>'
            for t in prose.comments
        )
        pages.append(
            "<draw:page"
            f' draw:name="page{number}"><draw:frame><draw:text-box>{texts}</draw:text-box></draw:frame>'
            f"<presentation:notes><draw:frame><draw:text-box>{notes}</draw:text-box></draw:frame></presentation:notes></draw:page>"
        )
    return f'<office:presentation>{"".join(pages)}</office:presentation>', "", "Presentatie"


def drawing_body(file: File, scenes: Scenes, source: random.Random) -> tuple[str, str, str]:
    """Boxes with text on the pages of a drawing."""
    pages = []
    for number in range(1, source.choice((1, 1, 2)) + 1):
        prose, _ = scenes.prose((1, 4))
        boxes = "".join(
            "<draw:frame><draw:text-box><text:p>"
            f'{spans(file.take(text, ("page", number)), source)}</text:p></draw:text-box></draw:frame>'
            for text in [prose.title, *prose.paragraphs]
        )
        pages.append(f'<draw:page draw:name="page{number}">{boxes}</draw:page>')
    return f'<office:drawing>{"".join(pages)}</office:drawing>', "", "Tekening"


BODIES = {
    "text": text_body,
    "spreadsheet": sheet_body,
    "presentation": slide_body,
    "graphics": drawing_body,
}


def open_document(kind: str):
    def write(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        body, styles, title = BODIES[kind](file, scenes, source)
        xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return package(
            {
                "mimetype": OPEN_TYPE + kind,
                "content.xml": (
                    f"{xml}<office:document-content {SPACES}"
                    f' office:version="1.3"><office:body>{body}</office:body></office:document-content>'
                ),
                "styles.xml": (
                    f"{xml}<office:document-styles {SPACES}"
                    f' office:version="1.3"><office:master-styles>{styles}</office:master-styles></office:document-styles>'
                ),
                "meta.xml": (
                    f"{xml}<office:document-meta {SPACES}"
                    f' office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title></office:meta></office:document-meta>'
                ),
                "META-INF/manifest.xml": (
                    f"{xml}<manifest:manifest"
                    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry'
                    ' manifest:full-path="/"'
                    f' manifest:media-type="{OPEN_TYPE}{kind}"/><manifest:file-entry'
                    ' manifest:full-path="content.xml"'
                    ' manifest:media-type="text/xml"/><manifest:file-entry'
                    ' manifest:full-path="styles.xml"'
                    ' manifest:media-type="text/xml"/><manifest:file-entry'
                    ' manifest:full-path="meta.xml"'
                    ' manifest:media-type="text/xml"/></manifest:manifest>'
                ),
            },
            stored="mimetype",
        )

    return write


def flat(kind: str):
    def write(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        body, styles, title = BODIES[kind](file, scenes, source)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES}'
            ' office:version="1.3" '
            f'office:mimetype="{OPEN_TYPE}{kind}"><office:meta><dc:title>{escape(title)}</dc:title></office:meta>'
            f"<office:master-styles>{styles}</office:master-styles><office:body>{body}</office:body></office:document>"
        ).encode()

    return write


def epub(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    chapters, manifest, spine = {}, "", ""
    for number in range(1, source.randint(1, 3) + 1):
        prose, _ = scenes.prose((2, 6))
        name = f"EPUB/hoofdstuk{number}.xhtml"
        inner = file.member(name)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<html xmlns="http://www.w3.org/1999/xhtml"><head>',
            f"<title>{prose.title}</title></head>",
            "<body>",
            f"<h1>{prose.title}</h1>",
        ]
        lines += [f"<p>{escape(text)}</p>" for text in prose.paragraphs]
        chapters[name] = inner.take_lines("\n".join([*lines, "</body></html>"]) + "\n")
        manifest += (
            f'<item id="h{number}" href="hoofdstuk{number}.xhtml"'
            ' media-type="application/xhtml+xml"/>'
        )
        spine += f'<itemref idref="h{number}"/>'
    title = file.take(
        "Dossier"
        f" {scenes.forms.name(scenes.focus() or scenes.bystander(None), ('first', 'initials'))}",
        section("properties"),
    )
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<?xml version="1.0"?><container version="1.0"'
                ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile'
                ' full-path="EPUB/content.opf"'
                ' media-type="application/oebps-package+xml"/></rootfiles></container>'
            ),
            "EPUB/content.opf": (
                '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
                ' unique-identifier="id">'
                '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier'
                f' id="id">x</dc:identifier><dc:title>{escape(title)}</dc:title>'
                f"</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
            ),
            **chapters,
        },
        stored="mimetype",
    )
