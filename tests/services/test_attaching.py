"""Attachments as a reader uses them."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.article import AddStatus, CapturedArticle, StoredFile
from reader.model.errors import ExportError
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]


def file(name: str, data: bytes, href: str = "https://example.org/x") -> StoredFile:
    return StoredFile(hashlib.sha256(data).hexdigest(), "application/octet-stream", name, data, href)


@pytest.fixture
def attached(session: Session, captured: Capture) -> str:
    """The id of an article with three attachments."""
    files = (
        file("附件1：评分表.doc", b"\xd0\xcf\x11\xe0"),
        file("名单.txt", "青禾区网格员名单\n一、城东网格：林青，负责三个小区。".encode(), "https://example.org/名单.txt"),
        file("名单.txt", b"other"),
    )
    outcome = session.capturing.store("a", replace(captured(), files=files))
    assert outcome.id
    return outcome.id


def test_all_are_written_and_none_over_another(session: Session, attached: str, tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_bytes(b"mine")
    written = session.attaching.save_all(attached, tmp_path)
    assert [path.name for _, path in written] == ["附件1：评分表.doc", "名单 (2).txt", "名单 (3).txt"]
    assert (tmp_path / "名单.txt").read_bytes() == b"mine"
    assert (tmp_path / "名单 (3).txt").read_bytes() == b"other"
    assert len(list(tmp_path.glob("*.tmp"))) == 0


def test_a_name_is_made_safe(session: Session, captured: Capture) -> None:
    stored = session.capturing.store("b", replace(captured("另文。", url=None), files=(file("../CON\n?.pdf", b"x"),)))
    assert stored.id
    name = session.attaching.suggested_name(session.attaching.list(stored.id)[0])
    assert "/" not in name and "?" not in name and name.endswith(".pdf")


def test_a_folder_in_the_way_is_told(session: Session, attached: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        session.attaching.save(session.attaching.list(attached)[0], tmp_path)


def test_one_becomes_an_article(session: Session, attached: str) -> None:
    word, text, _ = session.attaching.list(attached)
    assert not session.attaching.can_add(word) and session.attaching.can_add(text)
    outcome = session.attaching.add(text)
    assert outcome.status is AddStatus.ADDED and outcome.id
    assert "城东网格" in session.reading.content(outcome.id).text
    assert session.reading.article(outcome.id).metadata.url == "https://example.org/%E5%90%8D%E5%8D%95.txt"
