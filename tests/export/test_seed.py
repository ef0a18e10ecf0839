"""The report that the project grew from, quoted sentence by sentence, in every format."""

import dataclasses
import io
import re
import shutil
import subprocess
import zipfile
from html import unescape
from pathlib import Path

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from reader.export.document import render
from reader.export.templates.fulltext import fulltext
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.summary import Summary
from reader.text.folding import squeeze
from reader.text.passages import Passages

from .conftest import paragraphs, whole

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def body(shared: Path) -> str:
    lines = [line.strip() for line in (shared / "corpus/seed/kaiyuan.txt").read_text("utf-8").splitlines()]
    paragraphs = [line for line in lines if len(line) > 120 and not line.startswith("[") and "本站" not in line]
    assert len(paragraphs) == 4
    return "\n".join(paragraphs)


@pytest.fixture
def quotes(body: str) -> list[str]:
    sentences = Passages(body).sentences
    across = body[body.index("城市基层党建新格局") : body.index("构建“一套体系”") + 8]
    return [*(body[each.start : each.end] for each in sentences), across, "37个", "成立了2个街道“大工委”"]


@pytest.fixture
def seed(body: str, quotes: list[str]) -> Summary:
    kinds = list(Kind)
    marks = tuple(
        Annotation(
            id=f"{number:032x}",
            article="a" * 32,
            version=1,
            kind=kinds[number % 5],
            quote=quote,
            note="可借鉴,待核。" if number % 3 else "",
            passage=Passages(body).number(body.index(quote), body.index(quote) + len(quote)),
        )
        for number, quote in enumerate(quotes)
    )
    metadata = Metadata(title="开原市:“一二三”模式开创党建引领基层治理新局面", published="2022-09-01")
    article = Article(id="a" * 32, metadata=metadata, added="2026-11-22T08:00:00Z")
    return study([Material(article, "2026-11-22", marks)], Options(), Messages("zh_CN"))


def without_page_numbers(text: str) -> str:
    return re.sub(r"—\s*\d+\s*—", "", text)


def text_of(data: bytes, format: str, folder: Path) -> str:
    if format in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = "word/document.xml" if format == "docx" else "xl/sharedStrings.xml"
            root = etree.fromstring(archive.read(part))
        return "".join(node.text or "" for node in root.iter("{*}t"))
    if format == "pdf":
        if not shutil.which("pdftotext"):
            pytest.skip("pdftotext is not installed")
        (folder / "seed.pdf").write_bytes(data)
        done = subprocess.run(["pdftotext", folder / "seed.pdf", "-"], capture_output=True, check=True)
        return without_page_numbers(done.stdout.decode())
    page = MarkdownIt("commonmark").enable("table").render(data.decode()) if format == "md" else data.decode()
    return unescape(re.sub("<[^>]*>", "", page))


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md", "xlsx"])
def test_every_sentence_is_found_character_by_character(
    seed: Summary, quotes: list[str], format: str, tmp_path: Path
) -> None:
    text = squeeze(text_of(render(seed, format).data, format, tmp_path))
    assert not [quote for quote in quotes if squeeze(quote) not in text]


def test_the_citation_is_the_standards(seed: Summary) -> None:
    assert seed.references[0].text.startswith("开原市：“一二三”模式开创党建引领基层治理新局面[EB/OL]. （2022-09-01）")
    assert dataclasses.is_dataclass(seed)


@pytest.fixture
def annotated(body: str) -> tuple[Summary, str]:
    """The report whole, with twelve marks: sentences, parts of them that overlap, and one over three paragraphs."""
    sentences = Passages(body).sentences
    spans = [(each.start + 2, each.end - 1) for each in sentences[:: len(sentences) // 9][:9]]
    third = body.index("\n", body.index("\n", body.index("\n") + 1) + 1) + 1
    spans += [(spans[3][0] + 4, spans[3][1] + 1), (spans[4][0], spans[4][0] + 1), (body.index("\n") - 5, third + 7)]
    made = whole(*paragraphs(body), marks=sorted(spans))
    return fulltext([made], Options(), Messages("zh_CN")), body


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_the_whole_report_is_there_unchanged_with_twelve_marks(
    annotated: tuple[Summary, str], format: str, tmp_path: Path
) -> None:
    paper, body = annotated
    assert len(paper.marks) == 12
    rendered = render(paper, format)
    text = squeeze(text_of(rendered.data, format, tmp_path))
    if format == "md":
        text = re.sub("==|〔[要鉴数问行]\\d+〕", "", text)
    pieces = re.split("[,，。；;]", body)
    missing = [piece for piece in pieces if squeeze(piece) not in text]
    # At the foot of a page its notes stand between what belongs together.
    assert len(missing) < (rendered.pages or 1), missing
    if format != "docx":  # there they are comments, in a part of their own
        assert not [mark.note for mark in paper.marks if mark.note not in text]
