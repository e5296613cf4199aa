"""Documents without any person: every number that looks like one is something else."""

from .. import checks
from ..lists import LETTERS
from ..marks import mark
from . import labels
from .draft import Draft, Writer
from .logs import hexes, uuid

UNITS = ("MG", "ML", "CC", "KG", "MM", "EU", "ST", "GR", "KM", "MB")
BOOKS = ("BW", "AW", "SR", "SV", "RV")
WORDS = ("IN", "EN", "OP", "NU", "TM", "DE")


def no(kind: str, text: str, why: str) -> str:
    return mark("!" + kind, text, note=why)


def orders(source: Writer, index: int) -> Draft:
    """Purchase lines in which every number passes the elfproef."""
    header = source.random.sample(labels.DECOYS, 3)
    separator = (";", ",", "\t")[index % 3]
    lines = [separator.join(header + ["Omschrijving", "Besteldatum", "Aantal"])]
    for _ in range(source.random.randint(22, 30)):
        amount = no(
            "postcode",
            f"{source.random.randint(1, 9)}{source.random.randint(0, 9)}00 {source.pick(UNITS)}",
            "hoeveelheid",
        )
        lines.append(
            separator.join(
                [source.plain(9, h) for h in header]
                + [
                    source.pick(("papier", "handschoenen M", "toner 410X")),
                    source.not_birth("besteldatum"),
                    amount,
                ]
            )
        )
    return Draft(
        "tsv" if separator == "\t" else "csv",
        "\n".join(lines) + "\n",
        "orders; random 9-digit columns under clear headers",
    )


def letter(source: Writer, index: int) -> Draft:
    """Running text on goods, laws and versions."""
    draw = source.random.randint
    letters = source.pick(LETTERS) + source.pick(LETTERS)
    law = no("postcode", f"{draw(1000, 8999)} {source.pick(BOOKS)}", "wetsartikel")
    dose = no("postcode", f"{draw(1, 9)}000 {source.pick(UNITS)}", "hoeveelheid")
    year = no("postcode", f"20{draw(10, 29)} {source.pick(WORDS)}", "jaartal")
    numbers = f"{draw(1, 12)}.{draw(0, 40)}.{draw(0, 9)}.{draw(0, 99)}"
    product = no("licence-plate", f"{source.digits(2)}-{letters}-{source.digits(2)}", "productcode")
    batch = no("document-number", "NX" + source.digits(6) + "4", "partijnummer")
    mobile = no("phone", "06" + source.pick("1245") + source.digits(7), "ordernummer")
    track = "".join(source.pick(LETTERS) for _ in range(4)) + source.decoy("track and trace")
    reading = f"{draw(10, 99)}.{source.digits(3)} kWh, bedrag € 1.{source.digits(3)}"
    parts = [
        f"Uw {source.decoy_label().lower()} is {source.decoy('nummer')}.",
        f"Zie artikel {law} en de toelichting.",
        f"Dosering: {dose} per dag.",
        f"Al {year} daarna bleef dit gelijk.",
        f"De levering is op {source.not_birth('leverdatum')};"
        f" {source.decoy_label().lower()} {source.decoy('nummer')}.",
        f"Versie {no('ip-address', numbers, 'versie')} is uitgerold.",
        f"Productcode {product}, partij {batch}.",
        f"Betalingskenmerk {no('payment-card', source.lookalike('KENMERK'), 'betalingskenmerk')}.",
        f"Incassant-ID {no('iban', source.lookalike('CREDITOR'), 'incassant-ID')}.",
        f"IMEI {no('payment-card', source.lookalike('IMEI'), 'IMEI')} is geblokkeerd.",
        f"Pand-id {no('payment-card', source.lookalike('BAG'), 'BAG-id')}, bouwjaar 1931.",
        f"Op {no('bsn', source.lookalike('DATE8'), 'datum jjjjmmdd')} is het bestand vernieuwd"
        f" ({uuid(source)}).",
        f"Artikel {no('bsn', source.lookalike('SHORTBSN'), 'acht cijfers zonder BSN-label')}"
        " is niet leverbaar.",
        f"Barcode 3S{track}.",
        f"De stand was {reading},{source.digits(2)}.",
        f"Opgericht op {source.not_birth('oprichting', 1980, 2012)}; gebouwd in 1974.",
        f"Serienummer {source.decoy('serienummer')}, hash {hexes(source, 20)}.",
        f"Code {mobile} is een ordernummer, geen telefoon.",
    ]
    source.random.shuffle(parts)
    chosen = parts[: source.random.randint(9, 15)]
    breaks = ["\n" if source.chance(0.4) else " " for _ in chosen]
    return Draft(
        ("txt", "md")[index % 2],
        "".join(p + b for p, b in zip(chosen, breaks)).rstrip() + "\n",
        "running text full of lookalikes",
        "windows-1252" if index % 3 == 1 else "utf-8",
    )


