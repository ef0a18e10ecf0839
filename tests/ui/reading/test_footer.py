"""The line under the article."""

from PySide6.QtWidgets import QLabel

from reader.ui.reading.footer import ReaderFooter


def test_it_says_which_paragraph_how_far_and_how_long_still(qtbot):
    footer = ReaderFooter()
    qtbot.addWidget(footer)
    footer.show_place(3, 4, 0.62, 2000)
    assert footer.findChild(QLabel, "readPlace").text() == "Paragraph 3 of 4"
    assert footer.findChild(QLabel, "readRest").text() == "62% · about 2 minute(s) left"
    assert footer.bar.value() == 620


def test_the_end_and_an_empty_article_promise_no_minutes(qtbot):
    footer = ReaderFooter()
    qtbot.addWidget(footer)
    footer.show_place(4, 4, 1.0, 2000)
    assert footer.findChild(QLabel, "readRest").text() == "100%"
    footer.show_place(0, 0, 0.0, 0)
    assert footer.findChild(QLabel, "readPlace").text() == footer.findChild(QLabel, "readRest").text() == ""
