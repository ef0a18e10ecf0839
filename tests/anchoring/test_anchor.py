"""Anchoring: what a reader marked stays where they put it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.anchoring import anchor, describe, fitting_places, occurrences
from reader.model.annotation import Selectors, TextQuoteSelector
from reader.model.blocks import Span

REPORT = (
    "青禾区成立了37个社区党委,选派37个骨干。\n"
    "按照每个网格300户的标准,在37个城市社区划分网格448个。\n"
    "“单元长”入户走访,形成“居民点单、社区派单”的局面。"
)
ALPHABET = st.text("社区网格党委37个,。“”\n𬭎", min_size=1, max_size=120)


def _span(text: str, data: st.DataObject) -> Span:
    start = data.draw(st.integers(0, len(text) - 1))
    return Span(start, data.draw(st.integers(start + 1, len(text))))


@given(ALPHABET, st.data())
def test_a_place_is_found_again_in_the_same_text(text: str, data: st.DataObject) -> None:
    span = _span(text, data)
    assert anchor(text, describe(text, *span)) == span


@given(ALPHABET, ALPHABET, st.data())
def test_every_repeat_stays_when_text_is_inserted_before_it(text: str, inserted: str, data: st.DataObject) -> None:
    # A marker makes the context of every place unique, as in a real report.
    text = "".join(f"{character}{index:03d}" for index, character in enumerate(text))
    span = _span(text, data)
    assume(span.start >= 4)
    found = anchor("云岭市" + inserted + text, describe(text, *span))
    shift = 3 + len(inserted)
    assert found == Span(span.start + shift, span.end + shift)


def test_three_repeats_each_stay_where_they_were_put() -> None:
    places = occurrences(REPORT, "37个")
    assert len(places) == 3
    changed = "新增一段,提到37个单位。\n" + REPORT
    shift = len(changed) - len(REPORT)
    assert [anchor(changed, describe(REPORT, *place)) for place in places] == [
        Span(start + shift, end + shift) for start, end in places
    ]


def test_a_reworded_quote_is_found_by_likeness() -> None:
    start = REPORT.index("按照每个网格")
    selectors = describe(REPORT, start, start + 13)
    changed = REPORT.replace("每个网格300户的标准", "每一网格约300户的标准")
    found = anchor(changed, selectors)
    assert found is not None
    assert changed[found.start : found.end].startswith("按照每一网格约300户")


def test_a_quote_that_is_gone_is_an_orphan() -> None:
    quote = TextQuoteSelector("河长制巡查每周三次记录在案", "各乡镇", "并按月通报")
    assert anchor(REPORT, Selectors(quote)) is None


def test_a_short_quote_is_never_guessed() -> None:
    assert anchor("乡村振兴", Selectors(TextQuoteSelector("网格"))) is None


def test_prefix_and_suffix_choose_among_places() -> None:
    assert len(fitting_places(REPORT, TextQuoteSelector("37个"))) == 3
    assert fitting_places(REPORT, TextQuoteSelector("37个", prefix="选派")) == [Span(16, 19)]
    assert fitting_places(REPORT, TextQuoteSelector("37个", suffix="城市")) == [
        Span(REPORT.index("37个城市"), REPORT.index("37个城市") + 3)
    ]


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, 999)])
def test_a_foreign_span_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError):
        describe(REPORT, *span)
