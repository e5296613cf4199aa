"""Plain text and pages in many encodings; visiting cards, calendars and directories."""

import base64

import vobject
from icalendar import Calendar, Event

from .plants import Document, Documents

ENCODINGS = {
    "utf-8-bom": "utf-8-sig", "utf-16-le-bom": "utf-16", "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be", "utf-32-bom": "utf-32", "windows-1252": "cp1252",
    "iso-8859-15": "iso-8859-15", "cp850": "cp850", "macintosh": "mac-roman",
}
PAGES = {"koi8-r": "koi8-r", "windows-1251": "cp1251", "iso-8859-9": "iso-8859-9",
         "shift_jis": "shift_jis", "utf-16": "utf-16"}

GREETINGS = {"koi8-r": "Привет", "windows-1251": "Привет", "shift_jis": "東京"}


def lines(document: Document, people, encoding: str) -> str:
    """A line for each person whose name the encoding has, each after a word with an accent."""
    text = []
    for person in people:
        try:
            f"é{person.surname}".encode(encoding)
            name = person.surname
        except UnicodeEncodeError:
            name = "cliënt" if encoding not in ("koi8-r", "cp1251", "shift_jis") else "client"
        bsn = document.plant("", "bsn", person.bsn, "high")
        mail = document.plant("", "email", person.email)
        text.append(f"{person.title} {name}, geïnd; BSN: {bsn}; {mail}")
    return "\n".join(text)


def encoded(documents: Documents) -> None:
    for name, encoding in ENCODINGS.items():
        document = documents.new(f"txt/{name}.txt")
        document.path.write_bytes((lines(document, documents.people, encoding) + "\n")
                                  .encode(encoding))
    for charset, encoding in PAGES.items():
        document = documents.new(f"html/{charset}.html")
        body = lines(document, documents.people, encoding).replace("ï", "i").replace("ë", "e")
        greeting = GREETINGS.get(charset, "")
        page = (f'<html><head><meta charset="{charset}"></head><body><p>{greeting}</p><p>'
                + body.replace("\n", "</p>\n<p>") + "</p></body></html>\n")
        document.path.write_bytes(page.encode(encoding, "xmlcharrefreplace"))


def cards(document: Document, people, version: str) -> None:
    """vobject: folded lines, in version 3.0."""
    text = ""
    for person in people:
        card = vobject.vCard()
        card.add("fn").value = person.full
        card.add("n").value = vobject.vcard.Name(family=person.surname, given=person.given)
        card.add("email").value = document.plant("", "email", person.email)
        card.add("tel").value = document.plant("", "phone", person.phone)
        card.add("bday").value = document.plant("", "date-of-birth", person.born)
        number = document.plant("", "bsn", person.bsn, "high")
        card.add("note").value = ("Deze aantekening is zo lang dat de regel breekt voor het nummer "
                                  f"BSN: {number} van deze persoon")
        text += card.serialize()
    document.path.write_text(text, encoding="utf-8", newline="")


def calendar(document: Document, people) -> None:
    file = Calendar()
    file.add("prodid", "-//Lindewaard//NL")
    file.add("version", "2.0")
    for person in people:
        event = Event()
        event.add("summary", "Gesprek")
        number = document.plant("", "bsn", person.bsn, "high")
        event.add("description", "Een gesprek van een uur over de aanvraag, op kantoor, met "
                  f"BSN: {number}, graag op tijd")
        event.add("attendee", f"mailto:{document.plant('', 'email', person.email)}")
        file.add_component(event)
    document.path.write_bytes(file.to_ical())


def directory(document: Document, people) -> None:
    """LDIF as slapcat writes it: names with accents in base64, lines folded at 78."""
    text = []
    for person in people:
        entries = [
            ("dn", f"uid={person.email.split('@')[0]},ou=mensen,dc=lindewaard,dc=nl"),
            ("cn", person.full), ("mail", document.plant("", "email", person.email)),
            ("mobile", document.plant("", "phone", person.phone)),
            ("description", f"Élève, BSN: {document.plant('', 'bsn', person.bsn, 'high')}"),
        ]
        for name, value in entries:
            line = (f"{name}: {value}" if value.isascii() else
                    f"{name}:: {base64.b64encode(value.encode()).decode()}")
            text.append(line[:30] + ("\n " + line[30:] if line[30:] else ""))
        text.append("")
    document.path.write_text("\n".join(text) + "\n", encoding="ascii")


def make(documents: Documents) -> None:
    people = documents.people
    encoded(documents)
    cards(documents.new("vcf/kaartjes.vcf"), people, "3.0")
    calendar(documents.new("ics/agenda.ics"), people)
    directory(documents.new("ldif/personen.ldif"), people)
