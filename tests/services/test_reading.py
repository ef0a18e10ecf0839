"""Opening an article and remembering the place."""

from reader.model.article import Position, Status
from reader.services.session import Session


def test_the_place_is_remembered_and_the_article_is_being_read(session: Session, article: str) -> None:
    assert session.reading.position(article) is None
    session.reading.save_position(Position(article, 1, 42, 0.5))
    assert session.reading.position(article) == Position(article, 1, 42, 0.5)
    row = session.reading.article(article)
    assert (row.status, row.progress) == (Status.READING, 0.5)


def test_an_article_is_found_by_the_beginning_of_its_id(session: Session, article: str) -> None:
    assert session.reading.resolve(article[:6]) == article


def test_passages_number_the_shown_text(session: Session, article: str) -> None:
    passages = session.reading.passages(article)
    assert [sentence.number for sentence in passages.sentences] == ["1-1", "2-1", "2-2", "3-1", "3-2"]
