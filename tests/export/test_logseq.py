"""The profile for Logseq: properties first, blocks by tabs, ids under the first line of a block."""

import re
import uuid
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt

from reader.export import markdown
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Quotation, Section, Summary, TextRun
from reader.text.folding import squeeze

from .conftest import COMPLETE, MARKS

REFERENCE = Path(__file__).parent / "reference"


def render(summary: Summary) -> str:
    return markdown.render(summary, profile="logseq")


def one(*items: object) -> Summary:
    return Summary(("题",), sections=(Section("一、甲", 1, items),))  # type: ignore[arg-type]


def test_reads_as_the_reference_does(paper: Summary) -> None:
    assert render(paper) == (REFERENCE / "study_logseq.md").read_text(encoding="utf-8")


def test_the_page_begins_with_its_properties(paper: Summary) -> None:
    properties, body = render(paper).split("\n\n", 1)
    assert all(re.fullmatch(r"[\w-]+:: \S.*", line) for line in properties.split("\n"))
    assert properties.startswith(f"title:: {paper.plain_title}\ntags:: [[基层治理]], [[组织体系]]")
    assert f"\nurl:: {paper.references[0].url}\n" in properties
    assert all(re.match(r"\t*(- |  )\S", line) for line in body.splitlines()), "a line belongs to no block"


def test_a_mark_has_its_id_under_its_first_line_and_its_note_as_a_child(paper: Summary) -> None:
    lines = render(paper).split("\n")
    for mark in MARKS:
        place = next(at for at, line in enumerate(lines) if line.strip() == f"id:: {uuid.UUID(mark.id)}")
        first = (mark.note if mark.kind is Kind.QUESTION else mark.quote).split("\n")[0]
        assert first in lines[place - 1] and lines[place - 1].lstrip("\t").startswith("- ")
    note = lines.index("\t\t\t- **批注**：三张清单可直接借用。")
    assert lines[note - 1].startswith("\t\t  id:: ")


def test_every_part_of_a_paper_stands_in_its_place(complete: Summary) -> None:
    page = MarkdownIt("commonmark").enable("table").render(render(complete))
    text, place = squeeze(unescape(re.sub(r"<[^>]*>", "", page))), 0
    for part in COMPLETE:
        place = text.find(squeeze(part), place)
        assert place >= 0, f"{part!r} is missing or out of order"
        place += len(squeeze(part))


def test_text_is_no_property_reference_macro_or_page() -> None:
    text = "collapsed:: true ((aaaa)) {{query x}} [[页]] #标 id::: x"
    line = next(line for line in render(one(Paragraph((TextRun(text),)))).split("\n") if "collapsed" in line)
    assert not re.search(r"::|\(\(|\{\{|\[\[|(?<!\\)#", line)
    shown = unescape(re.sub(r"<[^>]*>", "", MarkdownIt("commonmark").render(line.strip())))
    assert shown.strip() == text


def test_tags_are_pages_and_other_words_stay_readable() -> None:
    mark = Quotation(Kind.KEY, "一句话", tags=("组织体系", "新 就业", "2026", "a[b]"), id="1")
    assert "- **标签**：#[[组织体系]] #[[新 就业]] #[[2026]] #[[a-b]]（a\\[b\\]）\n" in render(one(mark))


def test_a_mark_that_is_printed_twice_has_two_ids() -> None:
    mark = Quotation(Kind.KEY, "一句话", id="0" * 31 + "1")
    ids = re.findall(r"id:: (.*)", render(one(mark, mark)))
    assert ids[0] == "00000000-0000-0000-0000-000000000001" and uuid.UUID(ids[1]) and ids[0] != ids[1]
