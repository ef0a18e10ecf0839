"""JSON that anybody may have made."""

import json

import pytest

from reader.text.json_text import TooManyValuesError, bounded


def test_what_it_says_is_read() -> None:
    assert bounded('{"题": [1, "二"]}', 3) == {"题": [1, "二"]}


def test_what_would_be_too_much_is_not_begun() -> None:
    with pytest.raises(TooManyValuesError):
        bounded("[" + "[]," * 50_000_000, 1_000_000)


def test_anything_else_is_an_error() -> None:
    for text, error in (("{", json.JSONDecodeError), ("[" * 200_000, RecursionError)):
        with pytest.raises(error):
            bounded(text, 1_000_000)
