"""Documents made by template and variation, seeded by the name of each case."""

from ..document import Document
from . import exchange, flowing, letters, logs, negatives, records, structured, tables
from .draft import Writer


def documents() -> list[Document]:
    """Every document of every template, in the order of the modules."""
    made = []
    for module in (letters, flowing, records, tables, structured, exchange, logs, negatives):
        for area, name, template, count in module.TEMPLATES:
            for index in range(count):
                case = f"{name}-{index + 1:02d}"
                draft = template(Writer(f"{area}/{case}"), index)
                made.append(Document(area, case, draft.extension, draft.marked,
                                     "Made by template: " + draft.origin, draft.encoding,
                                     draft.newline))
    return made
