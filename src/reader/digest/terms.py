"""Coined terms and slogans: what stands in quotation marks and names something, and patterns like 1+1+N."""

from collections.abc import Sequence

from reader.digest.report import Report
from reader.model.digest import Chain, Term


def terms(report: Report, chains: Sequence[Chain]) -> list[Term]:
    """In text order."""
    return []
