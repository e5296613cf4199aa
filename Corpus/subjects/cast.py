"""The 20 subjects, and the people around them: namesakes, their households, and everybody else."""

import random
from dataclasses import dataclass, field

from builder import checks
from builder.lists import MEN, PLACES, STREETS, SURNAMES, WOMEN

from .marks import Fact

LOST_ZERO_BSN = "012345672"


@dataclass
class Person:
    first: list[str]
    surname: str
    gender: str
    prefix: str = ""
    partner: str = ""  # with its prefix
    initials: str = ""
    former: str = ""  # the surname of before, with its prefix
    bsn: str = ""
    born: tuple[int, int, int] = (1970, 1, 1)
    street: str = ""
    house: str = ""
    postcode: str = ""
    town: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    iban: str = ""
    number: tuple[str, str] = ("", "")
    plate: str = ""
    key: str = ""  # of a subject
    known: tuple[str, ...] = ()  # what the card says of a subject
    resembles: dict[str, str] = field(default_factory=dict)  # subject -> how: namesake, household

    def __post_init__(self):
        self.initials = self.initials or "".join(
            part[0].upper() for name in self.first for part in name.split("-")
        )

    @property
    def own(self) -> str:
        """The surname with its prefix: `van den Berg`."""
        return f"{self.prefix} {self.surname}" if self.prefix else self.surname

    def facts(self, attribute: str, form: str = "") -> list[Fact]:
        """What a mention of this attribute says of which subjects."""
        facts = []
        if self.key and attribute in self.known:
            facts.append(Fact(self.key, attribute, KINDS[attribute], form))
        for subject, how in self.resembles.items():
            if attribute in ALIKE[how]:
                facts.append(Fact(subject, attribute, "namesake", form))
        return facts


KINDS = {
    "full-name": "name-variant",
    "surname": "surname-only",
    "birth-date": "supporting",
    "address": "supporting",
    "bsn": "strong",
    "email": "strong",
    "phone": "strong",
    "iban": "strong",
    "number": "strong",
    "licence-plate": "strong",
}
# In what a person is like the subject.
ALIKE = {
    "namesake": ("full-name", "surname"),
    "surname": ("surname",),
    "household": ("surname", "address"),
    "partner": ("address",),
}
ALL = tuple(KINDS)

# First names, prefix, surname, gender, partner, former surname, year of birth.
SUBJECTS = (
    (["Jan", "Pieter"], "de", "Vries", "M", "Bakker", "", 1961),
    (["Johanna"], "de", "Vries", "V", "", "", 1988),
    (["Sanne"], "van den", "Berg", "V", "", "Lubbers", 1979),
    (["Marloes"], "", "Wiegersma", "V", "", "", 1990),
    (["Harm"], "", "Stuivenberg", "M", "", "", 1955),
    (["Fatima"], "", "El Idrissi", "V", "", "", 1984),
    (["Zoë"], "", "Crèvecoeur", "V", "", "", 1996),
    (["Paweł"], "", "Wiśniewski", "M", "", "", 1977),
    (["Mehmet"], "", "Yılmaz", "M", "", "", 1969),
    (["Cornelis", "Adriaan"], "'t", "Hart", "M", "", "", 1948),
    (["Hülya"], "", "Özdemir", "V", "van Dijk", "", 1981),
    (["Willemijn"], "van", "Rossum-Brandsma", "V", "", "", 1972),
    (["Radjesh"], "", "Biharie", "M", "", "", 1966),
    (["Tjitske", "Aaltje"], "", "Hoekstra", "V", "", "", 1943),
    (["Jürgen"], "", "Königsberger", "M", "", "", 1959),
    (["Abdelkader"], "", "Aït-Bassou", "M", "", "", 1974),
    (["Anne-Marie"], "", "Klein Haarhuis", "V", "de Boer", "", 1986),
    (["Bartholomeus", "Jacobus", "Maria"], "van der", "Meulen", "M", "", "", 1951),
    (["Bo"], "", "Bos", "V", "", "", 2001),
    (["Noël"], "", "Tjon A Tjoen", "M", "", "", 1993),
)
PLAIN = str.maketrans(
    "éèëêïîöôüûçáàâäñŁłńśŚşŞıİğćąęÖÜÇúóíž", "eeeeiioouucaaaanLlnsSsSiIgcaeOUCuoiz"
)
EXPANDED_DOMAINS = ("example.nl", "example.org", "post.example.nl")


