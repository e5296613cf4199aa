"""Workbooks: every way in which a number lies in a cell, by LibreOffice and Python's writers."""

import datetime

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty

from .office import convert, flat
from .plants import Document, Documents

SHEET = "Personeel"
HIDDEN = "Archief"
HEADERS = ("Naam", "BSN", "Geboortedatum", "IBAN")
SIDES = ("comment", "hidden", "header", "footer", "property", "custom", "box", "link")



def sides(documents: Documents) -> dict[str, str]:
    """Values outside the cells of the first sheet."""
    people = documents.people
    return {
        "comment": people[0].email, "hidden": people[1].email, "header": people[2].email,
        "footer": people[3].email, "property": people[4].email, "custom": people[5].email,
        "box": people[6].email, "link": people[7].email,
    }


def plant(document: Document, documents: Documents, parts: dict[str, str]) -> None:
    for person in documents.people:
        document.plant(SHEET, "bsn", person.bsn, "high")
        document.plant(SHEET, "date-of-birth", person.born, "medium")
        document.plant(SHEET, "iban", person.iban, "high")
    for place, value in sides(documents).items():
        if place in parts:
            document.plant(parts[place], "email", value)


def as_text(person) -> bool:
    """Whether the number is written as text: every other person's; else as a number."""
    return person.bsn[-1] in "02468"


def calc(documents: Documents) -> str:
    """The workbook as a flat OpenDocument spreadsheet."""
    side = sides(documents)

    def cell(text: str) -> str:
        return ('<table:table-cell office:value-type="string"><text:p>'
                f"{text}</text:p></table:table-cell>")

    rows = ["<table:table-row>" + "".join(map(cell, HEADERS)) + "</table:table-row>"]
    for index, person in enumerate(documents.people):
        note = (f"<office:annotation><text:p>mail {side['comment']}</text:p></office:annotation>"
                if index == 0 else "")
        style = ' table:style-name="nine"' if index % 4 == 1 else ""
        number = (cell(person.bsn) if as_text(person) else
                  f'<table:table-cell{style} office:value-type="float" '
                  f'office:value="{int(person.bsn)}"/>')
        rows.append(
            '<table:table-row><table:table-cell office:value-type="string">' + note
            + f"<text:p>{person.reversed}</text:p></table:table-cell>" + number
            + '<table:table-cell table:style-name="date" office:value-type="date" '
            f'office:date-value="{person.born}"/>' + cell(person.iban) + "</table:table-row>")
    link = (f'<table:table-row><table:table-cell office:value-type="string"><text:p><text:a '
            f'xlink:href="mailto:{side["link"]}">bericht</text:a></text:p></table:table-cell>'
            "</table:table-row>")
    box = ('<table:shapes><draw:frame svg:x="19cm" svg:y="1cm" svg:width="5cm" svg:height="2cm">'
           f'<draw:text-box><text:p>kader {side["box"]}</text:p></draw:text-box></draw:frame>'
           "</table:shapes>")
    columns = '<table:table-column table:style-name="wide" table:number-columns-repeated="4"/>'
    body = (
        f'<table:table table:name="{SHEET}" table:style-name="shown">{box}{columns}'
        + "".join(rows) + link
        + f'</table:table><table:table table:name="{HIDDEN}" table:style-name="gone">'
        "<table:table-row>" + cell("E-mail") + "</table:table-row><table:table-row>"
        + cell(side["hidden"]) + "</table:table-row></table:table>")
    automatic = """<number:number-style style:name="n9"><number:number number:decimal-places="0"
number:min-integer-digits="9"/></number:number-style><number:date-style style:name="d"><number:day
number:style="long"/><number:text>-</number:text><number:month
number:style="long"/><number:text>-</number:text><number:year
number:style="long"/></number:date-style><style:style style:name="nine"
style:family="table-cell" style:data-style-name="n9"/><style:style style:name="date"
style:family="table-cell" style:data-style-name="d"/><style:style style:name="shown"
style:family="table" style:master-page-name="Standard"/><style:style style:name="gone"
style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties
style:column-width="4.2cm"/></style:style>
<style:page-layout style:name="pm"><style:header-style/><style:footer-style/></style:page-layout>"""
    master = f"""<style:master-page style:name="Standard" style:page-layout-name="pm"><style:header>
<text:p>kop {side["header"]}</text:p></style:header><style:footer><text:p>voet {side["footer"]}
</text:p></style:footer></style:master-page>"""
    meta = (f"<dc:subject>{side['property']}</dc:subject>"
            f'<meta:user-defined meta:name="Contact">{side["custom"]}</meta:user-defined>')
    return flat("spreadsheet", body, automatic=automatic, master=master, meta=meta)


PARTS = {
    "comment": f"{SHEET} » comments", "hidden": HIDDEN, "header": f"{SHEET} » header",
    "footer": f"{SHEET} » footer", "property": "properties", "custom": "properties",
    "box": f"{SHEET} » text boxes", "link": f"{SHEET} » links",
}


