"""What Readwise exports."""

import pytest

from reader.export.interchange.readwise import read
from reader.model.errors import InterchangeError

HEADINGS = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
    "Document tags\n"
)
FILE = HEADINGS + (
    '"划分网格448个,\n真好",青禾区经验,王小明,,可借鉴,yellow,"治理,网格",order,1,'
    '2026-03-02 08:00:00+00:00,"党建,学习"\n'
    "第二处,青禾区经验,王小明,,,blue,,order,2,2026-03-02 09:00:00+00:00,\n"
    "another,Another Book,Jane Doe,B00X,,,,page,10,,\n"
    ",Another Book,Jane Doe,,,,,,,,\n"
)


def test_highlights_by_title() -> None:
    exchange = read(FILE.encode())
    chinese, english = exchange.articles
    assert chinese.metadata.title == "青禾区经验" and chinese.metadata.author == "王小明"
    assert chinese.tags == ("党建", "学习") and exchange.skipped == 1
    first, second = chinese.annotations
    assert first.quote == "划分网格448个,\n真好" and first.note == "可借鉴" and first.tags == ("治理", "网格")
    assert first.created == first.modified == "2026-03-02T08:00:00Z" and second.quote == "第二处"
    assert [mark.quote for mark in english.annotations] == ["another"]


def test_a_highlight_is_the_same_in_the_next_export() -> None:
    again = FILE.replace("可借鉴", "改了的批注") + "third,Another Book,Jane Doe,,,,,,11,,\n"
    ids = {mark.id for article in read(FILE.encode()).articles for mark in article.annotations}
    assert ids < {mark.id for article in read(again.encode()).articles for mark in article.annotations}


def test_another_table_is_refused() -> None:
    with pytest.raises(InterchangeError):
        read(b"a,b\n1,2\n")
