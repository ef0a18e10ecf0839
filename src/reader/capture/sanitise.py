"""The security boundary for HTML: a strict allow-list of elements, attributes and addresses, by nh3."""

import re

BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "hr",
        "section",
        "article",
    ]
)
INLINE_TAGS = frozenset(
    ["a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "br", "img", "span", "ruby", "rt", "rp", "code"]
)
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
SCHEMES = frozenset({"http", "https", "mailto"})
_CONTENT_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "title",
        "textarea",
        "select",
        "option",
        "button",
        "object",
        "embed",
        "svg",
        "math",
        "iframe",
        "audio",
        "video",
        "canvas",
        "head",
    ]
)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\\]", re.IGNORECASE)
_IMAGE = re.compile(r"lib:[0-9a-zA-Z-]+")
_SPAN_LIMIT = 100


def sanitise(html: str) -> str:
    """`html` reduced to the allow-list. Links keep http, https and mailto; image addresses must be `lib:…`.

    Relative addresses have to be made absolute before; what is none of these loses the attribute, not its text.
    """
    import nh3

    cleaned: str = nh3.clean(
        html.encode("utf-8", "ignore").decode(),
        tags=set(BLOCK_TAGS | INLINE_TAGS),
        clean_content_tags=set(_CONTENT_DROPPED),
        attributes=ATTRIBUTES,
        attribute_filter=_keep,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(SCHEMES | {"lib"}),
    )
    return cleaned


def is_link(address: str) -> bool:
    """Whether a link may lead there."""
    return _LINK.match(address) is not None


def _keep(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if is_link(value) else None
    if attribute == "src":
        return value if _IMAGE.fullmatch(value) else None
    if attribute in ("colspan", "rowspan", "start"):
        return value if value.isdecimal() and value.isascii() and 0 < int(value[:6]) <= _SPAN_LIMIT else None
    return value[:1000]
