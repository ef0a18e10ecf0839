"""Marked words in HTML: nothing between the characters of the text, and links from words to notes and back."""

import re
from html import unescape

from reader.export import html
from reader.model.summary import Paragraph, Summary, Table
from reader.text.folding import squeeze


def shown(page: str) -> str:
    return unescape(re.sub("<[^>]*>", "", page[page.index("<main>") :]))


def test_labels_and_lines_do_not_break_the_text(annotated: Summary, annotated_hostile: Summary) -> None:
    for paper in (annotated, annotated_hostile):
        text = squeeze(shown(html.render(paper)))
        items = paper.sections[0].items[1:]
        assert not [each.text for each in items if isinstance(each, Paragraph) and squeeze(each.text) not in text]
        cells = [cell for each in items if isinstance(each, Table) for row in each.rows for cell in row]
        assert not [cell for cell in cells if squeeze(cell) not in text]


def test_every_mark_is_linked_to_its_note_and_back(annotated: Summary) -> None:
    page = html.render(annotated)
    placed = {number: mark for number, mark in enumerate(annotated.marks, 1) if mark.text and not mark.orphan}
    for number, mark in placed.items():
        label = f"{mark.kind.seal}{number}"
        assert page.count(f'id="mark-{number}"') == 1
        linked = f'<a class="label" id="mark-{number}" href="#note-{number}" data-label="{label}"'
        assert (linked in page) is bool(mark.note)
        note = f'<p id="note-{number}"><a class="label" href="#mark-{number}">{label}</a>{mark.note}'
        assert (note in page) is bool(mark.note)
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_where_marks_overlap_each_has_a_line_of_its_own(annotated: Summary) -> None:
    page = html.render(annotated)
    both = '<mark class="borrow lane-1"><mark class="key">乡、村三级联动</mark></mark>'
    assert f'<mark class="key">县、</mark>{both}' in page


def test_hostile_notes_stay_text(annotated_hostile: Summary) -> None:
    page = html.render(annotated_hostile)
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z]+)", page))
    assert not {"script", "img", "iframe", "link", "object", "base", "form"} & tags
    links = set(re.findall(r'(?:href|src|cite)="([^"]*)"', page))
    assert all(re.match(r"https?://|#(reference|note|mark)-\d+$", link) for link in links)


def test_papers_without_marked_words_have_no_style_for_them(paper: Summary, annotated: Summary) -> None:
    assert "mark.key" in html.render(annotated) and "mark.key" not in html.render(paper)
