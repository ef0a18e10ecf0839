"""Which units count the same."""

import pytest

from reader.digest.unit_families import are_compatible

SAME = [("个", "家"), ("个", "名"), ("名", "人"), ("场", "次"), ("项", "大"), ("", "个")]
OTHER = [("个", "级"), ("人", "人次"), ("人", "户"), ("%", "个百分点"), ("元", "个"), ("", "%")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_units_of_one_thing(one: str, other: str) -> None:
    assert are_compatible(one, other) and are_compatible(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_units_of_different_things(one: str, other: str) -> None:
    assert not are_compatible(one, other) and not are_compatible(other, one)


def test_a_unit_that_no_list_has_goes_with_itself() -> None:
    assert are_compatible("箩筐", "箩筐") and not are_compatible("箩筐", "个")
