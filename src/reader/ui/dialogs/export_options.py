"""The left side of the export dialog: everything a person can choose for a paper."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.contrast import Contrast
from reader.services.exporting import TEMPLATES, Options
from reader.settings import Settings
from reader.ui.dialogs.article_order import ArticleOrder
from reader.ui.dialogs.export_fields import ExportFields
from reader.ui.icons import Icons
from reader.ui.panel.seal import SealLabel
from reader.ui.parts import label

FORMATS = {"docx": ("word", "Word"), "pdf": ("pdf", "PDF"), "md": ("markdown", "Markdown"), "html": ("html", "HTML")}
"""Format of the command line to the end of its objectName and its name, which is the same in every language."""


class ExportOptions(QWidget):
    """`changed` after every choice that changes the paper, `format_changed` after another format."""

    changed = Signal()
    format_changed = Signal()

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Sequence[Annotation]],
        settings: Settings,
        say: Messages,
        icons: Icons,
        template: str = "study",
        contrast: Contrast | None = None,
    ) -> None:
        """`template` is chosen at first; `contrast` are the tables of 对比材料 as a person left them."""
        super().__init__()
        self.setObjectName("exportOptions")
        self.setProperty("surface", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._articles, self._annotations = list(articles), annotations
        self._settings, self._say, self._icons, self._contrast = settings, say, icons, contrast
        self._headings: dict[str, QLabel] = {}
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(22, 18, 22, 12)
        rows.setSpacing(7)
        self._heading = label(role="h1")
        rows.addWidget(self._heading)
        rows.addSpacing(4)
        several = len(self._articles) > 1
        self.fields = ExportFields(say, settings.citation_style, template, has_several=several)
        self.title = self.fields.title
        self.fields.changed.connect(self._on_fields_changed)
        rows.addWidget(self.fields)
        self._build_articles(rows)
        self._add_heading(rows, "include")
        rows.addLayout(self._build_kinds())
        self._no_marks = label(role="caption", wrap=True, name="exportNoMarks")
        rows.addWidget(self._no_marks)
        self._build_switches(rows)
        rows.addStretch(1)
        self._arrange()
        self._retranslate()
        self._on_articles_changed()

    # ------------------------------------------------------------------ making
    def _arrange(self) -> None:
        """The choices scroll on a small screen; the format is always seen."""
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QVBoxLayout()
        below.setContentsMargins(22, 4, 22, 12)
        below.setSpacing(7)
        self._add_heading(below, "format")
        below.addLayout(self._build_formats())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)

    def needed_size(self) -> QSize:
        """So that in this language no word is cut, and nothing has to be scrolled."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        body, whole = self._body.sizeHint(), self.minimumSizeHint()
        below = self.layout().itemAt(1).sizeHint()
        return QSize(max(344, body.width() + bar, whole.width(), below.width()), body.height() + below.height())

    def _add_heading(self, rows: QVBoxLayout, name: str) -> None:
        self._headings[name] = label(role="h3")
        rows.addSpacing(6)
        rows.addWidget(self._headings[name])

    def _build_articles(self, rows: QVBoxLayout) -> None:
        self.order = ArticleOrder(self._articles)
        self.order.changed.connect(self._on_articles_changed)
        self._add_heading(rows, "articles")
        rows.addWidget(self.order)
        self._order_hint = label(role="caption", wrap=True)
        rows.addWidget(self._order_hint)
        for widget in (self._headings["articles"], self.order, self._order_hint):
            widget.setVisible(len(self._articles) > 1)

    def _build_kinds(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._kinds: dict[Kind, QCheckBox] = {}
        for number, kind in enumerate(Kind):
            box = QCheckBox()
            box.setObjectName(f"exportKind_{kind}")
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self._kinds[kind] = box
            column = 2 * (number % 2)
            grid.addWidget(SealLabel(self._icons, kind, 16), number // 2, column)
            grid.addWidget(box, number // 2, column + 1)
        return grid

    def _build_switches(self, rows: QVBoxLayout) -> None:
        self.with_quotes, self.with_sources, self.with_creator = QCheckBox(), QCheckBox(), QCheckBox()
        boxes = (self.with_quotes, self.with_sources, self.with_creator)
        column = QVBoxLayout()
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        for name, box in zip(("exportQuotes", "exportSources", "exportCreators"), boxes, strict=True):
            box.setObjectName(name)
            box.setChecked(box is not self.with_creator)
            box.toggled.connect(self.changed)
            column.addWidget(box)
        rows.addLayout(column)
        self.with_sources.toggled.connect(self.fields.style_box.setEnabled)

    def _build_formats(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._formats = QButtonGroup(self)
        self._format_of: dict[str, QRadioButton] = {}
        for format, (object_name, name) in FORMATS.items():
            button = QRadioButton(name)
            button.setObjectName(f"exportFormat_{object_name}")
            self._formats.addButton(button)
            self._format_of[format] = button
            row.addWidget(button)
        row.addStretch(1)
        self._format_of["docx"].setChecked(True)
        self._formats.buttonToggled.connect(self._on_format_toggled)
        return row

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Export Meeting Paper"))
        self.fields.retranslate()
        headings = {"articles": self.tr("Articles"), "include": self.tr("Include"), "format": self.tr("Format")}
        for name, text in headings.items():
            self._headings[name].setText(text)
        self.order.setAccessibleName(self.tr("Articles in their order"))
        self._order_hint.setText(self.tr("Drag to reorder, or press Alt+↑ and Alt+↓."))
        self.with_quotes.setText(self.tr("Quote the original"))
        self.with_sources.setText(self.tr("Give sources and links"))
        self.with_creator.setText(self.tr("Name who made each note"))
        self._show_counts()

    # ------------------------------------------------------------------ reading
    @property
    def template(self) -> str:
        """Which kind of paper it is."""
        return self.fields.template

    def _on_fields_changed(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _on_articles_changed(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _show_counts(self) -> None:
        found = [each for key in self.ids() for each in self._annotations.get(key, ())]
        for kind, box in self._kinds.items():
            count = sum(each.kind is kind for each in found)
            box.setText(f"{self._say(f'kind.{kind}')}  {count}")
            box.setEnabled(count > 0 and kind in TEMPLATES[self.template].kinds)
        self._no_marks.setText(self.tr("Nothing is marked yet: the paper will only name its sources."))
        self._no_marks.setVisible(not found and self.template == "study")
        self.title.setPlaceholderText(self.proposed_title())

    def _on_format_toggled(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self.format_changed.emit()

    def ids(self) -> tuple[str, ...]:
        """The chosen articles in their order."""
        return self.order.ids()

    def proposed_title(self) -> str:
        """The title that a paper without one gets."""
        chosen = set(self.ids())
        titles = [article.title for article in self._articles if article.id in chosen]
        lines = TEMPLATES[self.template].title(titles, self._say).split("\n")
        return ("" if self._say.language.startswith("zh") else " ").join(lines)

    @property
    def format(self) -> str:
        """"docx", "pdf", "md" or "html"."""
        return next(format for format, button in self._format_of.items() if button.isChecked())

    @property
    def format_name(self) -> str:
        """What people call the format."""
        return FORMATS[self.format][1]

    def options(self) -> Options:
        """What was chosen; a kind without annotations counts as chosen."""
        kinds = tuple(kind for kind, box in self._kinds.items() if box.isChecked())
        return Options(
            title=self.title.text().strip(),
            kinds=None if len(kinds) == len(Kind) else kinds,
            people=self.fields.people.text().strip(),
            date=self.fields.date.text().strip(),
            language=self._say.language,
            style=self.fields.style_box.currentData(),
            order=self.fields.grouping.currentData(),
            with_quotes=self.with_quotes.isChecked(),
            with_sources=self.with_sources.isChecked(),
            with_creator=self.with_creator.isChecked(),
            author=self._settings.reader_name,
            contrast=self._contrast,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
