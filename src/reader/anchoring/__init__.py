"""Describing a place in a text, and finding it again after the text has changed."""
