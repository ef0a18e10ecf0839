"""What a link of a list is called: its heading or text, or its title attribute where the text is cut."""

import re
from collections.abc import Sequence
from typing import Any

from reader.capture.lines import HEADINGS, read_lines
from reader.capture.lists.link_dates import DATE, NO_YEAR
from reader.text.folding import clean, one_line

_BULLET = re.compile(r"^[\s·•■▪▶►●◆◇○»>\-—]+")
_NUMBERS = re.compile(r"[\d\s:：/.年月日\-]+")
_LONGEST = 1000
"""Characters of a link's text that are looked at."""
_ATTRIBUTE = re.compile(r"^\s*标题\s*[:：]\s*")
_DAY = rf"(?:{DATE.pattern}|{NO_YEAR.pattern})(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
_ONLY_DATE = re.compile(rf"[\s\[(（【|]*{_DAY}[\s\])）】|]*")
_DATE_BEFORE = re.compile(rf"^(?:[\[(（【]\s*{_DAY}\s*[\])）】]|{_DAY}(?=[\s|]))[\s|]*")
_DATE_AFTER = re.compile(rf"(?:\s*[\[(（【]\s*{_DAY}\s*[\])）】]|[\s|]+{_DAY})$")


def link_title(link: Any) -> str:
    """What a link is called: its heading or text, or its title attribute where the text is cut."""
    heading = next((each for each in link.iter(*HEADINGS) if _words(each)), None)
    lines = [_undated(line.parts) for line in read_lines(link if heading is None else heading) if line.text]
    text = next((line for line in lines if len(line) >= 4 and not _NUMBERS.fullmatch(line)), "".join(lines[:1]))
    said = _ATTRIBUTE.sub("", link.get("title") or next((i.get("alt") or "" for i in link.iter("img")), ""))
    said = _tidy(re.split(r"[\r\n]|&#10;|\s+(?:发布|点击|作者|来源)\S{0,4}[:：]", said)[0])
    is_cut = not text or re.search(r"(?:…|\.{2,})$", text)
    if said and not said.endswith(("…", "...")) and (is_cut or (len(said) > len(text) and said[:4] == text[:4])):
        return said
    return text or said


def _words(element: Any) -> str:
    return one_line(clean("".join(element.itertext())))


def _undated(parts: Sequence[str]) -> str:
    """A title without the date before or after it, which stands in a node of its own or apart by a space or bracket.

    A date that runs on into the words is part of the title: 2026年3月2日新闻发布会.
    """
    text = one_line(clean("".join(part for part in parts if not _ONLY_DATE.fullmatch(part))))[:_LONGEST]
    for pattern in (_DATE_BEFORE, _DATE_AFTER):
        text = pattern.sub("", text, count=1) or text
    return _tidy(text)


def _tidy(text: str) -> str:
    return _BULLET.sub("", one_line(clean(text)))[:300].strip()
