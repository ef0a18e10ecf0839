"""An open session on an empty library, and reports of fictional places."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model.article import CapturedArticle, Fetch, Metadata
from reader.model.blocks import Block, BlockKind
from reader.services.session import Session

PARAGRAPHS = (
    "近年来，云岭市青禾区探索建立“一网三联”治理模式，全力构建基层治理新格局。",
    "成立了37个社区党委，选派37名骨干担任第一书记。结合实际，建立了4项工作制度。",
    "一是推行区域化联建，在37个社区划分网格448个。二是开展“双报到”，认领“微心愿”1,200个。",
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "library.db", creator="小林") as opened:
        yield opened


Capture = Callable[..., CapturedArticle]


@pytest.fixture
def captured() -> Capture:
    """Makes a captured article out of paragraphs, as capturing would."""

    def make(*paragraphs: str, url: str | None = "https://example.org/a.html", **metadata: str) -> CapturedArticle:
        texts = paragraphs or PARAGRAPHS
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
        html = "".join(f"<p>{text}</p>" for text in texts)
        raw = html.encode() + hashlib.sha256(html.encode()).digest()
        about = Metadata(
            **{"title": "青禾区：“一网三联”推进基层治理", "published": "2026-03-02", "source": "云岭日报", "url": url}
            | metadata
        )
        return CapturedArticle(
            about, blocks, html, "\n\n".join(texts), "utf-8", Fetch(raw, "text/html", "2026-11-02T08:00:00Z")
        )

    return make


@pytest.fixture
def article(session: Session, captured: Capture) -> str:
    """The id of one article of three paragraphs in the session."""
    outcome = session.capturing.store("https://example.org/a.html", captured())
    assert outcome.id is not None
    return outcome.id
