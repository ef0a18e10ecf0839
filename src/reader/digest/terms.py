"""Coined terms and slogans: what stands in quotation marks and names something, and patterns like 1+1+N."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.digest.occurrences import occurrences
from reader.digest.quotes import Quote, quotes
from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import Chain, Term, TermKind

_LONGEST = 40
"""Characters of a slogan in one breath; one that lists (甲、乙、丙) may have more."""
_LONGEST_LIST = 80
_LONGEST_TERM = 12

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_NAMES = re.compile(r"[\u3400-\u9fff]|[0-9+]{2}|^[A-Za-z0-9]{2,12}$")
_NO_NAME = re.compile(
    r"。|[!?…,;:、]$|[!?].*[!?]|[了吧呢啊呀嘛吗哦]$"  # a sentence, or a part of one
    r"|^(?:元旦|春节|五一|十一|六一|七一|八一|三八|五四|九一八|一二九|双十一|双11|国庆|中秋)$"  # days of the year
    r"|(?:专用章|公章|印章|之印|之章)$"  # seals
    r"|(?:[届0-9]|^.{9}).*(?:代表大会|大会|全会|峰会|论坛|博览会)$"  # congresses
    r"|[\u4e00-\u9fff)](?:——?|→|-+>?)[\u4e00-\u9fff(].*[\u4e00-\u9fff)](?:——?|→|-+>?)[\u4e00-\u9fff(]"  # chains
    r"|^(?:[它他她]|[这那才]是|因为|比如|虽然|如果|但是|而且|所以|可以看出|我觉得|我们|都有|一定要)"  # talk
)
_QUESTION = re.compile(r"为什么|什么|怎么|怎样|如何|为何|何以|是否|能否|谁|哪|多少|几[个点时]")
_TALK = re.compile(
    r"我们(?!就)|咱|俺|您|你们|他们|大家都|[啊呀呢吧嘛哦啦喽哟]|真是|太[好多难方]|以前|如今|现在|原来|[0-9][0-9多余]*[万亿元]|[0-9]\.[0-9]"
)
"""What someone who speaks says, rather than a motto; sums of money are part of speech too."""

_SPEAKS = (
    r"(?:(?<![小传解学听据])说|(?<![学访提责顾])问|喊|(?<!解)答|[说问答喊笑写叹讲]道|表示|坦言|直言|笑言|感慨|感叹|觉得)"
)
_STATES = (
    r"(?:讲|介绍|告诉[^,。:]{1,8}|认为|回忆|回应|呼吁|留言|透露|解释|指出|强调|要求|提醒|告诫|批示"
    r"|(?<![简俗统别昵并合自尊号人宣])称)"
)
_SPEAKS_BEFORE = re.compile(rf"(?:{_SPEAKS}[了着过]?(?: ?[:,])?|{_STATES} ?[:,]) ?$")
_STATES_BEFORE = re.compile(rf"(?:{_STATES}|:) ?$")
_SPEAKS_AFTER = re.compile(
    rf" ?,[^,。!?;:“”\n]{{0,24}}?(?:{_SPEAKS}|介绍|告诉[^,。:]{{1,6}}|认为|回忆|透露|解释|指出|称)(?:[,。:!?\s]|$)"
)
_REACH = 14
"""Characters before a quote in which who says it is looked for."""
_CLAUSE_BEGINS = frozenset(["", *"\n,。;:!?“‘ "])
_CLAUSE_ENDS = frozenset(["", *"\n,。;:!?”’ "])

_SUM = re.compile(
    r"[0-9](?<![0-9A-Za-z.+][0-9])(?:[0-9]{0,3}(?:\+(?:[0-9]{1,4}|[NnXx]))+(?![0-9A-Za-z.%+])|[0-9]?[×xX*][0-9]{1,2}小时)"
)
_HEAD = r"(?:模式|工作法|机制|体系|工程|行动|架构|格局|战略|品牌|服务圈|产业|做法)"
_NAMES_BY_ITSELF = re.compile(r"[NnXx×*]|\+.*\+")
_IS_CALLED = re.compile(rf"[^,。;:!?\n]{{0,12}}?{_HEAD}")
"""5+3 is arithmetic unless something is called so: 6+1模式."""
_PART = r"[\u4e00-\u9fffA-Za-z0-9]"
_JOINED = re.compile(rf"\+{_PART}{{1,8}}?(?:\+{_PART}{{1,8}}?){{0,5}}?(?={_HEAD})")
_BEFORE_JOINED = re.compile(rf"{_PART}{{2,12}}\Z")
_LEADS_IN = re.compile(
    r".*(?:推行|推广|构建|建立|打造|实行|采取|采用|创新|探索|形成|实施|深化|依托|通过|运用|按照|完善|推出|[以的了和与用])"
)


def terms(report: Report, chains: Sequence[Chain]) -> list[Term]:
    """In text order, each string once."""
    text, first, done = report.content, dict[str, Span](), 0
    quoted = set(_quoted(text, chains))
    for start, end in sorted(quoted | set(_unquoted(text)), key=lambda span: (span[0], -span[1])):
        if start >= done or (start, end) in quoted:  # what a quoted term holds is no term beside it
            first.setdefault(text[start:end], Span(start, end))
            done = max(done, end)
    places = occurrences(report.body, first)
    found = [
        Term(text=report.text[start:end], start=start, end=end, kind=_kind(words), places=tuple(places[words]))
        for words, (start, end) in first.items()
    ]
    return sorted(found, key=lambda term: (term.start, -term.end))


def _kind(words: str) -> TermKind:
    is_slogan = len(words) > _LONGEST_TERM or any(mark in words for mark in ",、;: ")
    return TermKind.SLOGAN if is_slogan else TermKind.TERM


def _quoted(text: str, chains: Sequence[Chain]) -> Iterator[tuple[int, int]]:
    middles = sorted((chain.start + chain.end) // 2 for chain in chains)
    for quote in quotes(text):
        if quote.end - quote.start > _REACH + _LONGEST_LIST:
            continue  # and no slice of it is taken: quotes may be nested deeply
        words = text[quote.start : quote.end]
        start = quote.start + len(words) - len(words.lstrip())
        words = words.strip()
        if words[:1].isascii() and words.isalnum() and not words.isdigit() and not _is_within_chinese(text, quote):
            continue  # a word that an English text quotes
        holds_chain = bisect_left(middles, quote.start) < bisect_left(middles, quote.end)
        if not holds_chain and _is_name(words) and not _is_said(text, quote.start - 1, quote.end + 1, words):
            yield start, start + len(words)


def _is_within_chinese(text: str, quote: Quote) -> bool:
    around = text[max(0, quote.start - 2) : quote.start] + text[quote.end : quote.end + 2]
    return bool(_CHINESE.search(text, quote.start, quote.end) or _CHINESE.search(around))


def _is_name(words: str) -> bool:
    if not 1 < len(words) <= (_LONGEST_LIST if words.count("、") > 1 else _LONGEST):
        return False
    if not _NAMES.search(words) or _NO_NAME.search(words):
        return False
    asked = _QUESTION.findall(words)
    return not asked or len(set(asked)) < len(asked)  # 群众需要什么,我们就做什么 is none


def _is_said(text: str, start: int, end: int, words: str) -> bool:
    """Whether a person said it; `start` and `end` are those of the marks."""
    before = text[max(0, start - _REACH) : start]
    opens_clause = before[-1:] in _CLAUSE_BEGINS
    if _SPEAKS_BEFORE.search(before) or (opens_clause and _SPEAKS_AFTER.match(text, end, end + 3 * _REACH)):
        return True
    if len(words) <= _LONGEST_TERM:
        return False
    if _TALK.search(words):
        return True
    is_clause = opens_clause and text[end : end + 1] in _CLAUSE_ENDS
    return "、" not in words and (is_clause or bool(_STATES_BEFORE.search(before)))


def _unquoted(text: str) -> Iterator[tuple[int, int]]:
    """Sums that are names (1+1+N, 7×24小时), and what is joined to be one: 党建+网格 in 党建+网格模式."""
    for match in _SUM.finditer(text):
        if _NAMES_BY_ITSELF.search(match.group()) or _IS_CALLED.match(text, match.end()):
            yield match.span()
    done = 0
    for match in _JOINED.finditer(text):
        before = _BEFORE_JOINED.search(text[max(done, match.start() - _REACH) : match.start()])
        words = _LEADS_IN.sub("", before.group()) if before else ""
        if 1 < len(words) <= 8 and not words.isdigit():
            yield match.start() - len(words), match.end()
        done = match.end()
