"""Text in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.markdown_text import run_text, started, tag_name
from reader.model.summary import TextRun


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("组织体系", "组织体系"),
        ("新 就业/群体", "新-就业/群体"),
        ("2026", "n2026"),
        ("20/26-1", "n20/26-1"),
        ("***", ""),
        ("__a__b_", "a__b"),
        ("-/a//-/b/-", "a/b"),
        ("a-_b", "a-b"),
    ],
)
def test_names_of_tags(word: str, tag: str) -> None:
    assert tag_name(word) == tag


@given(st.text())
def test_any_tag_is_one_that_is_found(word: str) -> None:
    tag = tag_name(word)
    assert tag_name(tag) == tag
    if tag:
        page = MarkdownIt("commonmark").renderInline(f"#{tag} #{tag}")
        assert page == f"#{tag} #{tag}"


@pytest.mark.parametrize("word", ["a" + "_" * 300_000 + "b", "_" * 300_000, "-/" * 150_000, "a_" * 150_000])
def test_no_tag_takes_long(word: str) -> None:
    assert len(tag_name(word)) <= len(word)


def test_blanks_between_stretches_stay_and_bold_beside_bold_is_one() -> None:
    runs = (TextRun("see "), TextRun("the", strong=True), TextRun("list", strong=True), TextRun(" now.", footnote=2))
    assert started("".join(map(run_text, runs))) == r"see **thelist** now.\[2\]"
    assert started(run_text(TextRun("1. a"))) == r"1\. a"
