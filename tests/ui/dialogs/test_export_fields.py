"""Which fields a paper has."""

import pytest
from PySide6.QtWidgets import QComboBox

from reader.model.annotation import Kind


@pytest.fixture
def choose(part):
    """Chooses a template as the box does."""

    def do(dialog, template):
        box = part(dialog, "exportTemplate", QComboBox)
        box.setCurrentIndex(box.findData(template))

    return do


def test_one_article_has_no_choice_of_papers(make_dialog, part):
    assert not part(make_dialog(1), "exportTemplate", QComboBox).isVisible()
    box = part(make_dialog(2), "exportTemplate", QComboBox)
    assert box.isVisible() and {"学习研讨材料", "对比材料"} < {box.itemText(n) for n in range(box.count())}


def test_the_chosen_paper_is_asked_for_and_named(make_dialog, choose, part):
    dialog = make_dialog(3)
    assert dialog.request().template == "study"
    choose(dialog, "compare")
    assert dialog.request().template == "compare" and dialog.request().path.name == "3份报告对比材料.docx"
    assert not part(dialog, "exportGrouping", QComboBox).isVisible(), "tables are not grouped"
    choose(dialog, "study")
    assert part(dialog, "exportGrouping", QComboBox).isVisible()


def test_only_marks_that_the_paper_prints_can_be_chosen(make_dialog, choose):
    dialog = make_dialog(2)
    boxes = dialog.options._kinds
    assert boxes[Kind.KEY].isEnabled()
    choose(dialog, "compare")
    assert not boxes[Kind.KEY].isEnabled() and boxes[Kind.BORROW].isEnabled()


def test_the_preview_follows_the_choice(make_dialog, choose, press, qtbot):
    dialog = make_dialog(2)
    choose(dialog, "compare")
    qtbot.waitUntil(lambda: press.asked[-1].template == "compare", timeout=2000)
