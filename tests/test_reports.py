"""The made-up reports that other tests, pictures and measurements read."""

import pytest

from .reports import report_article, report_text


@pytest.mark.parametrize("characters", [5_000, 25_000, 60_000])
def test_a_report_is_about_as_long_as_asked_and_always_the_same(characters: int) -> None:
    text = report_text(characters)
    assert 0.8 * characters < len(text) < 1.3 * characters
    assert text == report_text(characters) != report_text(characters, seed=2)
    assert "{" not in text


def test_the_article_has_the_same_words_under_marked_headings() -> None:
    metadata, blocks = report_article(5_000)
    assert "\n".join([metadata.title, *(block.text for block in blocks), ""]) == report_text(5_000)
    assert {block.level for block in blocks} >= {2, 3}
