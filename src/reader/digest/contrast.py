"""Several reports side by side: what they count, 数据对照, and what they do, 做法对照; pure, the same digests give the
same tables."""

import re
from collections.abc import Sequence

from reader.digest.contrast_figures import figure_rows
from reader.digest.contrast_practices import practice_rows
from reader.digest.readings import Reading
from reader.model.contrast import ComparedReport, Contrast
from reader.text.folding import one_line

__all__ = ["Reading", "contrast", "short_name"]

_VERBS = (
    "关于|加强|推进|推动|深化|构建|打造|创新|探索|坚持|聚焦|做好|做实|提升|完善|健全|建设|开展|落实"
)
_PLACE = re.compile(
    f"(?!全|各|本|我|某)(?:(?!{_VERBS}|社区|街道|地区|城区|园区|城市|农村|乡村|乡镇|县域)[一-鿿]{{1,7}}?"
    "(?:省|自治[区州县]|市(?![场民政委容域长])|区(?![域块位委长])|县(?![域委级长])|旗|盟(?![友军])|州"
    "|镇(?![区街长])|乡(?![村镇愁长])|街道(?!办)|社区|村(?![民级居庄长])))+"
)
_HEAD = re.compile(r"([^：:“”\s]{2,})\s*[：:]")
"""清河市：“一张网”织密基层治理."""
_LONGEST = 8
"""Characters of a title that stand for it where it does not begin with a place."""


def contrast(readings: Sequence[Reading]) -> Contrast:
    """The tables of two or more reports; rows that more of them have come first. What nothing else is like has a row
    of its own: every figure, and every division of the first two levels, is in its table."""
    reports = (ComparedReport(reading.article, reading.title, short_name(reading.title)) for reading in readings)
    return Contrast(tuple(reports), figure_rows(readings), practice_rows(readings))


def short_name(title: str) -> str:
    """What a report is called at the head of a column: what stands before the colon of its title, else the place that
    the title or what stands behind its dash begins with, else its first words."""
    words = one_line(title).lstrip("“”\"'‘’《》【】[]（）() ")
    if (head := _HEAD.match(words)) and len(head[1]) <= _LONGEST:
        return head[1]
    # ——清河市推进城市基层党建工作综述
    if place := _PLACE.match(words) or _PLACE.match(words.rpartition("——")[2]):
        return place[0] if len(place[0]) <= 2 * _LONGEST else place[0][-_LONGEST:]
    return words if len(words) <= _LONGEST + 1 else f"{words[:_LONGEST]}…"
