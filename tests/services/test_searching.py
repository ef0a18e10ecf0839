"""Search over title, text, notes and quotes."""

import pytest

from reader.model.query import Field
from reader.services.session import Session


@pytest.mark.parametrize("query", ["云", "青禾", "工作制度", "“双报到”", "１，２００"])
def test_every_length_and_width_finds_the_place(session: Session, article: str, query: str) -> None:
    hits = session.searching.search(query, [Field.TEXT])
    assert [hit.article for hit in hits] == [article]
    start, end = hits[0].hits[0]
    assert hits[0].snippet[start:end]


def test_notes_and_quotes_name_their_annotation(session: Session, article: str) -> None:
    mark = session.annotating.annotate(article, quote="4项工作制度", note="议事规则可借鉴")
    assert session.searching.search("可借鉴")[0].annotation == mark.id
    assert session.searching.search("工作制度", [Field.QUOTE])[0].annotation == mark.id
    assert session.searching.search("可借鉴 -议事") == []
