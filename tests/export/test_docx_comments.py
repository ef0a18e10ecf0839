"""Comments of a DOCX: one for each mark whose place is known, at its words, by whoever made it."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from reader.export import docx
from reader.export.docx_comments import initials
from reader.model.summary import Summary

from .conftest import Document, W, attributes


def commented(document: Document) -> dict[int, str]:
    """The text between the ends of each comment's range; paragraphs joined by newlines."""
    found: dict[int, list[str]] = {}
    is_open: set[int] = set()
    for node in document.xml("document").iter():
        if node.tag == W + "commentRangeStart":
            is_open.add(int(node.get(W + "id")))
            found[int(node.get(W + "id"))] = []
        elif node.tag == W + "commentRangeEnd":
            is_open.remove(int(node.get(W + "id")))
        elif node.tag in (W + "t", W + "p"):
            for number in is_open:
                found[number].append("\n" if node.tag == W + "p" else node.text)
    assert not is_open
    return {number: "".join(parts) for number, parts in found.items()}


@pytest.fixture(scope="module")
def document(annotated: Summary) -> Document:
    return Document(docx.render(annotated))


def test_every_mark_with_a_place_is_commented_on_at_its_words(annotated: Summary, document: Document) -> None:
    placed = {number: mark for number, mark in enumerate(annotated.marks, 1) if mark.text and not mark.orphan}
    assert len(placed) == 6
    ranges = commented(document)
    assert {number: mark.text.replace("\t", "\n") for number, mark in placed.items()} == ranges
    root = document.xml("comments")
    references = [int(each.get(W + "id")) for each in document.xml("document").iter(W + "commentReference")]
    assert sorted(references) == sorted(ranges) == [int(each.get(W + "id")) for each in root]


def test_a_comment_says_who_made_it_when_and_what(annotated: Summary, document: Document) -> None:
    for comment in document.xml("comments"):
        mark = annotated.marks[int(comment.get(W + "id")) - 1]
        expected = {"author": "周岚", "initials": "周", "date": "2026-11-02T08:00:00Z", "id": comment.get(W + "id")}
        assert attributes(comment) == expected
        text = "".join(node.text for node in comment.iter(W + "t"))
        assert text == f"〔{mark.kind.seal}〕{mark.note}"
        written = [run for run in comment.iter(W + "r") if run.find(W + "t") is not None]
        assert all(run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia" for run in written)


def test_marked_words_are_underlined_where_nobody_shows_comments(annotated: Summary, document: Document) -> None:
    lines = {
        "".join(node.text for node in run.iter(W + "t")): run.find(f"{W}rPr/{W}u").get(W + "val")
        for run in document.xml("document").iter(W + "r")
        if run.find(f"{W}rPr/{W}u") is not None
    }
    assert lines["县、"] == "single" and lines["乡、村三级联动"] == lines["的治理格局"] == "double"
    assert "。" not in lines


def test_names_and_moments_that_are_none_do_no_harm(annotated: Summary) -> None:
    marks = tuple(dataclasses.replace(each, created="gestern", author="") for each in annotated.marks)
    root = Document(docx.render(dataclasses.replace(annotated, marks=marks))).xml("comments")
    assert {attributes(comment)["author"] for comment in root} == {""}
    assert not any("date" in attributes(comment) for comment in root)
    assert initials("Ada King Lovelace Byron") == "AKL" and initials("周岚") == "周"


def test_a_paper_without_marked_words_has_no_comments(made: Document) -> None:
    assert "word/comments.xml" not in made.parts


def test_hostile_notes_and_articles_leave_valid_comments(annotated_hostile: Summary) -> None:
    document = Document(docx.render(annotated_hostile))
    ranges = commented(document)
    for number, mark in enumerate(annotated_hostile.marks, 1):
        assert ranges[number].strip("\n") == mark.text.strip("\n")
        note = "".join(node.text for node in document.xml("comments")[number - 1].iter(W + "t"))
        assert mark.note.replace("\n", "") in note and mark.owner in note


def test_all_parts_are_valid(annotated: Summary, annotated_hostile: Summary, shared: Path, tmp_path: Path) -> None:
    files = []
    for number, paper in enumerate((annotated, annotated_hostile)):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(docx.render(paper))
    command = [sys.executable, str(shared / "tools" / "validate_docx.py"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("word/comments.xml: valid") == 2
