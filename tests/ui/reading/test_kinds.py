"""Names and stamps of the five kinds."""

from PySide6.QtGui import QColor

from reader.model.annotation import Kind
from reader.ui.reading.kinds import kind_icon, kind_name


def test_every_kind_has_a_name_of_its_own(qapp):
    assert [kind_name(kind) for kind in Kind] == ["Key point", "To borrow", "Figure", "Question", "Action"]


def test_a_stamp_is_in_the_colour_of_its_marks(themes):
    for kind in Kind:
        image = kind_icon(kind, themes.theme).pixmap(22).toImage()
        fill = QColor(themes.theme.kind(kind).fill)
        assert any(image.pixelColor(x, 5) == fill for x in range(image.width()))
        assert image.pixelColor(0, 0).alpha() == 0
