"""Documents: every 《…》 and document number, with what was done with it."""

from reader.digest.report import Report
from reader.model.digest import Document


def documents(report: Report) -> list[Document]:
    """In text order."""
    return []
