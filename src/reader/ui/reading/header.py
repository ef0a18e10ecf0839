"""The line over the article: back, forward, title, and what can be done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.model.article import Article, Status
from reader.text.length import reading_minutes
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, describe, icon_button
from reader.ui.reading.native import native

HEIGHT = 44


class ReaderHeader(QWidget):
    """Buttons ask by signals; those with an action of the window name it."""

    command_requested = Signal(str)
    """The id of an action of the window."""
    typography_requested = Signal()
    find_requested = Signal()
    menu_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._icons = icons
        self._build()
        self._retranslate()
        self.set_history(False, False)

    def _build(self) -> None:
        self._back = icon_button(self._icons, "chevron-left", "navBack")
        self._forward = icon_button(self._icons, "chevron-right", "navForward")
        self.title = ElidedLabel(role="muted")
        self.title.setObjectName("readerTitle")
        self.typography = icon_button(self._icons, "a-large-small", "typographyButton")
        self._find = icon_button(self._icons, "search", "findButton")
        self._star = icon_button(self._icons, "star", "starButton", on="warn")
        self._done = icon_button(self._icons, "archive", "doneButton", on="accent")
        self.more = icon_button(self._icons, "ellipsis", "moreButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addSpacing(4)
        row.addWidget(self.title, 1)
        for button in (self.typography, self._find, self._star, self._done, self.more):
            row.addWidget(button)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._back.clicked.connect(lambda: self.command_requested.emit("back"))
        self._forward.clicked.connect(lambda: self.command_requested.emit("forward"))
        self._find.clicked.connect(self.find_requested)
        self.typography.clicked.connect(self.typography_requested)
        self._star.clicked.connect(lambda: self._ask(self._star, "star"))
        self._done.clicked.connect(lambda: self._ask(self._done, "mark_done"))

    def _ask(self, button: QToolButton, command: str) -> None:
        """The click toggled the button by itself; what is true is shown when the article has changed."""
        button.setChecked(not button.isChecked())
        self.command_requested.emit(command)

    def set_more_menu(self, menu: QMenu) -> None:
        """What the last button opens."""
        self.more.setMenu(menu)

    def _retranslate(self) -> None:
        for button, name, key in (
            (self._back, self.tr("Back"), "Alt+Left"),
            (self._forward, self.tr("Forward"), "Alt+Right"),
            (self.typography, self.tr("Font and layout"), ""),
            (self._find, self.tr("Find in the article"), "Ctrl+F"),
            (self._star, self.tr("Star"), "S"),
            (self._done, self.tr("Mark as read"), "E"),
            (self.more, self.tr("More"), ""),
        ):
            describe(button, name, native(key))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def show_article(self, article: Article | None) -> None:
        """Title, star and whether it is read; None when no article is open."""
        self.title.set_full_text(article.title if article else "")
        self._star.setChecked(bool(article and article.starred))
        self._done.setChecked(bool(article and article.status in (Status.READ, Status.ARCHIVED)))
        for button in (self.typography, self._find, self._star, self._done, self.more):
            button.setEnabled(article is not None)

    def source_line(self, article: Article) -> str:
        """The line under the title; unknown parts are left out."""
        known = [article.metadata.source or article.metadata.site, article.metadata.published]
        if article.chars:
            characters = self.locale().toString(article.chars)
            known.append(self.tr("{count} characters").format(count=characters))
            known.append(self.tr("about %n minute(s) to read", "", reading_minutes(article.chars)))
        return " · ".join(part for part in known if part)

    def set_history(self, has_back: bool, has_forward: bool) -> None:
        """Whether there are articles to go back and forward to."""
        self._back.setEnabled(has_back)
        self._forward.setEnabled(has_forward)
