"""Formats of earlier days and odd corners of common ones."""

import email.policy
import subprocess
from email.message import EmailMessage

import ebooklib.epub
import lxml.html
from lxml import html
from lxml.html import builder as E
from msoffcrypto.format.ooxml import OOXMLFile
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from .mails import HEADERS, message
from .office import convert, flat
from .letters import plant_roster, roster
from .plants import Document, Documents
from .sheets import SHEET, calc


def legacy(documents: Documents) -> None:
    """What LibreOffice still writes: XML of Office 2003, Excel 95, dBase, a hybrid PDF."""
    source = documents.aside("older/calc.fods")
    source.path.write_text(calc(documents), encoding="utf-8")
    table = documents.aside("older/lijst.fodt")
    table.path.write_text(roster(documents), encoding="utf-8")
    document = documents.new("xml-2003/calc.xml")
    convert(source.path, "xml", document.path, "xml:MS Excel 2003 XML")
    sheet_rows(document, documents, SHEET)
    document = documents.new("xml-2003/lijst.xml")
    convert(table.path, "xml", document.path, "xml:MS Word 2003 XML")
    plant_roster(document, documents, "")
    document = documents.new("csv/calc.csv")
    convert(source.path, "csv", document.path, "csv:Text - txt - csv (StarCalc):59,34,76,1")
    sheet_rows(document, documents, "")
    note = documents.aside("older/notitie.fodt")
    number = documents.people[0].bsn
    note.path.write_text(flat("text", f"<text:p>BSN {number}</text:p>"), encoding="utf-8")
    options = {"hybride": {"IsAddStream": True}, "archief": {"SelectPdfVersion": 2},
               "toegankelijk": {"UseTaggedPDF": True, "PDFUACompliance": True}}
    for name, choices in options.items():
        document = documents.new(f"pdf/{name}.pdf")
        convert(note.path, "pdf", document.path, "pdf:writer_pdf_Export", **choices)
        document.plant("page 1", "bsn", number, "high")


def sheet_rows(document: Document, documents: Documents, part: str) -> None:
    for person in documents.people:
        document.plant(part, "bsn", person.bsn, "high")
        document.plant(part, "date-of-birth", person.born)
        document.plant(part, "iban", person.iban, "high")


def page(document: Document, people) -> None:
    """lxml: attributes, a comment, a script, digits as references."""
    body = E.BODY(
        E.FORM(E.INPUT(type="hidden", name="bsn", value=document.plant("", "bsn", people[0].bsn))),
        E.IMG(src="x.png", alt=f"pasfoto BSN {document.plant('', 'bsn', people[1].bsn)}"),
        E.P("toelichting", title=f"BSN {document.plant('', 'bsn', people[2].bsn)}"),
        E.A("bericht", href="mailto:" + document.plant("", "email", people[3].email)
            .replace("@", "%40")),
        E.P(f"BSN REF{document.plant('', 'bsn', people[4].bsn, 'high')}"),
        E.SCRIPT(f'var klant = {{"bsn": "{document.plant("", "bsn", people[5].bsn)}"}};'),
        E.TEXTAREA(f"BSN {document.plant('', 'bsn', people[6].bsn, 'high')}"),
        E.DL(E.DT("Burgerservicenummer"), E.DD(document.plant("", "bsn", people[7].bsn, "high"))),
    )
    body.append(html.HtmlComment(f" oud: BSN {document.plant('', 'bsn', people[8].bsn)} "))
    text = lxml.html.tostring(E.HTML(E.HEAD(E.META(
        name="description", content=f"IBAN {document.plant('', 'iban', people[9].iban)}")), body),
        encoding="unicode")
    digits = people[4].bsn
    references = "".join(f"&#{ord(digit)};" for digit in digits)
    document.path.write_text(text.replace("REF" + digits, references), encoding="utf-8")


