"""What a report says: its model and outline, figures, documents, terms, bodies, dates, chains and key passages.

Deterministic code over the text, without a network and without a language model.
"""

from reader.digest.corrections import Corrected, Placed, find, starting
from reader.digest.digest import RULES, corrected_article, digest_article, digest_text

__all__ = [
    "RULES",
    "Corrected",
    "Placed",
    "corrected_article",
    "digest_article",
    "digest_text",
    "find",
    "starting",
]
