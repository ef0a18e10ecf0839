"""The line of date, source and author that stands under a headline, in all its spellings."""

# ruff: noqa: E501  tables of patterns are read by rows

import datetime
import re
from typing import NamedTuple

from reader.text.furniture import simplified


class Byline(NamedTuple):
    """What such lines say; None is "not said". `published` is YYYY-MM-DD."""

    published: str | None = None
    source: str | None = None
    author: str | None = None


_DATE = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)\s?[-/.年–—]\s?(\d{1,2})\s?[-/.月–—]\s?(\d{1,2})(?!\d)"
    r"|(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)
_TIME = re.compile(r"日|T|\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\.\d+)?Z?|[+-]\d\d:\d\d|星期.|周[一二三四五六日]")

_SIGNED = re.compile(r"[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]?")
"""A date alone in this form is the last line of a document, or the day a speech was given: part of the text."""

_LABELS = {
    "date": "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|公布日期|公布时间|发稿时间|录入时间|添加时间|上传时间|提交时间|"
    "时间|日期|发布于|发表于|更新于|发布",
    "written": "成文日期|成文时间|印发日期|发文日期|发文时间|生成日期|公开日期|签发日期",
    "source": "稿件来源|信息来源|文章来源|新闻来源|内容来源|资料来源|消息来源|本文来源|文本来源|来源媒体|来源单位|"
    "来源于|来自|来源|來源|稿源|出处|转自|转载自|摘自|供稿单位|Source",
    "author": "本文作者|文章作者|作者|撰文|撰稿人|撰稿|供稿人|供稿|通讯员|本报记者|记者|文/图|图/文|图文|文字|文|Author|By",
    "editor": "责任编辑|责编|编辑|编审|责任校对|实习编辑",
    "agency": "发文机关|发布机构|发文单位|发布单位",
    "other": "审核人|审核|审读|校对|录入|值班编委|主编|总监制|监制|摄影|图|视频|点击数|点击量|"
    "点击次数|点击|浏览字号|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|访问量|访问次数|人气|字号|字体大小|字体|打印|分享到|分享|"
    "评论|关键词|关键字|标签|索引号|主题分类|发文字号|发布人|发布者|有效性|扫一扫|收藏|"
    "类型|原标题|标题|栏目|专题|转载请注明|所属分类|分类",
}
"""Labels by what they introduce; `other` are known labels whose values nobody needs: they end the value before."""

_SPACED = {"来源": r"来\s*源", "作者": r"作\s*者", "编辑": r"编\s*辑", "记者": r"记\s*者", "时间": r"时\s*间"}
_ANYBODY = re.compile(r"(?:本网|本站|本报|网站|网络)?(?:编辑部?|小编|管理员|通讯员|记者|综合|整理|转载)")
NOBODY = frozenset(
    {
        "佚名",
        "未知",
        "匿名",
        "网络",
        "本站",
        "admin",
        "administrator",
        "unknown",
        "unknown author",
        "管理员",
        "系统管理员",
        "无",
        "不详",
        "none",
        "null",
    }
)
"""Values that name nobody."""
UNSAID = frozenset({"无", "不详", "未知", "佚名", "none", "null", "admin"})
"""Values of 来源 that say nothing; 网络 and 本站 are what the page says."""


def _alternatives(labels: str) -> str:
    return "|".join(_SPACED.get(label, re.escape(label)) for label in labels.split("|"))


_LABEL = re.compile(
    r"(?:"
    + "|".join(rf"(?P<{name}>(?<![一-鿿A-Za-z])(?:{_alternatives(labels)}))" for name, labels in _LABELS.items())
    + r")[^\S\n]*[】〗]?[^\S\n]*[:：]"
)
_LABEL_ALONE = re.compile(r"^[^\S\n]*(来源|信息来源|稿件来源|文章来源|发布时间|发布日期|作者)[^\S\n]*$", re.M)
"""A label in a cell of its own, without a colon; the value stands in the next."""
_VALUE_END = re.compile(r"\n|\u3000|\s{2,}|[|｜丨]|\s[-—·]\s")
_EDGES = " \t\u3000\xa0,，;；:：、/|｜[]【】()（）<>《》\"'“”-—·"


