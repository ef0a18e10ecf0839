"""Places of foreign annotations, for any text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.exchanged import mark

from reader.services.placing import Placer

texts = st.text(alphabet="甲乙丙 \n𬭎37", min_size=1, max_size=40)


@given(texts, texts, st.data())
def test_a_place_is_that_of_the_words_or_none(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    annotation = mark(text, start, end, "1" * 32)
    assert Placer(text, text).place(annotation) == annotation
    for origin in (None, other, text):
        found = Placer(other, origin).place(annotation)
        assert found.orphan == (found.start is None)
        if found.orphan:
            assert (found.quote, found.prefix, found.suffix) == (annotation.quote, annotation.prefix, annotation.suffix)
        else:
            assert other[found.start : found.end] == found.quote


def test_the_offset_of_another_text_only_chooses_among_copies() -> None:
    text = "甲乙。甲乙。甲乙。"
    near = replace(mark(text, 3, 5, "1" * 32), prefix="", suffix="", start=4, end=6)
    assert Placer(text, None).place(near).start == 3
    assert Placer(text, None).place(replace(near, start=None, end=None)).orphan
    assert Placer(text, text).place(replace(near, quote="没有")).orphan
