"""The article with annotations of every sort."""

from tests.exchanged import article as article
