"""SQLite with a log that was never written back, a dump of PostgreSQL, tables and memos of dBase."""

import os
import shutil
import sqlite3
import subprocess
import tarfile
from datetime import date
from pathlib import Path

import dbf

from .plants import Document, Documents

CREATE = "CREATE TABLE personen (naam TEXT, bsn {kind}, geboortedatum TEXT, iban TEXT)"


def rows(people) -> list[tuple]:
    return [(p.reversed, p.bsn, p.born, p.iban) for p in people]


def plant(document: Document, people, part: str) -> None:
    for person in people:
        document.plant(part, "bsn", person.bsn, "high")
        document.plant(part, "date-of-birth", person.born)
        document.plant(part, "iban", person.iban, "high")


def sqlite(document: Document, people, kind: str) -> None:
    """Numbers as text or as integers, which lose their zero; a value in a blob."""
    document.path.unlink(missing_ok=True)
    base = sqlite3.connect(document.path)
    base.execute(CREATE.format(kind=kind))
    base.executemany("INSERT INTO personen VALUES (?, ?, ?, ?)", rows(people))
    base.execute("CREATE TABLE notities (id INTEGER PRIMARY KEY, tekst BLOB)")
    note = f"gebeld met {document.plant('notities', 'email', people[0].email)}"
    base.execute("INSERT INTO notities (tekst) VALUES (?)", (note.encode(),))
    base.commit()
    base.close()
    plant(document, people, "personen")


def odd_sqlite(document: Document, people) -> None:
    """UTF-16, a text over several pages, a table without row numbers, deleted rows."""
    document.path.unlink(missing_ok=True)
    base = sqlite3.connect(document.path)
    base.execute("PRAGMA encoding = 'UTF-16le'")
    base.execute("PRAGMA page_size = 1024")
    base.execute("PRAGMA secure_delete = OFF")
    base.execute("CREATE TABLE dossier (id INTEGER PRIMARY KEY, tekst TEXT)")
    number = document.plant("dossier", "bsn", people[0].bsn, "high")
    base.execute("INSERT INTO dossier (tekst) VALUES (?)",
                 ("Verslag van het gesprek. " * 60 + f"BSN: {number}",))
    base.execute("CREATE TABLE sleutel (bsn TEXT PRIMARY KEY, naam TEXT) WITHOUT ROWID")
    for person in people[1:5]:
        number = document.plant("sleutel", "bsn", person.bsn, "high")
        base.execute("INSERT INTO sleutel VALUES (?, ?)", (number, person.full))
    base.execute("CREATE TABLE weg (id INTEGER PRIMARY KEY, opmerking TEXT)")
    for person in people[5:10]:
        mail = document.plant("deleted text", "email", person.email)
        base.execute("INSERT INTO weg (opmerking) VALUES (?)", (f"mail {mail}",))
    mail = document.plant("deleted text", "email", people[10].email)
    base.execute("INSERT INTO sleutel VALUES ('x', ?)", (f"mail {mail}",))
    base.commit()
    base.execute("DROP TABLE weg")
    base.execute("DELETE FROM sleutel WHERE bsn = 'x'")
    base.commit()
    base.close()


def with_log(document: Document, people, scratch: Path) -> None:
    """The last rows are in the log only, as when a program still has the database open."""
    log = document.path.with_name(document.path.name + "-wal")
    path = scratch / document.path.name
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA wal_autocheckpoint = 0")
    base.execute(CREATE.format(kind="TEXT"))
    base.executemany("INSERT INTO personen VALUES (?, ?, ?, ?)", rows(people[:6]))
    base.commit()
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.executemany("INSERT INTO personen VALUES (?, ?, ?, ?)", rows(people[6:]))
    base.commit()
    shutil.copyfile(path, document.path)
    shutil.copyfile(f"{path}-wal", log)
    base.close()
    plant(document, people, "personen")


