"""Values of the seven kinds, and what looks like one and is none."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Corpus"))

from builder import checks  # noqa: E402
from builder.notations import write  # noqa: E402
from builder.people import person  # noqa: E402
from builder.templates.draft import Writer  # noqa: E402

KINDS = ("bsn", "iban", "big", "agb", "postcode", "email", "phone")
# Letters of postcodes that were never given out.
NEVER_ISSUED = ("SA", "SD", "SS")
# By kind, how a sentence of prose brings the value.
PHRASES = {
    "bsn": ("Het burgerservicenummer is {}.", "Zijn BSN is {}.", "(BSN: {})"),
    "iban": ("Het bedrag gaat naar IBAN {}.", "Rekeningnummer: {}."),
    "big": ("Zij is arts met BIG-nummer {}.", "BIG-registratie: {}."),
    "agb": ("De praktijk heeft AGB-code {}.", "AGB-code: {}."),
    "postcode": ("Het adres heeft postcode {}.", "Postcode: {}."),
    "email": ("Reageren kan via {}.", "E-mail: {}"),
    "phone": ("Bel voor een afspraak {}.", "Telefoon: {}."),
}
# By kind, the key in JSON, XML and log lines.
KEYS = {
    "bsn": "bsn",
    "iban": "iban",
    "big": "bigNummer",
    "agb": "agbCode",
    "postcode": "postcode",
    "email": "email",
    "phone": "telefoon",
}


class Planter:
    """Makes values, in notations that every program of the comparison knows, and counts them."""

    def __init__(self, seed: str):
        self.values = Writer(seed)
        self.random = self.values.random
        self.planted: Counter = Counter()

    def kind(self) -> str:
        return self.random.choice(KINDS)

    def value(self, kind: str) -> str:
        """A valid value, counted as planted."""
        self.planted[kind] += 1
        if kind == "email":
            return person(self.values).email
        if kind == "postcode":
            return self._postcode()
        if kind == "phone":
            sort = self.random.choice(("mobile", "mobile", "landline"))
            return write("phone", self.values.make("phone", sort), sort)
        # Six zeros are no AGB code, which one in a million draws.
        while (value := self.values.make(kind)).endswith("000000"):
            pass
        return value

    def phrase(self) -> str:
        """A sentence of prose with a value of any kind."""
        kind = self.kind()
        return self.random.choice(PHRASES[kind]).format(self.value(kind))

    def number_decoy(self, digit_count: int) -> str:
        """Digits that are no value: 9 without elfproef, 8 as a date, 11 of no profession."""
        match digit_count:
            case 8:
                return self.values.date(1995, 2025).replace("-", "")
            case 9:
                while checks.bsn(number := "4" + self.values.digits(8)):
                    pass
                return number
            case _:
                return "1" + self.values.digits(digit_count - 3) + "60"

    def _postcode(self) -> str:
        while (value := self.values.make("postcode")).endswith(NEVER_ISSUED):
            pass
        return (
            write("postcode", value, "contiguous")
            if self.random.random() < 0.5
            else (f"{value[:4]} {value[4:]}")
        )
