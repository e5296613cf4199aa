"""The words, digit runs and e-mail addresses of a text, which any two tools can be compared by."""

import re
import unicodedata

KINDS = {
    "words": re.compile(r"[^\W\d_]{4,}"),
    "digits": re.compile(r"\d+"),
    "emails": re.compile(r"(?<![a-z0-9._%+\-])[a-z0-9._%+\-]{1,64}@[a-z0-9.\-]{1,255}\.[a-z]{2,}"),
}

Tokens = dict[str, set[str]]


def folded(text: str) -> str:
    """The text without soft hyphens, ligatures and capitals."""
    return unicodedata.normalize("NFKC", text.replace("\u00ad", "")).lower()


def tokens(text: str) -> Tokens:
    text = folded(text)
    return {kind: set(pattern.findall(text)) for kind, pattern in KINDS.items()}


def union(several: list[Tokens]) -> Tokens:
    return {kind: set().union(*(one[kind] for one in several)) for kind in KINDS}


def agreed(several: list[Tokens]) -> Tokens:
    """What two of them hold at least; of a single one all."""
    need = min(2, len(several))
    result: Tokens = {}
    for kind in KINDS:
        every = set().union(*(one[kind] for one in several))
        result[kind] = {t for t in every if sum(t in one[kind] for one in several) >= need}
    return result
