"""The figures of GB/T 9704 agree with one another."""

from reader.export import gbt9704 as g


def test_22_lines_of_28_characters_fill_the_text_area_and_fit_into_it() -> None:
    body = g.STYLES[g.Role.BODY]
    assert g.LINES * g.PITCH <= g.PAGE_HEIGHT - g.TOP - g.BOTTOM < (g.LINES + 1) * g.PITCH
    assert g.CHARACTERS * body.em <= g.TEXT_WIDTH < (g.CHARACTERS + 1) * body.em
    assert round(g.TEXT_WIDTH / 1440 * 25.4) == 156
    assert g.TITLE_CHARACTERS * g.STYLES[g.Role.TITLE].em <= g.TEXT_WIDTH


def test_every_role_has_a_style() -> None:
    assert set(g.STYLES) == set(g.Role)
