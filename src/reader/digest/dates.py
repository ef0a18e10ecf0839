"""Dates with their normal forms, and the time line made of them."""

from reader.digest.report import Report
from reader.model.digest import Date


def dates(report: Report) -> list[Date]:
    """In text order."""
    return []
