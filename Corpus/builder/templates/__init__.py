"""Documents made by template and variation, seeded by the name of each case."""

from ..document import Document
from . import (
    correspondence,
    exchange,
    flowing,
    letters,
    logs,
    negatives,
    pages,
    records,
    structured,
    tables,
)
from .draft import Writer

MODULES = (
    letters,
    correspondence,
    flowing,
    records,
    tables,
    structured,
    pages,
    exchange,
    logs,
    negatives,
)


def documents() -> list[Document]:
    """Every document of every template, in the order of the modules."""
    made = []
    for module in MODULES:
        for area, name, template, count in module.TEMPLATES:
            for index in range(count):
                case = f"{name}-{index + 1:02d}"
                draft = template(Writer(f"{area}/{case}"), index)
                origin = "Made by template: " + draft.origin
                made.append(
                    Document(
                        area,
                        case,
                        draft.extension,
                        draft.marked,
                        origin,
                        draft.encoding,
                        draft.newline,
                    )
                )
    return made
