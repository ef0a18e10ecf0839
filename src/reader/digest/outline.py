"""The outline: every label the author uses to divide the text, with its level."""

from reader.digest.report import Report
from reader.model.digest import OutlineNode


def outline(report: Report) -> list[OutlineNode]:
    """In text order."""
    return []