def postgres(documents: Documents, people) -> None:
    """pg_dump in its custom, tar and plain formats, from a server of our own."""
    tools = max(Path("/usr/lib/postgresql").iterdir()) / "bin"
    folder = documents.scratch / "postgres"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.chown(folder, "postgres")
    documents.scratch.chmod(0o755)
    script = folder / "fill.sql"
    with open(script, "w", encoding="utf-8") as file:
        file.write(CREATE.format(kind="TEXT") + ";\n")
        for row in rows(people):
            values = ", ".join("'" + value.replace("'", "''") + "'" for value in row)
            file.write(f"INSERT INTO personen VALUES ({values});\n")

    def run(*command: str) -> None:
        subprocess.run(["runuser", "-u", "postgres", "--", *map(str, command)], check=True,
                       cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=os.environ | {"PGHOST": str(folder), "LC_ALL": "C.UTF-8"})

    run(tools / "initdb", "-D", folder / "data", "-E", "UTF8")
    run(tools / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o",
        f"-k {folder} -h ''", "start")
    try:
        run(tools / "psql", "-d", "postgres", "-f", script)
        for name, form in (("personen.dump", "-Fc"), ("personen.tar", "-Ft"),
                           ("personen.sql", "-Fp")):
            run(tools / "pg_dump", form, "-f", folder / name, "postgres")
    finally:
        run(tools / "pg_ctl", "-D", folder / "data", "stop")
    for name, part in (("personen.dump", "public.personen"), ("personen.sql", "")):
        document = documents.new(f"postgresql/{name}")
        shutil.copyfile(folder / name, document.path)
        plant(document, people, part)
    document = documents.new("postgresql/personen.tar")
    shutil.copyfile(folder / "personen.tar", document.path)
    with tarfile.open(document.path) as tar:
        rows_name = next(name for name in tar.getnames() if name[0].isdigit())
    plant(document, people, f"{rows_name} » public.personen")


def dbase(document: Document, people, version: str) -> None:
    """A table with a record that was deleted, of those whose names its code page of DOS has."""
    people = [p for p in people if p.reversed.encode("cp850", "ignore").decode("cp850") == p.reversed]
    columns = "NAAM C(40); BSN C(9); GEB_DATUM D; IBAN C(18)"
    document.path.unlink(missing_ok=True)
    table = dbf.Table(str(document.path), columns, dbf_type=version, codepage="cp850")
    table.open(dbf.READ_WRITE)
    for person in people:
        born = date.fromisoformat(person.born)
        table.append((person.reversed, person.bsn, born, person.iban))
    dbf.delete(table[-1])
    table.close()
    plant(document, people[:-1], "")
    plant(document, people[-1:], "deleted text")


def memos(documents: Documents, name: str, people, version: str) -> None:
    """Memos in a file beside their table; one belongs to a record that was deleted."""
    table_file = documents.new(f"dbf/{name}.dbf")
    memo_file = documents.new(f"dbf/{name}.{'fpt' if version == 'vfp' else 'dbt'}")
    for document in (table_file, memo_file):
        document.path.unlink(missing_ok=True)
    table = dbf.Table(str(table_file.path), "NUMMER C(4); NOTITIE M", dbf_type=version,
                      codepage="cp1252" if version == "vfp" else "cp850")
    table.open(dbf.READ_WRITE)
    for number, person in enumerate(people):
        bsn = memo_file.plant("", "bsn", person.bsn, "high")
        mail = memo_file.plant("", "email", person.email)
        table.append((str(number), f"Gebeld: één vraag.\r\nBSN: {bsn}\r\nmail {mail} " + "uitleg " * 90))
    dbf.delete(table[-1])
    table.close()


def make(documents: Documents) -> None:
    people = documents.people
    dbase(documents.new("dbf/dbase3.dbf"), people, "db3")
    dbase(documents.new("dbf/foxpro.dbf"), people, "vfp")
    memos(documents, "notities", people[:4], "db3")
    memos(documents, "contacten", people[4:8], "vfp")
    sqlite(documents.new("sqlite/tekst.sqlite"), people, "TEXT")
    sqlite(documents.new("sqlite/getal.db"), people, "INTEGER")
    odd_sqlite(documents.new("sqlite/utf-16.sqlite3"), people)
    with_log(documents.new("sqlite/open.db"), people, documents.scratch)
    postgres(documents, people)
