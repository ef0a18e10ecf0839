"""发言提纲: point by point what to say, what it rests on, how things are at home and what to propose, with the time.

How marks become points, the same for the same marks:
1. KEY and BORROW marks are grouped, each once: by the order that was chosen; where that is by kind (which no speech
   follows) by tag, where marks have tags, else by outline. A mark with several tags stands under the first; those
   without any come first, as what is thought in general.
2. DATA and ACTION marks join the group that their own heading names (any of their tags'); else that of the nearest
   mark of the article, by paragraphs and then by characters between the two, the earlier group of two as near. A mark
   without a place joins the last group that its article has; where it has none, the mark makes a group of its own.
3. In a group the viewpoint is what was noted on KEY marks (their words where nothing was); the words themselves, with
   those of BORROW and DATA marks, are what it rests on; notes on BORROW marks say how things are at home; ACTION marks
   are the proposals. In a group without a viewpoint, the BORROW marks give it.

The time of a section is that of its viewpoints, quoted words, notes and proposals; headings, places and names are not
counted (`speaking.spoken`). That of the whole is counted over all of them and rounded once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.export.templates.front import paper
from reader.export.templates.headings import chinese_number, numbered
from reader.export.templates.marks import Mark, Marks, duty_facts
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.speaking import seconds, spoken
from reader.export.templates.template import Need, Template, arranged, heading_of, labelled, titled
from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Quotation, Section, Summary, TextRun
from reader.text.passages import parse_passage

_BLANK = "＿" * 20
"""To write on: full-width, so that no format takes it for a mark of its own."""
_PIECES = ("viewpoint", "basis", "local", "proposal")


def speech(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; a point without anything to say is left out and the others numbered."""
    marks = Marks(materials, options, say)
    made = _Speech(marks, options, say).sections()
    return paper(TEMPLATE, made, marks, options, say)


@dataclass(slots=True)
class _Point:
    """What is said under one heading: texts with what stands behind them (place, name), and quotations."""

    viewpoint: list[tuple[str, str]] = field(default_factory=list)
    basis: list[Quotation] = field(default_factory=list)
    local: list[tuple[str, str]] = field(default_factory=list)
    proposal: list[tuple[str, str]] = field(default_factory=list)

    def count(self, piece: str) -> int:
        """Characters that are said of one of its pieces."""
        if piece == "basis":
            return sum(spoken(each.text) + spoken(each.note) for each in self.basis)
        return sum(spoken(text) for text, _ in getattr(self, piece))


