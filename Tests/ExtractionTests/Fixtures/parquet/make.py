"""Writes the files beside it, with pyarrow 26: python make.py"""

import datetime
import decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
COUNT = 30

people = pa.table(
    {
        "Naam": [f"Wietske Vliet {number}" for number in range(COUNT)],
        "BSN": pa.array([999990019 + 11 * number for number in range(COUNT)], pa.int32()),
        "Geboortedatum": [
            None if number % 7 == 3 else datetime.date(1980, 1, 1 + number)
            for number in range(COUNT)
        ],
        "Gewijzigd": pa.array(
            [datetime.datetime(2024, 5, 1 + number, 12) for number in range(COUNT)],
            pa.timestamp("us"),
        ),
        "Bedrag": [decimal.Decimal(number * 100 - 250) / 100 for number in range(COUNT)],
        "Actief": [number % 3 == 0 for number in range(COUNT)],
        "Score": [number / 4 for number in range(COUNT)],
    }
)
plain = {"use_dictionary": False}
WAYS = {
    "snappy": {"compression": "snappy"},
    "gzip": {"compression": "gzip", **plain},
    "zstd": {"compression": "zstd", "data_page_version": "2.0"},
    "lz4": {"compression": "lz4", **plain},
    "plain": {"compression": "none", **plain},
    "delta": {
        "compression": "none",
        "data_page_version": "2.0",
        "column_encoding": {
            "Naam": "DELTA_BYTE_ARRAY",
            "BSN": "DELTA_BINARY_PACKED",
            "Geboortedatum": "DELTA_BINARY_PACKED",
            "Gewijzigd": "DELTA_BINARY_PACKED",
            "Actief": "RLE",
            "Score": "BYTE_STREAM_SPLIT",
        },
        **plain,
    },
    "lengths": {
        "compression": "snappy",
        "column_encoding": {"Naam": "DELTA_LENGTH_BYTE_ARRAY"},
        **plain,
    },
    "groups": {"compression": "snappy", "row_group_size": 7},
}
for name, options in WAYS.items():
    pq.write_table(people, HERE / f"{name}.parquet", **options)

nested = pa.table(
    {
        "klant": [
            {"naam": "Wietske Vliet", "mail": ["w.vliet@voorbeeld.nl", "vliet@werk.nl"]},
            {"naam": "Sanne Smit", "mail": []},
            {"naam": None, "mail": ["s.smit@voorbeeld.nl"]},
        ],
        "brief": [
            rb"{\rtf1\ansi BSN 999990019, dat is van {\b mevrouw} W. Vliet te Goes.\par}",
            None,
            bytes(range(32)) * 4,
        ],
    }
)
pq.write_table(nested, HERE / "nested.parquet")
with_note = people.slice(0, 1).replace_schema_metadata({"opmerking": "Bron: Jan Jansen"})
pq.write_table(with_note, HERE / "note.parquet")
