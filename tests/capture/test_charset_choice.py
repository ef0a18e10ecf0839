"""Previews of a page in each charset."""

import pytest

from reader.capture.charset import codec_of
from reader.capture.charset_choice import charset_choices
from reader.capture.looking import charsets
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

TITLE = "青禾区：网格做好大文章"
PAGE = f"""<html><head><script>var x = 1;</script><meta charset="utf-8"><title>{TITLE}</title></head>
<body><p>把全区划分为128个网格，配备专职网格员256名。</p></body></html>"""


def lines(data: bytes) -> dict[str, tuple[str, bool]]:
    return {each["encoding"]: (each["line"], each["damaged"]) for each in charset_choices(data, "utf-8")}


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_the_right_charset_shows_the_title(codec: str) -> None:
    found = lines(PAGE.encode(codec))
    assert found[codec] == (TITLE, False)
    assert all(line != TITLE for other, (line, _) in found.items() if other != codec)


def test_missing_characters_are_told() -> None:
    assert lines(PAGE.encode("gb18030"))["utf-8"][1]


def test_a_page_without_title_shows_its_first_words_beyond_ascii() -> None:
    page = "<script>abc</script><p>Home</p><p>云岭市</p>".encode("gb18030")
    assert lines(page)["gb18030"] == ("云岭市", False)


def test_the_present_one_is_listed_even_when_it_is_not_offered() -> None:
    data = PAGE.encode("utf-16-le")
    found = charsets(data, Source(media_type="text/html", encoding="utf-16-le"))
    assert found["present"] == "utf-16-le" and found["choices"][0]["line"] == TITLE


def test_a_charset_by_any_of_its_names_wins_over_what_the_page_says() -> None:
    data = PAGE.encode("gb18030")
    for name in ("GBK", "gb2312", " gb18030 "):
        assert parse(data, Source(media_type="text/html; charset=utf-8", encoding=name)).title == TITLE


@pytest.mark.parametrize("name", ["utf-7", "klingon", "", "rot13"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(CaptureError, match="unknown_encoding"):
        codec_of(name)
