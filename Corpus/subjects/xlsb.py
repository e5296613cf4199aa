"""Binary workbooks."""

import random

from . import biff12
from .office import cell_value
from .packages import OFFICE, core, cut, office_package, relations, section
from .scenes import Scenes
from .tree import File

KIND = "application/vnd.ms-excel."


def xlsb(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    shared: dict[str, int] = {}
    shared_count = 0
    is_inline = source.random() < 0.25
    parts: dict[str, str | bytes] = {}
    types = {
        "xl/workbook.bin": f"{KIND}sheet.binary.macroEnabled.main",
        "xl/styles.bin": f"{KIND}styles",
        "xl/sharedStrings.bin": f"{KIND}sharedStrings",
    }
    names = []
    for number in range(1, source.choice((1, 1, 2)) + 1):
        listing = scenes.listing(numbers=True)
        name = f"{listing.title} {number}"
        names.append(name)
        place = ("sheet", name)
        offset = source.choice((0, 0, 2))
        rows: dict[int, list[bytes]] = {}
        if offset:
            title = file.take(f"{listing.title} van {scenes.day()}", place, record=1)
            rows[1] = [biff12.cell(0, title, 0, None)]
        for index, row in enumerate([listing.columns, *listing.rows], offset + 1):
            rows[index] = []
            for column, (text, kind) in enumerate(zip(row, listing.kinds)):
                plain = file.take(text, place, record=index)
                value, style = cell_value(plain, kind if index > offset + 1 else "")
                key = None
                if isinstance(value, str) and not is_inline:
                    key = shared.setdefault(value, len(shared))
                    shared_count += 1
                rows[index].append(biff12.cell(column, value, style, key))
        header = None
        if source.random() < 0.3:
            form = scenes.forms.name(listing.people[0], ("initials", "first"))
            header = file.take(form, place, section("header"))
        if source.random() < 0.3:
            person = source.randrange(len(listing.people))
            text = file.take(scenes.about(listing.people[person]), place, section("comments"))
            parts[f"xl/comments{number}.bin"] = biff12.comments(person + 2 + offset, 0, text)
            types[f"xl/comments{number}.bin"] = f"{KIND}comments"
            parts[f"xl/worksheets/_rels/sheet{number}.bin.rels"] = relations(
                [(OFFICE + "comments", f"../comments{number}.bin")]
            )
        parts[f"xl/worksheets/sheet{number}.bin"] = biff12.sheet(
            rows, len(listing.columns), header
        )
        types[f"xl/worksheets/sheet{number}.bin"] = f"{KIND}worksheet"
    links = [(OFFICE + "worksheet", f"worksheets/sheet{i + 1}.bin") for i in range(len(names))]
    links += [(OFFICE + "styles", "styles.bin"), (OFFICE + "sharedStrings", "sharedStrings.bin")]
    texts = [cut(text, source) if source.random() < 0.2 else [text] for text in shared]
    parts |= {
        "xl/workbook.bin": biff12.workbook(names),
        "xl/_rels/workbook.bin.rels": relations(links),
        "xl/styles.bin": biff12.styles(),
        "xl/sharedStrings.bin": biff12.shared_strings(texts, shared_count),
    }
    return office_package("xl/workbook.bin", types, core("Overzicht", "beheer"), parts)
