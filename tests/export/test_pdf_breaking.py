"""Where lines are broken so that what is read back is what was written."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from reader.export.gbt9704 import STYLES, Alignment, Role
from reader.export.pdf_breaking import Letter, baseline_of, fill_line, has_much_chinese, only_line
from reader.text.offsets import Utf16Map

pytestmark = pytest.mark.usefixtures("qapp")


def first_line(text: str, share: float, alignment: Alignment = Alignment.LEFT) -> tuple[str, float, float]:
    """What stands on the first line of `share` of the text's width, its width and that of the line."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    width = share * line.naturalTextWidth()
    fill_line(line, width, text, Utf16Map(text), alignment)
    layout.endLayout()
    return text[line.textStart() : line.textStart() + line.textLength()], line.naturalTextWidth(), width


def test_a_line_never_ends_in_a_hyphen_of_its_text() -> None:
    text = "aaaaaaaaaa-bbbbbbbbbb"
    shown, _, _ = first_line(text, 0.6)
    assert shown and not shown.rstrip().endswith("-")
    assert text.startswith(shown)


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert first_line("well-known", 1.5)[0] == "well-known"


def test_a_line_that_is_far_from_full_is_not_stretched() -> None:
    text = "short " + "w" * 40
    shown, natural, width = first_line(text, 0.8, Alignment.JUSTIFY)
    assert shown.strip() == "short" and natural < 0.5 * width


def test_more_than_a_quarter_of_chinese_is_much() -> None:
    def spelled(text: str) -> list[Letter]:
        return [Letter(each, each, "") for each in text]

    assert has_much_chinese(spelled("网ab")) and not has_much_chinese(spelled("网abc"))


def test_a_single_line_stands_where_it_is_put() -> None:
    style = STYLES[Role.FOOTER]
    layout = QTextLayout("— 1 —")
    stroke = only_line(layout, ["— 1 —"], 280, style)
    assert layout.lineCount() == 1 and stroke.x == 280
    assert 0 < baseline_of(style) < style.pitch
