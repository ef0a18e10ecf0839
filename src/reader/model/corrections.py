"""Corrections of a digest by the reader: what may be changed, and how it is kept."""

import dataclasses
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.model.annotation import Selectors
from reader.model.digest import DateKind, DocumentKind, Field, FigureKind, Layer, Reason, TermKind
from reader.model.errors import CorrectionError

Value = str | int | float | None


class Change(StrEnum):
    """What is done to an item; the values are stored and part of the command line."""

    SET = "set"
    REMOVE = "remove"
    MERGE = "merge"
    """An outline node and the one before it are one: a kicker and its heading."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of one item, found again by layer and place."""

    id: str
    article: str
    version: int
    """Number of the version that the position of `selectors` counts in."""
    layer: Layer
    change: Change
    selectors: Selectors
    """The place of the item, as of an annotation; in the title when `field` says so."""
    field: Field = Field.BODY
    data: Mapping[str, Value] = dataclasses.field(default_factory=dict)
    """SET: names of fields of the item and their new values."""
    created: str = ""
    """UTC, ISO 8601 with seconds."""


class Form(StrEnum):
    """How a value is written."""

    WORDS = "words"
    TITLE = "title"
    """Words that may not be missing."""
    NUMBER = "number"
    COUNT = "count"
    LEVEL = "level"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Settable:
    """A field that a reader may set."""

    form: Form
    choices: tuple[str, ...] = ()
    may_miss: bool = False
    """None is a value of it."""
    is_of_words: bool = False
    """It says what the item's own words mean: when a newer version has other words there, it holds no longer."""


def _choice(values: type[StrEnum]) -> Settable:
    return Settable(Form.CHOICE, tuple(each.value for each in values))


def _own(form: Form, *, may_miss: bool = False) -> Settable:
    return Settable(form, may_miss=may_miss, is_of_words=True)


SETTABLE: Mapping[Layer, Mapping[str, Settable]] = {
    Layer.MODEL: {"number": _own(Form.COUNT, may_miss=True)},
    Layer.OUTLINE: {"title": _own(Form.TITLE), "level": Settable(Form.LEVEL)},
    Layer.FIGURES: {
        "object": Settable(Form.WORDS),
        "unit": _own(Form.WORDS),
        "value": _own(Form.NUMBER),
        "value2": _own(Form.NUMBER, may_miss=True),
        "approx": _own(Form.WORDS),
        "kind": _choice(FigureKind),
    },
    Layer.DOCUMENTS: {"verb": Settable(Form.WORDS, may_miss=True), "kind": _choice(DocumentKind)},
    Layer.TERMS: {"kind": _choice(TermKind)},
    Layer.ORGANISATIONS: {},
    Layer.DATES: {"norm": _own(Form.DATE), "kind": _choice(DateKind)},
    Layer.CHAINS: {},
    Layer.KEY: {"reason": _choice(Reason)},
}
"""Layer → the fields of its items that may be set."""

LONGEST = 500
"""Characters of words: a title of two heading lines has a hundred."""
LARGEST = 10**18
"""Of a number: what every database and spreadsheet can hold; ten thousand times the money of the world."""
LEVELS = 9
_DAY = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"(?:{_DAY}(?:/{_DAY})?)?")


def checked(layer: Layer, change: Change, data: Mapping[str, object]) -> dict[str, Value]:
    """The data of a correction as it is kept; numbers may come written out, and "" where a value may miss is None.

    CorrectionError correction_nothing (nothing to set), correction_data (data where none belongs), correction_merge
    (only outline nodes are merged), correction_field (no such field), correction_value.
    """
    if change is Change.MERGE and layer is not Layer.OUTLINE:
        raise CorrectionError("correction_merge", layer=layer.value)
    if change is not Change.SET:
        if data:
            raise CorrectionError("correction_data", change=change.value)
        return {}
    if not data:
        raise CorrectionError("correction_nothing")
    return {name: _checked(layer, name, value) for name, value in data.items()}


def _checked(layer: Layer, name: str, value: object) -> Value:
    settable = SETTABLE[layer].get(name)
    if settable is None:
        allowed = ", ".join(SETTABLE[layer]) or "—"
        raise CorrectionError("correction_field", field=name, layer=layer.value, allowed=allowed)
    if settable.may_miss and (value is None or value == ""):
        return None
    read = _READ[settable.form](value)
    if read is None or (settable.choices and read not in settable.choices):
        allowed = ", ".join(settable.choices) or f"<{settable.form.value}>"
        raise CorrectionError("correction_value", field=name, value=str(value)[:LONGEST], allowed=allowed)
    return read


def _words(value: object) -> str | None:
    words = " ".join(value.split()) if isinstance(value, str) else None
    return words if words is not None and len(words) <= LONGEST else None


def _title(value: object) -> str | None:
    return _words(value) or None


def _date(value: object) -> str | None:
    return value if isinstance(value, str) and _DATE.fullmatch(value) else None


def _number(value: object) -> int | float | None:
    """Whole numbers are int; None for what is no number of a sensible size."""
    if isinstance(value, str):
        try:
            value = float(value.replace(",", "")) if len(value) <= LONGEST else None
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not -LARGEST <= value <= LARGEST or math.isnan(value):
        return None
    return int(value) if value == int(value) else value


def _count(value: object) -> int | None:
    number = _number(value)
    return number if isinstance(number, int) and number >= 0 else None


def _level(value: object) -> int | None:
    number = _count(value)
    return number if number and number <= LEVELS else None


_READ = {
    Form.WORDS: _words,
    Form.TITLE: _title,
    Form.NUMBER: _number,
    Form.COUNT: _count,
    Form.LEVEL: _level,
    Form.DATE: _date,
    Form.CHOICE: _words,
}
