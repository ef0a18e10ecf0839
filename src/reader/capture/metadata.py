"""Date, source, author and original address of a page."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.capture.lines import Line
from reader.text import bylines
from reader.text.bylines import find_date, labelled, person
from reader.text.folding import clean, one_line
from reader.text.furniture import original_address
from reader.text.names import PROVINCES, credited

DATE_METAS = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:release_date",
    "datepublished",
    "publish_time",
    "weibo:article:create_at",
    "dc.date",
    "dc.date.issued",
    "date",
    "firstpublishedtime",
    "parsely-pub-date",
)
SOURCE_METAS = ("contentsource", "source", "mediaid", "article:source")
AUTHOR_METAS = ("article:author", "author", "dc.creator", "parsely-author")
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)([0-3]\d)[/.]([01]\d)[/.]((?:19|20)\d\d)(?!\d)")
_NEAR = 25
"""Lines above the body that may hold the byline."""


def read_metas(root: Any) -> dict[str, str]:
    """Lower-case name or property of meta elements → content; the first of a name counts."""
    found: dict[str, str] = {}
    # The date a page marks up itself counts like a declared one.
    for marked in root.xpath("//*[@itemprop='datePublished' or @pubdate or self::time][@datetime or @content]")[:1]:
        found["datepublished"] = marked.get("datetime") or marked.get("content")
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = one_line(clean(meta.get("content") or ""))
        if name and content:
            found.setdefault(name, content)
    return found


def linked_data(root: Any) -> list[dict[str, Any]]:
    """The objects of JSON-LD scripts, flattened one level."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "")[:200_000], strict=False)
        except (ValueError, RecursionError):
            continue
        for each in data if isinstance(data, list) else [data]:
            if isinstance(each, dict):
                graph = each.get("@graph")
                objects.extend(x for x in graph if isinstance(x, dict)) if isinstance(graph, list) else objects.append(
                    each
                )
    return objects


def head_text(before: Sequence[Line], top: Sequence[Line]) -> str:
    """The lines in which the byline stands: the last ones above the body and its first ones."""
    return "\n".join(line.spaced for line in [*before[-_NEAR:], *top] if line.text and line.links < 0.9)


def find_published(
    metas: dict[str, str], objects: list[dict[str, Any]], head: str, tail: str, url: str | None
) -> str | None:
    """The day of publication: as shown, else as declared, else from the address."""
    shown = [date for value in labelled(head).get("date", ()) if (date := find_date(value) or _day_first(value))]
    if shown:
        return shown[0]
    timed = _with_time(head)
    if timed:
        return timed
    declared = [metas[name] for name in DATE_METAS if name in metas] + labelled(head).get("written", [])
    declared += [str(each["datePublished"]) for each in objects if each.get("datePublished")]
    for value in [*declared, head]:
        if date := find_date(value):
            return date
    ended = [date for value in labelled(tail).get("date", ()) if (date := find_date(value))]
    return ended[0] if ended else (_from_url(url) or find_date(tail))


def labelled_date(lines: Sequence[Line]) -> str | None:
    """A labelled date with a time of day anywhere on the page, in a side column too."""
    for line in lines:
        if len(line.text) < 40 and re.search(r"\d[:：]\d\d", line.text):
            for value in labelled(line.text).get("date", ()):
                if date := find_date(value):
                    return date
    return None


def _with_time(text: str) -> str | None:
    """A date with a time of day after it, as only publishing systems write it."""
    for line in reversed(text.split("\n")):
        if re.search(r"\d[日T\s]\s*\d{1,2}[:：]\d\d", line) and len(line) < 120 and (date := find_date(line)):
            return date
    return None


def _day_first(value: str) -> str | None:
    match = _DAY_FIRST.search(value)
    return find_date(f"{match[3]}-{match[2]}-{match[1]}") if match else None


def _from_url(url: str | None) -> str | None:
    match = _URL_DATE.search(url or "")
    return find_date("-".join(match.groups())) if match else None


def signed_date(body: Sequence[Line]) -> str | None:
    """The date under a document that says nowhere else when it was published."""
    texts = [line.text for line in body if line.text][-2:]
    return next((find_date(text) for text in reversed(texts) if len(text) < 20 and find_date(text)), None)


def labelled_source(lines: Sequence[Line]) -> str | None:
    """A labelled source in lines that were taken for clutter."""
    text = "\n".join(line.spaced for line in lines if len(line.text) < 120)
    return next((name for value in labelled(text).get("source", ()) if (name := _source_name(value))), None)


def find_source(metas: dict[str, str], head: str, tail: str, above: str) -> str | None:
    """来源: labelled, then the bare name after the time, then declared, then the agency that issued the document.

    `above` is all text above the body, where a document's 发文机关 may stand before the title.
    """
    for value in labelled(head).get("source", ()):
        if name := _source_name(value):
            return name
    if bare := _beside_time(head):
        return bare
    for value in labelled(tail).get("source", ()):
        if name := _source_name(value):
            return name
    declared = [metas[key] for key in SOURCE_METAS if key in metas]
    agencies = [value for text in (above, tail) for value in labelled(text).get("agency", ())]
    return next((name for value in [*declared, *agencies] if (name := _source_name(value))), None)


