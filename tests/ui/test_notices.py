"""Trouble in words: expected trouble as a sentence, everything else as a report."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.messages import Messages
from reader.model.errors import CancelledError, LibraryError
from reader.ui.notices import Notices


@pytest.fixture
def told():
    return []


@pytest.fixture
def notices(qtbot, told):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Notices(window, Messages("en"), told.append)


def test_expected_trouble_is_a_sentence(notices, told):
    notices.error(LibraryError("bad_date", value="28日"))
    assert len(told) == 1 and "28日" in told[0] and "YYYY-MM-DD" in told[0]


def test_cancelling_is_no_trouble(notices, told):
    notices.error(CancelledError())
    assert told == []


def test_a_bug_is_reported_with_its_trace(notices, told, qtbot):
    try:
        raise ZeroDivisionError("half a page")
    except ZeroDivisionError as error:
        notices.error(error)
    box = notices.parent().findChild(QMessageBox, "errorReport")
    assert told == [] and "half a page" in box.text() and "Traceback" in box.detailedText()
    notices.error(ValueError("another"))
    assert len(notices.parent().findChildren(QMessageBox)) == 1
    box.close()


def test_what_nobody_caught_is_reported(notices, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    import threading

    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    notices.catch_everything()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: notices.parent().findChild(QMessageBox, "errorReport") is not None)
    notices.parent().findChild(QMessageBox, "errorReport").close()
