"""Papers over several articles, citations, quotations."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.article import CapturedArticle, StoredImage
from reader.model.blocks import Block, BlockKind
from reader.model.contrast import Cell, ComparedReport, Contrast, Row
from reader.model.errors import ContrastError, ExportError, LibraryError
from reader.model.summary import Paragraph, Picture, Quotation
from reader.services.exporting import Options
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


def test_a_paper_holds_the_marks_of_all_articles(
    session: Session, captured: Capture, article: str, tmp_path: Path
) -> None:
    other = session.capturing.store(
        "b", captured("河湾县推行“敲门日”，走访群众5,400户。", url="https://example.org/b", title="河湾县“敲门日”")
    ).id
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.DATA, note="制度")
    session.annotating.annotate(str(other), quote="走访群众5,400户", kind=Kind.KEY)
    target = tmp_path / "paper.md"
    done = session.exporting.export([article, str(other)], "md", target, Options(title="十一月学习会"))
    text = target.read_text(encoding="utf-8")
    assert done.bytes == target.stat().st_size and done.pages is None
    assert "| 1 | 工作制度 | 4 | 项 |" in text, "what a figure counts, its value, its unit"
    assert "十一月学习会" in text and "4项工作制度" in text and "走访群众5,400户" in text and "第2段第2句" in text


def test_kinds_and_tags_choose_the_marks(session: Session, article: str) -> None:
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.KEY, tags=["机制"])
    session.annotating.annotate(article, quote="全力构建基层治理新格局", kind=Kind.BORROW)
    by_kind = str(session.exporting.summary([article], Options(kinds=(Kind.BORROW,))))
    assert "新格局" in by_kind and "工作制度" not in by_kind
    by_tag = str(session.exporting.summary([article], Options(tags=("机制",))))
    assert "工作制度" in by_tag and "新格局" not in by_tag


@pytest.mark.parametrize(("format", "template"), [("odt", "study"), ("md", "poster")])
def test_an_unknown_format_or_template_writes_nothing(
    session: Session, article: str, tmp_path: Path, format: str, template: str
) -> None:
    with pytest.raises(ExportError):
        session.exporting.export([article], format, tmp_path / "paper", Options(), template=template)
    assert list(tmp_path.glob("paper*")) == []


def test_a_citation_names_the_day_of_reading(session: Session, article: str) -> None:
    ((key, text),) = session.exporting.cite([article])
    assert key == article
    assert text == "青禾区：“一网三联”推进基层治理[EB/OL]. （2026-03-02）[2026-11-02]. https://example.org/a.html."


def test_a_quotation_carries_its_source(session: Session, article: str) -> None:
    row = session.reading.article(article)
    copied = session.exporting.quotation(row, "4项工作制度", "2-2", Messages("zh_CN"))
    assert copied == "“4项工作制度”（《青禾区：“一网三联”推进基层治理》，云岭日报，2026年3月2日，第2段第2句）"


def test_a_mark_over_a_picture_carries_it_into_the_paper(session: Session, captured: Capture, tmp_path: Path) -> None:
    data = png()
    image = StoredImage(hashlib.sha256(data).hexdigest(), "image/png", 60, 40, data, "https://example.org/a.png")
    blocks = (
        Block(BlockKind.PARAGRAPH, "青禾区划分网格448个。"),
        Block(BlockKind.IMAGE, image=image.sha256, alt="网格"),
        Block(BlockKind.PARAGRAPH, "图为网格员走访。"),
        Block(BlockKind.PARAGRAPH, "群众满意度持续提升。"),
    )
    key = session.capturing.store("a", replace(captured(), blocks=blocks, images=(image,))).id
    assert key
    for quote in ("青禾区划分网格448个。", "网格员走访", "448个。\n\n图为网格员走访。", "群众满意度"):
        session.annotating.annotate(key, quote=quote)
    paper = session.exporting.summary([key], Options())
    found = {
        item.text: item.pictures for section in paper.sections for item in section.items if isinstance(item, Quotation)
    }
    counts = {text: len(pictures) for text, pictures in found.items()}
    assert list(counts.values()) == [0, 1, 1, 0], counts
    both, one = (pictures[0] for pictures in found.values() if pictures)
    assert (one.caption, one.alt, one.width) == ("图为网格员走访。", "网格", 60)
    assert both.caption == "", "it stands in the quotation"
    done = session.exporting.export([key], "md", tmp_path / "材料.md", Options())
    assert "材料.assets" in {each.name for each in tmp_path.iterdir()} and done.bytes == done.path.stat().st_size
    without = session.exporting.summary([key], Options(with_quotes=False))
    assert without.sections, "marks without a note keep their quotation"


def test_an_article_whole_has_its_pictures_where_they_stand(session: Session, captured: Capture) -> None:
    data = png()
    image = StoredImage(hashlib.sha256(data).hexdigest(), "image/png", 60, 40, data, "https://example.org/a.png")
    blocks = (
        Block(BlockKind.PARAGRAPH, "青禾区划分网格448个。"),
        Block(BlockKind.IMAGE, image=image.sha256, alt="网格"),
        Block(BlockKind.IMAGE, alt="没有存下来"),
        Block(BlockKind.CAPTION, "图为网格员走访。"),
    )
    key = session.capturing.store("a", replace(captured(), blocks=blocks, images=(image,))).id
    assert key
    session.annotating.annotate(key, quote="448个。\n\n\n图为网格员")
    items = session.exporting.summary([key], Options(), "fulltext").sections[0].items[-3:]
    text, picture, caption = items
    assert isinstance(text, Paragraph) and [run.text for run in text.runs if run.marks == (1,)] == ["448个。"]
    assert isinstance(picture, Picture) and (picture.alt, picture.caption) == ("网格", "")
    assert isinstance(caption, Paragraph) and [run.text for run in caption.runs if run.ends == (1,)] == ["图为网格员"]
    behind = session.exporting.summary([key], Options(with_original=True)).sections[-1]
    assert behind.starts_page and behind.items[-3:] == items


def png() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "PNG")
    return out.getvalue()


def test_a_comparison_has_the_columns_of_its_articles(session: Session, captured: Capture) -> None:
    made = [captured(f"{name}有网格。", url=None, title=f"{name}：做法") for name in "甲乙丙"]
    stored = [session.capturing.store(each.metadata.title, each) for each in made]
    first, second, third = (str(each.id) for each in stored)
    reports = tuple(ComparedReport(key, f"{name}：做法", name) for key, name in ((first, "甲"), (second, "乙")))
    cells = tuple(Cell((), f"{name}写的") for name in "甲乙")
    options = Options(contrast=Contrast(reports, (Row("网格", cells, "个"),)))
    turned = str(session.exporting.summary([second, first], options, "compare"))
    assert "[1]乙" in turned and turned.index("乙写的") < turned.index("甲写的")
    other = str(session.exporting.summary([first, third], options, "compare"))
    assert "写的" not in other, "not all of it is there: the tables are made anew"
    for ids in ([first], [first, first]):
        with pytest.raises(ContrastError):
            session.exporting.summary(ids, options, "compare")


@pytest.mark.parametrize("template", ["study", "bulletin", "notes", "speech"])
def test_papers_say_what_the_report_itself_says(session: Session, captured: Capture, template: str) -> None:
    text = "南湖镇以“三张清单”为抓手,推进治理。\n用好“三支队伍”。一是网格员队伍,共47名;二是志愿者队伍。"
    saved = session.capturing.store("c", captured(text, url="https://example.org/c", title="南湖镇:“三张清单”"))
    session.annotating.annotate(str(saved.id), quote="共47名", kind=Kind.KEY, note="多,可学")
    plain = str(session.exporting.summary([str(saved.id)], Options(), template))
    wide = str(session.exporting.summary([str(saved.id)], Options(to_fullwidth=True), template))
    assert "多,可学" in plain and "多，可学" in wide and "南湖镇：“三张清单”" in wide
    if template in ("bulletin", "notes"):
        assert "南湖镇以“三张清单”为抓手,推进治理。（第1段第1句）" in wide, "quoted, and so as it was written"


@pytest.mark.parametrize("template", ["study", "bulletin", "notes", "speech"])
def test_a_damaged_text_does_not_keep_its_marks_from_the_meeting(
    captured: Capture, tmp_path: Path, template: str
) -> None:
    path = tmp_path / "library.db"
    with Session(path) as session:
        key = str(session.capturing.store("d", captured("青禾区推行网格化治理,建立4项工作制度。")).id)
        session.annotating.annotate(key, quote="4项工作制度", kind=Kind.KEY, note="照此办理")
    path.write_bytes(path.read_bytes().replace("推行网格".encode(), "取消网格".encode()))
    with Session(path) as session:
        with pytest.raises(LibraryError):
            session.reading.content(key)
        paper = session.exporting.summary([key], Options(), template)
    assert "照此办理" in str(paper.sections) and "4项工作制度" in str(paper.sections)
