"""What is remembered for sites: one row each, with a button that removes it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reader.model.article import SiteRule
from reader.ui.parts import ElidedLabel


class SiteRuleList(QWidget):
    """Data in by `set_rules`; nothing is shown when there are none."""

    removed = Signal(str)
    """(site): its rule is to go; whoever removes it calls `set_rules` again."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("siteRules")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def set_rules(self, rules: Sequence[SiteRule]) -> None:
        """Show these rules instead of any other."""
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for row, rule in enumerate(rules):
            button = QPushButton(self.tr("Remove"), objectName=f"siteRuleRemove{row}")
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Remove the rule for %1").replace("%1", rule.site))
            button.clicked.connect(partial(self.removed.emit, rule.site))
            for column, widget in enumerate((ElidedLabel(rule.site), ElidedLabel(rule.body, role="muted"), button)):
                self._grid.addWidget(widget, row, column)
        self.setVisible(bool(rules))
