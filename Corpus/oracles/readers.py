"""By the ending of a document's name, the tools that read its text.

Each takes a path and returns text; it may raise anything, which means that it cannot read that
document.
"""

import codecs
import csv
import html
import html.parser
import io
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

from .tools import PASSWORDS, Unreadable, converted, note_library, run, scratch

Reader = Callable[[Path], str]


def office_text(path: Path) -> str:
    return "\n".join(f.read_text("utf-8", "replace")
                     for f in converted(path, "txt:Text (encoded):UTF8", ".txt"))


def office_sheets(path: Path) -> str:
    # Every sheet (-1), as shown.
    options = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    return "\n".join(f.read_text("utf-8", "replace") for f in converted(path, options, ".csv"))


def office_pages(path: Path) -> str:
    return "\n".join(run("pdftotext", f, "-") for f in converted(path, "pdf", ".pdf"))


def office_slides(path: Path) -> str:
    return "\n".join(package_text(f) for f in converted(path, "odp", ".odp"))


# MARK: PDF


def pdftotext(path: Path) -> str:
    for password in PASSWORDS:
        try:
            return run("pdftotext", "-upw", password, path, "-")
        except Unreadable:
            continue
    raise Unreadable


def pypdf(path: Path) -> str:
    import pypdf as library

    note_library("pypdf")
    reader = library.PdfReader(path)
    if reader.is_encrypted and not any(reader.decrypt(word) for word in PASSWORDS):
        raise Unreadable
    texts = [page.extract_text() for page in reader.pages]
    texts += [str(value) for key, value in (reader.metadata or {}).items() if key != "/Trapped"]
    for name, field in (reader.get_fields() or {}).items():
        texts += [name, str(field.get("/TU", "")), str(field.get("/V", ""))]
    for page in reader.pages:
        for annotation in page.get("/Annots") or []:
            texts += strings(annotation.get_object(), 3)
    outline = [reader.outline]
    while outline:
        entry = outline.pop()
        if isinstance(entry, list):
            outline += entry
        else:
            texts.append(str(entry.title))
    return "\n".join(texts)


# The entries of annotations that people write or follow.
SPOKEN = {"/Contents", "/T", "/TU", "/V", "/DV", "/URI", "/Subj", "/A", "/Opt"}


def strings(value: object, depth: int) -> list[str]:
    """The texts in an object of a PDF."""
    value = value.get_object() if hasattr(value, "get_object") else value
    if isinstance(value, dict) and depth > 0:
        return [text for key in SPOKEN & set(value) for text in strings(value[key], depth - 1)]
    if isinstance(value, list) and depth > 0:
        return [text for item in value for text in strings(item, depth - 1)]
    return [str(value)] if isinstance(value, str) else []


def pdfplumber(path: Path) -> str:
    import pdfplumber as library

    note_library("pdfplumber")
    for password in PASSWORDS:
        try:
            with library.open(path, password=password) as document:
                texts = [page.extract_text() or "" for page in document.pages]
                texts += [str(v) for key, v in document.metadata.items() if key != "Trapped"]
                for annotation in document.annots:
                    texts += [str(annotation.get(k) or "") for k in ("contents", "title", "uri")]
                return "\n".join(texts)
        except Exception:  # noqa: BLE001: the library has no one error for a wrong password
            continue
    raise Unreadable


# MARK: Packages of XML

# Where text ends that the elements of a line share, and what holds no text.
BREAKS = {"p", "br", "tab", "tc", "c", "row", "si", "v", "f", "t-sheet", "cell", "table-cell", "h",
          "s", "line-break", "title", "creator", "li", "td", "th", "div", "tr", "dt", "dd", "option",
          "pt", "Data", "Cell", "str"}


