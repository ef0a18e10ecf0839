"""The pages of one thing: what links to the next page are called, and which address follows which.

Labels alone do not tell: 下一页 leads to the next article on some portals. An address follows another when it is the
same but for the number of the page.
"""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

from reader.capture.addresses import scheme_of

PAGE_LIMIT = 50
"""Pages of one article; a higher number in an address is no page number."""

NEXT_LABEL = re.compile(
    r"[\s\[【(（<＜«|｜]*(?:点击)?(?:进入|阅读|查看)?(?:下\s*一?\s*[页頁]|后\s*一?\s*页|next(?:\s*page)?)[\s\]】)）>＞»›|｜→]*|[>＞»›]{1,2}",
    re.IGNORECASE,
)
"""What the link to the next page says, as a whole."""
WHOLE_LABEL = re.compile(
    r"[\s\[【(（<＜«|｜]*(?:点击)?(?:在(?:本|此|单)页)?(?:阅读|查看|显示|浏览|展开)?(?:余下|剩余|剩下)?(?:的)?全文(?:阅读|显示|浏览)?"
    r"[\s\]】)）>＞»›|｜→]*|[\[【(（]?单页(?:阅读|显示|浏览)[\]】)）]?|(?:view|read)\s+(?:as\s+)?(?:a\s+)?(?:single|one)\s+page",
    re.IGNORECASE,
)
"""What the link to the whole article on one page says."""
NUMBER_LABEL = re.compile(r"[\[【(（]?\s*(?:第\s*)?(\d{1,2})(?:\s*页)?\s*[\]】)）]?")
PAGER = re.compile(
    r"(?:(?:上|下|前|后|首|尾|末|第|最后|最末)?一?[页頁]|[共第]\s?\d{1,3}\s?[页頁条]|(?<!\d)\d{1,3}(?!\d)|next|prev|previous|page"
    r"|余下|阅读|全文|[\s\[\]【】()（）<>＜＞«»‹›|｜.…·,，:：/])+",
    re.IGNORECASE,
)
"""A line of nothing but the numbers of pages and the words around them. No two ways to read one: it is linear."""

_NUMBERED = re.compile(r"(?P<stem>.+?)(?P<mark>[_\-]|\()(?P<number>\d{1,2})(?P<close>\)?)")
_PARAMETERS = frozenset(
    ["page", "p", "pn", "pg", "pageno", "page_no", "pagenum", "pageindex", "pagenumber", "curpage", "currentpage"]
)
"""Names of query parameters that number pages, in lower case."""
_WHOLE_ENDS = ("_all", "-all", "_full", "-full", "_0", "-0", "_whole", "_single", "_quanwen")
_WHOLE_PARAMETERS = frozenset(
    ["page=all", "page=0", "p=all", "full=1", "full=true", "all=1", "showall=1", "single=1", "view=all"]
)
_SCRIPT_CALL = re.compile(
    r"createPageHTML\s*\(\s*(?:['\"][^'\"]{0,60}['\"]\s*,\s*)?(\d{1,4})\s*,\s*(\d{1,4})\s*,"
    r"\s*['\"]([^'\"<>]{1,120})['\"]\s*,\s*['\"](\w{2,6})['\"]"
)
"""TRS writes its pagers by script: (pages, present page from 0, name of the file, its ending)."""
_SCRIPT_COUNT = re.compile(r"\bcountPage\s*=\s*(\d{1,4})\s*[;,/]")
_SCRIPT_PRESENT = re.compile(r"\bcurrentPage\s*=\s*(\d{1,4})\s*[;,/]")


def absolute(base: str | None, href: str) -> str | None:
    """The web address an href means, without its fragment; None for scripts, mail and nonsense."""
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        address = urljoin(base or "", href)
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return address.split("#")[0] if host and scheme_of(address) in ("http", "https") else None


def follows(present: str, other: str) -> int | None:
    """The number of the page (counted from 1) if `other` is the page after `present` of the same thing, else None.

    `present` bears either no number (then it is the first page) or one that is one less.
    """
    if not same_host(present, other):
        return None
    here, there = _parts(present), _parts(other)
    if here[0] != there[0] or here[2] != there[2]:  # directory, other query parameters
        return _follows_in_folder(present, other)
    (_, here_name, _, here_query), (_, there_name, _, there_query) = here, there
    if here_name == there_name:
        if there_query is None or here_query == there_query:
            return None
        return _after(here_query, there_query)
    if here_query != there_query:
        return None
    return _follows_in_name(here_name, there_name) or _follows_in_folder(present, other)


def first_address(url: str) -> set[str]:
    """Keys (see `key_of`) of what the first page's address may be, should `url` be that of a later page."""
    directory, name, query, number = _parts(url)
    found = set()
    if number not in (None, 0, 1):
        found.add(_key(url, directory, name, query, None))
    stem, end = _split_name(name)
    if match := _NUMBERED.fullmatch(stem):
        found.add(_key(url, directory, match["stem"] + end, query, number))
        if match["number"] != "1":
            found.add(_key(url, directory, f"{match['stem']}{match['mark']}1{match['close']}{end}", query, number))
    if stem.isdecimal() and len(stem) <= 2:
        above, _, folder = directory.rpartition("/")
        found |= {_key(url, above, folder + each, query, number) for each in ("", end, ".html")}
    return found


