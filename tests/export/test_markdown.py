"""Markdown: what is rendered is what was written, whatever it looks like."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import markdown, markdown_text
from reader.export.clean import printable
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.summary import Paragraph, Section, Summary, TextRun
from reader.text.folding import squeeze

REFERENCE = Path(__file__).parent / "reference"


def rendered(document: str) -> str:
    """As a reader with every extension and raw HTML switched on shows it."""
    body = document.split("---\n", 2)[2] if document.startswith("---\n") else document
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)


def shown(document: str) -> str:
    return squeeze(unescape(re.sub(r"<[^>]*>", "", rendered(document))))


def test_reads_as_the_reference_does(paper: Summary) -> None:
    assert markdown.render(paper) == (REFERENCE / "study.md").read_text(encoding="utf-8")


def test_an_english_paper_reads_as_the_reference_does(material: Material, other: Material) -> None:
    options = Options(
        date="2026-11-02 14:00", people="Study group", language="en", order="text", with_creator=True
    )
    paper = study([material, other], options, Messages("en"))
    assert markdown.render(paper) == (REFERENCE / "study_en.md").read_text(encoding="utf-8")


def test_every_text_is_shown_as_it_was_written(paper: Summary, printed: Callable[[Summary], list[str]]) -> None:
    text = shown(markdown.render(paper))
    missing = [each for each in printed(paper) if any(squeeze(line) not in text for line in each.split("\n"))]
    assert not missing


def test_hostile_text_stays_text_and_nothing_of_it_is_lost(
    hostile: Summary, printed: Callable[[Summary], list[str]]
) -> None:
    document = markdown.render(hostile)
    text, page = shown(document), rendered(document)
    for each in printed(hostile):
        for line in each.split("\n"):
            assert squeeze(line) in text, f"{line!r} is not shown as it was written"
    assert not re.search(r"<(script|img|a|code|em|del|hr|pre)\b", page), "something of the text came to life"
    assert "<strong>批注</strong>：" in page


def test_the_front_matter_is_flat_and_only_data(hostile: Summary, paper: Summary) -> None:
    front = markdown.render(hostile).split("---\n")[1]
    shape = re.compile(r'[\w-]+:|\w+: (\d{4}-\d{2}-\d{2}|".*")|  - ".*"|reader-paper: 1')
    assert all(map(shape.fullmatch, front.splitlines())), front
    assert "date: 2026-11-02\n" in markdown.render(paper)


def test_the_front_matter_is_yaml(hostile: Summary) -> None:
    front = yaml.safe_load(markdown.render(hostile).split("---\n")[1])
    assert front["title"] == hostile.plain_title
    assert all(re.fullmatch(r"[\w/-]+", tag) and not tag.isdigit() for tag in front["tags"])


LINES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)
TRICKY = st.text(alphabet="ab 中\\`*_{}[]()<>#+-.!|~$=^%&;:1\t\n\"'/@", min_size=1)


@given(LINES | TRICKY)
@example("1) a\n   2. b\n\n    code")
@example("a\n===\nb\n---\n***")
@example("\\")
@example("&copy; &#35; www.e.example https://e.example a@b.example")
def test_any_paragraph_survives(text: str) -> None:
    paper = Summary(
        title=("题",), sections=(Section("一", 1, (Paragraph((TextRun(text), TextRun(text, strong=True))),)),)
    )
    text_shown = shown(markdown.render(paper))
    assert text_shown == "题一" + squeeze(printable(text)) * 2


@given(TRICKY)
def test_any_line_of_a_note_survives(text: str) -> None:
    assert shown(markdown_text.broken(printable(text))) == squeeze(printable(text))
