"""Draws values of every kind, normalized, from a seeded source."""

import random

from . import checks
from .lists import BANKS, LETTERS

# Digits after the 0 of geographic numbers: area code and length of the subscriber number.
AREA_CODES = {
    "10": 7,
    "20": 7,
    "24": 7,
    "30": 7,
    "38": 7,
    "58": 7,
    "70": 7,
    "113": 6,
    "182": 6,
    "297": 6,
    "314": 6,
    "343": 6,
    "418": 6,
    "512": 6,
    "546": 6,
    "570": 6,
    "594": 6,
}
BIG_PROFESSIONS = ("01", "01", "02", "03", "04", "16", "17", "25", "30", "30", "31", "81", "82")
UZOVI_CODES = ("3332", "7119", "0104", "9664", "7095", "3311", "0736", "8956", "7029", "3359")
PLATE_MASKS = (
    "LL-LL-99",
    "99-LL-LL",
    "99-LLL-9",
    "9-LLL-99",
    "LL-999-L",
    "L-999-LL",
    "LLL-99-L",
    "L-99-LLL",
    "LL-99-LL",
    "99-99-LL",
)
FOREIGN_IBANS = {
    "DE": "n18",
    "BE": "n12",
    "FR": "n10a11n2",
    "PL": "n24",
    "GB": "l4n14",
    "ES": "n20",
    "LU": "n3a13",
    "AT": "n16",
    "LT": "n16",
    "IE": "l4n14",
    "NO": "n11",
    "TR": "n6a16",
}
DOCUMENT_ALPHABET = "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ"


