"""Correcting a text from the kept page: without the network, as a new version, with the marks carried over."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.article import AddStatus, Recipe
from reader.model.changes import ChangeKind
from reader.model.errors import CaptureError, LibraryError
from reader.services.revising import NARROWER, WIDER
from reader.services.session import Session

FIRST = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
SECOND = "一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升，达到98.6%。"
THIRD = "专家点评：青禾区的做法抓住了关键，把力量放到了最需要的地方，值得各地借鉴、推广。"
TITLE = "青禾区：网格做好大文章"
PAGE = f"""<html><head><meta charset="gb2312"><title>{TITLE}</title></head><body>
<div class="menu"><a href="/">首页</a></div><h1>{TITLE}</h1>
<div class="info">发布时间：2026-05-06 来源：云岭日报</div>
<div class="wrap"><div class="TRS_Editor"><div><p>{FIRST}</p><p>{SECOND}</p></div></div>
<div class="comment"><p>{THIRD}</p></div></div></body></html>"""
LINK = "https://www.example.org/zw/wg.html"


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever asks the network fails the test."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


def add(session: Session, data: bytes, url: str = LINK) -> str:
    outcome = session.capturing.add("-", data=data, url=url)
    assert outcome.id, outcome.error
    return outcome.id


@pytest.fixture
def report(session: Session, offline: None) -> str:
    return add(session, PAGE.encode("gb18030"))


def text(session: Session, article: str, number: int | None = None) -> str:
    return session.reading.content(article, number).text


def test_a_narrow_text_is_made_wider_and_the_page_is_kept(session: Session, report: str) -> None:
    assert text(session, report) == f"{FIRST}\n{SECOND}"
    fetched = session.reading.fetched(report)
    outcome = session.revising.step(report, WIDER)
    assert (outcome.status, outcome.id, outcome.title) == (AddStatus.UPDATED, report, TITLE)
    assert text(session, report) == f"{FIRST}\n{SECOND}\n{THIRD}"
    assert session.reading.fetched(report) == fetched
    assert session.revising.recipe(report) == Recipe(None, "div.wrap")
    assert text(session, report, 1) == f"{FIRST}\n{SECOND}"
    assert session.reading.article(report).metadata.published == "2026-05-06"


def test_wider_and_narrower_are_steps_from_where_one_is_and_end(session: Session, report: str) -> None:
    session.revising.step(report, WIDER)
    session.revising.step(report, WIDER)
    assert text(session, report).startswith(f"首页\n{TITLE}")
    with pytest.raises(CaptureError, match="body_widest"):
        session.revising.step(report, WIDER)
    session.revising.step(report, NARROWER)
    session.revising.step(report, NARROWER)
    assert text(session, report) == f"{FIRST}\n{SECOND}"
    with pytest.raises(CaptureError, match="body_narrowest"):
        session.revising.step(report, NARROWER)
    assert len(session.reading.versions(report)) == 5


def test_the_same_text_writes_nothing(session: Session, report: str) -> None:
    for choice in ({}, {"body": "div.TRS_Editor"}, {"encoding": "GBK"}, {"body": "", "encoding": ""}):
        assert session.revising.again(report, **choice).status is AddStatus.DUPLICATE
    assert len(session.reading.versions(report)) == 1
    assert session.revising.recipe(report) == Recipe()


def test_marks_are_carried_over_and_lost_ones_become_orphans_and_come_back(session: Session, report: str) -> None:
    kept = session.annotating.annotate(report, quote="群众满意度持续提升")
    session.revising.again(report, body=".comment")
    assert session.annotating.get(kept.id).orphan
    session.revising.put_back(report, 1)
    back = session.annotating.get(kept.id)
    assert (back.orphan, back.version, text(session, report)[back.start : back.end]) == (False, 3, "群众满意度持续提升")
    session.revising.step(report, WIDER)
    wider = session.annotating.get(kept.id)
    assert (wider.version, wider.start, wider.orphan) == (4, back.start, False)


def test_what_fails_in_between_leaves_nothing_half_written(
    session: Session, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(session.annotating, "carry_over", fail)
    with pytest.raises(OSError, match="disk"):
        session.revising.step(report, WIDER)
    assert len(session.reading.versions(report)) == 1
    assert text(session, report) == f"{FIRST}\n{SECOND}"


def test_a_wrongly_decoded_page_is_read_in_another_charset(session: Session, offline: None) -> None:
    # Every byte of GB 2312 is a character of Latin 1, which browsers read as windows-1252.
    article = add(session, PAGE.replace("gb2312", "iso-8859-1").encode("gb2312"))
    assert TITLE not in session.reading.article(article).title
    choices = {choice.name: choice for choice in session.revising.charsets(article)}
    assert choices["GB18030 (GBK, GB2312)"].line == TITLE and choices["windows-1252"].is_present
    outcome = session.revising.again(article, encoding="GBK")
    assert outcome.title == TITLE and text(session, article) == f"{FIRST}\n{SECOND}"
    assert session.revising.recipe(article).encoding == "gb18030"
    # Later corrections of the body keep the charset.
    session.revising.step(article, WIDER)
    assert text(session, article).endswith(THIRD)


def test_fields_that_a_person_edited_stay(session: Session, report: str) -> None:
    session.organising.edit(report, title="学习材料", author="小林")
    session.revising.step(report, WIDER)
    about = session.reading.article(report).metadata
    assert (about.title, about.author, about.source, about.url) == ("学习材料", "小林", "云岭日报", LINK)


def test_a_rule_holds_for_the_next_page_of_the_site_and_only_there(session: Session, report: str) -> None:
    session.revising.again(report, body="div.wrap", remember=True)
    assert [(rule.site, rule.body) for rule in session.revising.rules()] == [("example.org", "div.wrap")]
    second = PAGE.replace("128个", "129个").encode("gb18030")
    same_site = add(session, second, "http://example.org/zw/2.html")
    assert text(session, same_site).endswith(THIRD)
    assert session.revising.recipe(same_site) == Recipe(None, "div.wrap")
    elsewhere = add(session, second, "https://other.example.net/2.html")
    assert text(session, elsewhere).endswith(SECOND)


def test_a_rule_that_fits_nothing_is_passed_over(session: Session, report: str) -> None:
    session.revising.again(report, body="div.wrap", remember=True)
    other = add(session, PAGE.replace('"wrap"', '"frame"').encode("gb18030"), "https://example.org/3.html")
    assert text(session, other).endswith(SECOND)
    assert session.revising.recipe(other) == Recipe()


def test_the_programs_choice_remembered_is_the_rule_forgotten(session: Session, report: str) -> None:
    session.revising.again(report, body="div.wrap", remember=True)
    session.revising.again(report, body="", remember=True)
    assert session.revising.rules() == []
    assert not session.revising.forget("example.org")


def test_a_page_fetched_again_is_read_as_before(session: Session, report: str) -> None:
    session.revising.again(report, body="div.wrap")
    changed = PAGE.replace("256名", "260名").encode("gb18030")
    assert add(session, changed) == report
    assert text(session, report).endswith(THIRD) and "260名" in text(session, report)
    assert session.revising.recipe(report).body == "div.wrap"


def test_nothing_can_be_remembered_without_a_site(session: Session, offline: None, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.encode("gb18030"))
    article = session.capturing.add(str(page)).id
    assert article and session.revising.site(article) is None
    with pytest.raises(LibraryError, match="rule_without_site"):
        session.revising.again(article, body="body", remember=True)
    assert len(session.reading.versions(article)) == 1


def test_a_bad_selector_changes_nothing(session: Session, report: str) -> None:
    for body, code in (("div >", "body_selector"), ("#nowhere", "body_not_found")):
        with pytest.raises(CaptureError, match=code):
            session.revising.again(report, body=body, remember=True)
    assert len(session.reading.versions(report)) == 1 and session.revising.rules() == []


def test_the_ladder_of_an_article_marks_its_present_step(session: Session, report: str) -> None:
    session.revising.step(report, WIDER)
    ladder = session.revising.ladder(report)
    assert ladder.steps[ladder.present].body == "div.wrap"
    assert ladder.steps[ladder.auto].body == "" and ladder.steps[ladder.auto].removed == THIRD


def test_a_markdown_file_stays_markdown(session: Session, offline: None, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(f"# {TITLE}\n\n{FIRST}\n\n- 第一项\n- 第二项\n", encoding="utf-8")
    article = session.capturing.add(str(notes)).id
    assert article and session.revising.again(article).status is AddStatus.DUPLICATE
    assert session.revising.ladder(article).steps == ()


def test_images_that_are_stored_are_shown_again(session: Session, offline: None, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (64, 64), "red").save(tmp_path / "a.png")
    Image.new("RGB", (64, 64), "blue").save(tmp_path / "b.png")
    page = tmp_path / "page.html"
    inner = PAGE.replace(f"<p>{SECOND}", f'<p><img src="a.png"></p><p>{SECOND}')
    page.write_text(inner.replace(f"<p>{THIRD}", f'<p><img src="b.png"></p><p>{THIRD}'), encoding="utf-8")
    article = session.capturing.add(str(page)).id
    assert article
    images = [block.image for block in session.reading.content(article).blocks if block.image]
    page.unlink()
    (tmp_path / "a.png").unlink()
    session.revising.step(article, WIDER)
    content = session.reading.content(article)
    # That of the new part was never had, and is not asked for now.
    assert [block.image for block in content.blocks if block.kind == "image"] == [*images, ""]
    assert f'src="lib:{images[0]}"' in content.html
    session.revising.again(article, body=".comment")
    session.revising.again(article, body="")
    assert [block.image for block in session.reading.content(article).blocks if block.image] == images


def test_a_preview_shows_what_would_be_added_and_removed_and_writes_nothing(session: Session, report: str) -> None:
    preview = session.revising.preview(report, body="div.wrap")
    assert preview.pieces == ((ChangeKind.KEPT, f"{FIRST}\n{SECOND}"), (ChangeKind.INSERTED, THIRD))
    assert preview.is_changed and preview.chars == len(FIRST + SECOND + THIRD)
    assert session.revising.preview(report, body="p:first-child").pieces == (
        (ChangeKind.KEPT, FIRST), (ChangeKind.DELETED, SECOND), (ChangeKind.INSERTED, THIRD),
    )  # fmt: skip
    assert not session.revising.preview(report).is_changed
    assert len(session.reading.versions(report)) == 1


def test_a_preview_in_another_charset_is_the_new_text_alone(session: Session, offline: None) -> None:
    article = add(session, PAGE.replace("gb2312", "iso-8859-1").encode("gb2312"))
    preview = session.revising.preview(article, encoding="gb18030")
    assert preview.pieces == ((ChangeKind.KEPT, f"{FIRST}\n{SECOND}"),) and preview.is_changed
    assert preview.encoding == "gb18030"
