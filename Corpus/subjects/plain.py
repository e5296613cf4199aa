"""Formats that are text: notes, tables, JSON, XML, pages, cards, calendars, logs, drawings, SQL."""

import base64
import csv
import html
import io
import json
import random

from .marks import mapped, unmarked
from .scenes import Listing, Prose, Scenes
from .tree import File, wrapped

NUMBER, END = "\ue004", "\ue005"


def encoded(text: str, encoding: str) -> bytes:
    if encoding == "utf-16-le-bom":
        return b"\xff\xfe" + text.encode("utf-16-le")
    if encoding == "utf-16-be-bom":
        return b"\xfe\xff" + text.encode("utf-16-be")
    return text.encode(encoding)


def prose_lines(prose: Prose, source: random.Random) -> str:
    width = source.choice((0, 0, 72, 78))
    blocks = [prose.header, prose.title, *prose.paragraphs]
    if prose.fields:
        size = max(len(label) for label, _ in prose.fields) + 2
        blocks.insert(2, "\n".join(f"{label + ':':{size}}{value}" for label, value in prose.fields))
    if prose.table:
        blocks.append("\n".join("\t".join(row) for row in prose.table))
    blocks += [f"[{i}] {note}" for i, note in enumerate(prose.footnotes, 1)]
    blocks += [f"Opmerking: {comment}" for comment in prose.comments]
    blocks.append(prose.footer)
    text = "\n\n".join(block for block in blocks if block)
    return (wrapped(text, width) if width else text) + "\n"


