"""Describing a place in a text, finding it again after the text has changed, and what has changed."""

from reader.anchoring.anchor import anchor, describe, fitting_places, occurrences
from reader.anchoring.differences import compare
from reader.anchoring.suggest import similarity, suggest
from reader.anchoring.transfer import Transfer

__all__ = ["Transfer", "anchor", "compare", "describe", "fitting_places", "occurrences", "similarity", "suggest"]
