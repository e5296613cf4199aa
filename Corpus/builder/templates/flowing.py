"""Running text set in narrow lines: values break where the line ends, labels stand glued."""

import re

from ..marks import CLOSE, HEAD, OPEN, mark
from ..notations import write
from ..people import person
from .draft import Draft, Writer

HEADS = re.compile(OPEN + HEAD.pattern)


def wrap(marked: str, width: int, prefix: str = "") -> str:
    """`marked` in lines of `width` visible columns that break at spaces, also within marks."""
    held = HEADS.sub(lambda match: match.group().replace(" ", "\0"), marked)
    lines, line, length = [], "", 0
    for word in held.split(" "):
        size = len(HEADS.sub("", word.replace("\0", " ")).replace(CLOSE, ""))
        if line and length + 1 + size > width:
            lines.append(line)
            line, length = word, size
        else:
            line, length = (f"{line} {word}", length + 1 + size) if line else (word, size)
    return f"\n{prefix}".join(lines + [line]).replace("\0", " ")


def sentences(source: Writer) -> list[str]:
    """Sentences about one person and some that are about nobody."""
    who = person(source)
    born = source.again("date-of-birth", who.born, source.pick(("long", "spaced", "short-month")))
    heer = "De heer" if who.gender == "M" else "Mevrouw"
    card = source.pick(("grouped", "dashed", ""))
    facts = [
        f"{heer} {who.m('full')}, geboren op {born}, vroeg op {source.not_birth('aanvraagdatum')} om hulp.",
        f"Het burgerservicenummer luidt {source.again('bsn', who.bsn, source.pick(('spaced', 'spaced-3', 'nbsp')))}"
        " en is gecontroleerd.",
        f"De vergoeding gaat naar rekening {source.again('iban', who.iban, 'grouped')} ten gunste van het gezin.",
        f"Bellen kan op {source.value('phone', source.pick(('mobile-pairs', 'landline-spaced', 'area-parenthesis')))}"
        " na vier uur.",
        f"Het gezin woont aan de {who.address('full')} en huurt daar sinds 2011.",
        f"In het oude systeem stond bsn{mark('bsn', source.make('bsn'), 'glued-label')} als sleutel.",
        f"De partner heeft BSN{mark('bsn', source.make('bsn'), 'glued-label')}.",
        f"Er is betaald met creditcard {source.value('payment-card', card)} op het stadskantoor.",
        f"Op de oude girorekening {source.value('bank-account', 'giro-p')} komt niets meer binnen.",
        f"Rijbewijsnummer {source.value('driving-licence')} is verlopen.",
        f"De aanslag met aanslagnummer {mark('bsn', write('bsn', who.bsn, 'dotted'), 'embedded')}.H.3{source.digits(1)}.01"
        " is vernietigd.",
        f"Contactpersoon is {source.pick(('dhr.', 'mw.', 'drs.'))} {person(source).m('formal')} van het wijkteam.",
    ]
    about_nothing = [
        f"Het dossier draagt zaaknummer {source.decoy('zaaknummer')} in het zaaksysteem.",
        f"Er liggen nog drie facturen, waaronder factuurnummer {source.decoy('factuurnummer')}.",
        f"De melding kreeg kenmerk {source.plain(9, 'kenmerk')} van de leverancier.",
        "Het besluit steunt op artikel 2.3.5 van de wet en op de verordening.",
        f"Een volgend gesprek is op {source.not_birth('gespreksdatum')} om tien uur.",
    ]
    chosen = source.random.sample(facts, 7) + source.random.sample(about_nothing, 3)
    source.random.shuffle(chosen)
    return chosen


def report(source: Writer, index: int) -> Draft:
    """A narrow report, or the same quoted in a mail."""
    width = source.random.randint(38, 74)
    quoted = index % 3 == 2
    prefix = "> " if quoted else ""
    paragraphs = [prefix + wrap(" ".join(sentences(source)), width, prefix) for _ in range(2)]
    text = f"\n{prefix}\n".join(paragraphs) + "\n"
    if quoted:
        text = "Ter informatie doorgestuurd:\n\n" + text
    return Draft(
        "txt",
        text,
        f"running text in lines of {width}" + (", quoted" if quoted else ""),
        "utf-8",
        "\r\n" if index % 4 == 1 else "\n",
    )


TEMPLATES = (
    ("letters", "flowing", report, 10),
    ("absence", "report", report, 6),
    ("mail", "quoted", report, 6),
)