def txt(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    text = prose_lines(scenes.prose()[0], source)
    text = file.take_lines(text)
    if source.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return encoded(text, encoding)


def note(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A few lines typed in a hurry."""
    subject = scenes.focus() or scenes.bystander(None)
    forms = scenes.forms
    lines = [
        f"{scenes.day()} gebeld met {forms.formal(subject)}",
        scenes.about(subject),
        scenes.of_other(scenes.bystander(subject if subject.key else None)),
    ]
    if source.random() < 0.5:
        lines.append(f"zie ook {forms.account(subject)}.doc")
    return encoded(file.take_lines("\n".join(lines) + "\n"), encoding)


def markdown(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, _ = scenes.prose()
    lines = [f"# {prose.title}", "", f"*{prose.header}*", ""]
    for label, value in prose.fields:
        lines.append(f"- **{label}**: {value}")
    for text in prose.paragraphs:
        lines += ["", text]
    if prose.table:
        head, *rows = prose.table
        lines += ["", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
    lines += [f"\n[^{i}]: {text}" for i, text in enumerate(prose.footnotes, 1)]
    lines += [f"\n<!-- {text} -->" for text in prose.comments]
    return encoded(file.take_lines("\n".join(lines) + "\n"), encoding)


def webpage(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, _ = scenes.prose()

    def escape(text: str) -> str:
        return mapped(text, html.escape)

    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl"><head>',
        f'<meta charset="{encoding}">',
        f"<title>{escape(prose.title)}</title></head>",
        "<body>",
        f"<h1>{escape(prose.header)}</h1>",
    ]
    if prose.fields:
        lines.append("<dl>")
        lines += [f"<dt>{label}</dt><dd>{escape(value)}</dd>" for label, value in prose.fields]
        lines.append("</dl>")
    for text in prose.paragraphs:
        text = escape(text)
        if source.random() < 0.3:
            words = text.split(" ")
            at = source.randrange(len(words))
            if not any(c in words[at] for c in "\ue000\ue002"):
                words[at] = f"<b>{words[at]}</b>"
            text = " ".join(words)
        lines.append(f"<p>{text}</p>")
    if prose.table:
        lines.append("<table>")
        for index, row in enumerate(prose.table):
            tag = "td" if index else "th"
            lines.append(
                "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"
            )
        lines.append("</table>")
    lines += [f"<!-- {escape(text)} -->" for text in prose.comments]
    lines += [f"<footer>{escape(prose.footer)}</footer>", "</body></html>"]
    text = file.take_lines("\n".join(lines) + "\n")
    if source.random() < 0.4:
        for letter, entity in (
            ("ë", "&euml;"),
            ("è", "&egrave;"),
            ("ï", "&iuml;"),
            ("ö", "&#246;"),
            ("ü", "&#xFC;"),
        ):
            text = text.replace(letter, entity)
    return encoded(text, encoding)


def delimited(
    file: File, scenes: Scenes, source: random.Random, encoding: str, delimiter: str
) -> bytes:
    listing = scenes.listing()
    out = io.StringIO()
    quoting = source.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    table = csv.writer(
        out, delimiter=delimiter, quoting=quoting, lineterminator=source.choice(("\r\n", "\n"))
    )
    text = ""
    for number, row in enumerate([listing.columns, *listing.rows], 1):
        out.seek(0)
        out.truncate()
        table.writerow(row)
        text += file.take(out.getvalue(), record=number)
    return encoded(text, encoding)


def comma_separated(file, scenes, source, encoding) -> bytes:
    return delimited(file, scenes, source, encoding, source.choice(";;,,|"))


def tab_separated(file, scenes, source, encoding) -> bytes:
    return delimited(file, scenes, source, encoding, "\t")


def key(column: str) -> str:
    return "".join(c if c.isalnum() else "_" for c in column.lower().replace("ë", "e"))


def objects(listing: Listing, source: random.Random) -> list[dict]:
    """The rows as objects; in half of them the BSN is a number."""
    as_numbers = source.random() < 0.5
    return [
        {
            key(column): (
                f"{NUMBER}{cell}{END}"
                if kind == "bsn" and as_numbers and not unmarked(cell).startswith("0")
                else cell
            )
            for column, cell, kind in zip(listing.columns, row, listing.kinds)
        }
        for row in listing.rows
    ]


def json_text(file: File, value, **layout) -> str:
    text = json.dumps(value, ensure_ascii=False, **layout)
    return text.replace(f'"{NUMBER}', "").replace(f'{END}"', "")


def escaped(text: str, source: random.Random) -> str:
    """In some documents everything but ASCII is escaped."""
    if source.random() < 0.7:
        return text
    return "".join(
        (
            c
            if ord(c) < 128
            else "".join(
                f"\\u{int.from_bytes(c.encode('utf-16-be')[i:i + 2]):04x}"
                for i in range(0, len(c.encode("utf-16-be")), 2)
            )
        )
        for c in text
    )


def json_document(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    listing = scenes.listing()
    value = {
        "export": scenes.day(),
        "bron": listing.title,
        key(listing.title): objects(listing, source),
    }
    layout = source.choice(
        ({"indent": 2}, {"indent": 2}, {"separators": (",", ":")}, {"indent": "\t"})
    )
    return encoded(
        escaped(file.take_lines(json_text(file, value, **layout) + "\n"), source), encoding
    )


def json_dossier(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """One person with everything nested."""
    p = scenes.focus() or scenes.bystander(None)
    forms = scenes.forms
    value = {
        "dossier": {
            "persoon": {
                "naam": forms.listed(p),
                "bsn": forms.bsn_plain(p),
                "geboortedatum": forms.born_iso(p),
            },
            "contact": {
                "email": forms.email_plain(p),
                "telefoon": [forms.phone(p)],
                "adres": {"straat": p.street, "huisnummer": p.house},
            },
            "rekening": {"iban": forms.iban_plain(p)},
            "clientnummer": forms.number(p),
            "notities": [scenes.about(p), scenes.of_other(scenes.bystander(p if p.key else None))],
        }
    }
    return encoded(
        escaped(file.take_lines(json_text(file, value, indent=2) + "\n"), source), encoding
    )


def json_lines(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    rows = objects(scenes.listing(), source)
    text = "".join(json_text(file, row, separators=(",", ":")) + "\n" for row in rows)
    return encoded(escaped(file.take_lines(text), source), encoding)


def xml(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    listing = scenes.listing()
    lines = [f'<?xml version="1.0" encoding="{encoding}"?>', "<export>"]
    in_attributes = source.random() < 0.3
    for row in listing.rows:
        cells = [
            (key(c).encode("ascii", "replace").decode().replace("?", "e"), mapped(v, html.escape))
            for c, v in zip(listing.columns, row)
        ]
        if in_attributes:
            lines.append("  <persoon " + " ".join(f'{c}="{v}"' for c, v in cells) + "/>")
        else:
            lines.append("  <persoon>")
            lines += [f"    <{c}>{v}</{c}>" for c, v in cells]
            lines.append("  </persoon>")
    lines += [
        f"  <toelichting>{mapped(scenes.about(listing.people[0]), html.escape)}</toelichting>",
        "</export>",
    ]
    return encoded(file.take_lines("\n".join(lines) + "\n"), encoding)


def drawing(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, _ = scenes.prose((2, 5))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">',
        f"<title>{mapped(prose.title, html.escape)}</title>",
    ]
    for index, text in enumerate(prose.paragraphs):
        lines.append(f'<text x="20" y="{40 + 24 * index}">{mapped(text, html.escape)}</text>')
    lines += [f"<desc>{mapped(text, html.escape)}</desc>" for text in prose.comments]
    return (file.take_lines("\n".join(lines + ["</svg>"]) + "\n")).encode()


def cards(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms, lines = scenes.forms, []
    for p in scenes.people(source.randint(1, 8)):
        lines += [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"N:{forms.of(p, 'surname', p.own, 'own-column')};{p.first[0]};;;",
            f"FN:{forms.name(p, ('first', 'firsts', 'initials'))}",
            f"EMAIL;TYPE=INTERNET:{forms.email_plain(p)}",
            f"TEL;TYPE=CELL:{forms.phone(p)}",
            f"BDAY:{forms.born_iso(p)}",
        ]
        if source.random() < 0.5:
            lines.append(f"ADR;TYPE=HOME:;;{forms.street(p)};{p.town};;{p.postcode};Nederland")
        if source.random() < 0.3:
            lines.append(f"NOTE:Relatienummer {forms.number(p)}")
        lines.append("END:VCARD")
    return file.take_lines("\n".join(lines) + "\n").replace("\n", "\r\n").encode()


def folded(line: str) -> str:
    """Lines of at most 75 bytes, as calendars and directories have them."""
    data, pieces = line.encode(), []
    while len(data) > 74:
        cut = 74
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[:cut])
        data = b" " + data[cut:]
    pieces.append(data)
    return b"\r\n".join(pieces).decode()


def calendar(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms = scenes.forms
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lindewaard//Agenda//NL"]
    for index, p in enumerate(scenes.people(source.randint(1, 6))):
        about = scenes.about(p).replace(",", "\\,").replace(";", "\\;")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{source.getrandbits(64):x}@example.nl",
            f"DTSTART:2023{index % 12 + 1:02}14T100000",
            f"SUMMARY:Afspraak {forms.name(p, ('initials', 'first', 'first-initial'))}",
            f"ATTENDEE;CN=deelnemer:mailto:{forms.email_plain(p)}",
            f"DESCRIPTION:{about}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return ("\r\n".join(folded(file.take(line)) for line in lines) + "\r\n").encode()


def directory(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms, lines = scenes.forms, ["version: 1", ""]
    for index, p in enumerate(scenes.people(source.randint(2, 9))):
        entry = [
            ("dn", f"uid={index},ou=personen,dc=example,dc=nl"),
            ("objectClass", "inetOrgPerson"),
            ("uid", forms.account(p)),
            ("cn", forms.name(p, ("first", "initials", "sorted"))),
            ("sn", forms.of(p, "surname", p.own, "own-column")),
            ("mail", forms.email_plain(p)),
            ("mobile", forms.phone(p)),
            ("employeeNumber", forms.number(p)),
        ]
        for name, value in entry:
            plain = file.take(value)
            if plain.isascii():
                lines.append(folded(f"{name}: {plain}").replace("\r\n", "\n"))
            else:
                lines.append(f"{name}:: {base64.b64encode(plain.encode()).decode()}")
        lines.append("")
    return ("\n".join(lines)).encode()


def log(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms, lines = scenes.forms, []
    for p in scenes.people(source.randint(8, 30)):
        stamp = (
            f"2023-0{source.randint(1, 9)}-{source.randint(10, 28)}T{source.randint(10, 23)}:04:{source.randint(10, 59)}Z"
        )
        lines.append(
            f"{stamp} INFO "
            + source.choice(
                (
                    f"user={forms.account(p)} action=login ip=192.0.2.{source.randint(1, 254)}",
                    f"mail delivered to <{forms.email_plain(p)}> status=sent",
                    f"GET /persoon?bsn={forms.bsn_plain(p)} 200 {source.randint(10, 900)}ms",
                    f"wijziging dossier cliëntnummer={forms.number(p)} door=beheer",
                    f"betaling iban={forms.iban_plain(p)} bedrag=112.50",
                )
            )
        )
    return file.take_lines("\n".join(lines) + "\n").encode()


def sql(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    listing = scenes.listing()
    names = [key(c) for c in listing.columns]
    names = [f"{n}_{i}" if n in names[:i] else n for i, n in enumerate(names)]
    lines = [
        "-- export",
        "CREATE TABLE personen (" + ", ".join(f"{n} varchar(80)" for n in names) + ");",
    ]

    def literal(text: str) -> str:
        return "'" + mapped(text, lambda t: t.replace("'", "''")) + "'"

    style = source.choice(("rows", "block", "copy"))
    rows = ["(" + ", ".join(map(literal, row)) + ")" for row in listing.rows]
    if style == "rows":
        lines += [f"INSERT INTO personen ({', '.join(names)}) VALUES {row};" for row in rows]
    elif style == "block":
        lines += [f"INSERT INTO personen ({', '.join(names)}) VALUES", ",\n".join(rows) + ";"]
    else:
        lines.append(f"COPY public.personen ({', '.join(names)}) FROM stdin;")
        lines += ["\t".join(row) for row in listing.rows] + ["\\."]
    return file.take_lines("\n".join(lines) + "\n").encode()


def rich(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    prose, main = scenes.prose()

    def rtf(text: str) -> str:
        pieces = []
        for c in text:
            if c in "\\{}":
                pieces.append("\\" + c)
            elif ord(c) < 128:
                pieces.append(c)
            elif len(byte := c.encode("cp1252", "ignore")) == 1:
                pieces.append(f"\\'{byte[0]:02x}")
            else:
                pieces.append(f"\\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?")
        text = "".join(pieces)
        if source.random() < 0.3:
            words = text.split(" ")
            at = source.randrange(len(words))
            words[at] = "{\\b " + words[at] + "}"
            text = " ".join(words)
        return text

    section = ("section",)
    out = [
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}",
        "{\\info{\\title " + rtf(file.take(prose.title, section + ("properties",))) + "}}",
        "{\\header " + rtf(file.take(prose.header, section + ("header",))) + "\\par}",
        "{\\footer " + rtf(file.take(prose.footer, section + ("footer",))) + "\\par}",
    ]
    for label, value in prose.fields:
        out.append(f"{rtf(label)}:\\tab {rtf(file.take(value))}\\par")
    notes = list(prose.footnotes)
    for text in prose.paragraphs:
        line = rtf(file.take(text))
        if notes:
            line += (
                "{\\super\\chftn}{\\footnote\\chftn "
                + rtf(file.take(notes.pop(), section + ("footnotes",)))
                + "}"
            )
        out.append(line + "\\par")
    for row in prose.table:
        cells = "".join(f"\\cellx{3000 * (i + 1)}" for i in range(len(row)))
        out.append(
            "\\trowd" + cells + "".join(f"\\intbl {rtf(file.take(c))}\\cell" for c in row) + "\\row"
        )
    return "\n".join(out + ["}"]).encode("ascii")
