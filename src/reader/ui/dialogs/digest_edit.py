"""What is right about an item of a digest: a line for every field that a reader may set."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.corrections import SETTABLE, Change, checked
from reader.model.digest import Item, Layer
from reader.model.errors import CorrectionError
from reader.ui.parts import ElidedLabel, label, line


class DigestEditDialog(QDialog):
    """`changes` are the fields that were changed, as the service takes them."""

    def __init__(self, item: Item, layer: Layer, say: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digestEdit")
        self.setWindowTitle(self.tr("Correct the Digest"))
        self._layer, self._say = layer, say
        self._before = {name: _written(getattr(item, name)) for name in SETTABLE[layer]}
        self._edits: dict[str, QLineEdit | QComboBox] = {}
        words = ElidedLabel(item.text, "h2")
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for name, settable in SETTABLE[layer].items():
            edit = self._choice(name, settable.choices) if settable.choices else QLineEdit(self._before[name])
            edit.setObjectName(f"digestEdit_{name}")
            self._edits[name] = edit
            caption = label(say(f"digest.field.{name}"), role="muted")
            caption.setBuddy(edit)
            edit.setAccessibleName(caption.text())
            form.addRow(caption, edit)
        self._trouble = label(role="danger", wrap=True, name="digestEditTrouble")
        self._trouble.hide()
        body = QVBoxLayout()
        body.setContentsMargins(22, 18, 22, 14)
        body.setSpacing(12)
        body.addWidget(words)
        body.addLayout(form)
        body.addWidget(self._trouble)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body)
        rows.addStretch(1)
        rows.addWidget(line())
        rows.addLayout(self._build_buttons())
        self.resize(420, self.sizeHint().height())

    def _choice(self, name: str, choices: tuple[str, ...]) -> QComboBox:
        box = QComboBox()
        topics = {Layer.FIGURES: "figure", Layer.KEY: "reason"}
        topic = topics.get(self._layer, f"{self._layer}_kind")
        for choice in choices:
            box.addItem(self._say(f"digest.{topic}.{choice}"), choice)
        box.setCurrentIndex(box.findData(self._before[name]))
        return box

    def _build_buttons(self) -> QHBoxLayout:
        cancel, save = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Save"))
        cancel.setObjectName("digestEditCancel")
        save.setObjectName("digestEditSave")
        save.setProperty("kind", "primary")
        save.setDefault(True)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(22, 10, 18, 12)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def _values(self) -> dict[str, str]:
        return {
            name: str(edit.currentData()) if isinstance(edit, QComboBox) else " ".join(edit.text().split())
            for name, edit in self._edits.items()
        }

    def changes(self) -> Mapping[str, str]:
        """The fields whose value is another than before."""
        return {name: value for name, value in self._values().items() if value != self._before[name]}

    def accept(self) -> None:
        """Only when every changed value can be one."""
        changes = self.changes()
        try:
            if changes:
                checked(self._layer, Change.SET, changes)
        except CorrectionError as error:
            self._trouble.setText(self._sentence(error))
            self._trouble.show()
            self._edits[str(error.data["field"])].setFocus()
            return
        super().accept()

    def _sentence(self, error: CorrectionError) -> str:
        name = self._say(f"digest.field.{error.data['field']}")
        return self.tr("“%1” cannot be the %2.").replace("%1", str(error.data["value"])).replace("%2", name)


def _written(value: object) -> str:
    """As a person types it."""
    return "" if value is None else str(value)
