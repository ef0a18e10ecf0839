"""Headings without a marker: what the page says is one, and lines of their own in a text where nobody says so."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from reader.digest.labels import Label, Paragraph
from reader.digest.titles import bare_end
from reader.text.captions import is_caption
from reader.text.furniture import is_credit

PAGE, BOLD, PLAIN = "page", "bold", "plain"
"""Devices, the surest first: what a page marks (page1 to page6), a bold line, any short line of its own."""
_SHORT, _LONG = 2, 36
"""Characters of a line that may be a heading."""
_JOINED = 54
"""Characters of a kicker and its head together."""
_STACK = {False: 2, True: 3}
"""Lines that may stand directly after each other and be one heading, by whether they are bold."""
_RUNNING = 25
"""Characters from which on a line that holds a comma or full stop is running text."""
_SENTENCE = 12
"""… or that is a sentence."""
_WRAPPED = 0.5
"""Share of the lines that end within a sentence, from which on a text has its line breaks from a printer."""
_ENDS_OPEN = re.compile(r"[。;:,、.…(\[{《“‘—-]$")
_ASKS = re.compile(r"[!?]$")
_SENTENCE_END = re.compile(r"[。!?;:…][”’)》]*$")
_MARK = re.compile(r"[,。;]")
_NO_HEADING = re.compile(
    r"[,。、;:!?)》”…]|[《“][^》”]*$|[\d\W_]+$|"
    r"(?:\S{0,4}现场$|各位|尊敬的|同志们|朋友们|谢谢|专栏|附件?[:\d]|附[:录表件]|目\s*录$|图\s?\d|表\s?\d|单位\s*:|注\s*:|[(（][^)]*[)）]$)|"
    r".{0,12}[〔\[(【]\d{4}[〕\])】]\s?第?\d+\s?号|"
    r"(?:\d{2,4}|[〇○零一二三四五六七八九]{4})年\d{1,2}月(?:\d{1,2}日)?$|"
    r"(?:时间|日期|地点|地址|人员|电话|手机|邮箱|邮编|网址|联系人|联系方式|记者|作者|来源|编辑|责编|审核|文字|图片|摄影|文号)\s*:|"
    r"\S{2,24}(?:省长|市长|县长|区长|镇长|乡长|总理|主席|主任|书记|局长|院长|检察长)[\s(]"
)
"""Lines that divide nothing: halves of sentences, numbers, salutations, boxes, captions, fields, who is speaking."""
_CELLS = re.compile(r"\t|\S\s{2,}\S+\s{2,}\S|^\|")


def headings(shadow: str, lines: Sequence[Paragraph], title: str, marked: set[int]) -> list[Label]:
    """Headings without a marker, in text order; `marked` are the paragraphs whose head is labelled already.

    Two lines that stand directly after each other are one heading, kicker and head.
    """
    possible = _possible(shadow, lines, title, marked)
    found, index = [], 0
    while index < len(lines):
        end = index
        while end < len(lines) and possible[end] and _same_kind(lines[index], lines[end]):
            end += 1
        if index < end:
            found += _run(shadow, lines, index, end, marked)
        index = max(end, index + 1)
    return _sure(_below_title(shadow, lines, found))


def _below_title(shadow: str, lines: Sequence[Paragraph], labels: list[Label]) -> list[Label]:
    """`labels` without a heading above the text that is the only one of the widest level: the title once more."""
    levels = [lines[label.paragraph].page_level for label in labels]
    deeper = sorted(level for level in levels if level)
    if len(deeper) < 3 or levels[0] != deeper[0] or deeper[1] == deeper[0]:
        return labels
    above = lines[: labels[0].paragraph]
    return labels if any(_is_text(shadow, line) for line in above) else labels[1:]


def _sure(labels: list[Label]) -> list[Label]:
    """One short line may be anything (who signs, a box), and where the text has surer headings, so may several."""
    count = Counter(label.device.rstrip("123456") for label in labels)
    is_doubtful = count[PLAIN] == 1 or count[PAGE] > 1 or count[BOLD] > 1
    return [label for label in labels if label.device != PLAIN or not is_doubtful]


def _possible(shadow: str, lines: Sequence[Paragraph], title: str, marked: set[int]) -> list[bool]:
    longest = _longest(shadow, lines)
    found = []
    for index, line in enumerate(lines):
        words = shadow[line.start : line.end]
        if index in marked or words == title or not words.strip():
            found.append(False)
        else:
            found.append(bool(line.page_level) or _looks_like_one(words, line, longest))
    return found


def _longest(shadow: str, lines: Sequence[Paragraph]) -> float:
    """Characters; where sentences go on over line ends, a heading is clearly shorter than a line."""
    long = [line for line in lines if line.size >= _LONG // 2]
    open_ends = sum(1 for line in long if not _ends_sentence(shadow, line))
    return min(_LONG, 0.7 * median(line.size for line in long)) if open_ends > _WRAPPED * len(long) else _LONG


def _ends_sentence(shadow: str, line: Paragraph) -> bool:
    return bool(_SENTENCE_END.search(shadow, max(line.start, line.end - 6), line.end))


def _looks_like_one(words: str, line: Paragraph, longest: float) -> bool:
    is_aside = line.is_quote or line.is_below_picture or (line.is_item and not line.is_bold)
    if is_aside or not _SHORT <= len(words) <= longest:
        return False
    if _ENDS_OPEN.search(words) and not (line.is_bold and words.endswith("。")):
        return False
    if _ASKS.search(words) and len(words) < 6:
        return False
    return not (_NO_HEADING.match(words) or _CELLS.search(words) or is_caption(words) or is_credit(words))


def _same_kind(first: Paragraph, other: Paragraph) -> bool:
    return (first.page_level, first.is_bold) == (other.page_level, other.is_bold)


def _run(shadow: str, lines: Sequence[Paragraph], index: int, end: int, marked: set[int]) -> list[Label]:
    """The labels of lines that stand directly after each other."""
    level = lines[index].page_level
    device = f"{PAGE}{level}" if level else BOLD if lines[index].is_bold else PLAIN
    if 2 <= end - index <= _STACK[device == BOLD] and sum(line.size for line in lines[index:end]) <= _JOINED:
        joined = _is_followed(shadow, lines, end, marked) or bool(level)
        return [_label(shadow, lines, index, end - 1, device)] if joined else []
    if level:
        return [_label(shadow, lines, each, each, device) for each in range(index, end)]
    # Three and more are a table, a menu, a list of names.
    is_after = index - 1 in marked or _is_after_sentence(shadow, lines, index)
    is_one = end - index == 1 and is_after and _is_followed(shadow, lines, end, marked)
    return [_label(shadow, lines, index, index, device)] if is_one else []


def _is_followed(shadow: str, lines: Sequence[Paragraph], index: int, marked: set[int]) -> bool:
    if index >= len(lines):
        return False
    return index in marked or bool(lines[index].page_level) or _is_text(shadow, lines[index])


def _is_text(shadow: str, line: Paragraph) -> bool:
    is_long = line.size >= _RUNNING and bool(_MARK.search(shadow, line.start, line.end))
    return is_long or (line.size >= _SENTENCE and shadow[line.end - 1] == "。")


def _is_after_sentence(shadow: str, lines: Sequence[Paragraph], index: int) -> bool:
    if not index or lines[index].is_bold:
        return True
    line = lines[index - 1]
    return _ends_sentence(shadow, line) or bool(line.page_level)


def _label(shadow: str, lines: Sequence[Paragraph], first: int, last: int, device: str) -> Label:
    start = lines[first].first if lines[first].page_level else lines[first].start
    end = bare_end(shadow, lines[last].start, lines[last].end)
    return Label(start, lines[first].start, end, device, first, is_alone=True)
