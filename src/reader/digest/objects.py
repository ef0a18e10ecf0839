"""What a figure counts: the noun after it, or before it, or what its sentence was already about.

300余名快递小哥 · 划分网格448个 · 解决率、满意率分别从53%、65%提升至97% · 同比增长8.1%, of what was counted before.
"""

import re
from collections.abc import Sequence

from reader.digest.clauses import Clauses
from reader.digest.dealing import dealt
from reader.digest.measures import Measure
from reader.digest.nouns import (
    action_behind,
    each_of,
    first_noun,
    is_done_to_noun,
    noun_ahead,
    noun_behind,
    noun_or_action_ahead,
)
from reader.digest.roles import Tagger, Words, words_of
from reader.model.digest import FigureKind

_SENTENCE_END = re.compile("[。!?…\t\n]")
_BETWEEN = re.compile(" ?(?:[、和与及,] ?)?")
"""Between the members of a list of figures."""
_COMPARISON = re.compile(
    "同比|环比|同口径|(?<![对占环同可相])比(?![例重率值赛拼])|较(?![大多好高])|[年月日人户亩]均年?$"
)
_ABOVE = ("高于", "低于", "高出", "超出", "领先")
_MADE = ("至", "到", "为")
"""Before the number: it is what something came to, not by how much it changed."""
_EACH = re.compile("每(?![年月天日周季次期人户亩秒千百兆])[^每、]{1,9}$")
"""每个网格覆盖 100—300户: what so many are the standard for."""
_PER = re.compile("(?:每(?:年|月|天|日|周|季度|人|户|亩|千瓦时|兆瓦时|平方米|吨|次))+")
_MOST_PER = 2
_ITSELF = frozenset(("人", "人次", "户次", "人份"))
"""Units that say what is counted, so a verb behind them is what those do."""
_ALL = re.compile("[均都各共]|分别")
_LONGEST_LIST = 30
_IN_ALL = ("共", "共计", "合计", "总计", "共有")
_PLACES = frozenset("省市县区镇乡村国")
_IN_BRACKETS = re.compile(r"[(（][^()（）\n]{1,6}[)）]")
_WHOLE_AREA = re.compile("[全本我](?:[市区县省镇乡村]|街道)(?=.)")
_ONGOING = ("近", "过去", "未来", "最近", "今后")
_COUNTED = frozenset((FigureKind.COUNT, FigureKind.STRUCTURAL))
_RATES = frozenset((FigureKind.PERCENT, FigureKind.RATE))
_MOST_ADJACENT = 3


def objects(text: str, content: str, found: Sequence[Measure], tag: Tagger) -> list[str]:
    """What each of `found` counts, in the words of `text`, "" where that cannot be told; `content` is `text` folded."""
    reading = _Reading(text, content, found, tag)
    while len(reading.objects) < len(found):
        reading.next()
    return reading.objects


