"""Articles of the library side by side."""

from collections.abc import Callable

import pytest
from tests.side_by_side import readings

from reader.messages import Messages
from reader.model.article import CapturedArticle
from reader.model.contrast import Sheet
from reader.model.errors import ContrastError, NotFoundError
from reader.services.contrasting import Contrasting, grid
from reader.services.digesting import Digested
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


@pytest.fixture
def ids(session: Session, captured: Capture) -> list[str]:
    """The three reports in the library."""
    return [
        str(session.capturing.store(each.title, captured(*each.text.split("\n"), url=None, title=each.title)).id)
        for each in readings()
    ]


@pytest.fixture
def contrasting(session: Session, ids: list[str]) -> Contrasting:
    found = {key: Digested(each.digest, each.text) for key, each in zip(ids, readings(), strict=True)}
    return Contrasting(session.library, found.__getitem__)


def test_columns_are_the_articles_in_their_order_each_once(contrasting: Contrasting, ids: list[str]) -> None:
    found = contrasting.contrast([ids[1], ids[0], ids[1]])
    assert [(report.article, report.name) for report in found.reports] == [(ids[1], "白石县"), (ids[0], "清河市")]
    grids = next(row for row in found.figures if row.label == "网格")
    assert [cell and cell.text for cell in grids.cells] == ["2052个", "448个"]


def test_places_are_those_of_the_text_that_is_read(session: Session, contrasting: Contrasting, ids: list[str]) -> None:
    for row in contrasting.contrast(ids).figures:
        for key, cell in zip(ids, row.cells, strict=True):
            for mention in cell.mentions if cell else ():
                assert session.reading.content(key).text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(("count", "code"), [(0, "too_few"), (1, "too_few"), (9, "too_many")])
def test_too_few_or_too_many(contrasting: Contrasting, count: int, code: str) -> None:
    with pytest.raises(ContrastError) as caught:
        contrasting.contrast([f"{number:032x}" for number in range(count)])
    assert caught.value.code == f"contrast_{code}" and caught.value.data["count"] == count
    for language in ("en", "zh_CN"):
        assert str(count) in Messages(language).error(caught.value)


def test_the_same_article_twice_is_one(contrasting: Contrasting, ids: list[str]) -> None:
    with pytest.raises(ContrastError):
        contrasting.contrast([ids[0], ids[0]])


def test_an_article_that_is_not_there(session: Session, ids: list[str]) -> None:
    with pytest.raises(NotFoundError):
        session.contrasting.contrast([ids[0], "f" * 32])


def test_the_session_digests_its_own_articles(session: Session, ids: list[str]) -> None:
    assert [report.article for report in session.contrasting.contrast(ids).reports] == ids


def test_a_table_as_texts(contrasting: Contrasting, ids: list[str]) -> None:
    found = contrasting.contrast(ids)
    rows = grid(found, Sheet.FIGURES, Messages("zh_CN"))
    assert rows[0] == ["指标", "单位与口径", "[1]清河市", "[2]白石县", "[3]推进数字治理的实…"]
    assert ["网格党支部", "个；[1]网格功能性党支部", "88个", "近1178个", "未载"] in rows
    assert len(rows) == len(found.figures) + 1
    practices = grid(found, Sheet.PRACTICES, Messages("en"))
    assert practices[0][0] == "Aspect" and ["　推行联建共建", "推行联建共建", "not stated", "not stated"] in practices
