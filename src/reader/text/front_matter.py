"""YAML front matter: what a Markdown note says about itself above its text, between two lines of ---."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.bylines import find_date


class FrontMatter(NamedTuple):
    """`lines` so many lines belong to it; the rest as printed, None for "not said"."""

    lines: int
    title: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    original_url: str | None = None


_FENCE = re.compile(r"-{3,}")
_END = re.compile(r"-{3,}|\.{3}")
_FIELD = re.compile(r"([A-Za-z_][\w .-]{0,40}|[一-鿿]{1,10})\s*(?::(?:\s+|$)|：\s*)(.*)$")
_REST = re.compile(r"[-#\[\]{}\"']|\s")
"""How a line begins that goes on with the value before it: a list, a comment, an indented text."""
_LONGEST = 80
"""Lines; a rule of dashes that has no fellow so soon is a rule."""
_NAMES = {
    "title": ("title", "标题"),
    "published": ("published", "publish_date", "pubdate", "date", "发布时间", "发布日期", "日期"),
    "source": ("source_name", "publisher", "site", "source", "来源"),
    "author": ("author", "作者"),
    "original_url": ("original_url", "source_url", "url", "link", "原文链接", "链接"),
}
"""Which fields say what, the surest name first."""
_ADDRESS = re.compile(r"https?://\S+")


def read_front_matter(lines: Sequence[str]) -> FrontMatter | None:
    """What stands at the head of a text given by its lines without blanks around them; None when nothing does."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return None
    fields: dict[str, str] = {}
    for place, line in enumerate(lines[1:_LONGEST], 1):
        if _END.fullmatch(line):
            return _understood(fields, place + 1) if fields else None
        if field := _FIELD.match(line):
            fields.setdefault(field[1].strip().casefold(), field[2].strip().strip("\"'"))
        elif not _REST.match(line):
            return None
    return None


def _understood(fields: dict[str, str], lines: int) -> FrontMatter:
    said = {key: [value for name in names if (value := fields.get(name))] for key, names in _NAMES.items()}
    addresses = [value for value in said["original_url"] + said["source"] if _ADDRESS.fullmatch(value)]
    return FrontMatter(
        lines,
        title=_first(said["title"]),
        published=_first([date for value in said["published"] if (date := find_date(value))]),
        source=_first([value for value in said["source"] if not _ADDRESS.fullmatch(value)]),
        author=_first(said["author"]),
        original_url=_first(addresses),
    )


def _first(values: Sequence[str]) -> str | None:
    return values[0] if values else None
