"""The list page of a column to its links: links of one make, with dates near them.

Links are grouped by the path of elements that leads to them; the group that looks most like a list of articles (long
titles, dates) wins, and what stands in its box in another dress (the top story, every fifth row) joins it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from reader.capture import titles
from reader.capture.lines import SILENT, ancestors
from reader.capture.lists.feeds import ENTRY_LIMIT
from reader.capture.lists.link_dates import date_in, date_of_address
from reader.capture.lists.link_titles import link_title
from reader.capture.lists.paging import NEXT_LABEL, absolute, follows, scripted_next
from reader.capture.page import parse_markup
from reader.text.addresses import normalise
from reader.text.folding import one_line

LINK_LIMIT = 5000
"""Links of a page that are looked at."""
_SHORTEST, _DATED_SHORTEST = 10, 5
"""Characters of the median title of a list without dates, and of one with dates: navigation is shorter."""
_FEWEST = 3
"""Links without dates that make a list."""
_NO_TITLE = re.compile(
    r"[\s\[【(（<«‹|｜]*"
    r"(?:[上下前后首尾末]一?[页頁]|最后一?页|\d{1,4}|[<>«»‹›]+|更多\S{0,6}|more|查看(?:更多|详情|全文)?|详细\S{0,3}"
    r"|详情|阅读(?:全文|更多|原文)|全文|点击\S{0,6}|read more|next|previous|返回\S{0,6}|\.{2,}|…+|评论\S{0,6}|rss"
    r"|rss ?订阅)"
    r"[\s\]】)）>»›|｜]*",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|copyright|crumbs?|breadcrumbs?|position|dqwz|mbx|friend-?link|yqlj"
    r"|pager?|pagination|pages)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_HANWEB = re.compile(r"<script[^<>]{0,100}type=['\"]text/xml['\"][^<>]{0,100}>", re.IGNORECASE)
"""Hanweb's lists stand as XML in a script until another script unpacks them."""
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_ROW_LINKS, _ROW_CHARACTERS = 4, 600


@dataclass
class _Link:
    element: Any
    address: str
    title: str
    path: tuple[str, ...]
    is_around: bool
    place: int
    inside: str | None = None
    """Date in the row, in text."""
    near: str | None = None
    """Date before or after it, where rows are not elements."""
    from_address: str | None = None

    @property
    def published(self) -> str | None:
        return self.inside or self.near or self.from_address


def read_column(markup: str, url: str | None) -> dict[str, Any]:
    """{title, entries, next_url, feeds}: plain data; an entry is [title, address, published]."""
    root, _ = parse_markup(_unpacked(markup))
    base = next((absolute(url, each.get("href")) for each in root.iter("base") if each.get("href")), None) or url
    links = list(_links(root, base, url))
    _date_rows(links)
    chosen = _list_among(links)
    _date_neighbours(root, chosen)
    return {
        "title": re.split(r"\s*[-_|｜–—]+\s*", titles.page_title(root))[0].strip(),
        "entries": [[link.title, link.address, link.published] for link in _distinct(chosen)],
        "next_url": _next_page(root, markup, base, url),
        "feeds": list(_feeds(root, base)),
    }


def _unpacked(markup: str) -> str:
    parts, done = [], 0
    for start in _HANWEB.finditer(markup):
        if start.start() < done:
            continue
        end = markup.find("</script", start.end())
        if end < 0:
            break
        parts += [markup[done : start.start()], _CDATA.sub("", markup[start.end() : end])]
        done = markup.find(">", end) + 1 or len(markup)
    return "".join([*parts, markup[done:]])


def _feeds(root: Any, base: str | None) -> Iterator[str]:
    for link in root.iter("link"):
        kind = (link.get("type") or "").lower()
        is_feed = "alternate" in (link.get("rel") or "").lower() and re.search("rss|atom|rdf", kind)
        address = absolute(base, link.get("href") or "") if is_feed else None
        # WordPress announces the feed of its comments beside that of its posts.
        if address and "comment" not in address:
            yield address


def _links(root: Any, base: str | None, url: str | None) -> Iterator[_Link]:
    own = normalise(url) if url else ""
    for place, element in enumerate(root.iter("a")):
        if place >= LINK_LIMIT:
            return
        address = absolute(base, element.get("href") or "")
        if address is None or normalise(address) == own:
            continue
        title = link_title(element)
        if len(title) >= 2 and not _NO_TITLE.fullmatch(title):
            path, date = tuple(_step(each) for each in ancestors(element)), date_of_address(address)
            yield _Link(element, address, title, path, _is_around(element), place, from_address=date)


def _is_around(element: Any) -> bool:
    return any(
        each.tag in ("nav", "footer", "header") or _AROUND.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in ancestors(element)
        if isinstance(each.tag, str) and each.tag not in ("body", "html")
    )


_STATE = re.compile(r"\b(?:first|last|odd|even|active|current|cur|on|hover|no-?border|top)\b|\d+", re.IGNORECASE)


def _step(element: Any) -> str:
    """An element as a step of a path: what rows of one list share."""
    names = " ".join(sorted(_STATE.sub("", f"{element.get('class') or ''}").split()))
    return f"{element.tag}.{names}#{_STATE.sub('', element.get('id') or '')}"


# ---- dates


