"""The index over overlapping spans."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.blocks import Span
from reader.ui.reading.marks import SpanIndex

SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)))


@given(spans=SPANS, start=st.integers(0, 90), length=st.integers(1, 30))
def test_touching_finds_exactly_what_shares_a_character(spans, start, length):
    end = start + length
    expected = sorted(span for span in spans if span.start < end and span.end > start)
    assert sorted(SpanIndex(spans).touching(start, end)) == expected


@given(spans=SPANS, offset=st.integers(0, 90))
def test_at_gives_the_shortest_first(spans, offset):
    found = SpanIndex(spans).at(offset)
    assert sorted(found) == sorted(span for span in spans if span.start <= offset < span.end)
    lengths = [span.end - span.start for span in found]
    assert lengths == sorted(lengths)
