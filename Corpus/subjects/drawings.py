"""Drawings with text: of Visio, and the metafiles of Windows."""

import random
from xml.sax.saxutils import escape

from . import metafiles
from .packages import HEAD, R, core, office_package, relations, section
from .scenes import Scenes
from .tree import File, wrapped

VISIO = "http://schemas.microsoft.com/office/visio/2012/main"
VISIO_RELATION = "http://schemas.microsoft.com/visio/2010/relationships/"
VISIO_TYPE = "application/vnd.ms-visio."


def vsdx(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Shapes on pages, each with a text."""
    parts, types, listed = {}, {}, ""
    space = f'xmlns="{VISIO}" xmlns:r="{R}" xml:space="preserve"'
    count = source.choice((1, 1, 2))
    for number in range(1, count + 1):
        prose, main = scenes.prose((2, 5))
        shapes = ""
        for index, text in enumerate([prose.title, *prose.paragraphs], 1):
            plain = file.take(text)
            cells = "".join(
                f'<Cell N="{name}" V="{value}"/>'
                for name, value in (
                    ("PinX", 4),
                    ("PinY", 11 - index),
                    ("Width", 6),
                    ("Height", 0.8),
                )
            )
            shapes += (
                f'<Shape ID="{index}" Type="Shape">{cells}<Text>{escape(plain)}</Text></Shape>'
            )
        parts[f"visio/pages/page{number}.xml"] = (
            f"{HEAD}<PageContents {space}><Shapes>{shapes}</Shapes></PageContents>"
        )
        types[f"visio/pages/page{number}.xml"] = f"{VISIO_TYPE}page+xml"
        listed += (
            f'<Page ID="{number - 1}" Name="Blad {number}"><PageSheet><Cell N="PageWidth" V="8"/>'
            f'<Cell N="PageHeight" V="12"/></PageSheet><Rel r:id="rId{number}"/></Page>'
        )
    parts["visio/document.xml"] = f"{HEAD}<VisioDocument {space}/>"
    parts["visio/_rels/document.xml.rels"] = relations(
        [(f"{VISIO_RELATION}pages", "pages/pages.xml")]
    )
    parts["visio/pages/pages.xml"] = f"{HEAD}<Pages {space}>{listed}</Pages>"
    parts["visio/pages/_rels/pages.xml.rels"] = relations(
        [(f"{VISIO_RELATION}page", f"page{number}.xml") for number in range(1, count + 1)]
    )
    types["visio/document.xml"] = f"{VISIO_TYPE}drawing.main+xml"
    types["visio/pages/pages.xml"] = f"{VISIO_TYPE}pages+xml"
    title = file.take(
        f"Schema {scenes.forms.name(main, ('initials', 'first'))}", section("properties")
    )
    return office_package(
        "visio/document.xml", types, core(title, "beheer"), parts, f"{VISIO_RELATION}document"
    )


def metafile(write):
    """A writer of a drawing of Windows whose lines `write` places."""

    def make(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        prose, _ = scenes.prose((2, 5))
        lines = []
        for text in (prose.title, *prose.paragraphs):
            lines += file.take(wrapped(text, 80)).split("\n")
        return write(lines)

    return make


emf = metafile(metafiles.emf)
wmf = metafile(metafiles.wmf)
