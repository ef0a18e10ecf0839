"""The fields on top of the export dialog: which kind of paper, its title, date and people."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from reader.messages import Messages
from reader.model.article import Collection
from reader.model.contrast import FEWEST
from reader.services.exporting import TEMPLATES, Need
from reader.ui.panel.growing_edit import GrowingEdit
from reader.ui.parts import label, plain_tooltip


class FieldGrid(QGridLayout):
    """One caption and one field a line; a caption is the name of its field."""

    def __init__(self, parent: QWidget, fields: Mapping[str, QWidget]) -> None:
        """`fields` by their names, whose objectName is made of it: "people" is exportPeople."""
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)
        self._fields = dict(fields)
        self._captions: dict[str, QLabel] = {}
        for row, (name, field) in enumerate(fields.items()):
            field.setObjectName("export" + name.title().replace("_", ""))
            self._captions[name] = label(role="muted")
            self._captions[name].setBuddy(field)
            self.addWidget(self._captions[name], row, 0)
            self.addWidget(field, row, 1)

    def name_all(self, captions: Mapping[str, str]) -> None:
        """The captions in the current language."""
        for name, text in captions.items():
            self._captions[name].setText(text)
            self._fields[name].setAccessibleName(text)

    def align(self, width: int) -> None:
        """Begin the fields here, so that those of several grids stand below one another."""
        self.setColumnMinimumWidth(0, width)

    def caption_width(self) -> int:
        """Of the longest caption."""
        for caption in self._captions.values():
            caption.ensurePolished()
        return max(caption.sizeHint().width() for caption in self._captions.values())

    def show_only(self, names: object) -> None:
        """These fields with their captions, and none besides."""
        for name, field in self._fields.items():
            self._captions[name].setVisible(name in names)
            field.setVisible(name in names)


def narrow(box: QComboBox) -> QComboBox:
    """A box that takes the width there is, however long its entries."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


class ExportFields(QWidget):
    """`changed` after every change; `template_changed` before it where another kind of paper is chosen."""

    changed = Signal()
    template_changed = Signal()

    def __init__(self, say: Messages, template: str, articles: int, meeting: Collection | None) -> None:
        """`template` is chosen at first if so many articles can be put into it; a meeting gives title, date, people."""
        super().__init__()
        self._say, self._articles = say, articles
        self.template_box, self.title = narrow(QComboBox()), GrowingEdit(1, 3)
        self.date, self.people = QLineEdit(), QLineEdit()
        self.grid = FieldGrid(
            self, {"template": self.template_box, "title": self.title, "date": self.date, "people": self.people}
        )
        self._fill(template, meeting)
        self.template_box.currentIndexChanged.connect(self._on_template_changed)
        self.title.finished.connect(self.date.setFocus)
        self.title.textChanged.connect(self.changed)
        self.date.textChanged.connect(self.changed)
        self.people.textChanged.connect(self.changed)
        self.retranslate()

    def _fill(self, template: str, meeting: Collection | None) -> None:
        for name, each in TEMPLATES.items():
            self.template_box.addItem("", name)
            is_possible = self._articles >= FEWEST or Need.CONTRAST not in each.needs
            self.template_box.model().item(self.template_box.count() - 1).setEnabled(is_possible)
        wanted = self.template_box.findData(template)
        is_possible = wanted >= 0 and self.template_box.model().item(wanted).isEnabled()
        self.template_box.setCurrentIndex(wanted if is_possible else 0)
        if meeting is not None:
            self.title.set_text(meeting.name)
            self.date.setText(meeting.date or "")
            self.people.setText(meeting.participants)

    @property
    def template(self) -> str:
        """Which kind of paper it is, one of TEMPLATES."""
        return str(self.template_box.currentData())

    def _on_template_changed(self) -> None:
        self.template_changed.emit()
        self.changed.emit()

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self.grid.name_all(
            {
                "template": self.tr("Paper"),
                "title": self.tr("Title"),
                "date": self.tr("Date"),
                "people": self.tr("Present"),
            }
        )
        for index, name in enumerate(TEMPLATES):
            self.template_box.setItemText(index, self._say(f"paper.{name}.name"))
            why = "" if self.template_box.model().item(index).isEnabled() else self.tr("Takes two articles or more.")
            self.template_box.setItemData(index, plain_tooltip(why), Qt.ItemDataRole.ToolTipRole)
        self.people.setPlaceholderText(self.tr("People or unit"))
        self.date.setPlaceholderText("2026-11-28 14:00")
