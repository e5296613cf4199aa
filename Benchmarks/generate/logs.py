"""Log lines of servers, half of them JSON. Most candidates are an `@` that is no mail address."""

from density import Density, Spacing
from planting import KEYS, Planter
from prose import Prose

CLASSES = "Zaak Persoon Adres Document Besluit Taak Bericht Sessie Factuur Controle".split()
PACKAGES = "zaken burgerzaken belasting zorg archief koppeling".split()
# Of ten decoys, those that are numbers or dates and not an `@`.
NUMBERS_OF_TEN = 2


class Log:
    def __init__(self, planter: Planter, prose: Prose, density: Density):
        self.planter, self.prose, self.random = planter, prose, planter.random
        self.hits = Spacing(self.random, density.bytes_per_hit)
        self.decoys = Spacing(self.random, density.bytes_per_decoy)
        self.length = 0

    def line(self, counter: str = "") -> str:
        written = self._json(counter) if self.random.random() < 0.5 else self._plain(counter)
        self.length = len(written.encode())
        return written

    def _fields(self) -> list[tuple[str, str]]:
        """The names and values that this line holds, as many as the line before made due."""
        fields = []
        for _ in range(self.hits.due(self.length)):
            kind = self.planter.kind()
            fields.append((KEYS[kind], self.planter.value(kind)))
        fields += [self._decoy() for _ in range(self.decoys.due(self.length))]
        self.random.shuffle(fields)
        return fields

    def _decoy(self) -> tuple[str, str]:
        if self.random.randrange(10) < NUMBERS_OF_TEN:
            digit_count = self.random.choice((8, 9, 11))
            name = {8: "peildatum", 9: "order", 11: "factuur"}[digit_count]
            return name, self.planter.number_decoy(digit_count)
        match self.random.randrange(3):
            case 0:
                return "object", f"{self.random.choice(CLASSES)}@{self._hex(7)}"
            case 1:
                return "node", f"exec-{self.random.randint(1, 9)}@node{self.random.randint(1, 9)}"
            case _:
                return "module", f"kern@{self.random.randint(1, 9)}.{self.random.randint(0, 9)}"

    def _hex(self, digit_count: int) -> str:
        """Hexadecimal digits between letters."""
        middle = f"{self.random.getrandbits(4 * digit_count):0{digit_count}x}"
        return f"{self.random.choice('abcdef')}{middle}e"

    def _time(self) -> str:
        two = self.random.randint
        return f"2024-06-{two(10, 28)}T{two(10, 23)}:{two(10, 59)}:{two(10, 59)}.{two(100, 999)}Z"

    def _message(self) -> str:
        return self.prose.cell(self.random.randint(30, 70))

    def _plain(self, counter: str) -> str:
        fields = "".join(f" {name}={value}" for name, value in self._fields())
        return (
            f"{self._time()} INFO {counter} [exec-{self.random.randint(1, 9)}] "
            f"GET /{self.random.choice(PACKAGES)}/{self._hex(10)} {self._message()}{fields} "
            f"{self.random.randint(1, 999)} ms\n"
        )

    def _json(self, counter: str) -> str:
        fields = "".join(f',"{name}":"{value}"' for name, value in self._fields())
        return (
            f'{{"time":"{self._time()}","level":"INFO","trace":"{counter}",'
            f'"logger":"nl.{self.random.choice(PACKAGES)}.{self.random.choice(CLASSES)}",'
            f'"message":"{self._message()}"{fields},"ms":{self.random.randint(1, 999)}}}\n'
        )
