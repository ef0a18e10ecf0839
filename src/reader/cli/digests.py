"""The verb `digest`: what a report says."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.output import Output
from reader.cli.run import Answer, Run

if TYPE_CHECKING:
    from reader.model.digest import Digest, Item

Row = dict[str, Any]

_ID = re.compile(r"[0-9a-f]{1,32}")
"""Anything else is a link or a file."""


def digest(run: Run) -> Answer:
    """The digest of an article of the library, or of a source that is not in it."""
    named: str = run.arguments.source
    if _ID.fullmatch(named) and not Path(named).exists():
        return _answer(run.session.digesting.digest(run.session.reading.resolve(named)))
    return _answer(run.session.digesting.digest_source(named))


def digest_of_file(arguments: argparse.Namespace, output: Output) -> Answer:
    """The digest of a plain text file; needs no library."""
    from reader.services.digesting import digest_file

    return _answer(digest_file(arguments.text))


def _answer(found: Digest) -> Answer:
    return Answer(digest_row(found))


def digest_row(digest: Digest) -> Row:
    """The JSON of a digest; spans are [start, end], and an item says which field it stands in when not in the body."""
    about = asdict(digest.meta)
    about["boilerplate"] = _spans(digest.meta.boilerplate)
    return {
        "version": 1,
        "meta": about,
        "model": digest.model and {**_item(digest.model), "parts": _items(digest.model.parts)},
        "outline": _items(digest.outline),
        "figures": _items(digest.figures),
        "documents": _items(digest.documents),
        "terms": _items(digest.terms),
        "orgs": _items(digest.orgs),
        "dates": _items(digest.dates),
        "chains": _items(digest.chains),
        "key": _items(digest.key),
        "hints": [asdict(hint) for hint in digest.hints],
    }


def _items(items: Iterable[Item]) -> list[Row]:
    return [_item(item) for item in items]


def _item(item: Item) -> Row:
    row = asdict(item)
    if row["field"] == "body":
        del row["field"]
    if "places" in row:
        row["places"] = _spans(row["places"])
    return row


def _spans(spans: Iterable[Iterable[int]]) -> list[list[int]]:
    return [list(span) for span in spans]
