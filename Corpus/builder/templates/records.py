"""Labelled fields of one person: forms, cards and screens printed to text, in many layouts."""

from .. import mrz
from ..lists import OCCUPATIONS
from ..marks import mark, pad, visible
from ..notations import write
from ..people import Person, person
from . import labels
from .draft import Draft, Writer

# Which fields a card of each area holds, beside the ones that every card draws from.
FIELDS = {
    "forms": (
        "name",
        "bsn",
        "date-of-birth",
        "gender",
        "address",
        "postcode",
        "phone",
        "email",
        "iban",
    ),
    "crm": (
        "name",
        "phone",
        "email",
        "bsn",
        "postcode",
        "licence-plate",
        "iban",
        "date-of-birth",
        "payment-card",
        "ip-address",
        "bank-account",
    ),
    "his": ("name", "bsn", "date-of-birth", "gender", "uzovi", "agb", "big", "uzi", "ura", "phone"),
    "care": ("name", "bsn", "date-of-birth", "agb", "kp", "big", "address", "postcode", "uzovi"),
    "immigration": (
        "name",
        "v-nummer",
        "bsn",
        "date-of-birth",
        "document-number",
        "a-nummer",
        "gender",
    ),
    "education": ("name", "onderwijsnummer", "date-of-birth", "gender", "email", "postcode"),
    "payroll": (
        "name",
        "bsn",
        "date-of-birth",
        "function",
        "iban",
        "document-number",
        "bank-account",
    ),
    "absence": ("name", "bsn", "date-of-birth", "function", "phone", "email", "driving-licence"),
    "cv": ("name", "address", "postcode", "date-of-birth", "phone", "email", "gender", "function"),
    "tax": ("name", "bsn", "address", "postcode", "iban", "kvk", "btw-id", "rsin"),
    "invoices": (
        "kvk",
        "rsin",
        "btw-id",
        "iban",
        "phone",
        "email",
        "address",
        "postcode",
        "bank-account",
    ),
}
TITLES = {
    "forms": "AANVRAAGFORMULIER (in te vullen in blokletters)",
    "crm": "KLANTKAART",
    "his": "PATIËNTKAART",
    "care": "CLIËNTGEGEVENS ZORG",
    "immigration": "DOSSIEROVERZICHT STATUSHOUDER",
    "education": "LEERLINGKAART",
    "payroll": "PERSONEELSKAART",
    "absence": "ZIEKMELDING EN RE-INTEGRATIE",
    "cv": "Curriculum vitae",
    "tax": "SUBJECTKAART BELASTINGEN",
    "invoices": "LEVERANCIERSKAART",
}
NOTES = (
    "Bijzonderheden: geen.",
    "Laatst gewijzigd door systeem.",
    "Bron: eigen opgave.",
    "Zie ook de bijlage (3 blz.).",
    "Paraaf baliemedewerker: ______",
    "Archiveren in map 4.2.1.",
    "Bewaartermijn 7 jaar na einde zaak.",
)


def field(source: Writer, kind: str, who: Person) -> str:
    """The marked value of `kind` for this person."""
    if kind == "name":
        return who.m(source.pick(("formal", "full", "reversed")))
    if kind == "gender":
        long = {
            "M": ("man", "M", "Man", "mannelijk", "m"),
            "V": ("vrouw", "V", "Vrouw", "vrouwelijk", "v"),
        }
        return mark("gender", source.pick(long[who.gender]))
    if kind == "function":
        return mark("function", source.pick(OCCUPATIONS))
    if kind == "address":
        return who.address()
    if kind == "email":
        return who.m("email")
    if kind == "phone":
        return source.phone()
    if kind in ("bsn", "iban", "postcode"):
        return source.again(kind, getattr(who, kind), source.pick(labels.WRITTEN[kind]))
    if kind == "date-of-birth":
        return source.again(kind, who.born, source.pick(labels.WRITTEN[kind]))
    return source.written(kind)


def layout(source: Writer, style: int, pairs: list[tuple[str, str]]) -> str:
    """`pairs` of label and value set in one of twelve ways."""
    wide = max(len(name) for name, _ in pairs) + 2
    if style == 0:
        return "\n".join(f"{name}: {value}" for name, value in pairs)
    if style == 1:
        return "\n".join(f"{name:<{wide}}: {value}" for name, value in pairs)
    if style == 2:
        return "\n".join(f"{name}\t{value}" for name, value in pairs)
    if style == 3:
        return "\n".join(f"{name + ' ':.<{wide + 8}} {value}" for name, value in pairs)
    if style == 4:
        return "\n".join(f"{name:>{wide + 6}}   {value}" for name, value in pairs)
    if style == 5:
        return "\n\n".join(f"{name}\n{value}" for name, value in pairs)
    if style == 6:
        return "\n".join(f"{name.upper()}  {value}" for name, value in pairs)
    if style == 7:
        return "\n".join(f"- **{name}**: {value}" for name, value in pairs)
    if style == 8:
        return "\n".join(f"{name} = {value}" for name, value in pairs)
    if style == 9:
        halves = [pairs[i : i + 2] for i in range(0, len(pairs), 2)]
        return "\n".join("".join(pad(f"{n}: {v}", 46) for n, v in half).rstrip() for half in halves)
    if style == 10:
        return "; ".join(f"{name} {value}" for name, value in pairs) + "."
    above = ""
    for start in range(0, len(pairs), 3):
        group = pairs[start : start + 3]
        widths = [max(len(n), len(visible(v))) + 4 for n, v in group]
        above += "".join(f"{n:<{w}}" for (n, _), w in zip(group, widths)).rstrip() + "\n"
        above += "".join(pad(v, w) for (_, v), w in zip(group, widths)).rstrip() + "\n\n"
    return above.rstrip("\n")


