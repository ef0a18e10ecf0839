"""Numbers with their units in a text: what is a figure, its value, and what makes it approximate."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader.digest.approximators import leading
from reader.digest.numerals import ARABIC, CHINESE, MAGNITUDE, NUMERAL, value_of, whole
from reader.digest.units import NEVER_AFTER_ONE_DIGIT, UNIT, kind_of, plain_unit
from reader.model.digest import FigureKind


class Measure(NamedTuple):
    """A number with its unit: code points of the text, half-open."""

    start: int
    end: int
    value: float
    value2: float | None
    unit: str
    approx: str
    kind: FigureKind


class _Parts(NamedTuple):
    """What a number consists of, as written; "" where it has no such part."""

    start: int
    end: int
    numeral: str
    unit: str
    inner: str
    """余 or 多, before the unit or after it."""
    trail: str
    """以上, 左右."""


_TRAIL = (
    "((?<=[年天时米里吨元岁倍成亩斤月周钟])多(?![元样功种媒次维层方边重级渠措部组少数家年发头点式项业民党])|(?<=[年月天倍])半)?+"
    r"( ?(?:及|\(含\))?(?:以上|以下|以内|之内|左右|上下|开外|有余))?+"
)
_ARABIC = re.compile(
    rf"([0-9](?<![0-9A-Za-z.第×/@_].){ARABIC[5:]}(?: ?{MAGNITUDE}++(?:[0-9]++{MAGNITUDE}++)?+)?+)"
    rf" ?+([余多]|来(?=[个名位家条]))?+({MAGNITUDE}++)?+(?: ?({UNIT}))?+{_TRAIL}"
    r"(?(4)(?! ?(?:以|之)外)|(?![0-9A-Za-z×]|[.:/][0-9]))"
)
"""Groups: numeral, 余 or 多, magnitude after it, unit, 多 after the unit, 以上 and the like.

