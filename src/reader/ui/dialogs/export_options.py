"""The left side of the export dialog: everything a person can choose for a paper."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.article import Article, Collection
from reader.model.contrast import Contrast
from reader.services.exporting import TEMPLATES, Options, PaperBlock
from reader.services.proof import ProofSheets
from reader.settings import Settings
from reader.ui.dialogs.article_order import ArticleOrder
from reader.ui.dialogs.block_list import BlockList
from reader.ui.dialogs.export_details import ExportDetails
from reader.ui.dialogs.export_fields import ExportFields
from reader.ui.dialogs.export_filters import ExportFilters
from reader.ui.dialogs.export_formats import ExportFormats
from reader.ui.dialogs.export_memory import ExportMemory
from reader.ui.dialogs.option_column import OptionColumn, WheelGuard
from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button, label


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
        extensions: Mapping[str, str],
        template: str = "",
        contrast: Contrast | None = None,
        meeting: Collection | None = None,
    ) -> None:
        """`template` is chosen at first, "" for that of last time; `contrast` are the tables of 对比材料 as a person
        left them; `extensions` has the formats that there are."""
        super().__init__()
        self.setObjectName("exportOptions")
        self.setProperty("surface", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._articles, self._annotations = list(articles), annotations
        self._settings, self._say, self._icons, self._contrast = settings, say, icons, contrast
        self.memory = memory = ExportMemory(settings)
        self.fields = ExportFields(say, template or memory.template, len(self._articles), meeting)
        self.title = self.fields.title
        self.details = ExportDetails(icons, settings.citation_style, memory.texts(), is_open=memory.is_open)
        self.order = ArticleOrder(self._articles)
        self.filters = ExportFilters(icons, say, self._marks(article.id for article in self._articles), memory)
        self.blocks = BlockList(icons)
        self.formats = ExportFormats(extensions, memory.format)
        self._reset = icon_button(icons, "rotate-ccw", "exportResetBlocks", size=14, side=26)
        self._changed_blocks: dict[str, tuple[PaperBlock, ...]] = {}
        self._headings: dict[str, QLabel] = {}
        self._build()
        self._shown_template = self.template
        self._show_template()
        self._retranslate()
        self._connect()

    # ------------------------------------------------------------------ making
    def _build(self) -> None:
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(22, 18, 22, 12)
        rows.setSpacing(7)
        self._heading = label(role="h1")
        rows.addWidget(self._heading)
        rows.addSpacing(4)
        rows.addWidget(self.fields)
        rows.addWidget(self.details)
        self._add_heading(rows, "articles")
        rows.addWidget(self.order)
        self._order_hint = label(role="caption", wrap=True)
        rows.addWidget(self._order_hint)
        for widget in (self._headings["articles"], self.order, self._order_hint):
            widget.setVisible(len(self._articles) > 1)
        self._add_heading(rows, "include")
        rows.addWidget(self.filters)
        self._add_heading(rows, "parts", self._reset)
        rows.addWidget(self.blocks)
        self._blocks_hint = label(role="caption", wrap=True)
        rows.addWidget(self._blocks_hint)
        rows.addStretch(1)
        self._arrange()

    def _arrange(self) -> None:
        """The choices scroll on a small screen; the format is always seen."""
        self._scroll = OptionColumn(self._icons, self._body)
        below = QVBoxLayout()
        below.setContentsMargins(22, 4, 22, 12)
        below.setSpacing(4)
        self._add_heading(below, "format")
        below.addWidget(self.formats)
        WheelGuard(self.formats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)

    def needed_size(self) -> QSize:
        """So that in this language no word is cut, and nothing has to be scrolled."""
        width = max(each.grid.caption_width() for each in (self.fields, self.filters, self.details))
        for each in (self.fields, self.filters, self.details):
            each.grid.align(width)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        body, whole = self._body.sizeHint(), self.minimumSizeHint()
        below = self.layout().itemAt(1).sizeHint()
        return QSize(max(344, body.width() + bar, whole.width(), below.width()), body.height() + below.height())

    def _add_heading(self, rows: QVBoxLayout, name: str, button: QWidget | None = None) -> None:
        self._headings[name] = label(role="h3")
        rows.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._headings[name], 1)
        if button is not None:
            row.addWidget(button)
        rows.addLayout(row)

    def _connect(self) -> None:
        self.fields.template_changed.connect(self._on_template_changed)
        for part in (self.fields, self.details, self.order, self.filters, self.blocks):
            part.changed.connect(self._on_changed)
        self.formats.changed.connect(self.format_changed)
        self.details.opened.connect(self.memory.set_open)
        self._reset.clicked.connect(self._on_reset)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Export Meeting Paper"))
        for part in (self.fields, self.details, self.filters, self.formats):
            part.retranslate()
        headings = {
            "articles": self.tr("Articles"),
            "include": self.tr("Include"),
            "parts": self.tr("Parts of the paper"),
            "format": self.tr("Format"),
        }
        for name, text in headings.items():
            self._headings[name].setText(text)
        self.order.setAccessibleName(self.tr("Articles in their order"))
        self.blocks.setAccessibleName(self.tr("Parts of the paper"))
        self._order_hint.setText(self.tr("Drag to reorder, or press Alt+↑ and Alt+↓."))
        self._blocks_hint.setText(self.tr("Drag or press Alt+↑ and Alt+↓ to reorder; F2 changes a heading."))
        describe(self._reset, self.tr("Parts as they were at first"))
        self._show()

    # ------------------------------------------------------------------ following
    def _on_template_changed(self) -> None:
        self._changed_blocks[self._shown_template] = self.blocks.blocks()
        self._shown_template = self.template
        self._show_template()

    def _show_template(self) -> None:
        """The parts of the kind of paper that is chosen, and what else it has."""
        template = self.template
        wanted = self._changed_blocks.get(template, self.memory.blocks(template))
        own = f"paper.{template}."
        self.blocks.set_blocks(TEMPLATES[template].blocks, wanted, lambda name: self._say(own + name))
        self.details.set_template(template)
        self._show()

    def _on_reset(self) -> None:
        template = self.template
        own = f"paper.{template}."
        self.blocks.set_blocks(TEMPLATES[template].blocks, (), lambda name: self._say(own + name))
        self._on_changed()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.filters.show_for(self.template, self._marks(self.ids()))
        self.details.set_cites(self.filters.switches["with_sources"].isChecked())
        self.title.set_placeholder(self.proposed_title())
        self._reset.setEnabled(bool(self.blocks.blocks()))

    def show_sheets(self, sheets: ProofSheets) -> None:
        """What came of the choices."""
        self.blocks.show_filled(sheets.blocks)

    # ------------------------------------------------------------------ reading
    def _marks(self, ids: object) -> list[Annotation]:
        return [mark for key in ids for mark in self._annotations.get(key, ())]

    @property
    def template(self) -> str:
        """Which kind of paper it is."""
        return self.fields.template

    def ids(self) -> tuple[str, ...]:
        """The chosen articles in their order."""
        return self.order.ids()

    def proposed_title(self) -> str:
        """The title that a paper without one gets, on one line."""
        chosen = set(self.ids())
        titles = [article.title for article in self._articles if article.id in chosen]
        return self._on_one_line(TEMPLATES[self.template].title(titles, self._say)) if titles else ""

    def chosen_title(self) -> str:
        """The title of the paper on one line."""
        return self._on_one_line(self.title.toPlainText().strip()) or self.proposed_title()

    def _on_one_line(self, title: str) -> str:
        return ("" if self._say.language.startswith("zh") else " ").join(title.split("\n"))

    @property
    def format(self) -> str:
        """The chosen format, as the command line names it."""
        return self.formats.format

    @property
    def format_name(self) -> str:
        """What people call the format."""
        return self.formats.name

    def options(self) -> Options:
        """What was chosen."""
        filters = self.filters
        return Options(
            title=self.title.toPlainText().strip(),
            kinds=filters.chosen_kinds(),
            tags=filters.tags.chosen(),
            creators=filters.creators.chosen(),
            people=self.fields.people.text().strip(),
            date=self.fields.date.text().strip(),
            language=self._say.language,
            order=filters.order_box.currentData(),
            blocks=self.blocks.blocks(),
            author=self._settings.reader_name,
            contrast=self._contrast,
            **{name: box.isChecked() for name, box in filters.switches.items()},
            **self.details.values_for(self.template),
        )

    def remember(self) -> None:
        """A paper was made of these choices."""
        filters = self.filters
        switches = {name: box.isChecked() for name, box in filters.switches.items()}
        values = {**switches, "order": filters.order_box.currentData(), **self.details.values()}
        self.memory.remember(self.template, self.format, self.blocks.blocks(), values)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