def card(area: str):
    """A template of cards with the fields of `area`."""

    def template(source: Writer, index: int) -> Draft:
        who = person(source, first=1945, last=2006)
        kinds = [k for k in FIELDS[area] if k in ("name", "bsn") or source.chance(0.8)]
        if source.chance(0.5):
            source.random.shuffle(kinds)
        pairs = [(source.label(kind), field(source, kind, who)) for kind in kinds]
        for _ in range(source.random.randint(1, 3)):
            what = source.decoy_label()
            pairs.insert(source.random.randint(0, len(pairs)), (what, source.decoy(what)))
        what = source.pick(
            ("Ingangsdatum", "Datum ontvangst", "Einddatum", "Afgiftedatum", "Datum in dienst")
        )
        pairs.insert(source.random.randint(0, len(pairs)), (what, source.not_birth(what.lower())))
        style = (index * 5 + len(area)) % 12
        body = [TITLES[area], "", layout(source, style, pairs), "", source.pick(NOTES)]
        extension = "md" if style == 7 else "txt"
        encoding = (
            "utf-16le-bom" if index % 7 == 3 else "utf-16be-bom" if index % 11 == 5 else "utf-8"
        )
        return Draft(
            extension,
            "\n".join(body) + "\n",
            f"labelled fields of {area}, layout {style}",
            encoding,
            "\r\n" if index % 3 == 2 else "\n",
        )

    return template


def identity_copy(source: Writer, index: int) -> Draft:
    """Text of a scanned identity document: printed fields and machine-readable zone."""
    who = person(source, "windows-1252", 1950, 2000)
    with_bsn = index % 3 != 2
    arguments = {
        "bsn": who.bsn if with_bsn else "",
        "surname": who.surname,
        "given": who.given,
        "born": who.born,
        "gender": who.gender,
    }
    zone = (mrz.passport if index % 2 else mrz.identity_card)(source, **arguments)
    kind = "PASPOORT" if index % 2 else "IDENTITEITSKAART"
    lines = [
        f"KONINKRIJK DER NEDERLANDEN   {kind}",
        "",
        f"Naam / Surname\n{who.m('salutation')}",
        f"Voornamen / Given names\n{mark('name', who.given)}",
        f"Geboortedatum / Date of birth\n{source.again('date-of-birth', who.born, 'spaced')}",
        "",
    ]
    if with_bsn:
        lines += [f"Persoonsnummer / Personal no.\n{source.again('bsn', who.bsn, '')}", ""]
    return Draft(
        "txt", "\n".join(lines) + "\n" + zone + "\n", "text of an identity document with MRZ"
    )


def licence_copy(source: Writer, index: int) -> Draft:
    """Both sides of a driving licence: number, BSN / number, and the zone of one line."""
    who = person(source, "windows-1252", 1950, 2000)
    number = source.make("driving-licence")
    lines = [
        "RIJBEWIJS NEDERLAND",
        f"1. Naam: {who.m('salutation')}",
        f"2. Voornaam: {mark('name', who.given)}",
        f"3. Geboortedatum: {source.again('date-of-birth', who.born, 'dotted')} {who.place}",
        f"4a. {write('date-of-birth', source.date(2015, 2023), 'dotted')}",
        f"5. Rijbewijsnummer: {mark('driving-licence', number)}",
        "",
        f"BSN / rijbewijsnummer: {source.again('bsn', who.bsn)}/{mark('driving-licence', number, 'after-slash')}",
        mrz.driving_licence(source, number),
    ]
    return Draft("txt", "\n".join(lines) + "\n", "text of a driving licence, front and back")


TEMPLATES = tuple(
    (area, "card", card(area), count)
    for area, count in (
        ("forms", 12),
        ("crm", 14),
        ("his", 10),
        ("care", 10),
        ("immigration", 8),
        ("education", 6),
        ("payroll", 8),
        ("absence", 8),
        ("cv", 6),
        ("tax", 8),
        ("invoices", 8),
    )
) + (("forms", "identity-copy", identity_copy, 6), ("forms", "licence-copy", licence_copy, 3))
