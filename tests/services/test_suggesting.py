"""Orphans are told where they might belong, and taking it up is an edit like any other."""

from collections.abc import Callable

from reader.model.article import CapturedArticle
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


def test_a_suggestion_can_be_taken_up(session: Session, captured: Capture, article: str) -> None:
    paragraphs = captured().text.split("\n")
    mark = session.annotating.annotate(article, quote="建立了4项工作制度", note="可学")
    placed = session.annotating.annotate(article, quote="37名骨干")
    paragraphs[1] = paragraphs[1].replace("建立了4项工作制度", "制定出台相关管理办法6件")
    session.capturing.store("again", captured(*paragraphs))
    orphan = session.annotating.get(mark.id)
    assert orphan.orphan
    found = session.suggesting.suggest([orphan, session.annotating.get(placed.id)])
    assert list(found) == [mark.id]
    suggestion = found[mark.id]
    assert suggestion.quote.startswith("制定出台相关管理办法6件") and suggestion.passage == "2-2"
    assert suggestion.similarity < 0.6
    _, after = session.annotating.edit(mark.id, start=suggestion.start, end=suggestion.end)
    assert not after.orphan and after.quote == suggestion.quote and after.note == "可学"
    assert session.suggesting.suggest([after]) == {}


def test_the_place_is_known_from_the_older_version(session: Session, captured: Capture) -> None:
    lines = [f"第{number}件实事是给{number + 3}个小区装上路灯，夜里走路更安心。" for number in range(1, 9)]
    article = str(session.capturing.store("link", captured(*lines)).id)
    mark = session.annotating.annotate(article, quote="第6件实事是给9个小区")
    lines[5] = "全区小区装上路灯，夜里走路更安心。"
    session.capturing.store("link", captured(*lines))
    orphan = session.annotating.get(mark.id)
    assert orphan.orphan
    # "第5件实事是给8个小区" is more like it, and was there before.
    suggestion = session.suggesting.suggest([orphan])[mark.id]
    assert (suggestion.quote, suggestion.passage) == ("全区小区", "6-1")
    session.capturing.store("link", captured("新增一段。", *lines))
    later = session.suggesting.suggest([session.annotating.get(mark.id)])[mark.id]
    assert (later.quote, later.passage) == ("全区小区", "7-1")