def key_of(url: str) -> str:
    """An address as a key in which http and https, and a page parameter 1, make no difference."""
    directory, name, query, number = _parts(url)
    return _key(url, directory, name, query, None if number in (0, 1) else number)


def is_whole(present: str, other: str) -> bool:
    """Whether `other` looks like the whole of `present` on one page: the same address with _all, ?page=all or so."""
    if not same_host(present, other):
        return False
    (here_directory, here_name, here_query, _), (directory, name, query, _) = _parts(present), _parts(other)
    if here_directory != directory:
        return False
    stem, end = _split_name(name)
    here_stem, here_end = _split_name(here_name)
    numbered = _NUMBERED.fullmatch(here_stem)
    stems = {here_stem} | ({numbered["stem"]} if numbered else set())
    if query == here_query and end == here_end and any(stem == each + more for each in stems for more in _WHOLE_ENDS):
        return True
    added = set(_pairs(other)) - set(_pairs(present))
    return name == here_name and bool(added) and {f"{key}={value}".lower() for key, value in added} <= _WHOLE_PARAMETERS


def same_host(one: str, other: str) -> bool:
    """Whether two addresses stand on one server; the scheme may differ."""
    try:
        a, b = urlsplit(one), urlsplit(other)
        return a.hostname == b.hostname and (a.port or 0) in (b.port or 0, 0, 80, 443)
    except ValueError:
        return False


def scripted_next(markup: str, url: str) -> str | None:
    """The next page that a script of TRS would write a link to."""
    for pages, present, name, end in _SCRIPT_CALL.findall(markup) if "createPageHTML" in markup else ():
        if int(present) + 1 < int(pages):
            return absolute(url, f"{name}_{int(present) + 1}.{end}")
    counted = _SCRIPT_COUNT.search(markup) if "countPage" in markup else None
    at = _SCRIPT_PRESENT.search(markup) if counted else None
    if not counted or not at or int(at[1]) + 1 >= int(counted[1]):
        return None
    stem, end = _split_name(_parts(url)[1])
    numbered = _NUMBERED.fullmatch(stem)
    for each in filter(None, (stem, numbered and numbered["stem"])):
        if re.search(rf"{re.escape(each)}\"\s*\+\s*\"_\"", markup):
            return absolute(url, f"{each}_{int(at[1]) + 1}{end}")
    return None


def _parts(url: str) -> tuple[str, str, tuple[tuple[str, str], ...], int | None]:
    """(directory, file name, query without the page number, page number in the query)."""
    directory, _, name = urlsplit(url).path.rpartition("/")
    rest, number = [], None
    for key, value in _pairs(url):
        if key.lower() in _PARAMETERS and value.isdecimal() and len(value) <= 4:
            number = int(value)
        else:
            rest.append((key, value))
    return directory, name, tuple(sorted(rest)), number


def _pairs(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return []


def _key(url: str, directory: str, name: str, query: tuple[tuple[str, str], ...], number: int | None) -> str:
    return repr((urlsplit(url).hostname, directory, name, query, number))


def _split_name(name: str) -> tuple[str, str]:
    stem, dot, end = name.rpartition(".")
    return (stem, dot + end) if dot and len(end) <= 6 else (name, "")


def _after(here: int | None, there: int) -> int | None:
    """Parameters count from 1, or from 0: then the first page has number 0, or none, and the second has 1."""
    if here is None:
        return 2 if there in (1, 2) else None
    return there + (here == 0) if there == here + 1 else None


def _follows_in_name(here: str, there: str) -> int | None:
    (stem, end), (other, other_end) = _split_name(here), _split_name(there)
    match = _NUMBERED.fullmatch(other)
    if here and end != other_end:
        return None
    if not match or (match["mark"] == "(") != bool(match["close"]):
        return None
    number = int(match["number"])
    if match["number"].startswith("0") or number > PAGE_LIMIT:
        return None
    if match["stem"] == (stem or "index"):
        return 2 if number in (1, 2) else None
    mine = _NUMBERED.fullmatch(stem)
    if mine and (mine["stem"], mine["mark"]) == (match["stem"], match["mark"]) and int(mine["number"]) + 1 == number:
        return number
    return None


_FOLDER = re.compile(r"(?P<stem>.+?)(?:/(?:page/)?(?P<number>\d{1,2}))?(?P<end>\.s?html?|/)?")


def _follows_in_folder(present: str, other: str) -> int | None:
    """/a/123.html → /a/123/2.html, /a/123/ → /a/123/2/, /list/ → /list/page/2/."""
    if urlsplit(present).query != urlsplit(other).query:
        return None
    here, there = urlsplit(present).path, _FOLDER.fullmatch(urlsplit(other).path)
    if not there or not there["number"] or int(there["number"]) > PAGE_LIMIT:
        return None
    plain = re.sub(r"\.s?html?$|/$", "", here)
    number = int(there["number"])
    if plain == there["stem"]:
        return 2 if number == 2 else None
    mine = _FOLDER.fullmatch(here)
    is_next = mine and mine["number"] and mine["stem"] == there["stem"] and int(mine["number"]) + 1 == number
    return number if is_next else None
