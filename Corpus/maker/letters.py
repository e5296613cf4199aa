"""A letter with something in each of its parts, written by us, saved by LibreOffice."""

from .office import convert, flat
from .plants import Document, Documents

AUTOMATIC = """<style:style style:name="B" style:family="text"><style:text-properties
fo:font-weight="bold"/></style:style><style:style style:name="I" style:family="text">
<style:text-properties fo:font-style="italic"/></style:style><style:style style:name="V"
style:family="text"><style:text-properties text:display="none"/></style:style><style:style
style:name="F" style:family="graphic"><style:graphic-properties style:wrap="parallel"
style:horizontal-pos="right" style:horizontal-rel="paragraph"/></style:style><style:style
style:name="New" style:family="paragraph"><style:paragraph-properties
fo:break-before="page"/></style:style><style:page-layout
style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>"""
TEXTS = """<style:style style:name="Standard" style:family="paragraph"/><style:style
style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
style:default-outline-level="1"/>"""
CHANGE = """<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion>
<office:change-info><dc:creator>Afdeling</dc:creator><dc:date>2024-06-03T09:00:00</dc:date>
</office:change-info><text:p>oud BSN {deleted}</text:p></text:deletion></text:changed-region>
</text:tracked-changes>"""
BODY = """<text:h text:style-name="Heading_20_1" text:outline-level="1">Besluit IBAN
{heading}</text:h><text:p>Geachte heer, uw BSN: {body} staat in ons dossier.</text:p>
<text:p>Uw burgerservicenummer is {split0}<text:span text:style-name="B">{split1}</text:span>
<text:span text:style-name="I">{split2}</text:span>, zoals bekend.</text:p>
<table:table table:name="Lijst"><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>Naam</text:p></table:table-cell><table:table-cell>
<text:p>BSN</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>
<text:p>{name}</text:p></table:table-cell><table:table-cell><text:p>{column}</text:p>
</table:table-cell></table:table-row></table:table><text:p/>
<table:table table:name="Gegevens"><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>BSN</text:p></table:table-cell><table:table-cell>
<text:p>{key}</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>
<text:p>IBAN</text:p></table:table-cell><table:table-cell><text:p>{key_iban}</text:p>
</table:table-cell></table:table-row></table:table><text:p>Zie de noot<text:note text:id="f1"
text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Voetnoot, BSN {footnote}</text:p></text:note-body></text:note> en het slot<text:note
text:id="e1" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>
<text:p>Eindnoot, BSN {endnote}</text:p></text:note-body></text:note>.<office:annotation>
<dc:creator>Afdeling</dc:creator><dc:date>2024-06-03T09:00:00</dc:date><text:p>Klopt BSN {comment}?
</text:p></office:annotation></text:p><text:p>Hiernaast een kader.<draw:frame
draw:style-name="F" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>
<text:p>Kader: BSN {box}</text:p></draw:text-box></draw:frame></text:p><text:p>Gewijzigd
<text:change text:change-id="ct1"/> op verzoek. <text:span text:style-name="V">Intern: BSN
{hidden}</text:span></text:p><text:p><text:a xlink:type="simple" xlink:href="mailto:{link}">Stuur
een bericht</text:a></text:p><text:p text:style-name="New">Tweede bladzijde.</text:p><text:p
text:style-name="New">Bijlage: rekening {third} op naam.</text:p>"""
MASTER = """<style:master-page style:name="Standard" style:page-layout-name="pm"><style:header>
<text:p>Dossier BSN {header}</text:p></style:header><style:footer><text:p>Voet BSN {footer}</text:p>
</style:footer></style:master-page>"""
META = """<dc:title>Besluit</dc:title><dc:subject>IBAN {subject}</dc:subject><dc:description>
bellen op {description}</dc:description><meta:user-defined meta:name="Rekening">{custom}
</meta:user-defined>"""
KINDS = {
    "key_iban": "iban", "heading": "iban", "third": "iban", "subject": "iban", "custom": "iban",
    "description": "phone", "link": "email",
}
# Where each format keeps what lies elsewhere than in its body; None: it does not keep it.
ASIDES = {
    "header": "header", "footer": "footer", "footnote": "footnotes", "endnote": "endnotes",
    "comment": "comments", "box": "text boxes", "deleted": "deleted text",
    "hidden": "hidden text", "link": "links", "subject": "properties",
    "description": "properties", "custom": "properties",
}
PAGES = dict.fromkeys(
    ("body", "split", "column", "key", "key_iban", "header", "footer", "footnote", "box",
     "heading"), "page 1"
) | {
    "endnote": "page 4", "third": "page 3", "comment": "page 1 » annotations",
    "link": "page 1 » annotations", "deleted": None, "hidden": None, "subject": "properties",
    "description": None, "custom": None,
}
# Hidden text stays in its paragraph, where the words before it stand.
INLINE = ASIDES | {"hidden": ""}
WEB = dict.fromkeys(ASIDES, "") | {
    "header": None, "footer": None, "box": None, "deleted": None, "custom": None,
}
SECTION = "OEBPS/sections/section0001.xhtml"
BOOK = dict.fromkeys(
    ("body", "split", "column", "key", "key_iban", "footnote", "endnote", "box", "hidden",
     "heading", "third", "link"), SECTION
) | dict.fromkeys(("header", "footer", "comment", "deleted", "subject", "description", "custom"))
PARTS = {
    "docx": INLINE, "doc": INLINE | {"link": "field codes"}, "odt": INLINE, "rtf": ASIDES,
    "fodt": INLINE, "pdf": PAGES, "html": WEB, "epub": BOOK,
}


