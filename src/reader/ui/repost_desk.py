"""Where reposts are asked for: in the background, for the article that is open."""

from PySide6.QtCore import QObject

from reader.model.errors import ReaderError
from reader.model.reposts import Reposts
from reader.ui.panel.reposts import RepostSection
from reader.ui.workspace import Workspace


class RepostDesk(QObject):
    """Keeps the section about reposts in step with the open article."""

    def __init__(self, work: Workspace, section: RepostSection, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._section = work, section
        self._article = ""
        work.announcer.articles_changed.connect(self._on_articles_changed)

    def start(self) -> None:
        """Get an older library ready for being asked; a library of today has nothing to do."""
        self._work.tasks.run(self._work.session.reposts.sketch_all, on_done=self._on_sketched, writes=True)

    def open(self, article: str) -> None:
        """Another article is open, or none ("")."""
        if article != self._article:
            self._section.clear()
        self._article = article
        self._ask()

    def _ask(self) -> None:
        if self._article:
            self._work.tasks.run(
                self._work.session.reposts.about,
                self._article,
                on_done=self._on_answered,
                on_error=self._on_error,
                replaces="reposts",
            )

    def _on_answered(self, reposts: Reposts) -> None:
        if reposts.article == self._article:
            self._section.show_reposts(reposts)

    def _on_error(self, error: Exception) -> None:
        # An article that was removed meanwhile is nobody's trouble.
        if not (isinstance(error, ReaderError) and error.code == "not_found"):
            self._work.error(error)

    def _on_articles_changed(self, _ids: list[str]) -> None:
        self._ask()  # whatever came, went or changed may have been a repost

    def _on_sketched(self, count: int) -> None:
        if count:
            self._ask()
