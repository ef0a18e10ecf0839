"""核对引文: a document or a pasted text goes in, and every quotation comes out with what the library says of it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.verification import Checked, Verification
from reader.services.verification_report import report, summary
from reader.ui.dialogs.verify_detail import VerifyDetail
from reader.ui.dialogs.verify_input import VerifyInput
from reader.ui.dialogs.verify_list import VerifyList, VerifyModel
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.incoming import sources_of
from reader.ui.parts import ElidedLabel, label, line

SUFFIXES = "*.docx *.pdf *.html *.htm *.mht *.mhtml *.epub *.md *.markdown *.txt"


class VerifyDialog(QDialog):
    """Holds no service: asks for a check by its signals, and gets it by `set_progress`, `set_found` and `fail`."""

    text_given = Signal(str)
    file_given = Signal(str)
    """(path)."""
    cancel_requested = Signal()
    place_requested = Signal(object)
    """(Checked, which was found): show where it stands; the dialog stays."""

    def __init__(self, icons: Icons, say: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verifyDialog")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self._say = say
        self._found: Verification | None = None
        self._is_running = False
        self._build_input()
        self._build_results(icons)
        self._build_foot()
        self._arrange()
        self._retranslate()
        self._show_page()

    def sizeHint(self) -> QSize:
        room = QGuiApplication.primaryScreen().availableGeometry().size() * 0.9
        return QSize(1080, 700).boundedTo(room)

    # ---- making

    def _build_input(self) -> None:
        self._title, self._name = label(role="h1"), ElidedLabel(role="muted")
        self._input = VerifyInput()
        self.text = self._input.text
        self.text.ended.connect(self._on_start)
        self.text.textChanged.connect(self._show_buttons)

    def _build_results(self, icons: Icons) -> None:
        self._summary = label(role="body", wrap=True, name="verifySummary")
        self._only_wrong = QCheckBox()
        self._only_wrong.setObjectName("verifyOnlyWrong")
        self._only_wrong.toggled.connect(self._show_rows)
        self._model = VerifyModel(self._say, lambda: (self.tr("Result"), self.tr("Quotation"), self.tr("Place")), self)
        self.list = VerifyList(icons, self._say, self._model)
        self.list.chosen.connect(self._on_chosen)
        self.list.copy_requested.connect(self._copy)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.detail = VerifyDetail(icons, self._say)
        self._empty = EmptyState(icons, "verifyEmpty")
        self._rows = QStackedWidget()
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._empty)

    def _build_foot(self) -> None:
        self._open, self._again, self._copy_report, self._show_place = (QPushButton() for _ in range(4))
        self._start, self._cancel, self._close = (QPushButton() for _ in range(3))
        names = ("Open", "Again", "Copy", "Show", "Start", "Cancel", "Close")
        slots = (self._on_open, self._on_again, self._copy, self._on_show, self._on_start, self.cancel_requested.emit,
                 self.reject)  # fmt: skip
        for name, button, slot in zip(names, self._buttons(), slots, strict=True):
            button.setObjectName(f"verify{name}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
        self._start.setProperty("kind", "primary")
        self._show_place.setProperty("kind", "primary")

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self._open, self._again, self._copy_report, self._show_place, self._start, self._cancel, self._close)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(22, 18, 22, 8)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._name)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._input)
        self._pages.addWidget(self._results())
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 18, 12)
        foot.setSpacing(8)
        for button in (self._open, self._again, self._copy_report):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self._cancel, self._close, self._start, self._show_place):
            foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._pages, 1)
        rows.addWidget(line())
        rows.addLayout(foot)

    def _results(self) -> QWidget:
        results = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(22, 0, 22, 8)
        bar.setSpacing(16)
        bar.addWidget(self._summary, 1)
        bar.addWidget(self._only_wrong, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(line())
        column.addWidget(self._rows, 3)
        column.addWidget(line())
        column.addWidget(self.detail, 1)
        return results

    # ---- what goes in

    def _on_start(self) -> None:
        text = self.text.toPlainText()
        if self._pages.currentIndex() == 0 and text.strip() and not self._is_running:
            self._name.set_full_text("")
            self._begin()
            self.text_given.emit(text)

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open Document"), "", self.tr("Documents (%1)").replace("%1", SUFFIXES)
        )
        if chosen:
            self.check_file(chosen)

    def check_file(self, path: str) -> None:
        """Ask for the check of a document."""
        if self._is_running:
            return
        self._name.set_full_text(Path(path).name)
        self._begin()
        self.file_given.emit(path)

    def _begin(self) -> None:
        self._is_running, self._found = True, None
        self._input.problem.clear()
        self.set_progress("extract", 0, 0)
        self._show_page()

    def _on_again(self) -> None:
        self._found = None
        self._name.set_full_text("")
        self._show_page()
        self.text.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        sources = sources_of(event.mimeData())
        if not self._is_running and (sources.files or sources.text or sources.links):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        sources = sources_of(event.mimeData())
        if sources.files:
            self.check_file(str(sources.files[0]))
        else:
            self._on_again()
            self.text.setPlainText(event.mimeData().text())

    # ---- what comes of it

    def set_progress(self, step: str, done: int, total: int) -> None:
        """How far the check is; 0 of 0 is not known."""
        self._input.set_progress(self._say(f"progress.{step}"), done, total)

    def set_found(self, found: Verification) -> None:
        """Show what came of it, from the first quotation on that has to be mended."""
        self._is_running, self._found = False, found
        self._summary.setText(summary(found, self._say))
        self._show_page()
        self._show_rows()
        self.list.setFocus()

    def fail(self, sentence: str) -> None:
        """It could not be done, or was cancelled (then the sentence is empty)."""
        self._is_running = False
        self._input.problem.setText(sentence)
        self._show_page()

    def _show_rows(self) -> None:
        checked = self._found.checked if self._found else ()
        shown = [each for each in checked if not (self._only_wrong.isChecked() and each.is_sound)]
        self._model.set_checked(shown)
        first = next((number for number, each in enumerate(shown) if not each.is_sound), 0)
        self.list.selectRow(first)
        self._rows.setCurrentWidget(self.list if shown else self._empty)
        self._show_empty(bool(checked))
        self._show_detail()

    def _show_empty(self, has_some: bool) -> None:
        if has_some:
            self._empty.show_state("check", self.tr("All quotations are exact"), "")
        else:
            sentence = self.tr("Quotations stand between quotation marks or in paragraphs of their own.")
            self._empty.show_state("quote", self.tr("No quotations to check"), sentence)

    def _show_detail(self) -> None:
        self.detail.show_checked(self.list.current())
        self._show_buttons()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(1 if self._found else 0)
        self._input.show_state(self._is_running)
        self._name.setVisible(bool(self._name.full_text()))
        self._show_buttons()

    def _show_buttons(self) -> None:
        has_found, checked = self._found is not None, self.list.current()
        for button in (self._again, self._copy_report, self._show_place):
            button.setVisible(has_found)
        self._open.setVisible(not has_found)
        self._open.setEnabled(not self._is_running)
        self._start.setVisible(not has_found)
        self._start.setEnabled(not self._is_running and bool(self.text.toPlainText().strip()))
        self._cancel.setVisible(self._is_running)
        self._show_place.setEnabled(checked is not None and bool(checked.article))
        self._copy_report.setEnabled(bool(self._found and self._found.checked))

    # ---- what is done with it

    def _on_show(self) -> None:
        if checked := self.list.current():
            self._on_chosen(checked)

    def _on_chosen(self, checked: Checked) -> None:
        if checked.article:
            self.place_requested.emit(checked)

    def _copy(self) -> None:
        """The report of what the list shows."""
        if self._found is not None:
            only_wrong = self._only_wrong.isChecked()
            QGuiApplication.clipboard().setText(report(self._found, self._say, only_wrong=only_wrong))

    def reject(self) -> None:
        """Closing ends a check that is running."""
        if self._is_running:
            self.cancel_requested.emit()
        super().reject()

    # ---- language

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Verify Quotations"))
        self._title.setText(self.tr("Verify Quotations"))
        self.text.setPlaceholderText(
            self.tr(
                "Paste a text here, or drop a document onto this window. Each of its quotations is compared with the"
                " articles in the library, character by character."
            )
        )
        self.text.setAccessibleName(self.tr("Text to check"))
        self._only_wrong.setText(self.tr("Only what is not &exact"))
        self.list.setAccessibleName(self.tr("Quotations"))
        self.detail.name(self.tr("In the document"), self.tr("In the library"))
        words = (self.tr("&Open Document…"), self.tr("Check &Another…"), self.tr("&Copy Report"),
                 self.tr("&Show in Article"), self.tr("Chec&k"), self.tr("Cancel"), self.tr("Close"))  # fmt: skip
        for button, text in zip(self._buttons(), words, strict=True):
            button.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_pages"):
            self._retranslate()
            if self._found is not None:
                self._summary.setText(summary(self._found, self._say))
                self._show_detail()
