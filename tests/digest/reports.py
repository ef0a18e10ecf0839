"""Reports for tests: what stands in an outline, as a person would write it down."""

from collections.abc import Iterable

from reader.digest.outline import outline
from reader.digest.report import Report, article_report, plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Run, RunStyle
from reader.model.digest import OutlineNode

REST = "全县划分网格448个，组建网格党支部326个，实现了组织全覆盖。"
"""Running text that follows a label."""


def written(nodes: Iterable[OutlineNode]) -> list[str]:
    """One line a node: indented by its level, the marker before a bar."""
    return [f"{'  ' * (node.level - 1)}{node.marker}|{node.title}" for node in nodes]


def outlined(text: str) -> list[str]:
    """The outline of a plain text, one line a node."""
    return written(outline(plain_report(text)))


def article(*blocks: Block, title: str = "清河市：小网格托起大民生") -> Report:
    """An article of the library."""
    return article_report(Metadata(title=title), blocks)


def heading(text: str, level: int = 2) -> Block:
    """A heading of a page."""
    return Block(BlockKind.HEADING, text, level=level)


def paragraph(text: str, bold: int = 0) -> Block:
    """A paragraph; so many code points at its beginning are bold."""
    return Block(BlockKind.PARAGRAPH, text, runs=(Run(0, bold, RunStyle.BOLD),) if bold else ())
