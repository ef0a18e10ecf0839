"""The export dialog: choices at the left, the real pages at the right, and where the file goes below."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article, Collection
from reader.model.contrast import Contrast
from reader.settings import Settings
from reader.ui.dialogs.export_bar import ExportBar
from reader.ui.dialogs.export_options import ExportOptions
from reader.ui.dialogs.preview_desk import ExportRequest, MakesPages, PreviewDesk
from reader.ui.icons import Icons
from reader.ui.parts import line
from reader.ui.tasks import Tasks

FIRST_SIZE = (1060, 720)
FRAME = 48
"""Left of a low screen for the title bar: the choices want all the height there is."""
SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys of the preview that no field takes: they scroll it from everywhere."""

__all__ = ["ExportDialog", "ExportRequest"]


class ExportDialog(QDialog):
    """Holds no service. A request leaves the dialog open and busy: answer with `accept` or `fail`."""

    export_requested = Signal(object)
    """(ExportRequest)."""
    print_requested = Signal(object)
    """(ExportRequest): the dialog is not busy until `begin_work`, since the system asks first."""
    copy_requested = Signal(object)
    """(ExportRequest): put the whole text on the clipboard."""
    cancel_requested = Signal()
    """The dialog was left while the file is being written: stop, and leave no half file."""

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Sequence[Annotation]],
        settings: Settings,
        say: Messages,
        icons: Icons,
        tasks: Tasks,
        proof: MakesPages,
        extensions: Mapping[str, str],
        folder: Path,
        propose: Callable[[Path, str, str], Path],
        template: str = "",
        contrast: Contrast | None = None,
        meeting: Collection | None = None,
        *,
        prints: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`extensions` has the formats there are and the ends of their files' names, `propose` gives a path for a
        folder, a title and a format; with `prints` Return prints."""
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._folder, self._propose, self._extensions = Path(folder), propose, extensions
        self._chosen: Path | None = None
        self._is_working, self._prints = False, prints
        self.options = ExportOptions(
            articles, annotations, settings, say, icons, extensions, template, contrast, meeting
        )
        self.desk = PreviewDesk(icons, say, tasks, proof, self.request)
        self.bar = ExportBar(say, prints=prints)
        self._build()
        self._connect()
        self._retranslate()
        room = self.screen().availableGeometry().size()
        height = max(FIRST_SIZE[1], self.options.needed_size().height() + 64)
        self.resize(min(FIRST_SIZE[0], round(room.width() * 0.9)), min(height, room.height() - FRAME))
        if prints:
            self.bar.print.setFocus()
        self.desk.renew_later()  # once the view has its size, which is that of the pages

    def _build(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.options)
        body.addWidget(line("v"))
        body.addWidget(self.desk, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body, 1)
        rows.addWidget(line())
        rows.addWidget(self.bar)

    def _connect(self) -> None:
        self.options.changed.connect(self._on_changed)
        self.options.format_changed.connect(self._on_format_changed)
        self.desk.renewed.connect(self.options.show_sheets)
        bar = self.bar
        bar.change.clicked.connect(self._on_change_clicked)
        bar.print.clicked.connect(lambda: self._ask(self.print_requested))
        bar.copy.clicked.connect(lambda: self._ask(self.copy_requested))
        bar.cancel.clicked.connect(self.reject)
        bar.background.clicked.connect(self.accept)
        bar.confirm.clicked.connect(self._on_confirmed)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export Meeting Paper"))
        self.bar.retranslate()
        self._show_target()
        # As wide as the words of this language need, so that nothing at the left is cut.
        self.options.setFixedWidth(self.options.needed_size().width())

    # ------------------------------------------------------------------ reading
    def request(self) -> ExportRequest:
        """What is chosen now."""
        options = self.options
        return ExportRequest(options.ids(), options.format, self.target(), options.options(), options.template)

    def target(self) -> Path:
        """Where the file goes: where the user said, else what is proposed for the folder of last time."""
        if self._chosen is not None:
            return self._chosen.with_name(f"{self._chosen.stem}.{self._extensions[self.options.format]}")
        return self._propose(self._folder, self.options.chosen_title(), self.options.format)

    def _show_target(self) -> None:
        path = self.target()
        home = Path.home()
        shown = f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
        self.bar.show_target(shown, self.options.format_name)
        self.bar.show_word(self._fate_of(path))
        self.bar.set_possible(bool(self.options.ids()))

    def _fate_of(self, path: Path) -> str:
        """What becomes of a file that is there already: only pages of ours are ever proposed again."""
        if not path.exists():
            return ""
        if self._chosen is None:
            return self.tr("This file is there and will be brought up to date")
        return self.tr("A file of this name is there and will be replaced")

    def _on_changed(self) -> None:
        self._on_format_changed()
        self.desk.renew_later()

    def _on_format_changed(self) -> None:
        self.bar.hide_error()
        self._show_target()

    # ------------------------------------------------------------------ leaving
    def _on_change_clicked(self) -> None:
        path = self.ask_path()
        if path is not None:
            self._chosen = path
            self._on_format_changed()

    def ask_path(self) -> Path | None:
        """Ask for a file by the system's dialog, which also asks before it replaces one."""
        filters = f"{self.options.format_name} (*.{self._extensions[self.options.format]})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), str(self.target()), filters)
        return Path(name) if name else None

    def _ask(self, signal: Signal) -> None:
        self.bar.hide_error()
        if not self._prints:  # what is printed once is not how papers are made
            self.options.remember()
        signal.emit(self.request())

    def _on_confirmed(self) -> None:
        self.begin_work()
        self._ask(self.export_requested)

    def begin_work(self) -> None:
        """Something is being written or printed: nothing can be changed until it is over."""
        self._set_working(True)

    def show_progress(self, step: str, done: int, total: int) -> None:
        """How far it is, as tasks report it."""
        if self._is_working:
            self.bar.show_progress(step, done, total)

    def tell(self, sentence: str) -> None:
        """Something was done that leaves the dialog open."""
        self.bar.show_word(sentence)

    def fail(self, sentence: str) -> None:
        """It did not work: say why and let the user change something and try again."""
        self._set_working(False)
        self.bar.show_error(sentence)

    def _set_working(self, is_working: bool) -> None:
        self._is_working = is_working
        self.options.setDisabled(is_working)
        self.bar.set_working(is_working)
        if not is_working:
            self._show_target()

    def reject(self) -> None:
        if self._is_working:
            self._is_working = False
            self.cancel_requested.emit()
        super().reject()

    def done(self, result: int) -> None:
        self.desk.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLING:
            self.desk.preview.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
