"""`reader add --feed`: the checklist of a feed or a column, and what is taken from it."""

import re
from collections.abc import Sequence
from typing import Any

from reader.cli.output import table
from reader.cli.run import Answer, Run
from reader.model.errors import NotFoundError
from reader.model.links import LinkEntry, LinkList

_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?")

Taken = str | tuple[tuple[int, int], ...]
"""What --take says: "new", "all", or ranges of numbers, both ends included."""


def taken(value: str) -> Taken:
    """The meaning of "new", "all" or "1,3-5"; ValueError for anything else."""
    if value in ("new", "all"):
        return value
    ranges = []
    for part in value.replace("，", ",").split(","):
        if not (match := _RANGE.fullmatch(part)):
            raise ValueError(value)
        ranges.append((int(match[1]), int(match[2] or match[1])))
    if not all(1 <= first <= last for first, last in ranges):
        raise ValueError(value)
    return tuple(ranges)


def checklist(run: Run, links: LinkList) -> Answer:
    """The numbered list, for people and as JSON."""
    if links.next_url:
        run.output.message(run.say("feed.next", url=links.next_url))
    if links.feed and links.feed != links.url:
        run.output.message(run.say("feed.announced", url=links.feed))
    return Answer([_row(*each) for each in enumerate(links.entries, 1)], lambda: _text(run, links))


def _row(number: int, entry: LinkEntry) -> dict[str, Any]:
    return {
        "number": number,
        "title": entry.title,
        "url": entry.url,
        "published": entry.published,
        "known": entry.article is not None,
    }


def _text(run: Run, links: LinkList) -> str:
    known = run.say("feed.known")
    rows = [
        (str(number), entry.published or "", known if entry.article else "", entry.title)
        for number, entry in enumerate(links.entries, 1)
    ]
    return f"{links.title or links.url}\n\n{table(rows, (0, 0, 0, 0))}"


def chosen(links: LinkList, take: Taken) -> Sequence[str]:
    """The addresses that are taken, in the order of the list; NotFoundError no_such_entry for a number beyond it."""
    entries = links.entries
    if isinstance(take, str):
        return [entry.url for entry in entries if take == "all" or entry.article is None]
    last = max(last for _, last in take)
    if last > len(entries):
        raise NotFoundError("no_such_entry", number=last, count=len(entries))
    numbers = {number for first, last in take for number in range(first, last + 1)}
    return [entries[number - 1].url for number in sorted(numbers)]
