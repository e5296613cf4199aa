"""Pages of XPS, whose lines lie in pieces by place, each with the advance of its characters.

Source: ECMA-388, 12.1, Glyphs; 9.1, the parts of a package.
"""

import random
from xml.sax.saxutils import quoteattr

from .packages import HEAD, content_types, package, relations
from .scenes import Scenes
from .tree import File, wrapped

XPS = "http://schemas.microsoft.com/xps/2005/06"
EM = 12
# A character takes half an em.
ADVANCE = EM / 2


def glyphs(text: str, x: float, y: float) -> str:
    # A text that begins with a brace would be read as something else.
    shown = "{}" + text if text.startswith("{") else text
    indices = ";".join([",50"] * len(text))
    return (
        f'<Glyphs Fill="#ff000000" FontUri="/Resources/Fonts/1.odttf" FontRenderingEmSize="{EM}" '
        f'OriginX="{x:g}" OriginY="{y:g}" UnicodeString={quoteattr(shown)} Indices="{indices}"/>'
    )


def line(text: str, x: float, y: float, source: random.Random) -> str:
    """In one piece, or cut anywhere into pieces that touch."""
    count = source.choice((0, 0, 1, 2))
    points = sorted(source.sample(range(1, len(text)), min(count, len(text) - 1))) if text else []
    pieces = zip([0, *points], [*points, len(text)])
    return "".join(glyphs(text[a:b], x + ADVANCE * a, y) for a, b in pieces if a < b)


def xps(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    pages: list[str] = []
    for number in range(1, source.choice((1, 1, 2)) + 1):
        prose, _ = scenes.prose()
        step, content, y = ("page", number), [], 60.0
        content.append(line(file.take(prose.header, step), 60, y, source))
        y += 40
        for label, value in prose.fields:
            content.append(line(label, 60, y, source))
            content.append(line(file.take(value, step), 260, y, source))
            y += 18
        for text in prose.paragraphs + prose.footnotes:
            y += 12
            for part in file.take(wrapped(text, 88), step).split("\n"):
                content.append(line(part, 60, y, source))
                y += 18
        content.append(line(file.take(prose.footer, step), 60, 1080, source))
        body = "".join(content)
        if source.random() < 0.5:
            body = f'<Canvas RenderTransform="0.75,0,0,0.75,0,0">{body}</Canvas>'
        pages.append(
            f'{HEAD}<FixedPage xmlns="{XPS}" xml:lang="nl-NL" Width="793.7" Height="1122.5">'
            f"{body}</FixedPage>"
        )
    paths = [f"Documents/1/Pages/{number}.fpage" for number in range(1, len(pages) + 1)]
    listed = "".join(f'<PageContent Source="/{path}"/>' for path in paths)
    entries = {
        "[Content_Types].xml": content_types(
            {path: "application/vnd.ms-package.xps-fixedpage+xml" for path in paths}
        ),
        "_rels/.rels": relations([(f"{XPS}/fixedrepresentation", "/FixedDocSeq.fdseq")]),
        "FixedDocSeq.fdseq": f'{HEAD}<FixedDocumentSequence xmlns="{XPS}">'
        '<DocumentReference Source="/Documents/1/FixedDoc.fdoc"/></FixedDocumentSequence>',
        "Documents/1/FixedDoc.fdoc": f'{HEAD}<FixedDocument xmlns="{XPS}">{listed}</FixedDocument>',
    }
    return package(entries | dict(zip(paths, pages)))
