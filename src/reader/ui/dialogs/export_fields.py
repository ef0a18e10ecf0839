"""The fields on top of the export dialog: which kind of paper, its title, date and people, its order and citations."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from reader.messages import Messages
from reader.services.exporting import DEFAULT_STYLE, TEMPLATES
from reader.ui.parts import label

STYLES = {"gbt7714-2025": "GB/T 7714—2025", "gbt7714-2015": "GB/T 7714—2015"}
"""The citation styles that are made for reading."""
NAMES = {
    "template": "exportTemplate",
    "title": "exportTitle",
    "date": "exportDate",
    "people": "exportPeople",
    "grouping": "exportGrouping",
    "style": "exportStyle",
}
"""Field to its objectName, from top to bottom."""


class ExportFields(QWidget):
    """One caption and one field a line. What needs several articles is not shown for one."""

    changed = Signal()

    def __init__(self, say: Messages, style: str, template: str, *, has_several: bool) -> None:
        """`style` and `template` are chosen at first, where they are among the choices."""
        super().__init__()
        self._say, self._has_several = say, has_several
        self.title, self.date, self.people = QLineEdit(), QLineEdit(), QLineEdit()
        self.template_box, self.grouping, self.style_box = QComboBox(), QComboBox(), QComboBox()
        self._captions: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {
            "template": self.template_box,
            "title": self.title,
            "date": self.date,
            "people": self.people,
            "grouping": self.grouping,
            "style": self.style_box,
        }
        self._arrange()
        self._fill(style, template)
        for field in (self.title, self.date, self.people):
            field.textChanged.connect(self.changed)
        for box in (self.template_box, self.grouping, self.style_box):
            box.currentIndexChanged.connect(self.changed)
        self.template_box.currentIndexChanged.connect(self._show_fields)
        self.retranslate()
        self._show_fields()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, object_name) in enumerate(NAMES.items()):
            field = self._fields[name]
            field.setObjectName(object_name)
            self._captions[name] = label(role="muted")
            self._captions[name].setBuddy(field)
            grid.addWidget(self._captions[name], row, 0)
            grid.addWidget(field, row, 1)

    def _fill(self, style: str, template: str) -> None:
        for name in TEMPLATES:
            self.template_box.addItem("", name)
        self.template_box.setCurrentIndex(max(0, self.template_box.findData(template)))
        self.grouping.addItem("", "kind")
        self.grouping.addItem("", "text")
        for key, name in STYLES.items():
            self.style_box.addItem(name, key)
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(style if style in STYLES else DEFAULT_STYLE)))
        for box in (self.template_box, self.grouping, self.style_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    @property
    def template(self) -> str:
        """Which kind of paper it is, one of TEMPLATES."""
        return str(self.template_box.currentData())

    def _show_fields(self) -> None:
        shown = {"template": self._has_several, "grouping": self._has_several and self.template == "study"}
        for name, is_shown in shown.items():
            self._captions[name].setVisible(is_shown)
            self._fields[name].setVisible(is_shown)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        captions = {
            "template": self.tr("Paper"),
            "title": self.tr("Title"),
            "date": self.tr("Date"),
            "people": self.tr("Present"),
            "grouping": self.tr("Order"),
            "style": self.tr("Citations"),
        }
        for name, text in captions.items():
            self._captions[name].setText(text)
            self._fields[name].setAccessibleName(text)
        for index in range(self.template_box.count()):
            name = self.template_box.itemData(index)
            self.template_box.setItemText(index, self._say(f"paper.{name}.name"))
        self.grouping.setItemText(0, self.tr("By kind"))
        self.grouping.setItemText(1, self.tr("By article"))
        self.people.setPlaceholderText(self.tr("People or unit"))
        self.date.setPlaceholderText("2026-11-28 14:00")
