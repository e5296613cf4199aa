"""Data of surveys in the files of SPSS, by pyreadstat."""

from datetime import date

import pandas
import pyreadstat

from .plants import Document, Documents


def survey(document: Document, people, **packing) -> None:
    """Numbers, days and texts under the labels of their variables; a long answer, notes, codes."""
    answers = []
    for person in people:
        mail = document.plant("", "email", person.email)
        answers.append("Het ging goed. " * 20 + f"Mail mij op {mail}")
        # As a number it loses its zero.
        document.plant("", "bsn", person.bsn, "high")
        document.plant("", "date-of-birth", person.born, "high")
        document.plant("", "iban", person.iban, "high")
    note = document.plant("properties", "bsn", people[0].bsn, "high")
    data = pandas.DataFrame({
        "V1": [float(person.bsn) for person in people],
        "V2": [date.fromisoformat(person.born) for person in people],
        "V3": [person.iban for person in people],
        "V4": [1.0, 2.0] * (len(people) // 2),
        "V5": answers,
    })
    pyreadstat.write_sav(
        data, document.path, file_label="Gezondheidsmonitor",
        column_labels={"V1": "Burgerservicenummer", "V2": "Geboortedatum", "V3": "Rekeningnummer",
                       "V4": "Geslacht", "V5": "Wat wilt u nog kwijt?"},
        variable_value_labels={"V4": {1.0: "Man", 2.0: "Vrouw"}},
        note=[f"Test ingevuld met BSN: {note}"], **packing)


def make(documents: Documents) -> None:
    people = documents.people
    survey(documents.new("sav/monitor.sav"), people[:4])
    survey(documents.new("sav/ingepakt.sav"), people[4:8], row_compress=True)
    survey(documents.new("zsav/monitor.zsav"), people[8:12], compress=True)
