"""Where a text comes from and where else it stands, below the facts of the tab 信息."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.model.article import Resembling
from reader.model.reposts import Link, Reposts, Role
from reader.text.addresses import is_web
from reader.ui.panel.elided import ElidedLink
from reader.ui.parts import ElidedLabel, describe, label, line, plain_tooltip
from reader.ui.theme import ThemeService

DOT = 4.0
"""Radius of a place of the chain, device-independent pixels."""
BESIDE = 22
"""Width of what is drawn beside the chain."""
INDENT = 7
"""Of what stands under the name of a place, so that it is flush with the text of that button."""
SHARE = 50
"""Width of the numbers, up to "100 %"."""
FIRST_LINE = 13
"""From the top of a place to the middle of its first line."""


class Joint(QWidget):
    """A place of the chain as a dot, and the line that joins it with the places above and below."""

    def __init__(self, themes: ThemeService, *, is_first: bool, is_last: bool, is_here: bool) -> None:
        super().__init__()
        self._themes = themes
        self._is_first, self._is_last, self._is_here = is_first, is_last, is_here
        self.setFixedWidth(BESIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, x = self._themes.theme, DOT + 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colour("ctrl")), 1.5))
        if not self._is_first:
            painter.drawLine(QPointF(x, 0), QPointF(x, FIRST_LINE - DOT - 2))
        if not self._is_last:
            painter.drawLine(QPointF(x, FIRST_LINE + DOT + 2), QPointF(x, self.height()))
        # A filled dot can be read here; an empty one is known by name or address only.
        painter.setPen(QPen(QColor(theme.colour("accent")), 1.5))
        painter.setBrush(QColor(theme.colour("accent")) if self._is_here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, FIRST_LINE), DOT, DOT)
        painter.end()


class RepostSection(QWidget):
    """Data in by `show_reposts` and `clear`; hidden when there is nothing to say."""

    article_requested = Signal(str)
    """Show the article with this id."""
    open_requested = Signal(str)
    """Open this address in the browser."""
    add_requested = Signal(str)
    """Save the page at this address."""

    def __init__(self, themes: ThemeService, *, read_only: bool = False) -> None:
        super().__init__()
        self.setObjectName("repostSection")
        self._themes, self._read_only = themes, read_only
        self._shown: Reposts | None = None
        self._body: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 10, 0, 4)
        self._rows.setSpacing(0)
        self._rows.addWidget(line())
        self.hide()

    def clear(self) -> None:
        """Nothing is known, or not yet."""
        self._shown = None
        self._rebuild()

    def show_reposts(self, reposts: Reposts) -> None:
        """Show what is known; the same again changes nothing, so that the keyboard stays where it is."""
        if reposts != self._shown:
            self._shown = reposts
            self._rebuild()

    def _rebuild(self) -> None:
        if self._body is not None:
            self._rows.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        shown = self._shown
        # A page that names neither source nor original has no chain to speak of.
        chain = shown.chain if shown and any(link.role is not Role.SITE for link in shown.chain) else ()
        is_empty = shown is None or not (chain or shown.resembling)
        self.setVisible(not is_empty)
        if is_empty or shown is None:
            return
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        if chain:
            column.addWidget(label(self.tr("Reprint chain"), "h3"))
            column.addSpacing(6)
            column.addWidget(self._build_chain(chain, shown.article))
        if shown.resembling:
            column.addSpacing(12 if chain else 0)
            column.addWidget(label(self.tr("Resembles"), "h3"))
            column.addSpacing(6)
            column.addWidget(self._build_likenesses(shown.resembling))
        self._rows.addWidget(self._body)

    # ---- the chain

    def _build_chain(self, chain: tuple[Link, ...], here: str) -> QWidget:
        made = QWidget()
        made.setObjectName("repostChain")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, link in enumerate(chain):
            is_last = row == len(chain) - 1
            joint = Joint(self._themes, is_first=not row, is_last=is_last, is_here=link.article is not None)
            grid.addWidget(joint, row, 0)
            grid.addWidget(self._build_place(link, here), row, 1)
        return made

    def _build_place(self, link: Link, here: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.addWidget(self._build_name(link, here), 1, Qt.AlignmentFlag.AlignLeft)
        if link.article is None and link.url and is_web(link.url) and not self._read_only:
            first.addWidget(self._build_add(link.url))
        column.addLayout(first)
        is_here = self.tr("this article") if link.article == here else ""
        column.addWidget(_facts(self._role(link), link.published, is_here))
        return made

    def _build_name(self, link: Link, here: str) -> QWidget:
        go: Callable[[], object] | None = None
        if link.article is not None and link.article != here:
            go, tip = partial(self.article_requested.emit, link.article), self.tr("Show this article")
        elif link.url and is_web(link.url):
            go, tip = partial(self.open_requested.emit, link.url), self.tr("Open in the browser")
        if go is None:
            name = ElidedLabel(link.name)
            name.setObjectName(f"repost_{link.role.value}")
            name.setContentsMargins(INDENT, 3, 0, 3)
            return name
        button = ElidedLink()
        button.setObjectName(f"repost_{link.role.value}")
        button.set_full_text(link.name)
        button.clicked.connect(go)
        describe(button, f"{link.name} ({tip})")
        return button

    def _build_add(self, url: str) -> QPushButton:
        add = QPushButton(self.tr("Add it"))
        add.setObjectName("repostAdd")
        add.setProperty("kind", "link")
        add.setAccessibleName(self.tr("Save the original into the library"))
        add.clicked.connect(lambda: self.add_requested.emit(url))
        return add

    def _role(self, link: Link) -> str:
        return {
            Role.SITE: self.tr("saved from here"),
            Role.SOURCE: self.tr("named as the source"),
            Role.ORIGINAL: self.tr("the original"),
        }[link.role]

    # ---- what resembles it

    def _build_likenesses(self, resembling: tuple[Resembling, ...]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, SHARE)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(resembling):
            about = each.article.metadata
            words, sentence = self._likeness(each)
            share = label(self.tr("%1 %").replace("%1", str(each.percent)), "title", name="repostShare")
            share.setToolTip(plain_tooltip(sentence))
            title = ElidedLink()
            title.setObjectName("repostArticle")
            title.set_full_text(about.title or self.tr("Without a title"))
            title.clicked.connect(partial(self.article_requested.emit, each.article.id))
            grid.addWidget(share, 2 * row, 0)
            grid.addWidget(title, 2 * row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(_facts(words, about.source or about.site, about.published), 2 * row + 1, 1)
        return made

    def _likeness(self, each: Resembling) -> tuple[str, str]:
        """In a few words after the number, and in a sentence."""
        if each.is_same:
            return self.tr("the same"), self.tr("So much of both texts together is the same.")
        if each.is_longer:
            return self.tr("is in it"), self.tr("So much of the open article stands in that one.")
        return self.tr("is in this"), self.tr("So much of that article stands in the open one.")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()


def _facts(*facts: str | None) -> ElidedLabel:
    made = ElidedLabel(" · ".join(fact for fact in facts if fact), "muted")
    made.setContentsMargins(INDENT, 0, 0, 8)
    return made
