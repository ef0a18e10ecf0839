"""The bar over the tables of a contrast: which of them is in front, and what can be done with rows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from reader.model.contrast import Sheet
from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button

TOOLS = {
    "undo": ("undo-2", "Ctrl+Z"),
    "redo": ("redo-2", "Ctrl+Y"),
    "edit": ("pencil", "F2"),
    "merge": ("combine", ""),
    "up": ("arrow-up", "Alt+Up"),
    "down": ("arrow-down", "Alt+Down"),
    "delete": ("trash", "Del"),
    "copy": ("copy", ""),
}
"""Icon of each tool, and its key."""
GAPS = ("edit", "copy")
"""Tools that stand apart from those before them."""
STEPS = ("undo", "redo")


class ContrastBar(QWidget):
    """Tabs at the left, tools at the right."""

    sheet_chosen = Signal(object)
    """(Sheet)."""
    tool_chosen = Signal(str)
    """(name of a tool)."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 18, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._tabs: dict[Sheet, QPushButton] = {}
        for sheet in Sheet:
            tab = QPushButton()
            tab.setObjectName(f"contrastTab_{sheet}")
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            self._group.addButton(tab)
            self._tabs[sheet] = tab
            row.addWidget(tab)
        self._tabs[Sheet.FIGURES].setChecked(True)
        row.addStretch(1)
        self._tools: dict[str, QToolButton] = {}
        for name, (icon, _key) in TOOLS.items():
            tool = icon_button(icons, icon, f"contrast_{name}")
            tool.clicked.connect(lambda _checked=False, name=name: self.tool_chosen.emit(name))
            self._tools[name] = tool
            row.addSpacing(12 if name in GAPS else 0)
            row.addWidget(tool)
        self._group.buttonToggled.connect(lambda _tab, checked: checked and self.sheet_chosen.emit(self.sheet))
        self.retranslate()

    @property
    def sheet(self) -> Sheet:
        """Which table is in front."""
        return next(sheet for sheet, tab in self._tabs.items() if tab.isChecked())

    def choose(self, sheet: Sheet) -> None:
        """Bring a table to the front."""
        self._tabs[sheet].setChecked(True)

    def enable(self, enabled: Mapping[str, bool]) -> None:
        """Which tools can do something now."""
        for name, tool in self._tools.items():
            tool.setEnabled(enabled[name])

    def add_to(self, menu: QMenu) -> None:
        """The tools for rows as entries of a menu."""
        for name, text in self._names().items():
            if name in STEPS:
                continue
            if name in GAPS:
                menu.addSeparator()
            action = QAction(text, menu)
            action.setEnabled(self._tools[name].isEnabled())
            action.triggered.connect(lambda _checked=False, name=name: self.tool_chosen.emit(name))
            menu.addAction(action)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self._tabs[Sheet.FIGURES].setText(self.tr("Figures"))
        self._tabs[Sheet.PRACTICES].setText(self.tr("Practices"))
        native = QKeySequence.SequenceFormat.NativeText
        for name, text in self._names().items():
            describe(self._tools[name], text, QKeySequence(TOOLS[name][1]).toString(native))

    def _names(self) -> dict[str, str]:
        return {
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "edit": self.tr("Edit"),
            "merge": self.tr("Merge rows"),
            "up": self.tr("Move up"),
            "down": self.tr("Move down"),
            "delete": self.tr("Delete row"),
            "copy": self.tr("Copy the table"),
        }
