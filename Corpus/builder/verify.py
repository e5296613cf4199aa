"""Reads the written corpus back and holds its truth against the bytes and the rules."""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from . import checks, document, normal

CHECKS = {
    "bsn": checks.bsn,
    "rsin": checks.rsin,
    "onderwijsnummer": checks.onderwijsnummer,
    "a-nummer": checks.a_nummer,
    "iban": checks.iban,
    "payment-card": checks.luhn,
    "btw-id": checks.btw_id,
}
# What looks like a value and lies outside every mark was forgotten in the truth.
FORGOTTEN = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}"),
    "iban": re.compile(r"\b[A-Z]{2}\d\d ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{2}\b"),
    "ip-address": re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
    "bsn": re.compile(r"(?<!\d)(?<!\d[.-])\d{9}(?!\d)(?!-\d)"),
    "postcode": re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)"),
    "phone": re.compile(r"(?<![\w.-])0[1-9](?:[ -]?\d){8}(?!\w)"),
    "name": re.compile(r"\b(?:[Dd]hr|[Mm]w|[Mm]evr|[Hh]eer|[Mm]evrouw|[Ff]am(?:ilie)?)\.? [A-Z]"),
    "date-of-birth": re.compile(r"(?i)(?:geb[a-z.]*|dob)[ :=]{1,3}\d{1,4}[-/. ]\d"),
}


@dataclass
class Report:
    problems: list[str] = field(default_factory=list)
    kinds: Counter = field(default_factory=Counter)
    notations: Counter = field(default_factory=Counter)
    formats: Counter = field(default_factory=Counter)
    encodings: Counter = field(default_factory=Counter)
    areas: Counter = field(default_factory=Counter)
    handwritten: int = 0
    byte_count: int = 0


def verify(root: Path, encoding_of: dict[str, str]) -> Report:
    """Checks every case below `root`; `encoding_of` names the encoding of `area/case`."""
    report = Report()
    for truth in sorted(root.glob("*/*/truth.tsv")):
        case = f"{truth.parent.parent.name}/{truth.parent.name}"
        path = next(truth.parent.glob("document.*"))
        data = path.read_bytes()
        encoding = encoding_of[case]
        codec, lead = document.ENCODINGS[encoding]
        if not data.startswith(lead):
            report.problems.append(f"{case}: no byte order mark")
        extension = path.name.removeprefix("document.")
        report.formats[extension] += 1
        report.encodings[encoding] += 1
        report.areas[truth.parent.parent.name] += 1
        report.byte_count += sum(file.stat().st_size for file in truth.parent.iterdir())
        origin = (truth.parent / "origin.txt").read_text(encoding="utf-8")
        report.handwritten += origin.startswith("Written by hand")
        covered = _check_rows(case, truth, data, codec, extension, report)
        _check_forgotten(case, data, codec, covered, report)
    return report


def _check_rows(
    case: str, truth: Path, data: bytes, codec: str, extension: str, report: Report
) -> list[tuple[int, int]]:
    lines = truth.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    if lines[0] != "\t".join(document.COLUMNS):
        report.problems.append(f"{case}: other columns")
    covered = []
    seen = set()
    for number, line in enumerate(lines[1:], 2):
        where = f"{case}/truth.tsv:{number}"
        kind, start, end, value, normalized, notation, note = (
            document.unescape(f) for f in line.split("\t")
        )
        span = data[int(start) : int(end)].decode(codec)
        if span != value or not value.strip() or value != value.strip():
            report.problems.append(f"{where}: bytes differ from value")
        if (kind, start, end) in seen:
            report.problems.append(f"{where}: row twice")
        seen.add((kind, start, end))
        covered.append((int(start), int(end)))
        report.kinds[kind] += 1
        report.notations[f"{kind} {notation}"] += 1
        if kind in CHECKS and not CHECKS[kind](normalized):
            report.problems.append(f"{where}: {kind} breaks its rule")
        if kind == "mrz":
            _check_mrz(where, normalized, report)
        digits = re.sub(r"\D", "", normal.unescape(value, extension))
        claims = not note.startswith("fails")
        if kind == "!bsn" and checks.bsn(digits.zfill(9)) != claims:
            report.problems.append(f"{where}: lookalike and elfproef disagree")
        if kind == "!payment-card" and not checks.luhn(digits):
            report.problems.append(f"{where}: lookalike without Luhn")
        if kind.startswith("!") and not note:
            report.problems.append(f"{where}: lookalike without a note")
    return covered


def _check_mrz(where: str, text: str, report: Report) -> None:
    if len(text) == 88:
        line = text[44:]
        parts = [
            (line[:9], line[9]),
            (line[13:19], line[19]),
            (line[21:27], line[27]),
            (line[:10] + line[13:20] + line[21:43], line[43]),
        ]
    elif len(text) == 90:
        first, second = text[:30], text[30:60]
        parts = [
            (first[5:14], first[14]),
            (second[:6], second[6]),
            (second[8:14], second[14]),
            (first[5:30] + second[:7] + second[8:15] + second[18:29], second[29]),
        ]
    else:
        parts = [(text[:29], text[29:])]
    if any(checks.mrz_digit(part) != digit for part, digit in parts):
        report.problems.append(f"{where}: MRZ check digit")


def _check_forgotten(
    case: str, data: bytes, codec: str, covered: list[tuple[int, int]], report: Report
) -> None:
    text = data.decode(codec)
    wide = codec.startswith("utf-16")
    for kind, pattern in FORGOTTEN.items():
        for match in pattern.finditer(text):
            if kind == "bsn" and not checks.bsn(match.group()):
                continue
            start, end = match.span()
            if kind in ("name", "date-of-birth"):
                start = end - 1
            factor = 2 if wide else 1
            first = start * factor if wide else len(text[:start].encode(codec))
            last = first + (end - start) * factor if wide else len(text[:end].encode(codec))
            if not any(a < last and first < b for a, b in covered):
                report.problems.append(f"{case}: {match.group()!r} looks like {kind}, no row")
