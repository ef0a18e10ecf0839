"""Articles made of quotations."""

from hypothesis import given
from tests.exchanged import exchanged

from reader.model.interchange import ExchangedArticle
from reader.services.excerpts import EXCERPTS, captured, captured_excerpts, standing


@given(exchanged())
def test_every_quotation_stands_where_it_is_said_to(article: ExchangedArticle) -> None:
    opening = ("（摘录）",)
    made, stood = captured_excerpts(article, "题", opening), standing(article, opening)
    assert made.text == stood.text and made.fetch.media_type == EXCERPTS
    for annotation in stood.annotations:
        if annotation.quote:
            assert made.text[annotation.start : annotation.end] == annotation.quote


@given(exchanged())
def test_a_text_stays_as_it_is(article: ExchangedArticle) -> None:
    made = captured(article, "题")
    assert made.text == article.text and made.sha256 == article.sha256