def plain(text: str) -> str:
    """Without accents."""
    return text.translate(PLAIN)


def joined(text: str) -> str:
    """As in the names of mailboxes and accounts."""
    return "".join(c for c in plain(text).lower() if c.isalnum())


class Cast:
    """Everybody, drawn from one seed."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        numbers = [str(n) for n in range(999990000, 1000000000) if checks.bsn(str(n))]
        numbers = [n for n in numbers if n.startswith("99999")]
        self.random.shuffle(numbers)
        self.numbers = numbers
        self.used: set[str] = set()
        self.subjects = [self.subject(index) for index in range(len(SUBJECTS))]
        self.around = {s.key: self.neighbours(s) for s in self.subjects}
        self.others = [self.other() for _ in range(420)]
        self.cross()

    def digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def unused(self, make) -> str:
        """A value that nobody has yet."""
        while (value := make()) in self.used:
            pass
        self.used.add(value)
        return value

    def iban(self) -> str:
        bank = self.random.choice(("INGB", "RABO", "ABNA", "TRIO", "ASNB"))
        account = "00" + self.digits(8)
        check = 98 - checks.mod97(f"{bank}{account}NL00")
        return f"NL{check:02}{bank}{account}"

    def plate(self) -> str:
        letters = "BDFGHJKLNPRSTXZ"
        pick = self.random.choice
        return f"{pick(letters)}-{pick('123456789')}{self.digits(2)}-{pick(letters)}{pick(letters)}"

    def fill(self, person: Person, home: Person | None = None) -> Person:
        """Gives a person numbers, and an address or that of `home`."""
        pick = self.random.choice
        person.bsn = person.bsn or self.numbers.pop()
        if home:
            person.street, person.house = home.street, home.house
            person.postcode, person.town = home.postcode, home.town
        else:
            person.street, person.town = pick(STREETS), pick(PLACES)
            person.house = str(self.random.randint(2, 398)) + pick(("", "", "", "a", "-2"))
            letters = "".join(pick("BCDEGHJKLMNPRTVWXZ") for _ in range(2))
            person.postcode = self.unused(lambda: f"{self.random.randint(1000, 9999)} {letters}")
        mobile = self.unused(lambda: "06" + pick("1234") + self.digits(7))
        person.phones = [mobile]
        person.iban = self.unused(self.iban)
        person.plate = self.unused(self.plate)
        person.number = (
            "cliëntnummer",
            self.unused(lambda: str(self.random.randint(200000, 899999))),
        )
        local = pick(
            (
                f"{joined(person.first[0])}.{joined(person.own)}",
                f"{joined(person.initials)}.{joined(person.own)}",
                f"{joined(person.initials)}{joined(person.own)}",
                f"{joined(person.first[0])}{self.random.randint(60, 99)}",
            )
        )
        person.emails = [
            self.unused(
                lambda: (
                    f"{local}@{pick(EXPANDED_DOMAINS)}"
                    if f"{local}@example.nl" in self.used and self.random.random() < 0.3
                    else (
                        f"{local}{self.random.randint(2, 99)}@example.org"
                        if f"{local}@example.nl" in self.used
                        else f"{local}@example.nl"
                    )
                )
            )
        ]
        return person

    def date(self, year: int, spread: int = 0) -> tuple[int, int, int]:
        year += self.random.randint(-spread, spread)
        return year, self.random.randint(1, 12), self.random.randint(1, 28)

    def subject(self, index: int) -> Person:
        first, prefix, surname, gender, partner, former, year = SUBJECTS[index]
        person = Person(list(first), surname, gender, prefix, partner, former=former)
        person.key = f"S{index + 1:02}"
        person.born = self.date(year)
        if surname == "Biharie":
            person.bsn = LOST_ZERO_BSN
        self.fill(person)
        person.known = ALL
        pick = self.random.choice
        if surname == "Wiegersma":
            person.known = ("email",)
            person.emails = ["mw.1990.lindewaard@example.nl"]
        elif surname == "Stuivenberg":
            person.known = ("number",)
            person.number = ("cliëntnummer", "40718263")
        if index % 3 == 0 and len(person.known) > 1:
            person.phones.append(self.unused(lambda: "030" + pick("2567") + self.digits(6)))
        return person

    def neighbours(self, subject: Person) -> list[Person]:
        """People who may be taken for the subject: none of them is."""
        if "full-name" not in subject.known:
            return []
        pick = self.random.choice
        same = pick(
            [
                n
                for n in (MEN if subject.gender == "M" else WOMEN)
                if plain(n[0]) == plain(subject.first[0][0]) and n != subject.first[0]
            ]
            or [subject.first[0]]
        )
        rest = [subject.initials[1:]] if len(subject.initials) > 1 else []
        people = [
            # The same first names, and one with the same initials.
            (
                Person(
                    list(subject.first),
                    subject.surname,
                    subject.gender,
                    subject.prefix,
                    initials=subject.initials,
                ),
                "namesake",
                None,
                15,
            ),
            (
                Person(
                    [same],
                    subject.surname,
                    subject.gender,
                    subject.prefix,
                    initials=subject.initials[0] + "".join(rest),
                ),
                "namesake",
                None,
                20,
            ),
        ]
        child, other = self.strangers_name(subject), self.strangers_name(subject)
        people += [
            (Person([child], subject.surname, "M", subject.prefix), "household", subject, 0),
            (Person([other], subject.surname, "V", subject.prefix), "surname", None, 10),
            (
                Person(
                    [self.strangers_name(subject)], pick(("Haverkamp", "Terpstra", "Schouten")), "V"
                ),
                "partner",
                subject,
                3,
            ),
            (
                Person([subject.first[0]], pick(("Warmerdam", "Pinas", "Postma")), subject.gender),
                "",
                None,
                10,
            ),
        ]
        made = []
        for person, how, home, spread in people:
            person.born = self.date(subject.born[0] + (28 if how == "household" else 0), spread)
            self.fill(person, home)
            if how:
                person.resembles[subject.key] = how
            made.append(person)
        return made

    def strangers_name(self, subject: Person) -> str:
        """A first name with another initial than the subject's."""
        taken = {plain(n[0]).upper() for n in subject.first} | set(subject.initials)
        while plain(name := self.random.choice(MEN + WOMEN))[0].upper() in taken:
            pass
        return name

    def other(self) -> Person:
        taken = {s.surname for s in self.subjects} | {"Bakker", "Lubbers"}
        while True:
            gender = self.random.choice("MV")
            words = self.random.choice(SURNAMES).split(" ")
            count = next((i for i, w in enumerate(words) if w.lstrip("'")[:1].isupper()), 0)
            surname = " ".join(words[count:])
            if not any(surname == t or surname in t or t in surname for t in taken):
                break
        first = [self.random.choice(MEN if gender == "M" else WOMEN)]
        person = Person(first, surname, gender, " ".join(words[:count]))
        person.born = self.date(1975, 30)
        return self.fill(person)

    def cross(self) -> None:
        """Subjects and their kin of one surname are alike for each other, too."""
        named = [s for s in self.subjects if "full-name" in s.known]
        everybody = self.subjects + [p for around in self.around.values() for p in around]
        for person in everybody:
            for subject in named:
                if person is subject or subject.key in person.resembles:
                    continue
                if (person.prefix, person.surname) != (subject.prefix, subject.surname):
                    continue
                is_alike = person.initials[0] == subject.initials[0]
                person.resembles[subject.key] = "namesake" if is_alike else "surname"
