"""Every kind of file by its key: what is written, where it goes, and that a page of ours is brought up to date."""

from pathlib import Path

import pytest

from reader.model.annotation import Kind
from reader.model.errors import ExportError
from reader.services.exporting import Options
from reader.services.outputs import Outputs
from reader.services.own_templates import OwnTemplates
from reader.services.session import Session


@pytest.fixture
def outputs(session: Session, article: str, tmp_path: Path) -> Outputs:
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.DATA, note="制度", tags=["机制"])
    session.annotating.annotate(article, quote="全力构建基层治理新格局", kind=Kind.KEY)
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "卡片.md").write_text("{{ paper.marks|length }}张卡片", encoding="utf-8")
    session.exporting.own_templates = OwnTemplates(folder)
    return session.outputs


def test_every_key_writes_a_file_that_ends_as_it_says(outputs: Outputs, article: str, tmp_path: Path) -> None:
    extensions = outputs.extensions()
    assert {"docx", "pdf", "xlsx", "logseq", "jsonld", "csv", "own/卡片.md"} < set(extensions)
    for key, extension in extensions.items():
        path = outputs.target(tmp_path, f"材料 {key}".replace("/", "-"), key)
        assert path.suffix == f".{extension}"
        done = outputs.export([article], key, path, Options())
        assert done.path.stat().st_size == done.bytes > 0
    assert (tmp_path / "材料 own-卡片.md.md").read_text("utf-8") == "2张卡片"
    assert (tmp_path / "材料 logseq.md").read_text("utf-8").startswith("title:: ")


@pytest.mark.parametrize("key", ["csv", "jsonld", "md"])
def test_the_chosen_marks_leave_and_no_others(outputs: Outputs, article: str, tmp_path: Path, key: str) -> None:
    path = tmp_path / "out"
    outputs.export([article], key, path, Options(tags=("机制",)))
    text = path.read_text("utf-8-sig")
    # JSON-LD carries the article's text too.
    assert "制度" in text and ('"exact": "全力' in text or '"全力构建' in text) is False


def test_a_free_name_is_proposed_but_a_page_of_ours_is_brought_up_to_date(
    outputs: Outputs, article: str, tmp_path: Path
) -> None:
    for key in ("docx", "md", "logseq"):
        first = outputs.target(tmp_path, f"材料-{key}", key)
        outputs.export([article], key, first, Options())
        again = outputs.target(tmp_path, f"材料-{key}", key)
        assert again == (first if key != "docx" else first.with_name("材料-docx (2).docx"))
    page = tmp_path / "材料-md.md"
    other = outputs.target(tmp_path, "材料-md", "logseq")
    assert other.name == "材料-md (2).md", "a page for another program"
    outputs.export([article], "logseq", other, Options())
    assert outputs.target(tmp_path, "材料-md", "logseq") == other, "which is brought up to date from then on"
    other.unlink()
    page.write_text("# 我自己的笔记", encoding="utf-8")
    assert outputs.target(tmp_path, "材料-md", "md").name == "材料-md (2).md", "a file of somebody else is not touched"


def test_a_template_that_was_deleted_meanwhile_is_named(outputs: Outputs, article: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        outputs.export([article], "own/旧的.md", tmp_path / "x.md", Options())
    assert caught.value.code == "own_template_missing" and not (tmp_path / "x.md").exists()
