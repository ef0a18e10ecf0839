"""Whether things may move on the screen."""

from PySide6.QtWidgets import QApplication, QStyle


def is_reduced() -> bool:
    """Whether the system asks for less motion: its style then gives animations no time."""
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
