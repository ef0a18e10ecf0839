"""Code points and UTF-16 units: a rare character in a name must not shift a highlight."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.offsets import Utf16Map

TEXTS = st.text(st.sampled_from("网a𬭎👩\u200d格\n"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_rare_name() -> None:
    text = "组长李𬭎负责37个网格"
    start = text.index("37个")
    assert Utf16Map(text).to_units(start) == start + 1
    assert Utf16Map(text).to_points(start + 1) == start


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    offsets = Utf16Map(text)
    for point in range(len(text) + 1):
        assert offsets.to_units(point) == units(text[:point])
        assert offsets.to_points(offsets.to_units(point)) == point


@given(TEXTS)
def test_between_two_halves_counts_as_after_the_pair(text: str) -> None:
    offsets = Utf16Map(text)
    for point, character in enumerate(text):
        if character > "\uffff":
            assert offsets.to_points(units(text[:point]) + 1) == point + 1
