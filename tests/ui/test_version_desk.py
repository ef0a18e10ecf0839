"""Fetching again, what changed and the lost marks, through the window, over a server on the loopback."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from tests.changing import FIRST, INSERTED, LOGIN, REWORDED, SECOND, TITLE
from tests.ui.refetching import fetch_again, mark

from reader.model.annotation import Kind
from reader.ui.dialogs.changes import ChangesDialog
from reader.ui.task import TaskState

LEFT = Qt.MouseButton.LeftButton
HTML = "text/html; charset=utf-8"


def open_changes(window, qtbot):
    """Press the button of the toast and wait for the changes."""
    QTest.mouseClick(window.toast.findChild(QPushButton, "toastAction"), LEFT)
    dialog = window.findChild(ChangesDialog)
    qtbot.waitUntil(lambda: bool(dialog.findChild(QLabel, "changesCounts").text()), timeout=10000)
    return dialog


def test_every_mark_is_where_it_belongs_or_is_listed_as_lost(window, qtbot, changing, report):
    old, new = "\n".join(FIRST), "\n".join(SECOND)
    assert window.pane.view.text == old
    before = mark(window, old, "专职网格员512名")
    repeated = [mark(window, old, "37", which, Kind.DATA) for which in range(3)]
    over_border = mark(window, old, "专职网格员512名。\n成立了37个社区党委", 0, Kind.BORROW)
    in_reworded = mark(window, old, "网格员入户走访3.2万户", 0, Kind.DATA)
    overlapping = mark(window, old, "入户走访3.2万户，解决群众难题1,560件", 0, Kind.QUESTION)
    in_deleted = mark(window, old, "评选出十名“金牌网格员”", 0, Kind.BORROW)
    behind = mark(window, old, "推动资源、服务、管理下沉到每一个网格")
    assert len(window.marks.annotations) == 9

    changing.show(*SECOND)
    said = fetch_again(window, qtbot)
    assert "+1 −1, 1 reworded" in said and "7 carried over, 2 lost" in said
    assert window.pane.view.text == new
    marks = {each.id: each for each in window.marks.annotations}
    words = {key: each.start is not None and new[each.start : each.end] for key, each in marks.items()}
    assert words[before] == "专职网格员512名"
    shift = len(INSERTED) + 1
    assert [marks[key].start for key in repeated] == [
        index + shift for index in range(len(old)) if old.startswith("37", index)
    ]
    assert words[in_reworded] == "网格员累计入户走访3.5万户"
    assert words[overlapping] == "入户走访3.5万户，解决群众难题1,680件"
    assert words[behind] == "推动资源、服务、管理下沉到每一个网格"
    # A long paragraph was inserted in the middle of one: most of what would be marked was never chosen.
    assert {key for key, each in marks.items() if each.orphan} == {in_deleted, over_border}
    assert marks[in_deleted].quote == "评选出十名“金牌网格员”"
    assert window.work.session.reading.content(report, 1).text == old


def test_the_toast_opens_what_changed(window, qtbot, changing, report):
    changing.show(*SECOND)
    fetch_again(window, qtbot)
    dialog = open_changes(window, qtbot)
    shown = dialog.view.toPlainText()
    assert INSERTED in shown and FIRST[3] in shown and FIRST[2] not in shown and REWORDED not in shown
    assert dialog.findChild(QComboBox, "changesOld").currentData() == 1
    assert dialog.findChild(QComboBox, "changesNew").currentData() == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_an_unchanged_page_is_told_without_a_way_to_changes(window, qtbot, changing, report):
    assert "has not changed" in fetch_again(window, qtbot)
    assert not window.toast.findChild(QPushButton, "toastAction").isVisible()


@pytest.mark.parametrize("answer", [(404, HTML, b"<h1>404</h1>"), (503, HTML, b""), (401, HTML, LOGIN)])
def test_a_failure_changes_nothing_and_can_be_tried_again(window, qtbot, changing, report, answer):
    text = "\n".join(FIRST)
    kept = mark(window, text, "群众满意度持续提升")
    changing.answer = answer
    fetch_again(window, qtbot)
    task = window.work.tasks.listed()[-1]
    assert (task.title, task.state) == (TITLE, TaskState.FAILED)
    assert window.pane.view.text == text and window.marks.annotations[0].id == kept
    assert len(window.work.session.reading.versions(report)) == 1
    changing.show(*SECOND)
    window.toast.dismiss()
    window.work.tasks.retry(task.id)
    qtbot.waitUntil(lambda: "has changed" in window.toast.text(), timeout=30000)


def test_several_are_told_in_one_word(window, qtbot, changing, report):
    session = window.work.session
    lost = session.capturing.add("-", data="没有网址的一段话，是从别处抄来的，写了几十个字。".encode()).id
    changing.show(*SECOND)
    window.toast.dismiss()
    menu = window.library.menu_for([report, lost])
    next(action for action in menu.actions() if action.text() == "Fetch Again").trigger()
    qtbot.waitUntil(lambda: "Changed: 1, unchanged: 0, failed: 1" in window.toast.text(), timeout=30000)
    assert {task.state for task in window.work.tasks.listed()[-2:]} == {TaskState.DONE, TaskState.FAILED}


def test_versions_are_listed_under_information(window, qtbot, changing, report):
    section = window.panel.info.findChild(type(window.information.versions._section))
    assert section.isHidden()
    changing.show(*SECOND)
    fetch_again(window, qtbot)
    window.show_tab("info")
    assert not section.isHidden()
    QTest.mouseClick(section.findChild(QPushButton, "version_1"), LEFT)
    dialog = window.findChild(ChangesDialog)
    qtbot.waitUntil(lambda: dialog.view.toPlainText() == "\n".join(FIRST), timeout=10000)
    dialog.close()
