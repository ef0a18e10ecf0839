"""What kind of document an article is for a citation (GB/T 7714, annex B: 文献类型标识), as far as metadata can say.

Most of what is read on the web is a web page. Anything else is only said where the metadata leaves no doubt: the
address is that of a newspaper's own digital edition, or the title is in the form that 公文 or reports have. 来源 alone
says nothing: a portal that reprints a newspaper is a portal.
"""

import re
from enum import StrEnum
from urllib.parse import urlsplit

from reader.model.article import Metadata
from reader.text.folding import one_line


class Genre(StrEnum):
    """The letters of the standard."""

    WEB_PAGE = "EB"
    NEWSPAPER = "N"
    REPORT = "R"
    OFFICIAL = "A"
    """公文: the standard files a circular of a government under 档案."""


_EDITIONS = {"epaper", "e-paper", "paper", "newspaper", "szb", "dzb"}
"""First labels of host names of digital editions (数字报, 电子版)."""

# nw.D110000renmrb_20130112_3-02.htm: date, number on the page, page, as most digital newspapers name their pages.
_PAGE = re.compile(r"_\d{8}_\d+-([A-Z]?\d+)\.html?$")

_TAIL = r"(?:[（(〔\[].{1,30}[)）〕\]])?$"
"""A number (文号) or year in brackets after a title."""
_OFFICIAL = re.compile(r"关于.+的(?:通知|(?:若干|实施|指导)?意见|决定|决议|批复|公告|通告|通报|命令|函)" + _TAIL)
_REPORT = re.compile(r"(?:(?:工作|统计|调研|调查|年度|发展|研究|评估|监测|分析)报告|白皮书|蓝皮书)" + _TAIL)
# News of a report is no report: 听取…工作报告, 作政府工作报告, but not 工作报告.
_ABOUT = re.compile(r"听取|审议|讨论|发布|印发|解读|学习|通过|提请|(?<![工合协运创操])作(?!用|为|风)")


def genre_of(metadata: Metadata) -> Genre:
    """The kind of an article; WEB_PAGE where nothing says otherwise."""
    title = one_line(metadata.title)
    if newspaper(metadata):
        return Genre.NEWSPAPER
    if _OFFICIAL.search(title):
        return Genre.OFFICIAL
    match = _REPORT.search(title)
    return Genre.REPORT if match and not _ABOUT.search(title[: match.start()]) else Genre.WEB_PAGE


def newspaper(metadata: Metadata) -> str:
    """The newspaper in whose digital edition an article was read; "" for everything else."""
    source = one_line(metadata.source or "")
    host = _address(metadata)[0].partition(".")[0]
    return source if host in _EDITIONS and re.search(r"报(?:海外版)?$", source) else ""


def newspaper_page(metadata: Metadata) -> str:
    """版次 as the address of a digital edition tells it, "2" or "A5"; "" where it does not."""
    match = _PAGE.search(_address(metadata)[1])
    return re.sub(r"(?<!\d)0+(?=\d)", "", match[1]) if match else ""


def _address(metadata: Metadata) -> tuple[str, str]:
    try:
        parts = urlsplit(metadata.url or metadata.original_url or "")
        return (parts.hostname or "").lower(), parts.path
    except ValueError:
        return "", ""