def data(source: Writer, index: int) -> Draft:
    """JSON or XML of things: buildings, meters, parcels, releases."""
    records = []
    for _ in range(source.random.randint(4, 10)):
        records.append(
            [
                (source.pick(labels.DECOY_KEYS), source.decoy("id")),
                ("tijdstip", "1717" + source.digits(9)),
                (
                    "versie",
                    no(
                        "ip-address",
                        f"{source.random.randint(1, 20)}.{source.random.randint(0, 30)}.1.{source.random.randint(0, 99)}",
                        "versie",
                    ),
                ),
                ("pandId", no("payment-card", source.lookalike("BAG"), "BAG-id")),
                (
                    "documentdatum",
                    mark("!date-of-birth", source.date(1999, 2024), note="documentdatum"),
                ),
                ("ean", "8716871200" + source.digits(8)),
                (
                    "hoeveelheid",
                    no(
                        "postcode",
                        f"{source.random.randint(10, 99)}00 {source.pick(UNITS)}",
                        "hoeveelheid",
                    ),
                ),
            ]
        )
    if index % 2:
        body = "\n".join(
            "  <object>" + "".join(f"<{k}>{v}</{k}>" for k, v in r) + "</object>" for r in records
        )
        return Draft(
            "xml",
            f'<?xml version="1.0"?>\n<objecten>\n{body}\n</objecten>\n',
            "data of things as XML",
        )
    body = ",\n ".join("{" + ", ".join(f'"{k}": "{v}"' for k, v in r) + "}" for r in records)
    return Draft("json", f'{{"objecten": [\n {body}]}}\n', "data of things as JSON")


def typos(source: Writer, index: int) -> Draft:
    """Labels of persons with values that break their rule: no BSN, no IBAN."""
    lines = []
    for _ in range(source.random.randint(3, 6)):
        digit = source.make("bsn")
        wrong = next(
            str((int(digit) + step) % 10**9).zfill(9)
            for step in range(1, 12)
            if not checks.bsn(str((int(digit) + step) % 10**9).zfill(9))
        )
        iban = source.make("iban")
        broken = iban[:-1] + str((int(iban[-1]) + 1) % 10)
        lines += [
            f"{source.label('bsn')}: {mark('!bsn', wrong, note='fails the elfproef')} (onjuist overgenomen)",
            f"{source.label('iban')}: {mark('!iban', broken, note='fails mod 97')}",
            "BSN onbekend / niet verstrekt",
            f"{source.decoy_label()}: {source.decoy('nummer')}",
            "",
        ]
    return Draft("txt", "\n".join(lines).rstrip() + "\n", "values that break their check digit")


TEMPLATES = (
    ("negatives", "orders", orders, 7),
    ("negatives", "text", letter, 14),
    ("negatives", "data", data, 8),
    ("negatives", "typos", typos, 3),
)
