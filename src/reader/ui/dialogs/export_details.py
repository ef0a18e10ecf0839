"""What few papers need: behind “More”, each field only where the kind of paper prints it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QToolButton, QVBoxLayout, QWidget

from reader.services.exporting import DEFAULT_STYLE, PACE, TEMPLATES, Need
from reader.ui.dialogs.export_fields import FieldGrid, narrow
from reader.ui.icons import Icons

STYLES = {"gbt7714-2025": "GB/T 7714—2025", "gbt7714-2015": "GB/T 7714—2015"}
"""The citation styles that are made for reading."""
ONLY_IN = {
    **dict.fromkeys(("masthead", "issue", "unit", "remark", "copies_to", "copies"), "bulletin"),
    "abstract": "notes",
    "pace": "speech",
}
"""Options that one kind of paper prints; the others are in all."""
LISTS = ("attachments", "copies_to")
"""Several of them stand in one field, with semicolons between them."""
WRITTEN = (
    *("masthead", "issue", "unit", "remark", "abstract"),
    *("copies_to", "recipient", "attachments", "signature"),
)
NUMBERS = ("copies", "pace")
FLAGS = ("to_fullwidth", "with_original")


class ExportDetails(QWidget):
    """Values are named as the fields of `Options`."""

    changed = Signal()
    opened = Signal(bool)

    def __init__(self, icons: Icons, style: str, known: Mapping[str, Any], *, is_open: bool) -> None:
        """`known` are the values of last time; what is filled is never hidden."""
        super().__init__()
        self._icons = icons
        self._texts = {name: QLineEdit(_text(known.get(name))) for name in WRITTEN}
        self.copies, self.pace, self.style_box = QSpinBox(), QSpinBox(), narrow(QComboBox())
        self._flags = {name: QCheckBox(objectName=f"export_{name}") for name in FLAGS}
        self._build(style, known)
        self._connect()
        self.retranslate()
        self._more.setChecked(is_open or any(field.text() for field in self._texts.values()))
        self._on_toggled(self._more.isChecked())

    def _build(self, style: str, known: Mapping[str, Any]) -> None:
        for box in (self.copies, self.pace):
            # The padding of the style sheet does not reach into the box.
            box.lineEdit().setTextMargins(8, 0, 0, 0)
        self.copies.setRange(0, 9999)
        self.pace.setRange(60, 600)
        self.pace.setSingleStep(10)
        pace = known.get("pace")
        self.pace.setValue(pace if isinstance(pace, int) else PACE)
        for key, name in STYLES.items():
            self.style_box.addItem(name, key)
        for name, box in self._flags.items():
            box.setChecked(known.get(name) is True)
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(style if style in STYLES else DEFAULT_STYLE)))
        self._more = QToolButton()
        self._more.setObjectName("exportMore")
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        fields = QWidget()
        self.grid = FieldGrid(
            fields, {**self._texts, "copies": self.copies, "pace": self.pace, "style": self.style_box}
        )
        inner.addWidget(fields)
        for box in self._flags.values():
            inner.addWidget(box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._body)

    def _connect(self) -> None:
        for field in self._texts.values():
            field.textChanged.connect(self.changed)
        self.copies.valueChanged.connect(self.changed)
        self.pace.valueChanged.connect(self.changed)
        self.style_box.currentIndexChanged.connect(self.changed)
        for box in self._flags.values():
            box.toggled.connect(self.changed)
        self._more.toggled.connect(self._on_toggled)
        self._more.toggled.connect(self.opened)

    def set_template(self, template: str) -> None:
        """Show what this kind of paper prints."""
        self.grid.show_only([name for name in (*WRITTEN, *NUMBERS, "style") if _belongs(name, template)])
        self._flags["with_original"].setVisible(_belongs("with_original", template))

    def set_cites(self, cites: bool) -> None:
        """Whether there are citations to choose a style for."""
        self.style_box.setEnabled(cites)

    def values(self) -> dict[str, Any]:
        """Fields of `Options`, whatever the kind of paper."""
        found: dict[str, Any] = {name: field.text().strip() for name, field in self._texts.items()}
        for name in LISTS:
            found[name] = tuple(filter(None, (part.strip() for part in found[name].replace("；", ";").split(";"))))
        found |= {"copies": self.copies.value(), "pace": self.pace.value(), "style": self.style_box.currentData()}
        return found | {name: box.isChecked() for name, box in self._flags.items()}

    def values_for(self, template: str) -> dict[str, Any]:
        """What this kind of paper prints of them."""
        return {name: value for name, value in self.values().items() if _belongs(name, template)}

    def _on_toggled(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._icons.bind(self._more, "chevron-down" if is_open else "chevron-right", size=15)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self._more.setText(self.tr("More"))
        captions = {
            "masthead": self.tr("Bulletin"),
            "issue": self.tr("Issue no."),
            "unit": self.tr("Edited by"),
            "remark": self.tr("Foreword"),
            "abstract": self.tr("Abstract"),
            "copies_to": self.tr("Sent to"),
            "recipient": self.tr("Addressed to"),
            "attachments": self.tr("Attachments"),
            "signature": self.tr("Signed by"),
            "copies": self.tr("Copies"),
            "pace": self.tr("Pace"),
            "style": self.tr("Citations"),
        }
        self.grid.name_all(captions)
        for name in LISTS:
            self._texts[name].setPlaceholderText(self.tr("Several: put ; between them"))
        self._texts["masthead"].setPlaceholderText(self.tr("Its name"))
        self._texts["abstract"].setPlaceholderText(self.tr("From the key passages, if left empty"))
        self.copies.setSpecialValueText(self.tr("Not said"))
        self.pace.setSuffix(self.tr(" characters a minute"))
        self._flags["to_fullwidth"].setText(self.tr("Full-width punctuation outside quotations"))
        self._flags["with_original"].setText(self.tr("Append the marked articles"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _belongs(name: str, template: str) -> bool:
    if name == "with_original":
        # A paper that is made of the whole articles has them already.
        return Need.TEXT not in TEMPLATES[template].needs
    return ONLY_IN.get(name, template) == template


def _text(value: object) -> str:
    if isinstance(value, list):
        return "；".join(map(str, value))
    return value if isinstance(value, str) else ""
