"""The title: the heading that agrees with the page's own title, or that title without the name of the site."""

# ruff: noqa: E501  tables of patterns are read by rows

import re
from collections.abc import Collection, Sequence
from typing import Any

from reader.capture.lines import HEADINGS, Line, ancestors
from reader.text.folding import clean, one_line

META_TITLES = ("articletitle", "og:title")
"""Names of meta elements; the first is what the standard for government sites (国办发〔2019〕22号 and before) asks for."""
_SEPARATOR = re.compile(r"\s*[_|｜丨]+\s*|\s+[-–—·:»]+\s*|\s*-{1,2}\s*(?=[^-]{2,20}$)|\s*[-–—]{1,2}\s+|\s*>{1,2}\s*")
_SITE = re.compile(
    r"网$|网站$|频道$|门户|政府|在线$|新闻(?:网|中心)?$|日报$|晚报$|晨报$|都市报$|时报$|商报$|客户端$|官网|首页|资讯$|平台$|论坛$|"
    r"\.(?:com|cn|net|org)|^(?:正文|详情|内容页?|文章|要闻|动态|新闻)$|头条$|杂志$|电视台$|广播$|周刊$|人民网|搜狐|新浪|网易|腾讯|凤凰|半月谈"
)
_NAMED = re.compile(r"title|headline|biaoti|(?:^|[\s_-])(?:tit\d?|bt|h1|ph|pbt|topic)(?:[\s_-]|$)", re.I)
_CUT = re.compile(r"(?:…+|\.{3,}).*$")
"""A title that was too long for its page ends so."""
_LONGEST = 150


def find_title(page_title: str, metas: dict[str, str], before: Sequence[Line], site: str | None) -> str:
    """The article's title. `before` are the lines above the body, in page order."""
    declared = [metas.get(name, "") for name in META_TITLES]
    known = [one_line(clean(re.sub(r"<[^<>]{1,60}>", "", text))) for text in (*declared, page_title) if text]
    headings = _candidates(before, known)
    best = _agreeing(headings, known, {_bare(line.text) for line in before})
    if best:
        return best
    for text in known:
        bare = without_site(text, site, metas.get("og:site_name") or metas.get("sitename"))
        if len(bare) >= 4 and not (text == page_title and _is_site_only(page_title, headings)):
            return bare
    return headings[0][1] if headings else (known[-1] if known else "")


def _candidates(before: Sequence[Line], known: Sequence[str]) -> list[tuple[float, str]]:
    """Headings above the body, best first: a real heading, a class that says so, nearness to the body."""
    found: list[tuple[float, str]] = []
    for distance, line in enumerate(reversed(before)):
        if not line.text or len(line.text) > _LONGEST or line.links > 0.8:
            continue
        score = 0.0
        element = line.element
        for around, _ in zip(ancestors(element), range(3), strict=False):
            if around.tag in HEADINGS:
                score += {"h1": 6.0, "h2": 4.0, "h3": 2.5}.get(around.tag, 1.0)
            if _NAMED.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
                score += 3.0
        bare = _bare(line.text)
        if (
            not score
            and len(bare) >= 6
            and any(_bare(title).startswith(bare) or (len(bare) >= 8 and bare in _bare(title)) for title in known)
        ):
            score = 1.0
        if score:
            found.append((score - 0.15 * distance + min(len(line.text), 20) / 10, line.text))
    return sorted(found, key=lambda each: -each[0])


def _agreeing(headings: list[tuple[float, str]], known: Sequence[str], lines: Collection[str]) -> str:
    """The heading that a declared title begins with or contains; with its second line, when the page shows one."""
    for _, text in headings:
        bare = _bare(text)
        agreeing = [title for title in known if bare in _bare(title)] if len(bare) >= 4 else []
        for title in agreeing:
            rest = title[len(text) :].lstrip() if title.startswith(text) else ""
            if (
                len(_bare(rest)) >= 4
                and _bare(rest) in lines
                and (rest.startswith(("——", "--", "―")) or rest[0].isalnum())
            ):
                return title
        if any(
            len(cut := _bare(_CUT.sub("", title))) >= 8 and bare.startswith(cut)
            for title in known
            if _CUT.search(title)
        ):
            return text
        if agreeing and len(bare) > 0.35 * max(len(_bare(title)) for title in agreeing):
            return text
    return ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_site_only(title: str, headings: list[tuple[float, str]]) -> bool:
    """Whether a page's title names only the site, while a heading says something else."""
    return bool(headings) and headings[0][0] >= 3 and len(title) < 16


def without_site(title: str, site: str | None, site_name: str | None = None) -> str:
    """A page's title without the names of site and section at its end."""
    title = title.strip(" _-|")
    names = {_bare(name) for name in (site, site_name) if name}
    section = 0
    while True:
        cuts = [match for match in _SEPARATOR.finditer(title) if match.start() > 0]
        if not cuts:
            break
        last = cuts[-1]
        tail = title[last.end() :]
        is_site = (
            _SITE.search(tail)
            or _bare(tail) in names
            or ("_" in last.group() and len(tail) <= min(20, last.start() - 4))
            or len(tail) <= section
        )
        if not is_site or len(title[: last.start()].strip()) < 4:
            break
        title = title[: last.start()].strip()
        # Before the name of the site often stands that of its section: 标题--地方--云岭网.
        section = 6
    return title.strip(" _-|")


def page_title(root: Any) -> str:
    """The text of the title element."""
    return one_line(clean((root.findtext(".//title") or "")[: 4 * _LONGEST]))
