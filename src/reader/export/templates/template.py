"""What a template is, and how its parts become the numbered sections of a paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, Flag, auto

from reader.export.templates.headings import numbered
from reader.export.templates.material import Material, Options, PaperBlock, Say
from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Section, Summary, TextRun

SHORT_TITLE = 12
"""Characters of an article's title that leave room for the rest of the paper's title on the line."""


class Need(Flag):
    """What a template wants to know of an article besides its marks."""

    NOTHING = 0
    TEXT = auto()
    """`Material.blocks`."""
    DIGEST = auto()
    """`Material.digest`, and `Material.blocks`, in which its offsets count."""
    CONTRAST = auto()
    """`Options.contrast`, which takes two articles or more."""


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of paper; its name and the headings of its blocks are the messages `paper.<name>.name` and
    `paper.<name>.<block>`."""

    name: str
    """As the command line has it."""
    blocks: tuple[str, ...]
    """Its parts, in the order in which they stand where nobody says otherwise."""
    make: Callable[[Sequence[Material], Options, Say], Summary]
    title: Callable[[Sequence[str], Say], str]
    """What a paper over articles with these titles is called if nobody says; newlines break it into lines."""
    kinds: tuple[Kind, ...] = tuple(Kind)
    """The kinds of marks it prints."""
    needs: Need = Need.NOTHING
    is_grouped: bool = False
    """Whether `Options.order` changes anything."""


class Head(Enum):
    """What stands above a part."""

    NUMBERED = auto()
    """Its heading, counted with the others."""
    PLAIN = auto()
    """Its heading and those of its groups alone, without numbers."""
    NONE = auto()
    """Nothing, unless a person wrote a heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a paper before anybody numbered it."""

    name: str
    items: Sequence[Item] = ()
    groups: Sequence[tuple[str, Sequence[Item]]] = field(default_factory=tuple)
    """Parts of it with headings of their own, below its items; those without items vanish."""
    head: Head = Head.NUMBERED
    is_wide: bool = False
    """Whether its pages lie on their long side."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print but headings."""
        return not self.items and not any(items for _, items in self.groups)


def labelled(label: str, text: str, say: Say) -> Paragraph:
    """A paragraph that begins with what it is: 观点：…"""
    return Paragraph((TextRun(label, strong=True), TextRun((say("paper.word.colon") + text).rstrip())))


def titled(template: str) -> Callable[[Sequence[str], Say], str]:
    """Proposes the title of a paper by the messages `paper.<template>.title_one`, `title_lines` and `title_many`."""

    def proposed(titles: Sequence[str], say: Say) -> str:
        if len(titles) == 1:
            # A title that does not fit on one line with the rest has lines of its own.
            form = "one" if len(titles[0]) <= SHORT_TITLE else "lines"
            return say(f"paper.{template}.title_{form}", title=titles[0])
        return say(f"paper.{template}.title_many", count=len(titles))

    return proposed


def arranged(blocks: Sequence[str], wanted: Sequence[PaperBlock]) -> list[PaperBlock]:
    """All blocks of a template in the order a person wants; those nobody placed keep theirs and follow."""
    placed = [block for block in {block.name: block for block in wanted}.values() if block.name in blocks]
    names = {block.name for block in placed}
    return [*placed, *(PaperBlock(name) for name in blocks if name not in names)]


def heading_of(template: str, block: PaperBlock, say: Say) -> str:
    """What a person wants a block to be called, else what its template calls it."""
    return block.heading.strip() or say(f"paper.{template}.{block.name}")


def written_heading(name: str, options: Options) -> str:
    """What a person wants block `name` to be called; "" where nobody said."""
    return next((block.heading.strip() for block in options.blocks if block.name == name), "")


def sections(template: str, parts: Sequence[Part], options: Options, say: Say) -> tuple[Section, ...]:
    """The parts as sections: in the order and with the headings of `options`, empty and unwanted ones left out and
    the others numbered."""
    by_name = {part.name: part for part in parts if not part.is_empty}
    made: list[Section] = []
    count = 0
    for block in arranged(list(by_name), options.blocks):
        if not block.is_shown:
            continue
        part, heading = by_name[block.name], heading_of(template, block, say)
        if part.head is Head.NUMBERED:
            count += 1
            heading = numbered(1, count, heading, say)
        elif part.head is Head.NONE:
            heading = block.heading.strip()
        made.append(Section(heading, 1, tuple(part.items), is_wide=part.is_wide, block=part.name))
        filled = [(title, items) for title, items in part.groups if items]
        made += [
            Section(title if part.head is Head.PLAIN else numbered(2, order, title, say), 2, tuple(items))
            for order, (title, items) in enumerate(filled, 1)
        ]
    return tuple(made)
