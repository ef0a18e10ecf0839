"""What stands where there is nothing: a picture, a sentence, its cause, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.icons import Icons
from reader.ui.parts import Picture, label


class EmptyState(QWidget):
    """An empty pane that says why it is empty; `primary` and `secondary` are shown when they have a text."""

    def __init__(self, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._picture = Picture(icons, "search", "text3", 32)
        self._heading = label(role="h2", wrap=True)
        self._sentence = label(role="muted", wrap=True)
        self.primary, self.secondary = QPushButton(), QPushButton()
        self.primary.setProperty("kind", "primary")
        self.primary.setObjectName(f"{name}Primary")
        self.secondary.setObjectName(f"{name}Secondary")
        self.set_buttons("", "")
        for each in (self._heading, self._sentence):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button in (self.primary, self.secondary):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            row.addStretch(1)
            buttons.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_state(self, icon: str, heading: str, sentence: str, token: str = "text3") -> None:
        """Say it in two sentences under an icon."""
        self._picture.show_icon(icon, token)
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    def set_buttons(self, primary: str, secondary: str) -> None:
        """Name the next steps; "" hides a button."""
        for button, text in ((self.primary, primary), (self.secondary, secondary)):
            button.setText(text)
            button.setVisible(bool(text))

    def words(self) -> tuple[str, str]:
        """Heading and sentence, as shown."""
        return self._heading.text(), self._sentence.text()
