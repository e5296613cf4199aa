"""Tables: exports with and without headers, in the dialects and encodings of office systems."""

from ..lists import OCCUPATIONS
from ..marks import mark, pad, visible
from ..notations import write
from ..people import Person, not_bsn, person
from .draft import Draft, Writer
from .records import field

# Columns of one export: kinds, and words for columns that are something else.
SCHEMES = (
    ("name", "bsn", "date-of-birth", "#klantnr", "amount"),
    ("#ordernr", "#zaaknr", "bsn", "postcode", "status"),
    ("bsn", "iban", "amount", "#factuurnr"),
    ("id", "name", "gender", "date-of-birth", "phone", "email"),
    ("name", "address", "postcode", "place", "phone"),
    ("bsn", "partner", "date-of-birth", "date", "#dossiernr"),
    ("id", "name", "function", "bsn", "iban", "date"),
    ("agb", "#declaratienr", "bsn", "date-of-birth", "amount"),
    ("licence-plate", "name", "postcode", "#vergunningnr", "date"),
    ("v-nummer", "bsn", "name", "date-of-birth", "#zaaknr"),
    ("onderwijsnummer", "name", "date-of-birth", "gender", "id"),
    ("a-nummer", "bsn", "date-of-birth", "gender", "postcode"),
    ("email", "phone", "id", "name", "date"),
    ("big", "name", "email", "date", "#registratienr"),
    ("kvk", "email", "phone", "iban", "#debiteurnr"),
    ("#relatienr", "iban", "name", "#polisnr", "date-of-birth"),
)
OTHER_HEADERS = {
    "amount": ("Bedrag", "bedrag_eur", "Saldo"),
    "status": ("Status", "status"),
    "id": ("Id", "nr", "Volgnr"),
    "place": ("Woonplaats", "plaats", "Plaats"),
    "date": ("Ingangsdatum", "datum_in_dienst", "Mutatiedatum"),
    "partner": ("BSN partner", "bsn_partner", "Burgerservicenr. partner"),
}
DIALECTS = (
    # extension, separator, quoting, encoding, newline
    ("csv", ";", "needed", "utf-8", "\r\n"),
    ("csv", ",", "all", "utf-8", "\n"),
    ("tsv", "\t", "needed", "utf-8", "\n"),
    ("csv", "|", "needed", "utf-8", "\n"),
    ("csv", ";", "needed", "windows-1252", "\r\n"),
    ("csv", ";", "all", "utf-8-bom", "\r\n"),
    ("csv", ",", "needed", "utf-8", "\r\n"),
    ("txt", "\t", "needed", "utf-16le-bom", "\r\n"),
    ("csv", ";", "needed", "utf-16be-bom", "\r\n"),
    ("csv", ";", "needed", "utf-16le", "\r\n"),
    ("csv", ";", "all", "windows-1252", "\n"),
    ("txt", ";", "needed", "utf-8", "\n"),
    ("csv", "\t", "needed", "utf-16be", "\n"),
)


def cell(
    source: Writer, column: str, who: Person, lost_zeros: bool, notation: dict[str, str], row: int
) -> str:
    """The marked content of one cell."""
    if column.startswith("#"):
        return source.plain(9, column[1:])
    if column == "partner":
        number = person(source).bsn if source.chance(0.6) else ""
        return mark("bsn", number, "column") if number else ""
    if column == "amount":
        return f"{source.random.randint(5, 4200)},{source.digits(2)}"
    if column == "status":
        return source.pick(("open", "afgehandeld", "in behandeling"))
    if column == "id":
        return str(10_000 + 7 * row)
    if column == "place":
        return who.place
    if column == "date":
        text = write("date-of-birth", source.date(2016, 2024), notation["date-of-birth"])
        return mark("!date-of-birth", text, "column", note="date of something else")
    if column == "name":
        return who.m(notation["name"])
    if column in ("gender",):
        return mark("gender", who.gender)
    if column == "function":
        return mark("function", source.pick(OCCUPATIONS))
    if column in ("address", "email"):
        return field(source, column, who)
    if column == "phone" and lost_zeros:
        number = write("phone", source.make("phone"), "lost-zero")
        return mark("phone", not_bsn(number, "phone that lost its zero"), "lost-zero")
    if column == "phone":
        return source.written("phone", "mobile" if source.chance(0.7) else "landline")
    if column in ("bsn", "iban", "postcode", "date-of-birth"):
        value = who.born if column == "date-of-birth" else getattr(who, column)
    else:
        value = source.make(column)
    if lost_zeros and column in ("bsn", "agb", "big", "kvk") and value[0] == "0":
        return mark(column, value.lstrip("0"), "lost-zero")
    return mark(
        column, write(column, value, notation.get(column, "")), notation.get(column) or "column"
    )


