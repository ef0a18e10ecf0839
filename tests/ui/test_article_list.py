"""The list of articles under real keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from reader.model.annotation import Kind
from reader.model.article import Status
from reader.ui.article_list import ArticleList


@pytest.fixture
def articles(make_article):
    return {article.id: article for article in map(make_article, range(50))}


@pytest.fixture
def view(qtbot, icons, articles):
    view = ArticleList(icons, lambda ids: [articles[each] for each in ids if each in articles])
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.set_ids(articles)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


def click(view, row, modifiers=Qt.KeyboardModifier.NoModifier):
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def ids(articles, *rows):
    return [list(articles)[row] for row in rows]


def test_a_click_shows_at_once_and_arrow_keys_after_a_moment(qtbot, view, articles):
    shown = []
    view.current_changed.connect(shown.append)
    click(view, 1)
    assert shown == ids(articles, 1)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert shown == ids(articles, 1)
    qtbot.waitUntil(lambda: shown == ids(articles, 1, 4))


@pytest.mark.parametrize(
    ("key", "verb"),
    [
        (Qt.Key.Key_S, "star"),
        (Qt.Key.Key_E, "done"),
        (Qt.Key.Key_T, "tags"),
        (Qt.Key.Key_M, "move"),
        (Qt.Key.Key_F2, "rename"),
        (Qt.Key.Key_Delete, "trash"),
        (Qt.Key.Key_Backspace, "trash"),
    ],
)
def test_single_keys_ask_for_their_verb_on_the_selection(qtbot, view, articles, key, verb):
    click(view, 0)
    click(view, 2, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.verb_requested) as asked:
        QTest.keyClick(view, key)
    assert asked.args == [verb, ids(articles, 0, 2)]


def test_letters_do_not_jump_through_the_rows(view):
    click(view, 0)
    QTest.keyClicks(view, "bxr")
    assert view.currentIndex().row() == 0


def test_keys_with_a_modifier_are_left_to_the_window(qtbot, view):
    click(view, 0)
    with qtbot.assertNotEmitted(view.verb_requested):
        QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_enter_and_double_click_open(qtbot, view, articles):
    click(view, 1)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ids(articles, 1)
    with qtbot.waitSignal(view.opened) as opened:
        place = view.visualRect(view.model().index(2, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ids(articles, 2)


def test_select_all_gives_every_id_in_order(view, articles):
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ids() == list(articles)


def test_the_menu_key_asks_for_a_menu_at_the_row(qtbot, view, articles):
    click(view, 1)
    with qtbot.waitSignal(view.menu_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_Menu)
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        # Offscreen no platform turns the key into the event that a desktop sends.
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args[0] == ids(articles, 1)
    row = view.visualRect(view.currentIndex())
    on_screen = QRect(view.viewport().mapToGlobal(row.topLeft()), row.size())
    assert on_screen.contains(asked.args[1])


def test_the_current_article_stays_when_others_come_and_go(view, articles):
    click(view, 3)
    kept = ids(articles, 3)[0]
    view.set_ids([*ids(articles, 9, 8), kept, *ids(articles, 1)])
    assert view.current_id() == kept
    assert view.selected_ids() == [kept]


def test_a_selection_of_all_survives_whole(view, articles):
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    rest = [each for each in articles if each not in ids(articles, 10, 20, 21, 49)]
    view.set_ids(rest)
    assert view.selected_ids() == rest


def test_shift_f10_asks_for_the_menu_too(qtbot, view, articles):
    click(view, 1)
    with qtbot.waitSignal(view.menu_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args[0] == ids(articles, 1)


def test_after_deleting_the_next_row_becomes_current(view, articles):
    click(view, 3)
    remaining = [each for each in articles if each != ids(articles, 3)[0]]
    view.set_ids(remaining)
    assert view.current_id() == ids(articles, 4)[0]
    view.set_ids([])
    assert view.current_id() == ""


def test_a_click_on_the_warning_is_told(qtbot, view, articles):
    view.article_model().set_warnings({ids(articles, 1)[0]: "No text found"})
    row = view.visualRect(view.model().index(1, 0))
    with qtbot.waitSignal(view.warning_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.bottomLeft() + QPoint(40, -14))
    assert told.args == ids(articles, 1)
    with qtbot.assertNotEmitted(view.warning_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(40, 14))


def test_every_kind_of_row_is_painted(qtbot, view, articles, make_article):
    """Rare characters, no title, all marks: nothing raises, and an unread row has its dot in the accent colour."""
    rows = [
        make_article(0, "𬭎书记谈“一二三”模式" * 5),
        make_article(1, " "),
        make_article(2, "短", status=Status.READ, author="王小明"),
        make_article(3, "在读", status=Status.READING, progress=0.4, starred=True, kinds=tuple(Kind), annotations=5),
        make_article(4, "归档", status=Status.ARCHIVED, tags=("双报到",), is_sample=True, source=None),
    ]
    articles.update({article.id: article for article in rows})
    view.article_model().refresh()
    view.article_model().set_warnings({rows[2].id: "No text found"})
    image = view.viewport().grab().toImage()
    dot = view.visualRect(view.model().index(0, 0)).topRight() + QPoint(-8 - 13, 3 + 19)
    assert image.pixelColor(dot * image.devicePixelRatio()).name() == view._icons.theme.accent.lower()


def test_the_focus_alone_chooses_nothing(qtbot, view, articles):
    shown = []
    view.current_changed.connect(shown.append)
    view.clear_current()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.wait(200)
    assert shown == []
    QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(shown))
    assert view.selected_ids() == shown
