"""What a report says: its model and outline, figures, documents, terms, bodies, dates, chains and key passages.

Deterministic code over the text, without a network and without a language model.
"""

from reader.digest.corrections import Corrected, apply, find
from reader.digest.digest import RULES, digest_article, digest_text

__all__ = ["RULES", "Corrected", "apply", "digest_article", "digest_text", "find"]
