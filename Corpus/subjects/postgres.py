"""Dumps of PostgreSQL as pg_dump 15 writes them: as SQL, in its own format and as a tar.

Sources: PostgreSQL 15, src/bin/pg_dump: pg_backup_archiver.c (WriteHead, WriteToc), pg_backup_custom.c,
pg_backup_tar.c, pg_dump.c; archive version 1.14.
"""

import io
import struct
import tarfile
import zlib
from dataclasses import dataclass

SECONDS = 1717398000
# Seconds, minutes, hours, day, month from 0, years since 1900, no summer time.
CLOCK = (0, 0, 9, 3, 5, 124, 0)
SERVER, PROGRAM = "15.7 (Debian 15.7-0+deb12u1)", "15.7 (Debian 15.7-0+deb12u1)"
CUSTOM, TAR = 1, 3
BEFORE_DATA, DATA = 2, 3
CHUNK = 4096
FIRST_TABLE, FIRST_DATA, FIRST_SETTING = 200, 2000, 3000


@dataclass
class Table:
    name: str
    # Names and types.
    columns: list[tuple[str, str]]
    rows: list[list[str]]

    @property
    def definition(self) -> str:
        columns = ",\n".join(f"    {name} {kind}" for name, kind in self.columns)
        return f"CREATE TABLE public.{self.name} (\n{columns}\n);\n"

    @property
    def copy(self) -> str:
        names = ", ".join(name for name, _ in self.columns)
        return f"COPY public.{self.name} ({names}) FROM stdin;\n"

    @property
    def data(self) -> str:
        return "".join("\t".join(map(escaped, row)) + "\n" for row in self.rows) + "\\.\n\n\n"


@dataclass
class Entry:
    number: int
    tag: str
    kind: str
    section: int
    definition: str = ""
    drop: str = ""
    copy: str = ""
    schema: str | None = None
    needs: tuple[int, ...] = ()
    table: Table | None = None


SETTINGS = (
    ("ENCODING", "SET client_encoding = 'UTF8';\n"),
    ("STDSTRINGS", "SET standard_conforming_strings = 'on';\n"),
    ("SEARCHPATH", "SELECT pg_catalog.set_config('search_path', '', false);\n"),
)


def escaped(cell: str) -> str:
    """As COPY has it."""
    for letter, mark in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        cell = cell.replace(letter, mark)
    return cell


def plain_dump(tables: list[Table]) -> str:
    head = (
        "--\n-- PostgreSQL database dump\n--\n\n"
        f"-- Dumped from database version {SERVER}\n-- Dumped by pg_dump version {PROGRAM}\n\n"
        "SET statement_timeout = 0;\nSET lock_timeout = 0;\n"
        + "".join(definition for _, definition in SETTINGS)
        + "SET check_function_bodies = false;\nSET row_security = off;\n\n"
        "SET default_tablespace = '';\n\nSET default_table_access_method = heap;\n\n"
    )
    made = "".join(
        f"{title(table.name, 'TABLE', 'Owner: beheer')}{table.definition}\n\n"
        f"ALTER TABLE public.{table.name} OWNER TO beheer;\n\n"
        for table in tables
    )
    rows = "".join(
        f"{title(f'{table.name}', 'TABLE DATA', 'Owner: beheer', 'Data for Name')}"
        f"{table.copy}{table.data}"
        for table in tables
    )
    return f"{head}{made}{rows}--\n-- PostgreSQL database dump complete\n--\n\n"


def title(name: str, kind: str, rest: str, what: str = "Name") -> str:
    return f"--\n-- {what}: {name}; Type: {kind}; Schema: public; {rest}\n--\n\n"


def integer(number: int) -> bytes:
    return struct.pack("<BI", number < 0, abs(number))


def string(text: str | None) -> bytes:
    if text is None:
        return integer(-1)
    return integer(len(text.encode())) + text.encode()


def entries(tables: list[Table]) -> list[Entry]:
    made = [
        Entry(FIRST_SETTING + number, name, name, BEFORE_DATA, definition)
        for number, (name, definition) in enumerate(SETTINGS)
    ]
    for number, table in enumerate(tables):
        drop = f"DROP TABLE public.{table.name};\n"
        made.append(
            Entry(
                FIRST_TABLE + number,
                table.name,
                "TABLE",
                BEFORE_DATA,
                table.definition,
                drop,
                schema="public",
            )
        )
    for number, table in enumerate(tables):
        made.append(
            Entry(
                FIRST_DATA + number,
                table.name,
                "TABLE DATA",
                DATA,
                copy=table.copy,
                schema="public",
                needs=(FIRST_TABLE + number,),
                table=table,
            )
        )
    return made


def toc(made: list[Entry], form: int, place) -> bytes:
    """The head and the table of contents; `place` gives what a format has behind an entry."""
    out = b"PGDMP" + bytes([1, 14, 0, 4, 8, form])
    out += integer(-1 if form == CUSTOM else 0)
    out += b"".join(map(integer, CLOCK)) + string("lindewaard") + string(SERVER) + string(PROGRAM)
    out += integer(len(made))
    for entry in made:
        is_table = entry.kind == "TABLE"
        number = str(16384 + entry.number) if entry.schema else "0"
        out += integer(entry.number) + integer(entry.table is not None)
        out += string("1259" if is_table else "0") + string(number)
        out += string(entry.tag) + string(entry.kind) + integer(entry.section)
        out += string(entry.definition) + string(entry.drop) + string(entry.copy)
        out += string(entry.schema) + string("" if is_table else None)
        out += string("heap" if is_table else None)
        out += string("beheer" if entry.schema else "") + string("false")
        out += b"".join(string(str(needed)) for needed in entry.needs) + string(None)
        out += place(entry)
    return out


def custom_dump(tables: list[Table]) -> bytes:
    """The rows packed behind the table of contents, in chunks."""
    made = entries(tables)
    blocks, offsets = {}, {}
    for entry in made:
        if entry.table:
            packed = zlib.compress(entry.table.data.encode())
            chunks = [packed[i : i + CHUNK] for i in range(0, len(packed), CHUNK)]
            body = b"".join(integer(len(chunk)) + chunk for chunk in chunks) + integer(0)
            blocks[entry.number] = b"\x01" + integer(entry.number) + body

    def place(entry: Entry) -> bytes:
        # 2: where the data is, 3: none.
        if entry.number not in blocks:
            return b"\x03" + bytes(8)
        return b"\x02" + struct.pack("<Q", offsets.get(entry.number, 0))

    position = len(toc(made, CUSTOM, place))
    for number, block in blocks.items():
        offsets[number] = position
        position += len(block)
    return toc(made, CUSTOM, place) + b"".join(blocks.values())


def tar_dump(tables: list[Table]) -> bytes:
    """A file of rows for each table beside the table of contents."""
    made = entries(tables)

    def place(entry: Entry) -> bytes:
        return string(f"{entry.number}.dat" if entry.table else "")

    files = [("toc.dat", toc(made, TAR, place))]
    files += [(f"{e.number}.dat", e.table.data.encode()) for e in made if e.table]
    files.append(
        ("restore.sql", plain_dump([Table(t.name, t.columns, []) for t in tables]).encode())
    )
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(content), SECONDS
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()
