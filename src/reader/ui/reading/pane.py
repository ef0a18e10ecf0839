"""The reader pane: header, banner, find bar, text, footer. Data in, signals out; it holds no service."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.model.annotation import Annotation
from reader.model.article import Article, Content, Position
from reader.model.blocks import Span, canonical_text
from reader.settings import Settings
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.reading.banner import Banner
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.footer import ReaderFooter
from reader.ui.reading.header import ReaderHeader
from reader.ui.reading.images import ImageProvider
from reader.ui.reading.menus import ContextMenus
from reader.ui.reading.place import PlaceReporter
from reader.ui.reading.selection_bar import SelectionBar
from reader.ui.reading.typography import Typography, typography_of
from reader.ui.reading.typography_popover import TypographyPopover
from reader.ui.reading.view import ReaderView
from reader.ui.theme import ThemeService

_PASSED_ON = (
    "mark_requested",
    "note_requested",
    "tag_requested",
    "mark_clicked",
    "recolour_requested",
    "delete_annotation_requested",
    "paragraph_focused",
    "command_requested",
    "link_activated",
)
"""Signals of the view that are the pane's own."""


class ReaderPane(QWidget):
    """Shows one article and reports what the reader wants done with it; `banner` says what is amiss.

    All offsets and spans count code points of the canonical text of the version shown.
    """

    mark_requested = Signal(str, object)
    """Kind ("" = the one used last), Span: of the selection or the focused paragraph."""
    note_requested = Signal()
    tag_requested = Signal()
    mark_clicked = Signal(str)
    recolour_requested = Signal(str, str)
    """Annotation, kind."""
    copy_requested = Signal(str)
    """Annotation whose quote is copied."""
    move_requested = Signal(str, int, int)
    """Annotation, start, end: give it other ends."""
    delete_annotation_requested = Signal()
    command_requested = Signal(str)
    """The id of an action of the window."""
    paragraph_focused = Signal(object)
    """Span of the paragraph that J or K came to."""
    search_requested = Signal(str)
    """Words to find in the library."""
    link_activated = Signal(str)
    position_changed = Signal(int, float)
    """Offset at the upper edge, progress 0 to 1; not when an article is merely opened and left at once."""
    typography_changed = Signal(object)
    """dict of the `reader.settings.Settings` fields that changed."""

    def __init__(
        self, themes: ThemeService, icons: Icons, image: ImageProvider | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._themes, self._image = themes, image
        self._article: Article | None = None
        self._build(icons)
        self._connect()
        self._retranslate()
        self.clear()

    def _build(self, icons: Icons) -> None:
        self.header = ReaderHeader(icons)
        self.banner = Banner(icons)
        self.find_bar = FindBar(icons)
        self.view = ReaderView(self._themes)
        self.footer = ReaderFooter()
        self._empty = EmptyState(icons, "readerEmpty")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.banner, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)
        self.bar = SelectionBar(self._themes, icons, self)
        self._popover = TypographyPopover(self)
        self._place = PlaceReporter(self.view, self.footer)
        self._menus = ContextMenus(self._themes, self)

    def _connect(self) -> None:
        view, header, bar = self.view, self.header, self.bar
        for signal in _PASSED_ON:
            getattr(view, signal).connect(getattr(self, signal))
        view.selection_settled.connect(self._on_selection_settled)
        view.scrolled.connect(bar.hide)
        view.menu_requested.connect(self._on_menu_requested)
        view.paragraph_focused.connect(self._on_paragraph_focused)
        header.command_requested.connect(self.command_requested)
        header.find_requested.connect(self.open_find)
        header.typography_requested.connect(lambda: self._popover.toggle_under(header.typography, view.typography))
        self._popover.changed.connect(self._on_typography_chosen)
        self._popover.closed.connect(self.focus_text)
        self.find_bar.attach(view)
        self.find_bar.closed.connect(self.focus_text)
        bar.mark_chosen.connect(view.mark)
        bar.asked.connect(self.ask)
        self._place.position_changed.connect(self.position_changed)
        self._menus.mark_chosen.connect(view.mark)
        self._menus.asked.connect(self.ask)
        self._menus.picked.connect(self.mark_clicked)
        self._menus.recolour_chosen.connect(self.recolour_requested)
        self._menus.copy_chosen.connect(self.copy_requested)
        self._menus.move_chosen.connect(self._on_move_chosen)

    # What is shown

    def show_article(
        self, article: Article, content: Content, annotations: list[Annotation], position: Position | None
    ) -> None:
        """Show a version of an article where reading stopped."""
        self.bar.hide()
        self._article = article
        text = content.text or canonical_text(content.blocks)
        self.view.show_blocks(article.title, self.header.source_line(article), content.blocks, text, self._image)
        self.header.show_article(article)
        self.find_bar.set_blocks(content.blocks)
        self.set_annotations(annotations)
        self._stack.setCurrentWidget(self.view)
        self.footer.show()
        if position is not None and position.offset > 0:
            self.view.goto(position.offset, headroom=0)
        self._place.opened(article.chars or content.version.chars)

    def update_article(self, article: Article) -> None:
        """Show an article's changed title, source, star or status; text and place stay."""
        self._article = article
        self.header.show_article(article)
        self.view.set_meta(article.title, self.header.source_line(article))

    def settle(self) -> None:
        """Report the place at once: the article is about to be left."""
        self._place.settle()

    def clear(self) -> None:
        """Show no article."""
        self._article = None
        self._place.closed()
        self.bar.hide()
        self.find_bar.hide()
        self.view.show_blocks("", "", (), "", None)
        self.header.show_article(None)
        self.footer.hide()
        self._stack.setCurrentWidget(self._empty)

    def set_annotations(self, annotations: list[Annotation]) -> None:
        """The marks of the article shown."""
        self.view.set_marks(annotations)

    def set_active(self, annotation: str | None) -> None:
        """Underline the picked mark."""
        self.view.set_active(annotation)

    def set_history(self, has_back: bool, has_forward: bool) -> None:
        """Whether there are articles to go back and forward to."""
        self.header.set_history(has_back, has_forward)

    def set_more_menu(self, menu: QMenu) -> None:
        """What the header's last button opens."""
        self.header.set_more_menu(menu)

    def apply_settings(self, settings: Settings) -> None:
        """Set the text as the preferences say."""
        self.view.set_typography(typography_of(settings))

    # Selection and places

    def selection(self) -> Span | None:
        """What a mark would be put on: the selection without blanks at its ends, else the focused paragraph."""
        return self.view.target_span()

    def has_selection(self) -> bool:
        """Whether some of the article's text is selected."""
        return self.view.selection() is not None

    def clear_selection(self) -> None:
        """Select nothing."""
        self.view.clear_selection()

    def goto(self, offset: int) -> None:
        """Scroll to the character at `offset`."""
        self.view.goto(offset)

    def flash(self, start: int, end: int, *, in_title: bool = False) -> None:
        """Show a place of the text, or of the title, and light it up for a moment."""
        self.view.flash(Span(start, end), in_title=in_title)

    def step_paragraph(self, step: int) -> None:
        """Focus the next or previous paragraph."""
        self.view.step_paragraph(step)
        self.focus_text()

    def focus_text(self) -> None:
        """Give the keys to the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Put the selected text, or the focused paragraph's, on the clipboard."""
        span = self.selection()
        if self.has_selection() or span is None:
            self.view.copy()
        else:
            QGuiApplication.clipboard().setText(self.view.text[span.start : span.end])

    def announce(self, text: str) -> None:
        """Have a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, text))

    def _on_selection_settled(self, span: Span | None) -> None:
        rect = self.view.selection_rect() if span is not None else None
        if rect is None:
            self.bar.hide()
            return
        viewport = self.view.viewport()
        origin = viewport.mapTo(self, QPoint(0, 0))
        self.bar.show_at(rect.translated(origin), QRect(origin, viewport.size()))

    def _on_paragraph_focused(self, span: Span) -> None:
        self.bar.hide()
        self.announce(self.view.text[span.start : span.end])

    def open_find(self) -> None:
        """Open the find bar; a short selection is what it looks for."""
        self.find_bar.open_for(self.view)

    def find_next(self) -> None:
        """Go to the next finding."""
        self.find_bar.step_or_open(self.view, 1)

    def find_previous(self) -> None:
        """Go to the previous finding."""
        self.find_bar.step_or_open(self.view, -1)

    def _on_typography_chosen(self, chosen: Typography) -> None:
        changes = chosen.changes_from(self.view.typography)
        self.view.set_typography(chosen)
        self.typography_changed.emit(changes)

    # Commands of menus and of the selection bar

    def _on_menu_requested(self, place: QPoint, marks: list[Annotation]) -> None:
        if self.has_selection():
            self._menus.selection_menu(self.view.layers.active).popup(place)
        elif marks:
            self._menus.marks_menu(marks).popup(place)

    def _on_move_chosen(self, annotation: str) -> None:
        span = self.view.selection()
        if span is not None:
            self.move_requested.emit(annotation, span.start, span.end)
            self.clear_selection()

    def ask(self, command: str) -> None:
        """A command of a menu or of the selection bar."""
        span = self.view.selection()
        own = {
            "note": self.note_requested.emit,
            "tag_annotation": self.tag_requested.emit,
            "delete_annotation": self.delete_annotation_requested.emit,
            "copy": self.copy,
        }
        if command in own:
            own[command]()
        elif command == "find_in_library":
            self.search_requested.emit(self.view.text[span.start : span.end] if span else "")
        else:
            self.command_requested.emit(command)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Reader"))
        self.view.setAccessibleName(self.tr("Article text"))
        sentence = self.tr("Choose an article in the list, or paste a link anywhere to add one.")
        self._empty.show_state("book-open", self.tr("No article is open"), sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._article is not None:
                self.view.set_meta(self._article.title, self.header.source_line(self._article))
        super().changeEvent(event)
