"""Word documents by python-docx, with the parts that it has no call for written into its XML."""

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from msoffcrypto.format.ooxml import OOXMLFile

from .plants import Document, Documents

W = nsdecls("w")


def split_runs(paragraph, number: str) -> None:
    """Every digit in a run of its own, bold and italic by turns, with a proofing mark between."""
    for index, digit in enumerate(number):
        run = paragraph.add_run(digit)
        run.bold, run.italic = index % 2 == 0, index % 3 == 0
        if index == 4:
            paragraph._p.append(parse_xml(f'<w:proofErr {W} w:type="spellStart"/>'))


def raw(paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml))


def drop_preview(file) -> None:
    relations = file.part.package.rels
    for name in [name for name, relation in relations.items() if "thumbnail" in relation.reltype]:
        del relations[name]


def fill(document: Document, documents: Documents) -> None:
    file = docx.Document()
    drop_preview(file)
    people = documents.people
    split_runs(file.add_paragraph("Uw BSN is "), document.plant("", "bsn", people[0].bsn, "high"))
    table = file.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Naam", "BSN", "Geboortedatum")):
        cell.text = text
    for person in people[1:7]:
        born = "-".join(reversed(person.born.split("-")))
        for cell, text in zip(table.add_row().cells, (person.reversed, person.bsn, born)):
            cell.text = text
        document.plant("", "bsn", person.bsn, "high")
        document.plant("", "date-of-birth", person.born, "medium")
    inner = file.add_table(rows=1, cols=2).rows[0].cells[1].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text = "Burgerservicenummer"
    inner.rows[0].cells[1].text = document.plant("", "bsn", people[7].bsn, "high")
    line = file.add_paragraph("Gewijzigd: ")
    number = document.plant("deleted text", "bsn", people[8].bsn)
    raw(line, f'<w:del {W} w:id="1" w:author="afdeling" w:date="2024-06-03T09:00:00Z"><w:r>'
        f"<w:delText>BSN {number[:4]}</w:delText></w:r><w:r><w:delText>{number[4:]}"
        "</w:delText></w:r></w:del>")
    number = document.plant("", "bsn", people[9].bsn)
    raw(line, f'<w:ins {W} w:id="2" w:author="afdeling" w:date="2024-06-03T09:00:00Z"><w:r>'
        f"<w:t>nieuw BSN {number}</w:t></w:r></w:ins>")
    number = document.plant("", "bsn", people[10].bsn)
    raw(file.add_paragraph(), f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>intern BSN {number}</w:t>"
        "</w:r>")
    number = document.plant("", "bsn", people[11].bsn)
    raw(file.add_paragraph("BSN "), f'<w:sdt {W}><w:sdtPr><w:alias w:val="bsn"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{number}</w:t></w:r></w:sdtContent></w:sdt>")
    mail = document.plant("field codes", "email", people[0].email)
    raw(file.add_paragraph(), f'<w:fldSimple {W} w:instr=" HYPERLINK &quot;mailto:{mail}&quot; ">'
        "<w:r><w:t>bericht</w:t></w:r></w:fldSimple>")
    mail = document.plant("field codes", "email", people[1].email)
    field = file.add_paragraph()
    for xml in ('<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve"> HYPERLINK "mailto:{mail[:6]}</w:instrText>',
                f'<w:instrText xml:space="preserve">{mail[6:]}" </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>', "<w:t>bericht</w:t>",
                '<w:fldChar w:fldCharType="end"/>'):
        raw(field, f"<w:r {W}>{xml}</w:r>")
    iban = document.plant("text boxes", "iban", people[0].iban)
    raw(file.add_paragraph(), f"<w:r {W}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' "
        "style='width:200pt;height:40pt'><v:textbox><w:txbxContent><w:p><w:r><w:t>rekening "
        f"{iban}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
    around(file, document, people)
    file.save(document.path)


def around(file, document: Document, people) -> None:
    """Headers of the first and of even pages, a comment, properties."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    iban = document.plant("header", "iban", people[1].iban)
    section.first_page_header.paragraphs[0].text = f"IBAN {iban}"
    iban = document.plant("footer", "iban", people[2].iban)
    section.even_page_footer.paragraphs[0].text = f"IBAN {iban}"
    iban = document.plant("comments", "iban", people[3].iban)
    run = file.add_paragraph().add_run("zie opmerking")
    file.add_comment(run, text=f"betaald aan {iban}", author="Afdeling", initials="A")
    iban = document.plant("properties", "iban", people[4].iban)
    file.core_properties.comments = f"IBAN {iban}"
    mail = document.plant("properties", "email", people[5].email)
    file.core_properties.last_modified_by = mail


def make(documents: Documents) -> None:
    document = documents.new("docx/python-docx.docx")
    fill(document, documents)
    document = next(made for made in documents.made if made.path.name == "lijst.docx")
    locked = documents.new("docx/versleuteld.docx")
    locked.plants = list(document.plants)
    sealed = documents.new("docx/onbekend-wachtwoord.docx")
    sealed.unread("", "encrypted")
    for target, password in ((locked, "welkom01"), (sealed, "niemand-weet-het")):
        with open(document.path, "rb") as source, open(target.path, "wb") as file:
            OOXMLFile(source).encrypt(password, file)
