"""A small share of the municipality of Lindewaard, which does not exist, for demonstrations."""

from pathlib import Path

from . import office
from .document import ENCODINGS
from .marks import parse
from .people import people
from .templates import (
    correspondence,
    exchange,
    flowing,
    letters,
    logs,
    negatives,
    pages,
    records,
    structured,
    tables,
)
from .templates.draft import Writer

SHARE = "Lindewaard (S)"
# Folder, name without extension, template, and the variation it takes; `{n}` counts from 1.
FILES = (
    ("Burgerzaken/Brieven 2024", "Brief burgerzaken {n}", letters.letter, range(0, 8)),
    ("Burgerzaken/Identiteit", "kopie ID {n}", records.identity_copy, range(0, 3)),
    ("Burgerzaken/Identiteit", "kopie rijbewijs balie", records.licence_copy, range(0, 1)),
    ("Burgerzaken/Exports", "export_brp_{n}", tables.export, (2, 4, 11)),
    ("Sociaal domein/Wmo/Beschikkingen", "Beschikking Wmo {n}", letters.household, range(0, 4)),
    ("Sociaal domein/Wmo/Verslagen", "Verslag huisbezoek {n}", flowing.report, range(0, 4)),
    ("Sociaal domein/Wmo/iWmo-berichten", "wmo301_{n}", exchange.iwmo, (0, 2)),
    ("Sociaal domein/Jeugd", "jw301_{n}", exchange.iwmo, (1, 3)),
    ("Sociaal domein/Jeugd", "gezinskaart {n}", pages.html_form, (2, 3)),
    ("Sociaal domein/Inkomen", "Klantkaart {n}", records.card("crm"), range(0, 3)),
    ("Sociaal domein/Inkomen", "cliënten participatiewet", tables.multiline, range(1, 2)),
    (
        "Sociaal domein/Statushouders",
        "dossier statushouder {n}",
        records.card("immigration"),
        range(0, 2),
    ),
    ("P&O/Personeelskaarten", "personeelskaart {n}", records.card("payroll"), range(0, 3)),
    ("P&O/Verzuim", "Ziekmelding {n}", records.card("absence"), range(1, 4)),
    ("P&O/Sollicitaties", "cv kandidaat {n}", records.card("cv"), range(0, 3)),
    ("P&O", "medewerkers oud", tables.export, (6,)),
    ("Financiën/Facturen 2024", "factuur {n}", correspondence.invoice, range(0, 4)),
    ("Financiën/Bankafschriften", "afschrift {n}", exchange.mt940, range(0, 2)),
    ("Financiën/Belastingen", "subjectkaart {n}", records.card("tax"), range(0, 2)),
    ("Financiën", "inkooporders", negatives.orders, range(0, 1)),
    ("ICT/Logs", "webserver {n}", logs.web, range(0, 2)),
    ("ICT/Logs", "zaaksysteem {n}", logs.application, range(0, 2)),
    ("ICT/Migratie", "dump_personen_{n}", structured.sql_insert, (0, 2)),
    ("ICT/Migratie", "records_{n}", structured.json_records, (1, 2)),
    ("ICT/Migratie", "koppeling_{n}", structured.xml_records, (0, 1)),
    ("ICT", "test instellingen", structured.yaml_records, (2,)),
    ("Postvak archief", "bericht {n}", correspondence.mail, range(0, 5)),
    ("Algemeen", "smoelenboek", pages.html_table, range(0, 1)),
    ("Algemeen", "lijst van artikelen", negatives.letter, (0, 1)),
    ("Algemeen", "objecten gebouwen", negatives.data, (0,)),
)


def write(folder: Path) -> None:
    """Writes the share below `folder`; equal on every run."""
    for place, name, template, variations in FILES:
        for number, index in enumerate(variations, 1):
            draft = template(Writer(f"demo/{place}/{name}/{index}"), index)
            codec, lead = ENCODINGS[draft.encoding]
            text = parse(draft.marked)[0].replace("\n", draft.newline)
            stem = name.format(n=number)
            if "{n}" not in name and len(variations) > 1:
                stem += f" ({number})"
            path = folder / SHARE / place / f"{stem}.{draft.extension}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(lead + text.encode(codec))
    _binary_files(folder / SHARE)


def _binary_files(share: Path) -> None:
    """Files of kinds that need an extractor, and files that cannot be read at all."""
    persons = people(Writer("demo/binary"), 8, "windows-1252")
    letter = [
        f"Geachte {p.title} {p.salutation}, uw burgerservicenummer is {p.bsn}." for p in persons[:3]
    ]
    sheet = [["Naam", "BSN", "IBAN"]] + [[p.reversed, p.bsn, p.iban] for p in persons]
    report = [f"Cliënt {p.formal}, geboren {p.born}, BSN {p.bsn}" for p in persons[4:6]]
    files = {
        "Sociaal domein/Wmo/Beschikkingen/Beschikking mw. Šahin – definitief.docx": office.docx(
            letter
        ),
        "P&O/Salarissen/salarissen mei.xlsx": office.xlsx(sheet),
        "Sociaal domein/Jeugd/verslag gezin.pdf": office.pdf(report),
        "Burgerzaken/Identiteit/scan paspoort.png": office.png(),
        "Postvak archief/bijlagen.zip": office.archive(
            {"lijst.csv": "\n".join(";".join(r) for r in sheet)}
        ),
        "P&O/Salarissen/salarissen (beveiligd).zip": office.encrypted_archive("salarissen.csv"),
        "Algemeen/leeg document.txt": b"",
        "Algemeen/~$bestek dak.docx": b"\x08beheer  " + bytes(46),
    }
    for name, data in files.items():
        path = share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
