"""What the documents say: letters, reports, notes and lists of an organisation that does not exist."""

import random
from dataclasses import dataclass, field

from builder.lists import DUTCH_MONTHS, OCCUPATIONS, ORGANISATIONS

from .cast import Cast, Person
from .forms import Forms


@dataclass
class Prose:
    """A text with its parts; each text is marked."""

    title: str
    paragraphs: list[str]
    fields: list[tuple[str, str]] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    header: str = ""
    footer: str = ""
    footnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


@dataclass
class Listing:
    """Rows below a header; `numbers` and `dates` name the columns that spreadsheets keep as such."""

    title: str
    columns: list[str]
    rows: list[list[str]]
    kinds: list[str]
    people: list[Person]


ABOUT = (
    "{formal}, geboren {born}, BSN {bsn}, heeft zich op {day} gemeld aan het loket.",
    "Wij spraken met {name} over de voortgang. Bereikbaar op {phone}.",
    "Op {day} is door {name} bezwaar gemaakt tegen het besluit. BSN: {bsn}.",
    "De uitkering wordt overgemaakt op rekening {iban} ten name van {name}.",
    "{titled} is telefonisch te bereiken op {phone} en per mail via {email}.",
    "Betrokkene woont aan de {address}. Het gaat om {name}.",
    "Het kenteken {plate} staat op naam van {name}, wonende {street}.",
    "Onder {label} {number} is {name} bij ons bekend.",
    "Geboortedatum: {born}. Naam: {listed}. Burgerservicenummer: {bsn}.",
    "Graag contact opnemen met {name} ({email}).",
    "{name} (geb. {born}) heeft de vragenlijst ondertekend teruggestuurd.",
    "Volgens de basisregistratie staat {formal} ingeschreven op {street}.",
    "In het dossier met {label} {number} ontbreekt nog een kopie van de beschikking.",
    "{titled} gaf aan liever op {phone} gebeld te worden.",
    "Van {email} ontvingen wij op {day} een verzoek om inzage.",
    "Op postcode en huisnummer {postcode_house} staat {name} als bewoner.",
    "Terugbetaling naar {iban} is in behandeling; {label} {number}.",
    "De afspraak met {formal} is verzet naar {day}.",
    "Ingelogd als {account} op {day}; de wijziging betrof het burgerservicenummer {bsn}.",
    "Naar aanleiding van het gesprek met {name} is een plan van aanpak gemaakt.",
    "{name} rijdt in een auto met kenteken {plate}.",
    "Wij hebben {titled} een brief gestuurd. Mobiel: {phone}. BSN {bsn}.",
)
# For those of whom only one thing is known to the card, that thing comes by more often.
BY_EMAIL = (
    "Van {email} ontvingen wij op {day} een verzoek om inzage.",
    "Graag contact opnemen via {email}.",
    "De nieuwsbrief is op {day} verstuurd aan {email}.",
    "Afmelding ontvangen van {email}, verwerkt op {day}.",
)
BY_NUMBER = (
    "Onder cliëntnummer {number} is op {day} een melding gedaan.",
    "Cliëntnr. {number}: huisbezoek gepland op {day}.",
    "Het dossier van cliënt nummer {number} is overgedragen.",
    "Betreft: cliëntnummer {number}.",
)
OF_OTHERS = (
    "{formal}, geboren {born}, BSN {bsn}, is niet verschenen.",
    "Ook {name} (BSN {bsn}) was bij het overleg aanwezig.",
    "Niet te verwarren met {name}, geboren {born}.",
    "{name} belde op {day} vanaf {phone}.",
    "Op hetzelfde adres staat {name} ingeschreven, geboren {born}.",
    "{listed}; geboortedatum {born}; burgerservicenummer {bsn}.",
    "De gegevens van {name}, BSN {bsn}, zijn per abuis meegestuurd.",
    "{titled} was verhinderd.",
    "Aan {email} is een kopie gestuurd.",
)
FILLER = (
    "De behandeltermijn is zes weken en kan eenmaal worden verlengd.",
    "Dit document is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.",
    "Vragen kunt u stellen via info@lindewaard-gemeente.nl of 14 0300.",
    "De begroting voor het komende jaar bedraagt € 348.200 en is op 12-03-2021 vastgesteld.",
    "Er zijn 17 aanmeldingen binnengekomen, waarvan 4 nog in behandeling.",
    "Het kenmerk van deze brief is Z/2023/104482; vermeld dit in uw reactie.",
    "Het overleg wordt elke tweede dinsdag van de maand gehouden in zaal 3.12.",
    "Voor het verslag is secretariaat@zorggroepvelmerdam.nl verantwoordelijk.",
    "In het bos aan de Zuidereinde worden volgend voorjaar 120 bomen geplant.",
    "De bakker en de visser op het Marktplein houden hun kraam.",
    "Een hart onder de riem: het team kreeg van de directie een compliment.",
)
# An amount that has the digits of a client number.
AMOUNT = (
    "Bestelling 7000231 is geleverd; het factuurbedrag was € 40.718.263,00 voor alle jaren samen."
)
AMOUNT_CHANCE = 0.005
TITLES = (
    "Beschikking",
    "Gespreksverslag",
    "Brief",
    "Rapportage",
    "Telefoonnotitie",
    "Bezwaarschrift",
    "Plan van aanpak",
    "Huisbezoek",
    "Verslag overleg",
    "Indicatieadvies",
    "Terugvordering",
    "Klacht",
    "Notitie",
    "Evaluatie",
    "Aanvraag",
    "Overdracht",
)
LISTS = (
    "Clientenlijst",
    "Personeel",
    "Verzuimregister",
    "Afsprakenlijst",
    "Salarisoverzicht",
    "Deelnemers",
    "Ledenlijst",
    "Export",
    "Wachtlijst",
    "Debiteuren",
    "Parkeervergunningen",
)


