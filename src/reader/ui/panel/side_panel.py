"""The side panel: tabs 批注, 摘要, 目录 and 信息 of the open article."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article, Content
from reader.ui.icons import Icons
from reader.ui.panel.annotations import AnnotationPanel
from reader.ui.panel.digest import DigestPanel
from reader.ui.panel.info import InfoPanel
from reader.ui.panel.outline import OutlinePanel
from reader.ui.theme import ThemeService

TABS = {"annotations": "tabAnnotations", "digest": "tabDigest", "outline": "tabOutline", "info": "tabInfo"}
"""Tab id to the objectName of its button."""


class SidePanel(QWidget):
    """Tabs over `annotations`, `digest`, `outline` and `info`, whose signals the window connects itself.

    No service here: the window shows data and listens to signals. When another article is shown, what is being typed
    is announced first, for the article it belongs to.
    """

    tab_changed = Signal(str)

    def __init__(self, themes: ThemeService, icons: Icons, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self.setMaximumWidth(460)
        self.annotations = AnnotationPanel(themes, icons, messages)
        self.digest = DigestPanel(icons, messages)
        self.outline = OutlinePanel(icons)
        self.info = InfoPanel(themes, icons)
        self._article: str | None = None
        self._stack = QStackedWidget()
        pages = (self.annotations, self.digest, self.outline, self.info)
        self._pages: dict[str, QWidget] = dict(zip(TABS, pages, strict=True))
        for page in self._pages.values():
            self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._build_tabs())
        line = QFrame()
        line.setProperty("line", "h")
        rows.addWidget(line)
        rows.addWidget(self._stack, 1)
        self._retranslate()

    def _build_tabs(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("panelTabs")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(11, 0, 8, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QPushButton] = {}
        for name, object_name in TABS.items():
            tab = QPushButton()
            tab.setObjectName(object_name)
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            self._group.addButton(tab)
            self._tabs[name] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self._tabs["annotations"].setChecked(True)
        self._group.buttonToggled.connect(self._on_tab_toggled)
        return bar

    def _retranslate(self) -> None:
        self._show_count()
        self._tabs["digest"].setText(self.tr("Digest"))
        self._tabs["outline"].setText(self.tr("Contents"))
        self._tabs["info"].setText(self.tr("Info"))

    def _show_count(self) -> None:
        count = self.annotations.count
        name = self.tr("Marks")
        self._tabs["annotations"].setText(f"{name} {count}" if count else name)
        self._tabs["annotations"].setAccessibleName(self.tr("%n mark(s)", "", count))

    def set_shortcuts(self, keys: dict[str, str]) -> None:
        """Key texts by tab id, for the tooltips ("annotations": "Alt+1")."""
        for name, key in keys.items():
            self._tabs[name].setToolTip(key)

    def set_messages(self, messages: Messages) -> None:
        """Speak another language."""
        self.annotations.set_messages(messages)
        self.digest.set_messages(messages)
        self._retranslate()

    @property
    def article_id(self) -> str | None:
        """The article that is shown."""
        return self._article

    @property
    def tab(self) -> str:
        """The tab in front: "annotations", "digest", "outline" or "info"."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def show_tab(self, name: str, *, focus: bool = False) -> None:
        """Bring a tab to the front, with the keyboard in it when asked."""
        self._tabs[name].setChecked(True)
        if focus and name == "info":
            self.info.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus:
            {"annotations": self.annotations, "digest": self.digest, "outline": self.outline}[name].focus_list()

    def show_article(self, article: Article, content: Content, annotations: Sequence[Annotation]) -> None:
        """Show all about an article. The same article again (after an edit) keeps focus, scroll and editor."""
        if article.id != self._article:
            self.clear()
        self._article = article.id
        self.info.show_article(article, content)
        self.set_annotations(annotations)

    def clear(self) -> None:
        """No article is open; what was being typed is announced before."""
        self.annotations.clear()
        self.info.flush()
        self.info.clear()
        self.digest.clear()
        self.outline.clear()
        self._article = None
        self._show_count()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """The annotations of the shown article, after any change."""
        self.annotations.set_annotations(annotations)
        self.digest.set_annotations(annotations)
        self._show_count()

    def set_active(self, annotation_id: str | None) -> None:
        """Make this card the active one and bring it into view."""
        self.annotations.set_active(annotation_id)

    def edit_annotation(self, annotation_id: str, field: str = "note") -> None:
        """Open the editor in its card, with the focus in "note" or "tags"."""
        self.show_tab("annotations")
        self.annotations.edit(annotation_id, field)

    def set_offset(self, offset: int) -> None:
        """The reader has come to this offset (code points): 目录 follows."""
        self.outline.set_offset(offset)

    def _on_tab_toggled(self, tab: QPushButton, checked: bool) -> None:
        if checked:
            name = next(name for name, each in self._tabs.items() if each is tab)
            self._stack.setCurrentWidget(self._pages[name])
            self.tab_changed.emit(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
