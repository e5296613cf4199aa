"""Presentations by LibreOffice and python-pptx."""

from pptx import Presentation
from pptx.util import Cm

from .office import convert, flat
from .plants import Document, Documents

PLACES = ("title", "split", "cell", "notes", "second", "hidden", "comment")
AUTOMATIC = """<style:style style:name="B" style:family="text"><style:text-properties
fo:font-weight="bold"/></style:style><style:page-layout style:name="pm">
<style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm"/>
</style:page-layout><style:style style:name="gone" style:family="drawing-page">
<style:drawing-page-properties presentation:visibility="hidden"/></style:style>"""
MASTER = '<style:master-page style:name="Default" style:page-layout-name="pm"/>'


def values(documents: Documents) -> dict[str, str]:
    return {place: person.bsn for place, person in zip(PLACES, documents.people)}


def box(top: int, text: str) -> str:
    return (f'<draw:frame svg:x="2cm" svg:y="{top}cm" svg:width="20cm" svg:height="2cm">'
            f"<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>")


def page(name: str, content: str, style: str = "", notes: str = "") -> str:
    style = f' draw:style-name="{style}"' if style else ""
    if notes:
        notes = ('<presentation:notes><draw:frame presentation:class="notes" svg:x="2cm" '
                 'svg:y="14cm" svg:width="16cm" svg:height="10cm"><draw:text-box><text:p>'
                 f"{notes}</text:p></draw:text-box></draw:frame></presentation:notes>")
    return (f'<draw:page draw:name="{name}"{style} draw:master-page-name="Default">'
            f"{content}{notes}</draw:page>")


def impress(documents: Documents, width: int, height: int) -> str:
    value = values(documents)
    split = value["split"]
    roster = "".join(
        "<table:table-row>" + "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        + "</table:table-row>"
        for cells in [("Naam", "BSN", "Telefoon")]
        + [(p.reversed, p.bsn, p.phone) for p in documents.people[2:6]])
    table = ('<draw:frame svg:x="2cm" svg:y="8cm" svg:width="20cm" svg:height="8cm"><table:table>'
             + '<table:table-column table:number-columns-repeated="3"/>' + roster
             + "</table:table></draw:frame>")
    pages = (
        page("Een", box(1, f"Casus BSN {value['title']}")
             + box(4, f'BSN {split[:4]}<text:span text:style-name="B">{split[4:]}</text:span>')
             + table, notes=f"Niet noemen: BSN {value['notes']}")
        + page("Twee", box(1, f"Vervolg met BSN {value['second']}"))
        + page("Drie", box(1, f"Verborgen dia: BSN {value['hidden']}"), "gone"))
    return flat("presentation", pages, master=MASTER,
                automatic=AUTOMATIC.format(width=width, height=height),
                meta=f"<dc:subject>IBAN {documents.people[7].iban}</dc:subject>")


def plant(document: Document, documents: Documents, step: str) -> None:
    value = values(documents)
    for place in ("title", "split"):
        document.plant(f"{step} 1", "bsn", value[place], "high")
    for person in documents.people[2:6]:
        # A table in a .ppt is a group of boxes, in a .pdf it is lines apart.
        level = "high" if document.path.suffix in (".pptx", ".odp") else ""
        document.plant(f"{step} 1", "bsn", person.bsn, level)
        document.plant(f"{step} 1", "phone", person.phone)
    if step == "slide":
        document.plant("slide 1 » notes", "bsn", value["notes"])
        document.plant("slide 3", "bsn", value["hidden"])
    document.plant(f"{step} 2", "bsn", value["second"], "high")
    document.plant("properties", "iban", documents.people[7].iban)


def python(document: Document, documents: Documents) -> None:
    """python-pptx: title, runs, a table, a group, notes."""
    show = Presentation()
    value = values(documents)
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = f"BSN {value['title']}"
    document.plant("slide 1", "bsn", value["title"], "high")
    paragraph = slide.shapes.add_textbox(Cm(1), Cm(5), Cm(9), Cm(2)).text_frame.paragraphs[0]
    for index, text in enumerate(("bsn ", value["split"][:5], value["split"][5:])):
        paragraph.add_run().text = text
        paragraph.runs[index].font.bold = index == 2
    document.plant("slide 1", "bsn", value["split"], "high")
    people = documents.people[2:]
    table = slide.shapes.add_table(len(people) + 1, 2, Cm(1), Cm(8), Cm(18), Cm(8)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Naam", "Burgerservicenummer"
    for row, person in enumerate(people, 1):
        table.cell(row, 0).text, table.cell(row, 1).text = person.full, person.bsn
        document.plant("slide 1", "bsn", person.bsn, "high")
    second = show.slides.add_slide(show.slide_layouts[6])
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(1), Cm(1), Cm(9), Cm(2)).text_frame.text = (
        f"rekening {documents.people[0].iban}")
    document.plant("slide 2", "iban", documents.people[0].iban)
    second.notes_slide.notes_text_frame.text = f"bel {documents.people[1].phone} terug"
    document.plant("slide 2 » notes", "phone", documents.people[1].phone)
    run = second.shapes.add_textbox(Cm(1), Cm(4), Cm(9), Cm(2)).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "bericht", f"mailto:{documents.people[2].email}"
    document.plant("slide 2 » links", "email", documents.people[2].email)
    show.core_properties.keywords = f"IBAN {documents.people[3].iban}"
    document.plant("properties", "iban", documents.people[3].iban)
    show.save(document.path)


def make(documents: Documents) -> None:
    source = documents.aside("office/dia.fodp")
    # The preview in a .ppt is 512 pixels wide and not compressed.
    for extension, width, height in (("ppt", 84, 1), ("pptx", 28, 21), ("odp", 28, 21)):
        source.path.write_text(impress(documents, width, height), encoding="utf-8")
        document = documents.new(f"{extension}/dia.{extension}")
        convert(source.path, extension, document.path)
        plant(document, documents, "slide")
    document = documents.new("pdf/dia.pdf")
    convert(source.path, "pdf", document.path, "pdf:impress_pdf_Export")
    plant(document, documents, "page")
    python(documents.new("pptx/python-pptx.pptx"), documents)
