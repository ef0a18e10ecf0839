"""Coined terms and slogans, as against what people say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest.report import plain_report
from reader.digest.terms import terms
from reader.model.digest import Chain, Term, TermKind


def found(body: str, *chains: Chain) -> list[Term]:
    return terms(plain_report(f"清河市治理经验\n{body}"), chains)


def words(body: str) -> list[str]:
    return [term.text for term in found(body)]


@pytest.mark.parametrize(
    "term",
    [
        *("小红伞", "三率", "20条", "365", "反诈APP", "1+8+N", "综合执法+人民调解", "我为邻里办实事", "有事打12345"),
        *("网格吹哨、部门报到", "群众需要什么，我们就做什么", "在职党员进小区转变作风促治理"),
        "办得快、办得好，群众满意、社区舒心",
    ],
)
def test_what_is_quoted_and_names_something_is_a_term(term: str) -> None:
    assert words(f"清河市创新推出“{term}”做法，居民满意。") == [term]


@pytest.mark.parametrize(
    "body",
    [
        "“现在办事方便多了，不用再跑县城。”张大姐说。",
        "张大姐高兴地说：“现在办事真方便”",
        "“我家门口有了停车位”，张大姐告诉记者。",
        "张大姐说“真好”。",
        "采纳“咱们自己的事、咱们自己商量着办”的意见。",
        "会议强调：“要把居民的每一件小事都当成自己的大事去办”。",
        "财政部门测算，“改造后每年可以节约取暖费用3400万元左右”。",
        "大家讨论“怎么办”“谁来管”“什么是网格”。",
        "做有“心”人，把“事”办好，得“1”分。",
        "今年“七一”期间，“五一”假期。",
        "加盖“清河市民政局公章”，参加“清河市第十二次代表大会”。",
        "形成“区委—街道党工委—社区党组织”架构。",
        "“真不错！”“好得很？”“没有写完",
        "“ ”“——”“。”",
    ],
)
def test_what_is_said_asked_or_no_name_is_no_term(body: str) -> None:
    assert words(body) == []


@pytest.mark.parametrize(
    ("body", "term"),
    [
        ("王力被居民称为“小巷总理”。", "小巷总理"),
        ("打造一道“绿色屏障”，筑牢底线。", "绿色屏障"),
        ("社区一直牵挂“一老一小”，张大姐说。", "一老一小"),
        ("张大姐说：“多亏了‘小红伞’，下雨也不怕。”", "小红伞"),
        ("进一步介绍“三治融合”经验。", "三治融合"),
    ],
)
def test_terms_near_words_of_speaking(body: str, term: str) -> None:
    assert words(body) == [term]


def test_terms_without_quotation_marks() -> None:
    assert words("采取1+1+N的办法，推行党建+网格模式和6+1工作机制，提供7×24小时服务，5+3等于8，学制3+2年。") == [
        "1+1+N",
        "党建+网格",
        "6+1",
        "7×24小时",
    ]


def test_a_word_that_an_english_text_quotes_is_no_term() -> None:
    assert words("The town calls it “control” and “grid5”.") == []
    assert words("居民都用“APP”办事。") == ["APP"]


def test_a_slogan_is_told_from_a_term() -> None:
    kinds = {term.text: term.kind for term in found("打造“小红伞”品牌，形成“居民点单、社区派单”格局。")}
    assert kinds == {"小红伞": TermKind.TERM, "居民点单、社区派单": TermKind.SLOGAN}


def test_a_chain_in_quotes_is_no_term() -> None:
    body = "形成“县委——社区”体系，打造“小红伞”。"
    start = len("清河市治理经验\n形成“")
    chain = Chain(text="县委——社区", start=start, end=start + 6, nodes=("县委", "社区"))
    assert [term.text for term in found(body, chain)] == ["小红伞"]


def test_each_term_once_with_all_its_places_quoted_or_not() -> None:
    report = plain_report("清河市打造“小红伞”品牌\n推出“小红伞”服务，小红伞进社区。做强“连心桥”。")
    [umbrella, bridge] = terms(report, ())
    assert (umbrella.start, umbrella.text, bridge.text) == (6, "小红伞", "连心桥")
    assert [report.text[place.start - 1 : place.end] for place in umbrella.places] == ["“小红伞", "，小红伞"]
    assert [tuple(place) for place in bridge.places] == [(bridge.start, bridge.end)]


def test_the_text_is_given_as_stored() -> None:
    [term] = found("推出「１＋１＋Ｎ　⺠情」服务。")
    assert term.text == "１＋１＋Ｎ　⺠情"


@given(st.text(st.sampled_from("“”‘’「」甲乙说：，、。？+1N模式—\n\ud800\u202e （）"), max_size=60))
def test_every_place_is_the_place_of_its_text(body: str) -> None:
    report = plain_report(body)
    found = terms(report, ())
    assert [term.start for term in found] == sorted(term.start for term in found)
    for term in found:
        assert report.text[term.start : term.end] == term.text
        assert term.start < term.end
        for place in term.places:
            assert report.shadow[place.start : place.end] == report.shadow[term.start : term.end]
