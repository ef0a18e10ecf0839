"""Articles: nothing is overwritten, everything can be undone, what a person edited stays."""

import hashlib
import threading
from dataclasses import replace
from typing import Any

import pytest

from reader.library import Library
from reader.model.annotation import Kind
from reader.model.article import Position, Status
from reader.model.errors import NotFoundError
from reader.model.query import ArticleQuery, SortKey

FIRST = ("第一段：青禾县有３７个网格。", "第二段，共 GB/T 9704 处。")


def test_what_was_added_comes_back_as_it_was(either_library: Library, capture: Any) -> None:
    captured = capture("青禾县的网格", *FIRST, source="云岭日报", published="2026-03-01", raw=b"\x00raw\xff")
    article = either_library.articles.add(captured)
    assert article.metadata == captured.metadata
    assert (article.version, article.status, article.chars) == (1, Status.UNREAD, 29)
    content = either_library.articles.content(article.id)
    assert (content.text, content.blocks, content.html) == (captured.text, captured.blocks, captured.html)
    assert content.version.sha256 == captured.sha256
    assert either_library.articles.fetch(article.id) == captured.fetch


def test_an_article_of_another_library_is_found_again(library: Library, capture: Any) -> None:
    made = capture("青禾县的网格", *FIRST, original_url="https://qinghe.example/original")
    assert library.articles.add(made, id="ab" * 16).id == "ab" * 16
    assert library.articles.find_by_original("https://qinghe.example/original") == "ab" * 16
    assert library.articles.find_by_text(made.sha256) == library.articles.find_by_title("青禾县的网格") == "ab" * 16
    assert library.articles.find_by_title("青禾县") is library.articles.find_by_original("x") is None
    library.articles.add_version("ab" * 16, capture("青禾县的网格", "改写了的正文。"))
    assert library.articles.find_by_text(made.sha256) is None, "the newest text counts"
    library.articles.delete(["ab" * 16])
    live = library.articles.add(capture("青禾县的网格", "别的")).id
    assert library.articles.find_by_title("青禾县的网格") == live, "the trash comes last"


def test_a_new_version_keeps_the_old_one(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("旧题", *FIRST)).id
    version = library.articles.add_version(id, capture("新题", "改写了的正文。"))
    assert version.number == 2
    assert [each.number for each in library.articles.versions(id)] == [1, 2]
    assert library.articles.content(id).text == "改写了的正文。"
    assert library.articles.content(id, 1).text == "\n".join(FIRST)
    assert library.articles.get(id).title == "新题"
    with pytest.raises(NotFoundError) as caught:
        library.articles.content(id, 3)
    assert caught.value.code == "version_not_found"


def test_metadata_that_a_person_edited_survives_a_new_version(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("原题", "甲", source="网站", author="某某")).id
    library.articles.edit(id, source="云岭日报", author=None)
    library.articles.add_version(id, capture("第二题", "乙", source="别处", author="又一人", published="2026-01-02"))
    metadata = library.articles.get(id).metadata
    assert (metadata.title, metadata.source, metadata.author) == ("第二题", "云岭日报", None)
    assert metadata.published == "2026-01-02"


def test_a_poorer_capture_takes_nothing_away(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("原题", "甲", source="网站")).id
    library.articles.add_version(id, capture("原题", "乙"))
    assert library.articles.get(id).metadata.source == "网站"


def test_edit_refuses_what_is_no_field(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("题", "甲")).id
    edited = library.articles.edit(id, status="read", starred=True, url="https://www.qinghe.example/1")
    assert (edited.status, edited.starred, edited.metadata.site) == (Status.READ, True, "qinghe.example")
    with pytest.raises(TypeError):
        library.articles.edit(id, deleted="now")
    assert library.articles.edit(id, title=None, source="").metadata.source is None


def test_finding_the_same_link_and_the_same_file(library: Library, capture: Any) -> None:
    linked = library.articles.add(capture("甲", "同文", url="https://qinghe.example/1")).id
    filed = library.articles.add(capture("乙", "异文", raw=b"file")).id
    raw = hashlib.sha256(b"file").hexdigest()
    assert library.articles.find_by_url("https://qinghe.example/1") == linked
    assert library.articles.find_by_url("https://qinghe.example/2") is None
    assert library.articles.find_by_raw(raw) == filed
    assert library.articles.find_by_raw(hashlib.sha256(capture("甲", "同文").fetch.raw).hexdigest()) is None
    library.articles.delete([linked])
    assert library.articles.find_by_url("https://qinghe.example/1") == linked, "the trash counts too"


def test_any_unambiguous_beginning_of_an_id(library: Library, capture: Any) -> None:
    ids = [library.articles.add(capture(f"第{number}篇", "文")).id for number in range(20)]
    for id in ids:
        assert library.articles.resolve(id) == library.articles.resolve(id[:12].upper()) == id
    first = next(id[0] for id in ids if sum(other[0] == id[0] for other in ids) > 1)
    with pytest.raises(NotFoundError) as caught:
        library.articles.resolve(first)
    assert caught.value.code == "ambiguous_id"
    for nonsense in ("", "zz", "%", "_", ids[0] + "0"):
        with pytest.raises(NotFoundError) as caught:
            library.articles.resolve(nonsense)
        assert caught.value.code == "not_found"


