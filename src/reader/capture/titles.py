"""The title: the heading that agrees with the page's own title, or that title without the name of the site."""

# ruff: noqa: E501  tables of patterns are read by rows

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

from reader.capture.lines import HEADINGS, Line, ancestors
from reader.text.bylines import is_byline, without_dates
from reader.text.folding import clean, one_line
from reader.text.furniture import is_head_furniture

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
_TITLE_LABEL = re.compile(r"[\[【]?标\s*题\s*[\]】]?\s*[:：]?\s*(.{4,})?$")
_LEADING = re.compile(r"(?<=\S)[\s_|｜丨\-—–·:：]+")
_OFFICE = re.compile(
    r"(?:局|厅|委员会|委|办公室|部|院|协会|中心|大学|学院|集团|公司|信息公开|公告|通知公告|内容|详情|新闻)$"
)
_DOCUMENT = re.compile(
    r"(?:关于|印发|公布|批转|转发).{2,}(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|方案|细则|规划)[）)]?$"
)
_NUMBER = re.compile(r"[〔\[（(](?:19|20)\d\d[〕\]）)]\s*第?\d+号")
_ISSUE = re.compile(r"^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|星期.|第?\w{1,4}版)(?:$|[:：])")
_TITLE_LINES = 4
_OVER = 4
"""Lines above the byline among which the title stands."""


def find_title(page_title: str, metas: dict[str, str], before: Sequence[Line], site: str | None) -> str:
    """The article's title. `before` are the lines above the body, in page order."""
    declared = [*(metas.get(name, "") for name in META_TITLES), _labelled(before)]
    known = [one_line(clean(re.sub(r"<[^<>]{1,60}>", "", text))) for text in (*declared, page_title) if text]
    shown = [bare for line in before if (bare := _bare(line.text))]
    cores = [_core(text, site, metas.get("og:site_name") or metas.get("sitename"), shown) for text in known]
    headings = _candidates(before, [*known, *cores])
    best = _on_lines(cores, shown) or _agreeing(headings, [*cores, *known], set(shown))
    if best:
        return best
    for text, core in zip(known, cores, strict=True):
        if len(core) >= 4 and not (text == page_title and (_is_site_only(text, headings) or _is_generic(text))):
            return core
    shown_title = headings[0][1] if headings else _above_byline(before) or _of_document(before)
    return shown_title or (known[-1] if known else "")


def _of_document(before: Sequence[Line]) -> str:
    """The first line that is called as official documents are; 国办发〔2012〕14号 names the kinds."""
    return next((line.text for line in before if _DOCUMENT.search(line.text) and _may_be_title(line)), "")


def _labelled(before: Sequence[Line]) -> str:
    """The title in the table above a government document; its value stands behind the label or in the next cell."""
    for line, following in pairwise(before):
        if match := _TITLE_LABEL.match(line.text):
            return match[1] or following.text
    return ""


def _core(title: str, site: str | None, site_name: str | None, shown: Sequence[str]) -> str:
    """A declared title without the site's name at its end, and at its beginning when the rest stands on the page."""
    core = without_site(title, site, site_name)
    for match in _LEADING.finditer(core):
        rest = core[match.end() :]
        is_shown = any(len(line) >= 6 and _bare(rest).startswith(line) for line in shown)
        if is_shown and _is_generic(core[: match.start()]):
            return rest
    return core


def _on_lines(titles: Sequence[str], shown: Sequence[str]) -> str:
    """The title that some neighbouring lines of the page make up together; one with a separator names a section too."""
    for title in titles:
        if _SEPARATOR.search(title):
            continue
        whole = _bare(title)
        for start, first in enumerate(shown):
            made = first
            for line in shown[start + 1 : start + _TITLE_LINES]:
                if len(made) >= len(whole) or not whole.startswith(made):
                    break
                made += line
                if made == whole:
                    return title
    return ""


def _is_generic(title: str) -> bool:
    """Whether a page's title says only where one is: names of a site, an office, a section, the page of a newspaper."""
    parts = [part for part in re.split(r"[\s_|｜丨\-—–·>]+", title) if part]
    return all(any(says.search(part) for says in (_SITE, _OFFICE, _ISSUE)) for part in parts)


def _above_byline(before: Sequence[Line]) -> str:
    """The line over the byline: a page without a title of its own and without a heading shows it there."""
    for index in range(len(before) - 1, 0, -1):
        if before[index].text and is_byline(before[index].text):
            over = reversed(before[max(0, index - _OVER) : index])
            return next((line.text for line in over if _may_be_title(line)), "")
    return ""


def _may_be_title(line: Line) -> bool:
    """Whether a line may be a title as far as its words tell: no sentence, no byline, no number of a document."""
    text = line.text
    if (
        len(_bare(without_dates(text))) < 4
        or len(text) > _LONGEST / 2
        or line.links >= 0.5
        or text.endswith(("。", "；", "，", "："))
    ):
        return False
    return not (is_byline(text) or is_head_furniture(text) or _NUMBER.search(text))


def _candidates(before: Sequence[Line], known: Sequence[str]) -> list[tuple[float, str]]:
    """Headings above the body, best first: a real heading, a class that says so, nearness to the body."""
    found: list[tuple[float, str]] = []
    for distance, line in enumerate(reversed(before)):
        if not line.text or len(line.text) > _LONGEST or line.links > 0.8 or is_byline(line.text):
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
            and any(_begins(title, bare) or (len(bare) >= 8 and bare in _bare(title)) for title in known)
        ):
            score = 1.0
        if score:
            found.append((score - 0.15 * distance + min(len(line.text), 20) / 10, line.text))
    return sorted(found, key=lambda each: -each[0])


def _begins(title: str, heading: str) -> bool:
    """Whether a title begins with a heading, or, when it was cut, the heading with the title."""
    cut = _bare(_CUT.sub("", title)) if _CUT.search(title) else ""
    return _bare(title).startswith(heading) or (len(cut) >= 8 and heading.startswith(cut))


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
        if any(_CUT.search(title) and _begins(title, bare) for title in known):
            return text
        if agreeing and len(bare) > 0.35 * min(len(_bare(title)) for title in agreeing):
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