def make_notations(source: Writer) -> dict[str, str]:
    """How one export writes each column; the same in every row, as systems do."""
    return {
        "bsn": source.pick(("", "", "", "dotted", "spaced-3", "dotted-3", "nbsp-3")),
        "iban": source.pick(("", "", "grouped")),
        "name": source.pick(("formal", "full", "reversed")),
        "date-of-birth": source.pick(
            ("", "iso", "contiguous", "slashed", "single-digit", "timestamp")
        ),
        "postcode": source.pick(("", "contiguous")),
        "licence-plate": source.pick(("", "glued")),
        "a-nummer": "",
        "v-nummer": "",
        "agb": "",
        "big": "",
        "kvk": "",
    }


def header_of(source: Writer, column: str) -> str:
    if column.startswith("#"):
        return source.pick((column[1:], column[1:].capitalize(), column[1:].upper()))
    if column in OTHER_HEADERS:
        return source.pick(OTHER_HEADERS[column])
    return source.header(column)


def quote(marked: str, separator: str, quoting: str) -> str:
    text = visible(marked)
    if quoting == "all" or any(sign in text for sign in (separator, '"', "\n")):
        return '"' + marked.replace('"', '""') + '"'
    return marked


def grid(
    source: Writer, scheme: tuple[str, ...], count: int, encoding: str, lost_zeros: bool
) -> list[list[str]]:
    notation = make_notations(source)
    if lost_zeros:
        notation["bsn"] = ""
    codec = "windows-1252" if encoding == "windows-1252" else "utf-8"
    rows = []
    for row in range(count):
        who = person(source, codec, 1941, 2010)
        if lost_zeros and source.chance(0.4):
            number = source.make("bsn", "lost-zero")
            who = Person(**{**who.__dict__, "bsn": number})
        rows.append([cell(source, column, who, lost_zeros, notation, row) for column in scheme])
    return rows


def export(source: Writer, index: int) -> Draft:
    """A delimited export with a header; every fourth has lines before it, every fifth lost zeros."""
    extension, separator, quoting, encoding, newline = DIALECTS[index % len(DIALECTS)]
    scheme = SCHEMES[index % len(SCHEMES)]
    lost_zeros = index % 5 == 2
    rows = grid(source, scheme, source.random.randint(4, 14), encoding, lost_zeros)
    lines = [
        separator.join(quote(header_of(source, column), separator, quoting) for column in scheme)
    ]
    if index % 4 == 1:
        blanks = separator * (len(scheme) - 1)
        lines = [
            f"Rapport {source.pick(('mutaties', 'declaraties', 'dossiers'))}{blanks}",
            f"Periode{separator}{'01-01-2024 t/m 31-03-2024'}{blanks[1:]}",
            blanks,
        ] + lines
    lines += [separator.join(quote(c, separator, quoting) for c in row) for row in rows]
    if index % 6 == 3:
        lines.append(f"Totaal: {len(rows)} regels" + separator * (len(scheme) - 1))
    origin = f"export, {len(scheme)} columns" + (
        ", numbers that lost their zero" if lost_zeros else ""
    )
    return Draft(extension, "\n".join(lines) + "\n", origin, encoding, newline)


def headerless(source: Writer, index: int) -> Draft:
    """No header at all: 20 to 40 distinct BSNs in one column tell what it is; another is random."""
    separator = (";", ",", "\t", "|")[index % 4]
    count = source.random.randint(22, 38)
    lines = []
    for row in range(count):
        bsn = source.make("bsn")
        cells = [
            str(4000 + row),
            mark("bsn", bsn, "column"),
            source.plain(9, "random column"),
            source.pick(("A", "B", "N")),
        ]
        if index % 2:
            cells.insert(1, source.pick(("wijk 1", "wijk 2", "wijk 4")))
        lines.append(separator.join(cells))
    return Draft(
        ("csv", "csv", "tsv", "txt")[index % 4],
        "\n".join(lines) + "\n",
        "no header, one column of BSNs, one of random 9 digits",
    )


def random_column(source: Writer, index: int) -> Draft:
    """Random 9-digit columns under a header that says nothing: a tenth passes, none is a BSN."""
    headers = (
        ("kolom1", "kolom2", "kolom3"),
        ("A", "B", "C"),
        ("id", "ref", "waarde"),
        ("x1", "x2", "x3"),
    )[index % 4]
    lines = [";".join(headers)]
    for row in range(source.random.randint(24, 40)):
        lines.append(
            f"{1000 + row};{source.plain(9, 'random column')};{source.plain(9, 'random column')}"
        )
    return Draft("csv", "\n".join(lines) + "\n", "two random 9-digit columns")


