"""Outlook messages by Aspose.Email FOSS (MIT), which shares nothing with our reader."""

from aspose.email_foss import msg

from .mails import FROM
from .mails import HEADERS as MAIL_HEADERS
from .plants import Document, Documents


def message(subject: str, body: str, to: list[str], wide: bool) -> msg.MapiMessage:
    mail = msg.MapiMessage.create(subject, body, unicode_strings=wide)
    mail.set_property(msg.PropertyId.SENDER_NAME, "Afdeling")
    mail.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, FROM)
    for address in to:
        mail.add_recipient(address, display_name="Ontvanger")
    return mail


def filled(document: Document, people, wide: bool) -> msg.MapiMessage:
    subject = f"Dossier BSN {document.plant(MAIL_HEADERS, 'bsn', people[0].bsn)}"
    to = [document.plant(MAIL_HEADERS, "email", person.email) for person in people[:3]]
    body = "".join(f"Regel. BSN: {document.plant('', 'bsn', person.bsn, 'high')}, één rekening "
                   f"{document.plant('', 'iban', person.iban, 'high')}.\r\n"
                   for person in people[1:4])
    return message(subject, body, to, wide)


def make(documents: Documents) -> None:
    people = documents.people
    made = {document.path.name: document for document in documents.made}
    for name, wide in (("unicode", True), ("ansi", False)):
        document = documents.new(f"msg/{name}.msg")
        filled(document, people, wide).save(str(document.path))
    document = documents.new("msg/bijlagen.msg")
    mail = filled(document, people, True)
    for name, member in (("lijst.docx", made["lijst.docx"]), ("post.zip", made["bzip2.zip"])):
        mail.add_attachment(name, document.add(member, name).read_bytes())
    mail.save(str(document.path))
    inner = documents.aside("msg/binnen.msg")
    embedded = filled(inner, people[4:], True)
    document = documents.new("msg/doorgestuurd.msg")
    outer = filled(document, people, True)
    outer.add_embedded_message_attachment(embedded, filename="Dossier.msg")
    document.add(inner, "Dossier.msg")
    outer.save(str(document.path))
    document = documents.new("msg/html.msg")
    to = [document.plant(MAIL_HEADERS, "email", people[0].email)]
    mail = message("Gegevens", "", to, True)
    bsn = document.plant("", "bsn", people[5].bsn, "high")
    mail.body_html = f"<html><body><p>BSN: <b>{bsn[:4]}</b>{bsn[4:]}</p></body></html>"
    mail.save(str(document.path))
