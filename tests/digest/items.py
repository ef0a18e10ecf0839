"""Items as the other layers would find them, for the tests of the layers that build on them."""

from itertools import count

from reader.digest.report import Report, plain_report
from reader.model.digest import Figure, FigureKind, OutlineNode


class Page:
    """A text and items in it, named by their words; a word that stands there more often is taken in turn."""

    def __init__(self, text: str) -> None:
        self.report: Report = plain_report(text)
        self._next: dict[str, int] = {}

    def place(self, words: str) -> int:
        """Where the words stand, each time behind the last."""
        start = self.report.text.index(words, self._next.get(words, 0))
        self._next[words] = start + 1
        return start

    def figure(self, words: str, value: float, unit: str, object: str = "", **more: object) -> Figure:
        """A figure with its sentence."""
        start = self.place(words)
        about = {"kind": FigureKind.COUNT} | more
        return Figure(text=words, start=start, end=start + len(words), value=value, unit=unit, object=object,
                      sentence=self.report.sentence_at(start), **about)  # type: ignore[arg-type]  # fmt: skip

    def node(self, title: str, marker: str = "", level: int = 1) -> OutlineNode:
        """A label of the outline."""
        words = marker + title
        start = self.place(words)
        return OutlineNode(text=words, start=start, end=start + len(words), title=title, marker=marker, level=level)

    def nodes(self, titles: str, marks: str = "一二三四五六七八九") -> list[OutlineNode]:
        """Labels 一是…, 二是…, one for each word of `titles`."""
        return [self.node(title, f"{marks[index]}是") for index, title in zip(count(), titles.split(), strict=False)]
