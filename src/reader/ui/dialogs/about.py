"""About the program: version, licences, and where the library is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.parts import label

LICENCES = (
    ("Qt, PySide6", "LGPL 3.0"),
    ("lxml, msgspec, Jinja2", "BSD 3-Clause"),
    ("XlsxWriter", "BSD 2-Clause"),
    ("trafilatura", "Apache 2.0"),
    ("nh3, markdownify, markdown-it-py, python-docx", "MIT"),
    ("sqlite-utils", "Apache 2.0"),
    ("pikepdf", "MPL 2.0"),
    ("requests", "Apache 2.0"),
    ("urllib3, RapidFuzz, platformdirs", "MIT"),
    ("Pillow", "MIT-CMU"),
    ("filelock", "MIT"),
    ("SQLite", "public domain"),
    ("Lucide (python-lucide)", "ISC, MIT"),
)
"""What the program is made of; a name and its licence are the same in every language."""


class AboutDialog(QDialog):
    """`folder_requested` asks to open the folder of the library."""

    folder_requested = Signal(object)
    """(Path)."""

    def __init__(
        self,
        version: str,
        library: Path,
        licences: Sequence[tuple[str, str]] = LICENCES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Reader"))
        self._library = Path(library)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 22, 24, 16)
        rows.setSpacing(8)
        rows.addWidget(label(self.tr("Reader"), "h1"))
        rows.addWidget(label(self.tr("Version %1").replace("%1", version), "muted", name="aboutVersion"))
        purpose = self.tr("Save reports, read them offline, mark what counts, and take a paper to the meeting.")
        rows.addWidget(label(purpose, wrap=True))
        rows.addSpacing(8)
        rows.addWidget(label(self.tr("Your library"), "h3"))
        path = label(str(library), "muted", wrap=True, name="aboutLibrary")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(path)
        rows.addSpacing(8)
        rows.addWidget(label(self.tr("Licences"), "h3"))
        own = self.tr("This program is free software under the MIT licence. It is built on:")
        rows.addWidget(label(own, "muted", wrap=True))
        rows.addWidget(self._build_licences(licences), 1)
        rows.addLayout(self._build_buttons())
        self.resize(480, 520)

    @staticmethod
    def _build_licences(licences: Sequence[tuple[str, str]]) -> QScrollArea:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (name, licence) in enumerate(licences):
            grid.addWidget(label(name, wrap=True), row, 0)
            grid.addWidget(label(licence, "caption"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(licences), 1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _build_buttons(self) -> QHBoxLayout:
        folder, close = QPushButton(self.tr("Open Library Folder")), QPushButton(self.tr("Close"))
        folder.setObjectName("aboutFolder")
        folder.setAutoDefault(False)
        close.setObjectName("aboutClose")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        folder.clicked.connect(lambda: self.folder_requested.emit(self._library.parent))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(close)
        return row
