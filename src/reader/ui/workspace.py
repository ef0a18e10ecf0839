"""What the desks of one window share: the open library, preferences, and who is told of what."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reader.messages import Messages
from reader.services.session import Session
from reader.settings import Settings
from reader.ui.icons import Icons
from reader.ui.tasks import Tasks
from reader.ui.theme import ThemeService
from reader.ui.undo import History


class Announcer(QObject):
    """Announce, do not command: whoever changed something says so, every pane redraws itself."""

    articles_changed = Signal(object)
    """(list of ids): rows changed, came or went."""
    annotations_changed = Signal(str)
    """(article id)."""
    tags_changed = Signal()
    """Names of tags or collections changed, wherever they are used."""
    settings_changed = Signal()
    told = Signal(str, object)
    """(sentence, tuple of actions: the label of each and what it does): for the toast."""
    error_met = Signal(object)
    """(Exception)."""


@dataclass(frozen=True)
class Workspace:
    """Handed to every desk by constructor."""

    session: Session
    settings: Settings
    save_settings: Callable[[], None]
    say: Messages
    themes: ThemeService
    icons: Icons
    tasks: Tasks
    history: History
    announcer: Announcer

    def tell(
        self,
        sentence: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        *more: tuple[str, Callable[[], object]],
    ) -> None:
        """A toast, with an action such as Undo, and others behind it."""
        actions = ((action, do), *more) if action and do else more
        self.announcer.told.emit(sentence, actions)

    def error(self, error: Exception) -> None:
        """Tell the user about an error."""
        self.announcer.error_met.emit(error)
