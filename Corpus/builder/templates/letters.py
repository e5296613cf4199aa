"""Letters, decisions and mails of municipalities, care providers, landlords and employers."""

from ..lists import ORGANISATIONS, PLACES, STREETS
from ..marks import mark
from ..people import Person, person
from . import labels
from .draft import Draft, Writer

BSN_PHRASES = (
    "met burgerservicenummer {0}",
    "(BSN {0})",
    "(bsn: {0})",
    "onder BSN {0}",
    "met BSN-nummer {0}",
    "(burgerservicenr. {0})",
    "BSN{0}",
    "bsn nr. {0}",
    "(sofinummer {0})",
    "- BSN: {0} -",
    "met als burgerservicenummer: {0}",
    "met BSN\n{0}",
)
BORN_PHRASES = (
    "geboren op {0}",
    "geboren {0}",
    "geb. {0}",
    "geboren te {place} op {0}",
    "geb.dat. {0}",
    "geboortedatum {0}",
    "geboren d.d. {0}",
)
IBAN_PHRASES = (
    "Wij maken het bedrag over op {0}.",
    "Het rekeningnummer dat wij van u hebben is {0}.",
    "De betaling gaat naar IBAN {0}, ten name van uzelf.",
    "Uw bankrekening ({0}) is bij ons bekend.",
    "Wij storten op rek.nr. {0} binnen 8 weken.",
    "Klopt het nummer {0} niet meer? Laat het ons weten.",
)
PHONE_PHRASES = (
    "Bel ons op {0}.",
    "U bereikt ons op {0}, van 9.00 tot 12.30 uur.",
    "Telefoon: {0}",
    "Tel {0}",
    "Voor vragen belt u {0} (lokaal tarief).",
    "App of bel naar {0}.",
    "T. {0}",
)
SUBJECTS = (
    "Beschikking maatwerkvoorziening",
    "Uitnodiging gesprek",
    "Opschorten van uw uitkering",
    "Ontvangstbevestiging aanvraag",
    "Verzoek om aanvullende gegevens",
    "Eindafrekening servicekosten",
    "Bevestiging indiensttreding",
    "Oproep herbeoordeling",
    "Wijziging eigen bijdrage",
    "Toekenning bijzondere bijstand",
    "Afwijzing urgentieverklaring",
    "Medicatiebeoordeling",
)
BODIES = (
    "Wij hebben uw aanvraag ontvangen en nemen binnen acht weken een besluit. Ontbreken er stukken,\n"
    "dan stopt die termijn tot wij alles hebben.",
    "Uit ons onderzoek blijkt dat uw situatie is gewijzigd. Daarom passen wij het besluit aan. De\n"
    "bedragen staan in de bijlage: € 1.284,16 per maand in plaats van € 1.311,90.",
    "Tijdens het keukentafelgesprek spraken wij over het huishouden, het vervoer en de dagbesteding.\n"
    "Het verslag is bijgevoegd. U kunt binnen twee weken reageren.",
    "U hoeft niets te doen als alles klopt. Is er iets onjuist? Geef het dan binnen 14 dagen door,\n"
    "bij voorkeur digitaal.",
    "Op grond van artikel 17 lid 2 van de wet moet u meewerken aan dit onderzoek. Doet u dat niet, dan\n"
    "kan de verstrekking worden stopgezet.",
    "De proeftijd is twee maanden. De cao Sociaal Werk is van toepassing; uw uurloon is € 21,83.",
)
CLOSINGS = ("Met vriendelijke groet,", "Hoogachtend,", "Met groet,", "Vriendelijke groeten,")


def sender(source: Writer, domain: str, name: str) -> str:
    """Block with the organisation's own address, numbers and mailbox."""
    street = f"{source.pick(STREETS)} {source.random.randint(1, 400)}"
    post = source.written("postcode")
    place = source.pick(PLACES)
    address = mark("address", f"{street}{source.pick((', ', chr(10)))}{post} {place}")
    parts = [name, address]
    if source.chance(0.6):
        parts.append(
            source.pick(("Tel. ", "Telefoon ", "T ", "telefoon: "))
            + source.written("phone", "landline")
        )
    if source.chance(0.5):
        parts.append(source.pick(("E-mail: ", "", "E ")) + mark("email", f"info@{domain}"))
    if source.chance(0.4):
        parts.append(
            source.pick(("KvK ", "KvK-nummer: ", "K.v.K. nr. ", "Handelsregister: "))
            + source.written("kvk")
        )
    if source.chance(0.2):
        parts.append(source.pick(("RSIN ", "RSIN: ")) + source.written("rsin"))
    if source.chance(0.2):
        parts.append(source.pick(("Btw-nummer: ", "btw ")) + source.written("btw-id"))
    return "\n".join(parts)


