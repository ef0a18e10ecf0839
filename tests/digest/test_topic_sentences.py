"""Topic sentences of parallel paragraphs."""

# ruff: noqa: E501  tables of cases are read by rows

import pytest
from tests.digest.reports import REST, outlined


def topics(*sentences: str) -> list[str]:
    return [line[1:] for line in outlined("清河市工作情况\n" + "\n".join(sentence + REST for sentence in sentences))]


SERIES = {
    "verb and object": ["建强“主心骨”，提升组织力。", "扩大“朋友圈”，增强聚合力。", "用好“金钥匙”，提升服务力。"],
    "another measure": ["强化组织引领。", "推动资源下沉到网格、服务到楼栋。"],
    "cut to one measure": ["组织联建，织密一张网。", "资源联享，下活一盘棋。"],
    "three of one size": ["党建引领聚合力。", "数字赋能提质效。", "多元共治解难题。"],
    "by means of": ["以党建引领聚合力。", "以制度创新促提升。"],
}


@pytest.mark.parametrize("sentences", SERIES.values(), ids=SERIES.keys())
def test_parallel_paragraphs(sentences):
    assert topics(*sentences) == [sentence[:-1] for sentence in sentences]


ORDINARY = {
    "one alone": ["强化组织引领。"],
    "reports": ["林青介绍，强化组织引领很重要。", "何田表示，推动资源下沉很必要。"],
    "figures": ["推动325名党员下沉。", "建成18个驿站。"],
    "what was done": ["强化了组织引领。", "推动了资源下沉。"],
    "times": ["近年来，强化组织引领。", "今年，推动资源下沉。"],
    "persons": ["林青走进网格驿站。", "何田来到居民家中。"],
    "long": ["强化组织引领并且把各级党组织的战斗堡垒作用和广大党员的先锋模范作用充分发挥出来。"] * 2,
    "questions": ["强化组织引领难不难？", "推动资源下沉行不行？"],
}


@pytest.mark.parametrize("sentences", ORDINARY.values(), ids=ORDINARY.keys())
def test_ordinary_openings(sentences):
    assert topics(*sentences) == []


def test_a_sentence_alone_in_its_line_opens_nothing():
    assert outlined(f"标题\n强化组织引领。\n{REST}\n推动资源下沉。\n{REST}") == []


def test_a_text_numbered_to_its_second_level_has_no_other_labels():
    text = f"标题\n一、做法\n（一）织网\n强化组织引领。{REST}\n推动资源下沉。{REST}\n二、打算\n提升服务水平。{REST}\n健全工作机制。{REST}"
    assert outlined(text) == ["一、|做法", "  （一）|织网", "二、|打算"]


def test_paragraphs_between_belong_to_the_topic_before_them():
    text = f"标题\n强化组织引领。{REST}\n全县还培训网格员1200名。\n推动资源下沉。{REST}"
    assert outlined(text) == ["|强化组织引领", "|推动资源下沉"]
