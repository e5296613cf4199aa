"""Dates as spreadsheets count them."""

import datetime

EPOCH = datetime.date(1899, 12, 30)


def serial(text: str) -> int | None:
    for form in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return (datetime.datetime.strptime(text, form).date() - EPOCH).days
        except ValueError:
            pass
    return None
