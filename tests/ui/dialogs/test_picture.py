"""The pictures of an article, one at a time."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from tests.ui.pictures import png

from reader.ui.dialogs.picture import MOST_DECODED, PictureDialog, ShownPicture, _load

DATA = {"red": png(), "large": png(6000, 4000), "bad": b"<svg/>"}


@pytest.fixture
def dialog(qtbot, icons):
    """Over three pictures; what is decoded in the background is decoded at once."""
    pictures = [ShownPicture("red", "图为走访"), ShownPicture("large", ""), ShownPicture("bad", "坏")]
    dialog = PictureDialog(pictures, 0, DATA.get, lambda work, done: done(work()), icons)
    qtbot.addWidget(dialog)
    dialog.resize(800, 600)
    dialog.show()
    return dialog


def button(dialog, name: str) -> QToolButton:
    return dialog.findChild(QToolButton, name)


def test_caption_count_and_the_ends(dialog):
    assert dialog.findChild(QLabel, "pictureCaption").text() == "图为走访" and dialog.windowTitle() == "图为走访"
    assert dialog.findChild(QLabel, "pictureCount").text() == "1 of 3"
    assert not button(dialog, "picturePrevious").isEnabled()
    QTest.mouseClick(button(dialog, "pictureNext"), Qt.MouseButton.LeftButton)
    assert dialog.picture.sha256 == "large" and dialog.view.accessibleName() == "Picture without a caption"
    assert button(dialog, "picturePrevious").isEnabled()


def test_what_cannot_be_shown_says_so(dialog):
    dialog.step(1)
    dialog.step(1)
    assert dialog.view.image.isNull() and not button(dialog, "pictureSave").isEnabled()
    asked: list[str] = []
    dialog.save_requested.connect(asked.append)
    dialog.save()
    dialog.step(1)
    assert asked == [] and dialog.picture.sha256 == "bad"


def test_a_large_picture_is_decoded_as_large_as_it_is_shown(dialog):
    dialog.step(1)
    assert dialog.view.image.width() <= 800 and dialog.view.zoom < 0.2
    dialog.view.show_natural()
    assert 4000 < dialog.view.image.width() <= 6000
    assert dialog.view.image.width() * dialog.view.image.height() <= MOST_DECODED


def test_no_more_than_the_limit_is_ever_in_memory():
    image = _load(DATA.get, "large", 0, QSize(30_000, 30_000)).image
    assert 0 < image.width() * image.height() <= MOST_DECODED


def test_copy_and_save_by_key(dialog, qtbot):
    with qtbot.waitSignal(dialog.copy_requested) as copied:
        QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args[0].width() == 300
    with qtbot.waitSignal(dialog.save_requested) as saved:
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == ["red"]
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
