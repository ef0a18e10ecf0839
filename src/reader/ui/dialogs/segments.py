"""A row of chips of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """A row of chips of which one is chosen; one Tab stop, arrow keys inside."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for value in values:
            chip = QPushButton()
            chip.setObjectName(f"{name}_{value}")
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            self._group.addButton(chip)
            self._chips[value] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)

    def name_all(self, names: Sequence[str]) -> None:
        """The texts of the chips, in their order."""
        for chip, name in zip(self._chips.values(), names, strict=True):
            chip.setText(name)

    def value(self) -> str:
        """What is chosen."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), next(iter(self._chips)))

    def set_value(self, value: str) -> None:
        """Choose; the first one when `value` is none of them."""
        self._chips.get(value, next(iter(self._chips.values()))).setChecked(True)

    def _on_toggled(self, _chip: QPushButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.value())
