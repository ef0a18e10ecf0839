"""Citations: GB/T 7714—2025 and 2015, BibTeX, RIS and CSL-JSON.

What was read is cited: the page that was fetched, else the original that it names. The standard has no place for a
reprint, so `reprint_note` is printed outside the entry.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from reader.export.dates import local_day
from reader.export.genres import Genre, genre_of, newspaper, newspaper_page
from reader.model.article import Metadata
from reader.text.folding import one_line
from reader.text.punctuation import CJK, to_fullwidth

STYLES = ("gbt7714-2025", "gbt7714-2015", "bibtex", "ris", "csl-json")
DEFAULT_STYLE = STYLES[0]

_NAME_SEPARATORS = re.compile(r"[、，,;；/]+")
_BIBTEX = str.maketrans({c: "\\" + c for c in "{}%&#$_"} | {"\\": r"\textbackslash{}"})
_LONE_BRACES = str.maketrans({"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
_RIS_TYPES = {Genre.WEB_PAGE: "ELEC", Genre.NEWSPAPER: "NEWS", Genre.REPORT: "RPRT", Genre.OFFICIAL: "GOVDOC"}
_CSL_TYPES = {Genre.NEWSPAPER: "article-newspaper", Genre.REPORT: "report"}
_UNKNOWN_AUTHORS = {"佚名", "未知", "不详"}


def cite(
    metadata: Metadata,
    fetched: str,
    style: str = DEFAULT_STYLE,
    *,
    keywords: Sequence[str] = (),
    id: str = "",
) -> str:
    """The citation of an article in one of STYLES; `fetched` is the UTC moment (or the day) of reading it.

    `id` is used by CSL-JSON and `keywords` by RIS. ValueError for an unknown style.
    """
    if style == "bibtex":
        return _bibtex(metadata, fetched)
    if style == "ris":
        return _ris(metadata, fetched, keywords)
    if style == "csl-json":
        return json.dumps(_csl(metadata, fetched, id), ensure_ascii=False, indent=2)
    if style not in STYLES:
        raise ValueError(style)
    return _gbt(metadata, fetched, recent=style == "gbt7714-2025")


def cited_url(metadata: Metadata) -> str:
    """The address a citation gives: of the page that was read, else of the original."""
    return metadata.url or metadata.original_url or ""


def is_reprint(metadata: Metadata) -> bool:
    """Whether the page that was read says that the original stands elsewhere."""
    here, there = metadata.url, metadata.original_url
    return bool(here and there and _bare(here) != _bare(there))


def reprint_note(metadata: Metadata) -> str:
    """ "（site转载，原载source，original）"; "" when the article was read where it first appeared."""
    if not is_reprint(metadata):
        return ""
    site = metadata.site or urlsplit(metadata.url or "").hostname or ""
    source = f"，原载{one_line(metadata.source)}" if metadata.source else "，原载"
    return f"（{site}转载{source}，{metadata.original_url}）"


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def _authors(author: str | None) -> list[str]:
    text = one_line(author or "")
    names = [name.strip() for name in _NAME_SEPARATORS.split(text)]
    if len(names) == 1 and CJK.match(text):
        # Chinese names are written apart by spaces too; "张 三" is one name stretched to the width of three.
        parts = text.split(" ")
        names = parts if all(len(part) > 1 for part in parts) else [text]
    return [name for name in names if name and name not in _UNKNOWN_AUTHORS]


def _gbt(metadata: Metadata, fetched: str, *, recent: bool) -> str:
    """[责任者. ]题名[EB/OL]. （发布日期）[引用日期]. URL."""
    title = to_fullwidth(one_line(metadata.title))
    if not recent:
        title = title.replace("：", ": ").replace("，", ", ")
    comma = "，" if recent else ", "
    names = _authors(metadata.author)
    if len(names) > 3:
        names = [*names[:3], "等" if CJK.search(names[0]) else "et al"]
    author = comma.join(names) + ". " if names else ""
    genre = genre_of(metadata)
    issue = _issue(metadata, local_day(fetched), genre, recent=recent)
    url = one_line(cited_url(metadata))
    return f"{author}{title}[{genre}/OL]." + (f" {issue}." if issue else "") + (f" {url}." if url else "")


def _issue(metadata: Metadata, read: str, genre: Genre, *, recent: bool) -> str:
    """Where and when it was published, and read: the edition of 2025 asks for the latter of web pages alone."""
    opening, closing, comma = ("（", "）", "，") if recent else ("(", ")", ", ")
    day = metadata.published or ""
    access = f"[{read}]" if read and (genre is Genre.WEB_PAGE or not recent) else ""
    if genre is Genre.NEWSPAPER:
        page = newspaper_page(metadata)
        dated = day + (f"{opening}{page}{closing}" if day and page else "")
        return comma.join(filter(None, (newspaper(metadata), dated))) + access
    is_plain = recent and genre is not Genre.WEB_PAGE
    return (day if is_plain or not day else f"{opening}{day}{closing}") + access


def _key(metadata: Metadata) -> str:
    """ASCII, and different for different articles: host, year and a few digits of a checksum."""
    host = (urlsplit(cited_url(metadata)).hostname or "").removeprefix("www.").split(".")[0]
    word = re.sub("[^a-z]", "", host.lower()) or "article"
    checksum = hashlib.sha256(f"{metadata.title}\n{cited_url(metadata)}".encode(errors="replace")).hexdigest()[:4]
    return f"{word}{(metadata.published or '')[:4]}{checksum}"


def _escaped(text: str) -> str:
    """For a field in braces: BibTeX counts braces even after a backslash, so those without a partner are spelled."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    if depth:
        return "".join(each.translate(_LONE_BRACES if each in "{}" else _BIBTEX) for each in text)
    return text.translate(_BIBTEX)


