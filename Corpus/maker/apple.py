"""A list of clients in a workbook of Numbers, by numbers-parser."""

import warnings
from datetime import datetime

from numbers_parser import Document as Workbook

from .plants import Document, Documents

SHEET, TABLE = "Cliënten", "Lijst"


def clients(document: Document, people) -> None:
    """Numbers, a day and texts below their headers; a BSN that lost its zero as a number."""
    part = f"{SHEET} » {TABLE}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = Workbook(sheet_name=SHEET, table_name=TABLE, num_rows=len(people) + 1, num_cols=6)
        table = book.sheets[0].tables[0]
        for column, name in enumerate(
            ("Naam", "BSN", "Geboortedatum", "Rekeningnummer", "E-mail", "Postcode")
        ):
            table.write(0, column, name)
        for row, person in enumerate(people, start=1):
            document.plant(part, "bsn", person.bsn, "high")
            document.plant(part, "date-of-birth", person.born, "high")
            document.plant(part, "iban", person.iban, "high")
            document.plant(part, "email", person.email, "high")
            code = person.postcode.replace(" ", "")
            document.plant(part, "postcode", f"{code[:4]} {code[4:]}", "high")
            values = (person.full, int(person.bsn), datetime.fromisoformat(person.born),
                      person.iban, person.email, person.postcode)
            for column, value in enumerate(values):
                table.write(row, column, value)
        book.save(document.path)


def make(documents: Documents) -> None:
    clients(documents.new("numbers/clienten.numbers"), documents.people[:6])
