"""Folders of files."""

import pytest

from reader.model.errors import CaptureError
from reader.services import folders
from reader.services.folders import files_below, why_not


def test_files_below_a_folder_in_order_without_what_belongs_to_pages(tmp_path):
    for name in ("b.html", "a.PDF", "sub/c.docx", "b_files/x.html", ".hidden.txt", ".git/y.md", "d.xlsx", "sub/e.epub"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)] == [
        "a.PDF", "b.html", "sub/c.docx", "sub/e.epub",
    ]  # fmt: skip


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "a.txt").write_text("x")
    (inside / "loop").symlink_to(inside)
    (inside / "away").symlink_to(outside)
    (inside / "away.txt").symlink_to(outside / "a.txt")
    (inside / "circle.txt").symlink_to(inside / "circle.txt")
    (inside / "b.txt").write_text("x")
    (inside / "here.txt").symlink_to(inside / "b.txt")
    assert files_below(inside) == [inside / "b.txt", inside / "here.txt"]


def test_what_stands_beside_an_open_document_is_left_out(tmp_path):
    for name in ("报告.docx", "~$报告.docx", "._报告.docx"):
        (tmp_path / name).write_bytes(b"x")
    assert files_below(tmp_path) == [tmp_path / "报告.docx"]


def test_there_is_an_end_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("x")
    assert len(files_below(tmp_path)) == 3
    monkeypatch.setattr(folders, "_MOST_NAMES", 4)
    for number in range(9):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "x.md").write_text("x")
    assert len(files_below(tmp_path)) == 3


def test_an_empty_or_missing_folder_is_told(tmp_path):
    for path, code in ((tmp_path, "folder_empty"), (tmp_path / "none", "file_missing")):
        with pytest.raises(CaptureError) as caught:
            files_below(path)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("通知.DOC", "office_format", "DOC"),
        ("公文.wps", "office_format", "WPS"),
        ("公文.ofd", "printable_format", "OFD"),
        ("台账.xlsx", "sheet_format", "XLSX"),
        ("汇报.pptx", "slides_format", "PPTX"),
        ("资料.rar", "packed_format", "RAR"),
        ("照片.jpg", "picture_source", "JPG"),
        ("手册.mobi", "book_format", "MOBI"),
    ],
)
def test_a_file_that_cannot_be_added_says_what_to_do(name, code, kind):
    why = why_not(name)
    assert why is not None
    assert (why.code, why.data) == (code, {"source": name, "format": kind})


def test_nothing_is_said_of_what_can_be_added_or_is_not_known():
    assert [why_not(name) for name in ("a.docx", "a.pages", "a", "")] == [None] * 4
