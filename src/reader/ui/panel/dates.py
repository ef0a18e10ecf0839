"""Dates as people type them, and the line edit that takes them."""

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_SEPARATED = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


def iso_date(text: str) -> str | None:
    """YYYY-MM-DD for 2026-11-2, 2026/11/02, 2026.11.2, 2026年11月2日 or 20261102; None for an empty text.

    Full-width digits and spaces are accepted. Raises ValueError for anything else and for a day that does not exist.
    """
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    if not folded:
        return None
    match = _SEPARATED.fullmatch(folded) or _COMPACT.fullmatch(folded)
    if not match:
        raise ValueError(text)
    return date(int(match[1]), int(match[2]), int(match[3])).isoformat()


class DateEdit(QLineEdit):
    """A line edit for an optional date; `date_changed(str | None)` comes when a valid other date is finished.

    What is no date stays in the field, the dynamic property `invalid` is set and the tooltip says why.
    """

    date_changed = Signal(object)
    trouble_changed = Signal(str)
    """What is wrong with what stands in the field; "" when nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date: str | None = None
        self.setPlaceholderText("YYYY-MM-DD")
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)

    def date(self) -> str | None:
        """The last valid date, YYYY-MM-DD, or None."""
        return self._date

    def set_date(self, value: str | None) -> None:
        """Show `value` (YYYY-MM-DD or None) without announcing it."""
        self._date = value
        self.setText(value or "")
        self._mark(False)

    def is_valid(self) -> bool:
        """Whether what stands in the field is a date or nothing."""
        try:
            iso_date(self.text())
        except ValueError:
            return False
        return True

    def commit(self) -> None:
        """Take what stands in the field: announce it when it is another date, mark it when it is none."""
        try:
            value = iso_date(self.text())
        except ValueError:
            self._mark(True)
            return
        changed = value != self._date
        self.set_date(value)
        if changed:
            self.date_changed.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._mark(not self.is_valid())

    def _on_edited(self) -> None:
        self._mark(False)

    def _mark(self, invalid: bool) -> None:
        trouble = self.tr("A date looks like 2026-11-30.") if invalid else ""
        if trouble != self.toolTip():
            self.setToolTip(trouble)
            self.trouble_changed.emit(trouble)
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)