These expressions begin with one set of characters, and look back only then: the search for a set is fast."""
_CHINESE = re.compile(
    rf"([一两三四五六七八九十二百千万亿](?<![{NUMERAL}0-9A-Za-z.第几数].)(?:(?<!一)|(?=[十百千万亿成倍]|点[零一二三四五六七八九]))"
    rf"[{NUMERAL}]*+(?:点[零一二两三四五六七八九]++[百千万亿]*+)?)([余多]|(?<=十)来)?+([百千万亿]++)?+"
    rf"(?:({UNIT})|(?<=[百千万亿余多])){_TRAIL}(?!以外|之外)"
)
"""The same groups."""
_SHARE = re.compile(
    rf"(?:分之(?<=([百千万二三四五六七八九十])分之)(百|{ARABIC}|{CHINESE})|一半(?<![另前后]一半)(?![是天会]|的一)){_TRAIL}"
)
"""百分之八十, 三分之二, 一半; the first numeral stands before the match."""

_LOW = re.compile(
    rf"((?<![0-9A-Za-z.第]){ARABIC} ?{MAGNITUDE}*+|(?<![{NUMERAL}第几数])[一二两三四五六七八九十]{{1,3}})( ?{UNIT})?"
    r" ?(——?|-|~|至|到|、) ?\Z"
)
_LONGEST_LOW = 16
_LINKS = frozenset("—-~至到、 ")
_MAGNITUDES = "百千万亿"
_DIGITS = "两三四五六七八九十"
_MINUS = re.compile(r"(?<![0-9A-Za-z])-\Z")
_SIGNED = frozenset(("%", "‰", "℃", "摄氏度", "个百分点", "百分点"))

_YEAR = re.compile("(?:0|1[5-9]|20)[0-9]{1,2}(?:[0-9](?![0-9]))?")
_LEXICAL = re.compile(
    "一点一点|两个(?:维护|确立|一百年|务必|结合|先行|毫不动摇)|.{1,2}个(?:意识|自信|全面|伟大|务必|代表|革命|面向|最严|必由之路|必须坚持|坚持|明确|大局"
    "|区分开来|特别|铁一般|一(?![个点些定批名条]))|.位一体|三支一扶|.项规定|.次产业|二级市场|二人转|三人行|五年规划|[两三]步走|四周"
    "|.[家棵间道](?:[子户庄树屯]?[村屯](?![级民委办])|树[乡镇]|子[沟营])|三门[峡县]|七台河|五台[山县]|九台区|三台县|五家渠|五棵松|五大连池|三间房"
)
"""Words that begin like a count and are names: political abbreviations, places."""
_RANK = re.compile(
    "[二三四五六七八1-9]级(?:甲等|乙等|医院|公立|以上医院|警|教授|保护|文物|响应|应急|预警|公路|标准|运动员|裁判|英模|主任|高级|律师|巡视|调研)"
)
_AFTER_FRONT = re.compile(r"(?<![目当之以此提日])前\Z")
"""前11个月, 前10名: dates and ranks; 目前3名 is none."""
_RANKED = frozenset(("个月", "名", "位", "个季度", "国", "家", "大"))

_TIMES_OF_DAY = frozenset(("上午", "中午", "下午", "晚上", "早上", "凌晨", "傍晚", "夜里", "清晨", "每晚", "早晨"))
_AFTER_CLOCK = frozenset(" ,。;、:!?到至前后起许整—-~)")
_FEW = 10
_SHAPES = frozenset(
    "级 大 类 种 项 方面 环节 层面 维度 阶段 步 板块 个方面 个环节 个层面 个维度".split()  # noqa: SIM905 - read as a table
)
_SHAPES_AFTER = ("方面", "环节", "层面", "维度", "阶段", "步骤", "板块", "层次")
"""Of three kinds, in five steps: the shape of a model, when they are few."""

_BARE = re.compile(r"(?:为|达|达到|至|到|指数|得分|评分|系数|约|超过|上涨|下跌|升|降|了|均)\Z")
_NOUN_OF_BARE = re.compile(" ?(?:个?社区|部门|街道|乡镇|村庄|小区|单位|企业|国家|城市|省份|地区|学校)")
_BEFORE_BARE = re.compile(r"(?:等|全[市区县省镇国]|共|覆盖|涉及|联系|辖区?|惠及|服务) ?\Z")


def measures(content: str) -> list[Measure]:
    """What counts or measures in `content` (folded, as `text.shadow` does), in text order; dates and whatever else is
    no figure must be blanked out before."""
    found: list[Measure] = []
    parts = sorted(chain(_shares(content), _arabic(content), _chinese(content)))
    for each in parts:
        measure = _measure(content, each)
        if measure is None:
            continue
        while found and found[-1].start >= measure.start:
            found.pop()  # 5%至5.25%: the low end was read on its own as well
        if not found or measure.start >= found[-1].end:
            found.append(measure)
    return found


def _arabic(content: str) -> Iterator[_Parts]:
    for match in _ARABIC.finditer(content):
        numeral, inner, more, unit, after, trail = match.groups("")
        start, end = match.span()
        if not unit and not (inner or more or trail or numeral[-1] in _MAGNITUDES):
            if not _counts_without_unit(content, start, end, numeral):
                continue
        elif _is_year(numeral, unit, inner + more) or _is_ordinal(content, start, end, unit):
            continue
        yield _Parts(start, end, numeral + more, unit, inner + after, trail)


def _chinese(content: str) -> Iterator[_Parts]:
    for match in _CHINESE.finditer(content):
        numeral, inner, more, unit, after, trail = match.groups("")
        start, end = match.span()
        if numeral == "二" or (numeral in _DIGITS and not inner and unit in NEVER_AFTER_ONE_DIGIT):
            continue
        if numeral == "一" and unit not in ("成", "倍"):
            continue
        if not _LEXICAL.match(content, start) and not _is_ordinal(content, start, end, unit):
            yield _Parts(start, end, numeral + more, unit, inner + after, trail)


def _shares(content: str) -> Iterator[_Parts]:
    for match in _SHARE.finditer(content):
        base, share, _, trail = match.groups("")
        start, end = match.span()
        if not base:
            yield _Parts(start, end, "半", "", "", trail)
        elif base in ("百", "千"):
            yield _Parts(start - 1, end, share, "%" if base == "百" else "‰", "", trail)
        elif content[start - 2] not in NUMERAL:
            yield _Parts(start - 1, end, f"{base}分之{share}", "", "", trail)


def _is_year(numeral: str, unit: str, rounded: str) -> bool:
    """2022年; 2023级 and 2301级 are of a school."""
    if rounded or unit not in ("年", "级", "届"):
        return False
    return bool(_YEAR.fullmatch(numeral)) or (unit == "级" and len(numeral) > len("17"))


def _is_ordinal(content: str, start: int, end: int, unit: str) -> bool:
    """Whether it names a place in an order or a time of day: 前10名, 三级医院, 十九大, 12时30分."""
    before = content[start - 1 : start]
    if before == "前" and unit in _RANKED and _AFTER_FRONT.search(content, max(start - 2, 0), start):
        return True
    if unit == "分":
        return before in ("时", "点")
    if unit == "点":
        return _is_clock(content, start, end)
    if unit == "栋":  # 4 栋 607
        return content[end : end + 2].strip()[:1].isdigit()
    if unit == "级":
        return bool(_RANK.match(content, start))
    if unit in ("大", "届"):
        spelled = not content[start].isdigit() and end - start > 2
        return spelled or content.endswith(("党的", "中共"), 0, start)
    return unit == "次" and before == "届"


def _is_clock(content: str, start: int, end: int) -> bool:
    """晚上9点 and 9点前, but 收于3979.33点 and 三点意见."""
    if "." in content[start:end] or end - start > len("24点"):
        return False
    return content[start - 2 : start] in _TIMES_OF_DAY or content[end : end + 1] in _AFTER_CLOCK


def _counts_without_unit(content: str, start: int, end: int, numeral: str) -> bool:
    """A bare number is a figure where it is the value of an index (升至103.5) or counts the noun after it (等7部门)."""
    window = max(start - 3, 0)
    if "." in numeral:
        return bool(_BARE.search(content, window, start))
    return bool(_NOUN_OF_BARE.match(content, end) and _BEFORE_BARE.search(content, window, start))


def _measure(content: str, parts: _Parts) -> Measure | None:
    """None when the number has no value, or is too vague to be one (百个, without 近 or 余)."""
    start, end, numeral, unit, inner, trail = parts
    values = value_of(numeral)
    if values is None:
        return None
    value, value2 = values
    if unit in _SIGNED and _MINUS.search(content, max(start - 2, 0), start):
        value, start = -value, start - 1
    if "半" in unit or "半" in inner:
        value, inner = value + 0.5, inner.replace("半", "")
    if start > 1 and content[start - 1] in _LINKS and value2 is None:
        start, value, value2 = _with_low(content, start, value, numeral, unit)
    lead = leading(content, start, numeral[0] in _MAGNITUDES)
    if numeral[0] in _MAGNITUDES and not (lead or inner or trail):
        return None
    approx = _approximator(lead, inner or ("多" if "多" in unit else ""), trail.strip())
    kind = FigureKind.STRUCTURAL if value <= _FEW and _is_shape(content, end, unit) else kind_of(unit)
    return Measure(start, end, value, value2, plain_unit(unit), approx, kind)


def _is_shape(content: str, end: int, unit: str) -> bool:
    return unit in _SHAPES or (unit == "个" and content.startswith(_SHAPES_AFTER, end))


def _approximator(lead: str, inner: str, trail: str) -> str:
    """近…余 for what stands on both sides."""
    behind = inner or trail
    return f"{lead}…{behind}" if lead and behind else lead or behind


def _with_low(content: str, start: int, high: float, numeral: str, unit: str) -> tuple[int, float, float | None]:
    """Where the range begins that ends with this number, its low and its high value; the number alone if none does."""
    alone = start, high, None
    low = _LOW.search(content, max(start - _LONGEST_LOW, 0), start)
    if low is None or (low[2] and low[2].strip() != unit):
        return alone
    if low[3] in "至到" and content[low.start() - 1 : low.start()] in ("从", "由"):
        return alone
    values, own = value_of(low[1]), value_of(numeral.rstrip(_MAGNITUDES) or "1")
    if values is None or own is None or values[1] is not None or (low[3] == "、" and (low[2] or len(low[1]) > 2)):
        return alone
    value = values[0]
    if low[1][-1] not in _MAGNITUDES and value < own[0]:
        value = whole(value * high / own[0])  # 3—5万元 begins with 30000
    return (low.start(), value, high) if value < high else alone
