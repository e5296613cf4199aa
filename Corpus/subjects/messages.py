"""Messages of care: HL7 version 2 and EDIFACT.

Source: HL7 2.4, chapters 2 and 3 (types CX, XPN, XAD, XTN and XCN); ISO 9735 and the segments of
UN/EDIFACT D.96A.
"""

import random

from .cast import Person
from .marks import mapped
from .plain import encoded
from .scenes import Scenes
from .tree import File


def escaped(text: str) -> str:
    for mark, name in (("\\", "E"), ("|", "F"), ("^", "S"), ("&", "T"), ("~", "R")):
        text = text.replace(mark, f"\\{name}\\")
    return text


def released(text: str) -> str:
    return "".join(f"?{c}" if c in "?+:'" else c for c in text)


def note_names(file: File, names: list[tuple[int, Person, str, str]]) -> None:
    """Notes names at their lines as one says them, since a message has their parts in another order."""
    for line, p, first, form in names:
        for fact in p.facts("full-name", form):
            file.note(fact, (), line, f"{first} {p.own}")


def given(p: Person, source: random.Random) -> tuple[str, str]:
    """What stands for the given names, and how that is called."""
    if source.random() < 0.5:
        return p.first[0], "first"
    return p.initials, "initials"


def hl7(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms, segments, names = scenes.forms, [], []
    for number, p in enumerate(scenes.people(source.randint(2, 8))):
        first, form = given(p, source)
        surname = p.own
        if p.prefix and not p.partner and source.random() < 0.5:
            surname = f"{p.surname}&{p.prefix}&{p.surname}"
        names.append((len(segments) + 2, p, first, form))
        kind = source.choice(("ADT^A08", "ADT^A04", "ORU^R01"))
        segments += [
            rf"MSH|^~\&|HIS|PRAKTIJK|ZIS|LAB|20240603{source.randint(100000, 235959)}||{kind}"
            rf"|{source.randint(10**8, 10**9)}|P|2.4",
            f"PID|1||{source.randint(10**6, 10**7)}^^^ZIS^PI~{forms.bsn_plain(p)}^^^NLMINBIZA^NNNLD||"
            f"{surname}^{first}^^^^^L||{forms.born_digits(p)}|"
            f"{'M' if p.gender == 'M' else 'F'}|||{forms.street(p)}^^{p.town}^^"
            f"{p.postcode.replace(' ', '')}^NL^M||{forms.phone(p)}^PRN^PH",
            "PV1|1|O|POLI^2||||" + str(source.randint(10**7, 10**8)) + "^Arts^A^^^^^^VEKTIS",
            f"NTE|{number + 1}|L|" + mapped(scenes.about(p).replace("\n", " "), escaped),
        ]
    note_names(file, names)
    text = "\r\n".join(segments) + "\r\n"
    return encoded(file.take_lines(text), encoding)


def edifact(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms, names = scenes.forms, []
    segments = ["UNA:+.? '", "UNB+UNOC:3+500000001+500000002+240603:1015+4711'"]
    for number, p in enumerate(scenes.people(source.randint(2, 6))):
        first, form = given(p, source)
        names.append((len(segments) + 2, p, first, form))
        phone = mapped(forms.phone(p), released)
        mail = f"+{forms.email_plain(p)}:EM" if p.emails else ""
        segments += [
            f"UNH+{number + 1}+MEDEUR:1:901:UN'",
            f"PNA+PAT++++1:{released(p.own)}+2:{released(first)}'",
            f"DTM+329:{forms.born_digits(p)}:102'",
            f"RFF+BSN:{forms.bsn_plain(p)}'",
            f"ADR+1++5:{mapped(forms.street(p), released)}:{released(p.town)}"
            f"+{p.postcode.replace(' ', '')}'",
            f"COM+{phone}:TE{mail}'",
            f"UNT+7+{number + 1}'",
        ]
    segments.append("UNZ+1+4711'")
    note_names(file, names)
    text = "\n".join(segments) + "\n"
    return encoded(file.take_lines(text), encoding)
