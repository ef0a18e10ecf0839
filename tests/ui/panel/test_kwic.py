"""Keyword in context."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.blocks import Span
from reader.ui.panel.kwic import REACH, occurrence

TEXT = "第一段。\n各社区认领“微心愿”1,200个。\n“微心愿”成为热词"


def test_the_context_is_that_of_the_paragraph():
    start = TEXT.index("微心愿")
    found = occurrence(TEXT, Span(start, start + 3))
    assert found == ("各社区认领“", "微心愿", "”1,200个。", Span(start, start + 3))
    last = TEXT.rindex("微心愿")
    assert occurrence(TEXT, Span(last, last + 3)).before == "“"
    assert occurrence(TEXT, Span(last, last + 3)).after == "”成为热词"


@given(st.text(alphabet="中文\n\t ab，", max_size=120), st.data())
def test_parts_put_together_are_a_line_of_the_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = occurrence(text, Span(start, end))
    assert len(found.before) <= REACH and len(found.after) <= REACH
    around = text[start - len(found.before) : end + len(found.after)]
    assert (found.before + found.keyword + found.after) == around.replace("\n", " ").replace("\t", " ")
    assert "\n" not in text[start - len(found.before) : start] + text[end : end + len(found.after)]
