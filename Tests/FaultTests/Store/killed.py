#!/usr/bin/env python3
"""Kills scans at random moments and compares what the store then holds with an unbroken scan.

    killed.py KILLS SEED     with $VINDPLAATS, in an empty folder

Ends with status 1 and says why where anything differs.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

BINARY = os.environ["VINDPLAATS"]
KILLS, SEED = int(sys.argv[1]), int(sys.argv[2])
CHANCE = random.Random(SEED)
BSNS = ("999990019", "999999990", "999992168")
# What a run may have different from another: times, names and numbers of runs.
TABLES = """
    SELECT path, name, byte_count, modified, changed, inode, outcome, reason, examined, content_type,
      digest, tallies, path_findings
    FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
      JOIN examination ON examination.id = state.examination
      LEFT JOIN (SELECT id AS content_id, digest FROM content) ON content_id = content
    WHERE until_run IS NULL ORDER BY path, name
"""
BLOCKS = """
    SELECT digest, number, first, body FROM finding_block
      JOIN examination ON examination.id = finding_block.examination
      JOIN content ON content.id = content
    ORDER BY digest, number
"""
EXAMINATIONS = """
    SELECT examination.id, digest FROM examination JOIN content ON content.id = content
"""


def main() -> None:
    share = Path("share")
    write_share(share)
    key = Path("keys/key")
    lines = scan(store := Path("whole/store.sqlite"), key)
    expected = exported(store)
    seconds = timed(lambda: scan(Path("timed/store.sqlite"), key, may_make=False))
    store = Path("killed/store.sqlite")
    killed, names, complete = 0, set(), 0
    while killed < KILLS:
        process = subprocess.Popen(
            command(store, key), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(CHANCE.uniform(0, 0.8 * seconds if killed % 3 else 0.3 * seconds))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed += 1
        if not store.exists() or store.stat().st_size == 0:
            continue
        if store.with_name(f"{store.name}-journal").exists():
            # Killed while the store was made: it is undone by the next one, and not by who only reads.
            continue
        database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "store is damaged")
        try:
            runs = database.execute("SELECT name, status FROM run ORDER BY id").fetchall()
        except sqlite3.OperationalError:
            continue
        complete += sum(status == "complete" for _, status in runs)
        names |= {name for name, _ in runs}
        if runs and runs[-1][1] == "complete":
            # Whole before it was killed: the next one begins in an empty store.
            compare(expected, exported(store), "the store of a scan that was done")
            shutil.rmtree(store.parent)
            names.clear()
    open_runs = len(names)
    check(open_runs <= 1, f"{open_runs} runs for one that goes on")
    scan(store, key, may_make=False)
    again = scan(store, key)
    compare(expected, exported(store), "the store after all kills")
    compare(lines, again, "the report from the store after all kills")
    print(f"{killed} kills, {complete} after the end, {len(lines)} lines")


def write_share(share: Path) -> None:
    for number in range(400):
        folder = share / f"map {number % 23}"
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"regel {line}: BSN {BSNS[(number + line) % 3]}" for line in range(number % 9)]
        name = f"brief {number}.txt" if number % 50 else f"brief bsn {BSNS[number % 3]}.txt"
        (folder / name).write_text("\n".join([f"brief {number}", *lines]) + "\n")
    for number in range(2):
        with (share / f"groot {number}.csv").open("w") as file:
            file.write("nr;bsn;mail\n")
            for line in range(60_000):
                file.write(f"{number}-{line};{BSNS[line % 3]};jan{line}@voorbeeld.nl\n")


def command(store: Path, key: Path) -> list:
    store.parent.mkdir(exist_ok=True)
    return [BINARY, "scan", "share", "--store", store, "--key", key, "--json"]


def scan(store: Path, key: Path, may_make: bool = True) -> list[bytes]:
    """The lines of findings and files of a whole scan, in order; of a second one for `may_make`."""
    for _ in range(1 + may_make):
        run = subprocess.run(command(store, key), stdout=subprocess.PIPE, check=False)
        check(run.returncode == 0, f"a scan ended with status {run.returncode}")
    lines = run.stdout.splitlines()
    return sorted(
        line for line in lines if line.startswith((b'{"type":"finding"', b'{"type":"file"'))
    )


def exported(store: Path) -> list:
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "store is damaged")
    loose = "SELECT count(*) FROM finding_block WHERE examination NOT IN (SELECT id FROM examination)"
    check(database.execute(loose).fetchone()[0] == 0, "blocks without examination")
    rows = [row for query in (TABLES, BLOCKS) for row in database.execute(query)]
    contents = dict(database.execute(EXAMINATIONS))
    return rows + sorted({(key, contents[number]) for key, number in listed(database)})


def listed(database: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Values and examinations, as the index packs them."""
    for key, body in database.execute("SELECT first, body FROM value_block"):
        examination, place = 0, 0

        def number() -> int:
            nonlocal place
            value = shift = 0
            while True:
                byte = body[place]
                place += 1
                value |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    return value

        while place < len(body):
            step, rest = number(), number()
            key, examination = key + step, rest if step else examination + rest
            yield key, examination


def compare(expected: list, found: list, what: str) -> None:
    if expected == found:
        return
    pairs = zip(expected, found)
    place = next((n for n, (left, right) in enumerate(pairs) if left != right), -1)
    print(f"{what} differs: {len(expected)} and {len(found)} rows, first at {place}")
    print(expected[place], found[place], sep="\n")
    sys.exit(1)


def timed(work) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def check(is_so: bool, complaint: str) -> None:
    if not is_so:
        sys.exit(f"seed {SEED}: {complaint}")


if __name__ == "__main__":
    main()
