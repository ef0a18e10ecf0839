"""Markers: 一、 （一） 1. ① —— 一是 第一, 首先 第一章, at the head of a paragraph or inside one.

Rules read the shadow, so half-width punctuation stands for both widths.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.digest.labels import Paragraph

_N = "[〇零一二三四五六七八九十百]"
_ORDINAL = rf"第(?:{_N}{{1,5}}|\d{{1,3}})"
_GAP = r"(?=[\s:、,.“《(]|$)"
"""After 第一篇: 第一篇报道 is no part of a book, unless the line holds nothing else."""

_WORD = r"(?=\s?[一-鿿“《])"
"""A title follows."""


class Device(NamedTuple):
    """A way to mark divisions; devices stand from the widest division down."""

    name: str
    head: str
    """Pattern at the head of a paragraph, "" for none."""
    inside: str = ""
    """Pattern inside a paragraph, "" for none."""
    alone: str = ""
    """Pattern at the head of a line that is no sentence; weaker signs are enough there."""


def _dotted(dots: int) -> str:
    return rf"\d{{1,2}}(?:\.\d{{1,2}}){{{dots}}}\.?"


DEVICES = (
    Device("part", rf"{_ORDINAL}(?:部分|[编篇]){_GAP}", alone=rf"{_ORDINAL}(?:部分|[编篇])"),
    Device("chapter", rf"{_ORDINAL}章{_GAP}", alone=rf"{_ORDINAL}章"),
    Device("section", rf"{_ORDINAL}节{_GAP}", alone=rf"{_ORDINAL}节"),
    Device("article", rf"{_ORDINAL}条{_GAP}"),
    Device("cn", rf"{_N}{{1,4}}(?:、(?!{_N})|\.(?!\d))", rf"{_N}{{1,3}}、(?!{_N})", rf"{_N}{{1,3}}(?:[\s:]|$)"),
    Device("paren", rf"\({_N}{{1,4}}\)[、.]?|[㈠-㈩]|〔{_N}{{1,3}}〕|【{_N}{{1,3}}】", "[㈠-㈩]"),
    Device("arabic", r"\d{1,3}(?:、(?!\d)|\.(?![\d.]))|[⒈-⒛]", rf"\d{{1,2}}[.、]{_WORD}", r"\d{1,2}(?:[\s:](?!\d)|$)"),
    *(Device(f"dotted{dots + 1}", f"{_dotted(dots)}(?=\\s{_WORD})", alone=_dotted(dots) + _WORD) for dots in (1, 2, 3)),
    Device("bracket", r"\(\d{1,3}\)[、.]?|[⑴-⒇]", rf"\(\d{{1,2}}\){_WORD}|[⑴-⒇]"),
    Device("half", r"\d{1,3}\)[、.]?|" + rf"{_N}{{1,3}}\)"),
    Device("circle", "[①-⑳❶-❿]"),
    Device("dash", r"[—─]{1,4}(?![—─])|-{2,4}(?!-)"),
    Device("step", rf"{_ORDINAL}(?:步|阶段)(?:是|(?=[:,、\s]))", rf"第{_N}步(?:是|(?=[:,、\s]))"),
    Device("say", rf"{_N}{{1,3}}[是要]", rf"{_N}{{1,3}}[是要]"),
    Device("di", rf"第{_N}{{1,3}}(?:是|(?=[,、:\s]))", rf"第{_N}{{1,3}}(?:是|(?=[,、:]))"),
    Device("qi", rf"其{_N}{{1,2}}(?:是|(?=[,、:]))", rf"其{_N}{{1,2}}(?:是|(?=[,、:]))"),
    Device("order", "(?:首先|其次|再次|再者|最后)是?", "(?:首先|其次|再次|再者|最后)是?"),
)
SPOKEN = frozenset({"step", "say", "di", "qi", "order"})
"""Devices of speech: they count inside a paragraph as well as at its head."""
NUMBERED = frozenset({"part", "chapter", "section", "article", "cn", "paren"})
"""Devices that number divisions of a document; a heading of theirs may stand alone."""
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0}
_FIRSTS = (("①", 20), ("❶", 10), ("⑴", 20), ("⒈", 20), ("㈠", 10))
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}

_HEAD = re.compile("|".join(f"(?P<{device.name}>{device.head})" for device in DEVICES if device.head))
_ALONE = re.compile("|".join(f"(?P<{device.name}>{device.alone})" for device in DEVICES if device.alone))
_INSIDE = re.compile(
    # The first character alone turns most places away, which triples the speed.
    r"[\s,。;:!?、()“”‘’…—*](?=[一二三四五六七八九十第其首再最(㈠-㈩⑴-⒇0-9])(?:"
    + "|".join(f"(?P<{device.name}>{device.inside})" for device in DEVICES if device.inside)
    + ")"
)
_ANYWHERE = re.compile(r"(?P<circle>[①-⑳❶-❿])|(?P<paren>(?<!第)\([一二三四五六七八九十]{1,3}\)(?=[一-鿿“]))")
"""These need nothing before them: the line break of a heading may be lost."""
_AFTER = re.compile(r"[\s。;:!?,)”]")
"""What stands before a numbered marker inside a paragraph; 五一、十一、 are holidays."""
_NUMERAL = re.compile(rf"{_N}+|\d+(?:\.\d+)*|[①-⑳❶-❿⑴-⒇⒈-⒛㈠-㈩]")
_NO_SENTENCE = re.compile(r"[^。;!?…]{1,40}")


_ATTACHED = re.compile(r"(?:附\s?件|附\s?注|备\s?注|注释?)\s*:")
_LISTED = 120
"""Characters of a note, or of the name of what is attached."""
_TITLE = 36
"""Characters of a title that stands in the line below its number."""


class Marker(NamedTuple):
    """One marker; `ordinal` is its number, 0 for —— and 最后, whose numbers follow from what is before them."""

    device: str
    ordinal: int
    prefix: str
    """Of 1.2.3 it is 1.2; "" of others."""
    start: int
    end: int
    paragraph: int
    is_head: bool
    is_weak: bool = False
    """It is one only because its line is no sentence."""


def markers(shadow: str, body: str, lines: Sequence[Paragraph]) -> list[Marker]:
    """All that looks like a marker, in text order; which of them count on from one another `series` says."""
    found, has_begun, listed = [], False, _listed(shadow, lines)
    for index, line in enumerate(lines):
        if index in listed:
            continue
        is_running = shadow.find("。", line.start, line.end) >= 0
        marker = _at_head(shadow, line, index)
        if marker and marker.device == "dash" and not (is_running or has_begun):
            marker = None  # above the text —— introduces a subtitle, or where and when a speech was given
        if marker and not (marker.end < line.end or _is_above_title(shadow, lines, index)):
            marker = None
        if marker:
            found.append(marker)
        has_begun = has_begun or is_running
    heads = {marker.start for marker in found}
    inside = (marker for marker in _inside(body, lines) if marker.paragraph not in listed)
    found += [marker for marker in inside if marker.start not in heads]
    return sorted(found, key=lambda marker: marker.start)


def _listed(shadow: str, lines: Sequence[Paragraph]) -> set[int]:
    """The lines that list notes or what is attached: 附件:1.…, and the numbers below it."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if _ATTACHED.match(shadow, line.start, line.end):
            found.add(index)
        elif index - 1 in found and line.size <= _LISTED:
            match = _HEAD.match(shadow, line.start, line.end)
            if match and match.lastgroup == "arabic":
                found.add(index)
    return found