class Scenes:
    """Draws what stands in a document; `encoding` is what its texts must fit."""

    def __init__(self, cast: Cast, source: random.Random, encoding: str = "utf-8"):
        self.cast = cast
        self.random = source
        self.forms = Forms(source, encoding)
        fits = self.forms.fits

        def can(p: Person) -> bool:
            return fits(f"{p.first[0]} {p.own} {p.street} {p.town} {p.partner}")

        self.subjects = [p for p in cast.subjects if can(p)]
        self.around = {p.key: [n for n in cast.around[p.key] if can(n)] for p in self.subjects}
        self.others = [p for p in cast.others if can(p)]
        self.filler = [text for text in FILLER if fits(text)]

    def day(self) -> str:
        source = self.random
        day, month, year = source.randint(1, 28), source.randint(1, 12), source.randint(2015, 2024)
        return source.choice(
            (f"{day:02}-{month:02}-{year}", f"{day} {DUTCH_MONTHS[month - 1]} {year}")
        )

    def write(self, template: str, p: Person) -> str:
        values = {}
        for name in (
            "formal",
            "name",
            "titled",
            "listed",
            "account",
            "bsn",
            "phone",
            "iban",
            "email",
            "number",
            "plate",
            "born",
            "street",
            "address",
            "postcode_house",
        ):
            if "{" + name + "}" in template:
                values[name] = getattr(self.forms, name)(p)
        return template.format(day=self.day(), label=p.number[0], **values)

    def about(self, p: Person) -> str:
        templates = ABOUT
        if p.key and p.known == ("email",):
            templates = BY_EMAIL
        elif p.key and p.known == ("number",):
            templates = BY_NUMBER
        return self.write(self.random.choice(templates), p)

    def of_other(self, p: Person) -> str:
        return self.write(self.random.choice(OF_OTHERS), p)

    def bystander(self, subject: Person | None) -> Person:
        around = self.around[subject.key] if subject else []
        return self.random.choice(around if around and self.random.random() < 0.6 else self.others)

    def focus(self) -> Person | None:
        """Whom a document is about: mostly a subject, else somebody that is none."""
        return self.random.choice(self.subjects) if self.random.random() < 0.7 else None

    def prose(self, paragraph_count: tuple[int, int] = (3, 9)) -> tuple[Prose, Person]:
        source = self.random
        subject = self.focus()
        alike = source.choice([n for a in self.around.values() for n in a])
        main = subject or source.choice((alike, alike, source.choice(self.others)))
        paragraphs = []
        count = source.randint(*paragraph_count)
        about_count = source.randint(1, min(3, count))
        for index in range(count):
            if index < about_count:
                paragraphs.append(self.about(main))
            elif source.random() < 0.35:
                paragraphs.append(self.of_other(self.bystander(subject)))
            else:
                paragraphs.append(self.remark())
        source.shuffle(paragraphs)
        organisation, domain = source.choice(ORGANISATIONS)
        if not self.forms.fits(organisation):
            organisation, domain = ORGANISATIONS[0]
        prose = Prose(source.choice(TITLES), paragraphs, header=f"{organisation} - info@{domain}")
        draw = source.random
        if draw() < 0.4:
            prose.fields = self.fields(main)
        if draw() < 0.25:
            prose.table = self.small_table(subject)
        if draw() < 0.3:
            prose.header += f" - dossier {self.forms.name(main, ('initials', 'first', 'sorted'))}"
        if draw() < 0.3:
            prose.footer = (
                f"BSN {self.forms.bsn_plain(main)} - behandeld door"
                f" {self.forms.name(self.bystander(None))}"
            )
        if draw() < 0.3:
            prose.footnotes = [self.about(main)]
        if draw() < 0.3:
            prose.comments = [self.of_other(self.bystander(subject)), self.about(main)][
                : source.randint(1, 2)
            ]
        return prose, main

    def remark(self) -> str:
        """A sentence about nobody."""
        if self.random.random() < AMOUNT_CHANCE and self.forms.fits(AMOUNT):
            return AMOUNT
        return self.random.choice(self.filler)

    def fields(self, p: Person) -> list[tuple[str, str]]:
        forms = self.forms
        all_fields = [
            ("Naam", forms.listed(p)),
            ("Geboortedatum", forms.born(p)),
            ("BSN", forms.bsn(p)),
            ("Adres", forms.address(p)),
            ("Telefoon", forms.phone(p)),
            ("E-mail", forms.email(p)),
            ("IBAN", forms.iban(p)),
            (p.number[0].capitalize(), forms.number(p)),
            ("Kenteken", forms.plate(p)),
        ]
        chosen = self.random.sample(all_fields, self.random.randint(3, 7))
        return sorted(chosen, key=all_fields.index)

    def small_table(self, subject: Person | None) -> list[list[str]]:
        people = [self.bystander(subject) for _ in range(self.random.randint(2, 4))]
        if subject:
            people.insert(self.random.randint(0, len(people)), subject)
        rows = [["Naam", "Geboortedatum", "Telefoon"]]
        return rows + [
            [self.forms.listed(p), self.forms.born_plain(p), self.forms.phone(p)] for p in people
        ]

    def people(self, count: int) -> list[Person]:
        """People for a list: a few subjects, some who look like them, and others."""
        source = self.random
        subjects = source.sample(self.subjects, source.choice((0, 1, 1, 2, 3)))
        alike = [
            source.choice(self.around[s.key])
            for s in subjects
            if self.around[s.key]
            if source.random() < 0.7
        ]
        alike += [
            source.choice(source.choice([a for a in self.around.values() if a]))
            for _ in range(source.randint(0, 2))
        ]
        chosen = subjects + [p for i, p in enumerate(alike) if p not in alike[:i]]
        chosen += source.sample(self.others, max(0, count - len(chosen)))
        source.shuffle(chosen)
        return chosen

    def listing(self, count: int | None = None, numbers: bool = False) -> Listing:
        """A list of people; with `numbers` for a spreadsheet, which takes numbers for numbers."""
        source, forms = self.random, self.forms
        people = self.people(count or source.randint(5, 28))
        bsn = forms.bsn_number if numbers else forms.bsn_plain
        phone = forms.phone_number if numbers and source.random() < 0.4 else forms.phone
        columns = {
            "bsn": (source.choice(("BSN", "Burgerservicenummer", "bsn")), bsn),
            "born": (
                source.choice(("Geboortedatum", "geb.datum", "Geb. dat.")),
                source.choice((forms.born_plain, forms.born_iso, forms.born_plain)),
            ),
            "phone": (source.choice(("Telefoon", "Mobiel", "Tel.")), phone),
            "email": (source.choice(("E-mail", "Mailadres", "email")), forms.email_plain),
            "iban": (source.choice(("IBAN", "Rekeningnummer")), forms.iban_plain),
            "street": ("Adres", forms.street),
            "number": (
                source.choice(
                    ("Clientnummer", "Cliëntnr" if forms.fits("ë") else "Clientnr", "Relatienummer")
                ),
                forms.number,
            ),
            "plate": ("Kenteken", forms.plate),
            "function": ("Functie", lambda p: source.choice(OCCUPATIONS)),
            "amount": ("Bedrag", lambda p: str(source.randint(100000, 999999))),
        }
        name_columns = source.choice((1, 1, 1, 2))
        picked = source.sample(
            [k for k in columns if k not in ("function", "amount")], source.randint(2, 5)
        )
        picked += source.sample(["function", "amount"], source.randint(0, 2))
        header, makers, kinds = [], [], []
        if name_columns == 1:
            form = source.choice(LIST_FORMS)
            header.append(
                source.choice(("Naam", "Client", "Achternaam, voorletters", "Medewerker"))
            )
            makers.append(lambda p: forms.name(p, (form, "initials")))
            kinds.append("name")
        else:
            header += ["Voornaam", "Achternaam"]
            makers += [lambda p: p.first[0], lambda p: forms.of(p, "surname", p.own, "own-column")]
            kinds += ["name", "name"]
        for key in picked:
            header.append(columns[key][0])
            makers.append(columns[key][1])
            kinds.append(key)
        rows = [[make(p) for make in makers] for p in people]
        return Listing(source.choice(LISTS), header, rows, kinds, people)


LIST_FORMS = (
    "initials",
    "reversed",
    "reversed-first",
    "sorted",
    "sorted-first",
    "upper",
    "first",
    "initials-bare",
)
