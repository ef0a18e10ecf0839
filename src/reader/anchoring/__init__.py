"""Describing a place in a text, and finding it again after the text has changed."""

from reader.anchoring.anchor import Transfer, anchor, describe, fitting_places, occurrences

__all__ = ["Transfer", "anchor", "describe", "fitting_places", "occurrences"]
