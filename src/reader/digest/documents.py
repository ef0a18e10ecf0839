"""Documents: every 《…》 and document number, with what was done with it."""

import re
from collections.abc import Sequence

from reader.digest.report import Report
from reader.model.blocks import Span
from reader.model.digest import Document, DocumentKind

_INNER = r"[^《》\n]{0,160}"
_PIECE = rf"{_INNER}(?:《{_INNER}》{_INNER})?"
"""A title may name another one: 《关于修改《…条例》的决定》."""
_TITLE = rf"《{_PIECE}(?:\n\s{{0,8}}{_PIECE}){{0,2}}》"
"""A title may be broken over lines: texts of a PDF, long titles of a page dump."""

_YEAR_AND_NUMBER = r"[〔\[(【]\s?(?:19|20)\d\d\s?[〕\])】]\s?(?:第\s?)?\d{1,5}\s?号"
_ANY = re.compile(rf"({_TITLE})|{_YEAR_AND_NUMBER}")
"""Both at once: a number within a title is part of it."""
_OFFICE = re.compile(r"[\u4e00-\u9fff]+\s?\Z")
_OFFICE_LENGTH = 12
"""晋林中条党发 has 6 characters; joint papers have more."""
_BEFORE_OFFICE = re.compile(
    r".*(?:根据|按照|依据|依照|遵照|贯彻|执行|落实|印发|转发|下发|文号|文件|通知|意见|方案|办法|[的和与及以见经由即为是在了])"
)
"""Words that may stand right before the letters of an office (国办发)."""

_VERBS = (
    "制定|制订|拟定|拟订|起草|草拟|编制|编写|编印|印发|下发|转发|签发|颁发|发放|下达|报送|颁布|公布|发布|公示|出台|推出|修订|修改|修正"
    "|废止|签署|签订|批准|通过|出版|发表|刊发"
)
_HELPERS = "研究|审议|审定|表决|讨论|完善|实施|施行|执行"
"""Issue nothing by themselves: 研究制定, 审议通过, 印发实施."""
_VERB = re.compile(
    rf"(?:(?:{_HELPERS})[并和、后]?)*(?:{_VERBS})(?:[并和、及]?(?:{_VERBS}|{_HELPERS}))*(?![会厅者台稿版权])"
)
_CLAUSE_END = re.compile(r"[,。;:!?\n《》]")
_REACH = 60
"""Characters around a title in which its verb is looked for; clauses are shorter."""
_JOINT = re.compile(r"(?:\([^()\n]{0,40}\)|[和与及、]|以及|\s)*")
"""What stands between titles that share a verb: 印发《甲》(…)、《乙》和《丙》."""
_VERB_AFTER = re.compile(
    r"(?:\([^()\n]{0,40}\))?(?:等(?:文件|制度|政策|规定)?)?(?:[于经][^,。;:!?\n]{1,20})?"
    r"(?:也|已|已经|现已|近日|日前|正式|先后|相继|陆续|的|获)*"
    r"((?:审议|表决)?(?:通过|印发|下发|发布|公布|颁布|出台|颁发|转发)(?:实施|施行|执行)?)(?![会厅者台])"
)

_TAIL = re.compile(r"(?:\([^()]*\)|[\s”’〉])+\Z")
_PAPER = re.compile(
    r"(?:意见|方案|规划|计划|办法|条例|规定|细则|通知|决定|决议|公告|公报|通告|通报|报告|纲要|大纲|准则|章程|宪法|法典|标准|规范|指南|指引"
    r"|导则|目录|清单|制度|协议|协定|条约|公约|合同|宣言|声明|皮书|要点|措施|若干|批复|纪要|预案|建议|提案|议案|倡议|承诺|责任|协议|任务"
    r"|规程|规则|守则|手册|台账|名单|命令|草案|主席令|[\d一二三四五六七八九十]条|[^方书做说想看魔手写作]法)书?\Z"
)
"""How the titles of policies, plans, laws and notices end; books and films end otherwise."""
_ISSUES_WORKS = frozenset({"出版", "发表", "刊发", "推出", "编写", "通过"})


def titles(report: Report) -> list[Span]:
    """The places of all 《…》 in headline and body, brackets included, in text order."""
    return [Span(*match.span()) for match in _ANY.finditer(report.content) if _is_title(match)]


def documents(report: Report) -> list[Document]:
    """In text order."""
    text = report.content
    matches = list(_ANY.finditer(text))
    places = [Span(*match.span()) for match in matches if _is_title(match)]
    verbs = _shared(text, places, [_verb(text, place) for place in places])
    named = [_titled(report, place, verb) for place, verb in zip(places, verbs, strict=True)]
    numbered = [_numbered(report, match.start(), match.end()) for match in matches if not match[1]]
    return sorted([*named, *filter(None, numbered)], key=lambda document: document.start)


def _is_title(match: re.Match[str]) -> bool:
    return bool(match[1] and match[1][1:-1].strip())


def _titled(report: Report, place: Span, verb: str | None) -> Document:
    start, end = place
    kind = _kind(report.content[start + 1 : end - 1], verb)
    if verb == "通过" and kind is DocumentKind.WORK:
        verb = None  # 通过《…》栏目: by means of it
    return Document(text=report.text[start:end], start=start, end=end, verb=verb, kind=kind)


def _kind(title: str, verb: str | None) -> DocumentKind:
    issued = verb is not None and verb not in _ISSUES_WORKS
    return DocumentKind.DOCUMENT if issued or _PAPER.search(_TAIL.sub("", title)) else DocumentKind.WORK


def _verb(text: str, place: Span) -> str | None:
    """The last verb of the clause up to the title, or the one right after it.

    通过 stands right before its title; elsewhere it is a preposition.
    """
    words = _CLAUSE_END.split(text[max(0, place.start - _REACH) : place.start])[-1]
    matches = _VERB.finditer(words)
    verbs = [match.group() for match in matches if match.group() != "通过" or match.end() >= len(words) - 1]
    after = _VERB_AFTER.match(text, place.end, place.end + _REACH)
    return verbs[-1] if verbs else after and after[1]


def _shared(text: str, places: Sequence[Span], verbs: Sequence[str | None]) -> list[str | None]:
    """Titles in a row have the verb of the first or last one: 印发《甲》《乙》; 《甲》《乙》相继出台."""
    shared = list(verbs)
    rows = [i for i in range(1, len(places)) if _JOINT.fullmatch(text, places[i - 1].end, places[i].start)]
    for index in rows:
        shared[index] = shared[index] or shared[index - 1]
    for index in reversed(rows):
        shared[index - 1] = shared[index - 1] or shared[index]
    return shared


def _numbered(report: Report, start: int, end: int) -> Document | None:
    """国办发〔2022〕14号; None when no office stands before the year."""
    office = _OFFICE.search(report.content, max(0, start - _OFFICE_LENGTH), start)
    if not office:
        return None
    before = _BEFORE_OFFICE.match(office.group())
    first = office.start() + (before.end() if before else 0)
    if first >= start:
        return None
    return Document(text=report.text[first:end], start=first, end=end, kind=DocumentKind.NUMBER)
