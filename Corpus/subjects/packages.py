"""What is XML in a zip file: the parts that Office, OpenDocument and EPUB share."""

import io
import random
import zipfile
from xml.sax.saxutils import escape

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
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(items, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'


def content_types(overrides: dict[str, str]) -> str:
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
        ' Extension="xml" ContentType="application/xml"/><Default Extension="vml"'
        f' ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>{rows}</Types>'
    )


def core(title: str, author: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator></cp:coreProperties>"
    )


def office_package(
    main: str,
    extra: dict[str, str],
    core_part: str,
    parts: dict[str, str | bytes],
    main_relation: str = OFFICE + "officeDocument",
) -> bytes:
    entries = {
        "[Content_Types].xml": content_types(
            {
                **extra,
                "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            }
        ),
        "_rels/.rels": relations(
            [
                (main_relation, main),
                (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": core_part,
        **parts,
    }
    return package(entries)


def cut(text: str, source: random.Random) -> list[str]:
    """A text in the pieces that an editor leaves behind."""
    if len(text) < 8 or source.random() < 0.4:
        return [text]
    points = sorted(source.sample(range(1, len(text)), min(source.randint(1, 5), len(text) - 1)))
    return [text[a:b] for a, b in zip([0, *points], [*points, len(text)])]
