"""HTML: intranet tables, filled web forms and definition lists."""

from html import escape

from ..people import person
from . import labels
from .draft import Draft, Writer
from .structured import BORN, keyed, values_of


def html_table(source: Writer, index: int) -> Draft:
    """A table with header cells, or with the headers down the left side."""
    kinds, _ = keyed(source, 5)
    born = source.pick(BORN)
    headers = [source.header(k) if k in labels.HEADERS else source.label(k) for k in kinds]
    rows = []
    for _ in range(source.random.randint(3, 8)):
        who = person(source)
        rows.append(
            [v.replace("&", "&amp;") for _, v in values_of(source, who, kinds, born)]
            + [source.plain(9, "volgnummer")]
        )
    headers.append(source.pick(("Volgnr", "Zaaknr", "Order")))
    if index % 3 == 1:
        body = ""
        for row in rows[:3]:
            body += "<table class=detail>\n"
            body += "".join(
                f"<tr><th scope=row>{escape(h)}</th><td>{v}</td></tr>\n"
                for h, v in zip(headers, row)
            )
            body += "</table>\n"
    else:
        tag = "td" if index % 3 == 2 else "th"
        body = "<table>\n<tr>" + "".join(f"<{tag}>{escape(h)}</{tag}>" for h in headers) + "</tr>\n"
        body += (
            "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>\n" for row in rows)
            + "</table>\n"
        )
    return Draft(
        "html",
        "<!DOCTYPE html>\n<html><head><meta charset=utf-8><style>td{padding:4px 12px}</style>"
        f"</head><body>\n{body}</body></html>\n",
        "intranet table",
    )


def html_form(source: Writer, index: int) -> Draft:
    """A filled web form: label with for, label around the input, or a definition list."""
    kinds, _ = keyed(source, 6)
    born = source.pick(BORN)
    who = person(source)
    parts = []
    for number, (kind, value) in enumerate(values_of(source, who, kinds, born)):
        label = source.label(kind)
        parts.append(
            (
                f'<p><label for="v{number}">{label}</label><br><input id="v{number}" value="{value}"></p>',
                f'<label>{label} <input type="text" name="veld{number}" value="{value}"></label>',
                f"<dt>{label}</dt>\n<dd>{value}</dd>",
                f'<div class="rij"><span class="lbl">{label}:</span> <span>{value}</span></div>',
            )[index % 4]
        )
    parts.insert(3, f'<input type="hidden" name="sessie" value="{source.decoy("sessie")}">')
    inside = "\n".join(parts)
    if index % 4 == 2:
        inside = f"<dl>\n{inside}\n</dl>"
    return Draft(
        "html",
        f"<html><body>\n<form action=/zaak>\n{inside}\n</form>\n</body></html>\n",
        "web form or definition list",
    )


TEMPLATES = (("html", "table", html_table, 9), ("html", "form", html_form, 8))
