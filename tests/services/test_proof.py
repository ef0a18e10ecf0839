"""The pages of a paper that is still being chosen."""

import threading
from pathlib import Path

import pytest

from reader.model.annotation import Kind
from reader.model.errors import CancelledError, ContrastError
from reader.services.exporting import Options, PaperBlock
from reader.services.proof import Proof
from reader.services.session import Session


@pytest.fixture
def proof(session: Session, article: str) -> Proof:
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.KEY, note="议事规则")
    return Proof(session.exporting.summary)


def test_sizes_fonts_and_filled_parts_are_known_before_a_page_is_drawn(proof: Proof, article: str) -> None:
    sheets = proof.renew([article], Options(), "study")
    assert sheets.sizes and all(size == (11906, 16838) for size in sheets.sizes)
    assert sheets.fonts
    assert {"sources", "quotes"} <= sheets.blocks and "actions" not in sheets.blocks
    hidden = proof.renew([article], Options(blocks=(PaperBlock("quotes", is_shown=False),)), "study")
    assert "sources" in hidden.blocks and "quotes" not in hidden.blocks


def test_a_page_is_drawn_in_the_size_asked_for(proof: Proof, article: str) -> None:
    assert proof.page(0, 96) is None
    sheets = proof.renew([article], Options(), "study")
    image = proof.page(0, 48)
    assert (image.width(), image.height()) == (397, 561)
    assert proof.page(len(sheets.sizes), 48) is None
    proof.close()
    assert proof.page(0, 48) is None


def test_what_fails_or_is_cancelled_leaves_the_pages_that_were_there(proof: Proof, article: str) -> None:
    proof.renew([article], Options(), "study")
    stop = threading.Event()
    stop.set()
    with pytest.raises(CancelledError):
        proof.renew([article], Options(title="x"), "study", stop)
    with pytest.raises(ContrastError):
        proof.renew([article], Options(), "compare")
    assert proof.page(0, 48) is not None


def test_the_wanted_pages_are_printed(proof: Proof, article: str, tmp_path: Path) -> None:
    from PySide6.QtGui import QPdfWriter

    assert proof.print(None, range) == 0
    proof.renew([article], Options(), "study")
    assert proof.print(QPdfWriter(str(tmp_path / "paper.pdf")), lambda count: [0]) == 1
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
