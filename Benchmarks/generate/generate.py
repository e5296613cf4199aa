#!/usr/bin/env python3
"""Generates benchmark input with a known number of planted values.

    generate.py tree OUT [--files 20000] [--directories 2200]   mixed small files, 2 to 40 KB
    generate.py csv OUT --bytes 1G                               one dense export with a header
    generate.py prose|log|binary OUT --bytes 256M                one file of its sort

Prints the planted values per kind as JSON, on standard output; `tree` also writes them to
OUT.manifest.json, beside the tree. Equal seed and options give equal bytes. All values are made
up; they come from the generators of the corpus.

`csv`, `prose` and `log` build one block of distinct lines (16 MiB unless --block says otherwise)
and repeat it; only the counter in front of each row or paragraph differs between repeats, so
distinct values are those of one block. `binary` is noise with a few values planted as text.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Corpus"))

from builder.notations import write  # noqa: E402
from builder.people import person  # noqa: E402
from builder.templates.draft import Writer  # noqa: E402

UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
# Replaced by a counter of equal length in every repeat of a block.
COUNTER = b"@@@@@@"
# Share of the files of each sort on the file servers of offices, in percent.
SORTS = (("txt", 34), ("csv", 18), ("html", 14), ("json", 12), ("xml", 12), ("log", 10))
# Share of the files that hold planted values, in percent.
PLANTED_SHARE = 30
# Letters of postcodes that were never given out.
NEVER_ISSUED = ("SA", "SD", "SS")
FILLER = """De commissie bespreekt het voorstel en vraagt het college om een nadere toelichting op de
planning. Het onderhoud aan de brug duurt langer dan verwacht door de hoge waterstand. Bewoners
kunnen hun mening geven tijdens de inloopavond in het buurthuis. De begroting sluit met een klein
overschot, maar de reserve daalt. Het beleid wordt na twee jaar geëvalueerd. De werkgroep levert
voor de zomer een advies over de inrichting van het plein. Er is overleg geweest met de provincie
over het openbaar vervoer. Het verslag van de vorige vergadering is zonder wijzigingen vastgesteld.
De leverancier heeft de nieuwe versie geïnstalleerd en de koppelingen getest. Het groenonderhoud
wordt opnieuw aanbesteed. Voor de bibliotheek is extra ruimte nodig. De wachttijd aan de balie is
gedaald. Het afval wordt voortaan om de week opgehaald.""".replace("\n", " ").split(". ")


def size(text: str) -> int:
    """`64M`, `1G`, `123456`: a number of bytes, units of 1024."""
    unit = UNITS.get(text[-1:].upper(), 1)
    return int(text[:-1] if unit > 1 else text) * unit


class Source:
    """Lines of one sort with the counts of what was planted in them."""

    def __init__(self, seed: int, name: str):
        self.values = Writer(f"benchmark/{seed}/{name}")
        self.random = self.values.random
        self.planted: Counter = Counter()

    def filler(self, words: int) -> str:
        return ". ".join(self.random.choice(FILLER) for _ in range(words)) + "."

    def planted_value(self, kind: str, notation: str = "") -> str:
        self.planted[kind] += 1
        return write(kind, self.values.make(kind, notation), notation)

    def csv_row(self, counter: str) -> str:
        who = person(self.values)
        while who.postcode.endswith(NEVER_ISSUED):
            who = person(self.values)
        self.planted.update(("bsn", "name", "date-of-birth", "postcode", "iban", "phone", "email"))
        return (
            f"{counter};{who.bsn};{who.reversed};{who.born};{write('postcode', who.postcode, 'contiguous')};"
            f"{who.iban};{write('phone', who.phone, 'mobile' if who.phone[3] == '6' else 'landline')};"
            f"{who.email};{self.random.randint(0, 99999)},{self.random.randint(10, 99)}\n"
        )

    csv_header = "Regel;BSN;Naam;Geboortedatum;Postcode;IBAN;Telefoon;E-mail;Bedrag\n"

    def paragraph(self, planted: bool) -> str:
        text = self.filler(self.random.randint(4, 9))
        if not planted:
            return text + "\n\n"
        kind, before, notation = self.random.choice(
            (
                ("bsn", "Burgerservicenummer: ", "dotted"),
                ("bsn", "BSN ", ""),
                ("iban", "IBAN ", "grouped"),
                ("email", "", ""),
                ("phone", "Telefoon ", "mobile-pairs"),
                ("date-of-birth", "Geboren op ", "long"),
            )
        )
        if kind == "email":
            self.planted["email"] += 1
            return f"{text} {person(self.values).email}\n\n"
        return f"{text} {before}{self.planted_value(kind, notation)}.\n\n"

    def log_line(self, planted: bool) -> str:
        head = (
            f"2024-06-{self.random.randint(10, 28)}T{self.random.randint(10, 23)}:{self.random.randint(10, 59)}:"
            f"{self.random.randint(10, 59)}.{self.random.randint(100, 999)}Z INFO  [exec-{self.random.randint(1, 9)}] "
        )
        if planted:
            return head + f"raadpleging bsn={self.planted_value('bsn')} gelukt\n"
        return (
            head
            + f"GET /zaak/{self.random.getrandbits(64):016x} {self.random.randint(1, 999)} ms, "
            f"thread 0x{self.random.getrandbits(32):08x}\n"
        )


def repeated(options: argparse.Namespace, header: str, line) -> Counter:
    """Writes a block of lines over and over, each time with another counter."""
    source = Source(options.seed, options.command)
    lines, length = [], 0
    planted_until: list[Counter] = []
    block_size = min(options.block, options.bytes)
    while length < block_size:
        planted_until.append(source.planted.copy())
        lines.append(line(source, len(lines)).encode())
        length += len(lines[-1])
    block = b"".join(lines)
    counts: Counter = Counter()
    with open(options.out, "wb") as out:
        out.write(header.encode())
        left = options.bytes - len(header.encode())
        number = 0
        while left >= len(block):
            out.write(block.replace(COUNTER, b"%06d" % number))
            counts += source.planted
            left -= len(block)
            number += 1
        index = 0
        while index < len(lines) and left >= len(lines[index]):
            out.write(lines[index].replace(COUNTER, b"%06d" % number))
            left -= len(lines[index])
            index += 1
        counts += planted_until[index] if index < len(lines) else Counter()
    return counts


def csv(options: argparse.Namespace) -> Counter:
    return repeated(options, Source.csv_header, lambda s, n: s.csv_row(f"@@@@@@-{n:07d}"))


def prose(options: argparse.Namespace) -> Counter:
    return repeated(
        options, "", lambda s, n: f"(§ @@@@@@.{n}) " + s.paragraph(s.random.random() < 0.2)
    )


def log(options: argparse.Namespace) -> Counter:
    return repeated(
        options,
        "",
        lambda s, n: s.log_line(s.random.random() < 0.02).replace("INFO ", "INFO @@@@@@ ", 1),
    )


def binary(options: argparse.Namespace) -> Counter:
    """Noise of random bytes with a labelled BSN about every MiB."""
    source = Source(options.seed, "binary")
    block = min(1 << 20, options.bytes)
    with open(options.out, "wb") as out:
        for start in range(0, options.bytes, block):
            length = min(block, options.bytes - start)
            text = f"\0BSN: {source.planted_value('bsn')}\0".encode() if length == 1 << 20 else b""
            out.write(source.random.randbytes(length - len(text)) + text)
    return source.planted


def small_file(source: Source, sort: str, goal: int, planted: bool) -> str:
    """A file of about `goal` bytes; without `planted` it holds no value of any kind."""
    parts, length = [], 0
    rows = 0

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    if sort == "csv":
        add(Source.csv_header if planted else "Regel;Omschrijving;Aantal;Bedrag\n")
    elif sort == "html":
        add("<!DOCTYPE html><html><head><meta charset=utf-8><title>Verslag</title></head><body>\n")
    elif sort == "json":
        add('{"records": [\n')
    elif sort == "xml":
        add('<?xml version="1.0" encoding="UTF-8"?>\n<export>\n')
    while length < goal:
        rows += 1
        here = planted and source.random.random() < 0.12
        if sort == "csv":
            add(
                source.csv_row(str(rows))
                if planted
                else f"{rows};{source.random.choice(FILLER)};{rows % 90};{rows * 7 % 900},{rows % 90 + 10}\n"
            )
        elif sort == "log":
            add(source.log_line(here))
        elif sort == "txt":
            add(source.paragraph(here))
        elif sort == "html":
            add("<p>" + source.paragraph(here).strip() + "</p>\n")
        elif sort == "json":
            value = f'"bsn": "{source.planted_value("bsn")}", ' if here else ""
            add(
                f'{"," if rows > 1 else ""}{{"nr": {rows}, {value}"tekst": "{source.filler(2)}"}}\n'
            )
        else:
            value = f"<bsn>{source.planted_value('bsn')}</bsn>" if here else ""
            add(f"<record><nr>{rows}</nr>{value}<tekst>{source.filler(2)}</tekst></record>\n")
    parts.append({"html": "</body></html>\n", "json": "]}\n", "xml": "</export>\n"}.get(sort, ""))
    return "".join(parts)


def tree(options: argparse.Namespace) -> Counter:
    """Many small files in folders of one to four deep."""
    source = Source(options.seed, "tree")
    root = Path(options.out)
    folders = [root]
    while len(folders) < options.directories:
        parent = source.random.choice(folders)
        if len(parent.relative_to(root).parts) < 4:
            folders.append(parent / f"map {len(folders)}")
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    sorts = [sort for sort, share in SORTS for _ in range(share)]
    sizes, files = 0, Counter()
    for number in range(options.files):
        sort = source.random.choice(sorts)
        planted = source.random.randrange(100) < PLANTED_SHARE
        goal = int(2048 * 20 ** source.random.random() ** 1.6)
        data = small_file(source, sort, goal, planted).encode()
        (source.random.choice(folders) / f"document {number}.{sort}").write_bytes(data)
        sizes += len(data)
        files[sort] += 1
    manifest = {
        "files": options.files,
        "directories": len(folders),
        "bytes": sizes,
        "sorts": dict(files),
        "planted": dict(sorted(source.planted.items())),
        "seed": options.seed,
    }
    Path(str(root).rstrip("/") + ".manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return source.planted


COMMANDS = {"tree": tree, "csv": csv, "prose": prose, "log": log, "binary": binary}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        command = commands.add_parser(name)
        command.add_argument("out")
        command.add_argument("--seed", type=int, default=1)
        if name == "tree":
            command.add_argument("--files", type=int, default=20_000)
            command.add_argument("--directories", type=int, default=2_200)
        else:
            command.add_argument("--bytes", type=size, required=True, help="such as 64M or 1G")
            command.add_argument(
                "--block", type=size, default=16 << 20, help="distinct bytes (16M)"
            )
    options = parser.parse_args()
    started = time.monotonic()
    planted = COMMANDS[options.command](options)
    print(json.dumps({"command": options.command, "planted": dict(sorted(planted.items()))}))
    print(f"{time.monotonic() - started:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
