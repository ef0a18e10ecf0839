"""A paper for the clipboard."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reader.export import rich_text
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Picture, Quotation, Reference, Section, Summary, Table, TextRun
from reader.text.folding import squeeze

from .meeting_papers import bulletin

PIXEL = Picture(b"x", "image/png", 30, 20, "图一", "示意")


def paper(words: str = "走访群众5400户") -> Summary:
    quotation = Quotation(kind=Kind.KEY, text=words, number=1, place="（第1段第2句）", note="可借鉴", pictures=(PIXEL,))
    table = Table("一览", ("序号", "指标"), (("1", words),), (1, 4))
    items = (Paragraph((TextRun("来源", footnote=1),)), quotation, table)
    return Summary((words,), sections=(Section("一、摘录", 1, items),), references=(Reference(1, "某文[EB/OL]."),))


class Words(HTMLParser):
    """The text of the body, and the tags."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.tags = "", []  # type: ignore[var-annotated]
        self.feed(source.partition("<body>")[2])

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def test_every_paragraph_says_itself_how_it_looks() -> None:
    made = rich_text.html(paper())
    assert "<style" not in made and "class=" not in made
    paragraphs = re.findall(r'<(?:p|h\d) style="([^"]*)"', made)
    assert len(paragraphs) > 8
    body = next(style for style in paragraphs if "text-indent:32pt" in style and "justify" in style)
    assert "font-family:'仿宋_GB2312'" in body and "font-size:16pt" in body
    assert "text-align:center" in paragraphs[0] and "font-size:22pt" in paragraphs[0]
    assert "line-height:28.95pt;mso-line-height-rule:exactly" in body


def test_headings_are_headings_and_tables_tables() -> None:
    words = Words(rich_text.html(paper()))
    assert words.tags.count("h1") == 2, "一、摘录 and 参考文献"
    assert "table" in words.tags and "img" in words.tags
    assert "来源[1]" in words.text and "可借鉴" in words.text


def test_plain_text_has_tabs_between_cells_and_marks_nothing() -> None:
    lines = rich_text.text(paper()).splitlines()
    assert lines[0] == "走访群众5400户"
    assert "序号\t指标" in lines and "1\t走访群众5400户" in lines
    assert "示意" in lines
    assert any(line.startswith("〔批注〕可借鉴") for line in lines)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]), min_size=1))
def test_words_stay_words(words: str) -> None:
    from reader.export.clean import cleaned

    hostile = f"<script>{words}</script>&amp;\"'"
    made = Words(rich_text.html(paper(hostile)))
    assert "script" not in made.tags
    shown = cleaned(paper(hostile)).title[0].replace("\n", "")
    assert "".join(shown.split()) in "".join(made.text.split())


def test_what_stands_around_the_body_is_pasted_too() -> None:
    whole = bulletin()
    for pasted in (rich_text.text(whole), rich_text.html(whole)):
        words = squeeze(re.sub("<[^>]*>", "", pasted))
        for text in (
            "青禾县委党校2026年11月2日",
            "各乡镇党委：",
            "附件：1.青禾县",
            "送：各乡镇党委",
            "共印30份",
            "单位与口径",
        ):
            assert text in words, text
    assert "margin-right:32pt" in rich_text.html(whole), "the end of the longer of signature and date"
