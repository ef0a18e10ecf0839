"""The form in which every layer of the digest reads a report: one text, its shadow, and what each line is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, RunStyle, Span
from reader.model.digest import Meta
from reader.text.dumps import Part, parse_dump
from reader.text.passages import Passages
from reader.text.shadow import shadow


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a visible character: code points of the report's text, half-open, without the blanks around it."""

    start: int
    end: int
    part: Part
    kind: BlockKind | None = None
    """What the page said it is; None in a plain text, where nobody said."""
    level: int = 0
    """Heading of a page: 1 to 6."""
    strong: int = 0
    """So many code points at its beginning the page prints bold."""
    is_below_picture: bool = False
    """A picture stands right above it."""


@dataclass(frozen=True)
class Report:
    """A report that is about to be digested; two faces of one text.

    The shadow is folded, code point by code point (`text.shadow`), so rules are written for half-width punctuation
    (, : ; ! ? ( ) but 。、) and “ ” ‘ ’; items take their text from `text` by the same offsets.
    """

    text: str
    lines: tuple[Line, ...]
    meta: Meta = field(default_factory=Meta)
    offset: int = 0
    """An article's headline stands before the body in `text`; so many code points come before the body."""

    @cached_property
    def shadow(self) -> str:
        """The whole text, folded."""
        return shadow(self.text)

    @cached_property
    def content(self) -> str:
        """The shadow with all but headline and body blanked out: furniture and metadata are spaces."""
        return self._only(Part.TITLE, Part.BODY)

    @cached_property
    def body(self) -> str:
        """The shadow with all but the body blanked out."""
        return self._only(Part.BODY)

    @cached_property
    def dated(self) -> str:
        """The shadow with all but headline, body and metadata lines blanked out: where dates are looked for."""
        return self._only(Part.TITLE, Part.BODY, Part.METADATA)

    def _only(self, *parts: Part) -> str:
        pieces, done = [], 0
        for line in self.lines:
            if line.part not in parts:
                continue
            pieces += [self._blank(done, line.start), self.shadow[line.start : line.end]]
            done = line.end
        return "".join([*pieces, self._blank(done, len(self.text))])

    def _blank(self, start: int, end: int) -> str:
        """As many blanks as code points; line breaks stay, so that no rule reaches over them."""
        return "\n".join(" " * len(piece) for piece in self.shadow[start:end].split("\n"))

    @cached_property
    def body_lines(self) -> tuple[Line, ...]:
        """The lines of the body."""
        return tuple(line for line in self.lines if line.part is Part.BODY)

    @property
    def title(self) -> Line | None:
        """The headline."""
        return next((line for line in self.lines if line.part is Part.TITLE), None)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of headline and body by the passage rule, without the blanks around them."""
        found = []
        for sentence in Passages(self.content).sentences:
            words = self.content[sentence.start : sentence.end]
            start = sentence.start + len(words) - len(words.lstrip())
            found.append(Span(start, start + len(words.strip())))
        return tuple(found)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the code point at `offset`, or the one before it; (0, 0) in an empty text."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(place, 0)] if self.sentences else Span(0, 0)


def plain_report(text: str) -> Report:
    """A plain text file, or a page dump: its lines get their parts from what they look like."""
    dump = parse_dump(text)
    lines = tuple(Line(line.start, line.end, line.part) for line in dump.lines)
    meta = Meta(
        title=dump.title,
        published=dump.published,
        source_name=dump.source,
        author=dump.signed,
        original_url=dump.original_url,
        boilerplate=tuple(Span(line.start, line.end) for line in dump.lines if line.part is Part.FURNITURE),
    )
    return Report(text, lines, meta)


def article_report(metadata: Metadata, blocks: Sequence[Block]) -> Report:
    """An article of the library: the page said what its lines are, and furniture is gone."""
    title = metadata.title.replace("\n", " ")
    lines, start, texts = [], len(title) + 1, [title]
    if title.strip():
        lines.append(Line(0, len(title), Part.TITLE))
    is_below_picture = False
    for block in blocks:
        left = len(block.text) - len(block.text.lstrip())
        if words := block.text.strip():
            place = (start + left, start + left + len(words), Part.BODY)
            lines.append(Line(*place, block.kind, block.level, _strong(block, left, len(words)), is_below_picture))
        is_below_picture = block.kind is BlockKind.IMAGE or (is_below_picture and not words)
        texts.append(block.text)
        start += len(block.text) + 1
    meta = Meta(metadata.title, metadata.published, metadata.source, metadata.author, metadata.original_url)
    return Report("\n".join(texts), tuple(lines), meta, len(title) + 1)


def _strong(block: Block, left: int, size: int) -> int:
    """So many of the `size` code points from `left` on are bold before the first that is not."""
    end = left
    for run in sorted(run for run in block.runs if run.style is RunStyle.BOLD):
        if block.text[end : run.start].strip():
            break
        end = max(end, run.end)
    return min(end - left, size)
