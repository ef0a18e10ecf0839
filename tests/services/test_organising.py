"""Lists, states, tags, collections, trash."""

import pytest

from reader.model.article import Status
from reader.model.errors import NotFoundError, ReaderError
from reader.model.query import ArticleQuery
from reader.services.organising import check_date
from reader.services.session import Session


def test_edit_returns_the_row_before_and_after(session: Session, article: str) -> None:
    before, after = session.organising.edit(article, status=Status.READ, starred=True, published="2026-04-01")
    assert (before.status, before.starred, before.metadata.published) == (Status.UNREAD, False, "2026-03-02")
    assert (after.status, after.starred, after.metadata.published) == (Status.READ, True, "2026-04-01")
    assert session.organising.counts().read == 1


@pytest.mark.parametrize("changes", [{"published": "2026-13-01"}, {"title": "  "}])
def test_impossible_metadata_is_refused(session: Session, article: str, changes: dict[str, str]) -> None:
    with pytest.raises(ReaderError):
        session.organising.edit(article, **changes)
    assert session.reading.article(article).metadata.published == "2026-03-02"


@pytest.mark.parametrize(("value", "date"), [("2026-01-31", "2026-01-31"), ("", None), (None, None)])
def test_dates_are_iso_or_nothing(value: str | None, date: str | None) -> None:
    assert check_date(value) == date


def test_tags_and_collections_select_articles(session: Session, article: str) -> None:
    session.organising.tag([article], "双报到")
    session.organising.collect([article], "十一月学习会")
    assert session.organising.ids(ArticleQuery(tag="双报到")) == [article]
    assert session.organising.ids(ArticleQuery(collection="十一月学习会")) == [article]
    (meeting,) = session.organising.collections()
    session.organising.edit_collection(meeting.id, date="2026-11-28", participants="老周、小林")
    (meeting,) = session.organising.collections()
    assert (meeting.date, meeting.participants, meeting.articles) == ("2026-11-28", "老周、小林", 1)
    session.organising.untag([article], "双报到")
    session.organising.uncollect([article], "十一月学习会")
    assert session.organising.ids(ArticleQuery(tag="双报到")) == []
    session.organising.delete_collection(meeting.id)
    assert session.organising.collections() == []
    assert session.organising.ids(ArticleQuery()) == [article]


def test_a_renamed_tag_keeps_its_articles(session: Session, article: str) -> None:
    session.organising.tag([article], "网格")
    session.organising.rename_tag("网格", "网格化")
    assert session.organising.ids(ArticleQuery(tag="网格化")) == [article]
    assert "网格" not in session.organising.tags()
    session.organising.delete_tag("网格化")
    assert session.reading.article(article).tags == ()


def test_the_trash_gives_back_or_empties_for_ever(session: Session, article: str) -> None:
    mark = session.annotating.annotate(article, quote="4项工作制度")
    session.organising.delete([article])
    articles, _ = session.organising.trash()
    assert [each.id for each in articles] == [article]
    session.organising.undelete([article])
    assert session.annotating.list(article) == [mark]
    session.organising.delete([article])
    assert article in session.organising.empty_trash()
    with pytest.raises(NotFoundError):
        session.reading.article(article)
