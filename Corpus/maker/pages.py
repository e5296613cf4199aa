"""PDF files by reportlab, changed by pypdf and pikepdf."""

import pikepdf
import pypdf
from pypdf.annotations import FreeText, Text
from pypdf.generic import DecodedStreamObject, NameObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from .plants import Document, Documents


def pages(document: Document, people) -> None:
    """Three pages: a number in pieces, a font without a simple encoding, a form."""
    canvas = Canvas(str(document.path), pagesize=A4, pageCompression=1)
    canvas.setTitle("Dossier")
    canvas.setSubject(f"IBAN {document.plant('properties', 'iban', people[0].iban)}")
    canvas.setKeywords(f"tel {document.plant('properties', 'phone', people[1].phone)}")
    canvas.drawString(72, 760, f"BSN: {document.plant('page 1', 'bsn', people[0].bsn, 'high')}")
    number = document.plant("page 1", "bsn", people[1].bsn, "high")
    line = canvas.beginText(72, 730)
    line.textOut("Burgerservicenummer ")
    for index, digit in enumerate(number):
        line.setFont("Helvetica-Bold" if index % 2 else "Helvetica-Oblique", 12)
        line.textOut(digit)
    canvas.drawText(line)
    canvas.bookmarkPage("a")
    iban = document.plant("bookmarks", "iban", people[2].iban)
    canvas.addOutlineEntry(f"Rekening {iban}", "a", level=0)
    canvas.linkURL(f"mailto:{document.plant('page 1 » annotations', 'email', people[3].email)}",
                   (72, 600, 200, 620))
    canvas.showPage()
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas.setFont("HeiseiMin-W3", 12)
    canvas.drawString(72, 760, f"BSN {document.plant('page 2', 'bsn', people[2].bsn, 'high')}")
    canvas.rotate(90)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, -300, f"BSN {document.plant('page 2', 'bsn', people[3].bsn, 'high')}")
    canvas.showPage()
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textOut(f"BSN {document.plant('page 3', 'bsn', people[4].bsn, 'high')}")
    canvas.drawText(text)
    canvas.acroForm.textfield(
        name="bsn", x=72, y=500, width=200, value=document.plant(
            "form fields", "bsn", people[5].bsn))
    canvas.showPage()
    canvas.save()


def table(document: Document, people) -> None:
    """A table with lines around its cells."""
    rows = [("Naam", "BSN", "Geboortedatum", "IBAN")]
    for person in people:
        rows.append((person.formal, person.bsn, person.born, person.iban))
        document.plant("page 1", "bsn", person.bsn, "high")
        document.plant("page 1", "date-of-birth", person.born)
        document.plant("page 1", "iban", person.iban, "high")
    grid = Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(str(document.path), pagesize=A4).build([grid])


def marked(document: Document, source: Document, people) -> None:
    """pypdf: notes, free text and attachments on top of a file."""
    writer = pypdf.PdfWriter(clone_from=str(source.path))
    document.plants = list(source.plants)
    box = (72, 300, 300, 340)
    number = document.plant("page 1 » annotations", "bsn", people[6].bsn)
    writer.add_annotation(0, Text(rect=box, text=f"klopt BSN {number}?"))
    number = document.plant("page 2 » annotations", "bsn", people[7].bsn)
    writer.add_annotation(1, FreeText(rect=box, text=f"BSN {number}"))
    number = document.plant("bijlage.txt", "bsn", people[8].bsn, "high")
    writer.add_attachment("bijlage.txt", f"BSN: {number}\n".encode())
    writer.write(document.path)


def attached(document: Document, source: Document, members: list[tuple[str, Document]]) -> None:
    """pikepdf: documents attached, objects in compressed object streams."""
    with pikepdf.open(source.path) as file:
        document.plants = list(source.plants)
        for name, member in members:
            path = document.add(member, name)
            file.attachments[name] = pikepdf.AttachedFileSpec.from_filepath(file, path)
        file.save(document.path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def xmp(document: Document, source: Document, people) -> None:
    """pikepdf: XMP with a creator and a description."""
    with pikepdf.open(source.path) as file:
        document.plants = list(source.plants)
        with file.open_metadata(update_docinfo=False) as metadata:
            mail = document.plant("metadata", "email", people[9].email)
            metadata["dc:creator"] = [mail]
            iban = document.plant("metadata", "iban", people[10].iban)
            metadata["dc:description"] = f"IBAN {iban}"
        file.save(document.path, linearize=True)


def locked(document: Document, source: Document, owner: str, user: str, revision: int) -> None:
    with pikepdf.open(source.path) as file:
        document.plants = list(source.plants)
        aes = revision > 3
        file.save(document.path, encryption=pikepdf.Encryption(
            owner=owner, user=user, R=revision, aes=aes, metadata=aes))


def updated(document: Document, source: Document, people) -> None:
    """pypdf: a form filled in by an incremental update; its default is the value before."""
    writer = pypdf.PdfWriter(str(source.path), incremental=True)
    document.plants = list(source.plants)
    number = document.plant("form fields", "bsn", people[11].bsn)
    writer.update_page_form_field_values(writer.pages[2], {"bsn": number}, auto_regenerate=False)
    writer.write(document.path)


def replaced(document: Document, people) -> None:
    """An update that writes other numbers over those of a page and a form, whose default stays."""
    canvas = Canvas(str(document.path), pagesize=A4, pageCompression=1)
    canvas.drawString(72, 760, "Besluit")
    bsn = document.plant("page 1 » deleted text", "bsn", people[0].bsn, "high")
    canvas.drawString(72, 740, f"BSN: {bsn}")
    iban = document.plant("page 1 » deleted text", "iban", people[0].iban, "high")
    canvas.drawString(72, 720, f"Rekening: {iban}")
    canvas.acroForm.textfield(
        name="bsn", x=72, y=500, width=200, value=document.plant(
            "form fields", "bsn", people[1].bsn))
    canvas.save()
    writer = pypdf.PdfWriter(document.path, incremental=True)
    page = writer.pages[0]
    text = page.get_contents().get_data().decode("latin-1")
    text = text.replace(bsn, document.plant("page 1", "bsn", people[2].bsn, "high"))
    content = DecodedStreamObject()
    content.set_data(text.replace(iban, "vervallen").encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    number = document.plant("form fields", "bsn", people[3].bsn)
    writer.update_page_form_field_values(page, {"bsn": number}, auto_regenerate=False)
    writer.write(document.path)


def make(documents: Documents) -> None:
    people = documents.people
    base = documents.new("pdf/reportlab.pdf")
    pages(base, people)
    table(documents.new("pdf/tabel.pdf"), people)
    marked(documents.new("pdf/pypdf.pdf"), base, people)
    xmp(documents.new("pdf/xmp.pdf"), base, people)
    updated(documents.new("pdf/bijgewerkt.pdf"), base, people)
    replaced(documents.new("pdf/vervangen.pdf"), people)
    letter = next(d for d in documents.made if d.path.name == "lijst.docx")
    attached(documents.new("pdf/pikepdf.pdf"), base, [("lijst.docx", letter)])
    locked(documents.new("pdf/eigenaar-rc4.pdf"), base, "baas", "", 3)
    locked(documents.new("pdf/wachtwoord-aes128.pdf"), base, "baas", "welkom01", 4)
    locked(documents.new("pdf/wachtwoord-aes256.pdf"), base, "baas", "geheim", 6)
    sealed = documents.new("pdf/onbekend-wachtwoord.pdf")
    locked(sealed, base, "baas", "niemand-weet-het", 6)
    sealed.plants.clear()
    sealed.unread("", "encrypted")
