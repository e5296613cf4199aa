"""One dense CSV export: personal columns among many of other text and numbers."""

from math import ceil

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
    ("Peildatum", 8),
    ("Afgesloten", 0),
    ("Factuurnummer", 11),
    ("Ingelezen", 0),
    ("Offertenummer", 9),
    ("Verzonden", 0),
    ("Ordercode", 11),
    ("Geboekt", 0),
    ("Boekdatum", 8),
)
# Each row fills this many of the personal columns, so that its length sets the density.
HITS_IN_ROW = 2
# Bytes of a row without a hit, and about those of a cell that holds a hit or decoy.
EMPTY_ROW, CELL = 370, 16
SHORT_CELL, SHORT_COLUMNS, TEXT_COLUMNS = 9, 40, 2


class Export:
    """Rows of one table."""

    def __init__(self, planter: Planter, prose: Prose, density: Density):
        self.planter, self.prose, self.random = planter, prose, planter.random
        self.kinds = KINDS if density.bytes_per_hit else ()
        self.row_size = int(density.bytes_per_hit * HITS_IN_ROW) or EMPTY_ROW
        wanted = self.row_size / density.bytes_per_decoy if density.bytes_per_decoy else 0
        # Four times as many columns as decoys in a row: most of their cells are empty.
        self.decoys = DECOYS[: min(len(DECOYS), ceil(4 * wanted))]
        self.decoy_share = wanted / len(self.decoys) if self.decoys else 0
        room = self.row_size - CELL * (HITS_IN_ROW + wanted + 1) - len(KINDS) - len(self.decoys)
        self.short_columns = max(0, min(SHORT_COLUMNS, int(room) // 2 // (SHORT_CELL + 1)))
        self.text_columns = TEXT_COLUMNS if room > 100 else 0
        names = self._names()
        # The columns stand in any order, so that values are spread over the row.
        self.order = self.random.sample(range(len(names)), len(names))
        self.header = ";".join(["Regel", *(names[index] for index in self.order)]) + "\n"
        self.number = 0

    def _names(self) -> list[str]:
        names = [HEADERS[kind] for kind in self.kinds]
        names += [name for name, _ in self.decoys]
        names += [self.prose.compound().capitalize() for _ in range(self.short_columns)]
        return names + ["Omschrijving", "Toelichting"][: self.text_columns]

    def row(self, counter: str) -> str:
        self.number += 1
        counted = f"{counter}{self.number:06d}"
        filled = self.random.sample(self.kinds, HITS_IN_ROW) if self.kinds else ()
        cells = [self.planter.value(kind) if kind in filled else "" for kind in self.kinds]
        cells += [self._decoy(digit_count) for _, digit_count in self.decoys]
        cells += [self._short() for _ in range(self.short_columns)]
        room = self.row_size - len(counted) - sum(map(len, cells)) - len(self.order) - 1
        if self.text_columns:
            # Cut at the end of a word, a cell falls short by half a word on average.
            for _ in range(self.text_columns):
                wanted = room // self.text_columns + 7 + self.random.randint(-9, 9)
                cells.append(self.prose.cell(max(12, wanted)))
        return ";".join([counted, *(cells[index] for index in self.order)]) + "\n"

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
