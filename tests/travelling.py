"""A library with annotations of every sort, and an empty one that they travel to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.cli.rows import annotation_row
from reader.model.annotation import Kind
from reader.model.article import CapturedArticle
from reader.services.session import Session

Capture = Callable[..., CapturedArticle]

LINES = (
    "𬭎桥街道“一网三联”😀治理，37个社区。",
    "成立了37个社区党委，选派37名骨干。",
    "三是再建37个网格。",
)
URL = "https://example.org/a.html"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    """An empty library of somebody else."""
    with Session(tmp_path / "other.db", creator="老周") as opened:
        yield opened


@pytest.fixture
def marked(session: Session, captured: Capture) -> str:
    """An article with every sort of annotation: overlapping, repeated words, a lost one, one on the whole, a task."""
    old = captured(*LINES, "这一段后来删去了，批注还在。", url=URL)
    key = session.capturing.store(URL, old).id
    assert key is not None
    annotate = session.annotating.annotate
    annotate(key, quote="这一段后来删去了", note="找不到了", kind=Kind.QUESTION, tags=["旧"])
    session.capturing.store(URL, captured(*LINES, url=URL))
    annotate(key, note="整篇：=SUM(A1)\n-第二行\t制表", kind=Kind.BORROW, tags=["试点", "a;b,c"])
    annotate(key, quote="“一网三联”😀治理", note="𬭎", kind=Kind.KEY)
    annotate(key, quote="😀治理，37个", kind=Kind.DATA)
    annotate(key, quote="37个", prefix="成立了", kind=Kind.DATA, note="第二处")
    annotate(key, quote="骨干。\n三是", kind=Kind.ACTION, note="拟方案", owner="张明", due="2026-12-01")
    return key


def rows(session: Session, *left_out: str) -> list[dict[str, Any]]:
    """What `annotations --json` tells."""
    found = [annotation_row(each) for each in session.annotating.list()]
    return [{key: value for key, value in row.items() if key not in left_out} for row in found]


def move(session: Session, key: str, format: str, other: Session, file: Path, **options: Any) -> Any:
    session.interchange.export([key], format, file, **options)
    return other.interchange.import_file(file)