def heading(source: Writer, who: Person, notation: str) -> str:
    """The reference lines above a letter, in one of the ways letters are set."""
    pairs = [
        ("Datum", source.not_birth("briefdatum")),
        (source.decoy_label(), source.decoy("kenmerk")),
        (source.pick(("Onderwerp", "Betreft", "Betr.")), source.pick(SUBJECTS)),
    ]
    if source.chance(0.7):
        pairs.insert(
            source.random.randint(0, 2),
            (source.label("bsn"), source.again("bsn", who.bsn, notation)),
        )
    if source.chance(0.3):
        pairs.append((source.label("date-of-birth"), source.again("date-of-birth", who.born, "")))
    style = source.random.randrange(4)
    if style == 0:
        return "\n".join(f"{name}: {value}" for name, value in pairs)
    if style == 1:
        return "\n".join(f"{name:<34}{value}" for name, value in pairs)
    if style == 2:
        return "\n".join(f"{name}\t{value}" for name, value in pairs)
    return "\n".join(f"{name}\n{value}\n" for name, value in pairs).rstrip("\n")


def letter(source: Writer, index: int) -> Draft:
    """A letter to one person about that person."""
    encoding = ("utf-8", "windows-1252", "utf-8", "utf-8-bom")[index % 4]
    who = person(source, encoding)
    organisation, domain = source.pick(ORGANISATIONS)
    bsn = source.pick(labels.WRITTEN["bsn"])
    born = source.pick(labels.WRITTEN["date-of-birth"])
    heer = "heer" if who.gender == "M" else "mevrouw"
    addressee = source.pick(
        (f"De {heer} " if heer == "heer" else "Mevrouw ", f"{who.title.capitalize()} ")
    )
    between = source.pick(("\n", "\n    ", "\n"))
    post = source.again("postcode", who.postcode, source.pick(labels.WRITTEN["postcode"]))
    address = mark("address", f"{who.street} {who.house}{between}{post} {who.place.upper()}")
    lines = [
        sender(source, domain, organisation),
        "",
        addressee + who.m("formal") + "\n" + between.strip("\n") + address,
        "",
        heading(source, who, bsn),
        "",
        f"Geachte {heer} {who.m('salutation')},",
        "",
    ]
    facts = source.pick(BORN_PHRASES).format(
        source.again("date-of-birth", who.born, born), place=who.place
    )
    number = source.pick(BSN_PHRASES).format(source.again("bsn", who.bsn, bsn))
    lines += [
        source.pick(
            (
                f"Deze brief gaat over {who.title} {who.m('formal')}, {facts}, {number}.",
                f"In onze administratie staat u ingeschreven {number}, {facts}.",
                f"U, {facts}, staat bij ons bekend {number}.",
            )
        ),
        "",
        source.pick(BODIES),
        "",
    ]
    if source.chance(0.8):
        iban = source.again("iban", who.iban, source.pick(labels.WRITTEN["iban"]))
        lines += [source.pick(IBAN_PHRASES).format(iban), ""]
    if source.chance(0.5):
        lines += [f"Wij proberen u te bellen op {source.phone()}.", ""]
    lines += [
        source.pick(PHONE_PHRASES).format(source.phone()),
        "",
        source.pick(CLOSINGS),
        "",
        source.pick(("Team Inkomen", "Klantenservice", "Afdeling P&O", "Het secretariaat")),
    ]
    text = "\n".join(lines) + "\n"
    return Draft(
        "txt",
        text,
        "letter: sender block, reference lines, phrases and notations vary",
        encoding,
        "\r\n" if index % 2 else "\n",
    )


def household(source: Writer, index: int) -> Draft:
    """A decision that names several members of a household."""
    members = [person(source) for _ in range(source.random.randint(2, 4))]
    roles = ("aanvrager", "partner", "kind 1", "kind 2")
    lines = [
        f"Besluit {source.decoy_label().lower()} {source.decoy('besluitnummer')}",
        "",
        "Het besluit geldt voor:",
    ]
    for role, who in zip(roles, members):
        bsn = source.again("bsn", who.bsn, source.pick(labels.WRITTEN["bsn"]))
        born = source.again("date-of-birth", who.born, source.pick(labels.WRITTEN["date-of-birth"]))
        lines.append(
            source.pick(
                (
                    f" * {role}: {who.title} {who.m('formal')}, geb. {born}, BSN {bsn}",
                    f" - {who.title} {who.m('full')} ({role}; bsn {bsn}; geboren {born})",
                    f" {role} / naam: {who.m('reversed')} / geboortedatum: {born} / burgerservicenummer: {bsn}",
                )
            )
        )
    first = members[0]
    lines += [
        "",
        f"Woonadres: {first.address()}",
        f"Postcode: {first.m('postcode')} te {first.place}",
        "",
        f"Ingangsdatum: {source.not_birth('ingangsdatum')}",
        f"Einddatum: {source.not_birth('einddatum', 2025, 2030)}",
        "",
        source.pick(BODIES),
        "",
        source.pick(IBAN_PHRASES).format(first.m("iban", source.pick(labels.WRITTEN["iban"]))),
    ]
    return Draft("txt", "\n".join(lines) + "\n", "decision on a household; order of facts varies")


TEMPLATES = (("letters", "letter", letter, 28), ("letters", "household", household, 6))
