"""Series: markers that count on from one another; a marker that stands alone marks nothing."""

from collections.abc import Iterable, Iterator

from reader.digest.markers import NUMBERED, SPOKEN, Marker

_OPEN = 8
"""Series of one device that may be open at a time, one inside the other."""
_REACH = {True: 40, False: 2}
"""Paragraphs between two words of a spoken series, by whether the later one opens its paragraph."""
_REACH_OF_ORDER = 4
"""首先, 其次, 最后 are common words: the last word of a speech ends no series of its beginning."""


def series(markers: Iterable[Marker]) -> Iterator[list[Marker]]:
    """The series among `markers` (in text order), each with at least two members but for sure ones."""
    waiting: dict[tuple[str, str], list[list[Marker]]] = {}
    found: list[list[Marker]] = []
    for marker in markers:
        if marker.is_head and marker.device in NUMBERED:
            waiting.pop(("dash", ""), None)  # bullets of another section are another series
        begun = waiting.setdefault((marker.device, marker.prefix), [])
        if (place := _place(begun, marker)) is not None:
            del begun[place + 1 :]
            begun[place].append(marker)
        elif marker.ordinal == 1 or marker.device == "dash" or _is_sure(marker):
            begun.append([marker])
            found.append(begun[-1])
            del begun[:-_OPEN]
    return (members for members in found if len(members) > 1 or _is_sure(members[0]))


def _is_sure(marker: Marker) -> bool:
    """Whether it is believed alone, and with any number: an excerpt may begin with 二、."""
    return marker.is_head and not marker.is_weak and marker.device in NUMBERED


def _place(begun: list[list[Marker]], marker: Marker) -> int | None:
    """Which of the series it continues, the innermost first."""
    for place in range(len(begun) - 1, -1, -1):
        if _continues(begun[place], marker):
            return place
    return None


def _continues(members: list[Marker], marker: Marker) -> bool:
    last, count = members[-1], len(members)
    if marker.device == "dash":
        return True
    away = marker.paragraph - last.paragraph
    reach = min(_REACH[marker.is_head], _REACH_OF_ORDER if marker.device == "order" else away)
    if away > reach and (marker.device in SPOKEN or not marker.is_head):
        return False
    if marker.device == "order" and marker.ordinal != 2:
        return marker.ordinal != 1 and count > 1  # 再次 after 其次; 最后 ends any series
    return marker.ordinal == _number(last, count) + 1


def _number(marker: Marker, count: int) -> int:
    return marker.ordinal or count
