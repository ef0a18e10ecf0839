"""Which fields a paper has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from reader.model.annotation import Kind
from reader.model.article import Collection
from reader.services.exporting import TEMPLATES
from reader.settings import Settings


@pytest.fixture
def choose(part):
    """Chooses a template as the box does."""

    def do(dialog, template):
        box = part(dialog, "exportTemplate", QComboBox)
        box.setCurrentIndex(box.findData(template))

    return do


def test_every_paper_is_offered_and_a_comparison_of_one_says_what_it_takes(make_dialog, part):
    for count in (1, 2):
        box = part(make_dialog(count), "exportTemplate", QComboBox)
        assert box.isVisible() and [box.itemData(n) for n in range(box.count())] == list(TEMPLATES)
        compare = box.findData("compare")
        assert box.model().item(compare).isEnabled() == (count > 1)
        assert bool(box.itemData(compare, Qt.ItemDataRole.ToolTipRole)) == (count == 1)


def test_the_paper_of_last_time_is_chosen_where_it_can_be(make_dialog):
    settings = Settings(export={"template": "compare"})
    assert make_dialog(2, settings).request().template == "compare"
    assert make_dialog(1, settings).request().template == "study"
    assert make_dialog(2, settings, template="study").request().template == "study", "what is asked for goes first"


def test_the_chosen_paper_is_asked_for_and_named(make_dialog, choose, part):
    dialog = make_dialog(3)
    choose(dialog, "compare")
    assert dialog.request().template == "compare" and dialog.request().path.name == "3份报告对比材料.docx"
    assert not part(dialog, "exportGrouping", QComboBox).isVisible(), "tables are not grouped"
    choose(dialog, "study")
    assert part(dialog, "exportGrouping", QComboBox).isVisible()


def test_only_marks_that_the_paper_prints_can_be_chosen(make_dialog, choose):
    dialog = make_dialog(2)
    boxes = dialog.options.filters.kinds
    assert boxes[Kind.KEY].isEnabled()
    choose(dialog, "compare")
    assert not boxes[Kind.KEY].isEnabled() and boxes[Kind.BORROW].isEnabled()


def test_the_preview_follows_the_choice(make_dialog, choose, press, qtbot):
    dialog = make_dialog(2)
    choose(dialog, "compare")
    qtbot.waitUntil(lambda: any(template == "compare" for _, _, template in press.asked), timeout=2000)


def test_a_meeting_gives_title_date_and_people(make_dialog):
    meeting = Collection(1, "十一月学习会", 2, "2026-11-28", "老周、小林")
    options = make_dialog(2, meeting=meeting).request().options
    assert (options.title, options.date, options.people) == ("十一月学习会", "2026-11-28", "老周、小林")


def test_a_title_may_have_two_lines(qtbot, dialog):
    title = dialog.options.title
    qtbot.keyClicks(title, "One")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    qtbot.keyClicks(title, "Two")
    assert dialog.request().options.title == "One\nTwo" and dialog.isVisible()
    assert dialog.request().path.name == "OneTwo.docx"
