"""One dense CSV export: personal columns among many of other text and numbers."""

from density import Density
from planting import KINDS, Planter
from prose import Prose

HEADERS = {
    "bsn": "BSN",
    "iban": "IBAN",
    "big": "BIG-nummer",
    "agb": "AGB-code",
    "postcode": "Postcode",
    "email": "E-mail",
    "phone": "Telefoon",
}
# Header of a column of decoys, and the digits of its numbers; 0 for a date with a time.
DECOYS = (
    ("Aangemaakt", 0),
    ("Ordernummer", 9),
    ("Gewijzigd", 0),
    ("Factuurnummer", 11),
    ("Afgesloten", 0),
    ("Peildatum", 8),
    ("Ingelezen", 0),
    ("Offertenummer", 9),
    ("Verzonden", 0),
    ("Ordercode", 11),
    ("Geboekt", 0),
    ("Boekdatum", 8),
)
# Bytes of a row without a hit.
EMPTY_ROW = 1000
SHORT_CELL, SHORT_COLUMNS, TEXT_COLUMNS = 9, 40, 2


class Export:
    """Rows of one table; every kind stands once in each, so that its length sets the density."""

    def __init__(self, planter: Planter, prose: Prose, density: Density):
        self.planter, self.prose, self.random = planter, prose, planter.random
        self.kinds = KINDS if density.bytes_per_hit else ()
        self.row_size = int(density.bytes_per_hit * len(KINDS)) or EMPTY_ROW
        wanted = self.row_size / density.bytes_per_decoy if density.bytes_per_decoy else 0
        self.decoys = DECOYS[: min(len(DECOYS), int(wanted) + (wanted > int(wanted)))]
        self.decoy_share = wanted / len(self.decoys) if self.decoys else 0
        room = self.row_size - 16 * (len(self.kinds) + len(self.decoys)) - 20
        self.short_columns = max(0, min(SHORT_COLUMNS, room // 2 // (SHORT_CELL + 1)))
        self.text_columns = TEXT_COLUMNS if room > 100 else 0
        self.number = 0

    @property
    def header(self) -> str:
        names = ["Regel", *(HEADERS[kind] for kind in self.kinds)]
        names += [name for name, _ in self.decoys]
        names += [self.prose.compound().capitalize() for _ in range(self.short_columns)]
        names += ["Omschrijving", "Toelichting"][: self.text_columns]
        return ";".join(names) + "\n"

    def row(self, counter: str) -> str:
        self.number += 1
        cells = [f"{counter}{self.number:06d}"]
        cells += [self.planter.value(kind) for kind in self.kinds]
        cells += [self._decoy(digit_count) for _, digit_count in self.decoys]
        cells += [self._short() for _ in range(self.short_columns)]
        room = self.row_size - sum(map(len, cells)) - len(cells)
        if self.text_columns:
            cells.append(self.prose.cell(max(12, room // 2 + self.random.randint(-9, 9))))
            cells.append(self.prose.cell(max(12, room - room // 2)))
        return ";".join(cells) + "\n"

    def _decoy(self, digit_count: int) -> str:
        if self.random.random() >= self.decoy_share:
            return ""
        if digit_count:
            return self.planter.number_decoy(digit_count)
        clock = f"{self.random.randint(10, 23)}:{self.random.randint(10, 59)}"
        return f"{self.planter.values.date(2015, 2025)} {clock}"

    def _short(self) -> str:
        """About `SHORT_CELL` bytes: a word, an amount, a small number, a code."""
        match self.random.randrange(5):
            case 0:
                return f"{self.random.randint(10, 99999)},{self.random.randint(10, 99)}"
            case 1:
                return str(self.random.randint(0, 9999))
            case 2:
                return f"K-{self.random.randint(10, 99)}-{self.random.choice('ABCDEF')}"
            case 3:
                return self.random.choice(("ja", "nee", "onbekend", "n.v.t."))
            case _:
                return self.prose.compound()