class Values:
    """Makes values; two with equal seeds make equal values."""

    def __init__(self, seed: str):
        self.random = random.Random(seed)

    def digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def make(self, kind: str, notation: str = "") -> str:
        """A value of `kind` in its normalized form."""
        return getattr(self, "_" + kind.replace("-", "_"))(notation)

    # Numbers of persons

    def _bsn(self, notation: str) -> str:
        """A third from the test range 9999xxxxx, the rest from the whole valid range.

        As a `decoy` (an order number that passes) never from the test range.
        """
        while True:
            if notation in ("lost-zero", "json-number-lost-zero"):
                number = "0" + self.digits(7)
            elif notation != "decoy" and self.random.random() < 1 / 3:
                number = "9999" + self.digits(4)
            else:
                number = self.digits(8)
            number += str(checks.bsn_sum(number) % 11)
            if checks.bsn(number):
                return number

    def _rsin(self, _: str) -> str:
        while True:
            number = self.random.choice(("8", "8", "00")) + self.digits(8)
            if checks.rsin(number[:9]):
                return number[:9]

    def _onderwijsnummer(self, _: str) -> str:
        return self._until(checks.onderwijsnummer, lambda: "10" + self.digits(7))

    def _a_nummer(self, _: str) -> str:
        return self._until(checks.a_nummer, lambda: self.digits(10))

    def _v_nummer(self, _: str) -> str:
        return "2" + self.digits(9)

    def _driving_licence(self, _: str) -> str:
        return self.random.choice("3456") + self.digits(9)

    def _document_number(self, notation: str) -> str:
        if notation == "residence":
            return "V" + "".join(self.random.choice("123456789" + LETTERS) for _ in range(8))
        middle = "".join(self.random.choice(DOCUMENT_ALPHABET) for _ in range(6))
        first = self.random.choice("INNI") + self.random.choice("ABCDEFGHKLMNPRSTUVWX")
        return first + middle + self.random.choice("123456789")

    def _licence_plate(self, notation: str) -> str:
        mask = self.random.choice(PLATE_MASKS)
        pick = {"L": LETTERS, "9": "0123456789", "-": "-"}
        return "".join(self.random.choice(pick[c]) for c in mask).replace("-", "")

    # Money and organisations

    def _iban(self, notation: str) -> str:
        if notation.startswith("foreign"):
            country = self.random.choice(sorted(FOREIGN_IBANS))
            body = self._shaped(FOREIGN_IBANS[country])
        else:
            country, body = "NL", self.random.choice(BANKS) + "0" + self.digits(9)
        check = 98 - checks.mod97(body + country + "00")
        return f"{country}{check:02d}{body}"

    def _shaped(self, shape: str) -> str:
        """`l4n14`: 4 letters, 14 digits; `a` stands for letters and digits."""
        alphabets = {"n": "0123456789", "l": "ABCDEFGHKLMNPRST", "a": "0123456789ABCDEFGH"}
        parts, index = [], 0
        while index < len(shape):
            end = index + 1
            while end < len(shape) and shape[end].isdigit():
                end += 1
            letters = alphabets[shape[index]]
            parts += [self.random.choice(letters) for _ in range(int(shape[index + 1 : end]))]
            index = end
        return "".join(parts)

    def _bank_account(self, notation: str) -> str:
        if notation in ("giro", "giro-p"):
            return str(self.random.randint(10_000, 9_999_999))
        return self._until(
            lambda n: checks.bank_account(n) and not checks.bsn(n), lambda: self.digits(9)
        )

    def _payment_card(self, _: str) -> str:
        """From ranges that card schemes and payment firms publish for tests."""
        prefix = self.random.choice(("42424242", "41111111", "55555555", "22230000", "54545454"))
        number = prefix + self.digits(7)
        return number + checks.luhn_digit(number)

    def _kvk(self, _: str) -> str:
        return self.random.choice("0123456789") + self.digits(7)

    def _btw_id(self, notation: str) -> str:
        if notation in ("sole-trader", "sole-trader-spaced"):
            return self._until(
                lambda t: checks.mod97(t) == 1 and not checks.rsin(t[2:11]),
                lambda: f"NL00{self.digits(7)}B{self.random.randint(2, 98):02d}",
            )
        return f"NL{self._rsin('')}B0{self.random.choice('1112')}"

    # Health care

    def _big(self, notation: str) -> str:
        lead = "0" if notation == "lost-zero" else self.random.choice("0123456789")
        return lead + self.digits(8) + self.random.choice(BIG_PROFESSIONS)

    def _agb(self, notation: str) -> str:
        kinds = (
            ("01", "02", "03", "04", "08")
            if notation == "lost-zero"
            else ("01", "01", "02", "03", "04", "12", "41", "91", "94", "22", "75")
        )
        return self.random.choice(kinds) + self.digits(6)

    def _uzi(self, _: str) -> str:
        return "0" + self.digits(8)

    def _ura(self, _: str) -> str:
        return "0" + self.digits(7)

    def _uzovi(self, _: str) -> str:
        return self.random.choice(UZOVI_CODES)

    def _kp(self, _: str) -> str:
        return self.digits(9) + self.random.choice(("89", "90", "91", "93", "96"))

    # Contact

    def _phone(self, notation: str) -> str:
        if notation.startswith("mobile") or notation in ("", "international", "lost-zero"):
            return "+316" + self.random.choice("123458") + self.digits(7)
        area = self.random.choice(sorted(AREA_CODES))
        if notation == "area-parenthesis":
            area = self.random.choice(("10", "20", "30", "70", "58"))
        return "+31" + area + self.random.choice("23456789") + self.digits(AREA_CODES[area] - 1)

    def _postcode(self, _: str) -> str:
        letters = self.random.choice(LETTERS) + self.random.choice("ABDEGHJKLMNPRTVWX")
        return f"{self.random.randint(1011, 9999)}{letters}"

    def _ip_address(self, notation: str) -> str:
        if notation == "ipv6":
            groups = [f"{self.random.randrange(65536):x}" for _ in range(4)]
            return (
                "2a02:a44" + self.random.choice("0123456789") + ":" + ":".join(groups[:2]) + "::1f"
            )
        first = self.random.choice((77, 80, 82, 83, 84, 86, 145, 178, 188, 213))
        return f"{first}." + ".".join(str(self.random.randint(2, 253)) for _ in range(3))

    def date(self, first_year: int, last_year: int) -> str:
        """A calendar date yyyy-mm-dd."""
        year = self.random.randint(first_year, last_year)
        return f"{year}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def _date_of_birth(self, _: str) -> str:
        return self.date(1931, 2019)

    # Lookalikes: values that pass a check and are something else

    def lookalike(self, name: str) -> str:
        """What `name` stands for, chosen so that it passes the check of a kind."""
        if name == "CREDITOR":
            body = self.digits(8) + "0000"
            return f"NL{98 - checks.mod97(body + 'NL00'):02d}ZZZ{body}"
        if name == "KENMERK":
            return self._until(checks.luhn, self._payment_reference)
        if name == "IMEI":
            number = "35" + self.digits(12)
            return number + checks.luhn_digit(number)
        if name == "DATE8":
            return self._until(
                lambda d: checks.bsn("0" + d), lambda: self.date(2009, 2024).replace("-", "")
            )
        if name == "BAG":
            return self._until(checks.luhn, lambda: "0363010000" + self.digits(6))
        if name == "SHORTBSN":
            return self._until(lambda d: checks.bsn("0" + d), lambda: self.digits(8))
        raise KeyError(name)

    def _payment_reference(self) -> str:
        tail = self.digits(15)
        return checks.payment_reference(tail) + tail

    def _until(self, accepts, draw) -> str:
        while True:
            value = draw()
            if accepts(value):
                return value
