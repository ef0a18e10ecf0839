"""The folder of own templates, and the process that renders them."""

import threading
import time
from pathlib import Path

import pytest

from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.errors import CancelledError, ExportError
from reader.model.summary import Section, Summary
from reader.services.exporting import Options
from reader.services.own_templates import OwnTemplate, OwnTemplates
from reader.services.session import Session

PAPER = Summary(("材料",), sections=(Section("一、做法"),))
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def template(folder: Path, name: str, text: str) -> OwnTemplate:
    (folder / name).write_text(text, encoding="utf-8")
    return OwnTemplates(folder).find(name)


def test_the_folder_is_made_with_examples_that_work(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path / "templates")
    assert own.list() == []
    own.prepare()
    found = own.list()
    assert {each.format for each in found} == {"md", "html"}
    for each in found:
        assert "材料" in own.render(each, PAPER)
    found[0].path.unlink()
    own.prepare()
    assert len(own.list()) == len(found) - 1, "what somebody deleted stays deleted"


def test_other_files_are_no_templates(tmp_path: Path) -> None:
    for name in ("b.md", "A.HTML", ".hidden.md", "c.docx", "d.md~"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    assert [each.path.name for each in OwnTemplates(tmp_path).list()] == ["A.HTML", "b.md"]


def test_a_template_is_found_by_name_or_path(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    made = template(tmp_path, "卡片.md", "x")
    assert own.find("卡片") == own.find("卡片.md") == own.find(str(made.path)) == made
    with pytest.raises(ExportError) as caught:
        own.find("没有")
    assert caught.value.code == "own_template_missing" and "卡片.md" in Messages("zh_CN").error(caught.value)
    (tmp_path / "x.docx").write_bytes(b"PK")
    with pytest.raises(ExportError) as caught:
        own.find(str(tmp_path / "x.docx"))
    assert caught.value.code == "own_template_format" and ".md" in Messages("en").error(caught.value)


def test_an_endless_template_is_ended_at_the_limit_of_time(tmp_path: Path) -> None:
    own, began = OwnTemplates(tmp_path, time_limit=1), time.monotonic()
    with pytest.raises(ExportError) as caught:
        own.render(template(tmp_path, "x.md", ENDLESS), PAPER)
    assert caught.value.code == "own_template_limit" and time.monotonic() - began < 20


def test_cancelling_ends_it_at_once(tmp_path: Path) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(CancelledError):
        OwnTemplates(tmp_path, time_limit=60).render(template(tmp_path, "x.md", ENDLESS), PAPER, cancel)


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{{ paper.nothing }}", "own_template_wrong"), ("中".encode("gbk"), "own_template_encoding")],
)
def test_a_bad_template_is_named(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "坏.md").write_bytes(data)
    with pytest.raises(ExportError) as caught:
        OwnTemplates(tmp_path).render(OwnTemplates(tmp_path).find("坏"), PAPER)
    assert caught.value.code == code and "坏.md" in Messages("zh_CN").error(caught.value)


def test_a_paper_is_written_by_an_own_template_or_not_at_all(session: Session, article: str, tmp_path: Path) -> None:
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.DATA, note="制度 <b>")
    own = template(tmp_path, "t.html", "<ul>{% for m in paper.marks %}<li>{{ m.text }}：{{ m.note }}{% endfor %}</ul>")
    target = tmp_path / "paper.html"
    done = session.exporting.export([article], "html", target, Options(), own=own)
    assert "<li>4项工作制度：制度 &lt;b&gt;</ul>" in target.read_text("utf-8") and done.bytes == target.stat().st_size
    before = target.read_bytes()
    wrong = template(tmp_path, "wrong.html", "{{ 1 / 0 }}")
    with pytest.raises(ExportError):
        session.exporting.export([article], "html", target, Options(), own=wrong)
    with pytest.raises(ExportError) as caught:
        session.exporting.export([article], "md", tmp_path / "paper.md", Options(), own=own)
    assert caught.value.code == "own_template_other_format"
    assert target.read_bytes() == before and not (tmp_path / "paper.md").exists()