def element_text(data: bytes) -> str:
    """The text of the elements of XML, with spaces where a paragraph or cell ends."""
    from lxml import etree

    note_library("lxml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    pieces: list[str] = []
    for event, element in etree.iterwalk(etree.fromstring(data, parser), ("start", "end")):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if not hasattr(element.getparent(), "tag") or name in BREAKS:
                pieces.append(" ")
            if name:
                pieces.append(element.text or "")
        else:
            pieces.append(" " if name in BREAKS or len(element) else "")
            pieces.append(element.tail or "")
    return "".join(pieces)


def package_text(path: Path) -> str:
    """All XML of a package that is not only for how it looks."""
    texts = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".xhtml", ".html")) and not re.search(
                    r"theme|styles?\.xml|settings|Layout|Master|\[Content|manifest|calcChain|app\.xml",
                    name):
                texts.append(element_text(package.read(name)))
    return "\n".join(texts)


def xml(path: Path) -> str:
    return element_text(path.read_bytes())


def python_docx(path: Path) -> str:
    import docx

    note_library("python-docx")
    document = docx.Document(path)
    stories = [document]
    for section in document.sections:
        stories += [section.header, section.footer, section.first_page_header]
    texts: list[str] = []
    while stories:
        story = stories.pop()
        texts += [paragraph.text for paragraph in story.paragraphs]
        stories += [cell for table in story.tables for row in table.rows for cell in row.cells]
    known = document.core_properties
    texts += [known.author, known.title, known.subject, known.keywords, known.comments]
    return "\n".join(texts)


def openpyxl(path: Path) -> str:
    import openpyxl as library

    note_library("openpyxl")
    texts = []
    for values in (False, True):
        book = library.load_workbook(path, data_only=values)
        for sheet in book.worksheets:
            texts.append(sheet.title)
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                texts.append("" if cell.value is None else str(cell.value))
                texts.append(cell.comment.text if cell.comment else "")
                texts.append(cell.hyperlink.target or "" if cell.hyperlink else "")
    return "\n".join(texts)


def xlrd(path: Path) -> str:
    import xlrd as library

    note_library("xlrd")
    book = library.open_workbook(path, formatting_info=True)
    texts = []
    for sheet in book.sheets():
        texts.append(sheet.name)
        texts += [str(cell.value) for row in sheet.get_rows() for cell in row]
        texts += [note.text for note in sheet.cell_note_map.values()]
    return "\n".join(texts)


def python_pptx(path: Path) -> str:
    import pptx

    note_library("python-pptx")
    texts = []
    for slide in pptx.Presentation(path).slides:
        shapes = list(slide.shapes)
        if slide.has_notes_slide:
            shapes += list(slide.notes_slide.shapes)
        while shapes:
            shape = shapes.pop()
            shapes += list(getattr(shape, "shapes", ()))
            texts.append(shape.text_frame.text if shape.has_text_frame else "")
            if getattr(shape, "has_table", False):
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def odfpy(path: Path) -> str:
    from odf import opendocument, teletype
    from odf.table import TableCell
    from odf.text import H, P

    note_library("odfpy")
    document = opendocument.load(path)
    texts = []
    for kind in (P, H):
        texts += [teletype.extractText(node) for node in document.getElementsByType(kind)]
    for cell in document.getElementsByType(TableCell):
        texts.append(cell.getAttribute("value") or cell.getAttribute("datevalue") or "")
    return "\n".join(texts)


# MARK: Markup and mail


