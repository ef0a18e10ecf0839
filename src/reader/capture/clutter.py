"""Elements that stand around an article on almost every page, as tables with a reason each."""

import re
from typing import Any

from reader.capture.complexity import tame

_REMOVED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "textarea",
        "button",
        "template",
        "nav",
        "dialog",
    ]
)
"""They hold no text of an article. `form` stays: whole pages of some publishing systems stand in one."""

CLUTTER = (
    (
        "share buttons",
        r"(?:^|[\s_-])(?:b|bd|jia)?share(?:[\s_-]|$|bar|box|tool|cnt|btn|button|sdk)|share-?(?:to|box|list)|fenxiang|hxshare|ttp-interact",
    ),
    (
        "navigation",
        r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|sidebar|side-bar|aside|breadcrumbs?|crumbs?)(?:[\s_-]|$)",
    ),
    (
        "where one is",
        r"(?:^|[\s_-])(?:position|location|dqwz|mbx|weizhi)(?:[\s_-]|$)|current[_-]?(?:location|position)",
    ),
    (
        "related pages",
        r"related|relevant|recommend|xiangguan|(?:^|[\s_-])(?:hot|tuijian|guess|more-?news|read-?more|xgyd|xgxw)(?:[\s_-]|$)|newsletter|promo",
    ),
    (
        "comments",
        r"(?:^|[\s_-])(?:comments?|pinglun|cmt|disqus\w*|respond)(?:[\s_-]|$)|comment-?(?:list|box|area|form)",
    ),
    ("page footer", r"(?:^|[\s_-])(?:footer|foot|copyright|friend-?link|yqlj)(?:[\s_-]|$)"),
    ("advertising", r"(?:^|[\s_-])(?:ads?|advert\w*|guanggao|sponsor\w*)(?:[\s_-]|$)|google_ads|adsbygoogle"),
    ("QR codes", r"qr-?code|erweima|ewm(?:[\s_-]|$)|wechat|weixin"),
    ("size of letters, printing", r"font-?(?:size|change|ctrl)|(?:^|[\s_-])(?:print|dayin|zihao|toolbar)(?:[\s_-]|$)"),
    ("players", r"(?:^|[\s_-])(?:player|compent|video-?control\w*)(?:[\s_-]|$)|load-layer"),
    ("notices about cookies and mail", r"cookie|gdpr|subscri(?:be|ption)|sign-?up|paywall"),
    ("hidden", r"(?:^|[\s_])(?:hidden|hide|visually-hidden|sr-only|screen-reader-text|mobile_?only)(?:[\s_]|$)"),
)
"""Reason, and a pattern that is searched in the class and the id."""

_CLUTTER = re.compile("|".join(f"(?:{pattern})" for _, pattern in CLUTTER), re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
"""Not `visibility: hidden`: the articles of WeChat are hidden so until their script has run."""
_KEPT_SHARE = 0.3
"""Clutter never takes more than this part of the page's text away: a body in `div.print` is a body."""
_MAIN = frozenset(["body", "html", "main", "article"])


def unwrap_textareas(root: Any) -> None:
    """Some systems keep the article in a textarea until a script has run: such a one becomes its content."""
    from lxml import html as lxml_html

    for area in list(root.iter("textarea")):
        text = area.text or ""
        if "<p" in text and len(text) > 100 and area.getparent() is not None:
            parser = lxml_html.HTMLParser(encoding="utf-8")
            box = lxml_html.fragment_fromstring(tame(text).encode(), create_parent="div", parser=parser)
            box.tail = area.tail
            area.getparent().replace(area, box)


def remove_silent(root: Any) -> None:
    """Drop what is never text: scripts, styles, controls."""
    for element in list(root.iter(*_REMOVED)):
        _drop(element)


def remove_clutter(root: Any, weigh: Any) -> None:
    """Drop navigation, share buttons and their like; `weigh(element)` says how much running text an element holds."""
    whole = weigh(root) or 1
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _MAIN or element.getparent() is None:
            continue
        if is_clutter(element) and weigh(element) <= _KEPT_SHARE * whole:
            _drop(element)


def is_clutter(element: Any) -> bool:
    """Whether tag, class, id, role or style say that an element is no part of an article."""
    if element.tag == "footer" or element.get("role") in (
        "navigation",
        "complementary",
        "contentinfo",
        "search",
        "banner",
    ):
        return True
    style = element.get("style")
    if element.get("hidden") is not None or (style and _HIDDEN.search(style)):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _CLUTTER.search(names) is not None


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()
