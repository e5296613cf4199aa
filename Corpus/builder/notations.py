"""Writes normalized values of every kind in the notations people use."""

from .lists import DUTCH_MONTHS, SHORT_MONTHS
from .values import AREA_CODES

NBSP = "\u00a0"


def write(kind: str, value: str, notation: str) -> str:
    """A normalized value written in a notation; an unknown notation leaves it as it is."""
    writer = WRITERS.get(kind, {}).get(notation)
    return writer(value) if writer else PLAIN.get(kind, str)(value)


def grouped(value: str, sizes: tuple[int, ...], separator: str) -> str:
    """`value` cut in groups of these sizes; what is left over stays one last group."""
    parts, index = [], 0
    for size in sizes:
        parts.append(value[index : index + size])
        index += size
    parts.append(value[index:])
    return separator.join(part for part in parts if part)


def _group(sizes: tuple[int, ...], separator: str):
    return lambda value: grouped(value, sizes, separator)


def _fours(separator: str):
    return lambda value: grouped(value, (4,) * 8, separator)


def _lost(value: str) -> str:
    return value.lstrip("0")


def _plate(value: str) -> str:
    """The dashes fall where letters and digits change, and within fours of one sort."""
    groups, start = [], 0
    for index in range(1, len(value)):
        if value[index].isdigit() != value[index - 1].isdigit():
            groups.append(value[start:index])
            start = index
    groups.append(value[start:])
    split = []
    for group in groups:
        split += [group[:2], group[2:]] if len(group) == 4 else [group]
    return "-".join(split)


def _national(value: str) -> tuple[str, str]:
    """Area code with its 0 and subscriber number of a +31 number."""
    digits = value[3:]
    length = 1 if digits[0] == "6" else 2 if digits[:2] in AREA_CODES else 3
    return "0" + digits[:length], digits[length:]


def _phone(form: str):
    def written(value: str) -> str:
        area, rest = _national(value)
        pairs = grouped(rest, (2, 2, 2) if len(rest) in (7, 8, 6) else (3, 2), " ")
        if len(rest) == 7:
            pairs = grouped(rest, (3, 2, 2), " ")
        return form.format(
            area=area,
            rest=rest,
            pairs=pairs,
            dots=pairs.replace(" ", "."),
            bare=area[1:],
            nbsp=pairs.replace(" ", NBSP),
            all=area + rest,
            threes=grouped(rest, (3, 3), " "),
        )

    return written


def _date(form: str):
    def written(value: str) -> str:
        year, month, day = value.split("-")
        return form.format(
            y=year,
            yy=year[2:],
            m=month,
            d=day,
            im=int(month),
            id=int(day),
            long=DUTCH_MONTHS[int(month) - 1],
            short=SHORT_MONTHS[int(month) - 1],
        )

    return written


