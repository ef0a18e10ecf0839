"""Where an article goes on: the next page of the same article, or the page that holds all of it.

Both are found in the page as it came, because extraction removes pagers first. A link counts when it stands at the end
of the body and its address is that of this page but for the number: so neither the next article (下一篇, on some
portals 下一页 too) nor the pages of comments, lists and galleries are taken for the rest of a report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from reader.capture.lines import HEADINGS, Line, ancestors, read_lines
from reader.capture.lists.paging import (
    NEXT_LABEL,
    NUMBER_LABEL,
    PAGER,
    WHOLE_LABEL,
    absolute,
    first_address,
    follows,
    is_whole,
    key_of,
    scripted_next,
)
from reader.capture.page import parse_markup
from reader.text.folding import one_line

_HINTS = ("下一页", "下页", "后一页", "下一頁", "后页", "全文", "单页", 'rel="next"', "ext page", "ext Page")
_SECOND = re.compile(r">[\s\[【(（第]{0,9}[2-9][\s\]】)）页]{0,9}<")
_HREF = re.compile(r"href=[\"']?([^\"'\s<>]{1,500})")
_PAGED = re.compile(r"(?:^|[_\-(/=])(?:\d{1,2}(?!\d)|all|full|whole|single|quanwen|true)", re.IGNORECASE)
"""A page without such words or without an address that goes on from its own is spared a second parsing."""
_SHORTEST = 150
"""Characters of running text on a page that is split for its length; with less it is a picture of a gallery."""
_REACH = 30
"""Lines below the body among which its pager stands."""
_STRANGE = 40
"""Weight of a line that belongs to something else: the body's surroundings end there."""
_OTHERS = re.compile(
    r"[\s【\[<]*(?:相关|热门|热点|推荐|延伸|更多|猜你|最新|精彩)\S{0,4}(?:阅读|新闻|文章|报道|链接|推荐|内容|资讯|专题|评论|喜欢)"
    r"|(?:网友|最新|全部|热门|精彩|我要)?(?:评论|跟帖|留言)(?:列表|区|\s*\(?\d*|$)"
)
"""Headings of what follows articles."""
_GALLERY = re.compile(r"[/_.\-?&](?:pic|photo|slide|gallery|tuji)s?[/_.\-=]", re.IGNORECASE)
"""Addresses of picture shows, whose pages are pictures."""
_EDGE = 3
"""Lines at either end of a body that may be a pager."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """Where the rest is; absolute addresses."""

    next_page: str | None = None
    whole_page: str | None = None


def find_beyond(markup: str, url: str | None, body: Any, *, is_further: bool) -> Beyond:
    """Where the article in `body` (as extracted from `markup`, found at `url`) goes on.

    `is_further` says that it was reached from an earlier page; otherwise an address with a number is believed only
    when the page links to the first one.
    """
    if not url:
        return Beyond()
    scripted = _scripted(markup, url)
    if not scripted and not _may_go_on(markup, url):
        return Beyond()
    kept = read_lines(body)
    root, _ = parse_markup(markup)
    base = next((absolute(url, each.get("href")) for each in root.iter("base") if each.get("href")), None) or url
    near = list(_near_links(root, kept, base))
    whole = next((address for label, address in near if WHOLE_LABEL.fullmatch(label) and is_whole(url, address)), None)
    if sum(line.weight for line in kept) < _SHORTEST or _GALLERY.search(url):
        return Beyond(None, whole)
    announced = (absolute(base, each.get("href") or "") for each in root.iter("link") if each.get("rel") == "next")
    found = _next_among([*near, *(("next page", each) for each in announced if each)], url) or scripted
    # The number at the end of this address may name the article, and the one after it the next article.
    if found and not is_further and first_address(url) and not _adds_number(url, found):
        found = found if _links_to_first(root, base, url) else None
    return Beyond(found, whole)


def _may_go_on(markup: str, url: str) -> bool:
    if not any(hint in markup for hint in _HINTS) and not _SECOND.search(markup):
        return False
    hrefs = dict.fromkeys(_HREF.findall(markup))
    addresses = filter(None, (absolute(url, unescape(href)) for href in hrefs if _PAGED.search(href)))
    return any(follows(url, each) or is_whole(url, each) for each in addresses)


def _next_among(links: Sequence[tuple[str, str]], url: str) -> str | None:
    numbered = None
    for label, address in links:
        page = follows(url, address)
        if page is None:
            continue
        if NEXT_LABEL.fullmatch(label):
            return address
        match = NUMBER_LABEL.fullmatch(label)
        if match and int(match[1]) == page:
            numbered = numbered or address
    return numbered


def _scripted(markup: str, url: str) -> str | None:
    address = scripted_next(markup, url)
    return address if address and follows(url, address) else None


def _adds_number(url: str, found: str) -> bool:
    """Whether an address is this one with a number added, rather than with a higher one."""
    return follows(url, found) == 2 and len(found) > len(url) + 1


def _links_to_first(root: Any, base: str, url: str) -> bool:
    firsts = first_address(url)
    addresses = (absolute(base, each.get("href") or "") for each in root.iter("a"))
    return any(address is not None and key_of(address) in firsts for address in addresses)


def _near_links(root: Any, kept: Sequence[Line], base: str) -> Iterator[tuple[str, str]]:
    """(label, address) of the links in the body and close below it."""
    lines = read_lines(root)
    texts = {line.text for line in kept if line.weight >= 8} or {line.text for line in kept if line.text}
    places = [index for index, line in enumerate(lines) if line.text and line.text in texts]
    if not places:
        return
    for line in _body_and_below(lines, places[0], places[-1]):
        for link in _links_of(line):
            if address := absolute(base, link.get("href") or ""):
                yield one_line("".join(link.itertext()) or _image_words(link)) or link.get("title") or "", address


def _body_and_below(lines: Sequence[Line], first: int, last: int) -> Iterator[Line]:
    yield from lines[first : last + 1]
    for line in lines[last + 1 : last + 1 + _REACH]:
        if line.weight >= _STRANGE or line.element.tag in HEADINGS or _OTHERS.match(line.text):
            return
        yield line


def _links_of(line: Line) -> Iterator[Any]:
    """The links a line is made of, each once."""
    seen = set()
    elements = [element if name == "text" else element.getparent() for element, name in line.slots]
    for element in [*elements, *([line.image] if line.image is not None else [])]:
        for each in ancestors(element):
            if each.tag == "a" and each not in seen:
                seen.add(each)
                yield each
            if each is line.element:
                break


def _image_words(link: Any) -> str:
    return next((image.get("alt") or image.get("title") or "" for image in link.iter("img")), "")


def trim_pager(body: Any, repeated: Sequence[str] = ()) -> None:
    """Drop the numbers of the pages above and below a body, and at its top what an earlier page began with too."""
    lines = [line for line in read_lines(body) if line.text]
    for line in [*lines[:_EDGE], *lines[-_EDGE:]]:
        if is_pager(line.text):
            line.drop()
    known = set(repeated)
    new = next((place for place, line in enumerate(lines) if line.text not in known and not is_pager(line.text)), 0)
    # A page with nothing new stays whole: it is recognised as the same page again.
    for line in lines[:new]:
        line.drop()


def is_pager(text: str) -> bool:
    """Whether a line consists of the numbers of pages and the words around them."""
    return PAGER.fullmatch(text) is not None
