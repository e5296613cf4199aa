"""Fills the placeholders of sources: `⟦bsn/dotted:@a⟧` becomes a mark with a drawn value."""

import re

from . import mrz, notations, values
from .marks import CLOSE, OPEN

PLACEHOLDER = re.compile(
    OPEN + r"(!?)([a-z-]+)((?:/[a-z0-9-]+)?)((?:=[^()⟦⟧:]*)?(?:\([^()]*\))?):"
    r"@([A-Z]+|[a-z]?[0-9]?)" + CLOSE
)


def fill(marked: str, source: values.Values) -> str:
    """`marked` with every placeholder drawn from `source`; a named one is drawn once."""
    drawn: dict[tuple[str, str], str] = {}

    def replace(match: re.Match) -> str:
        no, kind, notation, rest, name = match.groups()
        if kind == "mrz":
            return mrz.passport(
                source,
                drawn["bsn", name],
                drawn["document-number", name],
                born=drawn["date-of-birth", name],
            )
        if name.isupper():
            text = source.lookalike(name)
        else:
            value = drawn.get((kind, name)) if name else None
            if value is None:
                value = source.make(kind, "decoy" if no else notation[1:])
                drawn[kind, name] = value
            text = notations.write(kind, value, notation[1:])
        return f"{OPEN}{no}{kind}{notation}{rest}:{text}{CLOSE}"

    return PLACEHOLDER.sub(replace, marked)
