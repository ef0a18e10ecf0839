"""The links that wait for the network, in the popover of tasks."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.model.waiting import WaitingLink
from reader.ui.fitted_list import FittedList
from reader.ui.icons import Icons
from reader.ui.incoming import short_name
from reader.ui.parts import ElidedLabel, Picture, label, line

MOST_ROWS = 40
TALLEST = 210


class WaitingRow(QWidget):
    """One link: why it waits, when it is tried next, and the two things to do about it."""

    fetch_requested = Signal(int)
    drop_requested = Signal(int)

    def __init__(self, icons: Icons, link: WaitingLink) -> None:
        super().__init__()
        self.link = link
        self._title, self._state = ElidedLabel(short_name(link.source)), label(role="caption", wrap=True)
        self._title.mode = Qt.TextElideMode.ElideMiddle
        self._fetch, drop = QPushButton(self.tr("Fetch now")), QPushButton(self.tr("Remove"))
        fetch = self._fetch
        fetch.setObjectName(f"waitingFetch_{link.id}")
        drop.setObjectName(f"waitingDrop_{link.id}")
        fetch.clicked.connect(lambda: self.fetch_requested.emit(link.id))
        drop.clicked.connect(lambda: self.drop_requested.emit(link.id))
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(Picture(icons, "clock", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (fetch, drop):
            button.setProperty("kind", "link")
            button.setAccessibleName(f"{button.text()}: {link.source}")
            row.addWidget(button)

    def show_state(self, reason: str, next_try: datetime, is_fetching: bool) -> None:
        """Say why it waits, and until when (aware of its time zone)."""
        self._fetch.setEnabled(not is_fetching)
        now, local = datetime.now(next_try.tzinfo), next_try.astimezone()
        if next_try <= now:
            when = self.tr("Next try: soon")
        else:
            moment = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
            when = self.tr("Next try: %1").replace(
                "%1", QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
            )
        self._state.setText(f"{reason} · {when}")


class WaitingList(QWidget):
    """All links that wait; hidden when there is none."""

    fetch_requested = Signal(list)
    """(numbers of links)."""
    drop_requested = Signal(list)

    def __init__(
        self, icons: Icons, say_why: Callable[[WaitingLink], str], next_try: Callable[[WaitingLink], datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("waitingList")
        self._icons, self._say_why, self._next_try = icons, say_why, next_try
        self._rows: dict[int, WaitingRow] = {}
        self._links: Sequence[WaitingLink] = ()
        self._is_fetching = False
        self._heading, self._count = label(role="h2"), label(role="caption", name="waitingCount")
        self._all = QPushButton()
        self._all.setObjectName("waitingFetchAll")
        self._all.setProperty("kind", "link")
        self._all.clicked.connect(lambda: self.fetch_requested.emit([link.id for link in self._links]))
        header = QHBoxLayout()
        header.setContentsMargins(16, 8, 10, 4)
        header.setSpacing(8)
        header.addWidget(self._heading)
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self._all)
        self._list = FittedList("waitingRows")
        self._more = label(role="caption", name="waitingMore")
        self._more.setContentsMargins(16, 2, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(line())
        column.addLayout(header)
        column.addWidget(self._list)
        column.addWidget(self._more)
        self.hide()

    def show_links(self, links: Sequence[WaitingLink], is_fetching: bool) -> None:
        """Show these; while they are fetched nothing more can be asked for."""
        self._links, self._is_fetching = links, is_fetching
        self.setVisible(bool(links))
        shown = {link.id: self._row(link) for link in links[:MOST_ROWS]}
        self._rows = shown
        self._list.set_rows(list(shown.values()))
        for link in links[:MOST_ROWS]:
            shown[link.id].show_state(self._say_why(link), self._next_try(link), is_fetching)
        self._heading.setText(self.tr("Waiting for the network"))
        self._count.setText(str(len(links)))
        self._all.setText(self.tr("Fetching…") if is_fetching else self.tr("Fetch all now"))
        self._all.setEnabled(not is_fetching)
        self._more.setText(self.tr("and %n more", "", len(links) - MOST_ROWS))
        self._more.setVisible(len(links) > MOST_ROWS)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rows = {}
            self.show_links(self._links, self._is_fetching)

    def fit(self, width: int) -> None:
        """Take the height that the rows need, up to a limit."""
        self._list.fit(width, TALLEST)
        self.setFixedHeight(self.layout().sizeHint().height())

    def _row(self, link: WaitingLink) -> WaitingRow:
        row = self._rows.get(link.id)
        if row is None:
            row = WaitingRow(self._icons, link)
            row.fetch_requested.connect(lambda id: self.fetch_requested.emit([id]))
            row.drop_requested.connect(lambda id: self.drop_requested.emit([id]))
        return row