class _Reading:
    """A walk over the figures of a text, which remembers what the sentence is about."""

    def __init__(self, text: str, content: str, found: Sequence[Measure], tag: Tagger) -> None:
        self.objects: list[str] = []
        self._text, self._content, self._clauses = text, content, Clauses(content)
        self._found, self._tag = found, tag
        self._subject = ""

    def next(self) -> None:
        """Find the object of the next figure, or of the next few that 分别 deals out."""
        index = len(self.objects)
        if not index or _SENTENCE_END.search(self._content, self._found[index - 1].end, self._found[index].start):
            self._subject = ""
        if not self._deal(index):
            self.objects.append(self._object(index))

    def _object(self, index: int) -> str:
        measure, before = self._found[index], self._found[index - 1] if index else None
        behind = self._behind(index)
        if behind and not behind[2]:
            return self._remember(behind[0], behind[1])
        start, end = self._stretch_before(measure, before)
        words = self._words(start, end)
        roles = words.roles.rstrip("lxua")
        if behind and not is_done_to_noun(roles):
            return self._remember(behind[0], behind[1])
        if measure.unit in _ITSELF and self._content.endswith(_IN_ALL, start, end) and (done := self._action(measure)):
            return done
        if not roles and before and _BETWEEN.fullmatch(self._content, before.end, end):
            if measure.unit == before.unit or before.end == start:
                return self.objects[-1]  # 8.9和10.2个百分点, 179批次633人
            if measure.kind is FigureKind.COUNT:
                return self._first(self._clauses.start(start), start)  # 小区有23栋楼、1860户
        is_same = before is not None and start == before.end
        found = self._ahead(measure, words, roles, is_same) or self._action(measure) or self._around(measure)
        if not found and not roles and measure.kind is not FigureKind.DURATION:
            found = self._clause_before(start)
        per = _PER.match(self._content, end, measure.start)
        return found or (per[0] if per else "")

    # --- pieces ---

    def _words(self, start: int, end: int) -> Words:
        return words_of(self._content, start, end, self._tag)

    def _remember(self, start: int, end: int) -> str:
        self._subject = self._told(start, end)
        return self._subject

    def _told(self, start: int, end: int) -> str:
        """The words of a span: without 全市 before them, and without 分别 among them."""
        whole = _WHOLE_AREA.match(self._content, start, end)
        return self._text[whole.end() if whole else start : end].strip().replace("分别", "")

    def _first(self, start: int, end: int) -> str:
        return self._told(*first_noun(self._words(start, end)))

    # --- after the figure ---

    def _behind(self, index: int) -> tuple[int, int, bool] | None:
        """See `noun_behind`."""
        measure, end = self._found[index], self._found[index].end
        if measure.unit == "人" and self._content.endswith("口", 0, end):
            return end - len("人口"), end, False
        for later in self._found[index + 1 : index + _MOST_ADJACENT]:
            end = later.end if later.start == end else end  # 6方面33项措施
        stretch = self._clauses.after(end)
        if stretch[0] == stretch[1] or self._is_while(measure):
            return None
        is_count = measure.kind in _COUNTED and measure.unit not in _ITSELF
        return noun_behind(self._content, self._words(*stretch), is_count)

    def _is_while(self, measure: Measure) -> bool:
        """过去6个月核心价格指数…: the noun after it is what it happened to."""
        is_ongoing = measure.approx == "近" or self._content.endswith(_ONGOING, 0, measure.start)
        return measure.kind is FigureKind.DURATION and is_ongoing

    def _action(self, measure: Measure) -> str:
        start, end = self._clauses.after(measure.end)
        return self._told(*action_behind(self._words(start, end))) if start < end else ""

    def _around(self, measure: Measure) -> str:
        """3省(市): the unit itself; 不到24小时,虫患就被清除: what the next clause is about."""
        if measure.unit in _PLACES:
            stretch = _IN_BRACKETS.match(self._text, measure.end)
            return measure.unit + (stretch[0] if stretch else "")
        if measure.kind is not FigureKind.DURATION or not self._content.startswith(",", measure.end):
            return ""
        return self._first(*self._clauses.after(measure.end + 1))

    def _clause_before(self, start: int) -> str:
        """社会物流总额稳定增长,超过300万亿元: what the clause before is about."""
        if self._content[start - 1 : start] != ",":
            return ""
        return self._first(self._clauses.start(start - 1), start - 1)

    # --- before the figure ---

    def _stretch_before(self, measure: Measure, before: Measure | None) -> tuple[int, int]:
        """The stretch of its clause before it, from the figure before it on, without 近, without 每人每月."""
        content, end = self._content, measure.start
        lead = measure.approx.partition("…")[0]
        if lead and content.endswith(lead, 0, end):
            end -= len(lead)
        if content.startswith(")", measure.end) and content[end - 1 : end] == "(":
            end -= 1  # 高于全国(6.9%)
        start = self._clauses.before(end)
        if before is not None and before.end > start and content[before.end : before.end + 1] != ")":
            start = before.end
        for _ in range(_MOST_PER):
            per = content.rfind("每", start, end)
            end = per if per >= 0 and _PER.fullmatch(content, per, end) else end
        return start, end

    def _ahead(self, measure: Measure, words: Words, roles: str, is_same: bool) -> str:
        start, end = words.starts[0], words.starts[len(roles)]
        if each := _EACH.search(self._content, start, words.starts[-1]):
            return self._remember(*each_of(self._words(*each.span())))
        if not roles:
            is_first = measure.kind is FigureKind.DURATION and not is_same
            return (is_first and (self._action(measure) or self._around(measure))) or self._subject
        if measure.kind in _RATES and (share := self._content.find("占", start, end)) >= 0:
            return self._share(words, roles, share)
        if roles[-1] == "c" or (roles[0] == "c" and self._content.startswith(_ABOVE, start)):
            return self._changed(measure, words, roles, is_same)
        is_again = words.roles[:1] == "l" and bool(self._subject) and measure.unit == self._found[len(self.objects) - 1].unit
        if self._content.startswith(_MADE, end):  # 余额调整为: what it was made
            roles = roles.rstrip("vcp") or roles
        noun = noun_or_action_ahead(roles)
        if noun is None or (is_again and noun_ahead(roles) is None):
            return self._subject
        end = words.starts[len(roles)]
        return self._remember(self._listed(words.starts[noun], end, words.starts[-1]), end)

    def _changed(self, measure: Measure, words: Words, roles: str, is_same: bool) -> str:
        """What grew or shrank, and for a rate or a comparison how it is put: 地区生产总值同比增长."""
        start, end, last = words.starts[0], words.starts[len(roles)], words.starts[len(roles) - 1]
        comparison = _COMPARISON.search(self._content, start, last)
        if comparison and comparison[0] in "比较" and comparison.end() == last:
            comparison = None  # 收入比缩小
        size = _index(words, comparison.start()) if comparison else roles.index("c")
        ahead = roles[:size].rstrip("lxuca")
        is_made = self._content.startswith(_MADE, end) or self._content.endswith(_MADE, last, end)
        noun = noun_ahead(ahead) if is_same or is_made else noun_or_action_ahead(ahead)
        if noun is not None:
            subject = self._remember(words.starts[noun], words.starts[len(ahead)])
            is_change = not is_made and (comparison or measure.kind in _RATES)
            return self._told(words.starts[noun], end) if is_change else subject
        if is_same or is_made:
            return self._subject
        return self._subject + self._told(comparison.start() if comparison else words.starts[size], end)

    def _share(self, words: Words, roles: str, share: int) -> str:
        """中央级收入占全区比重; without a noun before 占, the share of what the sentence is about."""
        end = max(words.starts[len(roles)], share + 2 * self._content.startswith("占比", share))
        ahead = roles[: _index(words, share)].rstrip("lxuca")
        noun = noun_ahead(ahead)
        if noun is None:
            return self._subject + self._told(share, end) if self._subject else self._remember(share, end)
        self._remember(words.starts[noun], words.starts[len(ahead)])
        return self._told(words.starts[noun], share if end == share + len("占") else end)

    def _listed(self, start: int, end: int, number: int) -> int:
        """响应率、解决率、满意率均达到100%: where what all of them are begins."""
        if self._content[start - 1 : start] != "、" or not _ALL.search(self._content, end, number):
            return start
        begin = self._clauses.start(start)
        return begin if start - begin < _LONGEST_LIST else start

    # --- 分别 ---

    def _deal(self, index: int) -> bool:
        """解决率、满意率分别从53%、65%: to each its own; False when 分别 does not stand before the figure at `index`."""
        content, found, start = self._content, self._found, self._found[index].start
        begin = self._clauses.start(start)
        place = content.rfind("分别", begin, start)
        if place < 0 or (index and found[index - 1].end > place):
            return False
        end = index + 1
        while end < len(found) and _BETWEEN.fullmatch(content, found[end - 1].end, found[end].start):
            end += 1
        listed = self._text[begin:place].strip().removeprefix("其中")
        names = dealt(listed) if listed else self.objects[-(end - index) :]
        if len(names) != end - index:
            return False
        what = self._dealt_what(place + len("分别"), self._stretch_before(found[index], None)[1])
        self.objects += [name + what for name in names]
        self._subject = listed
        return True

    def _dealt_what(self, start: int, end: int) -> str:
        """分别同比增长: what all of them did; "" where 分别 only leads to the numbers (分别为, 分别从)."""
        words = self._words(start, max(start, end))
        roles = words.roles.rstrip("lxu")
        return self._text[start : words.starts[len(roles)]] if roles[-1:] in tuple("cnqt") else ""


def _index(words: Words, offset: int) -> int:
    """Which word begins at or after `offset`."""
    return next(index for index, start in enumerate(words.starts) if start >= offset)