def multiline(source: Writer, index: int) -> Draft:
    """Newlines, separators and quotes inside quoted cells."""
    separator = (",", ";")[index % 2]
    lines = [separator.join(('"Naam"', '"Adres"', '"Notitie"', '"Sofinummer"'))]
    for _ in range(source.random.randint(4, 8)):
        who = person(source)
        note = source.pick(
            (
                f'Gebeld op 3-6;\nzei: ""kom morgen"".\nTel {source.phone()}',
                f"Order {source.decoy('ordernummer')}, zie ook\n\nbijlage 2",
                "geen",
                f"Mail naar {who.m('email')}\nen naar kantoor",
            )
        )
        lines.append(
            separator.join(
                (
                    f'"{who.m("reversed")}"',
                    f'"{who.address("lines")}"',
                    f'"{note}"',
                    f'"{who.m("bsn", source.pick(("", "spaced-3")))}"',
                )
            )
        )
    return Draft(
        "csv",
        "\n".join(lines) + "\n",
        "RFC 4180 with newlines, quotes and separators in cells",
        "utf-8-bom" if index == 3 else "utf-8",
        "\r\n" if index % 2 else "\n",
    )


def excel_text(source: Writer, index: int) -> Draft:
    """`="0123"` and `'0123`, by which exports keep zeros in Excel."""
    form = ('="{0}"', "'{0}", '"=""{0}"""')[index % 3]
    lines = ["sep=;"] if index % 2 else []
    headers = [source.header("name"), source.header("bsn"), source.header("agb"), "Ordernr"]
    lines.append(";".join(headers))
    for _ in range(source.random.randint(4, 9)):
        who = person(source, "windows-1252")
        lines.append(
            ";".join(
                (
                    who.m("reversed"),
                    form.format(who.m("bsn")),
                    form.format(source.value("agb")),
                    form.format(source.decoy("ordernummer")),
                )
            )
        )
    return Draft(
        "csv", "\n".join(lines) + "\n", "cells forced to text for Excel", "windows-1252", "\r\n"
    )


def aligned(source: Writer, index: int) -> Draft:
    """A plain-text table aligned with spaces, with or without a rule below the header."""
    scheme = SCHEMES[(index * 3 + 1) % len(SCHEMES)]
    rows = grid(source, scheme, source.random.randint(5, 12), "utf-8", False)
    headers = [header_of(source, column) for column in scheme]
    widths = [
        max([len(h)] + [len(visible(row[i])) for row in rows]) + 2 for i, h in enumerate(headers)
    ]
    lines = ["".join(pad(h, w) for h, w in zip(headers, widths)).rstrip()]
    if index % 2:
        lines.append(" ".join("-" * (w - 1) for w in widths))
    lines += ["".join(pad(c, w) for c, w in zip(row, widths)).rstrip() for row in rows]
    if index % 3 == 2:
        lines = ["+" + "-" * sum(widths)] + ["| " + line for line in lines]
    return Draft(
        "txt", f"Lijst {index + 1} per 1 juni\n\n" + "\n".join(lines) + "\n", "aligned text table"
    )


def markdown(source: Writer, index: int) -> Draft:
    scheme = SCHEMES[(index * 5 + 2) % len(SCHEMES)]
    rows = grid(source, scheme, source.random.randint(4, 9), "utf-8", False)
    headers = [header_of(source, column) for column in scheme]
    edge = "| " if index % 2 else ""
    lines = [
        edge + " | ".join(headers) + (" |" if edge else ""),
        edge
        + " | ".join(("---", ":---", "---:")[i % 3] for i in range(len(headers)))
        + (" |" if edge else ""),
    ]
    lines += [edge + " | ".join(row) + (" |" if edge else "") for row in rows]
    return Draft(
        "md", f"# Overzicht {index + 1}\n\n" + "\n".join(lines) + "\n\nEinde.\n", "markdown table"
    )


def sections(source: Writer, index: int) -> Draft:
    """Two tables in one file: what a column means changes at the second header."""
    lines = ["[clienten]", "clientnr;bsn;geb_datum"]
    for _ in range(5):
        lines.append(
            f"{source.plain(9, 'clientnr')};{source.value('bsn')};"
            f"{source.value('date-of-birth', 'iso')}"
        )
    lines += ["", "[orders]", "bsn_ontvangen;ordernr;leverdatum"]
    for _ in range(5):
        delivered = mark("!date-of-birth", source.date(2023, 2024), note="leverdatum")
        lines.append(f"J;{source.decoy('ordernr')};{delivered}")
    return Draft("csv", "\n".join(lines) + "\n", "two tables in one file")


TEMPLATES = (
    ("tables", "export", export, 52),
    ("tables", "headerless", headerless, 8),
    ("tables", "random-column", random_column, 6),
    ("tables", "multiline", multiline, 6),
    ("tables", "excel-text", excel_text, 6),
    ("tables", "aligned", aligned, 12),
    ("tables", "markdown", markdown, 7),
    ("tables", "sections", sections, 2),
)
