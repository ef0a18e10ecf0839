"""Where a line stands on the page, and how much it therefore says about where the body is.

The body stands between the title and the first line that only follows articles (editors, related pages, disclaimers);
running text elsewhere (teasers of other articles, comments, legal notes) counts for little.
"""

from collections.abc import Sequence

from reader.capture.lines import Line
from reader.capture.trimming import is_attachment, repeats
from reader.text import bylines
from reader.text.furniture import (
    SURE,
    is_credit,
    is_head_credit,
    is_head_furniture,
    is_tail_furniture,
    tail_share,
)

_BEFORE, _AFTER = 0.3, 0.15
_SEEN = 40
"""Weight of running text after the title, from which on a tail line ends the body."""
_SEEN_BELOW_BYLINE = 4
"""The same below a byline, for lines that nobody writes inside an article: a notice may be one short sentence."""
_LEAD = 40
"""Weight of a paragraph that belongs to the body though it stands in a box of its own above it."""
_LEAD_LINES = 6
_NEAR = 40
"""Lines below a title among which its article begins."""


def speaking_weights(lines: Sequence[Line], page_title: str) -> list[float]:
    """For each line, how much running text it holds, lessened by its place."""
    title = _title_index(lines, page_title)
    weights: list[float] = []
    seen = 0.0
    ended = below_byline = False
    for index, line in enumerate(lines):
        weight = float(line.weight) if line.text else 0.0
        if weight and _is_around(line):
            weight = 0.0
        if index <= title:
            weight *= _BEFORE
        elif ended:
            weight *= _AFTER
        else:
            enough = _SEEN_BELOW_BYLINE if below_byline and tail_share(line.text) >= SURE else _SEEN
            ended = seen >= enough and line.image is None and is_tail_furniture(line.text)
            below_byline = below_byline or (line.image is None and bylines.is_byline(line.text))
            seen += weight
        weights.append(weight)
    return weights


def _is_around(line: Line) -> bool:
    text = line.text
    return is_head_furniture(text) or is_tail_furniture(text) or bylines.is_byline(text)


def _title_index(lines: Sequence[Line], page_title: str) -> int:
    """The line that repeats the page's title and has most text close below it; -1 without one.

    Breadcrumbs, share boxes and lists of neighbours repeat the title too.
    """
    best, most = -1, 0
    for index, line in enumerate(lines):
        is_near = 6 <= len(line.text) <= 120 and any(character in page_title for character in line.text[:3])
        if is_near and line.links < 0.9 and repeats(line.text, page_title):
            below = sum(each.weight for each in lines[index + 1 : index + 1 + _NEAR])
            if below >= most and below:
                best, most = index, below
    return best


def leading_lines(before: Sequence[Line], title: str) -> list[Line]:
    """Paragraphs between title and body that stand in another box: the lead of some news sites."""
    lead: list[Line] = []
    for line in reversed(before[-_LEAD_LINES:]):
        if line.image is not None:
            continue
        if (
            line.weight < _LEAD
            or line.links > 0.3
            or _is_around(line)
            or is_credit(line.text)
            or is_head_credit(line.text)
            or is_attachment(line)
        ):
            break
        if repeats(line.text, title):
            break
        lead.insert(0, line)
    return lead
