"""The headline model: the name that an article gives its own method, and the parts it consists of."""

from collections.abc import Sequence

from reader.digest.report import Report
from reader.model.digest import HeadlineModel, Term


def headline_model(report: Report, terms: Sequence[Term]) -> HeadlineModel | None:
    """The first full mention in the body, else in the headline; None when the text has no model."""
    return None
