"""What a page shows: edges of lines, their width in official fonts, rows that stay together."""

import pytest

from reader.export.gbt9704 import STYLES, TEXT_WIDTH, Role
from reader.export.lines import Indents, Line, Piece, is_kept_row, nominal_width


def test_a_line_says_everything_in_it() -> None:
    line = Line(Role.BODY, (Piece("各乡镇"), Piece("党委")), label="送：", end="（共印30份）")
    assert line.text == "送：各乡镇党委（共印30份）"


def test_edges_are_those_of_the_role_unless_the_line_has_its_own() -> None:
    em = STYLES[Role.BODY].em
    assert Line(Role.BODY).edges == Indents(2 * em, 0, 0)
    assert Line(Role.BODY, indents=Indents(right=640)).edges == Indents(0, 0, 640)


def test_28_characters_of_the_body_fill_a_line_and_letters_are_half_as_wide() -> None:
    def width(text: str) -> float:
        return nominal_width(Line(Role.BODY, (Piece(text),)))

    assert width("正" * 28) <= TEXT_WIDTH < width("正" * 29)
    assert width("2026") == width("正正")


@pytest.mark.parametrize(("count", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (5, [0, 3])])
def test_no_row_of_a_longer_table_is_left_alone(count: int, kept: list[int]) -> None:
    assert [number for number in range(count) if is_kept_row(number, count)] == kept
