"""What a report says: its model and outline, figures, documents, terms, bodies, dates, chains and key passages.

Deterministic code over the text, without a network and without a language model.
"""

from reader.digest.digest import digest_article, digest_text

__all__ = ["digest_article", "digest_text"]
