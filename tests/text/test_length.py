"""How long a text is, for people."""

import pytest

from reader.text.length import reading_minutes, visible_characters


def test_blanks_do_not_count() -> None:
    assert visible_characters("  青禾区　有\n42 个\t社区。") == 10


@pytest.mark.parametrize(("characters", "minutes"), [(0, 1), (150, 1), (1600, 4), (25_000, 62)])
def test_reading_time_is_at_least_a_minute(characters: int, minutes: int) -> None:
    assert reading_minutes(characters) == minutes
