"""What stands below the preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QToolButton

from reader.ui.dialogs.preview import Preview
from reader.ui.dialogs.preview_bar import PreviewBar

A4 = (11906, 16838)


@pytest.fixture
def bar(qtbot, icons):
    preview = Preview(icons)
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    bar = PreviewBar(icons, preview)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_the_page_in_view_is_counted(bar):
    assert bar.page.text() == ""
    bar._preview.set_paper([A4] * 6, {})
    assert bar.page.text() == "Page 1 of 6"
    bar._preview.verticalScrollBar().setValue(bar._preview.page_rects()[1].top())
    assert bar.page.text() == "Page 2 of 6"


def test_the_fonts_are_named(bar):
    bar.set_fonts(["仿宋", "黑体"])
    assert bar.fonts.full_text() == "Fonts: 仿宋, 黑体"
    bar.resize(600, bar.height())
    assert bar.fonts.text() == "Fonts: 仿宋, 黑体"


def test_names_of_fonts_that_do_not_fit_are_counted(bar):
    bar.set_fonts(["Noto Serif CJK SC Extra Light", "Noto Sans CJK SC Extra Light"])
    bar.resize(bar.minimumSizeHint().width(), bar.height())
    assert bar.fonts.text() == bar.fonts.brief and bar.fonts.brief.startswith("2 font")
    assert "Extra Light" in bar.fonts.toolTip()
    assert bar.fonts.width() >= bar.fonts.fontMetrics().horizontalAdvance(bar.fonts.brief)


def test_buttons_and_box_zoom(qtbot, bar):
    bar._preview.set_paper([A4], {})
    box = bar.findChild(QComboBox, "exportZoom")
    assert box.currentText() == "Fit width"
    qtbot.mouseClick(bar.findChild(QToolButton, "exportLarger"), Qt.MouseButton.LeftButton)
    assert bar._preview.zoom is not None and box.currentData() == bar._preview.zoom
    box.setCurrentIndex(box.findData(2.0))
    box.activated.emit(box.currentIndex())
    assert bar._preview.zoom == 2.0 and not bar.findChild(QToolButton, "exportLarger").isEnabled()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert bar._preview.zoom is None
