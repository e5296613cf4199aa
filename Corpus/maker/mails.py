"""Messages and mailboxes by Python's email and mailbox."""

import email.policy
import mailbox
from email.header import Header
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from .plants import Document, Documents

HEADERS = "message headers"
FROM = "afdeling@lindewaard-gemeente.nl"


def message(subject: str, to: str) -> EmailMessage:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = FROM, to, subject
    mail["Date"] = "Mon, 03 Jun 2024 09:00:00 +0200"
    return mail


def plain(document: Document, people) -> None:
    """A number in the subject, a name in RFC 2047, a body in quoted-printable with soft breaks."""
    to = document.plant(HEADERS, "email", people[0].email)
    mail = message(f"Dossier BSN {document.plant(HEADERS, 'bsn', people[0].bsn)}",
                   f'"{people[2].full} – afdeling één" <{to}>')
    mail["Cc"] = document.plant(HEADERS, "email", people[1].email)
    number = document.plant("", "bsn", people[1].bsn, "high")
    iban = document.plant("", "iban", people[1].iban, "high")
    long = "Één regel die langer is dan regels in een bericht mogen zijn, daarom breekt ze af"
    mail.set_content(f"{long} BSN: {number} in ons bestand.\n{long}: {iban}.\n",
                     cte="quoted-printable", charset="iso-8859-15")
    document.path.write_bytes(mail.as_bytes())


def web(document: Document, people) -> None:
    """HTML only, in base64, with a subject in UTF-8."""
    mail = message("x", document.plant(HEADERS, "email", people[2].email))
    del mail["Subject"]
    number = document.plant(HEADERS, "bsn", people[2].bsn)
    mail["Subject"] = Header(f"Gegevens café: BSN {number}", "utf-8").encode()
    number = document.plant("", "bsn", people[3].bsn, "high")
    mail.set_content(f"<html><body><p>Uw <b>BSN</b>: {number[:3]}<i>{number[3:]}</i></p><table>"
                     + "".join(f"<tr><td>{document.plant('', 'iban', p.iban)}</td></tr>"
                               for p in people[4:8]) + "</table></body></html>",
                     subtype="html", cte="base64", charset="utf-16")
    document.path.write_bytes(mail.as_bytes())


def attachments(document: Document, members: list[tuple[str, Document]], people) -> None:
    """Text and HTML beside each other, documents attached under encoded names."""
    mail = message("Bijlagen", document.plant(HEADERS, "email", people[5].email))
    number = document.plant("", "bsn", people[5].bsn, "high")
    mail.set_content(f"Zie bijlagen. BSN {number}\n")
    mail.add_alternative(f"<p>Zie bijlagen. BSN {number}</p>", subtype="html")
    for name, member in members:
        path = document.add(member, name)
        mail.add_attachment(path.read_bytes(), "application", "octet-stream", filename=name)
    document.path.write_bytes(mail.as_bytes())


def forwarded(document: Document, inner: Document, people) -> None:
    """A message in a message, both multipart."""
    outer = MIMEMultipart()
    outer["From"] = FROM
    outer["To"] = document.plant(HEADERS, "email", people[6].email)
    outer["Subject"] = "FW: Bijlagen"
    number = document.plant("", "bsn", people[6].bsn, "high")
    outer.attach(MIMEText(f"Ter info: BSN {number}", "plain", "utf-8"))
    part = MIMEBase("message", "rfc822")
    part.attach(email.message_from_bytes(document.add(inner, "Bijlagen.eml").read_bytes()))
    part.add_header("Content-Disposition", "attachment", filename="Bijlagen.eml")
    outer.attach(part)
    document.path.write_bytes(outer.as_bytes())


def box(document: Document, people) -> None:
    """A mailbox; in a body a line that begins with From."""
    path = document.path
    path.unlink(missing_ok=True)
    folder = mailbox.mbox(path)
    for number, person in enumerate(people, 1):
        mail = Message()
        mail["From"] = FROM
        mail["To"] = document.plant(f"message {number} » {HEADERS}", "email", person.email)
        mail["Subject"] = "Bericht"
        bsn = document.plant(f"message {number}", "bsn", person.bsn, "high")
        mail.set_payload(f"From hier gaat het verder.\n\nBSN: {bsn}\n")
        folder.add(mail)
    folder.close()


def make(documents: Documents) -> None:
    people = documents.people
    plain(documents.new("eml/gewoon.eml"), people)
    web(documents.new("eml/html.eml"), people)
    made = {document.path.name: document for document in documents.made}
    members = [("lijst overzicht één.docx", made["lijst.docx"]), ("calc.xls", made["calc.xls"]),
               ("dossier.pdf", made["reportlab.pdf"])]
    with_files = documents.new("eml/bijlagen.eml")
    attachments(with_files, members[:1], people)
    attachments(documents.new("eml/veel.eml"), members[1:], people)
    forwarded(documents.new("eml/doorgestuurd.eml"), with_files, people)
    box(documents.new("mbox/postvak.mbox"), people)