def find_date(text: str) -> str | None:
    """The first calendar date in `text` as YYYY-MM-DD, or None."""
    for match in _DATE.finditer(text):
        numbers = [int(number) for number in match.groups() if number]
        try:
            return datetime.date(numbers[0], numbers[1], numbers[2]).isoformat()
        except ValueError:
            continue
    return None


def without_dates(text: str) -> str:
    """`text` with dates and times replaced by separators."""
    return re.sub(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?", "\n", _DATE.sub("\n", text)).replace("\n日", "\n")


def _value(text: str) -> str | None:
    end = _VALUE_END.search(text)
    value = text[: end.start()] if end else text
    date = _DATE.search(value)
    value = (value[: date.start()] if date else value).strip(_EDGES)
    if value.count("《") > value.count("》"):  # 光明网-《光明日报》 ends with a bracket of its own
        value += "》"
    elif value.count("》") > value.count("《"):
        value = "《" + value
    return value if re.search(r"\w", value) else None


def person(value: str | None) -> str | None:
    """An author's name without the role before or after it; None when it names nobody."""
    if not value:
        return None
    value = re.sub(r"^(?:本报|本网|全媒体|特约)?(?:记者|通讯员|作者|评论员|编辑|撰稿)[:：\s]*", "", value)
    value = re.split(r"[）)。；;]", value)[0]
    value = re.sub(
        r"^.{4,}(?:研究员|教授|部长|主任|主席|院长|会长|书记|局长|处长|科长|所长|博士)(?=[一-鿿]{2,4}$)", "", value
    )
    value = re.sub(r"[\s、,，]+(?:本报|本网)?(?:记者|通讯员|特约记者|实习生)[:：\s]+", " ", value)
    value = re.sub(r"(?:^|\s)(?:文|图|摄影|报道|整理)$", "", value).strip(_EDGES)
    is_somebody = value and value.casefold() not in NOBODY and not _ANYBODY.fullmatch(value) and len(value) <= 60
    return value if is_somebody else None


def _after_label(text: str) -> str:
    """The value after a label; it may stand in the next line (a cell of its own) when that is short."""
    here, _, following = text.partition("\n")
    if here.strip(_EDGES):
        return text.lstrip(" \t\u3000\xa0[【(（《“")
    following = following.lstrip()
    line = following.split("\n", 1)[0]
    return following if len(line) <= 30 and not re.search("[:：]", line) else ""


def labelled(text: str) -> dict[str, list[str]]:
    """The values of all labels in `text`, by kind: date, written, source, author, editor, agency, other; in order of appearance."""
    found: dict[str, list[str]] = {}
    text = _LABEL_ALONE.sub(r"\1：", text)
    matches = list(_LABEL.finditer(simplified(text)))
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        kind = match.lastgroup or "other"
        raw = _after_label(text[match.end() : end])
        value = raw.strip() if kind in ("date", "written") else _value(raw)
        if value:
            found.setdefault(kind, []).append(value)
    return found


def parse_byline(text: str) -> Byline:
    """Date, source and author of a byline; a date counts without a label too."""
    found = labelled(text)
    said = [*found.get("date", ()), *found.get("written", ())]
    dates = [date for value in said if (date := find_date(value))]
    source = next((value for value in found.get("source", ()) if value.casefold() not in UNSAID), None)
    author = next((name for value in found.get("author", ()) if (name := person(value))), None)
    return Byline(dates[0] if dates else find_date(text), source, author)


def printed_author(text: str) -> str | None:
    """The first author that a byline gives, nobody (佚名, admin) too; None when it gives none."""
    return next(iter(labelled(text).get("author", ())), None)


def is_byline(line: str) -> bool:
    """Whether a line is nothing but date, source, author and their like."""
    if len(line) > 200 or line.rstrip().endswith(("。", "！", "？")) or _SIGNED.fullmatch(line.strip()):
        return False
    bare = without_dates(line)
    labels = list(_LABEL.finditer(simplified(line)))
    if labels and len(_TIME.sub("", without_dates(line[: labels[0].start()])).strip(_EDGES + "\n")) <= 12:
        return len(line) < 40 * (len(labels) + 1)
    rest = _TIME.sub("", bare).strip(_EDGES + "\n")
    return find_date(line) is not None and len(rest) <= 12
