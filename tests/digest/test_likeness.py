"""Which names are of the same thing."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.likeness import COVERED, SAME, TURNED, candidates, core, is_mere_change, likeness


def alike(one: str, other: str) -> float:
    return likeness(core(one), core(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社区“大党委”", "社区大党委"),
        ("社区工作人员", "社区工作者"),
        ("⽹格员队伍", "网格员队"),
        ("群众反映的问题", "群众反映问题"),
        ("党员人数", "党员"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one) == SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [("网格党支部", "网格功能性党支部"), ("社区", "城市社区"), ("党支部", "网格党支部"), ("诉求", "群众诉求")],
)
def test_one_is_the_general_name_of_the_other(one: str, other: str) -> None:
    assert COVERED <= alike(one, other) == alike(other, one) < TURNED


def test_the_same_words_in_another_order() -> None:
    assert alike("化解矛盾纠纷", "矛盾纠纷化解") == TURNED


def test_two_kinds_of_one_thing_are_less_alike() -> None:
    assert 0 < alike("城市社区党支部", "农村社区党支部") < COVERED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社区", "社区工作者"),
        ("网格", "网格员"),
        ("社区党支部", "网格党支部"),
        ("活动", "讲党课、重温入党誓词、文艺汇演等活动"),
        ("进出口同比增长", "地区生产总值同比增长"),
        ("人", "工作人"),
        ("", "社区"),
    ],
)
def test_names_of_different_things(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one) == 0


def test_a_mere_change_says_not_what_changed() -> None:
    assert all(map(is_mere_change, ("同比增长", "较改革前增加", "降幅", "8月降幅")))
    assert not any(map(is_mere_change, ("进出口同比增长", "诉求同比减少件数", "社区", "")))


NAMES = st.lists(st.text("社区党支部网格员", min_size=1, max_size=7), max_size=14, unique=True)


@given(NAMES)
def test_no_pair_of_like_names_is_overlooked(names: list[str]) -> None:
    found = set(candidates(names))
    assert all(one < other for one, other in found)
    missed = [
        (one, other)
        for (i, one), (j, other) in combinations(enumerate(names), 2)
        if likeness(one, other) and (i, j) not in found
    ]
    assert not missed


def test_a_general_name_is_found_among_very_many() -> None:
    names = ["党支部", *(f"{chr(0x4E00 + number)}{chr(0x5000 + number)}街党支部" for number in range(200))]
    assert {(0, number) for number in range(1, 201)} <= set(candidates(names))
