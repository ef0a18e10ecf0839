"""The lines a page shows, in order, each with the text nodes it is made of.

Extraction thinks in lines, because a reader does, and because half of the portals separate paragraphs by `<br>` in one
block. A line is dropped by emptying its text nodes; the elements around it stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.text.folding import clean, one_line

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "ucapcontent",
        "ucaptitle",
        "founder-content",
        "founder-title",
    ]
)
"""Elements that begin and end a line; the last ones are what Chinese publishing systems write into their pages."""
SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "title",
        "textarea",
        "select",
        "option",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "input",
        "button",
        "map",
    ]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PROSE = re.compile(r"[，。；、：！？”…]|[,.;!?] |[.!?]$")


@dataclass
class Line:
    """One line of the page. `slots` are (element, "text" or "tail") of its text nodes; an image is a line too."""

    element: Any
    """The block element it stands in."""
    slots: list[tuple[Any, str]] = field(default_factory=list)
    text: str = ""
    parts: list[str] = field(default_factory=list)
    """The text nodes as they were when the line was read."""
    link_characters: int = 0
    image: Any = None
    _prose: int | None = None

    @property
    def spaced(self) -> str:
        """Its text with two spaces between text nodes: labels and values in neighbouring spans stay apart."""
        return "  ".join(filter(None, (one_line(clean(part)) for part in self.parts)))

    @property
    def links(self) -> float:
        """Share of its characters that are link text."""
        return self.link_characters / len(self.text) if self.text else 0.0

    @property
    def weight(self) -> int:
        """How many of its characters look like running text: all of a line with punctuation, fewer of a bare one."""
        if self._prose is None:
            plain = max(0, len(self.text) - self.link_characters)
            marks = len(_PROSE.findall(self.text))
            if self.links > 0.5:
                self._prose = 0
            elif marks >= 2 or (marks and plain > 20):
                self._prose = plain
            else:
                self._prose = max(1, plain // 4)
        return self._prose

    def drop(self) -> None:
        """Take it off the page."""
        for element, name in self.slots:
            setattr(element, name, " ")
        if self.image is not None and self.image.getparent() is not None:
            self.image.drop_tree()


class _Walker:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.current: Line | None = None

    def end(self) -> None:
        """Finish the current line."""
        if self.current is not None:
            self.current.text = one_line(clean("".join(self.current.parts)))
            if self.current.text:
                self.lines.append(self.current)
        self.current = None

    def add(self, element: Any, name: str, block: Any, in_link: bool) -> None:
        """A text node of the current line."""
        text = getattr(element, name)
        if not text or (self.current is None and text.isspace()):
            return
        if self.current is None:
            self.current = Line(block)
        self.current.slots.append((element, name))
        self.current.parts.append(text)
        if in_link:
            self.current.link_characters += len(text.strip())

    def image(self, element: Any, block: Any) -> None:
        """An image is a line of its own."""
        self.end()
        self.lines.append(Line(block, image=element))


def read_lines(root: Any) -> list[Line]:
    """All lines below `root`, in document order. Iterative: pages may be nested deeper than Python's stack."""
    walker = _Walker()
    # (element, block around it, inside a link, entering)
    stack: list[tuple[Any, Any, bool, bool]] = [(root, root, False, True)]
    while stack:
        element, block, in_link, entering = stack.pop()
        tag = element.tag
        is_block = tag in BLOCKS
        if not entering:
            if is_block:
                walker.end()
            if element is not root:
                walker.add(element, "tail", block, in_link)
            continue
        stack.append((element, block, in_link, False))
        if not isinstance(tag, str) or tag in SILENT:
            continue
        if tag == "br":
            walker.end()
        elif tag == "img":
            walker.image(element, block)
        else:
            if is_block:
                walker.end()
            inner, inner_link = (element if is_block else block), in_link or tag == "a"
            walker.add(element, "text", inner, inner_link)
            stack.extend((child, inner, inner_link, True) for child in reversed(element))
    walker.end()
    return walker.lines


def ancestors(element: Any) -> Iterator[Any]:
    """The element and everything around it, inside out."""
    while element is not None:
        yield element
        element = element.getparent()
