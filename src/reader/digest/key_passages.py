"""Key passages: the five sentences that say what the model is, its parts, what is new in it, and what came of it."""

from reader.digest.report import Report
from reader.model.digest import Digest, KeyPassage


def key_passages(report: Report, digest: Digest) -> list[KeyPassage]:
    """In text order, at most five; `digest` has every other layer."""
    return []
