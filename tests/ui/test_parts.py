"""Small parts: nothing from a page is markup, nothing is without a name."""

from PySide6.QtCore import Qt

from reader.ui.parts import ElidedLabel, describe, icon_button, label, plain_tooltip


def test_labels_and_tooltips_show_markup_as_text(qapp):
    assert label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText
    assert "<b>" not in plain_tooltip("<b>x</b>")
    assert plain_tooltip("") == ""


def test_an_icon_button_has_a_name_and_shows_its_key(qtbot, icons):
    button = icon_button(icons, "star", "starButton")
    qtbot.addWidget(button)
    describe(button, "Star", "S")
    assert button.accessibleName() == "Star"
    assert "Star  (S)" in button.toolTip()
    assert button.width() >= 28
    assert not button.icon().isNull()


def test_an_elided_label_tells_the_whole_in_its_tooltip(qtbot):
    made = ElidedLabel("一个很长很长的专题名字\n一个很长很长的专题名字")
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.show()
    assert made.text().endswith("…")
    assert "一个很长很长的专题名字 一个很长很长的专题名字" in made.toolTip()
    made.resize(900, 20)
    assert made.text() == made.full_text()
    assert made.toolTip() == ""


def test_a_label_with_margins_ends_before_them(qtbot):
    made = ElidedLabel("一个很长很长的专题名字")
    qtbot.addWidget(made)
    made.setContentsMargins(40, 0, 0, 0)
    made.resize(100, 20)
    made.show()
    assert made.text().endswith("…")
    assert made.fontMetrics().horizontalAdvance(made.text()) <= 60
    assert made.sizeHint().width() >= 40 + made.fontMetrics().horizontalAdvance(made.full_text())
