"""Places of an article, in the words of a paper."""

import pytest

from reader.export.templates.places import passage_in_words, place_in_words
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("3-5", "第3段第5句"),
        ("3-5..3-7", "第3段第5至7句"),
        ("3-5..4-1", "第3段第5句至第4段第1句"),
        (None, ""),
        ("x", ""),
    ],
)
def test_passages_in_words(passage: str | None, words: str, say: Messages) -> None:
    assert passage_in_words(passage, say) == words


@pytest.mark.parametrize(
    ("quote", "passage", "orphan", "words"),
    [
        ("引文", "3-5", False, "第3段第5句"),
        ("", None, False, "全文"),
        ("引文", None, False, "位置不详"),
        ("引文", "3-5", True, "原第3段第5句，最新版本中未找到"),
        ("引文", None, True, "原处在最新版本中未找到"),
    ],
)
def test_places(quote: str, passage: str | None, orphan: bool, words: str, say: Messages) -> None:
    mark = Annotation("1" * 32, "a" * 32, 1, Kind.KEY, quote, passage=passage, orphan=orphan)
    assert place_in_words(mark, say) == words