def test_the_trash_can_be_undone_and_purging_leaves_nothing(
    library: Library, capture: Any, mark: Any, picture: Any
) -> None:
    shared, own = picture(b"shared"), picture(b"own")
    kept = library.articles.add(capture("留下", "甲", images=(shared,))).id
    gone = library.articles.add(capture("删去", "乙丙丁", images=(shared, own))).id
    reprint = library.articles.add(capture("转载", "乙丙丁")).id
    library.articles.link(reprint, gone)
    note = library.annotations.add(mark(gone, "乙丙", 0, note="戊己", tags=("只此一处",)))
    assert library.articles.delete([gone, gone]) == [gone]
    assert library.articles.get(gone).deleted
    assert gone not in library.articles.ids(ArticleQuery())
    assert library.articles.ids(ArticleQuery(deleted=True)) == [gone]
    assert library.articles.undelete([gone]) == [gone]
    assert library.articles.ids(ArticleQuery(deleted=True)) == []
    library.articles.delete([gone])
    assert library.articles.purge([gone]) == [gone]
    for what in (lambda: library.articles.get(gone), lambda: library.annotations.get(note.id)):
        with pytest.raises(NotFoundError):
            what()
    assert library.index.found("戊己") == set()
    assert library.articles.image(shared.sha256) == shared
    assert library.articles.image(own.sha256) is None
    assert library.articles.get(reprint).duplicate_of is None
    assert library.tags.names() == []
    assert library.articles.get(kept)
    assert library.health.check() == []


def test_purging_the_old_trash(library: Library, capture: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, kept = (library.articles.add(capture(title, "文")).id for title in "旧新留")
    with monkeypatch.context() as patched:
        patched.setattr("reader.library.articles.now", lambda: "2020-01-01T00:00:00Z")
        library.articles.delete([old])
    library.articles.delete([new])
    assert library.articles.purge_older(30) == [old]
    assert {each.id for each in library.articles.list(ArticleQuery(deleted=True))} == {new}
    assert library.articles.get(kept).deleted is None


def test_images_are_stored_once(library: Library, capture: Any, picture: Any) -> None:
    image = picture(b"png")
    for title in "甲乙":
        library.articles.add(capture(title, title, images=(image, image)))
    assert library.articles.image(image.sha256) == image
    assert library.articles.image("00") is None


def test_reading_position(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("题", "甲" * 100)).id
    assert library.articles.position(id) is None
    position = Position(id, 1, 40, 0.4)
    library.articles.save_position(position)
    assert library.articles.position(id) == position
    assert (library.articles.get(id).status, library.articles.get(id).progress) == (Status.READING, 0.4)
    library.articles.edit(id, status=Status.READ)
    library.articles.save_position(replace(position, offset=3, progress=0.03))
    assert library.articles.get(id).status is Status.READ, "looking into it again does not unread it"


def test_a_row_shows_everything_a_list_needs(library: Library, capture: Any, mark: Any) -> None:
    first = library.articles.add(capture("首篇", "甲乙丙丁"))
    second = library.articles.add(capture("次篇", "甲乙丙丁"), sample=True)
    second = library.articles.link(second.id, first.id)
    library.articles.tag([first.id, second.id], ["治理", "学习"])
    library.articles.collect([second.id], "十一月例会")
    for kind in (Kind.ACTION, Kind.KEY, Kind.KEY):
        library.annotations.add(mark(second.id, "乙", 1, kind=kind))
    row, other = library.articles.rows([second.id, first.id])
    assert (row.id, other.id) == (second.id, first.id)
    assert row.tags == ("治理", "学习")
    assert row.collections == ("十一月例会",)
    assert (row.annotations, row.kinds) == (3, (Kind.KEY, Kind.ACTION))
    assert (row.duplicate_of, row.is_sample) == (first.id, True)


def test_an_unknown_id_writes_nothing(library: Library, capture: Any) -> None:
    id = library.articles.add(capture("题", "甲")).id
    for write in (
        lambda: library.articles.delete([id, "0" * 32]),
        lambda: library.articles.tag([id, "0" * 32], ["标签"]),
        lambda: library.articles.collect([id, "0" * 32], "专题"),
    ):
        with pytest.raises(NotFoundError):
            write()
    row = library.articles.get(id)
    assert (row.deleted, row.tags, row.collections) == (None, (), ())
    assert library.collections.list() == []


def test_hostile_characters_are_stored(library: Library, capture: Any, mark: Any) -> None:
    id = library.articles.add(capture("题", "有\U0002cb4e字")).id
    edited = library.articles.edit(id, title="a\ud800b\x00c'\"; DROP TABLE articles", author="\U0002cb4e")
    assert edited.title == "abc'\"; DROP TABLE articles"
    note = library.annotations.add(mark(id, "\U0002cb4e", 1, note="注\udfff意\n第二行"))
    assert note.note == "注意\n第二行"
    assert [hit.start for hit in library.index.search("\U0002cb4e字")] == [1]


def test_several_threads_read_and_write(library: Library, capture: Any) -> None:
    errors: list[Exception] = []

    def work(number: int) -> None:
        try:
            for each in range(8):
                id = library.articles.add(capture(f"第{number}-{each}篇", "并行写入的正文")).id
                library.articles.tag([id], [f"线程{number}"])
                assert library.index.search("并行写入")
                assert id in library.articles.ids(ArticleQuery(sort=SortKey.TITLE))
        except Exception as error:  # noqa: BLE001 - whatever a thread raises must fail the test
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert library.articles.counts().all == 32