def _source_name(value: str) -> str | None:
    value = value.strip(" \t\u3000,，、;；|()（）[]【】")
    words = value.split()
    if len(words) > 1 and re.search("[一-鿿]", value) and len(words[0]) >= 2:
        value = words[0]
    value = re.split(r"https?://|www\.", value)[0].strip(" (（") or value
    is_name = 2 <= len(value) <= 60 and value.casefold() not in bylines.UNSAID and not re.search(r"[。！？]", value)
    return value if is_name and re.search(r"[^\W\d_]", value) else None


_AFTER_TIME = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?[\s·|丨]*([^\s:：|·\d][^\s:：|·]{1,19})(?=$|[\s|·])")
_NO_NAME = re.compile(
    r"发表|查看|评论|分享|打印|字号|浏览|阅读|点击|来自|收藏|纠错|编辑|记者|作者|字体|发布|人参与|听|更新|微信|微博"
)


_BEFORE_TIME = re.compile(
    r"^([^\s:：|·\d>＞]{2,14}(?:报|网|社|台|发布|在线|客户端|新闻|周刊|杂志|时报|政府|委|局|办|厅|部|中心|协会|频道|播报|融媒))"
    r"[\s·|丨,，]*(?=(?:19|20)\d\d\s?[-/.年])"
)
"""A publisher's name at the beginning of a line, a date behind it. Any other words there may be breadcrumbs."""


def _beside_time(head: str) -> str | None:
    """A bare name before or after date and time."""
    for line in reversed(head.split("\n")):
        for pattern in (_BEFORE_TIME, _AFTER_TIME) if len(line) < 120 and find_date(line) else ():
            match = pattern.search(line)
            if match and not _NO_NAME.search(match[1]) and match[1] not in PROVINCES:
                return match[1]
    return None


def find_author(
    metas: dict[str, str],
    objects: list[dict[str, Any]],
    head: str,
    body: Sequence[str],
    tail: str,
    names: Sequence[str],
    is_chinese: bool,
) -> str | None:
    """The reporter or writer: labelled, credited in the text, then declared; never a site or 佚名.

    `names` are what the page calls its site and source; they are no authors.
    """
    taken = {name for name in names if name}
    for text in (head, tail):
        taken.update(name for value in labelled(text).get("editor", ()) if (name := _author_name(value)))
    for text in (head, tail):
        for value in labelled(text).get("author", ()):
            if (name := _author_name(value)) and name not in taken and _is_person(name):
                return name
    # An editor whom the text credits has written it too.
    if name := _people_among(credited(head, body, tail) or _after_source(head), names):
        return name
    # On Chinese pages the declared author is the editor, without exception among those measured.
    declared = [str(name) for name in _people(objects)] + (
        [] if is_chinese else [metas.get(key, "") for key in AUTHOR_METAS]
    )
    for value in declared:
        if (name := _author_name(value)) and name not in taken and not _is_institution(name):
            return name
    return None


def _people_among(names: str | None, taken: Sequence[str]) -> str | None:
    """Those of the names, separated by spaces, that a person may have."""
    people = [name for name in (names or "").split() if _author_name(name) and name not in taken]
    return " ".join(filter(_is_person, people)) or None


def _is_person(name: str) -> bool:
    """Whether a person may be called so: a name of two or three characters, or one without a word for an office."""
    return name not in PROVINCES and _OFFICE.fullmatch(name) is None and (len(name) <= 3 or not _is_institution(name))


_NAME_AFTER_SOURCE = re.compile(
    r"来\s*源\s*[:：]\s*[^\s:：]{2,20}\s+(?:(?:本报|本网)?记者\s*[:：]?\s*)?([一-鿿]{2,3})(?:\s|$)"
)


def _after_source(head: str) -> str | None:
    """A name after the source: "来源：云岭日报 林青", "来源：云岭日报 记者 林青"."""
    match = _NAME_AFTER_SOURCE.search(head)
    return match[1] if match and not _is_institution(match[1]) and not _NO_NAME.search(match[1]) else None


def _people(objects: list[dict[str, Any]]) -> Iterator[str]:
    for each in objects:
        authors = each.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, dict) and author.get("@type") == "Person" and isinstance(author.get("name"), str):
                yield author["name"]


def _author_name(value: str) -> str | None:
    name = person(re.split(r"\s{2,}|[|｜;；。]", value)[0])
    return name if name and not name.startswith(("http", "@")) else None


_OFFICE = re.compile(r"\w*(?:公室|[室处部网报站局]|本社)")


def _is_institution(name: str) -> bool:
    return (
        re.search(r"网|报|社|台|部|局|政府|办公|中心|编辑|频道|委|公司|\.(?:com|cn|net|org)|^\d+$|[A-Z]{2,}\d", name)
        is not None
    )


def find_original(lines: Sequence[str]) -> str | None:
    """The address after 原文链接."""
    return next((address for text in lines if (address := original_address(text))), None)


def site_names(metas: dict[str, str], title: str) -> Iterator[str]:
    """What the page calls its site."""
    for name in ("sitename", "og:site_name", "application-name"):
        if name in metas:
            yield metas[name]
    yield from re.split(r"[_\-|—]+", title)[1:]
