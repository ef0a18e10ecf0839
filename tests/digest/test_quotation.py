"""The figures of a bare quotation."""

from hypothesis import given
from hypothesis import strategies as st

from reader.digest.quotation import figures_of


def test_figures_of_a_quotation() -> None:
    text = (
        "2024年以来，按照每个网格300户的标准，\n"
        "在37个城市社区划分网格448个，采取“1+8+N”的方式，印发《2025年工作要点》。"
    )
    found = figures_of(text)
    assert [(each.value, each.unit, each.object) for each in found] == [
        *((300, "户", "每个网格"), (37, "个", "城市社区"), (448, "个", "网格"))
    ]
    assert all(text[each.start : each.end] == each.text for each in found)
    assert text[slice(*found[2].sentence)].startswith("在37个"), "of its own line"


@given(st.text(max_size=40))
def test_any_words_at_all(text: str) -> None:
    for each in figures_of(text):
        assert text[each.start : each.end] == each.text and each.sentence.start <= each.start < each.sentence.end
