"""The export dialog: choices at the left, the real pages at the right, and where the file goes below."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.contrast import Contrast
from reader.services.exporting import EXTENSIONS
from reader.settings import Settings
from reader.ui.dialogs.export_options import ExportOptions
from reader.ui.dialogs.preview_desk import ExportRequest, MakePreview, PreviewDesk, Run
from reader.ui.icons import Icons
from reader.ui.panel.elided import PathLabel
from reader.ui.parts import label, line

FIRST_SIZE = (1060, 720)

__all__ = ["ExportDialog", "ExportRequest"]


class ExportDialog(QDialog):
    """Holds no service. `export_requested` leaves the dialog open and busy: answer with `accept` or `fail`."""

    export_requested = Signal(object)
    """(ExportRequest)."""
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
        preview: MakePreview,
        run: Run,
        folder: Path,
        suggest_name: Callable[[str, str], str],
        template: str = "study",
        contrast: Contrast | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._folder, self._suggest_name = Path(folder), suggest_name
        self._chosen: Path | None = None
        self._is_exporting = False
        self.options = ExportOptions(articles, annotations, settings, say, icons, template, contrast)
        self._desk = PreviewDesk(icons, say, preview, run, self.request)
        self._build()
        self._connect()
        self._retranslate()
        room = self.screen().availableGeometry().size() * 0.9
        height = max(FIRST_SIZE[1], self.options.needed_size().height() + 64)
        self.resize(min(FIRST_SIZE[0], room.width()), min(height, room.height()))
        self._desk.renew()

    # ------------------------------------------------------------------ making
    def _build(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.options)
        body.addWidget(line("v"))
        body.addWidget(self._desk, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body, 1)
        rows.addWidget(line())
        rows.addLayout(self._build_bottom())

    def _build_bottom(self) -> QHBoxLayout:
        self._where = PathLabel()
        self._where.setObjectName("exportPath")
        self._where.setProperty("role", "caption")
        self._error = label(role="danger", wrap=True, name="exportError")
        self._error.hide()
        self._change, self._copy = QPushButton(), QPushButton()
        self._cancel, self._confirm = QPushButton(), QPushButton()
        self._change.setProperty("kind", "link")
        self._confirm.setProperty("kind", "primary")
        names = ("exportChange", "exportCopy", "exportCancel", "exportConfirm")
        buttons = (self._change, self._copy, self._cancel, self._confirm)
        for name, button in zip(names, buttons, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(button is self._confirm)
        self._confirm.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(22, 10, 18, 12)
        row.setSpacing(8)
        row.addWidget(self._where, 0)
        row.addWidget(self._change)
        row.addWidget(self._error, 1)
        row.addStretch(1)
        for button in buttons[1:]:
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.options.changed.connect(self._on_changed)
        self.options.format_changed.connect(self._on_format_changed)
        self._change.clicked.connect(self._on_change_clicked)
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self.request()))
        self._cancel.clicked.connect(self.reject)
        self._confirm.clicked.connect(self._on_confirmed)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export Meeting Paper"))
        self._change.setText(self.tr("Change…"))
        self._change.setAccessibleName(self.tr("Change where the file goes"))
        self._copy.setText(self.tr("Copy Text"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_target()
        self._fit_options()

    def _fit_options(self) -> None:
        """As wide as the words of this language need, so that nothing at the left is cut."""
        self.options.setFixedWidth(self.options.needed_size().width())

    # ------------------------------------------------------------------ reading
    def request(self) -> ExportRequest:
        """What is chosen now."""
        options = self.options
        return ExportRequest(options.ids(), options.format, self.target(), options.options(), options.template)

    def target(self) -> Path:
        """Where the file goes: where the user said, else a free name in the folder of last time."""
        extension = EXTENSIONS[self.options.format]
        if self._chosen is not None:
            return self._chosen.with_name(f"{self._chosen.stem}.{extension}")
        title = self.options.title.text().strip() or self.options.proposed_title()
        first = self._folder / self._suggest_name(title, self.options.format)
        path, number = first, 2
        while path.exists():
            path, number = first.with_name(f"{first.stem} ({number}){first.suffix}"), number + 1
        return path

    def _show_target(self) -> None:
        path = self.target()
        home = Path.home()
        shown = f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
        self._where.set_full_text(shown)
        self._confirm.setText(self.tr("Export %1").replace("%1", self.options.format_name))
        is_empty = not self.options.ids()
        self._confirm.setDisabled(is_empty)
        self._copy.setDisabled(is_empty)

    def _on_changed(self) -> None:
        self._error.hide()
        self._show_target()
        self._desk.renew_later()

    def _on_format_changed(self) -> None:
        self._error.hide()
        self._show_target()

    # ------------------------------------------------------------------ leaving
    def _on_change_clicked(self) -> None:
        path = self.ask_path()
        if path is not None:
            self._chosen = path
            self._on_format_changed()

    def ask_path(self) -> Path | None:
        """Ask for a file by the system's dialog, which also asks before it replaces one."""
        extension = EXTENSIONS[self.options.format]
        filters = f"{self.options.format_name} (*.{extension})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), str(self.target()), filters)
        return Path(name) if name else None

    def _on_confirmed(self) -> None:
        self._error.hide()
        self._set_busy(True)
        self.export_requested.emit(self.request())

    def fail(self, sentence: str) -> None:
        """The file could not be written: say why and let the user change something and try again."""
        self._set_busy(False)
        self._error.setText(sentence)
        self._error.show()

    def _set_busy(self, is_busy: bool) -> None:
        self._is_exporting = is_busy
        self.options.setDisabled(is_busy)
        for button in (self._change, self._copy, self._confirm):
            button.setDisabled(is_busy)
        if is_busy:
            self._confirm.setText(self.tr("Exporting…"))
        else:
            self._show_target()

    def reject(self) -> None:
        if self._is_exporting:
            self._is_exporting = False
            self.cancel_requested.emit()
        super().reject()

    def done(self, result: int) -> None:
        self._desk.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
