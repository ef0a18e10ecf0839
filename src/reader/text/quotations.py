"""Which stretches of a document are quotations: what stands between quotation marks, block quotes, and the quotations
of our own papers, which have a seal before them and their passage behind.

Expressions between marks that are shorter than SHORTEST are counted, not checked: in 25 reports four in five of what
stands between quotation marks have seven characters or fewer, and are names and slogans (“一二三”, “微心愿”) that
nobody claims to have read anywhere; from eight on they are mostly somebody's words. With a passage behind it, or in a
block of its own, a quotation of any length is one. Titles stand in 《》 and are none, nor is what is quoted in them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.text.length import visible_characters
from reader.text.passages import parse_passage

SHORTEST = 8
"""Visible characters."""
DEPTH = 8
"""How many marks that were never closed may stand between the two of a pair."""
LONGEST = 3_000
"""Characters over which a quotation of several paragraphs may go before its closing mark is given up."""

_PAIRS = {"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "﹁": "﹂", "﹃": "﹄", "〝": "〞"}
_TITLES = "《〈"
_MARK = re.compile('[“”「」『』《》〈〉﹁﹂﹃﹄〝〞"]')
_ENCLOSED = re.compile("[“「『\"](?P<inner>[^“”「」『』\"]*)[”」』\"]")
_ELLIPSIS = re.compile(r"[\[［（(]?\s*(?:…+|⋯+|\.{3,}|。{3,})\s*[\]］）)]?")

_MARKDOWN = r"[^\S\n]{0,3}(?:>[^\S\n]?)+"
_QUOTED_LINE = re.compile(_MARKDOWN)
_CONTINUED = re.compile(rf"\n{_MARKDOWN}")
_CALLOUT = r"\[![\w-]+\][-+]?"
"""How a callout of Obsidian begins, before its title."""
_TITLE = re.compile(rf"{_CALLOUT}[^\n]*(?:\n|$)")
_UNTITLED = re.compile(rf"{_CALLOUT}\s*")
"""In a document whose layout is gone, title and text of a callout stand on one line."""
_COUNT = r"(?:\d{1,4}\\?[.．、)）]\s*)?"
_SEAL = re.compile(rf"\s*(?:{_CALLOUT}\s*)?{_COUNT}〔\s*[要鉴数问行]\s*〕\s*")
_DETAIL = re.compile(r"[\s>*]*(?:批注|标签|批注人|Note|Tags|By)\**[：:]")
"""What our own papers say of a mark below its quotation."""
_LABEL = re.compile(rf"\s*{_COUNT}[〔\[][^〕\]\n]{{1,8}}[〕\]]")
_FROM = r"(?P<p>\d{1,6})"
_ZH = rf"第{_FROM}段第(?P<s>\d{{1,6}})(?:句)?(?:至(?:第(?P<p2>\d{{1,6}})段第)?(?P<s2>\d{{1,6}})句)?"
_EN = (
    r"paragraph (?P<ep>\d{1,6}), sentences? (?P<es>\d{1,6})"
    r"(?: to (?:paragraph (?P<ep2>\d{1,6}), sentence )?(?P<es2>\d{1,6}))?"
)
_PLACE = re.compile(rf"\s*[（(][^（）()\n]{{0,200}}?(?:{_ZH}|{_EN})[^（）()\n]{{0,40}}[）)]")
_AFTER_MARK = re.compile(r"(?:\s|\[\d{1,3}\]|[①-⑳]|[，。；、,.;])*")
_NO_WORDS = re.compile(r"\s*[（(](?:全文|whole article)[）)]\s*$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a document; `text` is without what a layout put between its lines."""

    text: str
    start: int
    end: int
    """In the document: code points, half-open."""
    stated: str | None = None
    """The passage given behind it."""
    is_nested: bool = False
    """Whether it stands between double marks: then ‘ ’ inside are what the source has as “ ”."""


class Quotations(NamedTuple):
    """The quotations of a document in order, and how many quoted expressions were too short to be one."""

    quoted: tuple[Quoted, ...]
    terms: int


def find_quotations(text: str, quote_lines: Collection[int] = ()) -> Quotations:
    """The quotations of a document; `quote_lines` are the numbers, from 0, of the lines that are block quotes."""
    blocks = list(_blocks(text, quote_lines))
    found = [quoted for start, end in blocks for quoted in _block(text, start, end)]
    terms, at = 0, 0
    for start, end in [*blocks, (len(text), len(text))]:
        for quoted in _between_marks(text, at, start):
            if quoted.stated or visible_characters(quoted.text) >= SHORTEST:
                found.append(quoted)
            else:
                terms += 1
        at = end
    return Quotations(tuple(sorted(found, key=lambda each: each.start)), terms)


def pieces(quote: str) -> list[tuple[int, int]]:
    """The spans of a quotation between its ellipses; all of it when there is none."""
    spans, at = [], 0
    for match in [*_ELLIPSIS.finditer(quote), None]:
        end = match.start() if match else len(quote)
        if quote[at:end].strip():
            spans.append((at, end))
        at = match.end() if match else end
    return spans


# ---- blocks


