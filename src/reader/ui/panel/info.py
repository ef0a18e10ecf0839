"""Tab 信息: what is known about the open article, editable in place, and how it was saved."""



from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.model.article import Article, Content
from reader.model.blocks import BlockKind
from reader.text.folding import one_line
from reader.text.length import reading_minutes
from reader.ui.icons import Icons
from reader.ui.panel.dates import DateEdit
from reader.ui.panel.growing_edit import GrowingEdit
from reader.ui.parts import label, line
from reader.ui.theme import Theme, ThemeService

LINES = ("source", "author", "site", "url", "original_url")
"""Metadata fields that are one line of text; "" is stored as None."""
ADDRESSES = ("url", "original_url")
FACTS = ("fetched", "encoding", "characters", "version", "images")


class InfoPanel(QScrollArea):
    """Data in by `show_article`, changes out by `edit_requested`."""

    edit_requested = Signal(str, dict)
    """Article id, and metadata fields that a person changed: str, or None for "not known".

    The id belongs with it: what was typed is announced when another article is already on its way.
    """
    open_requested = Signal(str)
    """Open this address in the browser."""

    def __init__(self, themes: ThemeService, icons: Icons, locale: QLocale | None = None) -> None:
        super().__init__()
        self.setObjectName("infoPanel")
        self._themes, self._icons = themes, icons
        self._locale = locale
        self._article: Article | None = None
        self._content: Content | None = None
        self._captions: dict[str, QLabel] = {}
        self._edits: dict[str, QLineEdit] = {}
        self._open_actions: dict[str, QAction] = {}
        self._build()
        self._retranslate()
        themes.changed.connect(self._on_theme_changed)
        self._on_theme_changed(themes.theme)
        self.clear()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(16, 14, 16, 16)
        self._rows.setSpacing(4)
        self._title = GrowingEdit(1, 6, one_paragraph=True)
        self._title.setObjectName("infoTitle")
        self._title.setProperty("kind", "quiet")
        self._title.left.connect(self._commit_title)
        self._title.finished.connect(self._finish_title)
        self._add_field("title", self._title)
        self._published = DateEdit()
        self._published.setObjectName("infoPublished")
        self._published.setProperty("kind", "quiet")
        self._published.date_changed.connect(lambda day: self._announce("published", day))
        self._published.installEventFilter(self)
        self._date_trouble = label(role="danger", wrap=True, name="infoDateTrouble")
        self._date_trouble.hide()
        self._published.trouble_changed.connect(self._on_date_trouble)
        self._add_field("source", self._build_line("source"))
        self._add_field("published", self._published)
        self._rows.addWidget(self._date_trouble)
        for name in ("author", "site", "url", "original_url"):
            self._add_field(name, self._build_line(name))
        self._build_below()
        self.setWidget(self._body)

    def _add_field(self, name: str, field: QWidget) -> None:
        caption = label(role="caption")
        caption.setBuddy(field)
        self._captions[name] = caption
        if self._rows.count():
            self._rows.addSpacing(6)
        self._rows.addWidget(caption)
        self._rows.addWidget(field)

    def _build_line(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName("info" + name.title().replace("_", ""))
        edit.setProperty("kind", "quiet")
        edit.editingFinished.connect(lambda: self._commit_line(name))
        edit.installEventFilter(self)
        if name in ADDRESSES:
            action = edit.addAction(self._icons.icon("external-link"), QLineEdit.ActionPosition.TrailingPosition)
            action.triggered.connect(lambda: self.open_requested.emit(edit.text().strip()))
            self._open_actions[name] = action
        self._edits[name] = edit
        return edit

    def _build_below(self) -> None:
        self._open = QPushButton(objectName="infoOpen")
        self._open.clicked.connect(self._on_open_clicked)
        self._icons.bind(self._open, "external-link", size=15)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(7)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._values: dict[str, QLabel] = {}
        for name in FACTS:
            self._captions[name] = label(role="caption")
            self._values[name] = label(role="muted", wrap=True, name=f"info{name.title()}")
            self._values[name].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addRow(self._captions[name], self._values[name])
        self._rows.addSpacing(10)
        self._rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addSpacing(8)
        self._rows.addWidget(line())
        self._rows.addSpacing(8)
        self._rows.addLayout(self._facts)
        self._rows.addStretch(1)

    def add_section(self, section: QWidget, *, first: bool = False) -> None:
        """Show a widget below the facts; it hides itself when it has nothing to say of the open article.

        `first` puts it right under them, before the other sections."""
        place = self._rows.indexOf(self._facts) + 1 if first else self._rows.count() - 1
        self._rows.insertWidget(place, section)

    def _retranslate(self) -> None:
        names = {
            "title": self.tr("Title"),
            "source": self.tr("Source"),
            "published": self.tr("Published"),
            "author": self.tr("Author"),
            "site": self.tr("Site"),
            "url": self.tr("Saved from"),
            "original_url": self.tr("Original link"),
            "fetched": self.tr("Saved"),
            "encoding": self.tr("Encoding"),
            "characters": self.tr("Length"),
            "version": self.tr("Version"),
            "images": self.tr("Images"),
        }
        for name, text in names.items():
            self._captions[name].setText(text)
        fields = {"title": self._title, "published": self._published, **self._edits}
        for name, field in fields.items():
            field.setAccessibleName(names[name])
            if name != "published":
                field.setPlaceholderText(self.tr("Not known"))
        for action in self._open_actions.values():
            action.setToolTip(self.tr("Open in the browser"))
        self._open.setText(" " + self.tr("Open original"))
        self._show_facts()

    @property
    def version(self) -> int | None:
        """Number of the version that is shown."""
        return self._content.version.number if self._content else None

    def clear(self) -> None:
        """No article is open."""
        self._article = self._content = None
        self._body.setVisible(False)

    def show_article(self, article: Article, content: Content) -> None:
        """Show this article; when it is the same again, a field keeps what was typed and not yet announced."""
        before = self._article.metadata if self._article and self._article.id == article.id else None
        self._article, self._content = article, content

        def is_typed(name: str, shown: str) -> bool:
            return before is not None and shown != (getattr(before, name) or "")

        metadata = article.metadata
        if not is_typed("title", self._title.toPlainText()):
            self._title.set_text(metadata.title)
        if not is_typed("published", self._published.text()):
            self._published.set_date(metadata.published)
        for name, edit in self._edits.items():
            value = getattr(metadata, name) or ""
            if not is_typed(name, edit.text()) and edit.text() != value:
                edit.setText(value)
                edit.setCursorPosition(0)
        self._body.setVisible(True)
        self._show_facts()

    def _show_facts(self) -> None:
        article, content = self._article, self._content
        if article is None or content is None:
            return
        version, locale = content.version, self._locale or QLocale()
        fetched = QDateTime.fromString(version.fetched, Qt.DateFormat.ISODate).toLocalTime()
        when = locale.toString(fetched, QLocale.FormatType.ShortFormat) if fetched.isValid() else version.fetched
        minutes = self.tr("%n minute(s)", "", reading_minutes(version.chars))
        characters = self.tr("%1 characters").replace("%1", locale.toString(version.chars))
        pictures = [block for block in content.blocks if block.kind is BlockKind.IMAGE]
        stored = sum(bool(block.image) for block in pictures)
        images = self.tr("%1 of %2 saved").replace("%1", str(stored)).replace("%2", str(len(pictures)))
        number = self.tr("%1 of %2").replace("%1", str(version.number)).replace("%2", str(article.version))
        values = {
            "fetched": when,
            "encoding": version.encoding or "",
            "characters": f"{characters} · {minutes}",
            "version": number,
            "images": images if pictures else "",
        }
        for name, value in values.items():
            self._values[name].setText(value)
            self._facts.setRowVisible(self._values[name], bool(value))
        self._open.setVisible(bool(article.metadata.original_url or article.metadata.url))
        for name, action in self._open_actions.items():
            action.setVisible(bool(self._edits[name].text().strip()))

    def _stored(self, name: str) -> str | None:
        return getattr(self._article.metadata, name) if self._article else None

    def _announce(self, name: str, value: str | None) -> None:
        if self._article is not None:
            self.edit_requested.emit(self._article.id, {name: value})

    def _commit_title(self) -> None:
        title = one_line(self._title.toPlainText())
        if not title or self._article is None:
            self._title.set_text(self._stored("title") or "")
        elif title != self._stored("title"):
            self._title.set_text(title)
            self._announce("title", title)

    def _finish_title(self) -> None:
        self._commit_title()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit_line(self, name: str) -> None:
        value = one_line(self._edits[name].text()) or None
        if self._article is not None and value != (self._stored(name) or None):
            self._announce(name, value)

    def flush(self) -> None:
        """Announce what stands in the fields and was not announced: before another article is shown."""
        if self._article is not None:
            self._commit_title()
            self._published.commit()
            for name in self._edits:
                self._commit_line(name)

    def _on_date_trouble(self, sentence: str) -> None:
        self._date_trouble.setText(sentence)
        self._date_trouble.setVisible(bool(sentence))

    def _put_back(self, edit: QObject) -> None:
        if edit is self._published:
            self._published.set_date(self._stored("published"))
        for name, each in self._edits.items():
            if each is edit:
                each.setText(self._stored(name) or "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc puts back what is stored; it does not reach the window, which would do more."""
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._put_back(watched)
            event.accept()
            return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    def _on_open_clicked(self) -> None:
        if self._article is not None:
            metadata = self._article.metadata
            self.open_requested.emit(metadata.original_url or metadata.url or "")

    def _on_theme_changed(self, _theme: Theme) -> None:
        for action in self._open_actions.values():
            action.setIcon(self._icons.icon("external-link"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