class _Speech:
    def __init__(self, marks: Marks, options: Options, say: Say) -> None:
        self._marks, self._options, self._say = marks, options, say
        wanted = arranged(TEMPLATE.blocks, options.blocks)
        self._has_time = any(block.name == "time" and block.is_shown for block in wanted)
        self._pieces = [block for block in wanted if block.is_shown and block.name in _PIECES]

    def sections(self) -> list[Section]:
        say, total = self._say, 0
        made: list[Section] = []
        for title, found in self._groups():
            point = self._point(found)
            items = self._items(point)
            if not items:
                continue
            count = sum(point.count(block.name) for block in self._pieces)
            total += count
            if self._has_time and count:
                title = say("paper.speech.heading", title=title, time=self._time(count))
            made.append(Section(numbered(1, len(made) + 1, title, say), 1, tuple(items)))
        if not (self._has_time and total):
            return made
        line = say("paper.speech.whole", time=self._time(total), count=total, pace=self._options.pace)
        return [Section("", 1, (Paragraph((TextRun(line),)),)), *made]

    def _time(self, count: int) -> str:
        minutes, rest = divmod(seconds(count, self._options.pace), 60)
        form = "minutes" if not rest else "both" if minutes else "seconds"
        return self._say(f"paper.speech.{form}", minutes=minutes, seconds=rest)

    # ---- which marks belong together

    def _groups(self) -> list[tuple[str, list[Mark]]]:
        """Rules 1 and 2."""
        seeds = self._marks.of(Kind.KEY, Kind.BORROW)
        order = self._options.order
        if order == "kind":
            order = "tag" if any(each.tags for _, each in seeds) else "outline"
        groups = self._grouped(seeds, order)
        rest = []
        for mark in self._marks.of(Kind.DATA, Kind.ACTION):
            at = self._group_for(mark, groups, order)
            if at is None:
                rest.append(mark)
            else:
                groups[at][1].append(mark)
        return [*groups, *self._grouped(rest, order)]

    def _grouped(self, found: Sequence[Mark], order: str) -> list[tuple[str, list[Mark]]]:
        first = [(number, replace(each, tags=each.tags[:1])) for number, each in found]
        groups = [(heading, group) for heading, group in self._marks.grouped(first, order) if group]
        untagged = self._say("paper.group.untagged")
        general = [(self._say("paper.speech.general"), group) for heading, group in groups if heading == untagged]
        return [*general, *((heading, group) for heading, group in groups if heading != untagged)]

    def _group_for(self, mark: Mark, groups: Sequence[tuple[str, list[Mark]]], order: str) -> int | None:
        headings = [heading for heading, found in self._marks.grouped([mark], order) if found]
        named = [at for at, (heading, _) in enumerate(groups) if heading in headings]
        if named:
            return named[0]
        near = [
            (_distance(mark, other), at) for at, (_, group) in enumerate(groups) for other in group
            if other[0] == mark[0] and other[1].kind in (Kind.KEY, Kind.BORROW)
        ]  # fmt: skip
        placed = [(distance, at) for distance, at in near if distance is not None]
        return min(placed)[1] if placed else near[-1][1] if near else None

    # ---- what is said of them

    def _point(self, found: Sequence[Mark]) -> _Point:
        """Rule 3."""
        point = _Point()
        has_key = any(each.kind is Kind.KEY for _, each in found)
        for number, annotation in found:
            if not annotation.quote and not annotation.note:
                continue
            quotation = self._marks.quotation(annotation, number)
            # A place stands behind the words that are printed with it, once.
            bare = replace(quotation, note="", tags=())
            place = self._marks.where(annotation, number)
            noted = self._behind("" if quotation.text else place, quotation.creator)
            if annotation.kind is Kind.ACTION:
                behind = self._behind(place, quotation.creator, *duty_facts(annotation, self._say))
                point.proposal.append((annotation.note or annotation.quote, behind))
            elif annotation.kind is Kind.DATA:
                point.basis.append(replace(quotation, tags=()))
            elif annotation.note:
                is_local = annotation.kind is Kind.BORROW and has_key
                (point.local if is_local else point.viewpoint).append((annotation.note, noted))
                point.basis += [bare] if bare.text else []
            elif annotation.kind is Kind.KEY or not has_key:
                point.viewpoint.append((annotation.quote, self._behind(place, quotation.creator)))
            else:
                point.basis.append(bare)
        return point

    def _behind(self, *facts: str) -> str:
        """All that is said of a text in one bracket: several in a row are hard to read."""
        named = self._say("paper.duty_separator").join(filter(None, facts))
        return self._say("paper.place", place=named) if named else ""

    def _items(self, point: _Point) -> list[Item]:
        items: list[Item] = []
        for block in self._pieces:
            heading = heading_of("speech", block, self._say)
            if block.name == "basis":
                items += self._basis(heading, point.basis)
            else:
                texts = getattr(point, block.name)
                if block.name == "local" and not texts and self._options.with_blanks:
                    texts = [(_BLANK, "")]
                items += self._labelled(heading, texts)
        return items if any(point.count(block.name) for block in self._pieces) else []

    def _labelled(self, heading: str, texts: Sequence[tuple[str, str]]) -> list[Item]:
        """观点：…, or 观点一：… and 观点二：… where there are several."""
        items: list[Item] = []
        for count, (text, behind) in enumerate(texts, 1):
            data = {"title": heading, "number": count, "chinese": chinese_number(count)}
            label = self._say("paper.speech.label", **data) if len(texts) > 1 else heading
            lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
            lines[-1] += behind
            items.append(labelled(label, lines[0], self._say))
            items += [Paragraph((TextRun(line),)) for line in lines[1:]]
        return items

    def _basis(self, heading: str, found: Sequence[Quotation]) -> list[Item]:
        if not found:
            return []
        label = labelled(heading, "", self._say)
        several = len(found) > 1
        return [label, *(replace(each, number=count if several else 0) for count, each in enumerate(found, 1))]


def _distance(one: Mark, other: Mark) -> tuple[int, int] | None:
    """Paragraphs and code points between two marks of one article; None where one of them has no place."""
    first, second = one[1], other[1]
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return None
    try:
        paragraphs = abs(parse_passage(first.passage or "")[0] - parse_passage(second.passage or "")[0])
    except ValueError:
        return None
    return paragraphs, max(first.start - second.end, second.start - first.end, 0)


TEMPLATE = Template(
    "speech",
    ("time", *_PIECES),
    speech,
    titled("speech"),
    kinds=(Kind.KEY, Kind.BORROW, Kind.DATA, Kind.ACTION),
    needs=Need.DIGEST,
    is_grouped=True,
)
