"""Where the title of a label begins and ends."""

import re

_LONGEST = 120
"""Characters read for a title."""
_SENTENCE = 40
"""Characters; a sentence that a marker opens is a title as a whole up to here, of a longer one its first clause is."""
_LINE = 80
"""Characters; a line of its own without a full stop is a title as a whole up to here."""
_LEFT = re.compile(r"[\s,、.:*_—-]*")
_RIGHT = " \t\r\n,。;:、!?.*_—"
_NEXT = r"\([一二三四五六七八九十\d]{1,3}\)"
"""A marker that follows without a stop: its line break was lost."""
_NESTED = rf"“[^”\n]{{0,80}}”|《[^》\n]{{0,80}}》|(?!{_NEXT})\([^()\n]{{0,60}}\)|‘[^’\n]{{0,40}}’"
_CLAUSE = re.compile(rf"(?:{_NESTED}|(?!{_NEXT})[^,。;:!?\n])*")
_SENTENCES = re.compile(rf"(?:{_NESTED}|(?!{_NEXT})[^。;!?\n])*")
_STEP = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:阶段|步|部分|个?方面)[:,、]")
"""(一)第一阶段:宣传发动阶段: two labels that are one."""
_PERIOD = re.compile(r"\((?=[^()\n]*\d)[^()\n]*[年月日号周][^()\n]*\)")
"""(3月1日—4月30日) says when, and is no part of the name; what follows it is no more of it."""
_GENERIC = re.compile(
    r"(?:(?:指导|总体)思想|(?:总体|目标|工作|基本|有关|几点|相关|具体)要求|(?:工作|总体|主要|发展|行动|基本)目标|目标任务|"
    r"(?:基本|工作|总体)原则|(?:主要|工作|重点|总体|目标)任务|(?:工作|主要|保障|具体|重点|组织)措施|(?:组织|加强组织)领导|"
    r"组织(?:实施|保障|机构)|(?:实施|方法|工作)步骤|(?:工作|主要|基本)内容|(?:工作|时间|总体|具体|进度)安排|(?:活动|工作)主题|"
    r"(?:基本|主要|总体|工作|有关)情况|(?:主要|存在|突出)(?:的)?问题|(?:主要|具体|经验)做法|(?:工作|主要)成效|(?:重要|重大)意义|"
    r"(?:参加|适用|工作|实施)(?:范围|对象|人员)|下一步(?:工作)?(?:打算|安排|计划|思路)|工作重点|经验启示)"
    r"(?=[一-鿿“《])(?![和与及的责体机落管考])"
)
"""Names of sections that every plan has; where a paragraph goes on right after one, its line break was lost."""


def title_span(shadow: str, start: int, end: int, *, opens: bool) -> tuple[int, int]:
    """The title in a stretch behind a marker: a whole line or short sentence where the marker `opens` a paragraph,
    else the first clause; empty (end <= start) when there is none."""
    start = _LEFT.match(shadow, start, end).end()  # type: ignore[union-attr]
    stop = _whole(shadow, start, end) if opens else None
    end = _clause(shadow, start, end) if stop is None else stop
    if period := _PERIOD.search(shadow, start, end):
        end = period.start() if period.start() > start else end
    return start, bare_end(shadow, start, end)


def _whole(shadow: str, start: int, end: int) -> int | None:
    if end - start > _SENTENCE and (generic := _GENERIC.match(shadow, start, end)):
        return generic.end()
    stop = _SENTENCES.match(shadow, start, min(end, start + _LONGEST)).end()  # type: ignore[union-attr]
    if shadow[stop : stop + 1] == "(" and stop < end:
        return None
    is_line = stop == end and not shadow[start:end].rstrip().endswith((":", ",", "、"))
    return stop if stop - start <= (_LINE if is_line else _SENTENCE) else None


def _clause(shadow: str, start: int, end: int) -> int:
    step = _STEP.match(shadow, start, end)
    return _CLAUSE.match(shadow, step.end() if step else start, min(end, start + _LONGEST)).end()  # type: ignore[union-attr]


def bare_end(shadow: str, start: int, end: int) -> int:
    """`end` without the punctuation before it."""
    return start + len(shadow[start:end].rstrip(_RIGHT))