def excel(document: Document, documents: Documents) -> None:
    """openpyxl: shared strings, formats, a comment, a hidden sheet, properties."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(HEADERS)
    side = sides(documents)
    for index, person in enumerate(documents.people, 2):
        sheet.cell(index, 1, person.reversed)
        number = sheet.cell(index, 2, person.bsn if as_text(person) else int(person.bsn))
        if index % 4 == 1:
            number.number_format = "000000000"
        sheet.cell(index, 3, datetime.date.fromisoformat(person.born)).number_format = "dd-mm-yyyy"
        sheet.cell(index, 4, person.iban)
    sheet["A2"].comment = Comment(f"mail {side['comment']}", "Afdeling")
    sheet["A3"].hyperlink = f"mailto:{side['link']}"
    sheet.oddHeader.center.text = f"kop {side['header']}"
    sheet.oddFooter.left.text = f"voet {side['footer']}"
    hidden = book.create_sheet(HIDDEN)
    hidden.sheet_state = "veryHidden"
    hidden.append(("E-mail",))
    hidden.append((side["hidden"],))
    book.properties.subject = side["property"]
    book.custom_doc_props.append(StringProperty(name="Contact", value=side["custom"]))
    plant(document, documents, {k: v for k, v in PARTS.items() if k != "box"})
    book.save(document.path)


def inline(document: Document, documents: Documents) -> None:
    """XlsxWriter: inline strings, rich strings, a text box."""
    book = xlsxwriter.Workbook(str(document.path), {"constant_memory": True})
    sheet = book.add_worksheet(SHEET)
    bold, nine = book.add_format({"bold": True}), book.add_format({"num_format": "000000000"})
    date = book.add_format({"num_format": "d mmmm yyyy"})
    side = sides(documents)
    sheet.write_row(0, 0, HEADERS)
    for index, person in enumerate(documents.people, 1):
        sheet.write_string(index, 0, person.reversed)
        if as_text(person):
            sheet.write_rich_string(index, 1, person.bsn[:4], bold, person.bsn[4:6], person.bsn[6:])
        else:
            sheet.write_number(index, 1, int(person.bsn), nine)
        sheet.write_datetime(index, 2, datetime.datetime.fromisoformat(person.born), date)
        sheet.write_string(index, 3, person.iban)
    sheet.insert_textbox(1, 6, f"kader {side['box']}")
    sheet.set_header(f"&Ckop {side['header']}")
    sheet.set_footer(f"&Lvoet {side['footer']}")
    book.set_properties({"subject": side["property"]})
    book.set_custom_property("Contact", side["custom"])
    places = ("box", "header", "footer", "property", "custom")
    plant(document, documents, {place: PARTS[place] for place in places})
    book.close()


def old_excel(document: Document, documents: Documents) -> None:
    """xlwt: BIFF8 from a writer that is not Excel, with a formula that holds a text."""
    book = xlwt.Workbook()
    sheet = book.add_sheet(SHEET)
    date = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    nine = xlwt.easyxf(num_format_str="000000000")
    for column, header in enumerate(HEADERS):
        sheet.write(0, column, header)
    for index, person in enumerate(documents.people, 1):
        sheet.write(index, 0, person.reversed)
        sheet.write(index, 1, person.bsn if as_text(person) else int(person.bsn), nine)
        sheet.write(index, 2, datetime.date.fromisoformat(person.born), date)
        sheet.write(index, 3, person.iban)
    side = sides(documents)
    sheet.header_str = f"kop {side['header']}".encode()
    sheet.footer_str = f"voet {side['footer']}".encode()
    hidden = book.add_sheet(HIDDEN)
    hidden.visibility = 1
    hidden.write(0, 0, "E-mail")
    hidden.write(1, 0, side["hidden"])
    plant(document, documents, {place: PARTS[place] for place in ("hidden", "header", "footer")})
    book.save(str(document.path))


def boxes(document: Document, documents: Documents) -> None:
    """A form with a digit in each cell, as a printed form has boxes."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Formulier"
    for row, person in enumerate(documents.people[:3], 1):
        sheet.cell(row, 1, "BSN")
        for column, digit in enumerate(person.bsn, 2):
            sheet.cell(row, column, digit if row == 1 else int(digit))
        document.plant("Formulier", "bsn", person.bsn)
    book.save(document.path)


def make(documents: Documents) -> None:
    source = documents.aside("office/calc.fods")
    source.path.write_text(calc(documents), encoding="utf-8")
    for extension in ("xlsx", "xls", "ods"):
        document = documents.new(f"{extension}/calc.{extension}")
        convert(source.path, extension, document.path)
        styles = {"header": "header", "footer": "footer"} if extension == "ods" else {}
        plant(document, documents, PARTS | styles)
    page = documents.new("pdf/calc.pdf")
    convert(source.path, "pdf", page.path)
    for person in documents.people:
        page.plant("page 1", "bsn", person.bsn)
        page.plant("page 1", "date-of-birth", person.born)
        page.plant("page 1", "iban", person.iban, "high")
    excel(documents.new("xlsx/openpyxl.xlsx"), documents)
    inline(documents.new("xlsx/xlsxwriter.xlsx"), documents)
    old_excel(documents.new("xls/xlwt.xls"), documents)
    boxes(documents.new("xlsx/hokjes.xlsx"), documents)
