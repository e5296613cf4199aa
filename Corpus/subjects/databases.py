"""Databases and what is dumped of them, and sheets of Excel 4."""

import datetime
import random
import sqlite3
import tempfile
from pathlib import Path

from . import biff4, dbase, jet, postgres
from .dates import serial
from .plain import key
from .scenes import Scenes
from .tree import File


def tables(file: File, scenes: Scenes, source: random.Random):
    """Names, columns with their kinds, and rows, which are numbered from 1."""
    for table in ("clienten", "afspraken")[: source.choice((1, 1, 2))]:
        listing = scenes.listing(numbers=True)
        names = [key(c) for c in listing.columns]
        names = [f"{n}_{i}" if n in names[:i] else n for i, n in enumerate(names)]
        rows = [
            [file.take(cell, ("table", table), record=number) for cell in row]
            for number, row in enumerate(listing.rows, 1)
        ]
        yield table, list(zip(names, listing.kinds)), rows
    rows = []
    for number in range(1, source.randint(1, 5) + 1):
        text = scenes.about(scenes.focus() or scenes.bystander(None))
        rows.append([str(number), file.take(text, ("table", "notities"), record=number)])
    yield "notities", [("id", "id"), ("tekst", "note")], rows


def sqlite(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    types = {"bsn": "INTEGER", "amount": "INTEGER", "id": "INTEGER PRIMARY KEY"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.db"
        database = sqlite3.connect(path)
        for table, columns, rows in tables(file, scenes, source):
            wanted = ", ".join(f"{name} {types.get(kind, 'TEXT')}" for name, kind in columns)
            database.execute(f"CREATE TABLE {table} ({wanted})")
            for row in rows:
                values = [int(c) if k in ("bsn", "id") else c for c, (_, k) in zip(row, columns)]
                database.execute(
                    f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values
                )
        database.commit()
        database.close()
        return path.read_bytes()


def dbase_table(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Texts, and dates in columns of their kind, wherever all of a column fit it."""
    listing = scenes.listing(numbers=True)
    rows = [
        [file.take(cell, record=number) for cell in row]
        for number, row in enumerate(listing.rows, 1)
    ]
    cells, columns = list(zip(*rows)), []
    for index, (name, kind) in enumerate(zip(listing.columns, listing.kinds)):
        days = [serial(text) for text in cells[index]] if kind == "born" else [None]
        columns.append((key(name), "C" if None in days else "D"))
        if None not in days:
            cells[index] = [(jet.DATE_EPOCH + datetime.timedelta(days=day)).date() for day in days]
    return dbase.table(columns, [list(row) for row in zip(*cells)], encoding)


def access(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """Numbers, dates and long texts in columns of their kind, wherever all of a column fit it."""
    types = {"bsn": jet.LONG, "amount": jet.LONG, "id": jet.LONG, "note": jet.MEMO}
    made = []
    for table, columns, rows in tables(file, scenes, source):
        cells, given = list(zip(*rows)), []
        for index, (name, kind) in enumerate(columns):
            days = [serial(text) for text in cells[index]] if kind == "born" else [None]
            if None not in days:
                given.append((name, jet.DATE))
                cells[index] = [jet.DATE_EPOCH + datetime.timedelta(days=day) for day in days]
                continue
            given.append((name, types.get(kind, jet.TEXT)))
            if given[-1][1] == jet.LONG:
                cells[index] = [int(text) for text in cells[index]]
        made.append(jet.Table(table, given, [list(row) for row in zip(*cells)]))
    return jet.database(made)


def worksheet(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    """A sheet of Excel 4, with numbers where a column has nothing else."""
    listing = scenes.listing(numbers=True)
    rows: list[list[str | int]] = []
    for index, row in enumerate([listing.columns, *listing.rows], 1):
        cells = [file.take(cell, record=index) for cell in row]
        kinds = listing.kinds if index > 1 else [""] * len(cells)
        rows.append([int(c) if k in ("bsn", "amount") else c for c, k in zip(cells, kinds)])
    return biff4.worksheet(rows)


def postgres_tables(scenes: Scenes, source: random.Random) -> list[postgres.Table]:
    """Tables whose cells are marked; numbers and dates in columns of their kind."""
    types = {"bsn": "integer", "amount": "integer", "id": "integer"}
    made = []
    for name in ("clienten", "afspraken")[: source.choice((1, 1, 2))]:
        listing = scenes.listing(numbers=True)
        names = [key(c) for c in listing.columns]
        names = [f"{n}_{i}" if n in names[:i] else n for i, n in enumerate(names)]
        kinds = [types.get(kind, "character varying(80)") for kind in listing.kinds]
        made.append(postgres.Table(name, list(zip(names, kinds)), listing.rows))
    notes = [
        [str(number), scenes.about(scenes.focus() or scenes.bystander(None))]
        for number in range(1, source.randint(1, 5) + 1)
    ]
    made.append(postgres.Table("notities", [("id", "integer"), ("tekst", "text")], notes))
    return made


def postgres_plain(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    return file.take_lines(postgres.plain_dump(postgres_tables(scenes, source))).encode()


def postgres_archive(write):
    """A writer of dumps in the form of `write`, each table a part."""

    def make(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
        made = []
        for index, table in enumerate(postgres_tables(scenes, source)):
            holder = file
            if write is postgres.tar_dump:
                holder = file.member(f"{postgres.FIRST_DATA + index}.dat")
            part = ("table", f"public.{table.name}")
            rows = [
                [holder.take(cell, part, record=number) for cell in row]
                for number, row in enumerate(table.rows, 1)
            ]
            made.append(postgres.Table(table.name, table.columns, rows))
        return write(made)

    return make
