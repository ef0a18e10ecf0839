"""The checklist in the dialog, with the keyboard and the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from reader.model.links import LinkEntry, LinkKind, LinkList
from reader.ui.dialogs.feed_list import LinkChecklist
from reader.ui.link_model import DATE, TITLE

ENTRIES = (
    LinkEntry("青禾区推进网格化治理", "https://a.example/1", "2026-03-02"),
    LinkEntry("东岭镇三张清单", "https://a.example/2", "2026-03-09", article="0" * 32),
    LinkEntry("全市网格员培训", "https://a.example/3", "2026-03-05"),
)
LINKS = LinkList("工作动态", "https://a.example/", LinkKind.COLUMN, ENTRIES)


@pytest.fixture
def links(qtbot, icons):
    widget = LinkChecklist()
    qtbot.addWidget(widget)
    widget.resize(800, 400)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_links(LINKS)
    return widget


def press(links, name):
    QTest.mouseClick(links.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def numbers(links):
    return [int(url[-1]) for url in links.model.checked()]


def order(links):
    model = links.view.model()
    return [model.index(row, TITLE).data()[:3] for row in range(model.rowCount())]


def test_the_list_is_named_and_keeps_its_order(links):
    assert links.findChild(QLabel, "feedHeading").text() == "Column · 工作动态"
    assert order(links) == ["青禾区", "东岭镇", "全市网"]
    assert numbers(links) == [1, 3]


def test_all_none_and_the_new_ones(links):
    press(links, "feedAll")
    assert numbers(links) == [1, 2, 3]
    press(links, "feedNone")
    assert numbers(links) == []
    press(links, "feedNew")
    assert numbers(links) == [1, 3]


def test_choosing_among_what_the_filter_shows(links):
    press(links, "feedNone")
    links.findChild(QLineEdit, "feedFilter").setText("网格")
    assert order(links) == ["青禾区", "全市网"]
    press(links, "feedAll")
    links.findChild(QLineEdit, "feedFilter").clear()
    assert numbers(links) == [1, 3] and len(order(links)) == 3


def test_sorting_by_date_and_back(links):
    header = links.view.header()
    place = header.sectionViewportPosition(DATE) + 10
    for expected in (["青禾区", "全市网", "东岭镇"], ["东岭镇", "全市网", "青禾区"], ["青禾区", "东岭镇", "全市网"]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        assert order(links) == expected
    assert numbers(links) == [1, 3]


def test_a_click_on_the_box_checks(links):
    rect = links.view.visualRect(links.view.model().index(1, TITLE))
    box = rect.topLeft() + QPoint(16, rect.height() // 2)
    QTest.mouseClick(links.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert numbers(links) == [1, 2, 3]


def test_the_keyboard_alone(links, qtbot):
    assert links.view.hasFocus()
    QTest.keyClick(links.view, Qt.Key.Key_Space)
    assert numbers(links) == [3]
    QTest.keyClick(links.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(links.view, Qt.Key.Key_Space)
    assert numbers(links) == [1, 2, 3]
    QTest.keyClick(links.view, Qt.Key.Key_Space)
    assert numbers(links) == []
    with qtbot.waitSignal(links.confirmed):
        QTest.keyClick(links.view, Qt.Key.Key_Return)
    QTest.keyClicks(links.view, "x")
    assert links.view.currentIndex().row() == 0
