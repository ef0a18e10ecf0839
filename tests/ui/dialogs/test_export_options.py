"""What can be chosen for a paper."""


from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from reader.model.annotation import Kind
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
    boxes = dialog.options._kinds
    assert boxes[Kind.BORROW].text().endswith(" 2")
    assert boxes[Kind.BORROW].text().startswith("可借鉴")
    assert boxes[Kind.BORROW].isEnabled()
    assert not boxes[Kind.DATA].isEnabled()


def test_one_article_has_nothing_to_order(dialog, make_dialog):
    assert not dialog.options.order.isVisible()
    assert make_dialog(3).options.order.isVisible()


def test_alt_and_arrows_order_the_articles(qtbot, make_dialog):
    dialog = make_dialog(3)
    first, second, third = dialog.request().ids
    order = dialog.options.order
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, first, third)
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, third, first)
    qtbot.keyClick(order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, first, third)


def test_an_unchecked_article_is_left_out_and_not_counted(qtbot, make_dialog):
    dialog = make_dialog(2)
    _, second = dialog.request().ids
    dialog.options.order.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.request().ids == (second,)
    assert dialog.options._kinds[Kind.BORROW].text().endswith(" 0")


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