def _at_head(shadow: str, line: Paragraph, index: int) -> Marker | None:
    if match := _HEAD.match(shadow, line.start, line.end):
        return _marker(match, index, is_head=True)
    if not _NO_SENTENCE.fullmatch(shadow, line.start, line.end):
        return None
    match = _ALONE.match(shadow, line.start, line.end)
    return _marker(match, index, is_head=True)._replace(is_weak=True) if match else None


def _is_above_title(shadow: str, lines: Sequence[Paragraph], index: int) -> bool:
    """Whether a line that holds a number alone stands between sentences, above a title; other numbers are cells."""
    if index + 2 >= len(lines):
        return False
    title, after = lines[index + 1 : index + 3]
    is_after_sentence = index == 0 or shadow[lines[index - 1].end - 1] in "。!?”:;…"
    is_text = after.size > _TITLE or shadow.find("。", after.start, after.end) >= 0
    return is_after_sentence and title.size <= _TITLE and is_text


def _inside(body: str, lines: Sequence[Paragraph]) -> Iterator[Marker]:
    starts = [line.start for line in lines]
    for pattern in (_INSIDE, _ANYWHERE):
        for match in pattern.finditer(body):
            index = bisect_right(starts, match.start()) - 1
            if index < 0 or match.end() >= lines[index].end:
                continue
            if pattern is _ANYWHERE or match.lastgroup in SPOKEN or _AFTER.match(match[0]):
                yield _marker(match, index, is_head=False)


def _marker(match: re.Match[str], index: int, *, is_head: bool) -> Marker:
    device = match.lastgroup or ""
    ordinal, prefix = _ordinal(match[device], device)
    return Marker(device, ordinal, prefix, match.start(device), match.end(), index, is_head)


def _ordinal(marker: str, device: str) -> tuple[int, str]:
    if device == "order":
        return _ORDER[marker[:2]], ""
    numeral = _NUMERAL.search(marker)
    if not numeral:
        return 0, ""
    written = numeral[0]
    if "." in written:
        prefix, _, last = written.rpartition(".")
        return int(last), prefix
    return _value(written), ""


def _value(numeral: str) -> int:
    """Of 十二, 120, ③."""
    if numeral.isdecimal() and numeral.isascii():
        return int(numeral)
    for first, count in _FIRSTS:
        if 0 <= ord(numeral) - ord(first) < count if len(numeral) == 1 else False:
            return ord(numeral) - ord(first) + 1
    total = digit = 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
