"""Pages: nothing lost, nothing too low, headings with what follows, notes on the page of their mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.pagination import Paginator, Row, kept

HEIGHT, GAP = 1000, 20
NOTES = {1: 60, 2: 120, 3: 90}

ROWS = st.lists(
    st.builds(
        Row,
        content=st.integers(0, 99),
        height=st.integers(1, 300),
        keep_with_next=st.booleans(),
        footnotes=st.lists(st.sampled_from([1, 2, 3, 9]), max_size=2).map(tuple),
    ),
    max_size=60,
)


@given(ROWS)
def test_every_row_once_and_in_order_and_above_the_notes(rows: list[Row[int]]) -> None:
    pages = list(Paginator[int](HEIGHT, NOTES, GAP).pages(rows))
    assert [row for page in pages for _, row in page.rows] == rows
    for page in pages:
        notes = sum(NOTES[number] for number in page.footnotes) + (GAP if page.footnotes else 0)
        assert sum(row.height for _, row in page.rows) + notes <= HEIGHT or len(page.rows) == 1
        tops = [top for top, _ in page.rows]
        assert tops == sorted(tops)
    noted = [number for page in pages for number in page.footnotes]
    marked = [number for row in rows for number in row.footnotes if number in NOTES]
    assert noted == list(dict.fromkeys(marked))


@given(ROWS)
def test_notes_stand_on_the_page_where_they_are_first_marked(rows: list[Row[int]]) -> None:
    for page in Paginator[int](HEIGHT, NOTES, GAP).pages(rows):
        assert set(page.footnotes) <= {number for _, row in page.rows for number in row.footnotes}


def test_a_heading_is_not_left_behind() -> None:
    line, heading = Row("line", 100), Row("heading", 100, keep_with_next=True)
    pages = list(Paginator[str](1000, {}, 0).pages([line] * 8 + [heading, heading, line]))
    assert [len(page.rows) for page in pages] == [8, 3]


def test_a_paragraph_is_not_divided_by_notes() -> None:
    noted = Row("noted", 100, footnotes=(1,))
    first, rest = Row("first", 100, follows=200), [Row("rest", 100)] * 2
    pages = list(Paginator[str](1000, {1: 100}, 0).pages([*[noted] * 7, first, *rest]))
    assert [row.content for _, row in pages[1].rows] == ["first", "rest", "rest"]
    plain = list(Paginator[str](1000, {}, 0).pages([*[Row("plain", 100)] * 8, first, *rest]))
    assert [len(page.rows) for page in plain] == [10, 1], "without notes it is divided as usual"
    long = [Row("first", 100, follows=1200), *[Row("rest", 100)] * 12]
    assert len(next(Paginator[str](1000, {1: 100}, 0).pages([noted, *long])).rows) == 9


def test_column_headings_are_repeated_where_a_page_begins_within_a_table() -> None:
    head = Row("head", 100, keep_with_next=True)
    rows = [Row(str(number), 300, repeated=Row("head", 100)) for number in range(6)]
    pages = list(Paginator[str](1000, {}, 0).pages([head, *rows]))
    assert [[row.content for _, row in page.rows] for page in pages] == [
        ["head", "0", "1", "2"],
        ["head", "3", "4", "5"],
    ]
    assert pages[1].rows[1][0] == 100


def test_no_rows_are_one_empty_page() -> None:
    assert [page.rows for page in Paginator[int](1000, {}, 0).pages([])] == [[]]


def test_a_row_may_begin_a_page_or_stand_at_its_foot() -> None:
    line = Row("line", 100)
    rows = [line, Row("begins", 100, starts_page=True), line, Row("foot", 300, at_foot=True)]
    pages = list(Paginator[str](1000, {}, 0).pages(rows))
    assert [[row.content for _, row in page.rows] for page in pages] == [["line"], ["begins", "line", "foot"]]
    assert pages[1].rows[-1][0] == 700
    first = list(Paginator[str](1000, {}, 0).pages([Row("begins", 100, starts_page=True)]))
    assert len(first) == 1, "no empty page before it"


def test_what_stands_at_the_foot_takes_the_end_of_the_text_along() -> None:
    text = [Row(str(number), 100) for number in range(9)]
    rows = kept([text, None, [Row("foot", 300, at_foot=True)]])
    pages = list(Paginator[str](1000, {}, 0).pages(rows))
    assert [row.content for _, row in pages[1].rows] == ["8", "foot"] and pages[1].rows[1][0] == 700


def test_nothing_is_kept_with_nothing() -> None:
    row = Row("only", 100)
    assert list(kept([None, [row]])) == [row] and list(kept([None, [], None])) == []


def test_what_is_kept_with_the_text_is_not_divided() -> None:
    text, part = [Row("text", 100)] * 8, [Row(each, 100) for each in "abc"]
    pages = list(Paginator[str](1000, {}, 0).pages(kept([text, None, part, [Row("after", 100)]])))
    assert [row.content for _, row in pages[1].rows] == ["text", "a", "b", "c", "after"]


LONG = st.lists(
    st.builds(
        Row,
        content=st.integers(0, 99),
        height=st.integers(1, 1000),
        keep_with_next=st.booleans(),
        footnotes=st.lists(st.sampled_from([1, 2, 3, 9]), max_size=3).map(tuple),
    ),
    max_size=20,
)


@given(LONG, st.integers(0, 60))
def test_long_notes_go_on_at_the_foot_of_the_next_pages_and_none_is_lost(rows: list[Row[int]], parts: int) -> None:
    notes: dict[object, int] = {1: 400, 2: 700, 3: 90} | {("rest", at): 60 for at in range(parts)}
    first = Row(0, 50, footnotes=(1,), continued=tuple(("rest", at) for at in range(parts)))
    pages = list(Paginator[int](HEIGHT, notes, GAP).pages([first, *rows]))
    assert [row for page in pages for _, row in page.rows] == [first, *rows]
    noted = [number for page in pages for number in page.footnotes]
    marked = [number for row in [first, *rows] for number in (*row.footnotes, *row.continued) if number in notes]
    assert noted == list(dict.fromkeys(marked))
    for page in pages:
        foot = sum(notes[number] for number in page.footnotes) + (GAP if page.footnotes else 0)
        assert sum(row.height for _, row in page.rows) + foot <= HEIGHT
        assert page.rows or page.footnotes


def test_the_rest_of_a_long_note_leaves_room_for_the_text() -> None:
    notes: dict[object, int] = {1: 20, 2: 20} | {("rest", at): 20 for at in range(100)}
    first = Row("first", 50, footnotes=(1,), continued=tuple(("rest", at) for at in range(100)))
    pages = list(Paginator[str](1000, notes, 20).pages([first, *[Row("line", 50)] * 40]))
    assert all(len(page.rows) >= 10 for page in pages[:4])


@pytest.mark.parametrize(("above", "begins_on"), [(6, 0), (9, 1)])
def test_no_page_stays_half_empty_for_a_paragraph_that_notes_divide(above: int, begins_on: int) -> None:
    text = [Row("source", 100, footnotes=(1,)), *[Row("line", 100)] * (above - 1)]
    paragraph = [Row("first", 100, follows=500), *[Row("more", 100)] * 5]
    pages = list(Paginator[str](1400, {1: 200}, 100).pages([*text, *paragraph]))
    assert "first" in [row.content for _, row in pages[begins_on].rows]
