"""DOCX: GB/T 9704 in the words of WordprocessingML, and everything in it only text."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.export import docx
from reader.model.summary import Paragraph, Section, Summary, Table, TextRun
from reader.text.folding import squeeze

from .conftest import Document, W
from .meeting_papers import bulletin


def test_every_text_stands_in_the_document(
    paper: Summary, made: Document, printed: Callable[[Summary], list[str]]
) -> None:
    text = made.text() + made.text("footnotes")
    assert not [each for each in printed(paper) if squeeze(each) not in text]


def test_chinese_runs_carry_the_hint_for_quotation_marks(made: Document) -> None:
    for part in ("document", "footnotes", "footer1", "footer2"):
        for run in made.xml(part).iter(W + "r"):
            text = "".join(node.text or "" for node in run.findall(W + "t"))
            if any(character > "\u2000" for character in text):
                assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia", text


def test_tables_repeat_their_headings_and_describe_themselves(made: Document) -> None:
    tables = list(made.xml("document").iter(W + "tbl"))
    assert len(tables) == 2
    for table in tables:
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val")
        assert table.find(f"{W}tblPr/{W}tblDescription").get(W + "val")


def test_no_page_has_a_single_row_of_a_longer_table() -> None:
    table = Table("表", ("甲",), (("文",),) * 5, (1,))
    made = Document(docx.render(Summary(("题",), sections=(Section("一、表", 1, (table,)),))))
    rows = list(made.xml("document").iter(W + "tr"))
    assert [row.find(f".//{W}keepNext") is not None for row in rows] == [True, True, False, False, True, False]


def test_hostile_text_is_only_text(hostile: Summary, printed: Callable[[Summary], list[str]]) -> None:
    made = Document(docx.render(hostile))
    text = made.text() + made.text("footnotes")
    assert not [each for each in printed(hostile) if squeeze(each) not in text]
    instructions = [
        node.text.strip() for part in ("document", "footer1") for node in made.xml(part).iter(W + "instrText")
    ]
    assert set(instructions) == {"PAGE"}
    assert not [name for name, data in made.parts.items() if name.endswith(".rels") and b'"External"' in data]


def test_illegal_characters_do_not_stop_the_document() -> None:
    bad = "\x00a\x0b\ud800b\u202ec\ufffe\n第二行\t末"
    paper = Summary(
        (bad,), bad, (Section(bad, 1, (Paragraph((TextRun(bad),)),)),), subject=bad, author=bad, keywords=(bad,)
    )
    made = Document(docx.render(paper))
    assert "abc第二行末" in made.text() and "\u202e" not in made.text()
    assert made.xml("document").find(f".//{W}br") is not None


def test_every_part_is_valid(hostile: Summary, paper: Summary, shared: Path, tmp_path: Path) -> None:
    validator = shared / "tools" / "validate_docx.py"
    if not validator.is_file():
        pytest.skip(f"the schema is not at {shared}")
    files = []
    for number, summary in enumerate((hostile, paper, bulletin())):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(docx.render(summary))
    done = subprocess.run([sys.executable, validator, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_libreoffice_opens_it_and_shows_every_text(
    paper: Summary, printed: Callable[[Summary], list[str]], tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if not office or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice or pdftotext is not installed")
    (tmp_path / "paper.docx").write_bytes(docx.render(paper))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "paper.docx"]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    # As drawn: in the order of reading, pdftotext mixes the lines of neighbouring cells.
    found = subprocess.run(["pdftotext", "-raw", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    text = squeeze(re.sub(r"—\s*\d+\s*—", "", found.stdout.decode()))
    assert not [line for each in printed(paper) for line in each.split("\n") if squeeze(line) not in text]
