"""The line under the headline, in its spellings."""

import pytest

from reader.text.bylines import Byline, find_date, is_byline, labelled, parse_byline, person

BYLINES = [
    ("发布时间：2025-03-06 来源： 云岭组工 作者：佚名", Byline("2025-03-06", "云岭组工", None)),
    ("2025年3月6日 08:30　来源：云岭日报　作者：林青", Byline("2025-03-06", "云岭日报", "林青")),
    ("时间：2025/3/6  来 源：县委办  编 辑：周舟", Byline("2025-03-06", "县委办", None)),
    ("信息来源:青禾县人民政府 | 发布日期:2025.03.06 | 浏览次数:12", Byline("2025-03-06", "青禾县人民政府", None)),
    ("稿件来源：[ 云岭网 ] 记者：高原", Byline(None, "云岭网", "高原")),
    ("2025-03-06 10:00:00", Byline("2025-03-06", None, None)),
    ("作者：admin　2025-03-06", Byline("2025-03-06", None, None)),
    ("来源:光明网-《光明日报》 2025-03-06 04:10", Byline("2025-03-06", "光明网-《光明日报》", None)),
    ("来源：《云岭》2025/05 作者：林晚 2025-03-06 15:00", Byline("2025-03-06", "《云岭》2025/05", "林晚")),
    ("2025-03-06 来源：云岭时报 作者：李青 浏览字号：大中小", Byline("2025-03-06", "云岭时报", "李青")),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_reads(line, expected):
    assert parse_byline(line) == expected
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "2024年7月15日",
        "（2024年7月15日）",
        "2025年3月6日，云岭市召开会议。",
        "来源于群众、服务于群众，是议事厅的生命力所在，也是它三年来一直坚持的做法。",
        "一、工作背景",
        "会议时间定在每月第一个星期五，地点在社区议事厅，由居委会主任主持。",
    ],
)
def test_text_is_no_byline(line):
    assert not is_byline(line)


def test_a_label_may_stand_alone_above_its_value():
    assert parse_byline("来源\n云岭日报\n发布时间\n2025-03-06") == Byline("2025-03-06", "云岭日报", None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-06", "2025-03-06"),
        ("2025年3月6日", "2025-03-06"),
        ("20250306", "2025-03-06"),
        ("2025.3.6 10:20", "2025-03-06"),
        ("2025-02-30 2025-03-01", "2025-03-01"),
        ("电话 010-2025-0306", None),
        ("2025年", None),
    ],
)
def test_dates(text, date):
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("佚名", None),
        ("本报记者 林青", "林青"),
        ("林青 通讯员 高原", "林青 高原"),
        ("某某研究院院长、教授江南雨）返回", "江南雨"),
        ("管理员", None),
        ("本网编辑", None),
        (None, None),
    ],
)
def test_people(value, name):
    assert person(value) == name


def test_a_value_may_stand_in_the_next_cell():
    assert labelled("来源：\n云岭日报\n发布时间：\n2025-03-06") == {"source": ["云岭日报"], "date": ["2025-03-06"]}


def test_an_empty_value_takes_nothing_from_the_next_line():
    assert "author" not in labelled("作者：\n来源：云岭日报")
    assert "author" not in labelled("作者：\n这是正文的第一段，它比一个名字长得多，所以不会被当成作者的名字来读。")
