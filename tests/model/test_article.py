"""A captured article knows its canonical text and checksum."""

import hashlib

from reader.model.article import Article, CapturedArticle, Fetch, Metadata, Resembling
from reader.model.blocks import Block, BlockKind


def test_the_checksum_is_of_the_canonical_text() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "织密“一张网”。"), Block(BlockKind.PARAGRAPH, "四到家"))
    fetch = Fetch(b"", "text/plain", "2026-03-18T08:00:00Z")
    captured = CapturedArticle(Metadata(), blocks, "", "", "utf-8", fetch)
    assert captured.text == "织密“一张网”。\n四到家"
    assert captured.sha256 == hashlib.sha256(captured.text.encode()).hexdigest()


def test_an_article_is_called_by_its_title() -> None:
    assert Article("00", Metadata(title="青禾区"), "2026-03-18T08:00:00Z").title == "青禾区"


def test_a_likeness_is_told_by_the_share_or_by_what_is_contained() -> None:
    other = Article("00", Metadata(), "2026-03-18T08:00:00Z")
    same, excerpt, half = Resembling(other, 0.9999, 1.0), Resembling(other, 0.3, 0.95), Resembling(other, 0.5, 0.6)
    assert [(each.is_same, each.is_repost, each.percent) for each in (same, excerpt, half)] == [
        (True, True, 99),
        (False, True, 95),
        (False, False, 60),
    ]
    assert Resembling(other, 1.0, 1.0).percent == 100 and Resembling(other, 0.29, 0.29).percent == 29
