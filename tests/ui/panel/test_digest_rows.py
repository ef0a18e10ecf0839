"""What the tab 摘要 shows: sections in the order of a paper, each row with its place."""

import dataclasses

import pytest
from tests.digests import TEXT, TITLE, hand_made, span

from reader.model.annotation import Kind
from reader.model.blocks import Span
from reader.model.corrections import Change
from reader.model.digest import Digest, Field, FigureKind, Layer
from reader.services.digesting import Digested
from reader.ui.panel.digest_rows import RowKind, accepted, can_change, default_kind, prepare


@pytest.fixture(scope="module")
def shown():
    return prepare(Digested(hand_made(), TEXT), TITLE)


@pytest.fixture(scope="module")
def rows(shown):
    return {section.layer: section.rows for section in shown.sections}


def test_sections_stand_in_the_order_of_a_paper_and_none_is_empty(shown):
    order = [section.layer for section in shown.sections]
    assert order == ["model", "key", "figures", "documents", "terms", "orgs", "dates", "chains"]
    assert prepare(Digested(Digest(), "文"), "题").sections == ()


def test_every_row_knows_its_place(rows):
    for row in (row for group in rows.values() for row in group if row.can_go):
        source = TITLE if row.field is Field.TITLE else TEXT
        assert source[slice(*row.span)] == row.item.text
        if row.sentence is not None:
            assert row.sentence.start <= row.span.start and row.span.end <= row.sentence.end
            assert TEXT[slice(*row.sentence)] == TEXT[slice(*row.sentence)].strip()


def test_the_model_has_its_parts_and_the_doubt_about_their_number(rows):
    kinds = [row.kind for row in rows[Layer.MODEL]]
    assert kinds == [RowKind.MODEL, RowKind.PART, RowKind.PART, RowKind.PART, RowKind.HINT]
    assert rows[Layer.MODEL][-1].hint.expected == 4


def test_figures_say_what_they_count_and_stand_once(rows, shown):
    listed = {(row.text, row.note): row for row in rows[Layer.FIGURES]}
    assert ("448个", "网格") in listed and ("近3000个", "停车位") in listed and ("300户左右", "每个网格") in listed
    assert listed["37个", "社区"].field is Field.BODY  # the title says it too
    assert len(rows[Layer.FIGURES]) == len(shown.ledger) - 1


def test_figures_that_describe_the_shape_of_the_model_come_last():
    digest = hand_made()
    shape = dataclasses.replace(digest.figures[1], kind=FigureKind.STRUCTURAL)
    changed = dataclasses.replace(digest, figures=(shape, *digest.figures[2:]))
    (section,) = [s for s in prepare(Digested(changed, TEXT), TITLE).sections if s.layer is Layer.FIGURES]
    assert section.rows[0].text == "448个" and section.rows[-1].text == "37个"


def test_a_mark_is_put_on_the_sentence_and_on_a_passage_itself(rows):
    figure = next(row for row in rows[Layer.FIGURES] if row.text == "448个")
    assert TEXT[slice(*figure.sentence)].startswith("全市37个社区划分网格448个")
    passage = rows[Layer.KEY][0]
    assert passage.sentence == passage.span


def test_documents_say_what_was_done_with_them(rows):
    assert [row.note for row in rows[Layer.DOCUMENTS]] == ["制定下发", "印发"]


def test_a_term_opens_into_its_occurrences(rows, shown):
    term = next(row for row in rows[Layer.TERMS] if row.text == "微心愿")
    places = shown.occurrences(term)
    assert [place.span for place in places] == [span("微心愿", number) for number in range(3)]
    assert places[1].before.endswith("居民“") and places[1].after.startswith("”由网格员")
    assert TEXT[slice(*places[1].sentence)].startswith("三是服务联动")


def test_the_time_line_runs_forward_and_begins_with_the_clause(rows):
    line = rows[Layer.DATES]
    assert [row.text for row in line] == ["2019-05", "2021-03", "2022", "2023"]
    assert line[0].note.startswith("…2019年5月起") and line[2].note.startswith("…2022年在全市推开")
    assert line[1].note.startswith("2021年3月")


def test_a_chain_can_be_read_aloud(rows):
    assert rows[Layer.CHAINS][0].text == "市委 → 街道党工委 → 社区党委 → 网格党支部 → 党员中心户"


def test_results_become_data_and_all_else_key_points(rows):
    assert [default_kind(row) for row in rows[Layer.KEY]] == [Kind.KEY] * 4 + [Kind.DATA]


def test_a_suggestion_is_accepted_by_an_annotation_that_overlaps_it(rows, make_annotation):
    passage = rows[Layer.KEY][1]
    inside = make_annotation(1, start=passage.span.start + 5, end=passage.span.start + 20)
    beside = make_annotation(2, start=passage.span.end, end=passage.span.end + 9)
    more = make_annotation(3, Kind.DATA, start=passage.span.start, end=passage.span.end)
    whole_article = make_annotation(4, start=None, end=None)
    assert accepted(passage, [whole_article, beside]) is None
    assert accepted(passage, [inside, beside]) == inside
    assert accepted(passage, [inside, more]) == more


def test_what_can_be_corrected(rows, shown):
    assert can_change(rows[Layer.FIGURES][0], Change.SET) and can_change(rows[Layer.FIGURES][0], Change.REMOVE)
    assert not can_change(rows[Layer.CHAINS][0], Change.SET) and can_change(rows[Layer.CHAINS][0], Change.REMOVE)
    part, hint = rows[Layer.MODEL][1], rows[Layer.MODEL][-1]
    place = shown.occurrences(rows[Layer.TERMS][0])[0]
    assert not any(can_change(row, change) for row in (part, hint, place) for change in Change)


def test_an_item_of_the_title_cannot_be_marked():
    digest = hand_made()
    title_only = dataclasses.replace(digest, figures=digest.figures[:1])
    (section,) = [s for s in prepare(Digested(title_only, TEXT), TITLE).sections if s.layer is Layer.FIGURES]
    start = TITLE.index("37个")
    assert section.rows[0].sentence is None and section.rows[0].span == Span(start, start + 3)
