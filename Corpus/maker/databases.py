"""SQLite with a log that was never written back, and a dump of PostgreSQL."""

import os
import shutil
import sqlite3
import subprocess
import tarfile
from pathlib import Path

from .plants import Document, Documents

CREATE = "CREATE TABLE personen (naam TEXT, bsn {kind}, geboortedatum TEXT, iban TEXT)"

NAMELESS = "pg_dump -Ft: the names of columns stand in another member of the tar"


def rows(people) -> list[tuple]:
    return [(p.reversed, p.bsn, p.born, p.iban) for p in people]


def plant(document: Document, people, part: str) -> None:
    for person in people:
        document.plant(part, "bsn", person.bsn, "high")
        document.plant(part, "date-of-birth", person.born)
        document.plant(part, "iban", person.iban, "high")


def sqlite(document: Document, people, kind: str) -> None:
    """Numbers as text or as integers, which lose their zero; a value in a blob; a deleted row."""
    document.path.unlink(missing_ok=True)
    base = sqlite3.connect(document.path)
    base.execute("PRAGMA secure_delete = OFF")
    base.execute(CREATE.format(kind=kind))
    base.executemany("INSERT INTO personen VALUES (?, ?, ?, ?)", rows(people))
    base.execute("CREATE TABLE notities (id INTEGER PRIMARY KEY, tekst BLOB)")
    note = f"gebeld met {document.plant('notities', 'email', people[0].email)}"
    base.execute("INSERT INTO notities (tekst) VALUES (?)", (note.encode(),))
    base.commit()
    base.close()
    plant(document, people, "personen")


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
        part = next(name for name in tar.getnames() if name[0].isdigit())
    for person in people:
        document.plant(part, "bsn", person.bsn)
        document.plant(part, "iban", person.iban, "high")
        document.plant(part, "date-of-birth", person.born, gap=NAMELESS)


def make(documents: Documents) -> None:
    people = documents.people
    sqlite(documents.new("sqlite/tekst.sqlite"), people, "TEXT")
    sqlite(documents.new("sqlite/getal.db"), people, "INTEGER")
    with_log(documents.new("sqlite/open.db"), people, documents.scratch)
    postgres(documents, people)
