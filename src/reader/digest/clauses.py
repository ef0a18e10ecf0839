"""The stretches of text around a place within which a figure finds what it counts: plain, bounded, either direction."""

import re

_AFTER = re.compile(r"(?:“[^“”\n]{1,30}”|\([^()\n]{1,8}\)|[^、,。;:!?…\t\n“”()\x00]){0,24}")
_BEFORE = re.compile(r"(?:”[^“”\n]{1,30}“|\)[^()\n]{1,8}\(|[^、,。;:!?…\t\n“”()]){0,40}")
_CLAUSE = re.compile(r"[^,。;:!?…\t\n]{0,80}")
"""The last two are read backwards."""


class Clauses:
    """Stretches of one text, folded (`text.shadow`); all offsets are code points into it."""

    def __init__(self, content: str) -> None:
        self._content, self._backwards, self._size = content, content[::-1], len(content)

    def after(self, place: int) -> tuple[int, int]:
        """From `place` to the next comma or 、, at most 24 characters, a quotation being one; without blanks before."""
        stretch = _AFTER.match(self._content, place)
        words = stretch[0] if stretch else ""
        return place + len(words) - len(words.lstrip()), place + len(words)

    def before(self, place: int) -> int:
        """Where the stretch begins that ends at `place`: after a comma or 、, at most 40 characters before."""
        return self._back(_BEFORE, place)

    def start(self, place: int) -> int:
        """Where the clause begins, 、 being part of it: at most 80 characters before `place`."""
        return self._back(_CLAUSE, place)

    def _back(self, stretch: re.Pattern[str], place: int) -> int:
        match = stretch.match(self._backwards, self._size - place)
        return place - len(match[0]) if match else place
