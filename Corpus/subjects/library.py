"""The whole folder: how many documents of which format, and where they lie."""

import random
import shutil
import zlib
from pathlib import Path

from . import (
    containers,
    databases,
    dicom,
    drawings,
    foreign,
    lotus,
    mails,
    messages,
    office,
    office2003,
    opendocument,
    pages,
    pictures,
    plain,
    postgres,
    vektis,
    wordperfect,
    xlsb,
    xps,
)
from .cast import Cast
from .scenes import LISTS, TITLES, Scenes
from .tree import Tree

WESTERN, UNICODE = ("cp1252",), ("utf-8",)
TEXTS = (
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "cp1252",
    "cp1252",
    "iso-8859-15",
    "cp850",
    "utf-16-le-bom",
    "utf-16-be-bom",
)
TABLES = ("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16-le-bom")

# Format, ending, writer, count, encodings.
FORMATS = (
    ("txt", "txt", plain.txt, 110, TEXTS),
    ("note", "txt", plain.note, 60, TEXTS),
    ("md", "md", plain.markdown, 50, UNICODE),
    ("html", "html", plain.webpage, 80, ("utf-8", "utf-8", "cp1252")),
    ("rtf", "rtf", plain.rich, 70, UNICODE),
    ("csv", "csv", plain.comma_separated, 110, TABLES),
    ("tsv", "tsv", plain.tab_separated, 35, TABLES),
    ("json", "json", plain.json_document, 60, UNICODE),
    ("json-dossier", "json", plain.json_dossier, 30, UNICODE),
    ("ndjson", "ndjson", plain.json_lines, 30, UNICODE),
    ("xml", "xml", plain.xml, 50, ("utf-8", "utf-8", "iso-8859-1")),
    ("svg", "svg", plain.drawing, 20, UNICODE),
    ("vcf", "vcf", plain.cards, 40, UNICODE),
    ("ics", "ics", plain.calendar, 40, UNICODE),
    ("ldif", "ldif", plain.directory, 30, UNICODE),
    ("log", "log", plain.log, 25, UNICODE),
    ("sql", "sql", plain.sql, 40, UNICODE),
    ("docx", "docx", office.docx, 150, UNICODE),
    ("xlsx", "xlsx", office.xlsx, 120, UNICODE),
    ("xlsb", "xlsb", xlsb.xlsb, 40, UNICODE),
    ("pptx", "pptx", office.pptx, 50, UNICODE),
    ("odt", "odt", opendocument.open_document("text"), 60, UNICODE),
    ("ods", "ods", opendocument.open_document("spreadsheet"), 50, UNICODE),
    ("odp", "odp", opendocument.open_document("presentation"), 30, UNICODE),
    ("fodt", "fodt", opendocument.flat("text"), 15, UNICODE),
    ("fods", "fods", opendocument.flat("spreadsheet"), 25, UNICODE),
    ("epub", "epub", opendocument.epub, 30, UNICODE),
    ("pdf", "pdf", pages.pdf, 120, WESTERN),
    ("xps", "xps", xps.xps, 30, UNICODE),
    ("eml", "eml", mails.single, 120, UNICODE),
    ("mbox", "mbox", mails.mailbox, 35, UNICODE),
    ("pst", "pst", mails.outlook_store, 20, UNICODE),
    ("zip", "zip", containers.zip_archive, 60, UNICODE),
    ("zip-encrypted", "zip", containers.under_password, 10, UNICODE),
    ("zip-nested", "zip", containers.nested, 25, UNICODE),
    ("tar", "tar", containers.tar_archive, 20, UNICODE),
    ("tar.gz", "tar.gz", containers.tar_gz, 20, UNICODE),
    ("tar.xz", "tar.xz", containers.tar_xz, 8, UNICODE),
    ("rar", "rar", containers.rar_archive, 30, UNICODE),
    ("gz", "gz", containers.compressed("gz"), 20, UNICODE),
    ("bz2", "bz2", containers.compressed("bz2"), 12, UNICODE),
    ("xz", "xz", containers.compressed("xz"), 12, UNICODE),
    ("sqlite", "db", databases.sqlite, 40, UNICODE),
    ("mdb", "mdb", databases.access, 30, UNICODE),
    ("dbf", "dbf", databases.dbase_table, 30, ("cp1252", "cp850")),
    ("vektis", "ei", vektis.declaration, 20, ("cp1252", "utf-8")),
    ("hl7", "hl7", messages.hl7, 20, ("utf-8", "cp1252")),
    ("edifact", "edi", messages.edifact, 20, ("iso-8859-1", "utf-8")),
    ("word-xml", "xml", office2003.word, 15, UNICODE),
    ("workbook-xml", "xml", office2003.workbook, 15, UNICODE),
    ("flat-opc", "xml", office2003.flat, 15, UNICODE),
    ("xls-4", "xls", databases.worksheet, 15, WESTERN),
    ("wk1", "wk1", lotus.worksheet, 15, ("iso-8859-1",)),
    ("dcm", "dcm", dicom.report, 20, ("iso-8859-1", "utf-8")),
    ("wpd", "wpd", wordperfect.letter_or_report, 20, ("iso-8859-1",)),
    ("fodp", "fodp", opendocument.flat("presentation"), 10, UNICODE),
    ("fodg", "fodg", opendocument.flat("graphics"), 10, UNICODE),
    ("odg", "odg", opendocument.open_document("graphics"), 10, UNICODE),
    ("vsdx", "vsdx", drawings.vsdx, 15, UNICODE),
    ("emf", "emf", drawings.emf, 15, UNICODE),
    ("wmf", "wmf", drawings.wmf, 15, WESTERN),
    ("one", "one", mails.notebook, 20, UNICODE),
    ("mht", "mht", mails.web_archive, 15, UNICODE),
    ("eml-signed", "eml", mails.signed, 15, UNICODE),
    ("eml-winmail", "eml", mails.with_winmail, 15, UNICODE),
    ("tnef", "dat", mails.winmail, 15, UNICODE),
    ("p7m", "p7m", containers.signed, 10, UNICODE),
    ("iso", "iso", containers.disc, 15, UNICODE),
    ("lzma", "lzma", containers.compressed("lzma"), 8, UNICODE),
    ("Z", "Z", containers.compressed("Z"), 8, UNICODE),
    ("pg-plain", "sql", databases.postgres_plain, 15, UNICODE),
    ("pg-custom", "dump", databases.postgres_archive(postgres.custom_dump), 15, UNICODE),
    ("pg-tar", "tar", databases.postgres_archive(postgres.tar_dump), 10, UNICODE),
    ("png", "png", pictures.picture(pictures.png), 10, UNICODE),
    ("jpeg", "jpg", pictures.picture(pictures.jpeg), 10, UNICODE),
    ("gif", "gif", pictures.picture(pictures.gif), 8, UNICODE),
    ("tiff", "tif", pictures.picture(pictures.tiff), 8, UNICODE),
    ("webp", "webp", pictures.picture(pictures.webp), 8, UNICODE),
    ("jp2", "jp2", pictures.picture(pictures.jp2), 8, UNICODE),
    ("psd", "psd", pictures.picture(pictures.psd), 8, UNICODE),
    ("heic", "heic", pictures.picture(pictures.heic), 8, UNICODE),
)
# The encodings that a text with every letter fits.
WIDE = ("utf-8", "utf-8-sig", "utf-16-le-bom", "utf-16-be-bom")
FOLDERS = (
    "Sociaal Domein/Wmo",
    "Sociaal Domein/Jeugd",
    "Burgerzaken",
    "Personeel en Organisatie/2022",
    "Personeel en Organisatie/2023",
    "Financien/Debiteuren",
    "Archief/oud",
    "Vergunningen",
    "Klachten",
    "Post",
)


