"""The element that holds the body: a known container of a publishing system, or the one most running text stands in."""

import re
from collections.abc import Sequence
from typing import Any

from reader.capture.lines import Line, ancestors

KNOWN = (
    (
        "TRS, the publishing system of most government sites",
        "class",
        r"(?:^|\s)(?:TRS_Editor|trs_editor_view|trs_paper_default|Custom_UnionStyle)(?:\s|$)",
    ),
    ("Unified content markup of government portals", "id", r"UCAP-CONTENT|zoom|zoomcon|ucapcontent"),
    (
        "Hanweb and other systems of provinces",
        "class",
        r"(?:^|\s)(?:view|bt_content|article_?con\w*|news_?con\w*|content_?article|xl_?con\w*|detail_?con\w*|wzcon|zw_?con\w*)(?:\s|$)",
    ),
    ("People's Daily network", "class", r"(?:^|\s)(?:rm_txt_con|box_con|show_text)(?:\s|$)"),
    ("Xinhua network", "id", r"detailContent|detail|p-detail"),
    (
        "WordPress and other blog systems",
        "class",
        r"(?:^|\s)(?:entry-content|post-content|article-content|article-body|post_body|post_text|story-body|rich_media_content)(?:\s|$)",
    ),
    ("Founder, the system of newspapers", "id", r"ozoom|founder-content"),
    ("schema.org", "itemprop", r"articleBody"),
)
"""Where it comes from, attribute, pattern of the whole value of an id or of a class in a list."""

_TAGS = frozenset({"ucapcontent", "founder-content"})
_PATTERNS = tuple(
    (name, re.compile(pattern if name == "class" else f"^(?:{pattern})$", re.I)) for _, name, pattern in KNOWN
)
_ENOUGH = 0.4
"""A known container counts when it holds this part of all running text."""
_DOMINANT = 0.85
"""The body is followed inwards as long as one child holds this part of its parent's running text."""


def find_body(root: Any, lines: Sequence[Line], line_weights: Sequence[float]) -> Any:
    """The element that holds the article; `line_weights` say how much running text each line holds."""
    weights = weigh_elements(lines, line_weights)
    whole = weights.get(root, 0)
    if not whole:
        return root
    known = _known(root, weights, whole)
    return _descend(root if known is None else known, weights)


def weigh_elements(lines: Sequence[Line], line_weights: Sequence[float]) -> dict[Any, float]:
    """Element → running text in it. A line counts for every element around it."""
    weights: dict[Any, float] = {}
    own: dict[Any, float] = {}
    for line, weight in zip(lines, line_weights, strict=True):
        own[line.element] = own.get(line.element, 0) + weight
    for element, weight in own.items():
        if weight:
            for around in ancestors(element):
                weights[around] = weights.get(around, 0) + weight
    return weights


def _known(root: Any, weights: dict[Any, float], whole: float) -> Any:
    """The outermost known container that holds enough; the descent goes further in."""
    for element in root.iter():
        if weights.get(element, 0) >= _ENOUGH * whole and is_known(element):
            return element
    return None


def is_known(element: Any) -> bool:
    """Whether an element is a known container."""
    if element.tag in _TAGS:
        return True
    return any(value and pattern.search(value) for name, pattern in _PATTERNS if (value := element.get(name)))


def _descend(element: Any, weights: dict[Any, float]) -> Any:
    """Inwards to the element whose text is shared out among several children, but never into a paragraph."""
    while True:
        heavy = max(element, key=lambda child: weights.get(child, 0), default=None)
        if heavy is None or heavy.tag in ("p", "li") or weights.get(heavy, 0) < _DOMINANT * weights.get(element, 0):
            return element
        element = heavy
