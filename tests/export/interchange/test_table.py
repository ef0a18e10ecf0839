"""Annotations as CSV: nothing runs, nothing is lost."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchanged import exchanged

from reader.export.interchange.table import COLUMNS, read, rows_of, shielded, unshielded, write
from reader.model.errors import InterchangeError
from reader.model.interchange import ExchangedArticle
from reader.text.folding import clean


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_opens_it(article: ExchangedArticle) -> None:
    data = write([article])
    assert data.startswith(b"\xef\xbb\xbf\"id\",\"kind\"") and data.endswith(b'"\r\n')
    heading, *rows = cells(data)
    assert tuple(heading) == COLUMNS and len(rows) == 4 and {len(row) for row in rows} == {len(COLUMNS)}
    assert rows[1][heading.index("note")] == "'=SUM(A1)\n'-第二行"
    assert rows[1][heading.index("tags")] == "试点\na,b;c"


@given(st.text())
def test_what_is_shielded_comes_back_and_never_begins_a_formula(text: str) -> None:
    shield = shielded(text)
    assert unshielded(shield) == text.replace("\r\n", "\n")
    for line in shield.split("\n"):
        assert not line.lstrip(" \xa0\u3000\u200b").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋"))


@pytest.mark.parametrize("text", ["'", "''=1", "'=1", "=1", "'a", "　=1", "'　-1", "'\t", ""])
def test_an_apostrophe_of_ones_own_stays(text: str) -> None:
    assert unshielded(shielded(text)) == text


@given(exchanged())
def test_nothing_is_lost(article: ExchangedArticle) -> None:
    found = read(write([article])).articles
    back = [replace(mark, version=1) for each in found for mark in each.annotations]
    assert back == list(article.annotations)
    for each in found:
        assert replace(each, annotations=(), text=article.text) == replace(article, annotations=())


def test_a_long_note_is_whole(article: ExchangedArticle) -> None:
    long = replace(article.annotations[0], note="长" * 400_000)
    assert read(write([replace(article, annotations=(long,))])).articles[0].annotations[0].note == long.note


def test_what_a_spreadsheet_saved_on_a_chinese_system(article: ExchangedArticle) -> None:
    text = write([article]).decode("utf-8-sig").replace("𬭎", "弘").replace("😀", "").replace('"true"', '"TRUE"')
    text = text.replace("2026-12-01", "2026/12/1")
    for saved in (text.encode("gb18030"), text.encode("utf-16"), text.replace('","', '"\t"').encode()):
        (found,) = read(saved).articles
        assert found.annotations[0].due == "2026-12-01" and found.annotations[3].orphan
        assert found.metadata == article.metadata


def test_without_its_headings_it_is_refused() -> None:
    bad = {b"a,b\r\n1,2\r\n": "import_column", b"\xff\xff\x00": "import_encoding", b"": "import_column"}
    for data, code in bad.items():
        with pytest.raises(InterchangeError) as refused:
            read(data)
        assert refused.value.code == code


def test_a_row_of_a_person_needs_no_ids() -> None:
    data = "title,quote,note,kind,tags\r\n报告,网格,看,Data,甲\r\n报告,网格,看,Data,甲\r\n报告,,,,\r\n".encode()
    exchange = read(data)
    (article,) = exchange.articles
    assert len(article.annotations) == 1 and exchange.skipped == 1 and article.annotations[0].kind == "data"
    assert read(data).articles[0].annotations[0].id == article.annotations[0].id


@given(st.binary(max_size=300))
def test_any_bytes_end_in_rows_or_an_error(data: bytes) -> None:
    try:
        for row in rows_of(b"quote,a\n" + data, "quote"):
            assert all(isinstance(value, str) for value in row.values())
    except InterchangeError:
        pass


def test_cleaning_is_part_of_reading() -> None:
    (article,) = read("quote\r\n\"a\x0bb\u2028\"\r\n".encode()).articles
    assert article.annotations[0].quote == clean("a\x0bb\u2028") == "ab"


def test_a_table_of_nothing_but_separators_is_refused() -> None:
    for row in (b"," * 6_000_001, b"\n" * 6_000_001):
        with pytest.raises(InterchangeError, match="import_too_many"):
            list(rows_of(b"quote,a\n" + row, "quote"))
