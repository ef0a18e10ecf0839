"""What the index holds of a text, and what a query asks."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.tokens import LONGEST_WORD, bag, is_plain, parse
from reader.text.folding import fold

HAN = "党建社区治理\U0002cb4e〇々"


def test_a_bag_has_characters_pairs_and_words_each_once() -> None:
    assert set(bag("党建，党建 ＡＢ3 ab3").split()) == {"党", "建", "党建", "ab3"}
    assert bag("，。—") == ""
    assert max(map(len, bag("x" * 1000).split())) == LONGEST_WORD


@given(st.text(HAN + "aB3，", max_size=40), st.text(HAN, min_size=1, max_size=5))
def test_every_text_with_a_word_has_the_tokens_that_the_word_asks_for(text: str, word: str) -> None:
    (term,) = parse(word).wanted
    asked = {token.strip('"') for token in term.match.split(" AND ")}
    assert asked <= set(bag(text + word).split())
    assert term.count(fold(text)) == fold(text).count(word)


def test_plain_means_that_han_is_not_changed_by_folding() -> None:
    assert is_plain("党建，３７个ＡＢ“引”")
    assert not is_plain("⼤会")
    assert not is_plain("㈱党")


def test_query_syntax() -> None:
    terms = parse('党建 "Grid  Gov" -食堂 -"a b" “全部” 党建')
    assert [term.text for term in terms.wanted] == ["党建", "grid gov", "全部"]
    assert [term.text for term in terms.unwanted] == ["食堂", "a b"]
    assert [term.text for term in parse('- 党-建 "没完').wanted] == ["-", "党-建", "没完"]
