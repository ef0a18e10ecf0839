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


def test_another_copy_of_the_words_is_not_their_place() -> None:
    old = "青禾区成立了37个社区党委，选派干部。\n别处也有三十多个街道。"
    lost = mark(old, old.index("37个"), old.index("37个") + 3, "1" * 32)
    text = "整段已经改写，不提党委。\n另有37个网格和驿站。"
    assert Placer(text, None).place(lost).orphan
    assert Placer(text, old).place(lost).orphan
    assert not Placer(old.replace("\n", "\n　　") + text, None).place(lost).orphan
    assert not Placer(text, None).place(replace(lost, prefix="", suffix="")).orphan, "nothing speaks against it"
