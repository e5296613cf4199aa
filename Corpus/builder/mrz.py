"""Machine-readable zones of passports, identity cards and driving licences, marked."""

from . import checks
from .marks import mark
from .people import ASCII
from .values import Values


def _name(surname: str, given: str, width: int) -> str:
    plain = f"{surname}  {given}".translate(ASCII).upper().replace("-", " ")
    return plain.replace(" ", "<").ljust(width, "<")[:width]


def passport(
    source: Values,
    bsn: str = "",
    number: str = "",
    surname: str = "Terpstra",
    given: str = "Wybren Hessel",
    born: str = "1979-08-02",
    gender: str = "M",
) -> str:
    """Two lines of 44; with `bsn` in the personal number, as passports had until 2021."""
    number = number or source.make("document-number")
    birth = born[2:].replace("-", "")
    expiry = f"{source.random.randint(25, 33)}0814"
    birth_part = birth + checks.mrz_digit(birth)
    expiry_part = expiry + checks.mrz_digit(expiry)
    personal = bsn.ljust(14, "<")
    personal_check = checks.mrz_digit(personal) if bsn else "0"
    number_part = number + checks.mrz_digit(number)
    composite = checks.mrz_digit(number_part + birth_part + expiry_part + personal + personal_check)
    first = "P<NLD" + _name(surname, given, 39)
    sex = "M" if gender == "M" else "F"
    inner = (mark("bsn", bsn, "mrz") + "<" * 5) if bsn else personal
    second = f"{number_part}NLD{birth_part}{sex}{expiry_part}{inner}{personal_check}{composite}"
    return mark("mrz", f"{first}\n{second}", "td3-bsn" if bsn else "td3")


def identity_card(
    source: Values,
    bsn: str = "",
    surname: str = "de Vries",
    given: str = "Sanne",
    born: str = "1985-02-11",
    gender: str = "V",
) -> str:
    """Three lines of 30; with `bsn` in the optional data of line 1."""
    number = source.make("document-number")
    optional = bsn.ljust(15, "<")
    if bsn:
        optional = bsn + "<" * 5 + checks.mrz_digit(bsn + "<" * 5)
    tail = number + checks.mrz_digit(number) + optional
    birth, expiry = born[2:].replace("-", ""), f"{source.random.randint(25, 33)}1102"
    middle = birth + checks.mrz_digit(birth), expiry + checks.mrz_digit(expiry)
    composite = checks.mrz_digit(tail + middle[0] + middle[1] + "<" * 11)
    sex = "M" if gender == "M" else "F"
    shown = tail.replace(bsn, mark("bsn", bsn, "mrz"), 1) if bsn else tail
    second = f"{middle[0]}{sex}{middle[1]}NLD" + "<" * 11 + composite
    lines = f"I<NLD{shown}\n{second}\n{_name(surname, given, 30)}"
    return mark("mrz", lines, "td1-bsn" if bsn else "td1")


def driving_licence(source: Values, number: str) -> str:
    """One line of 30: D1NLD, a digit, the number, 13 characters, a check digit."""
    body = (
        "D1NLD1"
        + number
        + "".join(source.random.choice("ABCDEFGHKLMNPRSTUVWXYZ0123456789") for _ in range(13))
    )
    return mark("mrz", body + checks.mrz_digit(body), "driving-licence")
