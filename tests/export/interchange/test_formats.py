"""Which format a file has."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.interchange.test_readwise import FILE as READWISE
from tests.export.interchange.test_simpread import FILE as SIMPREAD
from tests.export.interchange.test_w3c import FOREIGN
from tests.export.interchange.test_zotero import HTML, MARKDOWN, RIS

from reader.export.interchange import hypothesis, table, w3c
from reader.export.interchange.formats import READERS, detect, read
from reader.export.interchange.parsing import LARGEST_FILE
from reader.model.errors import InterchangeError
from reader.model.interchange import ExchangedArticle


@pytest.mark.parametrize(
    ("text", "name", "format"),
    [
        (json.dumps(FOREIGN), "a.jsonld", "jsonld"),
        (json.dumps([FOREIGN]), "", "jsonld"),
        (json.dumps(SIMPREAD), "simpread_config.json", "simpread"),
        (json.dumps({"annotations": [{"uri": "https://e.org", "target": []}]}), "x.json", "hypothesis"),
        (READWISE, "readwise-data.csv", "readwise"),
        (RIS, "x.ris", "ris"),
        ("\ufeff" + RIS, "x.txt", "ris"),
        (HTML, "note.html", "zotero-html"),
        (MARKDOWN, "note.md", "zotero-markdown"),
        ("# 一篇文章\n\n正文", "a.md", None),
        ("a,b\n1,2", "a.csv", None),
        ('{"a": 1}', "a.json", None),
        ("", "", None),
    ],
)
def test_by_what_it_holds(text: str, name: str, format: str | None) -> None:
    assert detect(text.encode(), name) == format


def test_our_own_files(article: ExchangedArticle) -> None:
    assert detect(w3c.write([article])) == "jsonld"
    assert detect(hypothesis.write([article], "")) == "hypothesis"
    assert detect(table.write([article])) == "csv"


def test_words_of_an_article_do_not_mislead(article: ExchangedArticle) -> None:
    from dataclasses import replace

    sly = replace(article, text='{"unrdist": [], "uri": "x", "export_userid": 1} TY  - ', metadata=article.metadata)
    assert detect(w3c.write([sly])) == "jsonld"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "import_format"),
        (b'{"@context": ', "import_damaged"),
        (b'{"@context": ' + b"[" * 200_000, "import_damaged"),
        (b'{"@context": [' + b"0," * 6_000_001 + b"0]}", "import_too_many"),
        (b'{"target": ' + b"9" * 10_000 + b"}", "import_damaged"),
        (b'{"@context": "x", "items": []}', "import_nothing"),
        (b"quote,note,kind\n", "import_nothing"),
    ],
)
def test_a_bad_file_is_told(data: bytes, code: str) -> None:
    with pytest.raises(InterchangeError) as refused:
        read(data, "x")
    assert refused.value.code == code


def test_a_file_has_a_limit() -> None:
    with pytest.raises(InterchangeError) as refused:
        read(bytes(LARGEST_FILE + 1))
    assert refused.value.code == "import_too_large"


def test_annotations_have_a_limit() -> None:
    with pytest.raises(InterchangeError) as refused:
        read(b"quote,note,kind\n" + b"".join(b"%d,,\n" % number for number in range(100_001)))
    assert refused.value.code == "import_too_many"


STARTS = (
    b"", b'{"@context":1,"items":', b'{"annotations":', b'{"unrdist":', b"TY  - ELEC\n", b"quote,note,kind\n",
    b"# zotero://",
)  # fmt: skip


@given(st.sampled_from(STARTS), st.binary(max_size=200))
def test_any_bytes_end_in_annotations_or_an_error(start: bytes, data: bytes) -> None:
    with contextlib.suppress(InterchangeError):
        assert read(start + data, "x").format in READERS


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["id", "target", "source", "selector", "type", "exact", "start", "end", "body", "purpose", "value", "uri",
             "tags", "document", "title", "references", "user_info", "unrdist", "annotations", "url", "text", "note",
             "reader:articles", "reader:text", "reader:tags", "first", "items", "creator", "created", "state"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=25,
)  # fmt: skip


@given(VALUES)
def test_any_json_ends_in_annotations(value: object) -> None:
    data = json.dumps(value).encode()
    for format in ("jsonld", "hypothesis", "simpread"):
        try:
            READERS[format](data)
        except InterchangeError as error:
            assert error.code == "import_pages"
