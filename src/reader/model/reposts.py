"""Reposts: where else a text stands, and the chain from a site to its source and the original."""

from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Resembling


class Role(StrEnum):
    """The places of a reprint chain, in its order; the values are part of the command line."""

    SITE = "site"
    """The site it was saved from."""
    SOURCE = "source"
    """来源: who published it first, as the page says."""
    ORIGINAL = "original"
    """原文链接: where the page says the original stands."""


@dataclass(frozen=True, slots=True)
class Link:
    """One place of a reprint chain."""

    role: Role
    name: str
    """Of a source as the page writes it; else the host."""
    url: str | None = None
    article: str | None = None
    """Id of the article of the library that is this place."""
    published: str | None = None
    """When it was published there, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Reposts:
    """All that is known of where else a text stands."""

    article: str
    """Id of the article that was asked about."""
    chain: tuple[Link, ...] = ()
    resembling: tuple[Resembling, ...] = ()
