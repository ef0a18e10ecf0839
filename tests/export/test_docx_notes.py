"""Footnotes of the DOCX are those of a word processor."""

from reader.export import docx
from reader.model.summary import Paragraph, Reference, Section, Summary, TextRun
from reader.text.folding import squeeze

from .conftest import Document, W


def test_footnotes_are_native_and_carry_the_citation(made: Document, paper: Summary) -> None:
    marks = [each.get(W + "id") for each in made.xml("document").iter(W + "footnoteReference")]
    notes = [each.get(W + "id") for each in made.xml("footnotes").iter(W + "footnote") if not each.get(W + "type")]
    assert marks == notes == ["1"]
    assert squeeze(paper.references[0].text) in made.text("footnotes")


def test_a_paper_without_references_has_no_footnotes() -> None:
    made = Document(docx.render(Summary(("题",))))
    assert "word/footnotes.xml" not in made.parts


def test_a_reference_is_noted_once_and_only_where_it_is_known() -> None:
    runs = (TextRun("甲。", footnote=1), TextRun("乙。", footnote=1), TextRun("丙。", footnote=7))
    paper = Summary(
        ("题",), sections=(Section("一", 1, (Paragraph(runs),)),), references=(Reference(1, "文献一。", "（转载）"),)
    )
    made = Document(docx.render(paper))
    assert len(list(made.xml("document").iter(W + "footnoteReference"))) == 1
    assert made.text("footnotes") == "文献一。（转载）"