PLAIN = {
    "licence-plate": _plate,
    "phone": _phone("{area}-{rest}"),
    "date-of-birth": _date("{d}-{m}-{y}"),
    "postcode": _group((4,), " "),
}
WRITERS = {
    "bsn": {
        "dotted": _group((4, 2), "."),
        "dotted-3": _group((3, 3), "."),
        "dotted-2": _group((2, 2, 2), "."),
        "spaced": _group((4, 2), " "),
        "spaced-3": _group((3, 3), " "),
        "dashed": _group((3, 3), "-"),
        "nbsp": _group((4, 2), NBSP),
        "nbsp-3": _group((3, 3), NBSP),
        "double-spaced": _group((3, 3), "  "),
        "lost-zero": _lost,
        "json-number-lost-zero": _lost,
        "json-number": _lost,
        "entity": _group((4, 2), "&nbsp;"),
        "embedded": _group((4, 2), "."),
    },
    "iban": {
        "grouped": _fours(" "),
        "foreign-grouped": _fours(" "),
        "lower-case": str.lower,
        "lower-grouped": lambda v: grouped(v, (4,) * 8, " ").lower(),
        "dotted": _fours("."),
        "dashed": _fours("-"),
        "nbsp": _fours(NBSP),
        "double-spaced": _fours("  "),
        "bank-spaced": lambda v: f"{v[:2]} {v[2:4]} {v[4:8]} {grouped(v[8:], (4, 4), ' ')}",
        "wrapped": lambda v: f"{v[:4]} {v[4:8]} {v[8:12]}\n{v[12:16]} {v[16:]}",
    },
    "big": {"lost-zero": _lost, "spaced": _group((3, 3, 3), " "), "dotted": _group((3, 3, 3), ".")},
    "agb": {"lost-zero": _lost, "spaced": _group((2,), " "), "dashed": _group((2,), "-")},
    "kvk": {
        "spaced": _group((2, 3), " "),
        "dotted": _group((2, 3), "."),
        "fours": _group((4,), " "),
        "lost-zero": _lost,
    },
    "rsin": {"dotted": _group((4, 2), "."), "spaced": _group((3, 3), " ")},
    "onderwijsnummer": {"dotted": _group((4, 2), "."), "spaced": _group((4, 2), " ")},
    "v-nummer": {"dotted": _group((3, 3), "."), "spaced": _group((3, 3), " ")},
    "a-nummer": {"spaced": _group((4, 3), " ")},
    "uzi": {"lost-zero": _lost},
    "document-number": {"lower-case": str.lower, "residence": lambda v: "IV-" + v},
    "licence-plate": {
        "lower-case": lambda v: _plate(v).lower(),
        "glued": str,
        "spaced": lambda v: _plate(v).replace("-", " "),
        "glued-lower": str.lower,
    },
    "bank-account": {"dotted": _group((2, 2, 2), "."), "giro-p": lambda v: "P" + v},
    "payment-card": {"grouped": _fours(" "), "dashed": _fours("-")},
    "btw-id": {
        "dotted": lambda v: f"NL{v[2:6]}.{v[6:8]}.{v[8:11]}.{v[11:13]}{v[13:]}",
        "spaced": lambda v: f"NL {v[2:5]} {v[5:8]} {v[8:11]} {v[11:]}",
        "lower-case": str.lower,
        "sole-trader-spaced": lambda v: f"NL {v[2:11]} {v[11:]}",
    },
    "postcode": {
        "contiguous": str,
        "lower-case": lambda v: v.lower(),
        "nbsp": _group((4,), NBSP),
        "lower-spaced": lambda v: f"{v[:4]} {v[4:].lower()}",
        "double-spaced": _group((4,), "  "),
        "country": lambda v: f"NL-{v[:4]} {v[4:]}",
    },
    "phone": {
        "mobile": _phone("{area}-{rest}"),
        "mobile-contiguous": _phone("{all}"),
        "mobile-pairs": _phone("{area} {pairs}"),
        "mobile-dash-pairs": _phone("{area} - {pairs}"),
        "mobile-dash-tight": _phone("{area}-{pairs}"),
        "mobile-dots": _phone("{area}.{dots}"),
        "mobile-threes": _phone("{area} {threes}"),
        "mobile-nbsp": _phone("{area}" + NBSP + "{nbsp}"),
        "mobile-slash": _phone("{area}/{rest}"),
        "mobile-international": _phone("+31 {bare} {pairs}"),
        "mobile-trunk": _phone("+31 (0){bare} {pairs}"),
        "mobile-0031": _phone("0031{bare}{rest}"),
        "mobile-e164": _phone("+31{bare}{rest}"),
        "mobile-e164-dash": _phone("+31-{bare}-{rest}"),
        "international": _phone("+31 {bare} {pairs}"),
        "lost-zero": _phone("{bare}{rest}"),
        "landline": _phone("{area}-{rest}"),
        "landline-spaced": _phone("{area} {pairs}"),
        "landline-contiguous": _phone("{all}"),
        "area-parenthesis": _phone("({area}) {pairs}"),
        "landline-parenthesis": _phone("({area}) {rest}"),
        "landline-slash": _phone("{area}/{rest}"),
        "landline-trunk": _phone("+31 (0){bare} {rest}"),
        "landline-dash-spaced": _phone("{area} - {pairs}"),
        "landline-international": _phone("+31 {bare} {rest}"),
    },
    "date-of-birth": {
        "contiguous": _date("{y}{m}{d}"),
        "iso": str,
        "slashed": _date("{d}/{m}/{y}"),
        "dotted": _date("{d}.{m}.{y}"),
        "short": _date("{id}-{im}-{yy}"),
        "long": _date("{id} {long} {y}"),
        "short-month": _date("{id} {short} {y}"),
        "month-dash": _date("{d}-{short}-{y}"),
        "single-digit": _date("{id}-{im}-{y}"),
        "ddmmyyyy": _date("{d}{m}{y}"),
        "long-capital": lambda v: _date("{id} {long} {y}")(v).upper(),
        "spaced": _date("{d} {m} {y}"),
        "timestamp": _date("{y}-{m}-{d}T00:00:00"),
        "slash-single": _date("{id}/{im}/{y}"),
    },
}