def _blocks(text: str, quote_lines: Collection[int]) -> Iterator[tuple[int, int]]:
    """Spans that hold one block quotation each."""
    lines = _lines(text)
    number = 0
    while number < len(lines):
        start, end = lines[number]
        is_note = number not in quote_lines and number + 1 in quote_lines  # on the quotation in the next line
        if _DETAIL.match(text, start, end) or (is_note and _SEAL.match(text, start, end)):
            number += 1
            continue
        if _SEAL.match(text, start, end):
            last = _last_of_sealed(text, lines, number)
        elif number in quote_lines or _QUOTED_LINE.match(text, start, end):
            last = _last_of_quote(text, lines, number, quote_lines)
        else:
            number += 1
            continue
        yield start, lines[last][1]
        number = last + 1


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _last_of_sealed(text: str, lines: Sequence[tuple[int, int]], number: int) -> int:
    """The line with the passage, which may be some paragraphs below the seal; else the line of the seal itself."""
    start = lines[number][0]
    for last in range(number, len(lines)):
        if last > number and (_is_head(text, lines[last]) or lines[last][1] - start > LONGEST):
            break
        if any(True for _ in _PLACE.finditer(text, *lines[last])):
            return last
    return number


def _is_head(text: str, line: tuple[int, int]) -> bool:
    """Whether something else begins here than the next paragraph of a quotation."""
    start, end = line
    start += len(match[0]) if (match := _QUOTED_LINE.match(text, start, end)) else 0
    return any(pattern.match(text, start, end) for pattern in (_LABEL, _DETAIL))


def _last_of_quote(text: str, lines: Sequence[tuple[int, int]], number: int, quote_lines: Collection[int]) -> int:
    """Lines with > belong together, block quotes of a document until a passage or the next seal."""
    is_marked = _QUOTED_LINE.match(text, *lines[number]) is not None
    if number in quote_lines and not is_marked:
        return number
    last = number
    while last + 1 < len(lines) and _QUOTED_LINE.match(text, *lines[last + 1]):
        if _is_head(text, lines[last + 1]) or _PLACE.search(text, *lines[last]):
            break
        last += 1
    return last


def _block(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The quotation in a block: without seal, passage, marks of Markdown and quotation marks around it."""
    head = _QUOTED_LINE.match(text, start, end)
    start = head.end() if head else start
    for pattern in (_SEAL, _TITLE if head else _UNTITLED, _QUOTED_LINE, _SEAL):
        if match := pattern.match(text, start, end):
            start = match.end()
    places = list(_PLACE.finditer(text, start, end))
    stated = _passage(places[-1]) if places else None
    end = places[-1].start() if places else end
    if _NO_WORDS.search(text[start:end]):
        return
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    is_nested = _ENCLOSED.fullmatch(text, start, end) is not None
    start, end = (start + 1, end - 1) if is_nested else (start, end)
    inner = _CONTINUED.sub("\n", text[start:end])
    if visible_characters(inner) > 1:
        yield Quoted(inner, start, end, stated, is_nested)


# ---- quotation marks


def _between_marks(text: str, start: int, end: int) -> Iterator[Quoted]:
    """What stands between outermost marks; marks without a partner are passed over."""
    last = start
    matched = sorted(_matched(text, start, end))
    for (opened, closed), (following, _) in zip(matched, [*matched[1:], (end, end)], strict=False):
        if opened < last:
            continue  # inside of the one before
        if following < closed and text[following] == text[opened] and "\n" in text[opened:closed]:
            continue  # two marks that have lost their partners
        last = closed
        if text[opened] in _TITLES:
            continue
        after = _AFTER_MARK.match(text, closed, end)
        place = _PLACE.match(text, after.end() if after else closed, end)
        inner = text[opened + 1 : closed - 1]
        if inner.strip():
            yield Quoted(inner, opened + 1, closed - 1, _passage(place) if place else None, True)


def _matched(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of all pairs of marks, the marks included.

    A quotation of several paragraphs has an opening mark at the head of each, and one closing mark at its end.
    """
    waiting: list[int] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark == '"':
            mark = "”" if waiting and text[waiting[-1]] == '"' and "\n" not in text[waiting[-1] : at] else "“"
        if mark in _PAIRS:
            if waiting and _goes_on(text, waiting[-1], at):
                yield waiting.pop(), text.rindex("\n", start, at) + 1
            waiting.append(at)
            continue
        while waiting and at - waiting[-1] > LONGEST:
            waiting.pop()
        within = next((n for n in range(1, min(DEPTH, len(waiting)) + 1) if _fits(text[waiting[-n]], mark)), None)
        if within is not None:
            yield waiting[-within], match.end()
            del waiting[-within:]


def _fits(opening: str, closing: str) -> bool:
    return _PAIRS.get(opening) == closing or (opening == '"' and closing == "”")


def _goes_on(text: str, opened: int, at: int) -> bool:
    """Whether the mark at `at` opens the next paragraph of the quotation that is open."""
    if text[opened] != text[at] or at - opened > LONGEST:
        return False
    between = text[opened + 1 : at].rstrip(" \t\u3000")
    return between.endswith("\n") and between.count("\n") == 1


def _passage(match: re.Match[str]) -> str | None:
    """"3-5" of （第3段第5句）."""
    values = match.groupdict()
    prefix = "" if values["p"] else "e"
    paragraph, sentence = values[f"{prefix}p"], values[f"{prefix}s"]
    last, end = values[f"{prefix}p2"] or paragraph, values[f"{prefix}s2"]
    passage = f"{int(paragraph)}-{int(sentence)}" + (f"..{int(last)}-{int(end)}" if end else "")
    try:
        parse_passage(passage)
    except ValueError:
        return None
    return passage
