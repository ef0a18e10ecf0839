"""A digest for people: its parts one below the other, each line with the passage (段-句) it stands in."""

from collections.abc import Callable, Iterator, Sequence

from reader.cli.output import table
from reader.messages import Messages
from reader.model.digest import (
    Chain,
    Date,
    Digest,
    Document,
    DocumentKind,
    Field,
    Figure,
    HeadlineModel,
    Hint,
    HintKind,
    Item,
    KeyPassage,
    Organisation,
    OutlineNode,
    Term,
    TermKind,
)
from reader.text.folding import one_line
from reader.text.passages import Passages

_INDENT = "  "
_WIDTH = 60
"""Columns of the words of a figure or date."""


class _Speaker:
    """Puts the items of one digest into cells: what stands there, and what is said about it."""

    def __init__(self, digest: Digest, text: str, say: Messages) -> None:
        self._digest = digest
        self._passages = Passages(text)
        self._say = say

    def lines(self, items: Sequence[Item], cells: Callable[[Item], tuple[str, ...]]) -> list[str]:
        """A line for each item; numbers and dates in columns, what may be long without."""
        rows = [(self._where(item), *cells(item), self._mark(item)) for item in items]
        if not isinstance(items[0], Figure | Date):
            rows = [(row[0], _INDENT.join(filter(None, row[1:]))) for row in rows]
        widths = (0, *(_WIDTH for _ in rows[0][2:]), 0)
        return [_INDENT + line for line in table(rows, widths).split("\n")]

    def _where(self, item: Item) -> str:
        if item.field is Field.TITLE:
            return self._say("cli.digest.title")
        return self._passages.number(item.start, item.end) or ""

    def _mark(self, item: Item) -> str:
        return self._say("cli.digest.corrected") if item.corrected else ""

    def model(self, item: HeadlineModel) -> tuple[str, ...]:
        """Its name and its parts."""
        parts = self._say("cli.digest.separator").join(one_line(part.text) for part in item.parts)
        return (one_line(item.text), parts)

    def node(self, item: OutlineNode) -> tuple[str, ...]:
        """Its marker and title, indented by its level."""
        return (_INDENT * (item.level - 1) + one_line(f"{item.marker} {item.title}"),)

    def figure(self, item: Figure) -> tuple[str, ...]:
        """As written, what it counts, and the number written out where it is not."""
        written = one_line(item.text if item.approx in item.text else f"{item.approx} {item.text}")
        ends = [f"{each:,}" for each in (item.value, item.value2) if each is not None]
        plain = "–".join(ends) + f" {item.unit}"
        is_plain = item.value2 is None and item.text.replace(",", "").startswith(ends[0].replace(",", ""))
        return (written, one_line(item.object), "" if is_plain else f"= {plain}".strip())

    def document(self, item: Document) -> tuple[str, ...]:
        """Its name, and what was done with it or what it is."""
        kind = "" if item.kind is DocumentKind.DOCUMENT else self._say(f"cli.digest.document.{item.kind.value}")
        return (one_line(item.text), item.verb or kind)

    def term(self, item: Term) -> tuple[str, ...]:
        """Its words, how often they stand there, and whether they are a slogan."""
        kind = self._say("cli.digest.slogan") if item.kind is TermKind.SLOGAN else ""
        return (one_line(item.text), _times(len(item.places)), kind)

    def organisation(self, item: Organisation) -> tuple[str, ...]:
        """Its name, and how often it stands there."""
        return (one_line(item.text), _times(len(item.places)))

    def date(self, item: Date) -> tuple[str, ...]:
        """As written, and where it belongs on a time line."""
        return (one_line(item.text), item.resolved or item.norm)

    def chain(self, item: Chain) -> tuple[str, ...]:
        """Its nodes."""
        return (" → ".join(map(one_line, item.nodes)),)

    def key(self, item: KeyPassage) -> tuple[str, ...]:
        """Why it is suggested, and its words."""
        return (self._say(f"cli.digest.reason.{item.reason.value}"), one_line(item.text))

    def hint(self, hint: Hint) -> str:
        """A sum, a product, or the number word of the model and its parts."""
        if hint.kind is HintKind.PARTS:
            return self._say("cli.digest.parts", expected=f"{hint.expected:,}", found=f"{hint.value:,}")
        first, *rest = (self._digest.figures[number].text for number in hint.figures)
        if hint.kind is HintKind.SUM:
            return f"{first} = {' + '.join(rest)}"
        return f"{' × '.join((first, *rest))} = {hint.value:,}"


def _times(count: int) -> str:
    return f"×{count}" if count > 1 else ""


def digest_text(digest: Digest, text: str, say: Messages) -> str:
    """All parts of a digest that are not empty; `text` is what its offsets count in."""
    speaker = _Speaker(digest, text, say)
    parts = ["\n".join([say(f"cli.digest.{name}"), *lines]) for name, lines in _parts(digest, speaker) if lines]
    return "\n\n".join(parts) if parts else say("cli.none.digest")


def _parts(digest: Digest, speaker: _Speaker) -> Iterator[tuple[str, Sequence[str]]]:
    layers: tuple[tuple[str, Sequence[Item], Callable[..., tuple[str, ...]]], ...] = (
        ("model", (digest.model,) if digest.model else (), speaker.model),
        ("outline", digest.outline, speaker.node),
        ("figures", digest.figures, speaker.figure),
        ("documents", digest.documents, speaker.document),
        ("terms", digest.terms, speaker.term),
        ("orgs", digest.orgs, speaker.organisation),
        ("dates", digest.dates, speaker.date),
        ("chains", digest.chains, speaker.chain),
        ("key", digest.key, speaker.key),
    )
    for name, items, cells in layers:
        yield name, speaker.lines(items, cells) if items else ()
    yield "hints", [_INDENT + speaker.hint(hint) for hint in digest.hints]
