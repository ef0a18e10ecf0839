"""Nouns by the roles of words; what they mean in sentences is tested with objects."""

import pytest

from reader.digest.nouns import (
    action_behind,
    first_noun,
    is_done_to_noun,
    noun_ahead,
    noun_behind,
    noun_or_action_ahead,
)
from reader.digest.roles import Words


def words(roles: str) -> Words:
    """Words of one character each."""
    return Words(list(range(len(roles) + 1)), roles)


@pytest.mark.parametrize(
    ("roles", "is_count", "found"),
    [
        ("nnvn", True, (0, 2, False)),
        ("vnx", True, (0, 2, True)),
        ("vnx", False, None),
        ("pn", True, None),
        ("x", True, None),
        ("unnv", True, (1, 3, False)),
        ("vnun", True, (3, 4, False)),
        ("nvun", True, (0, 4, False)),
    ],
)
def test_noun_behind(roles: str, is_count: bool, found: tuple[int, int, bool] | None) -> None:
    assert noun_behind("网" * len(roles), words(roles), is_count) == found


@pytest.mark.parametrize(
    ("roles", "noun", "either"),
    [("vnn", 1, 1), ("vvt", 0, 0), ("xvn", 2, 2), ("npv", None, 0), ("xpv", None, 1), ("x", None, None)],
)
def test_noun_ahead(roles: str, noun: int | None, either: int | None) -> None:
    assert noun_ahead(roles) == noun and noun_or_action_ahead(roles) == either


def test_the_others() -> None:
    assert action_behind(words("pnx")) == (0, 2) and action_behind(words("nx")) == (0, 0)
    assert first_noun(words("xlnnv")) == (2, 4) and first_noun(words("vn")) == (0, 0)
    assert is_done_to_noun("vbn") and not is_done_to_noun("bn") and not is_done_to_noun("nv")
