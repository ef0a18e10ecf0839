"""Where an orphan might belong."""

import pytest

from reader.anchoring import describe, similarity, suggest
from reader.model.annotation import Selectors, TextQuoteSelector

OLD = (
    "青禾区坚持党建引领，把党支部建在网格上。\n"
    "一年来，解决群众难题1,560件，群众满意度持续提升。下一步将继续努力。\n"
    "成立了37个社区党委，选派骨干担任第一书记。"
)


def suggested(new: str, quote: str) -> tuple[str, float] | None:
    start = OLD.index(quote)
    span = suggest(new, describe(OLD, start, start + len(quote)))
    return None if span is None else (new[slice(*span)], round(similarity(new, span, quote), 2))


def test_reworded_beyond_certainty_but_alike() -> None:
    new = OLD.replace("解决群众难题1,560件", "协调处理急难愁盼问题和群众来访1,580余件")
    found = suggested(new, "解决群众难题1,560件")
    assert found is not None
    assert "1,580余件" in found[0] and 0.35 <= found[1] < 0.6


def test_replaced_words_are_suggested_by_what_stands_around_them() -> None:
    new = OLD.replace("群众满意度持续提升", "各项工作走在前列")
    assert suggested(new, "群众满意度持续提升") == ("各项工作走在前列", 0.0)


def test_deleted_words_are_suggested_by_the_sentence_next_to_them() -> None:
    new = OLD.replace("群众满意度持续提升。", "")
    found = suggested(new, "群众满意度持续提升。")
    assert found is not None and found[0] in ("一年来，解决群众难题1,560件，下一步将继续努力。", "下一步将继续努力。")


def test_words_that_were_moved_are_suggested_where_they_are_now() -> None:
    new = OLD.replace("群众满意度持续提升。", "") + "\n群众满意度持续提升。"
    assert suggested(new, "群众满意度持续提升。") == ("群众满意度持续提升。", 1.0)


@pytest.mark.parametrize("new", ["", "完全不同的另一篇。", "\n"])
def test_nothing_is_suggested_where_nothing_is_left(new: str) -> None:
    assert suggested(new, "解决群众难题1,560件") is None


def test_an_empty_quote_has_no_place() -> None:
    assert suggest(OLD, Selectors(TextQuoteSelector(""))) is None
