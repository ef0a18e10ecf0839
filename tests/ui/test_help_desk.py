"""Preferences, appearance, backup, trash, about."""

from PySide6.QtWidgets import QFileDialog

from reader import settings as settings_file
from reader.model.query import ArticleQuery
from reader.settings import Settings


def test_the_appearance_changes_at_once_and_is_kept(window):
    for name in ("dark", "sepia", "light"):
        window.actions_by_id[f"theme_{name}"].trigger()
        assert window.work.themes.theme.name == name
        assert window.actions_by_id[f"theme_{name}"].isChecked()
    assert settings_file.load().theme == "light"


def test_preferences_are_applied_to_name_text_and_language(window):
    window.help._on_applied(Settings(theme="light", reader_name="老周", text_size=22, language="en"))
    assert window.work.session.creator == "老周"
    assert window.pane.view.typography.text_size == 22
    assert settings_file.load().reader_name == "老周"


def test_a_backup_is_a_library(window, article, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "copy.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    window.help.back_up()
    qtbot.waitUntil(lambda: bool(window.toast.text()), timeout=10000)
    from reader.services.session import Session

    with Session(target) as copy:
        assert copy.organising.ids(ArticleQuery()) == [article]


def test_the_trash_gives_back_articles_and_marks(window, session, article):
    mark = session.annotating.annotate(article, quote="4项工作制度")
    session.annotating.delete([mark.id])
    session.organising.delete([article])
    dialog = window.help.open_trash()
    dialog.restore_requested.emit([article], [mark.id])
    assert session.organising.ids(ArticleQuery()) == [article]
    assert session.annotating.list(article) == [mark]
    dialog.reject()


def test_emptying_the_trash_is_for_ever(window, session, article):
    window.library.delete([article])
    dialog = window.help.open_trash()
    dialog.empty_requested.emit()
    dialog.reject()
    assert not window.work.history.stack.canUndo()
    assert session.organising.trash() == ([], [])


def test_shortcuts_and_about_open(window):
    window.actions_by_id["shortcuts"].trigger()
    window.actions_by_id["about"].trigger()
    from reader.ui.dialogs.about import AboutDialog
    from reader.ui.dialogs.shortcuts import ShortcutsDialog

    shortcuts = window.findChild(ShortcutsDialog)
    assert ("Undo", "Ctrl+Z") in shortcuts.shown()
    assert window.findChild(AboutDialog).isVisible()
