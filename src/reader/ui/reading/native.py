"""Keys as the platform writes them."""

from PySide6.QtGui import QKeySequence


def native(key: str) -> str:
    """ "Ctrl+F" as the platform shows it ("⌘F"); "" for no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
