"""Key passages: the five sentences that say what the model is, its parts, what is new in it, and what came of it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from reader.digest.report import Report
from reader.model.blocks import BlockKind, Span
from reader.model.digest import DateKind, Digest, FigureKind, Item, KeyPassage, Reason

_MOST = 5
_A_PARAGRAPH = 2
"""Passages of one paragraph, so that no section is left out; a text of less than four paragraphs has no choice."""
_FEW_PARAGRAPHS = 4
_SHORTLIST = 100
"""Sentences whose words are read; of a longer text those for which figures, names and places speak most."""
_FIRST = 30
"""Sentences at the beginning of a longer text that are read in any case."""


class _Sign(NamedTuple):
    weight: float
    """Points; a sign is counted once unless `_OFTEN` has it."""
    reason: Reason | None = None
    """The question that a sentence with this sign answers."""


_SIGNS = MappingProxyType({
    "lead": _Sign(3, Reason.MODEL),  # the first sentence with something in it says who does what
    "model": _Sign(3, Reason.MODEL),  # the first that names the model
    "again": _Sign(1, Reason.MODEL),  # the model is named once more
    "parts": _Sign(2, Reason.PARTS),  # two parts of the model, or several labels of the outline
    "shape": _Sign(1, Reason.PARTS),  # how many parts there are: 三大举措
    "chain": _Sign(2, Reason.MECHANISM),  # A——B——C
    "structure": _Sign(2, Reason.MECHANISM),
    "act": _Sign(1, Reason.MECHANISM),
    "document": _Sign(1, Reason.MECHANISM),  # a paper was issued
    "label": _Sign(1, Reason.MECHANISM),  # 一是 opens it: the author says that here is a point
    "figure": _Sign(1, Reason.RESULT),
    "result": _Sign(1, Reason.RESULT),
    "lasting": _Sign(1, Reason.LASTING),
    "term": _Sign(0.5, Reason.MECHANISM),  # a name that was coined for it
    "meeting": _Sign(0.5, Reason.MECHANISM),  # 会议要求: of a meeting, what it decided
    "empty": _Sign(-2),  # neither figure nor name nor act: a slogan
    "said": _Sign(-3),  # what somebody thinks of it
    "protocol": _Sign(-2),  # who sat in the meeting
    "short": _Sign(-1),
    "question": _Sign(-2),
})  # fmt: skip
_ORDER = (Reason.MECHANISM, Reason.MODEL, Reason.PARTS, Reason.RESULT, Reason.LASTING)
"""Of two reasons that are as good the earlier."""
_OFTEN = MappingProxyType({"figure": 3, "lasting": 2})
_SAME_REASON = 1
"""Points that each passage chosen for the same reason costs, so that all questions get an answer."""
_SAME_WORDS = 0.7
"""Share of pairs of characters by which two sentences are the same with other numbers."""
_SUBSTANCE = ("figure", "structure", "act", "paper", "chain", "term", "model", "meeting", "body", "date")
_SHORT = 20
_HEADING = 40
"""Characters; a shorter line without a full stop is a label and no sentence."""
_QUOTE = 500
"""Characters before a sentence in which a quotation that it belongs to begins."""

_CUES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("structure", "体系|机制|制度|清单|架构|格局|平台|网格化|队伍"),
        ("act", "建立|创新|打造|构建|搭建|推行|设立|成立|组建|制定|试点|整合|首创"),
        ("result", "目前|截至|累计|以来|达到|实现|同比|提升至|下降|增长|解决|完成"),
        ("lasting", "推广|复制|经验|荣获|荣誉|案例|范例|示范|共识|长效|常态|考核|挂钩|成果|转化为"),
        ("meeting", "^会议(?:强调|明确|要求|决定|提出)"),
        ("said", "(?<!会议)(?:表示|认为|坦言|呼吁|(?<!据)介绍)[,:]"),
        ("protocol", "(?:参加|出席|列席|主持)(?:了|本次|此次)?(?:会议|活动|座谈|调研|仪式)|陪同"),
        ("question", "[?]”?$"),
    )
)
_NEVER = re.compile(
    r"^(?:图为|图片说明|资料图|各位|同志们|尊敬的|大家好|朋友们|女士们|先生们|谢谢|感谢大家|现在,?我代表)"
    r"|^“[^”]*(?:[。!?,]”|$)"
    r"|(?<![来小学听传演述解可以据])说[,:。]|[说道称诉绍慨言问答][,:]“"
    r"|(?:他|她|们|书记|主任|局长|居民|党员|群众|记者|大爷|大妈|阿姨|负责人)(?:表示|坦言|呼吁|认为|感慨|感叹)|告诉记者"
)
"""Captions, greetings, and what a person said."""
_STOPS = "。!?…;"
_CLOSING = "”’\"')》"
_SIZES = range(6, 2_000)
"""Characters of a sentence; a shorter one is an exclamation, a longer one a text without full stops."""
_NO_PROSE = {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE_ROW, BlockKind.IMAGE}
"""What a page says is no sentence."""


class _Sentence(NamedTuple):
    span: Span
    words: str
    paragraph: int
    score: float
    reason: Reason


def _score(signs: Mapping[str, int]) -> float:
    """Points of all signs."""
    return sum(_SIGNS[name].weight * times for name, times in signs.items() if name in _SIGNS)


def _reason(signs: Mapping[str, int]) -> Reason:
    """The question that a sentence answers best; how things are done where nothing tells.

    The sentence that introduces the model says first of all what it is, whatever else it says.
    """
    if "model" in signs or "lead" in signs:
        return Reason.MODEL
    points = {Reason.MECHANISM: 0.0}
    for name, times in signs.items():
        if name in _SIGNS and (reason := _SIGNS[name].reason):
            points[reason] = points.get(reason, 0.0) + _SIGNS[name].weight * times
    return max(_ORDER, key=lambda reason: points.get(reason, 0.0))


def key_passages(report: Report, digest: Digest) -> list[KeyPassage]:
    """In text order, at most five; `digest` has every other layer."""
    first = report.body_lines[0].start if report.body_lines else len(report.text)
    reader = _Reader(report, [span for span in report.sentences if span.start >= first])
    reader.take(digest)
    limit = _A_PARAGRAPH if reader.paragraphs >= _FEW_PARAGRAPHS else _MOST
    return [
        KeyPassage(text=report.text[slice(*each.span)], start=each.span.start, end=each.span.end, reason=each.reason)
        for each in sorted(_chosen(reader.candidates(), limit), key=lambda each: each.span)
    ]


def _chosen(candidates: Sequence[_Sentence], limit: int) -> list[_Sentence]:
    """The best one after the other: not always for the same reason, none that says what one has said, and of one
    paragraph no more than `limit`, unless there would be less than five."""
    chosen: list[_Sentence] = []
    said: list[set[str]] = []
    reasons = dict.fromkeys(Reason, 0)
    paragraphs = dict.fromkeys((each.paragraph for each in candidates), 0)
    left, aside = list(candidates), list[_Sentence]()
    while left and len(chosen) < _MOST:
        open_ones = [each for each in left if paragraphs[each.paragraph] < limit] or left
        best = max(open_ones, key=lambda each: each.score - _SAME_REASON * reasons[each.reason])
        left.remove(best)
        pairs = {best.words[at : at + 2] for at in range(len(best.words) - 1)}
        if any(_is_repeated(pairs, others) for others in said):
            aside.append(best)
            continue
        chosen.append(best)
        said.append(pairs)
        reasons[best.reason] += 1
        paragraphs[best.paragraph] += 1
    known = {each.words for each in chosen}
    others = {each.words: each for each in aside if each.words not in known}
    return [*chosen, *islice(others.values(), _MOST - len(chosen))]


def _is_repeated(pairs: set[str], others: set[str]) -> bool:
    """Whether two sentences say the same: most pairs of characters of the one are in the other, too."""
    return len(pairs & others) > _SAME_WORDS * min(len(pairs), len(others))


class _Reader:
    """Finds the signs that sentences have."""

    def __init__(self, report: Report, sentences: Sequence[Span]) -> None:
        self._report = report
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._lines = [line.start for line in report.body_lines]
        self._signs: dict[int, dict[str, int]] = {}
        self._headings: set[int] = set()
        self._needs_lead = False
        """There is no model, and the sentence that says who does what was not found yet."""

    def take(self, digest: Digest) -> None:
        """Note what the other layers found, each in its sentence."""
        self._note("figure", (each for each in digest.figures if each.kind is not FigureKind.STRUCTURAL))
        self._note("shape", (each for each in digest.figures if each.kind is FigureKind.STRUCTURAL))
        self._note("chain", digest.chains)
        self._note("document", (each for each in digest.documents if each.verb))
        self._note("paper", digest.documents)
        self._note("term", digest.terms)
        self._note("body", digest.orgs)
        self._note("date", (each for each in digest.dates if each.kind is DateKind.EXPLICIT))
        self._note_labels(digest)
        self._note_model(digest)

    def candidates(self) -> list[_Sentence]:
        """The sentences that may be chosen, in text order, with all their signs."""
        indices: Iterable[int] = range(len(self._sentences))
        if len(self._sentences) > _SHORTLIST:
            best = nlargest(_SHORTLIST, self._signs, key=lambda index: (_score(self._signs[index]), -index))
            indices = sorted({*best, *range(_FIRST)})
        return [each for index in indices if (each := self._read(index))]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs have a sentence, counted until there are enough to choose among."""
        prose = (self._line(span.start) for index, span in enumerate(self._sentences) if self._is_prose(index, span))
        return len(set(islice(prose, _SHORTLIST)))

    def _index(self, place: int) -> int | None:
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 and place < self._sentences[index].end else None

    def _add(self, index: int, sign: str, times: int = 1) -> None:
        signs = self._signs.setdefault(index, {})
        signs[sign] = min(signs.get(sign, 0) + times, _OFTEN.get(sign, 1))

    def _note(self, sign: str, items: Iterable[Item]) -> None:
        for index, times in Counter(self._index(item.start) for item in items).items():
            if index is not None:
                self._add(index, sign, times)

    def _note_labels(self, digest: Digest) -> None:
        """A sentence that is nothing but a label says nothing; one that a marker opens makes a point."""
        labels: Counter[int] = Counter()
        for node in digest.outline:
            first, last = self._index(node.start), self._index(node.end - 1)
            if first is None or last is None:
                continue
            is_whole = node.start <= self._sentences[first].start and node.end >= self._sentences[last].end - 1
            if is_whole:
                self._headings.update(range(first, last + 1))
            elif node.marker:
                labels[first] += 1
        for index, times in labels.items():
            self._add(index, "label")
            if times > 1:
                self._add(index, "parts")

    def _note_model(self, digest: Digest) -> None:
        self._needs_lead = digest.model is None or self._index(digest.model.start) is None  # it is in the headline
        if digest.model is None:
            return
        shadow, model = self._report.shadow, digest.model
        first = self._index(model.start)
        if first is not None:
            self._add(first, "model")
        name = shadow[model.start : model.end].partition("”")[0].lstrip("“")
        for match in re.finditer(re.escape(name), shadow) if name else ():
            if (index := self._index(match.start())) not in (None, first):
                self._add(index, "again")
        parts = Counter(self._index(part.start) for part in model.parts)
        for index, times in parts.items():
            if index is not None and times > 1:
                self._add(index, "parts")

    def _is_prose(self, index: int, span: Span) -> bool:
        """Whether a sentence is one, and no label or title."""
        if index in self._headings:
            return False
        is_open = self._report.shadow[slice(*span)].rstrip(_CLOSING)[-1:] not in _STOPS
        return not is_open or span.end - span.start >= _HEADING

    def _read(self, index: int) -> _Sentence | None:
        """A sentence with the signs that its words are; None when it may not be chosen."""
        span = self._sentences[index]
        line = self._line(span.start)
        if span.end - span.start not in _SIZES or self._report.body_lines[line].kind in _NO_PROSE:
            return None
        if not self._is_prose(index, span):
            return None
        words = self._report.shadow[slice(*span)]
        if _NEVER.search(words) or self._is_quoted(span.start):
            return None
        signs = dict(self._signs.get(index, ()))
        for name, pattern in _CUES:
            if pattern.search(words):
                signs[name] = min(len(pattern.findall(words)), _OFTEN[name]) if name in _OFTEN else 1
        if not any(name in signs for name in _SUBSTANCE):
            signs["empty"] = 1
        elif self._needs_lead:
            signs["lead"] = 1
            self._needs_lead = False
        if len(words) < _SHORT:
            signs["short"] = 1
        return _Sentence(span, words, line, _score(signs), _reason(signs))

    def _line(self, place: int) -> int:
        return bisect_right(self._lines, place) - 1

    def _is_quoted(self, start: int) -> bool:
        """Whether a quotation that began before the sentence is still open."""
        low = max(start - _QUOTE, 0)
        return self._report.body.rfind("“", low, start) > self._report.body.rfind("”", low, start)
