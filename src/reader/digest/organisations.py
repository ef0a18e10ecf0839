"""Organisations: clear, named bodies."""

from reader.digest.report import Report
from reader.model.digest import Organisation


def organisations(report: Report) -> list[Organisation]:
    """In text order."""
    return []
