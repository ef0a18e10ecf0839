"""Named bodies, as against bodies that anyone could be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.organisations import organisations
from reader.digest.report import plain_report


def names(body: str) -> list[str]:
    return [body.text for body in organisations(plain_report(f"治理经验\n{body}"))]


@pytest.mark.parametrize(
    "name",
    [
        *("中共清河市委办公室", "清河市委", "清河市发展和改革委员会", "清河市民政局", "河东区人民法院", "北山镇党委"),
        *("和平街道办事处", "向阳里社区居委会", "新河街道阳光里社区党总支", "石门村党支部", "清河县第一中学"),
        *("清河市总工会", "国家卫生健康委", "国务院办公厅", "财政部", "中组部", "清河市政务服务中心"),
        *("N区民政局", "Z街道", "清河林场"),
    ],
)
def test_a_named_body(name: str) -> None:
    assert names(f"据了解，由{name}和有关部门负责。") == [name]


@pytest.mark.parametrize(
    "body",
    [
        "市委组织部联合街道党工委，在有关部门和村党组织支持下工作。",
        "37个城市社区，清河城市社区，试点街道党工委，各街道，智慧社区，行政村，城中村，试点村党支部。",
        "形成新格局，财政部门、全局干部、局长、报告厅、部署、签署协议，公立医院。",
        "各省、自治区、直辖市人民政府，各级人民检察院，本级人民代表大会。",
    ],
)
def test_a_body_without_a_name(body: str) -> None:
    assert names(body) == []


def test_a_body_is_given_once_with_all_its_places() -> None:
    report = plain_report("治理经验\n清河市民政局牵头。\n清河市民政局与青山街道联手，青山街道党工委支持。")
    [bureau, street, committee] = organisations(report)
    assert (bureau.text, street.text, committee.text) == ("清河市民政局", "青山街道", "青山街道党工委")
    assert len(bureau.places) == 2
    assert len(street.places) == 2
    assert bureau.places[0].start == bureau.start == 5


def test_the_same_body_with_its_city_before_it_is_no_other() -> None:
    assert names("河东区人民法院审理。清河市河东区人民法院宣判。") == ["河东区人民法院"]


def test_a_name_ends_at_punctuation_and_at_the_line() -> None:
    assert names("到过清河市\n公安局，清河市、公安局") == []


@given(st.text(st.sampled_from("清河市和平街道社区党委局村第1，。\n\ud800\u202e 国务院的"), max_size=60))
def test_every_place_is_the_place_of_its_text(body: str) -> None:
    report = plain_report(body)
    found = organisations(report)
    assert [body.start for body in found] == sorted(body.start for body in found)
    for body_found in found:
        assert report.text[body_found.start : body_found.end] == body_found.text
        assert body_found.start < body_found.end
        for place in body_found.places:
            assert report.shadow[place.start : place.end] == report.shadow[body_found.start : body_found.end]
