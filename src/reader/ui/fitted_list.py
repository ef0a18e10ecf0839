"""A column of rows that is as tall as they are, up to a height from which it scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class FittedList(QScrollArea):
    """Rows of changing height in a popover; `fit` after every change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in this order; those that stood here before and are not among them are deleted."""
        place = {row: index for index, row in enumerate(rows)}
        for row in self._rows():
            if row not in place:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        for row, index in place.items():
            if self._column.indexOf(row) != index:
                self._column.insertWidget(index, row)
                row.show()  # else Qt shows it once events are done, and what is hidden counts for nothing in `fit`

    def fit(self, width: int, tallest: int) -> None:
        """Take the height that the rows have at this width, at most `tallest`."""
        inner = self.widget()
        for each in inner.findChildren(QWidget):
            each.ensurePolished()  # the style sheet sets their fonts, and with them their heights
            if each.layout() is not None:
                each.layout().invalidate()
        self._column.invalidate()
        column = self._column
        height = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
        # Told, not asked: a bar that is there once takes width, which makes the lines wrap that it is needed for.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if height > tallest else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(tallest, max(1, height)))

    def _rows(self) -> list[QWidget]:
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [item.widget() for item in items if item.widget() is not None]
