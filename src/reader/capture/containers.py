"""The element that holds the body: a known container of a publishing system, or the one most running text stands in."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.capture.lines import Line, ancestors

_SURE, _LIKELY = 0.12, 0.4
"""A known container counts when it holds this part of all running text: names that mean nothing but "the body", and
names that some sites use for other boxes too."""


class Known(NamedTuple):
    """A container: where it comes from, its attribute, a pattern for the whole id or one class, and its share."""

    reason: str
    attribute: str
    pattern: str
    share: float


KNOWN = (
    Known(
        "TRS, the system of most government sites",
        "class",
        "TRS_Editor|trs_editor_view|trs_paper_default|TRS_UEDITOR|trs_web",
        _SURE,
    ),
    Known("TRS with a style of the house", "class", "Custom_UnionStyle", _SURE),
    Known("content markup of government portals", "id", "UCAP-CONTENT|ucapcontent|zoomcon", _SURE),
    Known("its older form", "id", "zoom|Zoom|fontzoom|ozoom", _LIKELY),
    Known("Founder, the system of newspapers", "id", "ozoom|founder-content", _SURE),
    Known("Hanweb and other systems of provinces", "class", r"bt_content|xl_?con\w*|wzcon|zw_?con\w*", _LIKELY),
    Known(
        "names of many systems", "class", r"view|article_?con\w*|news_?con\w*|content_?article|detail_?con\w*", _LIKELY
    ),
    Known(
        "names of many systems",
        "id",
        r"article_?con\w*|news_?con\w*|content_?article|detail_?con\w*|js_content",
        _LIKELY,
    ),
    Known("VSB and Webplus, the systems of universities", "class", "v_news_content|wp_articlecontent|wp_entry", _SURE),
    Known("VSB", "id", r"vsb_content\w*", _SURE),
    Known(
        "names of many government systems",
        "class",
        r"pages_content|content_text|text_content|txt_?con\w*|con_?te?xt|cont_txt|zhengwen|zwxl-article|info_?content|neirong",
        _LIKELY,
    ),
    Known("People's Daily network", "class", "rm_txt_con|box_con|show_text|text_con?", _SURE),
    Known("People's Daily network", "id", "rwb_zw", _SURE),
    Known("China News Service", "class", "left_zw", _SURE),
    Known("Guangming network", "class", "u-mainText", _SURE),
    Known("China Central Television", "class", "content_area|cnt_bd", _LIKELY),
    Known("China Economic Net and others", "id", "articleText|content_area|docContent|ContentBody|mainCon", _LIKELY),
    Known("Sina, Sohu, NetEase, Tencent", "id", "artibody|mp-editor|endText|Cnt-Main-Article-QQ", _LIKELY),
    Known("Sina, Sohu, NetEase, Tencent", "class", "post_body|content-article|artical-content", _LIKELY),
    Known("newspapers", "class", r"articleText|article-text|article_txt|news_te?xt|m-txt|newsCont\w*", _LIKELY),
    Known("Xinhua network", "id", "detailContent|p-detail", _SURE),
    Known("Xinhua network", "id", "detail", _LIKELY),
    Known(
        "blog systems", "class", "entry-content|post-content|article-content|article-body|post_body|post_text", _LIKELY
    ),
    Known("news sites and WeChat", "class", "story-body|rich_media_content", _LIKELY),
    Known("schema.org", "itemprop", "articleBody", _LIKELY),
)

_TAGS = frozenset({"ucapcontent", "founder-content"})
_PATTERNS = tuple(
    (each.attribute, re.compile(rf"(?:^|\s)(?:{each.pattern})(?:\s|$)", re.I), each.share) for each in KNOWN
)
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
    """The known container that holds most text; of nested ones the outermost, since the descent goes further in."""
    held = [(weight, element) for element in root.iter() if (weight := weights.get(element, 0)) >= _SURE * whole]
    enough = [weight for weight, element in held if weight >= known_share(element) * whole]
    return next(
        (
            element
            for weight, element in held
            if enough and weight == max(enough) and weight >= known_share(element) * whole
        ),
        None,
    )


def known_share(element: Any) -> float:
    """The share of all running text from which on an element counts as a known container; above 1 when it is none."""
    if element.tag in _TAGS:
        return _SURE
    shares = (share for name, pattern, share in _PATTERNS if (value := element.get(name)) and pattern.search(value))
    return min(shares, default=2.0)


def _descend(element: Any, weights: dict[Any, float]) -> Any:
    """Inwards to the element whose text is shared out among several children, but never into a paragraph."""
    while True:
        heavy = max(element, key=lambda child: weights.get(child, 0), default=None)
        if heavy is None or heavy.tag in ("p", "li") or weights.get(heavy, 0) < _DOMINANT * weights.get(element, 0):
            return element
        element = heavy
