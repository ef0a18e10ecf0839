"""The outline: every label the author uses to divide the text, with its level."""

from collections import Counter
from collections.abc import Sequence

from reader.digest.contents import without_contents
from reader.digest.headings import headings
from reader.digest.labels import Label, Paragraph, paragraphs
from reader.digest.levels import is_within_paragraph, levels
from reader.digest.markers import NUMBERED, Marker, markers
from reader.digest.report import Report
from reader.digest.series import series
from reader.digest.titles import title_span
from reader.digest.topic_sentences import bold_leads, topic_sentences
from reader.model.digest import OutlineNode

_PUNCTUATION = 2
"""Characters that may follow a title in its line."""


def outline(report: Report) -> list[OutlineNode]:
    """In text order, whole: what the page marks as headings, what is numbered, and what only reads like a label."""
    shadow, lines = report.shadow, paragraphs(report)
    labels = without_contents(shadow, lines, _marked(shadow, report.body, lines))
    taken = _taken(lines, labels)
    title = report.title
    name = shadow[title.start : title.end].strip("#* ") if title else ""
    labels += headings(shadow, lines, name, taken)
    taken |= _taken(lines, labels)
    labels += bold_leads(shadow, lines, taken)
    labels.sort()
    labels += topic_sentences(shadow, lines, _sections(shadow, lines, labels))
    labels.sort()
    return [
        _node(report.text, label, level) for label, level in zip(labels, levels(shadow, lines, labels), strict=True)
    ]


def _taken(lines: Sequence[Paragraph], labels: Sequence[Label]) -> set[int]:
    """The paragraphs at whose head a label stands, and the ones over which it goes on."""
    found = {label.paragraph for label in labels if label.opens}
    return found | {label.paragraph + 1 for label in labels if label.end > lines[label.paragraph].end}


def _marked(shadow: str, body: str, lines: Sequence[Paragraph]) -> list[Label]:
    found = []
    for number, members in enumerate(series(markers(shadow, body, lines)), 1):
        found += [label for marker in members if (label := _label(shadow, lines, marker, number))]
    return found


def _label(shadow: str, lines: Sequence[Paragraph], marker: Marker, number: int) -> Label | None:
    line, place = lines[marker.paragraph], marker.paragraph
    limit = line.strong if marker.is_head and line.strong > marker.end else line.end
    start, end = title_span(shadow, marker.end, limit, opens=marker.is_head)
    if end <= start and marker.is_head and marker.end >= line.end:
        line = lines[place + 1]  # the number stands in a line of its own, the title in the next
        start, end = title_span(shadow, line.start, line.end, opens=True)
    if end <= start:
        return None
    first = lines[place].first if marker.is_head and line.page_level else marker.start
    is_alone = marker.is_head and line.end - end <= _PUNCTUATION
    return Label(first, start, end, marker.device, place, number, marker.is_head, is_alone)


def _sections(shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label]) -> list[list[int]]:
    """The paragraphs in which topic sentences are looked for, by section of the first level.

    There are none in a text that numbers its divisions down to a second level: it labels them all by number. Numbers
    that begin anew at the first level (1. 2. 1. 2.) stand below something that has none: they end no section.
    """
    heads: dict[int, tuple[Label, int]] = {}
    for label, level in zip(labels, levels(shadow, lines, labels), strict=True):
        if label.opens:
            heads.setdefault(label.paragraph, (label, level))
    if any(level > 1 and label.device in NUMBERED for label, level in heads.values()):
        return []
    top = {(label.device, label.series) for label, level in heads.values() if level == 1}
    anew = Counter(device for device, _ in top)
    found: list[list[int]] = [[]]
    is_deep = False
    for index in range(len(lines)):
        if index not in heads:
            found[-1] += [] if is_deep else [index]
            continue
        label, level = heads[index]
        if not is_within_paragraph(label) and anew[label.device] <= 1:
            is_deep = level > 1
            found.append([])
    return found


def _node(text: str, label: Label, level: int) -> OutlineNode:
    return OutlineNode(
        text=text[label.start : label.end],
        start=label.start,
        end=label.end,
        title=" ".join(text[label.title : label.end].split()),
        marker=text[label.start : label.title].rstrip(),
        level=level,
    )
