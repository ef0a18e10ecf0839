"""The language is changed while the window is open: every word of it changes at once, and changes back."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader import paths
from reader.ui.translation import Translation

SPOKEN = ("text", "title", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "windowTitle")
DECORATION = re.compile(r"</?qt>|[&\t…].*|\(.*\)$|\d+")


def speak_english():
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for translation in application.findChildren(Translation):
        translation.use("en")
    QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def english(qapp):
    """Before and after: the translators belong to the application, which windows of other tests had before."""
    speak_english()
    yield
    speak_english()


@pytest.fixture(scope="module")
def pairs():
    """English and Chinese of every text that stands on its own and differs."""
    tree = ElementTree.parse(paths.resources() / "i18n" / "reader_zh_CN.ts")
    found = {(each.findtext("source") or "", each.findtext("translation") or "") for each in tree.iter("message")}
    return {(plain(source), plain(chinese)) for source, chinese in found if plain(source) and plain(chinese)}


def plain(text):
    return DECORATION.sub("", text.replace("&&", "").replace("&", "")).strip()


def words(window):
    """Every text of the window, with where it stands."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = {}
    for each in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        for name in SPOKEN:
            read = getattr(each, name, None)
            text = read() if callable(read) else None
            if isinstance(text, str) and plain(text):
                found.setdefault(plain(text), f"{type(each).__name__} {each.objectName()} {name}")
    return found


def test_every_word_changes_at_once(make_window, session, captured, qtbot, pairs):
    article = session.capturing.store("", captured()).id
    session.annotating.annotate(article, note="值得一学")
    window = make_window()
    window.show_article(article)
    english = {source for source, chinese in pairs if source != chinese}
    chinese = {chinese for source, chinese in pairs if source != chinese}
    assert len(words(window).keys() & english) > 60
    assert not {text: place for text, place in words(window).items() if text in chinese}

    window.use_language("zh_CN")
    assert not {text: place for text, place in words(window).items() if text in english - chinese}
    assert len(words(window).keys() & chinese) > 60

    window.use_language("en")
    assert not {text: place for text, place in words(window).items() if text in chinese - english}


def test_menus_do_not_pile_up(make_window):
    window = make_window()
    before = len(window.menu_bar.findChildren(QMenu))
    for language in ("zh_CN", "en", "zh_CN", "en"):
        window.use_language(language)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.menu_bar.findChildren(QMenu)) == before
