"""Preferences, appearance, backup, trash, and what the Help menu opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMainWindow

from reader import __version__
from reader.messages import system_language
from reader.model.errors import ReaderError
from reader.settings import Settings
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.ui.dialogs.preferences import PreferencesDialog
    from reader.ui.dialogs.trash import TrashDialog

THEMES = ("auto", "light", "sepia", "dark")


class HelpDesk(QObject):
    """Everything that is about the program rather than about reading."""

    language_chosen = Signal(str)

    def __init__(self, work: Workspace, window: QMainWindow) -> None:
        super().__init__(window)
        self._work, self._window = work, window

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            "preferences": self.open_preferences,
            "backup": self.back_up,
            "trash": self.open_trash,
            "about": self.open_about,
            **{f"theme_{name}": partial(self.set_theme, name) for name in THEMES},
        }

    def set_theme(self, name: str) -> None:
        """Change the appearance at once."""
        self._work.settings.theme = name
        self._work.themes.set_theme(name, self._work.settings.day_theme)
        self._work.save_settings()
        self._work.announcer.settings_changed.emit()

    # ---- preferences

    def open_preferences(self) -> PreferencesDialog:
        """Language, appearance, name, typography, citations."""
        # Dialogs are imported when they are opened: the window is there sooner.
        from reader.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._work.settings, self._work.icons, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.applied.connect(self._on_applied)
        dialog.rule_removed.connect(partial(self._forget_rule, dialog))
        dialog.set_rules(self._work.session.revising.rules())
        dialog.open()
        return dialog

    def _forget_rule(self, dialog: PreferencesDialog, site: str) -> None:
        self._attempt(partial(self._work.session.revising.forget, site))
        dialog.set_rules(self._work.session.revising.rules())

    def _on_applied(self, chosen: Settings) -> None:
        work = self._work
        language = work.settings.language
        for each in fields(Settings):
            if each.name != "window":
                setattr(work.settings, each.name, getattr(chosen, each.name))
        work.session.creator = work.settings.reader_name
        work.themes.set_theme(work.settings.theme, work.settings.day_theme)
        work.save_settings()
        if work.settings.language != language:
            self.language_chosen.emit(work.settings.language or system_language())
        work.announcer.settings_changed.emit()

    # ---- backup and trash

    def back_up(self) -> None:
        """Write a verified copy of the library where the user says."""
        proposed = f"reader-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}.db"
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Back Up Library"), proposed, "*.db")
        if name:
            self._work.tasks.run(
                self._work.session.health.backup,
                Path(name),
                on_done=lambda _: self._work.tell(self.tr("The library was backed up and the copy checked")),
                on_error=self._work.error,
                title=Path(name).name,
            )

    def open_trash(self) -> TrashDialog:
        """What was deleted, with a way back."""
        from reader.ui.dialogs.trash import TrashDialog

        dialog = TrashDialog(self._work.say, self._work.icons, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_requested.connect(lambda articles, marks: self._restore(dialog, articles, marks))
        dialog.empty_requested.connect(lambda: self._empty(dialog))
        self._fill(dialog)
        dialog.open()
        return dialog

    def _fill(self, dialog: TrashDialog) -> None:
        organising = self._work.session.organising
        articles, annotations = organising.trash()
        titles = {row.id: row.title for row in organising.rows([each.article for each in annotations])}
        dialog.set_items(articles, annotations, titles)

    def _attempt(self, do: Callable[[], object]) -> None:
        try:
            do()
        except ReaderError as error:
            self._work.error(error)

    def _restore(self, dialog: TrashDialog, articles: list[str], annotations: list[str]) -> None:
        session, announcer = self._work.session, self._work.announcer

        def restore() -> None:
            session.organising.undelete(articles)
            session.annotating.undelete(annotations)

        self._attempt(restore)
        owners = [session.annotating.get(each).article for each in annotations]
        announcer.articles_changed.emit([*articles, *owners])
        for article in dict.fromkeys(owners):
            announcer.annotations_changed.emit(article)
        self._fill(dialog)

    def _empty(self, dialog: TrashDialog) -> None:
        self._attempt(self._work.session.organising.empty_trash)
        # What is gone for ever cannot be brought back by undo either.
        self._work.history.stack.clear()
        self._work.announcer.articles_changed.emit([])
        self._fill(dialog)

    # ---- help

    def open_about(self) -> None:
        """Version, licences, where the library is."""
        from reader.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(__version__, self._work.session.library_path, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.folder_requested.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        dialog.open()
