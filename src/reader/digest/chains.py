"""Chains: A——B——C, bodies or steps in their order."""

from reader.digest.report import Report
from reader.model.digest import Chain


def chains(report: Report) -> list[Chain]:
    """In text order."""
    return []
