"""How people are written down: names in variants, numbers in notations, all marked."""

import random
import unicodedata

from builder.lists import DUTCH_MONTHS, SHORT_MONTHS

from .cast import Person, joined, plain
from .marks import mark

NBSP = "\u00a0"


def capital(name: str) -> str:
    """A surname as after `heer` and `mevrouw`: `De Vries`, `'t Hart`."""
    return name if name.startswith("'") else name[0].upper() + name[1:]


def dotted(initials: str) -> str:
    return "".join(f"{letter}." for letter in initials)


def name_forms(p: Person) -> dict[str, str]:
    """The full name by the form that it is written in."""
    initials, own = dotted(p.initials), p.own
    tail = f" {p.prefix}" if p.prefix else ""
    forms = {
        "initials": f"{initials} {own}",
        "initials-spaced": f"{' '.join(dotted(c) for c in p.initials)} {own}",
        "initials-bare": f"{p.initials} {own}",
        "first": f"{p.first[0]} {own}",
        "first-initial": f"{p.initials[0]}. {own}",
        "reversed": f"{own}, {initials}",
        "reversed-first": f"{own}, {p.first[0]}",
        "sorted": f"{p.surname}, {initials}{tail}",
        "sorted-first": f"{p.surname}, {p.first[0]}{tail}",
        "upper": f"{initials} {own}".upper(),
        "upper-first": f"{p.first[0]} {own}".upper(),
        "lower": f"{p.first[0]} {own}".lower(),
        "joined": f"{joined(p.first[0])}.{joined(own)}",
        "joined-initial": f"{joined(p.initials[0])}{joined(own)}",
        "underscored": f"{plain(p.first[0])}_{plain(own).replace(' ', '_')}",
    }
    if len(p.first) > 1:
        forms["firsts"] = f"{' '.join(p.first)} {own}"
        forms["first-and-initial"] = f"{p.first[0]} {dotted(p.initials[1:])} {own}"
    if own != plain(own) or p.first[0] != plain(p.first[0]):
        forms["plain"] = plain(f"{p.first[0]} {own}")
        forms["plain-initials"] = plain(f"{initials} {own}")
        forms["decomposed"] = unicodedata.normalize("NFD", f"{p.first[0]} {own}")
    if p.partner:
        forms["double"] = f"{initials} {own}-{p.partner}"
        forms["double-first"] = f"{p.first[0]} {own}-{p.partner}"
        forms["double-partner-first"] = f"{initials} {p.partner}-{own}"
        forms["double-sorted"] = f"{p.surname}-{p.partner}, {initials}{tail}"
    if p.former:
        forms["former"] = f"{p.first[0]} {p.former}"
        forms["former-initials"] = f"{initials} {p.former}"
    return forms


# Forms of running text; the others stand in lists, accounts and file names.
PROSE = (
    "initials",
    "initials-spaced",
    "initials-bare",
    "first",
    "first-initial",
    "upper-first",
    "firsts",
    "first-and-initial",
    "plain",
    "plain-initials",
    "double",
    "double-first",
    "double-partner-first",
    "former",
    "former-initials",
    "decomposed",
    "lower",
)
LISTED = (
    "initials",
    "first",
    "reversed",
    "reversed-first",
    "sorted",
    "sorted-first",
    "upper",
    "upper-first",
    "initials-bare",
    "double-sorted",
    "plain",
    "firsts",
    "double",
)
ACCOUNTS = ("joined", "joined-initial", "underscored")


