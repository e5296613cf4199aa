"""Invented people: drawn from the lists, their numbers from the value generator."""

from dataclasses import dataclass

from . import checks
from .lists import MAIL_DOMAINS, MEN, PLACES, STREETS, SURNAMES, WOMEN
from .marks import mark
from .notations import write
from .values import Values

ASCII = str.maketrans(
    "éèëêïîöôüûçáàâäñŁłńśŚşŞıİğćąęÖÜÇñúž'", "eeeeiioouucaaaanllnssssiigcaeoucnuz "
)


@dataclass(frozen=True)
class Person:
    given: str
    surname: str  # with its prefix: `van den Berg`
    gender: str  # M or V
    bsn: str
    born: str  # yyyy-mm-dd
    iban: str
    phone: str
    email: str
    street: str
    house: str
    postcode: str
    place: str

    @property
    def initials(self) -> str:
        return "".join(part[0] + "." for part in self.given.split("-"))

    @property
    def formal(self) -> str:
        """`J. van den Berg`."""
        return f"{self.initials} {self.surname}"

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def reversed(self) -> str:
        """`Berg, J. van den`, as registers sort it."""
        words = self.surname.split(" ")
        count = next((i for i, word in enumerate(words) if word.lstrip("'’")[:1].isupper()), 0)
        prefix = " ".join(words[:count])
        rest = " ".join(words[count:])
        return f"{rest}, {self.initials}" + (f" {prefix}" if prefix else "")

    @property
    def salutation(self) -> str:
        """The surname with a capital, as after `heer` and `mevrouw`."""
        index = 1 if self.surname[0] in "'’" else 0
        if index:
            return self.surname
        return self.surname[0].upper() + self.surname[1:]

    @property
    def title(self) -> str:
        return "dhr." if self.gender == "M" else "mw."

    def m(self, what: str, notation: str = "") -> str:
        """The marked value of one field: `bsn`, `iban`, `born`, `phone`, `email`, `name`..."""
        if what == "address":
            return self.address(notation)
        kind = {
            "born": "date-of-birth",
            "full": "name",
            "formal": "name",
            "reversed": "name",
            "salutation": "name",
        }.get(what, what)
        value = getattr(self, what)
        text = write(kind, value, notation) if kind != "name" else value
        return mark(kind, text, notation if kind != "name" else "")

    def address(self, form: str = "") -> str:
        """Street and number, `full` with postcode and place, `lines` on two lines."""
        street = f"{self.street} {self.house}"
        if form == "":
            return mark("address", street)
        post = mark("postcode", write("postcode", self.postcode, ""))
        between = {"full": ", ", "lines": "\n", "double": ",  "}[form]
        return mark("address", f"{street}{between}{post} {self.place}")


def person(source: Values, encoding: str = "utf-8", first: int = 1938, last: int = 2004) -> Person:
    """A person whose name can be written in `encoding`."""
    random = source.random
    gender = random.choice("MV")
    while True:
        given = random.choice(MEN if gender == "M" else WOMEN)
        surname = random.choice(SURNAMES)
        street = random.choice(STREETS)
        try:
            (given + surname + street).encode("cp1252" if encoding == "windows-1252" else "utf-8")
            break
        except UnicodeEncodeError:
            continue
    name = f"{given[0]}.{surname}".translate(ASCII).replace(" ", "").lower()
    styles = (
        name,
        f"{given}_{surname.split()[-1]}{random.randint(60, 99)}",
        f"{surname.split()[-1]}.{given}",
        f"{given}+zorg",
    )
    local = random.choice(styles).translate(ASCII).replace(" ", "").lower()
    house = str(random.randint(1, 412)) + random.choice(
        ("", "", "", "a", " B", "-2", " bis", "-III", "hs")
    )
    return Person(
        given,
        surname,
        gender,
        source.make("bsn"),
        source.date(first, last),
        source.make("iban"),
        source.make("phone", random.choice(("mobile", "mobile", "landline"))),
        f"{local}@{random.choice(MAIL_DOMAINS)}",
        street,
        house,
        source.make("postcode"),
        random.choice(PLACES),
    )


def people(
    source: Values, count: int, encoding: str = "utf-8", first: int = 1938, last: int = 2004
) -> list[Person]:
    return [person(source, encoding, first, last) for _ in range(count)]


def not_bsn(number: str, note: str) -> str:
    """`number`, marked as a lookalike where it passes the elfproef."""
    return mark("!bsn", number, note=note) if checks.bsn(number) else number


def random_number(source: Values, count: int, note: str) -> str:
    """`count` digits, the first not 0, marked where they pass the elfproef."""
    number = str(source.random.randint(1, 9)) + source.digits(count - 1)
    return not_bsn(number, note)
