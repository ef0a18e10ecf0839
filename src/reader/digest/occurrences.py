"""Where strings occur in a text: all of them in one pass."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from reader.model.blocks import Span


def occurrences(text: str, strings: Collection[str]) -> dict[str, list[Span]]:
    """The places of each string of two characters or more, in text order; a number is found only as a whole number.

    Linear in the text, however many strings there are: they are looked up by their first two characters, then by
    their lengths.
    """
    by_head: defaultdict[str, set[int]] = defaultdict(set)
    for string in strings:
        if len(string) > 1:
            by_head[string[:2]].add(len(string))
    found: dict[str, list[Span]] = {string: [] for string in strings}
    if not by_head:
        return found
    heads = re.compile(f"{_any_of(head[0] for head in by_head)}(?={_any_of(head[1] for head in by_head)})")
    for match in heads.finditer(text):
        start = match.start()
        for length in by_head.get(text[start : start + 2], ()):
            end = start + length
            places = found.get(text[start:end]) if end <= len(text) else None
            if places is not None and not _cuts_number(text, start, end):
                places.append(Span(start, end))
    return found


def _any_of(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(set(characters))))}]"


def _cuts_number(text: str, start: int, end: int) -> bool:
    """365 in 1365, 20条 in 120条."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (text[start].isdigit() and before.isdigit()) or (text[end - 1].isdigit() and after.isdigit())
