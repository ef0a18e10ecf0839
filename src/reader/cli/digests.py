"""The verb `digest`: what a report says."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.output import Output
from reader.cli.run import Answer, Run, standard_input

if TYPE_CHECKING:
    from reader.model.digest import Digest, Item
    from reader.services.digesting import Digested

Row = dict[str, Any]

STANDARD_INPUT = "-"

_ID = re.compile(r"[0-9a-f]{1,32}", re.IGNORECASE)
"""Anything else is a link or a file."""


def names_article(asked: argparse.Namespace) -> bool:
    """Whether an article of the library is meant, and not a link, a file or a text."""
    return bool(asked.text is None and asked.source and _ID.fullmatch(asked.source) and not Path(asked.source).exists())


def digest(run: Run) -> Answer:
    """The digest of an article of the library."""
    article = run.session.reading.resolve(run.arguments.source)
    return _answer(run.session.digesting.digested(article, run.arguments.version), run.arguments, run.output)


def digest_alone(arguments: argparse.Namespace, output: Output) -> Answer:
    """The digest of a plain text file, or of a link or file as adding it would make an article; needs no library."""
    from reader.services.digesting import digested_bytes, digested_file, digested_source

    named: str = arguments.source if arguments.text is None else arguments.text
    data = standard_input() if named == STANDARD_INPUT else None
    if arguments.text is None:
        return _answer(digested_source(named, data), arguments, output)
    return _answer(digested_file(named) if data is None else digested_bytes(data, named), arguments, output)


def _answer(found: Digested, asked: argparse.Namespace, output: Output) -> Answer:
    if asked.ledger is not None:
        return _write_ledger(found, Path(asked.ledger).expanduser(), output)

    def text() -> str:
        from reader.cli.digest_text import digest_text

        return digest_text(found.digest, found.text, output.say)

    return Answer(digest_row(found.digest) if output.is_json else None, text)


def _write_ledger(found: Digested, path: Path, output: Output) -> Answer:
    """The figures as a file for spreadsheets, in the format its name ends in."""
    from reader.services.ledger import hint_sentence, ledger_rows, write_ledger
    from reader.text.passages import Passages

    digest, say = found.digest, output.say
    rows = ledger_rows(digest, digest.meta.title, found.text, Passages(found.text))
    hints = [hint_sentence(hint, digest.figures, say) for hint in digest.hints if hint.figures]
    write_ledger(rows, hints, path, say, digest.meta.title)
    value = {"path": str(path), "figures": len(rows)}
    return Answer(value, say("cli.done.ledger", path=path, count=len(rows)))


def digest_row(digest: Digest) -> Row:
    """The JSON of a digest; spans are [start, end], and an item says which field it stands in when not in the body,
    and that it is corrected when it is."""
    about = asdict(digest.meta)
    about["boilerplate"] = _spans(digest.meta.boilerplate)
    return {
        "version": 1,
        "meta": about,
        "model": digest.model and {**item_row(digest.model), "parts": _items(digest.model.parts)},
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
    return [item_row(item) for item in items]


def item_row(item: Item) -> Row:
    """The JSON of an item."""
    row = asdict(item)
    if row["field"] == "body":
        del row["field"]
    if not row["corrected"]:
        del row["corrected"]
    if "places" in row:
        row["places"] = _spans(row["places"])
    return row


def _spans(spans: Iterable[Iterable[int]]) -> list[list[int]]:
    return [list(span) for span in spans]
