"""Adding: the table "Same link, same text", and marks that follow a new version."""

from collections.abc import Callable
from pathlib import Path

from reader.model.annotation import Kind
from reader.model.article import AddStatus, CapturedArticle
from reader.model.errors import CaptureError
from reader.model.query import ArticleQuery
from reader.services.capturing import extract
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

PAGE = """<html><head><meta charset="utf-8"><title>青禾区：网格“小切口”做好大文章 - 云岭新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zw">政务</a></div>
<h1>青禾区：网格“小切口”做好大文章</h1>
<div class="info">发布时间：2026-05-06 来源：云岭日报 作者：佚名</div>
<div class="article-content"><p>　　青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋。</p>
<p>　　一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升。</p></div>
<div class="footer">版权所有 云岭新闻网</div></body></html>"""


def test_a_new_page_is_added_with_its_facts(session: Session, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    outcome = session.capturing.add(str(page), url="HTTPS://Example.org:443/wg.html#top")
    assert outcome.status is AddStatus.ADDED and outcome.id
    about = session.reading.article(outcome.id).metadata
    assert (about.title, about.published, about.source, about.author) == (
        "青禾区：网格“小切口”做好大文章", "2026-05-06", "云岭日报", None,
    )  # fmt: skip
    assert about.url == "https://example.org/wg.html"
    assert session.reading.fetched(outcome.id).raw == page.read_bytes()


def test_a_source_that_cannot_be_read_says_why_and_writes_nothing(session: Session, tmp_path: Path) -> None:
    outcome = session.capturing.add(str(tmp_path / "missing.html"))
    assert outcome.status is AddStatus.FAILED and outcome.id is None
    assert isinstance(outcome.error, CaptureError)
    assert session.organising.ids(ArticleQuery()) == []


def test_same_link_and_text_is_a_duplicate(session: Session, captured: Capture, article: str) -> None:
    outcome = session.capturing.store("again", captured(url="https://EXAMPLE.org/a.html#part"))
    assert (outcome.status, outcome.id) == (AddStatus.DUPLICATE, article)
    assert len(session.reading.versions(article)) == 1


def test_same_link_with_another_text_is_a_new_version(session: Session, captured: Capture, article: str) -> None:
    paragraphs = captured().text.split("\n")
    session.organising.edit(article, source="青禾区政府")
    outcome = session.capturing.store("again", captured(*paragraphs, "新增一段。", title="新标题"))
    assert (outcome.status, outcome.id) == (AddStatus.UPDATED, article)
    assert [version.number for version in session.reading.versions(article)] == [1, 2]
    assert session.reading.content(article, 1).text == captured().text
    row = session.reading.article(article)
    # What a person edited stays; the rest follows the page.
    assert (row.title, row.metadata.source) == ("新标题", "青禾区政府")


def test_a_title_and_source_that_a_person_gave_survive_a_new_version(session: Session, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    link = "https://example.org/wg.html"
    first = session.capturing.add(str(page), url=link, title="学习材料一", source_name="区委办")
    page.write_text(PAGE.replace("256名", "260名"), encoding="utf-8")
    again = session.capturing.add(str(page), url=link)
    assert (again.status, again.id, again.title) == (AddStatus.UPDATED, first.id, "学习材料一")
    assert first.id and session.reading.article(first.id).metadata.source == "区委办"
    page.write_text(PAGE.replace("256名", "270名"), encoding="utf-8")
    assert session.capturing.add(str(page), url=link, title="学习材料二").title == "学习材料二"


def test_marks_follow_a_new_version_and_lost_ones_are_kept(session: Session, captured: Capture, article: str) -> None:
    text = session.reading.content(article).text
    paragraphs = text.split("\n")
    starts = [index for index in range(len(text)) if text.startswith("37", index)]
    marks = [session.annotating.annotate(article, start=at, end=at + 2, kind=Kind.DATA) for at in starts]
    lost = session.annotating.annotate(article, quote="认领“微心愿”1,200个", note="可学")
    whole = session.annotating.annotate(article, note="全文")
    changed = ("新增首段，提到37家单位。", *paragraphs[:2], "一是推行区域化联建，在37个社区划分网格448个。")
    assert session.capturing.store("again", captured(*changed)).status is AddStatus.UPDATED
    new = session.reading.content(article).text
    after = {mark.id: mark for mark in session.annotating.list(article)}
    shift = len(changed[0]) + 1
    assert [after[mark.id].start for mark in marks] == [at + shift for at in starts]
    assert all(new[after[m.id].start : after[m.id].end] == "37" and after[m.id].version == 2 for m in marks)
    assert after[lost.id].orphan and after[lost.id].quote == lost.quote and after[lost.id].note == "可学"
    assert not after[whole.id].orphan
    assert [orphan.id for orphan in session.annotating.list(article, orphans=True)] == [lost.id]


def test_a_mark_restored_after_a_new_version_finds_its_new_place(
    session: Session, captured: Capture, article: str
) -> None:
    paragraphs = captured().text.split("\n")
    mark = session.annotating.annotate(article, quote="4项工作制度")
    session.annotating.delete([mark.id])
    session.capturing.store("again", captured("新增首段。", *paragraphs))
    session.annotating.undelete([mark.id])
    back = session.annotating.get(mark.id)
    assert back.version == 2 and back.start == mark.start + len("新增首段。") + 1


def test_the_same_text_elsewhere_is_a_second_article_linked_to_the_first(
    session: Session, captured: Capture, article: str
) -> None:
    outcome = session.capturing.store("other", captured(url="https://example.net/repost"))
    assert outcome.status is AddStatus.ADDED and outcome.id != article
    assert outcome.duplicate_of == article
    assert session.reading.article(str(outcome.id)).duplicate_of == article


def test_the_same_file_without_a_link_is_a_duplicate(session: Session, captured: Capture) -> None:
    first = session.capturing.store("file", captured(url=None))
    assert session.capturing.store("file", captured(url=None)).id == first.id


def test_adding_what_lies_in_the_trash_restores_it(session: Session, captured: Capture, article: str) -> None:
    session.organising.delete([article])
    outcome = session.capturing.store("again", captured())
    assert (outcome.status, outcome.id) == (AddStatus.RESTORED, article)
    assert session.organising.ids(ArticleQuery()) == [article]


def test_the_sample_comes_with_three_marks_and_only_once(session: Session) -> None:
    outcome = session.capturing.add_sample()
    assert outcome.status is AddStatus.ADDED and outcome.id
    assert session.reading.article(outcome.id).is_sample
    assert len(session.annotating.list(outcome.id)) == 3
    assert session.capturing.add_sample().status is AddStatus.DUPLICATE
    assert len(session.annotating.list(outcome.id)) == 3


def test_extract_needs_no_library(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    captured = extract(str(page))
    assert captured.metadata.title == "青禾区：网格“小切口”做好大文章"
    assert captured.text.startswith("青禾区把全区") and captured.text.endswith("持续提升。")


def test_a_split_article_is_kept_with_all_its_pages(session, loopback):
    for number, end in ((1, ""), (2, "_2")):
        line = "青禾区把网格作为基层治理的最小单元，选派网格员走访群众，收集意见，限时办结，群众十分满意。"
        text = "".join(f"<p>第{number}页第{n}段。{line}</p>" for n in range(1, 5))
        pager = "<p><a href='/a.html'>1</a> <a href='/a_2.html'>2</a></p>"
        loopback.pages[f"/a{end}.html"] = f"<title>网格化治理</title><h1>网格化治理</h1>{text}{pager}"
    outcome = session.capturing.add(loopback.url("/a.html"))
    text = session.reading.content(outcome.id).text
    assert [line[:6] for line in text.splitlines()] == [f"第{page}页第{n}段" for page in (1, 2) for n in range(1, 5)]
    (page,) = session.library.articles.pages(outcome.id, 1)
    assert page.url == loopback.url("/a_2.html") and "第2页第1段".encode() in page.raw
    assert session.capturing.add(loopback.url("/a.html")).status == "duplicate"
