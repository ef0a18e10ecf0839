"""Corrections in a digest: what changes, what does not, and which fit nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest import corrected_article, digest_article, find, starting
from reader.digest.corrections import Corrected, apply
from reader.model.annotation import Selectors, TextPositionSelector, TextQuoteSelector
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Span
from reader.model.corrections import Change, Correction, checked
from reader.model.digest import (
    Date,
    Digest,
    Document,
    Field,
    Figure,
    FigureKind,
    HeadlineModel,
    KeyPassage,
    Layer,
    OutlineNode,
    Reason,
    Term,
    TermKind,
)

TEXT = "四级联动\n组织一贯到底\n划分网格448个，清河市“双报到”，印发《方案》。2025年起，“双报到”常在。"


def at(words: str, after: int = 0) -> dict[str, Any]:
    start = TEXT.index(words, after)
    return {"text": words, "start": start, "end": start + len(words)}


def span(words: str) -> Span:
    return Span(at(words)["start"], at(words)["end"])


SECOND = at("双报到", TEXT.index("常在") - 6)
DIGEST = Digest(
    model=HeadlineModel(**at("双报到"), number=2),
    outline=(OutlineNode(**at("四级联动"), title="四级联动"), OutlineNode(**at("组织一贯到底"), title="组织一贯到底")),
    figures=(Figure(**at("448个"), value=448, unit="个", object="", sentence=span("划分网格448个")),),
    documents=(Document(**at("《方案》"), verb="印发"),),
    terms=(Term(**at("双报到"), places=(span("双报到"), Span(SECOND["start"], SECOND["end"]))),),
    dates=(Date(**at("2025年"), norm="2025", resolved="2025", sentence=span("2025年起")),),
    key=(KeyPassage(**at("划分网格448个"), reason=Reason.RESULT),),
)


def correction(
    layer: Layer, words: str, change: Change = Change.SET, field: Field = Field.BODY, **data: object
) -> Correction:
    place = TextPositionSelector(0, len(words))
    selectors = Selectors(TextQuoteSelector(words), place)
    return Correction(f"{layer}-{words}", "a", 1, layer, change, selectors, field, checked(layer, change, data))


def applied(*corrections: Correction, digest: Digest = DIGEST, text: str = TEXT) -> Corrected:
    placed = []
    for each in corrections:
        start = text.find(each.selectors.quote.exact)
        placed.append((each, Span(start, start + len(each.selectors.quote.exact)) if start >= 0 else None))
    return apply(digest, placed, text)


def test_a_field_is_set_and_the_item_says_so() -> None:
    found = applied(correction(Layer.FIGURES, "448个", object="网格", kind="structural", value="450"))
    (figure,) = found.digest.figures
    assert (figure.object, figure.kind, figure.value, figure.corrected) == ("网格", FigureKind.STRUCTURAL, 450, True)
    assert (figure.text, figure.unit, found.unused) == ("448个", "个", ())
    assert replace(found.digest, figures=DIGEST.figures) == DIGEST, "nothing else changes"


@pytest.mark.parametrize(
    ("layer", "words", "data", "field", "value"),
    [
        (Layer.MODEL, "双报到", {"number": "3"}, "number", 3),
        (Layer.OUTLINE, "组织一贯到底", {"level": 2}, "level", 2),
        (Layer.OUTLINE, "组织一贯到底", {"title": "一贯到底"}, "title", "一贯到底"),
        (Layer.DOCUMENTS, "《方案》", {"verb": ""}, "verb", None),
        (Layer.TERMS, "双报到", {"kind": "slogan"}, "kind", TermKind.SLOGAN),
        (Layer.DATES, "2025年", {"norm": "2025-03"}, "resolved", "2025-03"),
        (Layer.DATES, "2025年", {"norm": "--03"}, "resolved", "2025"),
        (Layer.KEY, "划分网格448个", {"reason": "parts"}, "reason", Reason.PARTS),
    ],
)
def test_every_layer_can_be_corrected(
    layer: Layer, words: str, data: dict[str, object], field: str, value: object
) -> None:
    found = applied(correction(layer, words, **data))
    item = find(found.digest, layer, span(words))
    assert item is not None and getattr(item, field) == value and item.corrected and found.unused == ()


@pytest.mark.parametrize("layer", [Layer.MODEL, Layer.OUTLINE, Layer.FIGURES, Layer.DOCUMENTS, Layer.TERMS, Layer.KEY])
def test_an_item_is_removed(layer: Layer) -> None:
    first = DIGEST.model if layer is Layer.MODEL else getattr(DIGEST, layer.value)[0]
    found = applied(correction(layer, first.text, Change.REMOVE))
    assert starting(found.digest, layer, first.start) is None and found.unused == ()


def test_a_heading_of_two_lines_is_one() -> None:
    found = applied(correction(Layer.OUTLINE, "组织一贯到底", Change.MERGE))
    (node,) = found.digest.outline
    assert (node.title, node.text, node.corrected) == ("四级联动 组织一贯到底", "四级联动\n组织一贯到底", True)
    assert node.text == TEXT[node.start : node.end]


def test_corrections_follow_one_another() -> None:
    both = "四级联动\n组织一贯到底"
    merge = correction(Layer.OUTLINE, "组织一贯到底", Change.MERGE)
    found = applied(merge, correction(Layer.OUTLINE, both, title="四级"))
    assert [node.title for node in found.digest.outline] == ["四级"] and found.unused == ()
    again = applied(correction(Layer.FIGURES, "448个", object="网格"), correction(Layer.FIGURES, "448个", object="格"))
    assert again.digest.figures[0].object == "格"


def test_what_fits_nothing_changes_nothing_and_is_told() -> None:
    gone = correction(Layer.FIGURES, "999个", object="网格")
    elsewhere = correction(Layer.FIGURES, "四级联动", object="网格")
    first = correction(Layer.OUTLINE, "四级联动", Change.MERGE)
    twice = correction(Layer.DOCUMENTS, "《方案》", Change.REMOVE)
    found = applied(gone, elsewhere, first, twice, replace(twice, id="again"))
    assert found.unused == (gone.id, elsewhere.id, first.id, "again")
    assert replace(found.digest, documents=DIGEST.documents) == DIGEST


def test_an_item_with_other_ends_is_still_the_one() -> None:
    longer = replace(DIGEST, figures=(replace(DIGEST.figures[0], **at("网格448个")),))
    assert applied(correction(Layer.FIGURES, "448个", object="网格"), digest=longer).digest.figures[0].object == "网格"
    far = replace(DIGEST, figures=(replace(DIGEST.figures[0], **at("448个，清河市“双")),))
    assert applied(correction(Layer.FIGURES, "448个", object="网格"), digest=far).unused


def test_other_words_are_not_given_a_meaning_they_do_not_have() -> None:
    """The place of 448个 says 452个 now: what is counted still holds, how many and since when do not."""
    text = TEXT.replace("448", "452")
    old = correction(Layer.FIGURES, "448个", object="网格", value=448, unit="个", kind="count")
    found = apply(DIGEST, [(old, span("448个"))], text)
    (figure,) = found.digest.figures
    assert (figure.object, figure.corrected) == ("网格", True)
    alone = correction(Layer.FIGURES, "448个", value=999)
    told = apply(DIGEST, [(alone, span("448个"))], text)
    assert told.unused == (alone.id,) and told.digest == DIGEST


def test_a_term_is_known_by_its_words_wherever_it_stands_first() -> None:
    moved = replace(DIGEST, terms=(Term(text="双报到", start=SECOND["start"], end=SECOND["end"]),))
    removal = correction(Layer.TERMS, "双报到", Change.REMOVE)
    assert apply(moved, [(removal, None)], TEXT) == Corrected(replace(moved, terms=()))
    figure = correction(Layer.FIGURES, "448个", Change.REMOVE)
    assert apply(DIGEST, [(figure, None)], TEXT).unused == (figure.id,)


def test_a_term_is_found_at_any_of_its_places() -> None:
    assert find(DIGEST, Layer.TERMS, Span(SECOND["start"], SECOND["end"])) == DIGEST.terms[0]
    assert find(DIGEST, Layer.TERMS, Span(0, 3)) is None
    assert find(DIGEST, Layer.TERMS, span("双报到"), Field.TITLE) is None
    assert find(Digest(), Layer.MODEL, span("双报到")) is None


# ---- in a digest that is just being made

TITLE = "清河市印发《清河方案》"
PARAGRAPHS = ("一、组织联建", "清河市印发《清河方案》，推动共建。", "二、资源联享", "各村出台《红河计划》，推动共享。")
Made = Callable[..., Corrected]


def made(*corrections: Correction) -> Corrected:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in PARAGRAPHS]
    texts = {Field.TITLE: TITLE, Field.BODY: "\n".join(PARAGRAPHS)}
    placed = []
    for each in corrections:
        start = texts[each.field].index(each.selectors.quote.exact)
        placed.append((each, Span(start, start + len(each.selectors.quote.exact))))
    return corrected_article(Metadata(TITLE, "2026-03-02"), blocks, placed)


def test_places_count_in_title_and_text_as_those_of_the_digest() -> None:
    plain = made().digest
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in PARAGRAPHS]
    assert digest_article(Metadata(TITLE, "2026-03-02"), blocks) == plain
    first = starting(plain, Layer.DOCUMENTS, TITLE.index("《"), Field.TITLE)
    assert first is not None and first.text == "《清河方案》"
    found = made(
        correction(Layer.DOCUMENTS, "《清河方案》", verb="制定", field=Field.TITLE),
        correction(Layer.DOCUMENTS, "《红河计划》", verb="", field=Field.BODY),
        correction(Layer.OUTLINE, "二、资源联享", level=2),
    )
    assert [(each.verb, each.field, each.corrected) for each in found.digest.documents] == [
        ("制定", Field.TITLE, True),
        ("印发", Field.BODY, False),
        (None, Field.BODY, True),
    ]
    assert [node.level for node in found.digest.outline] == [1, 2] and found.unused == ()


def test_key_passages_are_corrected_after_they_were_chosen() -> None:
    key = made().digest.key
    assert key
    found = made(correction(Layer.KEY, key[0].text, Change.REMOVE))
    assert key[0].text not in [each.text for each in found.digest.key] and found.unused == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Layer.OUTLINE, Layer.DOCUMENTS, Layer.TERMS]),
            st.sampled_from(list(Change)),
            st.integers(0, 60),
            st.integers(1, 30),
        ),
        max_size=6,
    )
)
def test_whatever_is_corrected_words_stand_where_they_are_said_to(asked: list[tuple[Layer, Change, int, int]]) -> None:
    data: dict[Layer, dict[str, object]] = {
        Layer.OUTLINE: {"level": 3},
        Layer.DOCUMENTS: {"verb": "印发"},
        Layer.TERMS: {"kind": "slogan"},
    }
    body = "\n".join(PARAGRAPHS)
    placed = []
    for number, (layer, change, start, length) in enumerate(asked):
        if change is Change.MERGE and layer is not Layer.OUTLINE:
            continue
        place = Span(min(start, len(body) - 1), min(start + length, len(body)))
        words = body[slice(*place)]
        each = correction(layer, words, change, **(data[layer] if change is Change.SET else {}))
        placed.append((replace(each, id=str(number)), place))
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in PARAGRAPHS]
    found = corrected_article(Metadata(TITLE), blocks, placed)
    texts = {Field.TITLE: TITLE, Field.BODY: body}
    for item in (*found.digest.outline, *found.digest.documents, *found.digest.terms):
        assert item.text == texts[item.field][item.start : item.end]
    assert set(found.unused) <= {each.id for each, _ in placed}
