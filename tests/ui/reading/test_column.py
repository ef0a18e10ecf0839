"""The text column: whole characters, in the middle, with room for seals and numbers."""

import pytest

from reader.ui.reading.column import LEFT_MARGIN, NUMBER_MARGIN, fitting_column
from reader.ui.reading.typography import Typography, em


@pytest.mark.parametrize("width", [300, 440, 620, 724, 900, 1600])
@pytest.mark.parametrize("passages", [False, True])
def test_margins_leave_room_and_the_column_fits(qapp, width, passages):
    typography = Typography(passages=passages)
    column = fitting_column(width, typography)
    assert column.left >= LEFT_MARGIN
    assert column.left + column.width + column.right == width
    assert column.width <= 40 * em(typography.body_font()) + 1
    if width >= 440 and passages:
        assert column.right >= NUMBER_MARGIN


def test_a_wide_window_has_the_measure_that_was_chosen_in_the_middle(qapp):
    typography = Typography(measure=30)
    column = fitting_column(1600, typography)
    assert round(column.width / em(typography.body_font())) == 30
    assert abs(column.left - column.right) <= 1
