"""The headline model: the name that an article gives its own method, and the parts it consists of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reader.digest.model_parts import model_number, model_parts
from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import HeadlineModel, OutlineNode

_HEADS = "工作法|模式|体系|机制|改革|工程|行动计划|行动|品牌|项目|建设|活动|计划|大讨论"
"""Head nouns of methods and campaigns; the quoted name before them is what makes them somebody's own."""
_MODIFIER = r"(?:(?!推动|推进|推行|打造|建立|形成|开展|构建|实施|作用|精神|以来)[^\W了着把将被是为对使并和与及])"
"""Of what may stand between name and head noun (“一二三”党建引领基层治理模式): no punctuation, verb or conjunction."""
_NAMED = re.compile(rf"“([^“”\n]{{2,30}})”[*\s]{{0,3}}{_MODIFIER}{{0,12}}?(?:{_HEADS})")
_HEADED_INSIDE = re.compile(rf"“([^“”\n]{{2,14}}(?:{_HEADS}))”")
_QUOTED = re.compile(r"“([^“”\n]{2,30})”")
_OWN = "探索|创新|首创|独创|创设|创建|创立|构建|打造|推行|提炼|总结出|总结形成|摸索|推出|走出"
"""Verbs of those who make something up; the others are said of what everybody does, too."""
_DONE = "开展|实施|建立|形成|深化|推进|启动|建设|组织|制定|提出|践行|运用|依托|推动|推广|落实|树立|培育|擦亮|实行"
_OWN_VERB = re.compile(_OWN)
_VERB = re.compile(rf"{_OWN}|{_DONE}")
_OWN_AT_ONCE = re.compile(rf"(?:{_OWN})[^\W了]{{0,6}}$")
_UNQUOTED = re.compile(
    rf"(?:{_OWN})(?:{_OWN}|{_DONE}|[了出]){{0,3}}([^\W了的]{{2,14}}的?[^\W了的]{{0,6}}(?:模式|工作法))"
)
_GENERIC = re.compile(r"(?:[新好]|商业|发展|生产|消费|经营|盈利|开发|增长)模式")
_BACKGROUND = re.compile(r"\s*(?:为了?|按照|根据|贯彻|深入贯彻|全面贯彻|响应|随着|自从?|遵循)")
"""Openings of clauses that say why or by whose order; what they name is not the article's own."""
_COMMON = re.compile(
    r"一带一路|放管服|互联网\+|双一流|双减|双碳|[两二]学一做|三严三实|不忘初心|我为群众办实事|四个全面|五位一体|一国两制"
    r"|[一二三四五六七八九十]五$|^三农$|^[两二]新$|[两二]个维护|[两二]个确立|四个意识|四个自信|中国梦|新时代"
)
"""Names that the whole country uses: an article that mentions them has not found its model."""
_SPEECH = re.compile(r"[。!?;]$")
_COUNTS = "一二三四五六七八九十两双"
_NUMERIC = re.compile(
    rf"^\d{{2,5}}(?:\+\w)?$|\w\+\w|^[{_COUNTS}]{{2,}}$|^(?:[{_COUNTS}\d][^\W\d{_COUNTS}]{{1,3}}[、,]?){{2,}}$"
)
"""Slogans that count: “一二三”, “543”, “1+10+N”, “五联五创”."""
_CLAUSE_END = re.compile(r"[,。;:!?\n]")
_MARKS = re.compile(r"[\W_]+")
_CLAUSE = 40
"""Characters before a name in which its verb stands."""
_PROSE = 40
"""Characters; a shorter line without a full stop is a heading and no lead."""
_LEAD = 1_500
"""Characters; what a longer paragraph goes on to say is no lead."""
_ENOUGH = 3
"""Points: a name in the headline is enough, and so is one that the lead says is being done; a bare mention is not."""
_OFTEN = 3
"""Mentions in quotation marks that show a name outside of the lead to be what the article is about."""


class _Rank(IntEnum):
    """How a name was found; of two that are as likely the lower one is taken."""

    NAMED = 0
    """“…” with its head noun, in the body."""
    HEADLINE = 1
    """Only the headline has it with its head noun."""
    QUOTED = 2
    """Without a head noun."""
    UNQUOTED = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    core: str
    score: int
    rank: _Rank


def headline_model(report: Report, nodes: Sequence[OutlineNode]) -> HeadlineModel | None:
    """The first full mention in the body, else in the headline; None when the text has no model.

    `nodes` is the outline, whose labels often are the model's parts.
    """
    candidates = list(_candidates(report))
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    if best is None or best.score < _ENOUGH:
        return None
    if best.rank is _Rank.NAMED:
        same = [each for each in candidates if each.core == best.core and each.rank is best.rank]
        best = min(same, key=lambda candidate: candidate.start)
    return HeadlineModel(
        text=report.text[best.start : best.end],
        start=best.start,
        end=best.end,
        number=model_number(best.core),
        parts=tuple(model_parts(report, best.core, best.start, nodes)),
    )


