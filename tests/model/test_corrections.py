"""What a reader may set in a digest, and what is refused."""

import dataclasses
import math

import pytest

from reader.cli import options
from reader.model import digest
from reader.model.corrections import LARGEST, SETTABLE, Change, Form, checked
from reader.model.digest import Layer
from reader.model.digest_index import TermSort
from reader.model.errors import CorrectionError

ITEMS = {
    Layer.MODEL: digest.HeadlineModel,
    Layer.OUTLINE: digest.OutlineNode,
    Layer.FIGURES: digest.Figure,
    Layer.DOCUMENTS: digest.Document,
    Layer.TERMS: digest.Term,
    Layer.ORGANISATIONS: digest.Organisation,
    Layer.DATES: digest.Date,
    Layer.CHAINS: digest.Chain,
    Layer.KEY: digest.KeyPassage,
}


@pytest.mark.parametrize("layer", Layer)
def test_what_can_be_set_is_a_field_of_the_item_but_never_its_place(layer: Layer) -> None:
    names = {each.name for each in dataclasses.fields(ITEMS[layer])}
    assert set(SETTABLE[layer]) <= names - {"text", "start", "end", "field", "corrected"}
    assert all(settable.choices for settable in SETTABLE[layer].values() if settable.form is Form.CHOICE)


@pytest.mark.parametrize(
    ("layer", "given", "kept"),
    [
        (Layer.FIGURES, {"object": " 网格\n长 "}, {"object": "网格 长"}),
        (Layer.FIGURES, {"object": ""}, {"object": ""}),
        (Layer.FIGURES, {"value": "1,200", "value2": ""}, {"value": 1200, "value2": None}),
        (Layer.FIGURES, {"value": 0.5, "value2": None}, {"value": 0.5, "value2": None}),
        (Layer.FIGURES, {"value": 97.0, "kind": "percent"}, {"value": 97, "kind": "percent"}),
        (Layer.FIGURES, {"value": "-3"}, {"value": -3}),
        (Layer.OUTLINE, {"title": "抓实  联建", "level": "2"}, {"title": "抓实 联建", "level": 2}),
        (Layer.MODEL, {"number": ""}, {"number": None}),
        (Layer.DOCUMENTS, {"verb": "", "kind": "work"}, {"verb": None, "kind": "work"}),
        (Layer.DATES, {"norm": "2025-01/2025-08"}, {"norm": "2025-01/2025-08"}),
        (Layer.DATES, {"norm": "--08-04"}, {"norm": "--08-04"}),
        (Layer.KEY, {"reason": "result"}, {"reason": "result"}),
    ],
)
def test_values_are_kept_in_one_form(layer: Layer, given: dict[str, object], kept: dict[str, object]) -> None:
    found = checked(layer, Change.SET, given)
    assert found == kept and [type(each) for each in found.values()] == [type(each) for each in kept.values()]


@pytest.mark.parametrize(
    ("layer", "given"),
    [
        (Layer.FIGURES, {"value": "许多"}),
        (Layer.FIGURES, {"value": ""}),
        (Layer.FIGURES, {"value": None}),
        (Layer.FIGURES, {"value": True}),
        (Layer.FIGURES, {"value": math.nan}),
        (Layer.FIGURES, {"value": "inf"}),
        (Layer.FIGURES, {"value": 10 * LARGEST}),
        (Layer.FIGURES, {"value": "1" * 5000}),
        (Layer.FIGURES, {"object": "长" * 501}),
        (Layer.FIGURES, {"object": 3}),
        (Layer.FIGURES, {"kind": "many"}),
        (Layer.OUTLINE, {"title": " "}),
        (Layer.OUTLINE, {"level": 0}),
        (Layer.OUTLINE, {"level": 1.5}),
        (Layer.OUTLINE, {"level": 10}),
        (Layer.MODEL, {"number": -1}),
        (Layer.DATES, {"norm": "去年"}),
        (Layer.DATES, {"norm": "2025-1"}),
    ],
)
def test_a_value_that_fits_no_field_is_refused(layer: Layer, given: dict[str, object]) -> None:
    with pytest.raises(CorrectionError) as caught:
        checked(layer, Change.SET, given)
    assert caught.value.code == "correction_value"
    assert caught.value.data["field"] in given and len(str(caught.value.data["value"])) <= 500


@pytest.mark.parametrize(
    ("layer", "change", "given", "code"),
    [
        (Layer.TERMS, Change.SET, {}, "correction_nothing"),
        (Layer.TERMS, Change.SET, {"text": "别的"}, "correction_field"),
        (Layer.ORGANISATIONS, Change.SET, {"kind": "x"}, "correction_field"),
        (Layer.TERMS, Change.REMOVE, {"kind": "term"}, "correction_data"),
        (Layer.TERMS, Change.MERGE, {}, "correction_merge"),
        (Layer.OUTLINE, Change.MERGE, {"title": "x"}, "correction_data"),
    ],
)
def test_what_makes_no_sense_is_refused(layer: Layer, change: Change, given: dict[str, object], code: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        checked(layer, change, given)
    assert caught.value.code == code


def test_removing_and_merging_take_no_values() -> None:
    assert checked(Layer.TERMS, Change.REMOVE, {}) == checked(Layer.OUTLINE, Change.MERGE, {}) == {}


def test_the_command_line_knows_all_layers_and_orders() -> None:
    assert tuple(layer.value for layer in Layer) == options.LAYERS
    assert tuple(place.value for place in digest.Field) == options.PLACES
    assert tuple(order.value for order in TermSort) == options.TERM_ORDERS
