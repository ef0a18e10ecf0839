"""Which marks a paper shows, and in which order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.services.exporting import ORDERS, TEMPLATES
from reader.ui.dialogs.choice_menu import ChoiceMenu
from reader.ui.dialogs.export_fields import FieldGrid, narrow
from reader.ui.dialogs.export_memory import ExportMemory
from reader.ui.icons import Icons
from reader.ui.panel.seal import SealLabel
from reader.ui.parts import label

SWITCHES = {"with_quotes": "exportQuotes", "with_sources": "exportSources", "with_creator": "exportCreators"}
"""Fields of `Options` to objectNames."""


class ExportFilters(QWidget):
    """Offers only the tags and people that there are."""

    changed = Signal()

    def __init__(self, icons: Icons, say: Messages, annotations: Sequence[Annotation], memory: ExportMemory) -> None:
        super().__init__()
        self._icons, self._say = icons, say
        creators = _each(mark.creator for mark in annotations if mark.creator)
        tags = _each(tag for mark in annotations for tag in mark.tags)
        self.kinds: dict[Kind, QCheckBox] = {}
        self.tags, self.creators = ChoiceMenu("exportTags", tags), ChoiceMenu("exportPersons", creators)
        self.order_box = narrow(QComboBox())
        absent = {"creator": not creators, "tag": not tags}
        for order in ORDERS:
            if not absent.get(order):
                self.order_box.addItem("", order)
        self.order_box.setCurrentIndex(max(0, self.order_box.findData(memory.order)))
        self.switches = {name: QCheckBox(objectName=object_name) for name, object_name in SWITCHES.items()}
        for name, box in self.switches.items():
            box.setChecked(memory.flag(name))
        # One person's notes are not chosen by person.
        self._shown = [name for name, is_wanted in (("tags", tags), ("persons", len(creators) > 1)) if is_wanted]
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self._no_marks = label(role="caption", wrap=True, name="exportNoMarks")
        fields = QWidget()
        self.grid = FieldGrid(fields, {"tags": self.tags, "persons": self.creators, "grouping": self.order_box})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._build_kinds())
        column.addWidget(self._no_marks)
        column.addWidget(fields)
        switches = QVBoxLayout()
        switches.setSpacing(2)
        for box in self.switches.values():
            switches.addWidget(box)
        column.addLayout(switches)

    def _build_kinds(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for number, kind in enumerate(Kind):
            box = QCheckBox()
            box.setObjectName(f"exportKind_{kind}")
            box.setChecked(True)
            self.kinds[kind] = box
            column = 2 * (number % 2)
            grid.addWidget(SealLabel(self._icons, kind, 16), number // 2, column)
            grid.addWidget(box, number // 2, column + 1)
        return grid

    def _connect(self) -> None:
        for box in (*self.kinds.values(), *self.switches.values()):
            box.toggled.connect(self.changed)
        self.tags.changed.connect(self.changed)
        self.creators.changed.connect(self.changed)
        self.order_box.currentIndexChanged.connect(self.changed)

    def show_for(self, template: str, annotations: Sequence[Annotation]) -> None:
        """Fit what is offered to a kind of paper and the marks of its articles."""
        chosen = TEMPLATES[template]
        for kind, box in self.kinds.items():
            count = sum(mark.kind is kind for mark in annotations)
            box.setText(f"{self._say(f'kind.{kind}')}  {count}")
            box.setEnabled(count > 0 and kind in chosen.kinds)
        self.grid.show_only([*self._shown, *["grouping"] * chosen.is_grouped])
        self._no_marks.setVisible(not annotations and template == "study")

    def chosen_kinds(self) -> tuple[Kind, ...] | None:
        """None for all; a kind without annotations counts as chosen."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        return None if len(kinds) == len(Kind) else kinds

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self.grid.name_all({"tags": self.tr("Tags"), "persons": self.tr("Notes by"), "grouping": self.tr("Order")})
        self.tags.name(self.tr("Tags"), self.tr("All tags"))
        self.creators.name(self.tr("Notes by"), self.tr("Everybody"))
        orders = {
            "kind": self.tr("By kind"),
            "text": self.tr("In the order of the text"),
            "outline": self.tr("By the article's outline"),
            "creator": self.tr("By person"),
            "tag": self.tr("By tag"),
        }
        for index in range(self.order_box.count()):
            self.order_box.setItemText(index, orders[self.order_box.itemData(index)])
        self.switches["with_quotes"].setText(self.tr("Quote the original"))
        self.switches["with_sources"].setText(self.tr("Give sources and links"))
        self.switches["with_creator"].setText(self.tr("Name who made each note"))
        self._no_marks.setText(self.tr("Nothing is marked yet: the paper will only name its sources."))


def _each(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
