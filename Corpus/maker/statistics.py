"""Data of surveys in the files of SPSS, Stata, SAS, R and Parquet, by pyreadstat, R and pyarrow."""

import subprocess
from datetime import date

import pandas
import pyarrow
import pyarrow.parquet
import pyreadstat

from .plants import Document, Documents

# What R compresses is a gzip without a name in it.
UNNAMED = "(no name)"
LABELS = {"V1": "Burgerservicenummer", "V2": "Geboortedatum", "V3": "Rekeningnummer",
          "V4": "Geslacht", "V5": "Wat wilt u nog kwijt?"}


def answers(document: Document, people, part: str = "") -> pandas.DataFrame:
    """Numbers, days, texts and codes; a long answer."""
    stories = []
    for person in people:
        mail = document.plant(part, "email", person.email)
        stories.append("Het ging goed. " * 9 + f"Mail mij op {mail}")
        # As a number it loses its zero.
        document.plant(part, "bsn", person.bsn, "high")
        document.plant(part, "date-of-birth", person.born, "high")
        document.plant(part, "iban", person.iban, "high")
    return pandas.DataFrame({
        "V1": [float(person.bsn) for person in people],
        "V2": [date.fromisoformat(person.born) for person in people],
        "V3": [person.iban for person in people],
        "V4": [1.0, 2.0] * (len(people) // 2),
        "V5": stories,
    })


def spss(document: Document, people, **packing) -> None:
    """Under the labels of their variables, with notes and what codes stand for."""
    data = answers(document, people)
    note = document.plant("properties", "bsn", people[0].bsn, "high")
    pyreadstat.write_sav(
        data, document.path, file_label="Gezondheidsmonitor",
        column_labels=LABELS, variable_value_labels={"V4": {1.0: "Man", 2.0: "Vrouw"}},
        note=[f"Test ingevuld met BSN: {note}"], **packing)


def stata(document: Document, people, version: int) -> None:
    """With a title that names somebody; `version` is that of the program."""
    data = answers(document, people)
    title = document.plant("properties", "bsn", people[0].bsn, "high")
    pyreadstat.write_dta(
        data, document.path, file_label=f"Monitor, test met BSN: {title}",
        column_labels=LABELS, version=version,
        variable_value_labels={"V4": {1: "Man", 2: "Vrouw"}})


def transport(document: Document, people, version: int) -> None:
    """A table in the file in which SAS hands data on; `version` is that of its layout."""
    pyreadstat.write_xport(
        answers(document, people, "MONITOR"), document.path, table_name="MONITOR",
        column_labels=LABELS, file_format_version=version)


def parquet(document: Document, people, **packing) -> None:
    """As it lies in a lake of data, with a note; `packing` is what pyarrow takes."""
    data = answers(document, people).rename(columns=LABELS)
    data[LABELS["V1"]] = data[LABELS["V1"]].astype("int64")
    note = document.plant("properties", "bsn", people[0].bsn, "high")
    table = pyarrow.Table.from_pandas(data, preserve_index=False)
    pyarrow.parquet.write_table(
        table.replace_schema_metadata({"opmerking": f"Test met BSN: {note}"}), document.path,
        **packing)


def by_r(document: Document, data: pandas.DataFrame, call: str) -> None:
    """Has R write the data, as `d`, to the path `p`."""
    columns = []
    for name, label in LABELS.items():
        cells = ", ".join(f'"{cell}"' if isinstance(cell, (str, date)) else f"{cell:.0f}"
                          for cell in data[name])
        values = f"as.Date(c({cells}))" if name == "V2" else f"c({cells})"
        columns.append(f'd${name} <- structure({values}, label = "{label}")')
    script = [f"d <- data.frame(row.names = seq_len({len(data)}))", *columns,
              f'p <- "{document.path}"', call]
    subprocess.run(["Rscript", "-e", "; ".join(script)], check=True)


def make(documents: Documents) -> None:
    people = documents.people
    spss(documents.new("sav/monitor.sav"), people[:4])
    spss(documents.new("sav/ingepakt.sav"), people[4:8], row_compress=True)
    spss(documents.new("zsav/monitor.zsav"), people[8:12], compress=True)
    stata(documents.new("dta/monitor.dta"), people[:4], 15)
    stata(documents.new("dta/ouder.dta"), people[4:8], 12)
    transport(documents.new("xpt/monitor.xpt"), people[8:12], 8)
    transport(documents.new("xpt/ouder.xpt"), people[:4], 5)
    sas = documents.new("sas7bdat/monitor.sas7bdat")
    by_r(sas, answers(sas, people[4:8]), "haven::write_sas(d, p)")
    table = documents.new("rds/monitor.rds")
    by_r(table, answers(table, people[8:12], UNNAMED), "saveRDS(d, p)")
    space = documents.new("rdata/monitor.RData")
    by_r(space, answers(space, people[:4], f"{UNNAMED} » monitor"),
         "monitor <- d; save(monitor, file = p)")
    parquet(documents.new("parquet/monitor.parquet"), people[4:8])
    parquet(documents.new("parquet/ingepakt.parquet"), people[8:12], compression="zstd",
            data_page_version="2.0", use_dictionary=False,
            column_encoding={LABELS["V1"]: "DELTA_BINARY_PACKED", LABELS["V3"]: "DELTA_BYTE_ARRAY",
                             LABELS["V5"]: "DELTA_LENGTH_BYTE_ARRAY"})
