"""What every template starts from and gives back."""

from dataclasses import dataclass

from ..marks import mark
from ..notations import write
from ..people import not_bsn
from ..values import Values
from . import labels


@dataclass(frozen=True)
class Draft:
    """Marked text before it gets its name; `origin` says what the template varies."""

    extension: str
    marked: str
    origin: str
    encoding: str = "utf-8"
    newline: str = "\n"


def fits(text: str, encoding: str) -> bool:
    """Whether `text` can be written in `encoding`."""
    try:
        text.encode("cp1252" if encoding == "windows-1252" else "utf-8")
    except UnicodeEncodeError:
        return False
    return True


class Writer(Values):
    """Draws values and gives them marked."""

    def value(self, kind: str, notation: str = "", note: str = "") -> str:
        """A fresh value, written and marked."""
        text = write(kind, self.make(kind, notation), notation)
        return mark(kind, text, notation, note=note)

    def again(self, kind: str, normalized: str, notation: str = "") -> str:
        """A value that is known already, written and marked."""
        return mark(kind, write(kind, normalized, notation), notation)

    def written(self, kind: str, form: str = "") -> str:
        """A fresh value in one of the notations people use for `kind` (or for `form` of it)."""
        return self.value(kind, self.random.choice(labels.WRITTEN.get(form or kind, ("",))))

    def phone(self) -> str:
        return self.written("phone", self.random.choice(("mobile", "mobile", "landline")))

    def label(self, kind: str) -> str:
        return self.random.choice(labels.LABELS[kind])

    def header(self, kind: str) -> str:
        return self.random.choice(labels.HEADERS[kind])

    def key(self, kind: str) -> str:
        return self.random.choice(labels.KEYS[kind])

    def decoy_label(self) -> str:
        return self.random.choice(labels.DECOYS)

    def decoy(self, what: str = "") -> str:
        """A number that passes the elfproef and is no BSN, marked."""
        return mark("!bsn", self.make("bsn", "decoy"), note=(what or "lookalike").lower())

    def plain(self, count: int, what: str) -> str:
        """`count` random digits, the first not 0; marked where they pass the elfproef."""
        number = str(self.random.randint(1, 9)) + self.digits(count - 1)
        return not_bsn(number, what.lower())

    def not_birth(self, what: str, first: int = 2015, last: int = 2024) -> str:
        """A date that is no date of birth, marked."""
        notation = self.random.choice(("", "long", "iso", "single-digit"))
        text = write("date-of-birth", self.date(first, last), notation)
        return mark("!date-of-birth", text, notation, note=what)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, items):
        return self.random.choice(items)
