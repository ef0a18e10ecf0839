"""Attachments: stored once, listed by version, gone with the last article that has them."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.library.engine import load_sqlite
from reader.model.article import StoredFile
from reader.model.errors import NotFoundError


def file(name: str, data: bytes = b"data") -> StoredFile:
    return StoredFile(hashlib.sha256(data).hexdigest(), "application/pdf", name, data, f"https://qinghe.example/{name}")


@pytest.fixture
def filled(library: Library, capture: Any) -> str:
    """The id of an article with two attachments."""
    return library.articles.add(replace(capture("通知", "正文"), files=(file("乙.pdf"), file("甲.doc", b"other")))).id


def test_they_are_listed_in_order_with_their_sizes(library: Library, filled: str) -> None:
    listed = library.attachments.list(filled)
    assert [(each.name, each.bytes, each.href) for each in listed] == [
        ("乙.pdf", 4, "https://qinghe.example/乙.pdf"),
        ("甲.doc", 5, "https://qinghe.example/甲.doc"),
    ]
    assert library.attachments.data(listed[1].sha256) == b"other"
    assert library.articles.captured(filled).files == (file("乙.pdf"), file("甲.doc", b"other"))
    for missing in (lambda: library.attachments.list("0" * 32), lambda: library.attachments.data("0" * 64)):
        with pytest.raises(NotFoundError):
            missing()


def test_each_version_has_its_own(library: Library, filled: str, capture: Any) -> None:
    library.articles.add_version(filled, capture("通知", "正文改了"))
    assert library.attachments.list(filled) == []
    assert len(library.attachments.list(filled, 1)) == 2


def test_bytes_stay_as_long_as_an_article_has_them(library: Library, filled: str, capture: Any) -> None:
    other = library.articles.add(replace(capture("另一篇", "文"), files=(file("丙.pdf"),))).id
    library.articles.purge([filled])
    assert library.attachments.list(other)[0].name == "丙.pdf"
    assert library.attachments.data(file("").sha256) == b"data"
    with pytest.raises(NotFoundError):
        library.attachments.data(file("", b"other").sha256)


def test_damage_is_found_and_a_backup_has_them(library: Library, filled: str, tmp_path: Path) -> None:
    backup = tmp_path / "copy.db"
    library.health.backup(backup)
    with Library.open(backup) as copy:
        assert copy.attachments.list(filled) == library.attachments.list(filled)
        assert copy.health.check() == []
    connection = load_sqlite().connect(str(backup))
    connection.execute("UPDATE files SET data = x'00' WHERE seq = 1")
    connection.commit()
    connection.close()
    with Library.open(backup) as damaged:
        assert [(each.code, each.data["name"]) for each in damaged.health.check()] == [("attachment_damaged", "乙.pdf")]


def test_a_backup_without_an_attachment_is_another(library: Library, filled: str, tmp_path: Path) -> None:
    from reader.library import copies

    connection = load_sqlite().connect(str(library.path))
    before = copies._fingerprint(connection)
    connection.execute("DELETE FROM version_files WHERE place = 1")
    assert copies._fingerprint(connection) != before
    connection.close()
