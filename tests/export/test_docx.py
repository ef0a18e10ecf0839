"""DOCX: GB/T 9704 in the words of WordprocessingML, and everything in it only text."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reader.export import docx
from reader.export.templates.study import Options, study
from reader.messages import Messages
from reader.model.summary import Paragraph, Section, Summary, TextRun
from reader.text.folding import squeeze

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Document:
    """The parts of a DOCX."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, part: str) -> Any:
        return etree.fromstring(self.parts[f"word/{part}.xml"])

    def text(self, part: str = "document") -> str:
        return squeeze("".join(node.text or "" for node in self.xml(part).iter(W + "t")))

    def style(self, name: str) -> Any:
        return next(
            style for style in self.xml("styles").iter(W + "style") if style.find(W + "name").get(W + "val") == name
        )


def attributes(element: Any) -> dict[str, str]:
    return {name.removeprefix(W): value for name, value in element.attrib.items()}


@pytest.fixture
def made(paper: Summary) -> Document:
    return Document(docx.render(paper))


def test_every_text_stands_in_the_document(
    paper: Summary, made: Document, printed: Callable[[Summary], list[str]]
) -> None:
    text = made.text() + made.text("footnotes")
    assert not [each for each in printed(paper) if squeeze(each) not in text]


def test_the_page_is_that_of_the_standard(made: Document) -> None:
    section = made.xml("document").find(f".//{W}sectPr")
    assert attributes(section.find(W + "pgSz")) | {"w": "11906", "h": "16838"} == attributes(section.find(W + "pgSz"))
    margins = attributes(section.find(W + "pgMar"))
    wanted = {"top": "2098", "right": "1474", "bottom": "1984", "left": "1588", "footer": "1434", "gutter": "0"}
    assert margins | wanted == margins
    assert attributes(section.find(W + "docGrid")) == {"type": "lines", "linePitch": "579"}
    assert 22 * 579 <= 16838 - 2098 - 1984


@pytest.mark.parametrize(
    ("name", "font", "half_points", "line", "level"),
    [
        ("Title", "方正小标宋简体", "44", "700", None),
        ("heading 1", "黑体", "32", "579", "0"),
        ("heading 2", "楷体_GB2312", "32", "579", "1"),
        ("heading 3", "仿宋_GB2312", "32", "579", "2"),
        ("heading 4", "仿宋_GB2312", "32", "579", "3"),
        ("公文正文", "仿宋_GB2312", "32", "579", None),
        ("摘录引文", "楷体_GB2312", "32", "579", None),
        ("footer", "宋体", "28", "360", None),
        ("footnote text", "仿宋_GB2312", "21", "320", None),
    ],
)
def test_styles(made: Document, name: str, font: str, half_points: str, line: str, level: str | None) -> None:
    style = made.style(name)
    fonts = attributes(style.find(f".//{W}rFonts"))
    assert fonts["eastAsia"] == font and not [each for each in fonts if each.endswith("Theme")]
    assert style.find(f".//{W}sz").get(W + "val") == half_points
    spacing = attributes(style.find(f"{W}pPr/{W}spacing"))
    assert (spacing["line"], spacing["lineRule"]) == (line, "exact")
    assert style.find(f".//{W}snapToGrid").get(W + "val") == ("1" if line == "579" else "0")
    outline = style.find(f".//{W}outlineLvl")
    assert (outline.get(W + "val") if outline is not None else None) == level


def test_headings_of_an_english_paper_are_bold(material: Any) -> None:
    for language, bold in (("en", "1"), ("zh_CN", "0")):
        made = Document(docx.render(study([material], Options(language=language), Messages(language))))
        assert made.style("heading 1").find(f".//{W}b").get(W + "val") == bold
        assert made.style("公文正文").find(f".//{W}b").get(W + "val") == "0"


def test_a_paragraph_begins_two_characters_in(made: Document) -> None:
    indent = attributes(made.style("公文正文").find(f".//{W}ind"))
    assert indent["firstLineChars"] == "200" and indent["firstLine"] == "630"
    assert made.style("公文正文").find(f"{W}rPr/{W}spacing").get(W + "val") == "-5"
    assert not re.search(rb'Theme="', made.parts["word/styles.xml"].split(b"<w:latentStyles")[0])


def test_page_numbers_alternate_between_dashes(made: Document) -> None:
    assert made.xml("settings").find(f".//{W}evenAndOddHeaders") is not None
    sides = {}
    for part in ("footer1", "footer2"):
        footer = made.xml(part)
        assert made.text(part).startswith("—") and made.text(part).endswith("—")
        assert footer.find(f".//{W}instrText").text.strip() == "PAGE"
        sides[footer.find(f".//{W}jc").get(W + "val")] = attributes(footer.find(f".//{W}ind"))
    assert sides["right"]["rightChars"] == "100" and sides["left"]["leftChars"] == "100"


def test_settings_and_properties_tell_nothing_of_how_it_was_made(made: Document) -> None:
    settings = made.parts["word/settings.xml"].decode()
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
    core = made.parts["docProps/core.xml"].decode()
    assert "python-docx" not in core and "2013" not in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert "青禾县“一网三员”基层治理学习研讨材料" in core and "学习研讨材料" in core
    assert not [name for name in made.parts if "thumbnail" in name]


def test_the_authors_name_is_the_chosen_one(material: Any) -> None:
    paper = study([material], Options(author="周岚"), Messages("zh_CN"))
    core = Document(docx.render(paper)).parts["docProps/core.xml"].decode()
    assert "<dc:creator>周岚</dc:creator>" in core and "<cp:lastModifiedBy>周岚</cp:lastModifiedBy>" in core


def test_chinese_runs_carry_the_hint_for_quotation_marks(made: Document) -> None:
    for part in ("document", "footnotes", "footer1", "footer2"):
        for run in made.xml(part).iter(W + "r"):
            text = "".join(node.text or "" for node in run.findall(W + "t"))
            if any(character > "\u2000" for character in text):
                assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia", text


def test_footnotes_are_native_and_carry_the_citation(made: Document, paper: Summary) -> None:
    marks = [each.get(W + "id") for each in made.xml("document").iter(W + "footnoteReference")]
    notes = [each.get(W + "id") for each in made.xml("footnotes").iter(W + "footnote") if not each.get(W + "type")]
    assert marks == notes == ["1"]
    assert squeeze(paper.references[0].text) in made.text("footnotes")


def test_missing_fonts_have_named_substitutes(made: Document) -> None:
    table = {font.get(W + "name"): font.find(W + "altName") for font in made.xml("fontTable")}
    for name in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"):
        assert table[name] is not None and table[name].get(W + "val")


def test_tables_repeat_their_headings_and_describe_themselves(made: Document) -> None:
    tables = list(made.xml("document").iter(W + "tbl"))
    assert len(tables) == 2
    for table in tables:
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val")
        assert table.find(f"{W}tblPr/{W}tblDescription").get(W + "val")


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


def test_a_paper_without_references_has_no_footnotes() -> None:
    made = Document(docx.render(Summary(("题",))))
    assert "word/footnotes.xml" not in made.parts


def test_every_part_is_valid(hostile: Summary, paper: Summary, shared: Path, tmp_path: Path) -> None:
    validator = shared / "tools" / "validate_docx.py"
    if not validator.is_file():
        pytest.skip(f"the schema is not at {shared}")
    files = []
    for number, summary in enumerate((hostile, paper)):
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
