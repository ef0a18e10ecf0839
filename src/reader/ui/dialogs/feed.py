"""The dialog that adds from a feed or a column: an address, and the links found there to choose from."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.links import LinkList
from reader.ui.dialogs.feed_list import LinkChecklist
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import label, line
from reader.ui.task import Task
from reader.ui.task_row import ThinBar
from reader.ui.tasks import Tasks


class FeedDialog(QDialog):
    """Fetches in the background by `list_links` (see `Feeds.list_links`); what is chosen is handed over at the end."""

    links_chosen = Signal(list)
    """Addresses, in the order of the list; the dialog has closed."""

    def __init__(
        self,
        list_links: Callable[..., LinkList],
        tasks: Tasks,
        say: Messages,
        icons: Icons,
        url: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("feedDialog")
        self.setWindowTitle(self.tr("Add from a feed or column"))
        self._list_links, self._tasks, self._say = list_links, tasks, say
        self._task: Task | None = None
        self._next_url: str | None = None
        self._build_address(url)
        self._trouble = EmptyState(icons, "feedEmpty")
        self._trouble.show_state("rss", self.tr("Where is the list?"), self.tr("Enter its address above."))
        self._links = LinkChecklist()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._trouble)
        self._pages.addWidget(self._links)
        self._more = _button("feedMore", self.tr("Load more"))
        self._cancel = _button("feedCancel", self.tr("Cancel"))
        self._confirm = _button("feedConfirm", "", kind="primary")
        self._state = label(role="caption", name="feedState", wrap=True)
        self._arrange()
        self._connect()
        self._refresh()
        self._address.setFocus()
        self.resize(820, 600)
        if url:
            self._on_entered()

    # ---- building

    def _build_address(self, url: str) -> None:
        self._address = QLineEdit(url)
        self._address.setObjectName("feedAddress")
        self._address.setPlaceholderText("https://")
        self._address.setAccessibleName(self.tr("Address of the feed or column"))
        self._fetch = _button("feedFetch", self.tr("Fetch"))
        self._bar = ThinBar()
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)

    def _arrange(self) -> None:
        address = QHBoxLayout()
        address.setSpacing(8)
        address.addWidget(self._address, 1)
        address.addWidget(self._fetch)
        head = QVBoxLayout()
        head.setContentsMargins(22, 0, 22, 0)
        head.setSpacing(8)
        head.addWidget(label(self.tr("Add from a feed or column"), "h1"))
        about = self.tr("An RSS or Atom feed, or the page of a website that lists the articles of a column.")
        head.addWidget(label(about, "muted", wrap=True))
        head.addLayout(address)
        head.addWidget(self._bar)
        inner = QHBoxLayout()
        inner.setContentsMargins(14, 0, 8, 0)
        inner.addWidget(self._pages)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 8, 18, 12)
        buttons.setSpacing(10)
        buttons.addWidget(self._more)
        buttons.addWidget(self._state, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._confirm)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 18, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addLayout(inner, 1)
        rows.addWidget(line())
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self._address.textChanged.connect(self._refresh)
        self._address.returnPressed.connect(self._on_entered)
        self._fetch.clicked.connect(self._on_fetch_clicked)
        self._links.checks_changed.connect(self._refresh)
        self._links.confirmed.connect(self.accept)
        self._more.clicked.connect(self._on_more)
        self._cancel.clicked.connect(self.reject)
        self._confirm.clicked.connect(self.accept)

    # ---- fetching

    def _on_fetch_clicked(self) -> None:
        if self._task is None:
            self._on_entered()
        else:
            self._tasks.cancel(self._task.id)

    def _on_entered(self) -> None:
        if url := self._address.text().strip():
            self._run(url if "://" in url else f"http://{url}", self._on_listed, self._on_failed)

    def _on_more(self) -> None:
        if self._next_url:
            self._run(self._next_url, self._on_more_listed, self._on_more_failed)

    def _run(
        self, url: str, on_done: Callable[[LinkList], None], on_error: Callable[[Exception], None]
    ) -> None:
        if self._task is not None:
            return
        self._bar.setRange(0, 0)
        self._task = self._tasks.run(
            partial(self._list_links, url),
            on_done=on_done,
            on_error=on_error,
            on_cancel=self._on_cancelled,
            progress=self._on_progress,
        )
        self._refresh()
        self._state.setText(self._say("progress.fetch"))

    def _on_progress(self, step: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._state.setText(self._say(f"progress.{step}"))

    def _on_listed(self, links: LinkList) -> None:
        self._task, self._next_url = None, links.next_url
        self._pages.setCurrentWidget(self._links)
        self._links.show_links(links)
        self._refresh()

    def _on_more_listed(self, links: LinkList) -> None:
        # A server that has the same list for every number would offer more for ever.
        self._task, self._next_url = None, links.next_url if self._links.model.add_entries(links.entries) else None
        self._refresh()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._links.model.set_entries(())
        self._trouble.show_state("triangle-alert", self.tr("No list found"), self._say.error(error), "danger")
        self._pages.setCurrentWidget(self._trouble)
        self._refresh()

    def _on_more_failed(self, error: Exception) -> None:
        """What was listed before can still be chosen from."""
        self._task = None
        self._refresh()
        self._state.setText(self._say.error(error))

    def _on_cancelled(self) -> None:
        self._task = None
        self._refresh()

    # ---- choosing

    def chosen(self) -> list[str]:
        """The addresses of the checked links."""
        return self._links.model.checked()

    def accept(self) -> None:
        """Hand over what is checked and close."""
        if chosen := self.chosen():
            super().accept()
            self.links_chosen.emit(chosen)

    def done(self, result: int) -> None:
        """However it closes, nothing goes on being fetched for it."""
        if self._task is not None:
            self._tasks.cancel(self._task.id)
        super().done(result)

    def _refresh(self) -> None:
        """Buttons and caption as things stand."""
        is_busy, has_list = self._task is not None, self._pages.currentWidget() is self._links
        checked = len(self.chosen())
        self._fetch.setText(self.tr("Stop") if is_busy else self.tr("Fetch"))
        self._fetch.setEnabled(is_busy or bool(self._address.text().strip()))
        self._bar.setVisible(is_busy)
        self._more.setVisible(has_list and self._next_url is not None)
        self._more.setEnabled(not is_busy)
        self._confirm.setEnabled(checked > 0)
        self._confirm.setText(self.tr("Add %n article(s)", "", checked) if checked else self.tr("Add"))
        count, known = self._links.model.rowCount(), self._links.model.known()
        words = [self.tr("%n link(s)", "", count)] + ([self.tr("%n saved already", "", known)] if known else [])
        self._state.setText(" · ".join(words) if has_list else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()


def _button(name: str, text: str, kind: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    return button
