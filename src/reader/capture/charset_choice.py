"""How a page would begin in each charset a reader can choose."""

import re
from typing import Any

from reader.capture.charset import OFFERED

_SAMPLE = 65_536
"""Bytes looked at; portals put scripts before the first word."""
_LONGEST = 40
_TITLE = re.compile(r"<title[^>]*>\s*([^<]+)", re.I)
_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.I | re.S)


def charset_choices(data: bytes, present: str) -> list[dict[str, Any]]:
    """[{"encoding", "name", "line", "damaged"}] in the order of `OFFERED`; `damaged` when characters are missing.

    `present` is the codec in use: it is among them even if it is not offered otherwise.
    """
    offered = list(OFFERED)
    if not any(present == codec for codec, _ in OFFERED):
        offered.insert(0, (present, present.upper()))
    return [
        {"encoding": codec, "name": name, "line": line, "damaged": damaged}
        for codec, name in offered
        for line, damaged in [_first_line(data[:_SAMPLE], codec)]
    ]


def _first_line(data: bytes, codec: str) -> tuple[str, bool]:
    """The first words that are not plain ASCII, which is alike in every charset; else the first words."""
    text = data.decode(codec, "replace")
    title = _TITLE.search(text)
    lines = [title[1]] if title else []
    lines += _MARKUP.sub("\n", text).split("\n")
    shown = [" ".join(line.split()) for line in lines if line.strip()]
    best = next((line for line in shown if not line.isascii()), shown[0] if shown else "")
    # The last character of a sample may be cut.
    return best[:_LONGEST], "\ufffd" in text[:-2]