def _candidates(report: Report) -> Iterator[_Candidate]:
    """In the order of preference among equals."""
    judge = _Judge.of(report)
    for pattern in (_NAMED, _HEADED_INSIDE):
        for match in pattern.finditer(report.body):
            yield from judge.named(match)
    if report.title:
        for match in _NAMED.finditer(judge.headline):
            place = report.title.start + match.start()
            if not _in_document(judge.headline, match.start()):
                yield judge.allowed(place, place + len(match[0]), match[1], _ENOUGH, _Rank.HEADLINE)
        for match in _QUOTED.finditer(judge.headline):
            yield from judge.bare(match, report.title.start)
    if judge.leads:
        for match in _UNQUOTED.finditer(report.body, *judge.leads[0]):
            if not _GENERIC.search(match[1]):
                yield _Candidate(*match.span(1), match[1], _ENOUGH, _Rank.UNQUOTED)


def _leads(report: Report) -> list[Span]:
    """The first two paragraphs of the body, headings left aside."""
    prose: list[Span] = []
    for line in report.body_lines:
        if line.end - line.start >= _PROSE or report.shadow[line.end - 1] == "。":
            prose.append(Span(line.start, min(line.end, line.start + _LEAD)))
            if len(prose) == 2:
                break
    return prose


def _in_document(text: str, place: int) -> bool:
    """Whether a place is within 《…》: the name of a paper names no model."""
    before = text[max(place - _CLAUSE, 0) : place]
    return before.rfind("《") > before.rfind("》")


@dataclass(frozen=True, slots=True)
class _Judge:
    """How likely a name is the article's own; every point has its reason."""

    body: str
    headline: str
    plain_headline: str
    leads: Sequence[Span]
    often: Counter[str]
    """How often the body has a name in quotation marks."""
    seen: Counter[str] = field(default_factory=Counter)
    """How often a name was judged that is in neither headline nor lead."""

    @classmethod
    def of(cls, report: Report) -> "_Judge":
        """The judge of one report."""
        headline = report.shadow[report.title.start : report.title.end] if report.title else ""
        often = Counter(match[1] for match in _QUOTED.finditer(report.body))
        return cls(report.body, headline, _MARKS.sub("", headline), _leads(report), often)

    def named(self, match: re.Match[str]) -> Iterator[_Candidate]:
        """A candidate from a name with its head noun, when there is any reason to think of it.

        Headline 3, lead 1 or 2, verb 1 or 2, a slogan that counts 1, many mentions 1 where it is in neither.
        """
        start, core = match.start(), match[1]
        lead, headline = self._lead(start), self._in_headline(core)
        is_elsewhere = not lead and not headline
        self.seen[core] += is_elsewhere
        if is_elsewhere and (self.often[core] < _OFTEN or self.seen[core] > _OFTEN):
            return
        if _in_document(self.body, start):
            return
        verb = self._verb(start)
        if not is_elsewhere or verb == 2:
            points = headline + lead + verb + bool(_NUMERIC.search(core)) + is_elsewhere
            yield self.allowed(start, match.end(), core, points, _Rank.NAMED)

    def bare(self, match: re.Match[str], offset: int) -> Iterator[_Candidate]:
        """What the headline quotes without a head noun: the body must say at once that it was made up, or it counts."""
        core, place = match[1], self.body.find(match[0])
        is_slogan = bool(_NUMERIC.search(core))
        if place < 0 and is_slogan:
            yield self.allowed(offset + match.start(), offset + match.end(), core, _ENOUGH, _Rank.QUOTED)
        elif place >= 0 and (is_slogan or _OWN_AT_ONCE.search(self.body[max(place - _CLAUSE, 0) : place])):
            yield self.allowed(place, place + len(match[0]), core, _ENOUGH, _Rank.QUOTED)

    def allowed(self, start: int, end: int, core: str, points: int, rank: _Rank) -> _Candidate:
        """The candidate; what everybody says and what somebody said has no points."""
        is_none = _COMMON.search(core) or _SPEECH.search(core)
        return _Candidate(start, end, core, 0 if is_none else points, rank)

    def _lead(self, place: int) -> int:
        return next((2 - index for index, line in enumerate(self.leads) if line.start <= place < line.end), 0)

    def _in_headline(self, core: str) -> int:
        plain = _MARKS.sub("", core)
        return 3 if len(plain) > 1 and plain in self.plain_headline else 0

    def _verb(self, place: int) -> int:
        """2 for a verb of invention in the same clause, 1 for one of doing, −2 where the clause is background."""
        clause = _CLAUSE_END.split(self.body[max(place - _CLAUSE, 0) : place])[-1]
        if _BACKGROUND.match(clause):
            return -2
        return 2 if _OWN_VERB.search(clause) else int(bool(_VERB.search(clause)))
