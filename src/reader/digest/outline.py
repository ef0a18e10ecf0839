"""The outline: every label the author uses to divide the text, with its level."""

from collections import Counter
from collections.abc import Sequence

from reader.digest.headings import headings
from reader.digest.labels import Label, Paragraph, paragraphs
from reader.digest.levels import is_within_paragraph, levels
from reader.digest.markers import Marker, markers
from reader.digest.report import Report
from reader.digest.series import series
from reader.digest.titles import title_span
from reader.digest.topic_sentences import bold_leads, topic_sentences
from reader.model.digest import OutlineNode


def outline(report: Report) -> list[OutlineNode]:
    """In text order; a topic sentence counts where no numbered division of the second level stands above it."""
    shadow, lines = report.shadow, paragraphs(report)
    labels = _marked(shadow, report.body, lines)
    taken = {label.paragraph for label in labels if label.opens}
    title = report.title
    labels += headings(shadow, lines, shadow[title.start : title.end] if title else "", taken)
    taken |= {label.paragraph for label in labels if label.opens}
    labels += bold_leads(shadow, lines, taken)
    labels.sort()
    labels += topic_sentences(shadow, lines, _sections(shadow, lines, labels))
    labels.sort()
    return [
        _node(report.text, label, level)
        for label, level in zip(labels, levels(shadow, lines, labels), strict=True)
    ]


def _marked(shadow: str, body: str, lines: Sequence[Paragraph]) -> list[Label]:
    found = []
    for number, members in enumerate(series(markers(shadow, body, lines)), 1):
        for marker in members:
            if label := _label(shadow, lines, marker, number):
                found.append(label)
    return found


def _label(shadow: str, lines: Sequence[Paragraph], marker: Marker, number: int) -> Label | None:
    line = lines[marker.paragraph]
    limit = line.strong if marker.is_head and line.strong > marker.end else line.end
    start, end = title_span(shadow, marker.end, limit, opens=marker.is_head)
    if end <= start:
        return None
    first = line.first if marker.is_head and line.page_level else marker.start
    is_alone = marker.is_head and line.end - end <= 2
    return Label(first, start, end, marker.device, marker.paragraph, number, marker.is_head, is_alone)


def _sections(shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label]) -> list[list[int]]:
    """The paragraphs that stand under nothing or under a label of the first level, by section.

    Numbers that begin anew at the first level stand below something that has no number: they end no section.
    """
    heads: dict[int, tuple[Label, int]] = {}
    for label, level in zip(labels, levels(shadow, lines, labels), strict=True):
        if label.opens:
            heads.setdefault(label.paragraph, (label, level))
    anew = Counter(device for device, _ in {(label.device, label.series) for label, level in heads.values() if level == 1})
    found: list[list[int]] = [[]]
    is_deep = False
    for index in range(len(lines)):
        if index not in heads:
            if not is_deep:
                found[-1].append(index)
            continue
        label, level = heads[index]
        if is_within_paragraph(label) or anew[label.device] > 1:
            continue
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
