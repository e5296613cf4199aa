"""Who is planted, and what is written down of it in truth.tsv."""

import csv
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from builder.people import Person, people
from builder.values import Values

PERSON_COUNT = 12
# People whose BSN begins with a zero, which a spreadsheet drops.
LOST_ZERO = (2, 8)
COLUMNS = ("file", "part", "kind", "normalized", "level", "gap")
# Archives, parts and places hold the same moment on every run, where their format lets them.
MOMENT = (2024, 6, 3, 9, 0, 0)


@dataclass(frozen=True)
class Plant:
    """A value in a file: in which part of it, and how sure a finding of it must be at least."""

    part: str
    kind: str
    normalized: str
    level: str = ""
    gap: str = ""

    def within(self, member: str) -> "Plant":
        return replace(self, part=" » ".join(filter(None, (member, self.part))))


class Document:
    """A file that is being made, and what was planted in it."""

    def __init__(self, path: Path):
        self.path = path
        self.plants: list[Plant] = []
        path.parent.mkdir(parents=True, exist_ok=True)

    def plant(self, part: str, kind: str, value: str, level: str = "", gap: str = "") -> str:
        """Notes a value and returns it, to be written where `part` says."""
        self.plants.append(Plant(part, kind, value, level, gap))
        return value

    def unread(self, part: str, reason: str) -> None:
        """Notes that a part must be booked as not examined, for `reason`."""
        self.plants.append(Plant(part, "!" + reason, ""))

    def add(self, document: "Document", member: str) -> Path:
        """Notes what is planted in `document`, which becomes the member; returns its path."""
        self.plants += [plant.within(member) for plant in document.plants]
        return document.path


class Documents:
    """All files below a folder, the people in them, and a place for what is not kept."""

    def __init__(self, root: Path, scratch: Path):
        self.root = root
        self.scratch = scratch
        source = Values("documents")
        self.people: list[Person] = people(source, PERSON_COUNT)
        for index in LOST_ZERO:
            number = source.make("bsn", "lost-zero")
            self.people[index] = replace(self.people[index], bsn=number)
        self.made: list[Document] = []

    def new(self, name: str) -> Document:
        """A file of the corpus: `docx/brief.docx`; its folder is its format."""
        document = Document(self.root / name)
        self.made.append(document)
        return document

    def aside(self, name: str) -> Document:
        """A file that goes into others only."""
        return Document(self.scratch / name)

    def copy(self, document: Document, name: str) -> Document:
        """A file of the corpus that is a copy of one made aside."""
        kept = self.new(name)
        kept.plants = list(document.plants)
        shutil.copyfile(document.path, kept.path)
        return kept

    def write_truth(self) -> None:
        with open(self.root / "truth.tsv", "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
            table.writerow(COLUMNS)
            for document in sorted(self.made, key=lambda d: d.path):
                name = document.path.relative_to(self.root).as_posix()
                for plant in document.plants:
                    fields = (plant.part, plant.kind, plant.normalized, plant.level, plant.gap)
                    table.writerow((name, *fields))