def write(cast: Cast, folder: Path, committed: Path, seed: int) -> None:
    tree = Tree(folder)
    for name, ending, make, count, encodings in FORMATS:
        for number in range(count):
            source = random.Random(zlib.crc32(f"{seed}/{name}/{number}".encode()))
            encoding = source.choice(encodings)
            scenes = Scenes(cast, source, "utf-8" if encoding in WIDE else encoding)
            file = tree.file(*placed(name, number, scenes, source), ending, name)
            tree.write(file, make(file, scenes, source, encoding))
    for row in foreign.truth(committed):
        target = folder / "Aangeleverd" / row["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(committed / row["file"], target)
        tree.truth.append({**row, "file": f"Aangeleverd/{row['file']}"})
    tree.write_truth(folder.parent / f"{folder.name}.truth.ndjson")


def placed(name: str, number: int, scenes: Scenes, source: random.Random) -> tuple[str, str]:
    """The folder and the name without its ending; some of both say whom they are about."""
    folder = source.choice(FOLDERS)
    stem = f"{source.choice(TITLES + LISTS)} {source.randint(2015, 2024)}-{number:03}"
    chance = source.random()
    person = scenes.focus() or scenes.bystander(None)
    forms = scenes.forms
    if chance < 0.08:
        stem = (
            f"{source.choice(TITLES)}"
            f" {forms.name(person, ('initials', 'first', 'sorted', 'reversed', 'plain'))}"
            f" {number:03}"
        )
    elif chance < 0.12:
        stem = f"{source.choice(TITLES).lower()}_{forms.account(person)}_{number:03}"
    elif chance < 0.14:
        stem = f"{forms.bsn_plain(person)} {source.choice(TITLES)} {number:03}"
    elif chance < 0.17:
        folder += f"/{forms.name(person, ('sorted', 'initials', 'first', 'sorted-first'))}"
    return folder, stem
