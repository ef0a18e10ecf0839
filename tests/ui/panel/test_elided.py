"""Text that is shortened to the room it has."""

from PySide6.QtCore import Qt

from reader.ui.panel.elided import ElidedLink, PathLabel

LONG = "/home/lao/文档/研读/" + "十一月学习会材料" * 8 + ".docx"


def test_a_path_keeps_its_beginning_and_its_end(qtbot, themes):
    shown = PathLabel()
    qtbot.addWidget(shown)
    shown.set_full_text(LONG)
    shown.resize(260, 20)
    shown.show()
    assert shown.text().startswith("/home")
    assert shown.text().endswith(".docx")
    assert "…" in shown.text()
    assert shown.full_text() == LONG


def test_a_link_shows_an_ampersand_and_never_asks_for_more_than_its_pane(qtbot, themes):
    link = ElidedLink()
    qtbot.addWidget(link)
    link.set_full_text("A & B")
    link.resize(link.sizeHint())
    assert link.text() == "A && B"
    link.set_full_text(LONG)
    assert link.minimumSizeHint().width() < 100
    assert "<" not in link.toolTip() or link.toolTip().startswith("<qt>")


def test_a_link_is_clicked(qtbot, themes):
    link = ElidedLink()
    qtbot.addWidget(link)
    link.set_full_text("x")
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
