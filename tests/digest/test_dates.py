"""Dates as reports write them, their normal forms, and where they belong on a time line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest import digest_article
from reader.digest.dates import dates
from reader.digest.report import plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Span
from reader.model.digest import Date, DateKind, Field

EXPLICIT = [
    ("2022-09-01", "2022-09-01"),
    ("2022/9/1 06:03", "2022-09-01"),
    ("2019年", "2019"),
    ("8月4日", "--08-04"),
    ("11 月 15 日", "--11-15"),
    ("10月", "--10"),
    ("9月底", "--09"),
    ("2025年1—8月", "2025-01/2025-08"),
    ("2017年1至8月", "2017-01/2017-08"),
    ("2024年10月至2025年3月", "2024-10/2025-03"),
    ("2023年前11个月", "2023-01/2023-11"),
    ("2023年前三季度", "2023-01/2023-09"),
    ("2023年下半年", "2023-07/2023-12"),
    ("2023年1月1日-12月28日", "2023-01-01/2023-12-28"),
    ("8月4日至6日", "--08-04/--08-06"),
    ("8月4、5日", "--08-04/--08-05"),
    ("2018—2023年", "2018/2023"),
    ("2021、2022年", "2021/2022"),
    ("2018年底", "2018"),
    ("2018年度", "2018"),
    ("2020年国庆期间", "2020"),
    ("2019年2月27日下午", "2019-02-27"),
    ("8月22日20时许", "--08-22"),
    ("2024年3月5日（星期二）上午9:00-11:30", "2024-03-05"),
    ("二〇二五年三月五日", "2025-03-05"),
    ("上世纪八十年代", "1980/1989"),
    ("今年8月4日", "--08-04"),
    ("同年9月", "--09"),
]
RELATIVE = [
    *("今年", "去年以来", "近年来", "近些年来", "目前", "近日", "日前", "今年“七一”期间", "今年上半年", "去年年底"),
    *("昨日上午9时", "上月", "春节期间"),
]


def found(text: str, published: str | None = None) -> list[Date]:
    head = f"发布时间：{published} 来源：清河网\n" if published else ""
    return [date for date in dates(plain_report(f"清河市治理经验\n{head}{text}")) if date.text != published]


@pytest.mark.parametrize(("words", "norm"), EXPLICIT)
def test_explicit_dates_and_their_normal_form(words: str, norm: str) -> None:
    [date] = found(f"据统计，{words}，清河市划分网格448个。")
    assert (date.text, date.norm, date.kind) == (words, norm, DateKind.EXPLICIT)


@pytest.mark.parametrize("words", RELATIVE)
def test_relative_dates(words: str) -> None:
    [date] = found(f"据统计，{words}，清河市划分网格448个。")
    assert (date.text, date.norm, date.kind) == (words, "", DateKind.RELATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "用时3日办结，30日内答复，历时三年，2000年历史，12个月，6小时",
        "项目前期工作，附近日均客流，工作日前完成，当今年轻人，过去年均增长，以前年度，增速比上年快",
        "2301班，2023级学生，第122次会议，电话010-56212745，第一季，十月革命，一日三餐，版本2022.1.1.3",
        "当前工作扎实，今天的清河，当年种下，近三年来，“十三五”时期，改革开放以来",
        "落实《清河市2035年远景目标纲要》要求",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert found(f"清河市扎实推进，{text}。") == []


def test_days_in_an_address_are_no_dates_and_this_while_is_one() -> None:
    text = "清河市修了路。\n这段时间，居民常来。\n[查看原文](https://news.example.cn/2026/01/05/a260105.shtml)"
    assert [(date.text, date.kind.value) for date in found(text)] == [("这段时间", "relative")]


def test_since_is_inside_of_relative_dates_only() -> None:
    assert [date.text for date in found("去年以来，截至2024年12月底，2023年以来，8月28日起。")] == [
        "去年以来",
        "2024年12月底",
        "2023年",
        "8月28日",
    ]


def test_a_day_alone_is_a_date_where_news_begin_with_it() -> None:
    text = "记者28日从清河市获悉，6日上午开会，同月9日闭会。"
    assert [date.norm for date in found(text)] == ["---28", "---06", "---09"]


def test_dates_of_the_byline_are_found_and_addresses_are_not() -> None:
    page = "清河经验\n发布时间：2024-05-06 06:03:00 来源：清河网\n" + "清河市深化治理，居民满意。\n" * 9
    page += "原文链接：https://qinghe.gov.cn/2024-05/13/t20240513_1.html"
    assert [(date.text, date.norm) for date in dates(plain_report(page))] == [("2024-05-06 06:03:00", "2024-05-06")]


def resolved(text: str, published: str | None = "2025-09-05") -> list[str]:
    return [date.resolved for date in found(text, published)]


def test_a_date_is_completed_with_what_was_said_before() -> None:
    assert resolved("2019年，网格成立。8月4日试点，同年9月推广，次年3月总结。5月验收。", None) == [
        "2019",
        "2019-08-04",
        "2019-09",
        "2020-03",
        "2020-05",
    ]


def test_a_date_is_completed_with_the_day_of_publishing() -> None:
    assert resolved("今年，去年以来，今年上半年，昨日，上月，近日，目前。") == [
        "2025",
        "2024",
        "2025-01/2025-06",
        "2025-09-04",
        "2025-08",
        "",
        "",
    ]
    assert resolved("8月4日，试点。\n12月30日，试点。\n2月，试点。\n记者3日获悉。\n28日，试点。") == [
        "2025-08-04",
        "2025-12-30",
        "2025-02",
        "2025-09-03",
        "2025-08-28",
    ]


def test_reports_look_back_over_the_new_year() -> None:
    assert resolved("12月3日，试点。\n去年12月，今年1月。", "2025-01-10") == ["2024-12-03", "2024-12", "2025-01"]


def test_a_goal_is_not_the_year_of_what_follows() -> None:
    assert resolved("到2035年，全面建成。8月4日，试点。") == ["2035", "2025-08-04"]
    assert resolved("到2035年，全面建成。8月4日，试点。", None) == ["2035", ""]
    assert resolved("截至2024年，建成8个。8月4日，试点。", None) == ["2024", "2024-08-04"]


def test_without_year_and_day_of_publishing_nothing_is_guessed() -> None:
    assert resolved("今年，8月4日，28日。", None) == ["", "", ""]


def test_a_date_knows_its_sentence() -> None:
    report = plain_report("清河市治理经验\n居民满意。2019年，网格成立，8月4日试点。")
    assert {report.text[slice(*date.sentence)] for date in dates(report)} == {"2019年，网格成立，8月4日试点。"}


def test_in_an_article_places_count_in_its_canonical_text_or_its_title() -> None:
    block = Block(BlockKind.PARAGRAPH, "居民满意。8月4日，网格成立。")
    headline, date = digest_article(Metadata("清河市2024年治理经验", published="2025-01-10"), [block]).dates
    assert (headline.field, headline.start, headline.sentence) == (Field.TITLE, 3, Span(0, 12))
    assert (date.field, date.start, date.sentence, date.resolved) == (Field.BODY, 5, Span(5, 15), "2024-08-04")


SIGNS = "0129一二十〇年月日号时今去近底至到—-、/.:世纪代前个季度上半，《》\n\ud800\u202e（） 目"


@given(st.text(st.sampled_from(SIGNS), max_size=60))
def test_every_place_is_the_place_of_its_text(body: str) -> None:
    report = plain_report(body)
    last = 0
    for date in dates(report):
        assert report.text[date.start : date.end] == date.text
        assert last <= date.start < date.end
        assert 0 <= date.sentence.start <= date.start < date.sentence.end <= len(report.text)
        last = date.end