# What is not found yet: place, format or "" for every one, why.
GAPS: dict[tuple[str, str], str] = {}


def values(documents: Documents) -> dict[str, str]:
    """The value of each place; every person has one."""
    people = documents.people
    places = ("body", "split", "column", "key", "header", "footer", "footnote", "endnote",
              "comment", "box", "deleted", "hidden")
    chosen = {place: person.bsn for place, person in zip(places, people, strict=True)}
    ibans = ("key_iban", "heading", "third", "subject", "custom")
    chosen |= {place: person.iban for place, person in zip(ibans, people[3:])}
    return chosen | {"description": people[8].phone, "link": people[0].email}


def letter(documents: Documents) -> str:
    fields = values(documents)
    split = fields["split"]
    fields |= {"split0": split[:3], "split1": split[3:5], "split2": split[5:],
               "name": documents.people[2].full}
    return flat(
        "text", (CHANGE + BODY).format(**fields).replace("</text:span>\n<", "</text:span><"),
        styles=TEXTS, automatic=AUTOMATIC, master=MASTER.format(**fields),
        meta=META.format(**fields))


def roster(documents: Documents) -> str:
    """All people in one table: names, BSNs, dates of birth as Dutch clerks write them."""
    def row(*cells: str) -> str:
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        return "<table:table-row>" + "".join(map(cell.format, cells)) + "</table:table-row>"

    rows = [row("Naam", "BSN", "Geboortedatum", "Telefoon")]
    for person in documents.people:
        born = "-".join(reversed(person.born.split("-")))
        rows.append(row(person.reversed, person.bsn, born, person.phone))
    return flat(
        "text", '<text:p>Deelnemers</text:p><table:table table:name="Deelnemers"><table:'
        'table-column table:number-columns-repeated="4"/>' + "".join(rows) + "</table:table>",
        styles=TEXTS)


def plant_roster(document: Document, documents: Documents, part: str) -> None:
    for person in documents.people:
        document.plant(part, "bsn", person.bsn, "high")
        document.plant(part, "date-of-birth", person.born, "medium")
        document.plant(part, "phone", person.phone)


def plant(document: Document, documents: Documents, parts: dict[str, str | None]) -> None:
    """Notes the values of the letter in the parts where a format keeps them."""
    form = document.path.suffix[1:]
    for place, value in values(documents).items():
        part = parts.get(place, "")
        gap = GAPS.get((place, form)) or GAPS.get((place, ""), "")
        if part is not None:
            level = "high" if place in ("body", "split", "column", "key") else ""
            document.plant(part, KINDS.get(place, "bsn"), value, level, gap)


def make(documents: Documents) -> None:
    brief, lijst = (documents.aside(f"office/{name}.fodt") for name in ("brief", "lijst"))
    brief.path.write_text(letter(documents), encoding="utf-8")
    lijst.path.write_text(roster(documents), encoding="utf-8")
    for extension, parts in PARTS.items():
        document = documents.new(f"{extension}/brief.{extension}")
        table = documents.new(f"{extension}/lijst.{extension}")
        plant(document, documents, parts)
        plant_roster(table, documents, {"pdf": "page 1", "epub": SECTION}.get(extension, ""))
        options = {"ExportNotes": True, "ExportBookmarks": True} if extension == "pdf" else {}
        name = "pdf:writer_pdf_Export" if options else ""
        convert(brief.path, extension, document.path, name, **options)
        convert(lijst.path, extension, table.path, name, **options)