def book(document: Document, people) -> None:
    file = ebooklib.epub.EpubBook()
    file.set_title("Dossiers")
    file.add_author(document.plant("properties", "email", people[0].email))
    iban = document.plant("properties", "iban", people[1].iban)
    file.add_metadata("DC", "description", f"IBAN {iban}")
    for number, person in enumerate(people[:4], 1):
        name = f"hoofdstuk{number}.xhtml"
        chapter = ebooklib.epub.EpubHtml(title=f"Hoofdstuk {number}", file_name=name)
        bsn = document.plant(f"EPUB/{name}", "bsn", person.bsn, "high")
        chapter.content = f"<h1>Hoofdstuk</h1><p>BSN {bsn[:5]}<em>{bsn[5:]}</em></p>"
        file.add_item(chapter)
        file.spine.append(chapter)
    file.add_item(ebooklib.epub.EpubNcx())
    ebooklib.epub.write_epub(str(document.path), file)


def slide_with_workbook(document: Document, workbook: Document) -> None:
    """python-pptx: a workbook in a slide."""
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts[6])
    slide.shapes.add_ole_object(str(workbook.path), "Excel.Sheet.12", Cm(1), Cm(1), Cm(4), Cm(3))
    document.add(workbook, "ppt/embeddings/oleObject1.bin")
    file.save(document.path)


def slide_with_chart(document: Document, people) -> None:
    """python-pptx: a chart, which has its texts and a workbook with the same."""
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts[6])
    data = CategoryChartData()
    data.categories = [document.plant("slide 1", "email", person.email) for person in people]
    sheet = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx » Sheet1"
    for person in people:
        document.plant(sheet, "email", person.email)
    data.add_series("Bedrag", range(len(people)))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Cm(1), Cm(6), Cm(8), Cm(6), data)
    file.save(document.path)


def signed(documents: Documents, people) -> None:
    """OpenSSL: a message whose content lies in its signature, and one that is encrypted."""
    folder = documents.scratch / "smime"
    folder.mkdir(exist_ok=True)

    def openssl(*options) -> None:
        subprocess.run(["openssl", *map(str, options)], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Afdeling",
            "-keyout", "key.pem", "-out", "cert.pem", "-days", "3650")
    document = documents.new("eml/ondertekend.eml")
    mail = EmailMessage(policy=email.policy.SMTP)
    bsn = document.plant("smime.p7m", "bsn", people[0].bsn, "high")
    mail.set_content(f"Vertrouwelijk: BSN {bsn}\n")
    (folder / "mail.txt").write_bytes(mail.as_bytes())
    openssl("smime", "-sign", "-nodetach", "-signer", "cert.pem", "-inkey", "key.pem", "-in",
            "mail.txt", "-out", document.path, "-subject", "Ondertekend")
    clear = documents.new("eml/ondertekend-leesbaar.eml")
    clear.plant("", "bsn", bsn, "high")
    openssl("smime", "-sign", "-signer", "cert.pem", "-inkey", "key.pem", "-in", "mail.txt",
            "-out", clear.path, "-subject", "Ondertekend")
    sealed = documents.new("eml/versleuteld.eml")
    sealed.unread("", "encrypted")
    openssl("smime", "-encrypt", "-aes256", "-in", "mail.txt", "-out", sealed.path, "-subject",
            "Versleuteld", "cert.pem")


def archived_page(document: Document, people) -> None:
    """A page that a browser saved as one file (MHTML)."""
    mail = message("Pagina", document.plant(HEADERS, "email", people[0].email))
    bsn = document.plant("", "bsn", people[1].bsn, "high")
    mail.set_content(f"<html><body><p>BSN: {bsn}</p></body></html>", subtype="html",
                     cte="quoted-printable")
    mail.make_related()
    document.path.write_bytes(mail.as_bytes())


def make(documents: Documents) -> None:
    people = documents.people
    made = {document.path.name: document for document in documents.made}
    legacy(documents)
    page(documents.new("html/kenmerken.html"), people)
    book(documents.new("epub/ebooklib.epub"), people)
    slide_with_workbook(documents.new("pptx/ingesloten.pptx"), made["openpyxl.xlsx"])
    slide_with_chart(documents.new("pptx/grafiek.pptx"), people)
    signed(documents, people)
    archived_page(documents.new("eml/pagina.mht"), people)
    locked = documents.new("xlsx/versleuteld.xlsx")
    locked.plants = list(made["calc.xlsx"].plants)
    with open(made["calc.xlsx"].path, "rb") as source, open(locked.path, "wb") as target:
        OOXMLFile(source).encrypt("geheim", target)
