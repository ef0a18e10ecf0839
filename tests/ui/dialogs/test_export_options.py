"""What can be chosen for a paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton, QToolButton, QWidget

from reader.model.annotation import Kind
from reader.services.exporting import TEMPLATES
from reader.settings import Settings


def test_everything_is_chosen_at_first(dialog):
    options = dialog.request().options
    assert options.kinds is None
    assert options.order == "kind"
    assert (options.with_quotes, options.with_sources, options.with_creator) == (True, True, False)


def test_the_citation_style_of_the_preferences_is_taken(make_dialog):
    assert make_dialog(settings=Settings(citation_style="gbt7714-2015")).request().options.style == "gbt7714-2015"
    assert make_dialog(settings=Settings(citation_style="ris")).request().options.style == "gbt7714-2025"


def test_counts_stand_beside_the_kinds_and_empty_kinds_cannot_be_chosen(dialog):
    boxes = dialog.options.filters.kinds
    assert boxes[Kind.BORROW].text().endswith(" 2")
    assert boxes[Kind.BORROW].text().startswith("可借鉴")
    assert boxes[Kind.BORROW].isEnabled()
    assert not boxes[Kind.DATA].isEnabled()


def test_one_article_has_nothing_to_order(dialog, make_dialog):
    assert not dialog.options.order.isVisible()
    assert make_dialog(3).options.order.isVisible()


def test_an_unchecked_article_is_left_out_and_not_counted(qtbot, make_dialog):
    dialog = make_dialog(2)
    _, second = dialog.request().ids
    dialog.options.order.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.request().ids == (second,)
    assert dialog.options.filters.kinds[Kind.BORROW].text().endswith(" 0")


def test_a_paper_without_marks_is_announced_as_one(make_dialog):
    dialog = make_dialog(2)
    hint = dialog.findChild(QLabel, "exportNoMarks")
    assert not hint.isVisible()
    dialog.options.order.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert hint.isVisible() and "sources" in hint.text()


def test_nothing_at_the_left_is_cut_and_the_format_is_seen_on_a_small_screen(make_dialog, part):
    dialog = make_dialog(3)
    dialog.resize(1000, 560)
    options = dialog.options
    assert options._body.width() <= options._scroll.viewport().width()
    assert options._body.width() >= options._body.minimumSizeHint().width()
    for name in ("word", "pdf", "markdown", "html"):
        button = part(dialog, f"exportFormat_{name}", QRadioButton)
        place = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(place)
        assert options.geometry().contains(place)


@pytest.fixture
def marked(make_dialog):
    """Over two articles, the first of them marked by two people."""
    return make_dialog(2)


def test_tags_and_people_that_there_are_can_be_chosen(marked):
    filters = marked.options.filters
    assert filters.tags.isVisible() and filters.creators.isVisible()
    next(iter(filters.tags._choices.values())).trigger()
    filters.creators._choices["老周"].trigger()
    options = marked.request().options
    assert (options.tags, options.creators) == (("机制",), ("老周",))


def test_without_tags_there_is_nothing_to_choose_by(make_dialog, annotations):
    for each in range(len(annotations)):
        annotations[each] = replace(annotations[each], tags=(), creator="小林")
    filters = make_dialog().options.filters
    assert not filters.tags.isVisible() and not filters.creators.isVisible()
    orders = [filters.order_box.itemData(n) for n in range(filters.order_box.count())]
    assert orders == ["kind", "text", "outline", "creator"]


def test_parts_are_ordered_named_and_left_out(qtbot, dialog, press, part):
    blocks = dialog.options.blocks
    assert dialog.request().options.blocks == ()
    reset = part(dialog, "exportResetBlocks", QToolButton)
    assert not reset.isEnabled()
    blocks.setFocus()
    qtbot.keyClick(blocks, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first, second, *_ = TEMPLATES["study"].blocks
    assert [block.name for block in dialog.request().options.blocks][:2] == [second, first]
    qtbot.waitUntil(lambda: press.asked[-1][1].blocks != (), timeout=2000)
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert dialog.request().options.blocks == ()


def test_each_paper_keeps_its_parts_and_remembers_them(make_dialog, part):
    settings = Settings()
    dialog = make_dialog(2, settings)
    box = part(dialog, "exportTemplate", QComboBox)
    dialog.options.blocks.move_current(1)
    wanted = dialog.request().options.blocks
    box.setCurrentIndex(box.findData("compare"))
    assert dialog.request().options.blocks == ()
    box.setCurrentIndex(box.findData("study"))
    assert dialog.request().options.blocks == wanted
    assert make_dialog(2, settings).request().options.blocks == (), "looking is not choosing"
    dialog.options.remember()
    assert make_dialog(2, settings).request().options.blocks == wanted


def test_every_choice_can_be_reached_by_tab(qtbot, make_dialog):
    dialog = make_dialog(2, Settings(export={"more": True}))
    dialog.options.fields.template_box.setFocus()
    reached = []
    for _ in range(60):
        reached.append(dialog.focusWidget().objectName())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    order = [
        "exportTemplate", "exportTitle", "exportDate", "exportPeople", "exportMore", "exportRecipient",
        "exportSignature", "exportStyle", "exportArticles", "exportKind_key", "exportTags", "exportPersons",
        "exportGrouping", "exportQuotes", "exportBlocks", "exportFormat_word", "exportPreview", "exportZoom",
        "exportChange", "exportPrint", "exportCopy", "exportCancel", "exportConfirm",
    ]  # fmt: skip
    assert [name for name in dict.fromkeys(reached) if name in order] == order
    assert all(reached), "and everything that is reached has a name"


def test_everything_that_takes_the_focus_says_what_it_is(make_dialog):
    dialog = make_dialog(2, Settings(export={"more": True}))
    for widget in dialog.findChildren(QWidget):
        if (
            widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.objectName().startswith("export")
        ):
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name.strip(), widget.objectName()