class Forms:
    """Writes people down, each time in another notation; `encoding` is what the text must fit."""

    def __init__(self, source: random.Random, encoding: str = "utf-8"):
        self.random = source
        self.encoding = encoding

    def fits(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
            return True
        except UnicodeEncodeError:
            return False

    def of(self, p: Person, attribute: str, text: str, form: str = "") -> str:
        return mark(text, *p.facts(attribute, form))

    # Names

    def name(self, p: Person, among=PROSE) -> str:
        forms = {k: v for k, v in name_forms(p).items() if k in among and self.fits(v)}
        form = self.random.choice(list(forms))
        return self.of(p, "full-name", forms[form], form)

    def listed(self, p: Person) -> str:
        return self.name(p, LISTED)

    def account(self, p: Person) -> str:
        return self.name(p, ACCOUNTS)

    def formal(self, p: Person) -> str:
        """`de heer J. de Vries`, `mw. J. de Vries`."""
        title = self.random.choice(("de heer", "dhr.") if p.gender == "M" else ("mevrouw", "mw."))
        return (
            f"{title}"
            f" {self.name(p, ('initials', 'first-initial', 'double', 'initials-spaced', 'first'))}"
        )

    def salutation(self, p: Person) -> str:
        """`De Vries`: the surname alone, to stand behind a title."""
        return self.of(p, "surname", capital(p.own), "salutation")

    def titled(self, p: Person) -> str:
        title = self.random.choice(
            ("De heer", "Dhr.", "Meneer") if p.gender == "M" else ("Mevrouw", "Mw.", "Mevr.")
        )
        return f"{title} {self.salutation(p)}"

    # Numbers

    def bsn(self, p: Person) -> str:
        n = p.bsn
        written = {
            "plain": n,
            "dotted": f"{n[:4]}.{n[4:6]}.{n[6:]}",
            "spaced": f"{n[:4]} {n[4:6]} {n[6:]}",
            "threes": f"{n[:3]} {n[3:6]} {n[6:]}",
            "dashed": f"{n[:3]}-{n[3:6]}-{n[6:]}",
            "dotted-threes": f"{n[:3]}.{n[3:6]}.{n[6:]}",
        }
        form = self.random.choice(("plain", "plain", *written))
        return self.of(p, "bsn", written[form], form)

    def bsn_plain(self, p: Person) -> str:
        return self.of(p, "bsn", p.bsn, "plain")

    def bsn_number(self, p: Person) -> str:
        """As a spreadsheet keeps it: without its zero."""
        return self.of(p, "bsn", p.bsn.lstrip("0"), "zero-lost" if p.bsn[0] == "0" else "number")

    def phone(self, p: Person, number: str = "") -> str:
        n = number or self.random.choice(p.phones)
        if n.startswith("06"):
            written = {
                "plain": n,
                "dashed": f"06-{n[2:]}",
                "spaced": f"06 {n[2:4]} {n[4:6]} {n[6:8]} {n[8:]}",
                "international": f"+316{n[2:]}",
                "international-spaced": f"+31 6 {n[2:6]} {n[6:]}",
                "zeros": f"00316{n[2:]}",
                "optional-zero": f"+31 (0)6 {n[2:6]} {n[6:]}",
                "fours": f"06 - {n[2:6]} {n[6:]}",
            }
        else:
            written = {
                "plain": n,
                "dashed": f"{n[:3]}-{n[3:]}",
                "spaced": f"{n[:3]} {n[3:6]} {n[6:8]} {n[8:]}",
                "international": f"+31{n[1:]}",
                "bracketed": f"({n[:3]}) {n[3:6]} {n[6:]}",
                "optional-zero": f"+31 (0){n[1:3]} {n[3:6]} {n[6:]}",
            }
        form = self.random.choice(list(written))
        return self.of(p, "phone", written[form], form)

    def phone_number(self, p: Person) -> str:
        return self.of(p, "phone", p.phones[0].lstrip("0"), "zero-lost")

    def iban(self, p: Person) -> str:
        n = p.iban
        written = {
            "plain": n,
            "fours": " ".join(n[i : i + 4] for i in range(0, len(n), 4)),
            "lower": n.lower(),
            "dotted": ".".join(n[i : i + 4] for i in range(0, len(n), 4)),
        }
        form = self.random.choice(("plain", "fours", "fours", "plain", "lower", "dotted"))
        return self.of(p, "iban", written[form], form)

    def iban_plain(self, p: Person) -> str:
        return self.of(p, "iban", p.iban, "plain")

    def email(self, p: Person) -> str:
        form = self.random.choice(("plain", "plain", "plain", "capitals"))
        text = p.emails[0]
        if form == "capitals":
            local, domain = text.split("@")
            text = f"{local.title()}@{domain}"
        return self.of(p, "email", text, form)

    def email_plain(self, p: Person) -> str:
        return self.of(p, "email", p.emails[0], "plain")

    def number(self, p: Person) -> str:
        return self.of(p, "number", p.number[1], "plain")

    def plate(self, p: Person) -> str:
        form = self.random.choice(("dashed", "dashed", "plain", "lower", "spaced"))
        n = p.plate
        written = {
            "dashed": n,
            "plain": n.replace("-", ""),
            "lower": n.lower(),
            "spaced": n.replace("-", " "),
        }[form]
        return self.of(p, "licence-plate", written, form)

    def born(self, p: Person) -> str:
        year, month, day = p.born
        written = {
            "dashed": f"{day:02}-{month:02}-{year}",
            "short": f"{day}-{month}-{year}",
            "slashed": f"{day:02}/{month:02}/{year}",
            "dotted": f"{day:02}.{month:02}.{year}",
            "words": f"{day} {DUTCH_MONTHS[month - 1]} {year}",
            "short-words": f"{day} {SHORT_MONTHS[month - 1]} {year}",
            "iso": f"{year}-{month:02}-{day:02}",
            "two-digits": f"{day:02}-{month:02}-{year % 100:02}",
        }
        form = self.random.choice(("dashed", "dashed", "words", *written))
        return self.of(p, "birth-date", written[form], form)

    def born_iso(self, p: Person) -> str:
        year, month, day = p.born
        return self.of(p, "birth-date", f"{year}-{month:02}-{day:02}", "iso")

    def born_plain(self, p: Person) -> str:
        year, month, day = p.born
        return self.of(p, "birth-date", f"{day:02}-{month:02}-{year}", "dashed")

    def born_digits(self, p: Person) -> str:
        year, month, day = p.born
        return self.of(p, "birth-date", f"{year}{month:02}{day:02}", "digits")

    # Where people live

    def street(self, p: Person) -> str:
        return self.of(p, "address", f"{p.street} {p.house}", "street")

    def address(self, p: Person) -> str:
        """Street and number with what follows, on one line."""
        postcode = self.random.choice((p.postcode, p.postcode.replace(" ", "")))
        return f"{self.street(p)}, {postcode} {p.town}"

    def postcode_house(self, p: Person) -> str:
        text = self.random.choice(
            (
                f"{p.postcode} {p.house}",
                f"{p.postcode.replace(' ', '')}, {p.house}",
                f"{p.postcode.replace(' ', '')} {p.house}",
            )
        )
        return self.of(p, "address", text, "postcode-house")
