"""Papers as they go to a meeting, read back by other programs: their PDF, and their DOCX opened in LibreOffice."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from PySide6.QtGui import QImage, QTransform

from reader.export import docx, pdf
from reader.export.flow import flow
from reader.export.lines import Line
from reader.model.summary import Closing, Imprint, Section, Summary, Table
from reader.text.folding import squeeze

from .conftest import PAGE_NUMBER, Document, W
from .meeting_papers import bulletin, five_articles, plain, seed_paper
from .test_pdf import ink

pytestmark = pytest.mark.usefixtures("chinese_font")

LINE = 28
"""Characters."""


class Files(NamedTuple):
    """A paper in both formats, and the DOCX as LibreOffice prints it."""

    paper: Summary
    pdf: Path
    docx: Path
    office: Path | None


def pure_text() -> Summary:
    """Chinese characters and full-width punctuation only: their widths are the same in every font."""
    clauses = "把支部建在网格上，让服务进家门。居民说：“有人管、有人办”；《清单》（三张）共五十八项！"
    # Each clause begins everywhere on a line, so that every mark of punctuation falls behind its end once.
    items = tuple(plain("党" * (number % 28) + clauses * (1 + number % 5)) for number in range(56))
    # LibreOffice keeps the whole last paragraph with the signature, not its last line: here it has only one.
    items += (plain("以上供学习。"),)
    ends = Closing(("青禾县基层治理服务网格划分情况和各乡镇网格员名单一览表", "名单"), "青禾县委党校第二学习小组")
    return Summary(
        ("十一月学习材料",), sections=(Section("一、主要做法", 1, items),), closing=ends, recipient="各乡镇党委"
    )


@pytest.fixture(scope="module")
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, qapp: object
) -> Callable[[str], Files]:
    folder = tmp_path_factory.mktemp("meeting")

    @cache
    def of(name: str) -> Files:
        makers = {"five": five_articles, "bulletin": bulletin, "pure": pure_text}
        paper = seed_paper(request.getfixturevalue("shared")) if name == "seed" else makers[name]()
        made, written = folder / f"{name}.qt.pdf", folder / f"{name}.docx"
        made.write_bytes(pdf.render(paper).data)
        written.write_bytes(docx.render(paper))
        return Files(paper, made, written, in_libreoffice(folder, written))

    return of


def in_libreoffice(folder: Path, *written: Path) -> Path | None:
    """The last of these documents as LibreOffice prints it, beside it; None without LibreOffice."""
    office = shutil.which("soffice")
    if not office:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *written]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
    return written[-1].with_suffix(".pdf")


@pytest.fixture
def printed(files: Callable[[str], Files]) -> Callable[[str], tuple[Path, Path]]:
    def of(name: str) -> tuple[Path, Path]:
        found = files(name)
        if found.office is None:
            pytest.skip("LibreOffice is not installed")
        return found.pdf, found.office

    return of


def tool(name: str, *arguments: object) -> str:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *map(str, arguments)], capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def pages(path: Path) -> list[list[str]]:
    """The lines of each page from top to bottom without blanks, but for page numbers."""
    made = []
    for page in tool("pdftotext", "-raw", path, "-").split("\f")[:-1]:
        lines = [squeeze(line) for line in PAGE_NUMBER.sub("", page).splitlines()]
        made.append([unicodedata.normalize("NFC", line) for line in lines if line])
    return made


def meant(paper: Summary) -> Iterator[str]:
    """Every text that stands on the pages but footnotes, repeated headings of tables, and what anchors nothing."""
    for item in flow(paper):
        if isinstance(item, Line):
            yield item.text
        elif isinstance(item, Table):
            yield from (cell for row in (item.header, *item.rows) for cell in row)
        elif isinstance(item, Imprint):
            yield from (*item.lines, item.copies)


@pytest.mark.parametrize("name", ["seed", "five", "bulletin"])
def test_as_many_characters_are_read_as_were_written(files: Callable[[str], Files], name: str) -> None:
    found = files(name)
    read = Counter("".join(line for page in pages(found.pdf) for line in page))
    written = Counter(unicodedata.normalize("NFC", squeeze("".join(meant(found.paper)))))
    # Read besides: the notes at the foot of pages and the headings of tables that are continued.
    more, missing = read - written, written - read
    assert not missing
    notes = "".join(f"{each.number}{each.number}{each.text}{each.note}" for each in found.paper.references)
    headings = "".join(cell for item in flow(found.paper) if isinstance(item, Table) for cell in item.header)
    more -= Counter("".join(f"—{number}—" for number in range(1, len(pages(found.pdf)) + 1)))
    for character, count in (more - Counter(squeeze(notes))).items():
        assert character in headings and count <= len(pages(found.pdf)) * headings.count(character)
    assert not [each for each in read if "\u2e80" <= each <= "\u2fdf"], "radicals instead of characters"


@pytest.mark.parametrize("name", ["seed", "five"])
def test_every_quotation_is_found_as_it_was_written(files: Callable[[str], Files], name: str) -> None:
    found = files(name)
    text = unicodedata.normalize("NFC", squeeze("".join(line for page in pages(found.pdf) for line in page)))
    assert found.paper.marks and not [mark.text for mark in found.paper.marks if squeeze(mark.text) not in text]


@pytest.mark.parametrize("name", ["seed", "five", "bulletin"])
def test_fonts_are_embedded_and_lead_back_to_text(files: Callable[[str], Files], name: str) -> None:
    rows = tool("pdffonts", files(name).pdf).splitlines()[2:]
    assert rows and all(re.search(r"\byes\s+(?:yes|no)\s+yes\s", row) for row in rows), rows


def test_the_document_says_what_it_is(files: Callable[[str], Files]) -> None:
    found = files("seed")
    with pikepdf.open(found.pdf) as document, document.open_outline() as outline:
        entries = sum(1 + len(item.children) for item in outline.root)
        assert entries >= len(found.paper.sections)
        assert str(document.Root.Lang).startswith("zh")
        assert str(document.docinfo["/Title"]) == found.paper.plain_title
        assert str(document.docinfo["/Author"]) == "周岚"


@pytest.mark.parametrize("name", ["seed", "five", "bulletin"])
def test_no_number_is_divided_between_lines(files: Callable[[str], Files], name: str) -> None:
    found = files(name)
    numbers = set(re.findall(r"\d+", squeeze("".join(meant(found.paper)))))
    for path in filter(None, (found.pdf, found.office)):
        for page in pages(path):
            for line, following in pairwise(page):
                end, start = re.search(r"\d+$", line), re.match(r"\d+", following)
                assert not (end and start and end[0] + start[0] in numbers - {end[0], start[0]}), (line, following)


@pytest.mark.parametrize("name", ["seed", "bulletin"])
def test_every_chinese_run_has_the_hint_and_nothing_leads_outside(files: Callable[[str], Files], name: str) -> None:
    made = Document(files(name).docx.read_bytes())
    for part in [part[5:-4] for part in made.parts if re.fullmatch(r"word/(document|footnotes|footer\d)\.xml", part)]:
        for run in made.xml(part).iter(W + "r"):
            text = "".join(node.text or "" for node in run.findall(W + "t"))
            if any(character > "\u2000" for character in text):
                assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia", text
    assert not [part for part, data in made.parts.items() if part.endswith(".rels") and b'"External"' in data]
    assert b"python-docx" not in made.parts["docProps/core.xml"]


# ---- the DOCX in LibreOffice


def test_pure_chinese_has_the_same_lines_in_libreoffice(printed: Callable[[str], tuple[Path, Path]]) -> None:
    ours, theirs = map(pages, printed("pure"))
    assert theirs == ours and len(ours) > 3


def before_pages(found: list[list[str]]) -> list[str]:
    """The text that stands before each page."""
    return ["".join("".join(page) for page in found[:number]) for number in range(len(found))]


@pytest.mark.parametrize("name", ["seed", "five", "bulletin"])
def test_pages_begin_near_one_another_in_libreoffice(printed: Callable[[str], tuple[Path, Path]], name: str) -> None:
    """Digits are as wide as the font has them, which is another one there, and LibreOffice puts a quarter of a
    character between them and Chinese ones, which nothing in a DOCX turns off. That adds up; nothing else may."""
    ours, theirs = map(pages, printed(name))
    assert abs(len(ours) - len(theirs)) <= len(ours) // 20
    for mine, other in zip(before_pages(ours), before_pages(theirs), strict=False):
        borders = len(re.findall(r"(?<=[0-9A-Za-z])(?=[^\x00-\u2fff])|(?<=[^\x00-\u2fff])(?=[0-9A-Za-z])", mine))
        assert abs(len(mine) - len(other)) <= 2 * LINE + borders / 4


def sheets(path: Path, folder: Path) -> list[QImage]:
    """The pages at 300 dpi, those that lie on their side set upright."""
    folder.mkdir()
    tool("pdftoppm", "-r", 300, "-png", path, folder / "page")
    pictures = [QImage(str(picture)) for picture in sorted(folder.glob("*.png"))]
    back = QTransform().rotate(-90)
    return [each if each.height() > each.width() else each.transformed(back) for each in pictures]


def test_page_numbers_stand_where_the_standard_puts_them(
    printed: Callable[[str], tuple[Path, Path]], tmp_path: Path
) -> None:
    for writer, path in enumerate(printed("bulletin")):
        for index, sheet in enumerate(sheets(path, tmp_path / str(writer))):
            # Beside it the table of a wide page: on the sheet, that is above.
            number = ink(sheet, 28, 264, 184, 280)
            assert number is not None
            dash = ink(sheet, number[0] - 0.5, 264, number[0] + 1.5, 280)
            assert dash is not None and 6.5 <= (dash[1] + dash[3]) / 2 - 262 <= 7.5, (writer, index)
            assert 32 < number[0] < 34.5 if index % 2 else 177.5 < number[2] < 180, (writer, index)


def test_nothing_stands_alone_on_the_last_page_in_libreoffice(tmp_path: Path) -> None:
    ends = Closing(("名单",), "青禾县委党校", "2026年11月2日")
    for count in range(12, 22):
        paper = Summary(("题",), sections=(Section("一", 1, (plain("字"),) * count),), closing=ends)
        (tmp_path / f"{count}.docx").write_bytes(docx.render(paper))
    if in_libreoffice(tmp_path, *tmp_path.glob("*.docx")) is None:
        pytest.skip("LibreOffice is not installed")
    found = [pages(path) for path in sorted(tmp_path.glob("*.pdf"))]
    assert len(found) == 10 and {len(each) for each in found} == {1, 2}
    for each in found:
        assert each[-1][0] in ("题", "字") and each[-1][-3:] == ["附件：名单", "青禾县委党校", "2026年11月2日"]
