"""Which kind of file: the usual ones side by side, the others behind one more."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QRadioButton, QWidget

from reader.ui.dialogs.export_fields import narrow


@dataclass(frozen=True, slots=True)
class Format:
    """How a format of the command line is shown; names are the same in every language."""

    name: str
    object_name: str
    is_usual: bool = True


FORMATS = {
    "docx": Format("Word", "word"),
    "pdf": Format("PDF", "pdf"),
    "xlsx": Format("Excel", "excel"),
    "md": Format("Markdown", "markdown"),
    "logseq": Format("Logseq", "logseq"),
    "html": Format("HTML", "html"),
    "jsonld": Format("JSON-LD (W3C)", "jsonld", is_usual=False),
    "hypothesis": Format("Hypothesis (JSON)", "hypothesis", is_usual=False),
    "csv": Format("CSV", "csv", is_usual=False),
}
"""In the order in which they are offered; those that no service writes are not."""
COLUMNS = 3


def _other(name: str) -> Format:
    """One that is not in FORMATS: a template of the reader's own by the name of its file."""
    return Format(name.rpartition("/")[2], name, is_usual=False)


class ExportFormats(QWidget):
    """Radio buttons: one Tab stop, arrow keys inside."""

    changed = Signal()

    def __init__(self, extensions: Mapping[str, str], chosen: str) -> None:
        """`extensions` of the formats that can be written; what is not in FORMATS is shown by its name."""
        super().__init__()
        known = {name: each for name, each in FORMATS.items() if name in extensions}
        known |= {name: _other(name) for name in extensions if name not in FORMATS}
        self._formats = known
        self._group = QButtonGroup(self)
        self._usual: dict[str, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(4)
        for name, each in known.items():
            if each.is_usual:
                button = QRadioButton(each.name)
                button.setObjectName(f"exportFormat_{each.object_name}")
                self._group.addButton(button)
                self._usual[name] = button
                place = len(self._usual) - 1
                grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._build_others(grid)
        self._choose(chosen)
        self._group.buttonToggled.connect(self._on_toggled)
        self._others.currentIndexChanged.connect(self._on_other_chosen)
        self.retranslate()

    def _build_others(self, grid: QGridLayout) -> None:
        self._other, self._others = QRadioButton(self), narrow(QComboBox(self))
        self._other.setObjectName("exportFormat_other")
        self._others.setObjectName("exportOtherFormats")
        self._group.addButton(self._other)
        for name, each in self._formats.items():
            if not each.is_usual:
                self._others.addItem(each.name, name)
        if not self._others.count():
            self._other.hide()
            self._others.hide()
            return
        row = grid.rowCount()
        grid.addWidget(self._other, row, 0)
        grid.addWidget(self._others, row, 1, 1, COLUMNS - 1)

    def _choose(self, name: str) -> None:
        other = self._others.findData(name)
        if other >= 0:
            self._others.setCurrentIndex(other)
            self._other.setChecked(True)
        else:
            self._usual.get(name, next(iter(self._usual.values()))).setChecked(True)

    @property
    def format(self) -> str:
        """The chosen one, as the command line names it."""
        if self._other.isChecked():
            return str(self._others.currentData())
        return next(name for name, button in self._usual.items() if button.isChecked())

    @property
    def name(self) -> str:
        """What people call it."""
        return self._formats[self.format].name

    def _on_toggled(self, _button: QRadioButton, is_checked: bool) -> None:
        if is_checked:
            self.changed.emit()

    def _on_other_chosen(self) -> None:
        if self._other.isChecked():
            self.changed.emit()
        else:
            self._other.setChecked(True)

    def retranslate(self) -> None:
        """Name what has a name in the current language."""
        self._other.setText(self.tr("Other"))
        self._others.setAccessibleName(self.tr("Other formats"))
