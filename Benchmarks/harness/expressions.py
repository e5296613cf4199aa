"""The form of each kind, as the peers look for it: no check digits, labels or fields."""

EXPRESSIONS = {
    "bsn": r"\b[0-9]{9}\b",
    "iban": r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
    "big": r"\b[0-9]{11}\b",
    "agb": r"\b[0-9]{8}\b",
    "postcode": r"\b[1-9][0-9]{3} ?[A-Z]{2}\b",
    "email": r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b",
    "phone": r"(?:\+31|\b0031|\b0)[ -]?[1-9](?:[ -]?[0-9]){8}\b",
}
KINDS = tuple(EXPRESSIONS)


def extended() -> list[str]:
    """The same in the notation of `grep -E`."""
    return [expression.replace("(?:", "(") for expression in EXPRESSIONS.values()]
