"""The column of changes: long texts, and where the bar stands."""

import time

from reader.anchoring import compare
from reader.messages import Messages
from reader.model.article import Version
from reader.model.changes import Comparison
from reader.ui.dialogs.changes_view import ChangesView


def comparison(old, new):
    first, second = (Version("a", number, "2026-11-02T08:00:00Z", "", 1) for number in (1, 2))
    return Comparison(first, second, old, new, compare(old, new))


def test_a_deleted_paragraph_and_the_one_in_its_place_are_one_step(qtbot, icons):
    view = ChangesView(icons, Messages("en"))
    qtbot.addWidget(view)
    steps = []
    view.stepped.connect(lambda number, count: steps.append((number, count)))
    view.show_comparison(comparison("甲乙丙丁戊己庚辛\n不变的一段", "子丑寅卯辰巳午未\n不变的一段"))
    assert steps[-1] == (1, 1)


def test_a_step_brings_the_change_into_view(qtbot, icons):
    same = [f"第{number}段不变，说的是网格里的事情。" for number in range(60)]
    changed = [each.replace("网格", "社区") if number % 20 == 10 else each for number, each in enumerate(same)]
    view = ChangesView(icons, Messages("en"))
    qtbot.addWidget(view)
    view.resize(700, 260)
    view.show()
    view.show_comparison(comparison("\n".join(same), "\n".join(changed)))
    for number in (30, 50, 10):
        view.step(1)
        rect = view.cursorRect(view.document().find(f"第{number}段"))
        assert view.viewport().rect().contains(rect.center())


def test_a_long_text_is_shown_in_time(qtbot, icons):
    old = [f"第{number}段说的是{number}个网格和{number * 7}名网格员的事情，办了许多实事。" for number in range(3000)]
    new = [each.replace("许多", "不少") if number % 30 == 0 else each for number, each in enumerate(old)]
    view = ChangesView(icons, Messages("en"))
    qtbot.addWidget(view)
    found = comparison("\n".join(old), "\n".join(new))
    begun = time.process_time()
    view.show_comparison(found)
    assert time.process_time() - begun < 1.0