def _bibtex(metadata: Metadata, fetched: str) -> str:
    escaped = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in _authors(metadata.author)),
        "title": f"{{{_escaped(one_line(metadata.title))}}}",
        "organization": _escaped(one_line(metadata.source or "")),
        "date": metadata.published or "",
        "url": re.sub(r"[\s{}\\]", "", cited_url(metadata)),
        "urldate": local_day(fetched),
        "note": _escaped(reprint_note(metadata)),
        "langid": "english" if metadata.language == "en" else "chinese",
    }
    fields = [f"  {name}={{{value}}}" for name, value in escaped.items() if value]
    return f"@online{{{_key(metadata)},\n" + ",\n".join(fields) + "\n}"


def _ris(metadata: Metadata, fetched: str, keywords: Sequence[str]) -> str:
    published, read = (metadata.published or "").replace("-", "/"), local_day(fetched).replace("-", "/")
    lines = [
        ("TY", _RIS_TYPES[genre_of(metadata)]),
        ("TI", metadata.title),
        *(("AU", name) for name in _authors(metadata.author)),
        ("PB", metadata.source),
        ("T2", metadata.site),
        ("DA", f"{published}/" if published else ""),
        ("PY", published[:4]),
        ("Y2", f"{read}/" if read else ""),
        ("UR", cited_url(metadata)),
        ("LA", metadata.language or "zh"),
        ("N1", reprint_note(metadata)),
        *(("KW", word) for word in keywords),
    ]
    written = [f"{tag}  - {one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])


def _csl(metadata: Metadata, fetched: str, id: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": id or _key(metadata),
        "type": _CSL_TYPES.get(genre_of(metadata), "webpage"),
        "language": "en" if metadata.language == "en" else "zh-CN",
        "title": metadata.title,
        "author": [{"literal": name} for name in _authors(metadata.author)],
        "container-title": metadata.site,
        "publisher": metadata.source,
        "issued": _date_parts(metadata.published or ""),
        "accessed": _date_parts(local_day(fetched)),
        "URL": cited_url(metadata),
        "note": reprint_note(metadata),
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else {}
