"""Marks follow the text, and never a copy of their words."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel
from tests.anchoring.reports import CHANCES, edited, report

from reader.anchoring import Transfer, describe
from reader.anchoring.transfer import SURROUNDINGS
from reader.model.blocks import Span

REPORT = (
    "青禾区成立了37个社区党委,选派37个骨干。\n"
    "按照每个网格300户的标准,在37个城市社区划分网格448个。\n"
    "“单元长”入户走访,形成“居民点单、社区派单”的局面。"
)


def carried(old: str, new: str, quote: str, which: int = 0) -> str | None:
    """What a mark on the `which`-th place of `quote` is on in the new text."""
    at = -1
    for _ in range(which + 1):
        at = old.index(quote, at + 1)
    span = Transfer(old, new).carry(describe(old, at, at + len(quote)))
    return None if span is None else new[max(0, span.start - 2) : span.start] + "[" + new[slice(*span)] + "]"


def test_every_repeat_goes_with_its_paragraph() -> None:
    new = "新增一段,提到37个单位。\n" + REPORT
    assert [carried(REPORT, new, "37个", which) for which in range(3)] == ["立了[37个]", "选派[37个]", ",在[37个]"]


def test_a_sentence_that_is_gone_is_lost() -> None:
    new = REPORT.replace("按照每个网格300户的标准,", "")
    assert carried(REPORT, new, "按照每个网格300户的标准,") is None
    assert carried(REPORT, new, "448个") == "网格[448个]"


def test_words_that_were_replaced_do_not_jump_to_a_copy() -> None:
    new = REPORT.replace("选派37个", "选派多名")
    assert carried(REPORT, new, "37个", 1) is None
    assert carried(REPORT, new, "37个", 2) == ",在[37个]"


def test_a_deleted_paragraph_does_not_jump_to_its_neighbour() -> None:
    assert carried("全区37个社区。\n全区37个网格。", "全区37个网格。", "37") is None
    assert carried("全区37个社区。\n全区37个网格。", "全区37个网格。", "37", 1) == "全区[37]"


def test_a_copy_that_was_there_before_is_another_place() -> None:
    line = "办结群众诉求37件，群众满意度持续提升。"
    old = f"青禾区：{line}\n红石区：{line}"
    assert carried(old, f"乡村产业振兴示范带建设提速。\n红石区：{line}", "诉求37件") is None


def test_words_taken_out_are_not_looked_for_elsewhere_while_their_surroundings_stand() -> None:
    old = "成立了社区党委，选派37名骨干，健全议事制度。\n“单元长”入户走访。"
    new = "成立了社区党委，健全议事制度。\n“单元长”入户走访。\n红石镇成立了社区党委，选派37名骨干，健全议事制度。"
    assert carried(old, new, "选派37名骨干，") is None


def test_the_same_figure_among_strangers_is_another_place() -> None:
    old = "成立了37个社区党委。\n“单元长”入户走访。"
    assert carried(old, "“单元长”入户走访。\n新建停车场37处，加装电梯。", "37") is None


def test_a_moved_paragraph_takes_its_marks_along() -> None:
    first, second, third = REPORT.split("\n")
    assert carried(REPORT, f"{third}\n{first}\n{second}", "居民点单、社区派单") == "成“[居民点单、社区派单]"


def test_a_paragraph_that_was_split_keeps_its_marks() -> None:
    new = REPORT.replace("标准,在37个", "标准。\n在37个").replace("448个。", "448个，覆盖全域，不留空白，责任到人。")
    assert carried(REPORT, new, "每个网格300户") == "按照[每个网格300户]"
    assert carried(REPORT, new, "划分网格448个") == "社区[划分网格448个]"


def test_a_mark_over_a_border_of_paragraphs_stretches_over_an_inserted_one() -> None:
    new = REPORT.replace("骨干。\n", "骨干。\n又有新话。\n")
    found = carried(REPORT, new, "选派37个骨干。\n按照每个网格300户")
    assert found == "委,[选派37个骨干。\n又有新话。\n按照每个网格300户]"


def test_reworded_words_are_found_with_their_new_ends() -> None:
    new = REPORT.replace("在37个城市社区划分网格448个", "在37个城市社区共划分网格1,250个")
    assert carried(REPORT, new, "在37个城市社区划分网格448个") == "准,[在37个城市社区共划分网格1,250个]"


@given(CHANCES, st.data())
def test_what_stands_outside_of_an_insertion_keeps_its_place(chance: random.Random, data: st.DataObject) -> None:
    old = "\n".join(report(chance, 5))
    at = data.draw(st.integers(0, len(old)))
    # Without brackets it is not plain where an insertion of equal characters begins.
    new = f"{old[:at]}〔{data.draw(st.text('社区网格37个，。', max_size=12))}〕{old[at:]}"
    start = data.draw(st.integers(0, len(old) - 5))
    span = Span(start, data.draw(st.integers(start + 4, len(old))))
    if span.end <= at or span.start >= at:
        shift = 0 if span.end <= at else len(new) - len(old)
        found = Transfer(old, new).carry(describe(old, *span))
        quote = old[slice(*span)]
        # White space at the ends of a quote is not carried along.
        lead = len(quote) - len(quote.lstrip())
        assert found == (span.start + shift + lead, span.start + shift + lead + len(quote.strip()))


AROUND = 2 * SURROUNDINGS
"""Fewer characters may stand, of a sentence that was edited itself, around a sentence that became its like."""


def still_there(old: str, new: str, span: Span) -> Span | None:
    """Where a mark must be, if anywhere, because the words on both sides of it stand where they stood, once only."""
    before, after = old[max(0, span.start - AROUND) : span.start], old[span.end : span.end + AROUND]
    if len(before) + len(after) < 2 * AROUND or "\n" in old[span.start - AROUND : span.end + AROUND]:
        return None
    if any(text.count(side) != 1 for text in (old, new) for side in (before, after)):
        return None
    between = Span(new.index(before) + AROUND, new.index(after))
    return between if between.start <= between.end and "\n" not in new[slice(*between)] else None


@settings(max_examples=300)
@given(CHANCES, st.integers(1, 6), st.data())
def test_a_carried_mark_is_on_its_own_words_never_on_a_copy(
    chance: random.Random, edits: int, data: st.DataObject
) -> None:
    paragraphs = report(chance, chance.randint(2, 9))
    old, new = "\n".join(paragraphs), "\n".join(edited(chance, paragraphs, edits))
    transfer = Transfer(old, new)
    for _ in range(5):
        start = data.draw(st.integers(0, len(old) - 2))
        span = Span(start, min(len(old), start + data.draw(st.sampled_from((2, 3, 5, 12, 40, 90)))))
        quote = old[slice(*span)]
        found = transfer.carry(describe(old, *span)) if quote.strip() == quote else None
        if found is None:
            continue
        words = new[slice(*found)]
        assert words == quote or Indel.normalized_similarity(quote, words) >= 0.6
        between = still_there(old, new, span)
        if between:
            assert between.start <= found.start and found.end <= between.end
