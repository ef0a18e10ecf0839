"""数据对照: what means the same stands in one row, and no figure is lost."""

import time

from hypothesis import given
from hypothesis import strategies as st
from tests.side_by_side import reading, readings

from reader.digest.contrast import Reading
from reader.digest.contrast_figures import figure_rows
from reader.model.blocks import Span
from reader.model.contrast import Mention, Row
from reader.model.digest import Digest, Field, Figure


def rows(*compared: Reading) -> dict[str, list[str | None]]:
    return {row.label: [cell and cell.text for cell in row.cells] for row in figure_rows(compared)}


def test_what_means_the_same_is_one_row() -> None:
    found = rows(*readings())
    assert found["网格"] == ["448个", "2052个", None]
    assert found["网格党支部"] == ["88个", "近1178个", None]
    assert found["社区工作人员"] == ["100余名", "2052名", None]
    assert found["诉求"] == ["1.2万件", "9957件", None]
    assert found["化解矛盾纠纷"] == [None, "36起", "41件"]


def test_a_rate_of_each_of_two_things_stands_in_both_rows() -> None:
    found = rows(*readings())
    assert found["满意率"] == ["97%", "95%", None] and found["解决率"] == [None, "95%；90%", None]
    people = reading("乙县", "{党员、群众|500名|名}参加，{党员|20名|名}带头，{群众|480名|名}响应。")
    assert rows(people)["党员、群众"] == ["500名"], "500 are neither members nor others"


def test_a_change_is_named_by_what_changed() -> None:
    found = rows(*readings())
    assert found["立案同比上升"][2] == "3.5%" and found["处分同比上升"][2] == "1.5%"


def test_what_the_digest_found_no_name_for_is_named_by_its_words() -> None:
    assert rows(*readings())["最快2小时响应"] == ["最快2小时", None, None]


def test_rows_of_more_reports_come_first_then_those_of_the_text() -> None:
    found = figure_rows(readings())
    counts = [row.count for row in found]
    assert counts == sorted(counts, reverse=True)
    alone = [row.label for row in found if row.count == 1]
    assert alone == ["城市社区", "最快2小时响应", "解决率", "立案", "立案同比上升", "处分", "处分同比上升"]


def test_the_row_says_units_and_where_a_report_has_another_name() -> None:
    found = {row.label: row.measured for row in figure_rows(readings())}
    assert found["网格"] == "个"
    assert found["网格党支部"] == "个；[1]网格功能性党支部"
    assert found["化解矛盾纠纷"] == "起、件；[3]矛盾纠纷化解"


def test_what_one_report_tells_apart_stays_apart() -> None:
    one = reading("甲县", "{党支部|13个|个}、{网格党支部|8个|个}。")
    other = reading("乙县", "{网格党支部|5个|个}。")
    assert rows(one, other) == {"网格党支部": ["8个", "5个"], "党支部": ["13个", None]}


def test_units_that_count_something_else_are_another_row() -> None:
    one = reading("甲县", "{限制出境|179批次|批次}、{限制出境|633人|人}。")
    other = reading("乙县", "{限制出境|20人|人}。")
    assert [[cell and cell.text for cell in row.cells] for row in figure_rows([one, other])] == [
        ["633人", "20人"], ["179批次", None],
    ]  # fmt: skip


def test_kinds_of_one_thing_are_named_by_the_words_they_end_with() -> None:
    one, other = reading("甲县", "{城市社区党支部|3个|个}。"), reading("乙县", "{农村社区党支部|5个|个}。")
    assert rows(one, other) == {"社区党支部": ["3个", "5个"]}


def test_small_likenesses_make_no_chain() -> None:
    compared = [reading(f"{name}县", f"{{{name}|3个|个}}。") for name in ("社区党支部", "党支部", "网格党支部")]
    assert [row.count for row in figure_rows(compared)] == [2, 1]


def test_every_place_is_that_of_the_words() -> None:
    compared = readings()
    for row in figure_rows(compared):
        for report, cell in zip(compared, row.cells, strict=True):
            for mention in cell.mentions if cell else ():
                assert report.text[mention.start : mention.end] == mention.text
    party = next(row for row in figure_rows(compared) if row.label == "网格党支部").cells[1]
    assert party is not None and party.mentions[0].text == "近1178个" and party.mentions[0].passage == "2-1"


def test_what_is_said_twice_is_shown_once_with_both_places() -> None:
    (row,) = figure_rows([reading("甲县", "{社区|37个|个}。\n在{社区|37个|个}。")])
    cell = row.cells[0]
    assert cell is not None and cell.text == "37个"
    assert [mention.passage for mention in cell.mentions] == ["1-1", "2-1"]


def test_a_figure_of_the_headline() -> None:
    place = {"start": 2, "end": 4, "sentence": Span(0, 6), "field": Field.TITLE}
    figure = Figure(text="3件", value=3, unit="件", object="实事", **place)  # type: ignore[arg-type]
    (row,) = figure_rows([Reading("x", "办好3件实事", "正文。", Digest(figures=(figure,)))])
    cell = row.cells[0]
    assert cell is not None and (cell.mentions[0].field, cell.mentions[0].passage) == (Field.TITLE, "")


def test_nothing_to_count() -> None:
    assert figure_rows([]) == () and figure_rows([Reading("x", "", "", Digest())]) == ()


THINGS = st.lists(st.text("社区党支部网格员“”、和的 ⽹\u200f", max_size=6), max_size=8)


@given(st.lists(THINGS, min_size=1, max_size=4))
def test_no_figure_is_lost_and_the_same_reports_give_the_same_table(reports: list[list[str]]) -> None:
    compared = [
        reading(f"{number}县", "。\n".join(f"有{{{name}|{count}个|个}}" for count, name in enumerate(names)) + "。")
        for number, names in enumerate(reports)
    ]
    found = figure_rows(compared)
    assert found == figure_rows(compared)
    for number, report in enumerate(compared):
        assert {m.start for row in found for m in _mentions(row, number)} == {f.start for f in report.digest.figures}


def _mentions(row: Row, report: int) -> tuple[Mention, ...]:
    cell = row.cells[report]
    return cell.mentions if cell else ()


def test_eight_long_reports_take_no_time() -> None:
    kinds = ["城市", "农村", "街道", "网格", "重点", "困难", "红色", "示范", "标准化", "便民"]
    nouns = ["党支部", "党员", "群众", "事项", "项目", "企业", "活动", "清单", "诉求", "驿站"]
    names = [one + other + noun for one in kinds for other in kinds[:3] for noun in nouns]
    compared = [
        reading(f"{number}县", "".join(f"{{{name[number % 3 :]}|{count}个|个}}。" for count, name in enumerate(names)))
        for number in range(8)
    ]
    figure_rows(readings())  # loads the dictionary of words
    start = time.perf_counter()
    found = figure_rows(compared)
    assert time.perf_counter() - start < 1.0, "0.1 s on an idle machine"
    assert sum(row.count for row in found) >= 8 * 100


