"""Figures: every number that counts or measures something, with its unit and with what is counted."""

from collections.abc import Sequence

from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import Figure


def figures(report: Report, blocked: Sequence[Span]) -> list[Figure]:
    """In text order; numbers within `blocked` (dates, documents, terms, chains, markers) are none."""
    return []
