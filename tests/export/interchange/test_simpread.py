"""The file of 简悦."""

import json

from reader.export.interchange.simpread import read

FILE = {
    "option": {"secret": {"token": "s3cret"}},
    "unrdist": [
        {
            "idx": 3,
            "title": "青禾区经验",
            "url": "https://example.org/a.html",
            "create": "2022年09月01日 10:00:00",
            "note": "整篇的笔记",
            "tags": ["党建"],
            "annotations": [
                {"id": 1661990400000, "text": "划分网格448个", "html": "<b>划分</b>", "note": "好", "tags": ["网格"]},
                {"id": 1661990400001, "type": "img", "text": "https://example.org/1.png", "note": ""},
                {"id": "x", "text": 5},
            ],
        },
        {"idx": 2, "title": "只是存下来的", "url": "https://example.org/b.html", "annotations": []},
        "nonsense",
    ],
}


def test_marks_and_notes_of_articles() -> None:
    exchange = read(json.dumps(FILE).encode())
    (article,) = exchange.articles
    assert article.metadata.title == "青禾区经验" and article.metadata.url == "https://example.org/a.html"
    assert article.tags == ("党建",) and exchange.skipped == 1
    mark, picture, note = article.annotations
    assert (mark.quote, mark.note, mark.tags) == ("划分网格448个", "好", ("网格",))
    assert mark.created == "2022-09-01T00:00:00Z"
    assert picture.quote == "" and picture.note == "https://example.org/1.png"
    assert note.quote == "" and note.note == "整篇的笔记" and note.created == "2022-09-01T10:00:00Z"
    assert "s3cret" not in repr(exchange)


def test_without_a_reading_list_there_is_nothing() -> None:
    assert read(b'{"unrdist": null}').annotations == 0


def test_half_of_a_character_in_an_id_is_no_trouble() -> None:
    """JSON can write it, UTF-8 cannot."""
    data = rb'{"unrdist": [{"url": "https://a.example/", "annotations": [{"id": "\ud800", "text": "x"}]}]}'
    assert read(data).annotations == 1
