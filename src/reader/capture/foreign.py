"""Pages in other languages: our lines, trimmed to what trafilatura also takes for the article.

Our lines lose almost nothing (recall .999 on English pages) but keep captions, credits and teasers that the
tables, made for Chinese pages, do not know; trafilatura is careful there. Together they are better than either.
"""

import re
from collections.abc import Sequence

from reader.capture.complexity import is_laborious
from reader.capture.lines import Line
from reader.text.folding import squeeze

_AGREED = 0.4
"""Below this common part of the text trafilatura is taken to have missed the article."""
_PROSE = 80
"""Weight of a line that is kept between agreed ones though trafilatura left it out."""


def agreeing_lines(kept: Sequence[Line], markup: str) -> list[Line]:
    """From the first to the last line that trafilatura keeps too: those it keeps, images, and long prose."""
    theirs = _bare(_extract(markup))
    agreed = [bool(line.text) and _bare(line.text) in theirs for line in kept]
    whole = sum(len(line.text) for line in kept) or 1
    common = sum(len(line.text) for line, same in zip(kept, agreed, strict=True) if same)
    if common < _AGREED * whole:
        return list(kept)
    first, last = agreed.index(True), len(agreed) - 1 - agreed[::-1].index(True)
    return [
        line
        for index, line in enumerate(kept[: last + 1])
        if line.image is not None
        or (index >= first and (agreed[index] or (line.weight >= _PROSE and line.links < 0.3)))
    ]


def _extract(markup: str) -> str:
    if is_laborious(markup):
        return ""
    import trafilatura

    return trafilatura.extract(markup, favor_precision=True, include_comments=False) or ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", squeeze(text))
