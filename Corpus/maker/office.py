"""LibreOffice: a flat OpenDocument that we wrote, converted by it to what people keep."""

import json
import shutil
import subprocess
from pathlib import Path

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("meta", "meta"), ("presentation", "presentation"), ("number", "datastyle"),
        ("form", "form"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
FILTERS = {
    "fodt": "fodt:OpenDocument Text Flat XML",
    "doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML", "xls": "xls:MS Excel 97",
    "ppt": "ppt:MS PowerPoint 97", "html": "html:HTML (StarWriter)",
}


def flat(kind: str, body: str, styles: str = "", automatic: str = "", master: str = "",
         meta: str = "") -> str:
    """A flat document of `kind`: `text`, `spreadsheet` or `presentation`."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} '
        'office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"<office:meta>{meta}</office:meta><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>\n"
    )


def profile(folder: Path) -> str:
    """The address of a profile of LibreOffice that saves no previews: they are large."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    settings = user / "registrymodifications.xcu"
    if not settings.exists():
        settings.write_text(
            '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.'
            'openoffice.Office.Common/Save/Document"><prop oor:name="GenerateThumbnail" '
            'oor:op="fuse"><value>false</value></prop></item></oor:items>')
    return (folder / "profile").absolute().as_uri()


def convert(source: Path, extension: str, target: Path, filter_name: str = "", **options) -> None:
    """Has LibreOffice convert `source` to `target`; options go to its export filter."""
    to = filter_name or FILTERS.get(extension, extension)
    if options:
        kinds = {bool: "boolean", str: "string", int: "long"}
        values = {
            name: {"type": kinds[type(value)], "value": str(value).lower() if value in (True, False)
                   else value}
            for name, value in options.items()
        }
        to += ":" + json.dumps(values)
    folder = source.parent / "converted"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        ["nice", "soffice", f"-env:UserInstallation={profile(source.parent)}", "--headless",
         "--norestore", "--convert-to", to, "--outdir", folder, source],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    shutil.move(folder / f"{source.stem}.{extension}", target)
