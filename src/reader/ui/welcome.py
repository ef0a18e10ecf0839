"""The page of an empty library: paste a link, drop a file, or look at the sample."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.brand_seal import BrandSeal
from reader.ui.icons import Icons
from reader.ui.incoming import links_in
from reader.ui.parts import Picture, label

SEALS = ("读", "批", "会")
ZONE_WIDTH, STEPS_WIDTH = 600, 660


class WelcomePage(QWidget):
    """What a reader with nothing to read sees; the whole window takes drops."""

    links_entered = Signal(list)
    files_requested = Signal()
    sample_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._steps: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(_centred(self._zone()))
        column.addSpacing(30)
        column.addLayout(_centred(self._steps_row()))
        column.addStretch(2)
        self._retranslate()

    def focus_link(self) -> None:
        """Put the cursor into the field for a link."""
        self._link.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_link_action"):
            self._link_action.setIcon(self._icons.icon("link-2", size=16))

    def _zone(self) -> QWidget:
        zone = QFrame()
        zone.setObjectName("dropZone")
        zone.setMaximumWidth(ZONE_WIDTH)
        zone.setMinimumWidth(ZONE_WIDTH - 200)
        zone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._heading, self._promise = label(role="h1"), label(role="muted", wrap=True)
        self._hint = label(role="danger")
        for each in (self._heading, self._promise):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.hide()
        column = QVBoxLayout(zone)
        column.setContentsMargins(44, 36, 44, 32)
        column.setSpacing(8)
        column.addWidget(Picture(self._icons, "book-open-text", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._promise)
        column.addSpacing(10)
        column.addLayout(self._link_row())
        column.addWidget(self._hint)
        column.addSpacing(2)
        column.addLayout(self._other_ways())
        return zone

    def _link_row(self) -> QHBoxLayout:
        self._link = QLineEdit()
        self._link.setObjectName("welcomeUrl")
        self._link.setPlaceholderText("https://")
        icon = self._icons.icon("link-2", size=16)
        self._link_action = self._link.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._link.returnPressed.connect(self._add)
        self._link.textChanged.connect(self._hint.hide)
        self._add_button = QPushButton()
        self._add_button.setObjectName("welcomeAdd")
        self._add_button.setProperty("kind", "primary")
        self._add_button.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._link, 1)
        row.addWidget(self._add_button)
        return row

    def _other_ways(self) -> QHBoxLayout:
        self._files, self._sample = QPushButton(), QPushButton()
        self._files.setObjectName("welcomeFiles")
        self._sample.setObjectName("welcomeSample")
        self._icons.bind(self._files, "file-up", size=16)
        self._icons.bind(self._sample, "file-text", size=16)
        self._files.clicked.connect(self.files_requested)
        self._sample.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._files)
        row.addWidget(self._sample)
        row.addStretch(1)
        return row

    def _steps_row(self) -> QWidget:
        steps = QWidget()
        steps.setMaximumWidth(STEPS_WIDTH)
        steps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for number, character in enumerate(SEALS):
            sentence = label(role="muted", wrap=True)
            sentence.setMinimumWidth(120)
            self._steps.append(sentence)
            if number:
                row.addSpacing(12)
            row.addWidget(BrandSeal(self._icons, character, 34))
            row.addWidget(sentence, 1)
        return steps

    def _add(self) -> None:
        entered = self._link.text().strip()
        links = links_in(entered) if entered else []
        if links:
            self._link.clear()
            self.links_entered.emit(links)
        else:
            self._hint.setText(self.tr("This is not a web address. It should look like https://www.example.gov.cn/…"))
            self._hint.setVisible(bool(entered))
            self.focus_link()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Paste a link, or drag files in here"))
        self._promise.setText(
            self.tr(
                "The text is extracted and kept on this computer, to be read without a network. "
                "Web links, saved pages (HTML, MHTML), Word (DOCX), PDF, EPUB, Markdown, text, and whole folders."
            )
        )
        self._link.setAccessibleName(self.tr("Web address"))
        self._add_button.setText(self.tr("Add"))
        self._files.setText(" " + self.tr("Choose files…"))
        self._sample.setText(" " + self.tr("See the sample report"))
        sentences = (
            self.tr("Clean typography in three colours; remembers where you stopped"),
            self.tr("Select text and press 1–5 to mark it, N to write a note"),
            self.tr("Marks gather into a meeting paper, exported to Word"),
        )
        for step, sentence in zip(self._steps, sentences, strict=True):
            step.setText(sentence)

    def sizeHint(self) -> QSize:
        return QSize(900, 640)


def _centred(widget: QWidget) -> QHBoxLayout:
    """`widget` in the middle and as wide as it may be; an alignment flag would forget the height of wrapped text."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