class Markup(html.parser.HTMLParser):
    """All text of HTML, also of the attributes that people read or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.silent += tag in ("script", "style")
        self.texts += [" " + (value or "") + " " for name, value in attrs
                       if name in ("href", "value", "content", "alt", "title", "placeholder")]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")
        if tag not in ("b", "i", "span", "em", "strong", "font", "a", "u"):
            self.texts.append("\n")

    def handle_data(self, data: str) -> None:
        self.texts.append("" if self.silent > 0 else data)


def decoded(path: Path) -> str:
    """A text by Python's codecs, in the encoding that its mark, its declaration or its name tells."""
    data = path.read_bytes()
    for mark, name in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
                       (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(name)
    declared = re.search(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", data[:2048])
    for name in (path.stem.replace("-bom", ""), declared and declared[1].decode(), "utf-8", "cp1252"):
        try:
            return data.decode(name or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    raise Unreadable


def html_parser(path: Path) -> str:
    parser = Markup()
    parser.feed(decoded(path))
    return "".join(parser.texts)


def lxml_html(path: Path) -> str:
    from lxml import html as library

    note_library("lxml")
    tree = library.fromstring(path.read_bytes())
    for node in tree.xpath("//script|//style"):
        node.drop_tree()
    texts = [*tree.itertext(), *tree.xpath("//@href|//@value|//@content|//@alt|//@title")]
    return "\n".join(map(str, texts))


def pandoc(form: str) -> Reader:
    return lambda path: run("pandoc", "-f", form, "-t", "plain", "--wrap=none", path)


def striprtf(path: Path) -> str:
    from striprtf.striprtf import rtf_to_text

    note_library("striprtf")
    return rtf_to_text(path.read_text("cp1252"), encoding="cp1252", errors="replace")


def extract_msg(path: Path) -> str:
    import extract_msg as library

    note_library("extract-msg")
    with library.openMsg(path) as message:
        known = [message.subject, message.sender, message.to, message.cc, message.body]
        page = getattr(message, "htmlBody", None)
        if page:
            parser = Markup()
            parser.feed(page.decode("utf-8", "replace"))
            known.append("".join(parser.texts))
        return "\n".join(text for text in known if text)


def olefile(path: Path) -> str:
    """The texts that a message of Outlook holds as properties, its own and those of its recipients."""
    import olefile as library

    note_library("olefile")
    texts = []
    with library.OleFileIO(path) as compound:
        for name in compound.listdir():
            kind = name[-1][-4:]
            # Not the addresses of Exchange, nor the attachments of attachments.
            if name[-1].startswith("__substg1.0_") and kind in ("001F", "001E"):
                data = compound.openstream(name).read()
                texts.append(data.decode("utf-16-le" if kind == "001F" else "cp1252", "replace"))
    return "\n".join(texts)


# MARK: Texts, tables, pictures


def iconv(path: Path) -> str:
    data = path.read_bytes()
    name = path.stem.replace("-bom", "").upper()
    try:
        codecs.lookup(name)
    except LookupError:
        name = "UTF-8"
    if name in ("UTF-16-LE", "UTF-16-BE"):
        name = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else name[:6] + name[7:]
    return run("iconv", "-f", name, "-t", "UTF-8", path)


def unfolded(path: Path) -> str:
    """Lines of vCard, iCalendar or LDIF put together, by what their standards say of folding."""
    import base64

    text = re.sub(r"\r?\n[ \t]", "", decoded(path))
    packed = re.findall(r"^[\w;-]+:: *(\S+)$", text, re.M)
    plain = re.sub(r"^[\w;-]+:: *\S+$", "", text, flags=re.M)
    return "\n".join([plain.replace("\\,", ",").replace("\\n", "\n")]
                     + [base64.b64decode(value).decode("utf-8", "replace") for value in packed])


def vobject(path: Path) -> str:
    import vobject as library

    note_library("vobject")
    texts = []
    nodes = list(library.readComponents(decoded(path)))
    while nodes:
        node = nodes.pop()
        nodes += list(node.getChildren()) if hasattr(node, "getChildren") else []
        texts.append(str(getattr(node, "value", "")))
    return "\n".join(texts)


def python_csv(path: Path) -> str:
    return "\n".join(" ".join(row) for row in csv.reader(io.StringIO(decoded(path)), delimiter=";"))


def copied(path: Path) -> Path:
    """A copy of a database with its journal: whoever opens one writes beside it."""
    folder = scratch()
    for part in path.parent.glob(path.name + "*"):
        shutil.copy(part, folder)
    return folder / path.name


def python_sqlite(path: Path) -> str:
    texts = []
    with sqlite3.connect(f"file:{copied(path)}?mode=ro", uri=True) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (name,) in names:
            texts += [name, *(row[1] for row in database.execute(
                "SELECT * FROM pragma_table_info(?)", (name,)))]
            for row in database.execute('SELECT * FROM "' + name.replace('"', '""') + '"'):
                texts.append(" ".join(v.decode("utf-8", "ignore") if isinstance(v, bytes) else str(v)
                                      for v in row))
    return "\n".join(texts)


def sqlite(path: Path) -> str:
    return run("sqlite3", "-readonly", copied(path), ".dump")


def fmptools(path: Path) -> str:
    """The tables, which it writes into SQLite; that of an early file bears the name of the file."""
    base = scratch() / "tables.db"
    run("fmp2sqlite", path, base)
    text = python_sqlite(base).replace("None", "")
    return text.removeprefix(path.stem) if path.suffix == ".fp5" else text


def dbfread(path: Path) -> str:
    from dbfread import DBF
    note_library("dbfread")
    table = DBF(path, load=True)
    return "\n".join(str(value) for record in (*table.records, *table.deleted)
                     for value in record.values())


def dbfread_memos(path: Path) -> str:
    """The memos of the table beside the file."""
    from dbfread import DBF
    note_library("dbfread")
    table = DBF(path.with_suffix(".dbf"), load=True)
    columns = [field.name for field in table.fields if field.type == "M"]
    return "\n".join(str(record[column]) for record in (*table.records, *table.deleted)
                     for column in columns)


def cells(data) -> list[str]:
    """The values of a table of pandas, numbers as people write them."""
    return [str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell)
            for row in data.to_numpy().tolist() for cell in row
            if cell is not None and cell == cell]


def pyreadstat(path: Path) -> str:
    import pyreadstat as library
    note_library("pyreadstat")
    read = {"dta": library.read_dta, "sas7bdat": library.read_sas7bdat,
            "xpt": library.read_xport}.get(path.suffix[1:].lower(), library.read_sav)
    data, about = read(path)
    labels = [label for label in about.column_names_to_labels.values() if label]
    meanings = [label for labels in about.variable_value_labels.values()
                for label in labels.values()]
    return "\n".join([*cells(data), *about.column_names, *labels, *meanings,
                      *(about.notes or []), about.file_label or ""])


def pandas(path: Path) -> str:
    import pandas as library
    note_library("pandas")
    if path.suffix.lower() == ".dta":
        with library.read_stata(path, iterator=True) as file:
            labels = [label for label in file.variable_labels().values() if label]
            title = file.data_label
            data = file.read()
    else:
        data = library.read_sas(path, encoding="utf-8")
        labels, title = [], ""
    return "\n".join([*cells(data), *map(str, data.columns), *labels, title])


def nested(value) -> list[str]:
    """The names and values within a value of a table of columns; bytes are documents of their own."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in (name, *nested(inner))]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in nested(inner)]
    if isinstance(value, float) and value.is_integer():
        return [str(int(value))]
    return [] if value is None or isinstance(value, bytes) else [str(value)]


def pyarrow(path: Path) -> str:
    from pyarrow import parquet
    note_library("pyarrow")
    table = parquet.read_table(path)
    notes = {name.decode(): text.decode() for name, text in (table.schema.metadata or {}).items()
             if name not in (b"ARROW:schema", b"pandas")}
    return "\n".join([*table.column_names, *nested(table.to_pylist()), *nested(notes)])


def duckdb(path: Path) -> str:
    import duckdb as library
    note_library("duckdb")
    with library.connect() as database:
        rows = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in rows.description]
        texts = nested([dict(zip(names, row)) for row in rows.fetchall()])
        notes = database.execute(
            "SELECT key, value FROM parquet_kv_metadata(?)"
            " WHERE key NOT IN ('ARROW:schema', 'pandas')", [str(path)])
        return "\n".join([*texts, *nested(notes.fetchall())])


def pyreadr(path: Path) -> str:
    import pyreadr as library
    note_library("pyreadr")
    tables = library.read_r(str(path))
    return "\n".join(text for data in tables.values()
                     for text in [*cells(data), *map(str, data.columns)])


R_PRINTS = """p <- commandArgs(TRUE)[1]
e <- new.env()
if (grepl("rds$", p)) e$d <- readRDS(p) else load(p, e)
say <- function(x) {
  if (is.environment(x)) { for (n in ls(x)) if (!identical(x[[n]], x)) say(x[[n]]) }
  else if (is.raw(x)) cat(rawToChar(x), "\n")
  else if (is.function(x)) cat(deparse(body(x)), "\n")
  else if (is.list(x)) { cat(names(x), "\n"); for (i in x) say(i) }
  else if (!is.null(x)) cat(names(x), format(x, scientific = FALSE, trim = TRUE), levels(x), "\n")
  cat(attr(x, "label"), attr(x, "comment"), names(attr(x, "labels")), "\n")
}
say(e)
"""


def r(path: Path) -> str:
    return run("Rscript", "-e", R_PRINTS, path)


def numbers_parser(path: Path) -> str:
    import warnings

    from numbers_parser import Document
    note_library("numbers-parser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = Document(path)
    texts = []
    for sheet in book.sheets:
        for table in sheet.tables:
            texts += [str(int(cell)) if isinstance(cell, float) and cell == int(cell)
                      else cell.strftime("%d-%m-%Y") if hasattr(cell, "strftime") else str(cell)
                      for row in table.rows(values_only=True) for cell in row if cell is not None]
    return "\n".join(texts)


def pspp(path: Path) -> str:
    target = scratch() / "data.csv"
    run("pspp-convert", "-O", "csv", path, target)
    return target.read_text("utf-8")


def pg_restore(path: Path) -> str:
    """The rows of the tables of a dump, without the statements around them and large objects."""
    script = run("pg_restore", "-f", "-", "--no-comments", path)
    rows = re.findall(r"^COPY ([^;]*) FROM stdin;\n(.*?)^\\\.$", script, re.M | re.S)
    inserts = re.findall(r"^INSERT INTO .*?\);$", script, re.M | re.S)
    texts = [*(part for row in rows for part in row), *inserts]
    return "\n".join(texts).replace("\\t", "\t").replace("\\n", "\n")


def exiftool(path: Path) -> str:
    """What people wrote into a picture; not what the program computes."""
    tags = json.loads(run("exiftool", "-j", "-g1", "-EXIF:all", "-XMP:all", "-IPTC:all",
                          "-Comment", "-PNG:all", "-GIF:Comment", path))[0]
    texts: list[str] = []
    for group in tags.values():
        for name, value in group.items() if isinstance(group, dict) else ():
            if not re.search(r"GPS|Resolution|Version|Toolkit|Width|Height|Interlace|Filter|Depth|"
                             r"Compression|Type|YCbCr|Strip|Config|Rows|Samples|Planar|Photometric",
                             name):
                texts.append(str(value))
    return "\n".join(texts)


def exiftool_media(path: Path) -> str:
    """What people wrote into a recording; not what the program computes."""
    groups = ("ID3", "ID3v1", "ID3v2_2", "ID3v2_3", "ID3v2_4", "APE", "ItemList", "UserData", "Keys",
              "iTunes", "XMP", "RIFF", "ASF", "Vorbis", "FLAC", "Matroska", "Track1")
    tags = json.loads(run("exiftool", "-j", "-a", "-charset", "riff=utf8",
                          *(f"-{group}:all" for group in groups), path))[0]
    return "\n".join(str(value) for name, value in tags.items()
                     if not re.search(r"SourceFile|Warning|Picture|CoverArt|Duration|Date|Encoding|Codec|Type|"
                                      r"Rate|UID|Language|Compressor|Version|Channels|Time", name))


def ffprobe(path: Path) -> str:
    """The tags of the whole, of its streams and of its chapters."""
    found = json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_entries",
                           "format_tags:stream_tags:chapter_tags", path))
    parts = [found.get("format", {}), *found.get("streams", ()), *found.get("chapters", ())]
    return "\n".join(str(value) for part in parts for name, value in part.get("tags", {}).items()
                     if not re.search(r"brand|minor_version|language|mimetype|vendor_id", name))


def ffmpeg(path: Path) -> str:
    """What ffprobe tells, and the captions of all tracks."""
    captions = []
    for track in range(8):
        try:
            captions.append(run("ffmpeg", "-v", "error", "-i", path, "-map", f"0:s:{track}", "-f",
                                "srt", "-"))
        except Unreadable:
            break
    return "\n".join([ffprobe(path), *map(spoken, captions)])


def spoken(captions: str) -> str:
    """The texts of SubRip, WebVTT or SubStation Alpha, without their times and looks."""
    kept = []
    for line in captions.splitlines():
        if line.startswith("Dialogue:"):
            fields = line.split(",", 9)
            kept.append(f"{fields[4]}: {fields[9]}".replace("\\N", "\n"))
        elif not re.match(r"[\d:.,]+( -->|$)|(Style|Format|PlayRes.|ScriptType|\W*Script generated|"
                          r"WEBVTT)\b", line):
            kept.append(line)
    return html.unescape(re.sub(r"<[^>]*>|\{\\[^}]*\}", "", "\n".join(kept)))


def exiftool_captions(path: Path) -> str:
    """The texts of the samples of all tracks."""
    tags = json.loads(run("exiftool", "-j", "-ee", "-a", "-G3", path))[0]
    return "\n".join([exiftool_media(path), *(str(value) for name, value in tags.items()
                                              if name.endswith(":Text"))])


def rpm(path: Path) -> str:
    """What a package says of itself."""
    facts = ("name", "summary", "description", "packager", "url", "vendor", "postin")
    changes = "[%{changelogname}\\n%{changelogtext}\\n]"
    wanted = "".join(f"%{{{fact}}}\\n" for fact in facts) + changes
    return run("rpm", "-qp", "--qf", wanted, path)


def mkvextract(path: Path) -> str:
    """The captions of all tracks."""
    tracks = json.loads(run("mkvmerge", "-J", path))["tracks"]
    texts = []
    for track in tracks:
        if track["type"] == "subtitles":
            target = copied(path).with_suffix(".text")
            run("mkvextract", path, "tracks", f"{track['id']}:{target}")
            texts.append(spoken(target.read_text("utf-8-sig")))
    return "\n".join(texts)


def midicsv(path: Path) -> str:
    """The texts of all events."""
    return "\n".join(re.findall(r'_[a-z]+, "(.*)"$', run("midicsv", path), re.M))


def mutagen(path: Path) -> str:
    import mutagen as library
    from mutagen import apev2

    note_library("mutagen")
    tags = list((library.File(path).tags or {}).values())
    if path.suffix == ".mp3":
        try:
            tags += apev2.APEv2(path).values()
        except apev2.error:
            pass
    texts: list[str] = []
    for tag in tags:
        for value in tag if isinstance(tag, list) else [tag]:
            value = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
            if not re.search(r"\b(image|data)\b|\ufffd", repr(value)):
                texts.append(str(value) if isinstance(value, str) else value.pprint())
    return "\n".join(texts)


def event_values(events: str) -> str:
    """The texts and attributes of events; not the names of values."""
    from lxml import etree

    note_library("lxml")
    texts = []
    for event in re.findall(r"<Event [\s\S]*?</Event>", events):
        for element in etree.fromstring(event).iter():
            name = etree.QName(element).localname
            texts.append("" if name == "Binary" else element.text or "")
            texts += [value for key, value in element.items() if (name, key) != ("Data", "Name")]
    return "\n".join(texts)


def evtxexport(path: Path) -> str:
    return event_values(run("evtxexport", "-f", "xml", "-m", "all", path))


def pyevtx(path: Path) -> str:
    import evtx as library

    note_library("evtx")
    records = library.PyEvtxParser(str(path)).records()
    return event_values("\n".join(record["data"] for record in records))


def raw_strings(path: Path) -> str:
    return "\n".join(run("strings", "-n", "4", "-e", form, path) for form in ("S", "l", "b"))


WORD = (python_docx, office_text, office_pages, pandoc("docx"), package_text)
OPEN = (odfpy, office_text, office_pages, package_text)

def pydicom(path: Path) -> str:
    import pydicom as library

    note_library("pydicom")

    def values(data) -> list[str]:
        found = []
        for element in data:
            if element.VR == "SQ":
                for item in element.value:
                    found += values(item)
            elif element.VR in ("LO", "LT", "PN", "SH", "ST", "UC", "UT"):
                found.append(str(element.value))
        return found

    return "\n".join(values(library.dcmread(path, force=True)))


READERS: dict[str, tuple[Reader, ...]] = {
    "pdf": (pdftotext, pypdf, pdfplumber),
    "docx": WORD,
    "doc": (lambda p: run("antiword", "-m", "UTF-8.txt", "-w", "0", p),
            lambda p: run("catdoc", "-d", "utf-8", "-w", p), office_text, office_pages),
    "xlsx": (openpyxl, office_sheets, package_text),
    "xls": (xlrd, lambda p: run("xls2csv", "-d", "utf-8", p), office_sheets),
    "pptx": (python_pptx, office_slides, package_text),
    "ppt": (lambda p: run("catppt", "-d", "utf-8", p), office_slides, raw_strings),
    "odt": (*OPEN, pandoc("odt")), "odp": OPEN,
    "ods": (odfpy, office_sheets, package_text),
    "fodt": (xml, office_text, office_pages),
    "xml": (xml, office_text, office_sheets),
    "rtf": (striprtf, lambda p: run("unrtf", "--text", p), office_text),
    "html": (html_parser, lxml_html, pandoc("html")), "htm": (html_parser, lxml_html),
    "epub": (package_text, pandoc("epub")),
    "msg": (extract_msg, olefile),
    "ics": (unfolded, vobject), "vcf": (unfolded, vobject), "ldif": (unfolded,),
    "csv": (decoded, python_csv), "txt": (decoded, iconv), "md": (decoded,), "sql": (decoded,),
    "db": (python_sqlite, sqlite), "sqlite": (python_sqlite, sqlite),
    "sqlite3": (python_sqlite, sqlite),
    "dcm": (pydicom, lambda p: run("dcmdump", "-q", "+L", "+U8", p)),
    "numbers": (numbers_parser,),
    "sav": (pyreadstat, pspp), "zsav": (pyreadstat, pspp),
    "dta": (pyreadstat, pandas), "sas7bdat": (pyreadstat, pandas), "xpt": (pyreadstat, pandas),
    "parquet": (pyarrow, duckdb),
    "rds": (pyreadr, r), "rdata": (pyreadr, r),
    "dump": (pg_restore,), "fp5": (fmptools,), "fmp12": (fmptools,),
    "evtx": (evtxexport, pyevtx),
    "dbf": (dbfread, office_sheets),
    "dbt": (dbfread_memos, raw_strings), "fpt": (dbfread_memos, raw_strings),
}
for ending in ("jpg", "png", "gif", "tiff", "tif", "webp", "bmp", "heic", "cr3", "jp2", "psd"):
    READERS[ending] = (exiftool, raw_strings)
for ending in ("mp3", "mp4", "mov", "3gp", "m4a", "wav", "avi", "wma", "ogg", "oga", "opus", "spx",
               "flac", "aiff", "aac", "flv"):
    READERS[ending] = (mutagen, ffmpeg, exiftool_media)
for ending in ("mp4", "mov"):
    READERS[ending] = (mutagen, ffmpeg, exiftool_captions)
READERS["mkv"] = (mutagen, ffmpeg, exiftool_media, mkvextract)
READERS["webm"] = (mutagen, ffmpeg, exiftool_media, raw_strings)
READERS["rpm"] = (rpm, raw_strings)
READERS["mid"] = (midicsv, raw_strings)