def _date_rows(links: Sequence[_Link]) -> None:
    """Find the date in the row of each link: the largest element around it that holds no other article."""
    for link in links:
        text = ""
        for row in list(ancestors(link.element))[:6]:
            inside = list(_first(row.iter("a"), _ROW_LINKS + 1))
            others = {each.get("href") for each in inside if len(_words(each)) >= 8} - {link.element.get("href")}
            if others or len(inside) > _ROW_LINKS or row.tag in ("body", "html"):
                break
            text = _spaced(row)
            if len(text) > _ROW_CHARACTERS:
                break
            year = (link.from_address or "")[:4]
            if found := date_in(text.replace(link.title, " "), year) or date_in(text):
                link.inside = found
                break


def _first(elements: Iterator[Any], count: int) -> Iterator[Any]:
    for _, element in zip(range(count), elements, strict=False):
        yield element


def _words(element: Any) -> str:
    return one_line("".join(element.itertext()))


def _spaced(element: Any) -> str:
    return " ".join(" ".join(text for text in element.itertext() if text.strip()).split())


def _date_neighbours(root: Any, links: Sequence[_Link]) -> None:
    """Where rows are no elements, the date stands in the text before each link or after it: the same for all."""
    if not links or sum(link.inside is not None for link in links) * 2 > len(links):
        return
    before, after = _texts_between(root, [link.element for link in links])
    dates = [[date_in(text) for text in texts] for texts in (after, before)]
    best = max(dates, key=lambda found: sum(each is not None for each in found))
    for link, found in zip(links, best, strict=True):
        link.near = found


def _texts_between(root: Any, elements: Sequence[Any]) -> tuple[list[str], list[str]]:
    """The text before each element (from the one before it on) and after it (to the next)."""
    wanted = {element: index for index, element in enumerate(elements)}
    pieces: list[list[str]] = [[] for _ in range(len(elements) + 1)]
    current = 0
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, entering = stack.pop()
        if not entering:
            pieces[current].append(element.tail or "")
            continue
        stack.append((element, False))
        if element in wanted:
            current = wanted[element] + 1
        elif isinstance(element.tag, str) and element.tag not in SILENT:
            pieces[current].append(element.text or "")
            stack.extend((child, True) for child in reversed(element))
    texts = [" ".join(" ".join(piece).split()) for piece in pieces]
    return [text[-60:] for text in texts[:-1]], [text[:60] for text in texts[1:]]


# ---- which links


def _list_among(links: Sequence[_Link]) -> list[_Link]:
    groups: dict[tuple[str, ...], list[_Link]] = {}
    for link in links:
        if not link.is_around or link.inside:
            groups.setdefault(link.path, []).append(link)
    best = max((group for group in groups.values() if _is_list(group)), key=_score, default=[])
    if not best:
        return []
    if not any(link.inside for link in best):
        return best
    box = _common_box(best)
    dated = [link for link in links if link.inside and (link.path == best[0].path or box in ancestors(link.element))]
    # A short one without a date names the kind of the row: [通知] before the title.
    undated = [link for link in best if not link.inside and len(link.title) > _DATED_SHORTEST]
    return sorted([*dated, *undated], key=lambda link: link.place)


def _is_list(group: Sequence[_Link]) -> bool:
    shortest = median(len(link.title) for link in group)
    dated = sum(link.inside is not None for link in group)
    if dated * 2 >= len(group):
        return shortest >= _DATED_SHORTEST
    in_address = sum(link.from_address is not None for link in group) * 2 >= len(group)
    return len(group) >= _FEWEST and shortest >= (_DATED_SHORTEST + 1 if in_address else _SHORTEST)


def _score(group: Sequence[_Link]) -> int:
    """By length of titles and trust in dates, each address once."""
    weights = {link.address: 4 if link.inside else 2 if link.from_address else 1 for link in group}
    lengths = {link.address: min(len(link.title), 30) for link in group}
    return sum(weight * lengths[address] for address, weight in weights.items())


def _common_box(group: Sequence[_Link]) -> Any:
    boxes = list(ancestors(group[0].element))
    for link in group[1:]:
        around = set(ancestors(link.element))
        boxes = [box for box in boxes if box in around]
    return boxes[0]


def _distinct(links: Iterable[_Link]) -> list[_Link]:
    """Each address once, with its longest title, at its first place."""
    found: dict[str, _Link] = {}
    for link in links:
        key = normalise(link.address)
        known = found.get(key)
        if known is None:
            found[key] = link
        else:
            known.title = max(known.title, link.title, key=len)
            known.inside = known.inside or link.inside
    return list(found.values())[:ENTRY_LIMIT]


def _next_page(root: Any, markup: str, base: str | None, url: str | None) -> str | None:
    """The next page of the list: a link that says so or bears the next number, or what TRS's script would write."""
    own = normalise(url) if url else ""
    numbered = None
    for link in root.iter("a", "link"):
        address = absolute(base, link.get("href") or "")
        if address is None or normalise(address) == own:
            continue
        words = _words(link) or link.get("title") or ""
        if link.get("rel") == "next" or (link.tag == "a" and NEXT_LABEL.fullmatch(words)):
            return address
        page = follows(url, address) if url else None
        if link.tag == "a" and page and words.strip("[]【】 ") == str(page):
            numbered = numbered or address
    return numbered or (scripted_next(markup, url) if url else None)
