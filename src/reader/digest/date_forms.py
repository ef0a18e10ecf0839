"""How dates are written: explicit ones (2025年1—8月, 8月22日20时许) and those that count from a day (去年以来).

Rules read the shadow of a text; see `digest.report`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.digest.stamps import Period, Stamp
from reader.model.digest import DateKind


class Mention(NamedTuple):
    """A date in a text: its place, what it says by itself, and what it counts from."""

    start: int
    end: int
    kind: DateKind
    period: Period
    writing: Stamp | None = None
    """Years, months or days to add to the day of publishing: 去年 is -1 years. None when it does not count from it."""
    said: int | None = None
    """Years to add to the year that was said last: 同年 is 0, 次年 is 1."""


_ONES = "〇一二三四五六七八九"
_NUMBERS = {
    (tens + one).replace("〇", ""): 10 * ten + value
    for ten, tens in enumerate(("", "十", "二十", "三十"))
    for value, one in enumerate(_ONES)
} | {"元": 1, "两": 2}
"""Days and months in Chinese numerals."""
_YEAR_DIGITS = str.maketrans(_ONES + "零○", "012345678900")

_YEAR = r"(?:(?:1[89]|20)[0-9]{2}|[一二][八九〇零○][〇零○一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九])"
_DIGIT_MONTH = r"(?:1[0-2]|0?[1-9])"
_DIGIT_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_DAY = rf"(?:{_DIGIT_DAY}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r" ?(?:--?|——?|~|至|到) ?"
_WRITING = {"今年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_SAID = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
_BASE = (
    r"(?P<base>今年(?<![当如现古]今年)|去年(?<![过失回出]去年)|上年(?<!以上年)|前年(?<![以之当目日]前年)|明年(?<!文明年)|本年度(?<![基根成]本年度)"
    rf"|{'|'.join(_SAID)})"
)
_IN_YEAR = rf"(?:(?:(?P<y>{_YEAR}) ?年|{_BASE}) ?)"
_IN_YEAR_2 = rf"(?:(?P<y2>{_YEAR}) ?年 ?)?"

_PARTS = {"上半年": (1, 6), "下半年": (7, 12)}
_PART = (
    r"(?P<part>上半年|下半年|第?[一二三四1-4]季度|前[三3两2二]个?季度"
    r"|[前头](?:1[01]|[1-9]|十一?|[一二两三四五六七八九])个月)"
)
_FEAST = r"“?(?:元旦|春节|元宵节?|清明节?|五一|端午节?|七一|八一|中秋节?|国庆节?|十一|重阳节?|两节|双节|两会)、?”?"
_TIMES = rf"(?:{_FEAST}){{1,3}}(?:期间|假期|前后|前夕|长假|黄金周)"
_SEASON = r"(?:[春夏秋冬][季天]|[寒暑][假期])"
_CLOCK = r"(?:[0-9]{1,2}(?:时|点(?![建要意希]))(?:[0-9]{1,2}分|半|整)?(?:许|左右)?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
_OF_DAY = (
    r"(?:上午|下午|中午|晚间|晚上|晚(?![会报餐宴辈于])|凌晨|清晨|早晨|早上|傍晚|夜间|夜里|深夜|午后|午间|当天|当晚)"
)
_AT = (
    rf"(?: ?(?:\((?:星期|周)[一二三四五六日天]\) ?)?(?:{_OF_DAY}(?: ?{_CLOCK})?|T?{_CLOCK})"
    rf"(?:{_TO}(?:{_OF_DAY} ?)?{_CLOCK})?)?"
)
"""The time of a day is inside the span of its date."""
_NO_MONTH = r"(?![租薪均票饼嫂供收龄球])"
_OF_MONTH = rf"{_NO_MONTH}(?:份?(?:[上中下]旬|底|末|初(?![中级步心]))|份)?"
_NO_YEAR = r"(?!级|届|龄|期(?!间)|的?历史|之久|以上|[多余])"
_END_OF_YEAR = r"年?(?:底|末|初(?![中级步心]))|年中"
_OF_YEAR = rf"(?:{_END_OF_YEAR}|度(?![假过])| ?{_PART}末?|{_TIMES}|{_SEASON})?"
_STOP = r"(?:(?<=[\s,。;:!?、()“”*|>])|(?<![\s\S]))"
"""The beginning of a clause."""
_EDGE = r"(?:(?<=[\s,。;:!?、()“”*|>者于自从至到在日])|(?<![\s\S]))"
"""Where a day without its month may begin (记者28日从…); elsewhere 3日 is how long something takes."""
_NO_DAY = r"(?![内之以均游龄制常后工无办为程报子历语本夜])"

_EXPLICIT = (
    # 8月4日至6日, 2023年1月1日-12月28日, 8月4、5日
    rf"{_IN_YEAR}?(?P<m>{_MONTH}) ?月 ?(?P<d>{_DAY})(?: ?[日号]?{_TO}|[、和及])"
    rf"{_IN_YEAR_2}(?:(?P<m2>{_MONTH}) ?月 ?)?(?P<d2>{_DAY}) ?[日号]{_AT}",
    # 2025年1—8月, 2024年10月至2025年3月, 3、4月份
    rf"{_IN_YEAR}?(?P<m>{_DIGIT_MONTH})(?: ?月?份?{_TO}|(?<!\n[0-9])[、和及])"
    rf"{_IN_YEAR_2}(?P<m2>{_DIGIT_MONTH}) ?月{_OF_MONTH}",
    # 2018—2023年, 2021、2022年, 2023-2024学年
    rf"(?P<y>{_YEAR})(?: ?年?度?{_TO}|[、和及])(?P<y2>{_YEAR}) ?(?:学年|年度?){_NO_YEAR}",
    # 2022-09-01, 2022/9/1 06:03
    rf"(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>{_DIGIT_MONTH})(?P=sep)(?P<d>{_DIGIT_DAY})(?![0-9]|(?P=sep)[0-9])"
    rf"(?:{_TO}(?P<y2>{_YEAR})(?P=sep)(?P<m2>{_DIGIT_MONTH})(?P=sep)(?P<d2>{_DIGIT_DAY})(?![0-9])|{_AT})",
    # 2022-09
    r"(?P<y>(?:19|20)[0-9]{2})-(?P<m>0[1-9]|1[0-2])(?![0-9年月级/.-])",
    # 20世纪90年代, 九十年代初
    r"(?:(?P<age>20|19|21|二十一?|十九)世纪|上个?世纪)?(?P<decade>(?:19|20)?[1-9]0|[二三四五六七八九]十)年代(?:初期?|末期?|中?后期|中期)?",
    # 2019年2月27日下午, 今年8月4日, 8月22日20时许
    rf"{_IN_YEAR}?(?P<m>{_MONTH}) ?月 ?(?P<d>{_DAY}) ?[日号]{_AT}",
    # 2018年5月, 今年9月底, 10月; of Chinese numerals alone only what can be nothing else (十月 is also a name)
    rf"{_IN_YEAR}(?P<m>{_MONTH}) ?月{_OF_MONTH}",
    rf"(?P<m>{_DIGIT_MONTH}) ?月{_OF_MONTH}",
    rf"(?P<m>{_MONTH})月(?:份(?:[上中下]旬|底|末|初)?|[上中下]旬|底|末|初(?![一二三四五六七八九十]))",
    # 2018年底, 2023年前三季度, 2020年国庆期间
    rf"(?P<y>{_YEAR}) ?年{_NO_YEAR}{_OF_YEAR}",
    # 28日上午, 同月28日, 本月6日
    rf"(?:[同当]月|(?P<months>[本上]月)|{_EDGE})(?P<d>{_DIGIT_DAY}) ?日{_NO_DAY}{_AT}",
)

_SINCE = r"(?:(?:入[春夏秋冬汛]|开[春年])?以来)?"

_RELATIVE = (
    # 今年, 去年以来, 今年“七一”期间, 今年上半年; 比上年增长 compares
    rf"{_BASE}(?<![比较]上年)(?![轻龄青幼均迈纪后])"
    rf"(?:度(?![假过])|{_END_OF_YEAR}| ?{_PART}末?|{_TIMES}|{_SEASON})?{_SINCE}",
    # 近年来, 近些年来; 近三年来 is how long
    r"近(?<![附最临将远靠]近)[些几]?年(?![均龄度轻级])来?|最近几年来?|这[几些]年来?(?=[,以])",
    r"目前(?<![项题栏节科条名数剧书]目前)(?![期沿提])",
    r"近日(?<!附近日)(?![均常])来?|近期(?![目规任内重的和与])",
    r"日前(?<![0-9今节生昨次每当作末假工元一二三四五六七八九十]日前)(?![往夕来期])",
    # the others that mean 目前 only where they open a sentence: 当前工作, 现在位置
    rf"最近(?=,|一段)|前不久|不久前|[这前]段时间|{_STOP}(?:如今|当前|现在|眼下|当下)(?=,)",
    rf"{_STOP}{_PART}末?|{_EDGE}年[初底末](?!级)",
    _TIMES,
    rf"(?P<days>昨[天日](?!的)|今[天日](?<!至今[天日])(?=[,从在举召上下晚凌])|前天(?!性)){_AT}",
    r"(?P<months>本月(?<![基日]本月)|这个月|上个?月(?<!以上月)(?<!以上个月))(?![饼球季])[初底末]?",
    r"[本上]周(?<![基以][本上]周)(?![期边长全转密到围年])[一二三四五六日末]?",
)
_DAYS = {"前": -2, "昨": -1, "今": 0}
_MONTHS = {"上": -1, "本": 0, "这": 0}
_FORMS = tuple(
    (re.compile(form), kind)
    for kind, forms in ((DateKind.EXPLICIT, _EXPLICIT), (DateKind.RELATIVE, _RELATIVE))
    for form in forms
)
_MAY_BEGIN_WITH_WORD = (_IN_YEAR, "(?:[同当]月", "(?:(?P<age>", *_RELATIVE)
_WORD_FORMS = tuple((form, kind) for form, kind in _FORMS if form.pattern.startswith(_MAY_BEGIN_WITH_WORD))

_NUMERAL_AT = re.compile(r"[0-9〇零○一二三四五六七八九十元]")
_NUMERAL = re.compile(
    r"[0-9〇零○一二三四五六七八九十元](?<![0-9.〇零○一二三四五六七八九十][0-9〇零○一二三四五六七八九十])"
    r"(?=[0-9〇零○一二三四五六七八九十]{0,3} ?(?:[年月日号季旦宵/.\-—~至到、和及]|世纪))"
)
"""Where a date may begin that begins with a number."""
_WORD = re.compile(
    r"今[年天日]|去年|上[年半月周世个]|下半|前[年天三3两2二十头1-9一四五六七八九不段]|头[0-9一二两三四五六七八九十]|明年|本[年月周]|同[年月]|当[年月前下]"
    r"|次年|翌年|近[年些几日期]|目前|日前|最近|这[几些]年|这段|不久|如今|现在|眼下|第[一二三四1-4]季|年[初底末]|昨[天日]"
    r"|“[元春清五端七八中国十重两双]|春节|清明|端午|中秋|国庆|重阳|两[节会]|双节"
)
"""Where a date may begin that begins with a word; every alternative begins with a character, which makes it fast."""


def mentions(text: str) -> Iterator[Mention]:
    """The dates of a shadow text, in its order; of overlapping ones the first, and of those the longest form."""
    done = 0
    for start in sorted(match.start() for pattern in (_NUMERAL, _WORD) for match in pattern.finditer(text)):
        if start >= done and (mention := _mention(text, start)):
            yield mention
            done = mention.end


def _mention(text: str, start: int) -> Mention | None:
    for form, kind in _FORMS if _NUMERAL_AT.match(text, start) else _WORD_FORMS:
        if match := form.match(text, start):
            said = match.groupdict("")
            base = said.get("base", "")
            if kind is DateKind.RELATIVE and base in _SAID:
                continue  # 当年, 同年 without a month
            return Mention(start, match.end(), kind, _period(said), _writing(said), _SAID.get(base))
    return None


def _writing(said: dict[str, str]) -> Stamp | None:
    """What a date adds to the day of publishing."""
    if (base := said.get("base")) in _WRITING:
        return Stamp(year=_WRITING[base])
    if days := said.get("days"):
        return Stamp(day=_DAYS[days[0]])
    if months := said.get("months"):
        return Stamp(month=_MONTHS[months[0]])
    return None


def _period(said: dict[str, str]) -> Period:
    if part := said.get("part"):
        year = _year(said.get("y"))
        return Period(*(Stamp(year, month) for month in _part(part)))
    if decade := said.get("decade"):
        return _decade(decade, said["age"])
    first = Stamp(_year(said.get("y")), _number(said.get("m")), _number(said.get("d")))
    last = Stamp(_year(said.get("y2")), _number(said.get("m2")), _number(said.get("d2")))
    return Period(first, first if last == Stamp() else last.or_from(first))


def _part(part: str) -> tuple[int, int]:
    """The first and the last month of a part of a year."""
    if part in _PARTS:
        return _PARTS[part]
    number = _number(part.strip("第前头个月季度")) or 1
    if part.endswith("月"):
        return 1, number
    return (1 if part[0] == "前" else 3 * number - 2), 3 * number


def _decade(decade: str, age: str) -> Period:
    """90年代 is of the 20th century unless it says which: reports seldom look farther back."""
    century = _number(age) or 20
    first = _number(decade) or _ONES.find(decade[0]) * 10
    first += 0 if first > 100 else 100 * (century - 1)
    return Period(Stamp(first), Stamp(first + 9))


def _year(year: str | None) -> int | None:
    return int(year.translate(_YEAR_DIGITS)) if year else None


def _number(number: str | None) -> int | None:
    if not number:
        return None
    return int(number) if number.isdigit() else _NUMBERS.get(number)
