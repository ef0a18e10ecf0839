"""The button that fetches missing pictures."""

from PySide6.QtWidgets import QPushButton

from reader.ui.panel.missing_pictures import MissingPictures


def test_shown_while_some_are_missing_and_waiting_while_they_come(qtbot, icons):
    section = MissingPictures(icons)
    qtbot.addWidget(section)
    button = section.findChild(QPushButton, "fetchPictures")
    assert section.isHidden()
    section.show_missing(3)
    assert not section.isHidden() and "3" in button.text()
    with qtbot.waitSignal(section.fetch_requested):
        button.click()
    section.set_busy(True)
    assert not button.isEnabled()
    section.set_busy(False)
    section.show_missing(0)
    assert section.isHidden()
