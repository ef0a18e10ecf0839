"""Tags on one line, with completion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from reader.ui.panel.tags_edit import TagsEdit, parse_tags, tags_text


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("#双报到 #网格", ("双报到", "网格")),
        ("双报到，网格、清单", ("双报到", "网格", "清单")),
        ("＃双报到　＃网格", ("双报到", "网格")),
        ("#网格 #网格", ("网格",)),
        ("# #", ()),
        ("", ()),
    ],
)
def test_a_line_of_tags_is_divided(line, tags):
    assert parse_tags(line) == tags


TAG = st.text(st.sampled_from("网格化a1-_ "), min_size=1).map(str.strip).filter(bool)


@given(st.lists(TAG, unique=True, max_size=5))
def test_what_is_shown_is_read_back_also_with_blanks_in_a_tag(tags):
    tags = [tag for tag in tags if not any(tag != other and tag in other for other in tags)]
    assert parse_tags(tags_text(tags), tags) == tuple(tags)


@pytest.fixture
def edit(qtbot, themes):
    edit = TagsEdit()
    qtbot.addWidget(edit)
    edit.set_known(["pilot", "pilot area", "grid"])
    edit.show()
    edit.setFocus()
    return edit


def offers(edit):
    completer = edit.findChild(QCompleter)
    return completer if edit.is_completing() else None


def test_the_tag_at_the_cursor_is_completed(qtbot, edit):
    qtbot.keyClicks(edit, "#gr")
    assert edit.is_completing()
    offers(edit).activated[str].emit("grid")
    assert edit.text() == "#grid "
    assert edit.tags() == ("grid",)


def test_tab_takes_the_first_offer(qtbot, edit):
    qtbot.keyClicks(edit, "#gr")
    qtbot.keyClick(offers(edit).popup(), Qt.Key.Key_Tab)
    assert edit.tags() == ("grid",)
    assert not edit.is_completing()


def test_a_hash_alone_offers_everything(qtbot, edit):
    qtbot.keyClicks(edit, "#")
    assert offers(edit).completionCount() == 3


def test_enter_finishes(qtbot, edit):
    qtbot.keyClicks(edit, "#new")
    with qtbot.waitSignal(edit.finished):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.tags() == ("new",)
