"""The popover behind Aa: face, size, line height, column, passage numbers."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.ui.parts import label
from reader.ui.popover import Popover
from reader.ui.reading.typography import LINE_HEIGHTS, MEASURES, SIZES, Typography

WIDTH = 300
TENTHS = 10


class TypographyPopover(Popover):
    """Shows a typography and tells every change; it keeps nothing."""

    changed = Signal(object)
    """Typography."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("aaPopover", parent)
        self._typography = Typography()
        self._is_showing = False
        self._build()
        self._retranslate()

    def _build(self) -> None:
        self._faces = QButtonGroup(self)
        faces = QHBoxLayout()
        self._face_buttons: dict[str, QPushButton] = {}
        for order, face in enumerate(("song", "hei", "fangsong")):
            button = QPushButton()
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setObjectName(f"face_{face}")
            self._faces.addButton(button, order)
            self._face_buttons[face] = button
            faces.addWidget(button, 1)
        self._faces.idToggled.connect(lambda _id, is_on: self._tell() if is_on else None)
        self._face_label = label(role="muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        heights = range(round(LINE_HEIGHTS[0] * TENTHS), round(LINE_HEIGHTS[-1] * TENTHS) + 1)
        self._size = self._slider(grid, 0, "sizeSlider", SIZES)
        self._height = self._slider(grid, 1, "lineHeightSlider", heights)
        self._measure = self._slider(grid, 2, "measureSlider", MEASURES)
        self._passages = QCheckBox()
        self._passages.setObjectName("passagesBox")
        self._passages.toggled.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._face_label)
        column.addLayout(faces)
        column.addLayout(grid)
        column.addWidget(self._passages)
        self.setFixedWidth(WIDTH)

    def _slider(self, grid: QGridLayout, row: int, name: str, values: range) -> tuple[QLabel, QSlider, QLabel]:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(name)
        slider.setRange(values[0], values[-1])
        slider.setPageStep(2)
        slider.valueChanged.connect(self._tell)
        parts = (label(role="muted"), slider, label(role="muted"))
        parts[2].setMinimumWidth(40)
        for column, part in enumerate(parts):
            grid.addWidget(part, row, column)
        return parts

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Font and layout"))
        self._face_label.setText(self.tr("Font"))
        names = {"song": self.tr("Song"), "hei": self.tr("Hei"), "fangsong": self.tr("FangSong")}
        for face, button in self._face_buttons.items():
            button.setText(names[face])
        for (name, slider, _value), text in (
            (self._size, self.tr("Size")),
            (self._height, self.tr("Line height")),
            (self._measure, self.tr("Column")),
        ):
            name.setText(text)
            slider.setAccessibleName(text)
        self._passages.setText(self.tr("Number paragraphs and sentences"))
        self._show_values()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def show_typography(self, typography: Typography) -> None:
        """What is in force; tells nobody."""
        self._is_showing = True
        self._typography = typography
        self._face_buttons[typography.font].setChecked(True)
        self._size[1].setValue(typography.text_size)
        self._height[1].setValue(round(typography.line_height * TENTHS))
        self._measure[1].setValue(typography.measure)
        self._passages.setChecked(typography.passages)
        self._is_showing = False
        self._show_values()

    def _show_values(self) -> None:
        self._size[2].setText(str(self._typography.text_size))
        self._height[2].setText(f"{self._typography.line_height:.1f}")
        self._measure[2].setText(self.tr("%n character(s)", "", self._typography.measure))

    def _tell(self, _value: object = None) -> None:
        if self._is_showing:
            return
        face = next((face for face, button in self._face_buttons.items() if button.isChecked()), "song")
        chosen = replace(
            self._typography,
            font=face,
            text_size=self._size[1].value(),
            line_height=self._height[1].value() / TENTHS,
            measure=self._measure[1].value(),
            passages=self._passages.isChecked(),
        )
        if chosen != self._typography:
            self._typography = chosen
            self._show_values()
            self.changed.emit(chosen)

    def toggle_under(self, button: QWidget, typography: Typography) -> None:
        """Show what is in force, under a button with right edges in line; or close."""
        self.show_typography(typography)
        self.toggle_at(button)

    def place(self) -> None:
        self.adjustSize()
        corner = self.opener.mapTo(self.parentWidget(), QPoint(self.opener.width(), self.opener.height()))
        self.move(max(corner.x() - WIDTH, 0), corner.y() + 4)

    def first_widget(self) -> QWidget:
        """The face that is chosen."""
        return self._face_buttons[self._typography.font]

    def sizeHint(self) -> QSize:
        """As high as its rows need."""
        return QSize(WIDTH, super().sizeHint().height())
